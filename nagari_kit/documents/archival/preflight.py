"""Checks that a PDF keeps what PDF/A-3b promises, as far as our own documents can break it.

Clauses are those of ISO 19005-3. This is no validator of foreign files: what our writer never
makes (annotations, optional content, forms) is refused as a whole, not judged.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pikepdf

_PART = "{http://www.aiim.org/pdfa/ns/id/}part"
_CONFORMANCE = "{http://www.aiim.org/pdfa/ns/id/}conformance"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_ALTERNATIVE = ".//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_HEADER = re.compile(rb"%PDF-1\.7\n%[\x80-\xff]{4}")
_TIGHT_END = re.compile(rb"[^\r\n]endstream")
_SUBSET = re.compile(r"/[A-Z]{6}\+")
_MEANINGS = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")
_FORBIDDEN_ROOT = ("/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/Requirements")
_FORBIDDEN_PAGE = ("/AA", "/Annots", "/Group", "/PresSteps")
_FORBIDDEN_COLOUR = frozenset({"k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"})
_DATA_NAME = "surat.json"


def preflight(pdf: bytes) -> tuple[str, ...]:
    """What is wrong, in short sentences; empty when nothing is."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return tuple(_findings(pdf, document))
    except pikepdf.PdfError as error:
        return (f"unreadable: {error}",)


def attached_data(pdf: bytes) -> dict[str, Any]:
    """The letter's own data out of its PDF. Raises KeyError when there is none."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found: dict[str, Any] = json.loads(document.attachments[_DATA_NAME].get_file().read_bytes())
        return found


def _findings(pdf: bytes, document: pikepdf.Pdf) -> Iterator[str]:
    yield from _file(pdf, document)
    yield from _metadata(document)
    yield from _output_intent(document)
    yield from _attachments(document)
    for number, page in enumerate(document.pages, start=1):
        for finding in _page(page):
            yield f"page {number}: {finding}"


def _file(pdf: bytes, document: pikepdf.Pdf) -> Iterator[str]:
    """6.1 file structure, 6.5 annotations, 6.6.1 actions."""
    if not _HEADER.match(pdf):
        yield "header is not that of a binary PDF 1.7"
    if "/ID" not in document.trailer:
        yield "no identity in the trailer"
    if document.is_encrypted:
        yield "encrypted"
    if pdf[pdf.rfind(b"%%EOF") :].strip() != b"%%EOF":
        yield "bytes after the end of the file"
    if _TIGHT_END.search(pdf):
        yield "endstream without a line end before it"
    yield from (f"syntax: {problem}" for problem in document.check_pdf_syntax())
    root = document.Root
    yield from (f"{key} in the catalog" for key in _FORBIDDEN_ROOT if key in root)
    if "/JavaScript" in root.get("/Names", {}):
        yield "script"
    for item in document.objects:
        yield from _object(item)


def _object(item: pikepdf.Object) -> Iterator[str]:
    if isinstance(item, pikepdf.Stream):
        if "/LZWDecode" in str(item.get("/Filter", "")):
            yield "LZW filter"
        if "/F" in item or "/FFilter" in item:
            yield "content outside of the file"
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        if item.get("/S") in {"/JavaScript", "/Launch", "/ImportData", "/ResetForm"}:
            yield f"action {item.S}"
        if "/SMask" in item and item.SMask != "/None":
            yield "transparency"


def _metadata(document: pikepdf.Pdf) -> Iterator[str]:
    """6.6.2 XMP, 6.6.4 version identification, 6.7 language."""
    if str(document.Root.get("/Lang", "")) != "id-ID":
        yield "language is not id-ID"
    if "/Metadata" not in document.Root:
        yield "no XMP"
        return
    packet = document.Root.Metadata.read_bytes().decode("utf-8")
    tree = ElementTree.fromstring(packet.encode())  # noqa: S314 - only our own files are judged
    said = {one.tag: one for one in tree.iter()}
    if _PART not in said or _CONFORMANCE not in said:
        yield "XMP names no PDF/A part"
        return
    if (said[_PART].text, said[_CONFORMANCE].text) != ("3", "B"):
        yield "XMP names another PDF/A part"
    title = said[_TITLE].find(_ALTERNATIVE) if _TITLE in said else None
    if title is None or not title.text:
        yield "no title"
    elif title.text.split() != str(document.docinfo.get("/Title", "")).split():
        yield "XMP and information dictionary name different titles"


def _output_intent(document: pikepdf.Pdf) -> Iterator[str]:
    """6.2.3 output intent, with an ICC profile of version 2 or 4 for RGB."""
    intents = [
        one for one in document.Root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFA1"
    ]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        yield "not exactly one output intent with a profile"
        return
    profile = intents[0].DestOutputProfile
    content = profile.read_bytes()
    sound = content[36:40] == b"acsp" and content[16:20] == b"RGB " and content[8] in {2, 4}
    if not sound or int(profile.N) != 3 or int.from_bytes(content[:4], "big") != len(content):
        yield "output intent's profile is no RGB profile"


def _attachments(document: pikepdf.Pdf) -> Iterator[str]:
    """6.8 embedded files: described, related to the document, data readable."""
    related = [one.objgen for one in document.Root.get("/AF", [])]
    for name, spec in document.attachments.items():
        file = spec.obj
        if file.get("/AFRelationship") not in {"/Data", "/Source", "/Alternative", "/Supplement"}:
            yield f"{name} says not how it belongs to the document"
        if file.objgen not in related:
            yield f"{name} is not among the document's associated files"
        if not {"/F", "/UF"} <= set(file.keys()):
            yield f"{name} has no file name"
        if "/Subtype" not in file.EF.F or "/ModDate" not in file.EF.F.get("/Params", {}):
            yield f"{name} has no kind or date"
        if name == _DATA_NAME and not _readable(file.EF.F.read_bytes()):
            yield f"{name} is no JSON with schema and version"


def _readable(data: bytes) -> bool:
    try:
        value = json.loads(data)
    except ValueError:
        return False
    return isinstance(value, dict) and {"schema", "version"} <= set(value)


def _page(page: pikepdf.Page) -> Iterator[str]:
    """6.2 graphics: fonts embedded, nothing shown that they lack, no colour beside grey and RGB."""
    yield from (f"{key} in the page" for key in _FORBIDDEN_PAGE if key in page.obj)
    fonts = {str(name): font for name, font in page.resources.get("/Font", {}).items()}
    known = {name: _meanings(font) for name, font in fonts.items()}
    for name, font in fonts.items():
        yield from (f"font {name} {problem}" for problem in _font(font))
    font_name = ""
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator):
            case "Tf":
                font_name = str(step.operands[0])
            case "Tj":
                unknown = set(bytes(step.operands[0])) - known.get(font_name, set())
                if unknown:
                    yield f"shows {len(unknown)} signs that font {font_name} lacks"
            case word if word in _FORBIDDEN_COLOUR:
                yield f"colour operator {word}"


def _font(font: pikepdf.Object) -> Iterator[str]:
    """6.2.11: embedded, a marked subset, symbolic without an encoding, widths for every code."""
    descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
    if "/FontFile2" not in descriptor:
        yield "is not embedded"
    if not _SUBSET.match(str(font.BaseFont)) or font.BaseFont != descriptor.get("/FontName"):
        yield "is not marked as a subset"
    if "/Encoding" in font or not int(descriptor.get("/Flags", 0)) & 4:
        yield "has an encoding of its own"
    if len(font.Widths) != int(font.LastChar) - int(font.FirstChar) + 1:
        yield "has too few widths"
    if "/ToUnicode" not in font:
        yield "does not say what its signs mean"


def _meanings(font: pikepdf.Object) -> set[int]:
    """The codes whose sign is known, so that a glyph stands for each."""
    table = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    return {int(code, 16) for code, sign in _MEANINGS.findall(table) if int(sign, 16)}
