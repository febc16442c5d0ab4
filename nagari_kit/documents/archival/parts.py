"""What PDF/A-3b asks of a document besides its pages: description, colours, attached data.

ISO 19005-3: 6.2.3 output intent, 6.6 metadata, 6.8 embedded files and Annex E.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from nagari_kit.documents.archival.xmp import DocumentFacts, xmp_packet
from nagari_kit.infra.paths import resource_path

PDF_VERSION = (1, 7)
DATA_FILE = "surat.json"
_DATA_MEANING = "Data surat ini, untuk dibaca program"
_CONDITION = "sRGB IEC61966-2.1"


def make_archival(document: Any, facts: DocumentFacts, made: str) -> None:  # noqa: ANN401 - untyped
    """Adds the parts to reportlab's `document`; `made` is the PDF date of letter and data."""
    catalog = document.Catalog
    # reportlab writes only the entries that it knows of.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    packet = xmp_packet(facts, document.info.producer)
    catalog.Metadata = _stream(packet, Type=PDFName("Metadata"), Subtype=PDFName("XML"))
    catalog.OutputIntents = PDFArray([_output_intent(document)])
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    if facts.attachment:
        file = document.Reference(_data_file(document, facts.attachment, made))
        catalog.AF = PDFArray([file])
        names = PDFDictionary({"Names": PDFArray([PDFString(DATA_FILE), file])})
        catalog.Names = PDFDictionary({"EmbeddedFiles": names})
        document.updateSignature(facts.attachment)


def _output_intent(document: Any) -> PDFDictionary:  # noqa: ANN401 - reportlab has no types
    profile = _stream(_profile(), N=3, Filter=PDFName("FlateDecode"))
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_CONDITION),
            "Info": PDFString(_CONDITION),
            "DestOutputProfile": document.Reference(profile),
        }
    )


def _data_file(document: Any, data: bytes, made: str) -> PDFDictionary:  # noqa: ANN401 - untyped
    embedded = _stream(
        zlib.compress(data, 9),
        Type=PDFName("EmbeddedFile"),
        # A slash within a name is written by its number (ISO 32000-1, 7.3.5).
        Subtype="/application#2Fjson",
        Filter=PDFName("FlateDecode"),
        Params=PDFDictionary({"Size": len(data), "ModDate": PDFString(made)}),
    )
    inside = document.Reference(embedded)
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(DATA_FILE),
            "UF": PDFString(DATA_FILE),
            "Desc": PDFString(_DATA_MEANING),
            "AFRelationship": PDFName("Data"),
            "EF": PDFDictionary({"F": inside, "UF": inside}),
        }
    )


def _stream(content: bytes, **entries: object) -> PDFStream:
    return PDFStream(PDFDictionary(entries), content)


@lru_cache(maxsize=1)
def _profile() -> bytes:
    return zlib.compress(resource_path("colour/srgb.icc").read_bytes(), 9)
