"""What gives way, in which order, so that a letter fits one page; and the page's own measures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from nagari_kit.documents.layout.marks import MM
from nagari_kit.documents.snapshot import LookText
from nagari_kit.domain.office import PaperSize


@dataclass(frozen=True, slots=True)
class Step:
    """One setting of the letter: points for type, mm turned into points for space.

    `gap` scales the space between paragraphs, `padding` that inside tables; `air` stands under
    the kop, `signature_air` above the signature.
    """

    name: str
    size: float
    leading: float
    gap: float
    signature_space: float
    padding: float
    air: float
    signature_air: float
    smallest: float = 0.0

    def at_least(self, size: float) -> float:
        """The size, unless that is too small for this letter."""
        return max(size, self.smallest)

    @property
    def paragraph_gap(self) -> float:
        """Between two paragraphs."""
        return 2.2 * MM * self.gap

    @property
    def table_gap(self) -> float:
        """After a table."""
        return 2.5 * MM * self.gap

    @property
    def row_leading(self) -> float:
        """Line to line in the identity table."""
        return min(self.leading, 16.5 * max(1.0, self.size / 12)) + 0.6


STEPS = (
    Step("roomy", 12, 18, 1.25, 28 * MM, 1.0, 8 * MM, 5 * MM),
    Step("standard", 12, 16, 1.0, 26 * MM, 1.0, 8 * MM, 5 * MM),
    Step("tight-1", 12, 15, 0.75, 24 * MM, 0.9, 8 * MM, 5 * MM),
    Step("tight-2", 12, 14.2, 0.6, 22 * MM, 0.8, 6 * MM, 2 * MM),
    Step("tight-3", 11.5, 13.8, 0.55, 22 * MM, 0.8, 6 * MM, 2 * MM),
    Step("tight-4", 11, 13.2, 0.5, 22 * MM, 0.75, 5 * MM, 2 * MM),
)
TWO_PAGES = 1
"""Which of the steps is used on several pages."""
_OWN_SIZE, _FLOOR = 12.0, 11.0


@lru_cache(maxsize=16)
def steps_for(look: LookText, smallest: float) -> tuple[Step, ...]:
    """The steps in the office's own type size, and with the letter's lower bound."""
    if not look.base_size and not smallest:
        return STEPS
    wanted = look.base_size / 10 if look.base_size else _OWN_SIZE
    made = []
    for step in STEPS:
        size = max(wanted + step.size - _OWN_SIZE, min(_FLOOR, wanted))
        leading = step.leading * size / step.size
        made.append(replace(step, size=size, leading=leading, smallest=smallest))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper and margins in points."""

    width: float
    height: float
    top: float
    left: float
    right: float
    bottom: float
    next_top: float = 20 * MM
    foot: float = 10 * MM

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - self.left - self.right

    @property
    def text_right(self) -> float:
        """Where the text ends."""
        return self.width - self.right

    def capacity(self, page: int) -> float:
        """Height for text on a page; pages count from 0."""
        top = self.top if page == 0 else self.next_top
        return self.height - top - self.bottom


PAPERS = {PaperSize.F4: (215 * MM, 330 * MM), PaperSize.A4: (210 * MM, 297 * MM)}


_USUAL = LookText()


def sheet(paper: PaperSize, look: LookText = _USUAL, *, with_kop: bool) -> Sheet:
    """The sheet of a letter with or without letterhead, with the margins that the office set."""
    width, height = PAPERS[paper]
    top, bottom = (15, 18) if with_kop else (18, 15)
    return Sheet(
        width,
        height,
        (look.margin_top or top) * MM,
        (look.margin_left or 25) * MM,
        (look.margin_right or 20) * MM,
        (look.margin_bottom or bottom) * MM,
    )
