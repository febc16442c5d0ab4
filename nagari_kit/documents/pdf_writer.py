"""Marks on pages into PDF bytes with embedded fonts; the same pages give the same bytes."""

from __future__ import annotations

import hashlib
import io
import threading
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from nagari_kit.documents.fonts import Face, register_fonts
from nagari_kit.documents.layout.marks import FillMark, LineMark, LogoMark, Page, TextMark
from nagari_kit.documents.logo import PreparedLogo

_LOGO_NAME = "Logo"
_writing = threading.Lock()
"""reportlab's fonts keep a reading position: one document is written at a time."""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the file says of itself."""

    title: str
    author: str
    subject: str = ""
    day: date = date(2000, 1, 1)


def write_pdf(
    pages: list[Page],
    size: tuple[float, float],
    facts: DocumentFacts,
    logo: PreparedLogo | None = None,
) -> bytes:
    """The pages as one PDF; `size` is width and height in points."""
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
            lang="id-ID",
        )
        canvas.setTitle(facts.title)
        canvas.setAuthor(facts.author)
        canvas.setSubject(facts.subject)
        canvas.setCreator("Nagari Kit")
        made = f"D:{facts.day:%Y%m%d}000000+07'00'"
        canvas.setDateFormatter(lambda *_now: made)
        _forget_environment(canvas)
        for page in pages:
            _PageWriter(canvas, size[1], logo).write(page)
            canvas.showPage()
        canvas.save()
    return buffer.getvalue()


def _forget_environment(canvas: Canvas) -> None:
    """The file's identity comes from its content alone, whatever SOURCE_DATE_EPOCH says."""
    canvas._doc.signature = hashlib.md5(usedforsecurity=False)  # noqa: SLF001 - no public door


class _PageWriter:
    """One page; texts go into one text object so that fonts are named only when they change."""

    def __init__(self, canvas: Canvas, height: float, logo: PreparedLogo | None) -> None:
        self._canvas = canvas
        self._height = height
        self._logo = logo
        self._pen: tuple[float, float, tuple[float, ...]] | None = None

    def write(self, page: Page) -> None:
        """Fills and lines first, text above them."""
        texts: list[tuple[float, TextMark]] = []
        for top, strip in page.placed:
            for mark in strip.marks:
                if isinstance(mark, TextMark):
                    texts.append((top, mark))
                elif isinstance(mark, LineMark):
                    self._line(mark, top)
                elif isinstance(mark, FillMark):
                    self._fill(mark, top)
                else:
                    self._draw_logo(mark, top)
        self._texts(texts)

    def _texts(self, texts: list[tuple[float, TextMark]]) -> None:
        block = self._canvas.beginText()
        face, size, space, gray = None, 0.0, 0.0, 0.0
        for top, mark in texts:
            if mark.face is not face or mark.size != size:
                face, size = mark.face, mark.size
                block.setFont(face.value, round(size, 3))
            if mark.word_space != space:
                space = mark.word_space
                block.setWordSpace(round(space, 4))
            if mark.gray != gray:
                gray = mark.gray
                block.setFillGray(round(gray, 3))
            block.setTextOrigin(round(mark.x, 3), round(self._height - top - mark.y, 3))
            block.textOut(mark.text)
        self._canvas.drawText(block)

    def _line(self, mark: LineMark, top: float) -> None:
        canvas = self._canvas
        pen = (mark.width, mark.gray, mark.dash)
        if pen != self._pen:
            self._pen = pen
            canvas.setLineWidth(mark.width)
            canvas.setStrokeGray(round(mark.gray, 3))
            canvas.setDash(list(mark.dash))
        base = self._height - top
        canvas.line(
            round(mark.x1, 3), round(base - mark.y1, 3), round(mark.x2, 3), round(base - mark.y2, 3)
        )

    def _fill(self, mark: FillMark, top: float) -> None:
        self._canvas.setFillGray(round(mark.gray, 3))
        y = self._height - top - mark.y - mark.height
        self._canvas.rect(round(mark.x, 3), round(y, 3), mark.width, mark.height, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def _draw_logo(self, mark: LogoMark, top: float) -> None:
        if self._logo is None:
            return
        logo = self._logo
        scale = min(mark.width / logo.width, mark.height / logo.height)
        width, height = logo.width * scale, logo.height * scale
        x = mark.x + (mark.width - width) / 2
        y = self._height - top - mark.y - (mark.height + height) / 2
        document: Any = self._canvas._doc  # noqa: SLF001 - reportlab has no door for ready samples
        if not document.hasForm(_LOGO_NAME):
            document.addForm(_LOGO_NAME, _image(logo))
        self._canvas.saveState()
        self._canvas.transform(round(width, 3), 0, 0, round(height, 3), round(x, 3), round(y, 3))
        self._canvas.doForm(_LOGO_NAME)
        self._canvas.restoreState()


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
