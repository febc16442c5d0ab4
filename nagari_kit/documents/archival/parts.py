"""What PDF/A-3b asks of a document besides its pages: description, colours, attached data.

ISO 19005-3: 6.2.3 output intent, 6.6 metadata, 6.8 embedded files and Annex E.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Any

from nagari_kit.documents.archival.xmp import DocumentFacts, xmp_packet
from nagari_kit.documents.raw_objects import RawObject, literal, reference, stream
from nagari_kit.infra.paths import resource_path

PDF_VERSION = (1, 7)
DATA_FILE = "surat.json"
_DATA_MEANING = "Data surat ini, untuk dibaca program"
_CONDITION = literal("sRGB IEC61966-2.1")


def make_archival(document: Any, facts: DocumentFacts, made: str) -> None:  # noqa: ANN401 - untyped
    """Adds the parts to reportlab's `document`; `made` is the PDF date of letter and data."""
    catalog = document.Catalog
    # reportlab writes only the entries that it knows of.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    for page in document.Pages.pages:
        page.Trans = None  # reportlab's empty way to turn pages: paper has none
    packet = xmp_packet(facts, document.info.producer)
    catalog.Metadata = RawObject(stream("/Type /Metadata /Subtype /XML", packet))
    catalog.ViewerPreferences = RawObject(b"<< /DisplayDocTitle true >>\n")
    profile = reference(document, _profile())
    catalog.OutputIntents = (
        f"[<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier {_CONDITION} "
        f"/Info {_CONDITION} /DestOutputProfile {profile} >>]"
    )
    if facts.attachment:
        file = reference(document, _data_file(document, facts.attachment, made))
        catalog.AF = f"[{file}]"
        names = f"<< /EmbeddedFiles << /Names [{literal(DATA_FILE)} {file}] >> >>\n"
        catalog.Names = RawObject(names.encode("ascii"))
        document.updateSignature(facts.attachment)


def _data_file(document: Any, data: bytes, made: str) -> bytes:  # noqa: ANN401 - untyped
    # A slash within a name is written by its number (ISO 32000-1, 7.3.5).
    entries = (
        "/Type /EmbeddedFile /Subtype /application#2Fjson /Filter /FlateDecode "
        f"/Params << /Size {len(data)} /ModDate {literal(made)} >>"
    )
    inside = reference(document, stream(entries, zlib.compress(data, 9)))
    name = literal(DATA_FILE)
    written = (
        f"<< /Type /Filespec /F {name} /UF {name} /Desc {literal(_DATA_MEANING)} "
        f"/AFRelationship /Data /EF << /F {inside} /UF {inside} >> >>\n"
    )
    return written.encode("ascii")


@lru_cache(maxsize=1)
def _profile() -> bytes:
    profile = resource_path("colour/srgb.icc").read_bytes()
    return stream("/N 3 /Filter /FlateDecode", zlib.compress(profile, 9))
