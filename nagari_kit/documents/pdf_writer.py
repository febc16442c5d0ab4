"""Marks on pages into PDF/A-3b bytes; the same pages give the same bytes."""

from __future__ import annotations

import hashlib
import io
import threading
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from nagari_kit.documents.archival.parts import PDF_VERSION, make_archival
from nagari_kit.documents.archival.stream_ends import with_stream_ends
from nagari_kit.documents.archival.xmp import LANGUAGE, TOOL, DocumentFacts
from nagari_kit.documents.fonts import Face, register_fonts
from nagari_kit.documents.layout.marks import Page, PageImageMark
from nagari_kit.documents.logo import PreparedLogo
from nagari_kit.documents.page_code import FontNames, page_code

__all__ = ["DocumentFacts", "write_pdf"]

_LOGO_NAMES = ("Logo", "Logo2")
_writing = threading.Lock()
"""reportlab's fonts keep a reading position: one thread at a time reads them."""


def write_pdf(
    pages: Iterable[Page],
    size: tuple[float, float],
    facts: DocumentFacts,
    logos: Sequence[PreparedLogo | None] = (),
    images: Mapping[str, PreparedLogo] = MappingProxyType({}),
) -> bytes:
    """The pages as one PDF/A-3b; `size` is width and height in points.

    Pages may be made while they are taken: a book of hundreds does not hold up a letter meanwhile.
    `images`: the page images of forms by their SHA-256.
    """
    register_fonts()
    rl_config.useA85 = 0
    buffer = io.BytesIO()
    with _writing:
        canvas = Canvas(
            buffer,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=Face.REGULAR.value,
            lang=LANGUAGE,
            pdfVersion=PDF_VERSION,
        )
        canvas.setTitle(facts.title)
        canvas.setAuthor(facts.author)
        canvas.setSubject(facts.subject)
        canvas.setCreator(TOOL)
        made = f"D:{facts.day:%Y%m%d}000000+07'00'"
        canvas.setDateFormatter(lambda *_now: made)
        _forget_environment(canvas)
        fonts = FontNames(canvas._doc)  # noqa: SLF001 - dynamic fonts are asked by document
        shown = dict(zip(_LOGO_NAMES, logos, strict=False))
        pictures = tuple(_with_logo(canvas, name, shown.get(name)) for name in _LOGO_NAMES)
        behind = {
            key: _with_logo(canvas, f"Borang{key[:16]}", one)[0] for key, one in images.items()
        }
    for page in pages:
        with _writing:
            canvas.addLiteral(page_code(page, size[1], fonts, pictures, behind))
            used = [name for name, logo in shown.items() if logo]
            used += [f"Borang{key[:16]}" for key in images if _shows(page, key)]
            canvas._formsinuse.extend(used)  # noqa: SLF001 - names them for this page
            canvas.showPage()
    with _writing:
        fonts.keep_shown()
        make_archival(canvas._doc, facts, made)  # noqa: SLF001 - reportlab has no door for it
        canvas.save()
    return with_stream_ends(buffer.getvalue())


def _shows(page: Page, digest: str) -> bool:
    marks = (mark for _, strip in page.placed for mark in strip.marks)
    return any(isinstance(mark, PageImageMark) and mark.digest == digest for mark in marks)


def _forget_environment(canvas: Canvas) -> None:
    """The file's identity comes from its content alone, whatever SOURCE_DATE_EPOCH says."""
    canvas._doc.signature = hashlib.md5(usedforsecurity=False)  # noqa: SLF001 - no public door


def _with_logo(canvas: Canvas, name: str, logo: PreparedLogo | None) -> tuple[str, float]:
    """Puts a logo into the document; its internal name ("" for none) and its shape."""
    if logo is None:
        return "", 1.0
    document: Any = canvas._doc  # noqa: SLF001 - reportlab has no door for ready samples
    document.addForm(name, _image(logo))
    return document.getXObjectName(name), logo.shape


def _image(logo: PreparedLogo) -> PDFStream:
    last = len(logo.palette) // 3 - 1
    dictionary = PDFDictionary(
        {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": logo.width,
            "Height": logo.height,
            "BitsPerComponent": 8,
            "ColorSpace": f"[/Indexed /DeviceRGB {last} <{logo.palette.hex()}>]",
            "Filter": PDFName("FlateDecode"),
        }
    )
    return PDFStream(dictionary, logo.deflated)
