"""The description of a document that travels inside it (XMP, ISO 16684-1; PDF/A-3, 6.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

LANGUAGE = "id-ID"
TOOL = "Nagari Kit"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"\
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the file says of itself. `day` is that of the letter: the same pages, the same bytes.

    `attachment`: the letter's data, canonical JSON; b"" for none.
    """

    title: str
    author: str
    subject: str = ""
    day: date = date(2000, 1, 1)
    attachment: bytes = b""


def xmp_packet(facts: DocumentFacts, producer: str) -> bytes:
    """The packet in UTF-8, saying the same as the document's information dictionary."""
    return _PACKET.format(
        language=LANGUAGE,
        title=_text(facts.title),
        author=_text(facts.author),
        subject=_text(facts.subject),
        tool=TOOL,
        made=f"{facts.day.isoformat()}T00:00:00+07:00",
        producer=_text(producer),
    ).encode()


def _text(value: str) -> str:
    """Text as XML may hold it: control signs have no place there (XML 1.0, 2.2)."""
    return escape("".join(sign if sign.isprintable() else " " for sign in value))
