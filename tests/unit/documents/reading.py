"""Reads a PDF back as a citizen's program would: words, boxes of signs, fonts, page sizes."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

MM = 72 / 25.4


@dataclass(frozen=True)
class Sign:
    """One visible character; points from the top left of its page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


def page_sizes_mm(pdf: bytes) -> list[tuple[int, int]]:
    document = pdfium.PdfDocument(pdf)
    sizes = [page.get_size() for page in document]
    document.close()
    return [(round(width / MM), round(height / MM)) for width, height in sizes]


def page_texts(pdf: bytes) -> list[str]:
    document = pdfium.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [text.replace("\r\n", "\n").replace("\ufffe", "") for text in texts]


def running_text(pdf: bytes) -> str:
    """All words of all pages with single spaces."""
    return re.sub(r"\s+", " ", " ".join(page_texts(pdf)))


def signs(pdf: bytes) -> list[Sign]:
    """Every character that is not a space."""
    document = pdfium.PdfDocument(pdf)
    found = []
    for number, page in enumerate(document):
        height = page.get_size()[1]
        textpage = page.get_textpage()
        for index in range(textpage.count_chars()):
            text = textpage.get_text_range(index, 1)
            if text.strip():
                left, bottom, right, top = textpage.get_charbox(index)
                found.append(Sign(number, text, left, height - top, right, height - bottom))
    document.close()
    return found


def text_within(pdf: bytes, page: int, left: float, top: float, width: float, height: float) -> str:
    """The characters whose middle lies in the rectangle, in reading order, without spaces."""
    inside = [
        sign
        for sign in signs(pdf)
        if sign.page == page
        and left <= (sign.left + sign.right) / 2 <= left + width
        and top <= (sign.top + sign.bottom) / 2 <= top + height
    ]
    return "".join(sign.text for sign in inside)


def overlapping(pdf: bytes) -> list[tuple[Sign, Sign]]:
    """Pairs of characters that lie on one another by more than a quarter of the smaller one."""
    cells: dict[tuple[int, int, int], list[Sign]] = {}
    pairs = set()
    for sign in signs(pdf):
        for column in range(int(sign.left // 12), int(sign.right // 12) + 1):
            for row in range(int(sign.top // 12), int(sign.bottom // 12) + 1):
                cell = cells.setdefault((sign.page, column, row), [])
                pairs |= {(other, sign) for other in cell if _covered(other, sign) > 0.25}
                cell.append(sign)
    return sorted(pairs, key=lambda pair: pair[0].top)


def _covered(one: Sign, other: Sign) -> float:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    if across <= 0 or down <= 0:
        return 0.0
    areas = [(s.right - s.left) * (s.bottom - s.top) for s in (one, other)]
    return across * down / max(min(areas), 0.5)


def unembedded_fonts(pdf: bytes, folder: Path) -> list[str]:
    """Lines of poppler's font list that do not say embedded and subset."""
    path = folder / "letter.pdf"
    path.write_bytes(pdf)
    output = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True, text=True)
    lines = output.stdout.splitlines()[2:]
    assert lines, "no font at all"
    return [line for line in lines if not re.search(r"\byes\s+yes\s+yes\b", line)]
