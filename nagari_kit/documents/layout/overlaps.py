"""What a laid out letter does wrong on paper: texts over each other, too near the edge, too small.

Judged from the marks that were placed, so that a test can look at every letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

from nagari_kit.documents.fonts import text_width
from nagari_kit.documents.layout.lines import ASCENT, DESCENT
from nagari_kit.documents.layout.marks import (
    CAP_RADIUS,
    MM,
    CapPlace,
    FillMark,
    LineMark,
    LogoMark,
    Mark,
    Page,
    TextMark,
)
from nagari_kit.documents.layout.pages import LaidOut
from nagari_kit.documents.wording import NO_BREAK

NEAREST_EDGE = 8 * MM
_TOUCH = 0.6
"""Boxes hold the highest and the deepest sign: such an overlap is none of ink."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """Where a text stands on its page, in points from the top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str
    size: float


def text_boxes(laid: LaidOut) -> list[TextBox]:
    """Every text of the letter, page by page; pages count from 0."""
    return [
        box for number, page in enumerate(laid.pages) for box in _boxes(number, page) if box.text
    ]


def smallest_size(laid: LaidOut) -> float:
    """The smallest type of the letter, in points."""
    return min((box.size for box in text_boxes(laid)), default=0.0)


def findings(laid: LaidOut) -> tuple[str, ...]:
    """What is wrong, in words, each with its page from 1; empty when nothing is."""
    found: list[str] = []
    for number, page in enumerate(laid.pages):
        boxes = [box for box in _boxes(number, page) if box.text.strip()]
        found += [f"page {number + 1}: {words}" for words in _judged(page, boxes, laid)]
    return tuple(found)


def _judged(page: Page, boxes: list[TextBox], laid: LaidOut) -> Iterator[str]:
    yield from _overlapping(boxes)
    for box in boxes:
        if box.size < laid.step.smallest - 1e-6:
            yield f"“{box.text}” is smaller than {laid.step.smallest:g} pt"
    width, height = laid.sheet.width - NEAREST_EDGE, laid.sheet.height - NEAREST_EDGE
    for left, top, right, bottom in _extents(page, boxes):
        if min(left, top) < NEAREST_EDGE - 1e-6 or right > width + 1e-6 or bottom > height + 1e-6:
            yield f"something stands at the edge: {left / MM:.1f}, {top / MM:.1f} mm"
    for top, strip in page.placed:
        for cap in strip.caps:
            for box in boxes:
                if _under(box, cap, top):
                    yield f"“{box.text}” stands under a cap"


def _boxes(number: int, page: Page) -> list[TextBox]:
    return [
        _box(number, top, mark)
        for top, strip in page.placed
        for mark in strip.marks
        if isinstance(mark, TextMark)
    ]


def _box(number: int, top: float, mark: TextMark) -> TextBox:
    spaces = mark.text.count(" ") + mark.text.count(NO_BREAK)
    width = text_width(mark.text, mark.face, mark.size) + mark.word_space * spaces
    above, below = ASCENT * mark.size, DESCENT * mark.size
    y = top + mark.y
    if mark.upright:
        box = (mark.x - above, y - width, mark.x + below, y)
    else:
        box = (mark.x, y - above, mark.x + width, y + below)
    return TextBox(number, *box, mark.text, mark.size)


def _overlapping(boxes: list[TextBox]) -> Iterator[str]:
    ordered = sorted(boxes, key=lambda box: box.top)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.top >= one.bottom - _TOUCH:
                break
            if other.left < one.right - _TOUCH and one.left < other.right - _TOUCH:
                yield f"“{one.text}” and “{other.text}” stand over each other"


def _extents(page: Page, boxes: list[TextBox]) -> Iterator[tuple[float, float, float, float]]:
    for box in boxes:
        yield box.left, box.top, box.right, box.bottom
    for top, strip in page.placed:
        for mark in strip.marks:
            extent = _extent(mark)
            if extent:
                left, above, right, below = extent
                yield left, top + above, right, top + below


def _extent(mark: Mark) -> tuple[float, float, float, float] | None:
    if isinstance(mark, LineMark):
        half = mark.width / 2
        across, down = (mark.x1, mark.x2), (mark.y1, mark.y2)
        if mark.x1 == mark.x2:
            return across[0] - half, min(down), across[0] + half, max(down)
        return min(across), min(down) - half, max(across), max(down) + half
    if isinstance(mark, FillMark | LogoMark):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    return None


def _under(box: TextBox, cap: CapPlace, top: float) -> bool:
    """Whether a foreign text comes into the circle; its own signature may be touched."""
    if cap.left - _TOUCH <= box.left and box.right <= cap.right + _TOUCH:
        own = abs((box.top + box.bottom) / 2 - (top + cap.y)) < CAP_RADIUS + box.size
        if own:
            return False
    x, y = cap.x, top + cap.y
    across = max(box.left - x, 0.0, x - box.right)
    down = max(box.top - y, 0.0, y - box.bottom)
    return hypot(across, down) < CAP_RADIUS - _TOUCH
