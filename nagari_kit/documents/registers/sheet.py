"""The landscape sheet of a register, and where its columns and its head stand on it (points)."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.fonts import Face, text_width
from nagari_kit.documents.layout.marks import MM
from nagari_kit.documents.layout.steps import PAPERS
from nagari_kit.documents.registers.cells import Fitted, fitted
from nagari_kit.documents.registers.form import SOFT_BREAK, BookForm
from nagari_kit.documents.registers.headings import Heading, head_depth, headings
from nagari_kit.domain.office import PaperSize

TOP, LEFT, RIGHT, BOTTOM = 15 * MM, 15 * MM, 12 * MM, 15 * MM
TITLE_HEIGHT = 21.8 * MM
"""The lines over the table on the first page, with the air below them."""
FOOT = 8 * MM
SIDE = 1.1 * MM
LEADING = 1.2
NUMBER_SIZE, NUMBER_HEIGHT = 7.5, 3.7 * MM
HEAD_AIR = 2.5
_UPRIGHT_AIR = 3.0
_LEAST_HEAD_ROW = 5.5 * MM


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A heading with its box and its lines."""

    heading: Heading
    left: float
    top: float
    width: float
    height: float
    words: Fitted


@dataclass(frozen=True, slots=True)
class BookSheet:
    """Width and height of the paper, the columns' edges, and the head of the table."""

    width: float
    height: float
    edges: tuple[float, ...]
    head: tuple[HeadCell, ...]
    head_height: float
    """With the row of column numbers."""

    def room(self, column: int) -> float:
        """For text in a column."""
        return self.edges[column + 1] - self.edges[column] - 2 * SIDE

    def table_top(self, page: int) -> float:
        """Where the table begins; pages count from 0."""
        return TOP + (TITLE_HEIGHT if page == 0 else 0.0)

    def capacity(self, page: int) -> float:
        """Height for rows on a page."""
        return self.height - BOTTOM - self.table_top(page) - self.head_height

    @property
    def text_right(self) -> float:
        """Where table and lines end."""
        return self.edges[-1]


def book_sheet(form: BookForm, paper: PaperSize) -> BookSheet:
    """The sheet of a form on this paper, turned on its side."""
    height, width = PAPERS[paper]
    columns = form.leaves()
    scale = (width - LEFT - RIGHT) / sum(column.width for column in columns)
    edges = [LEFT]
    for column in columns:
        edges.append(edges[-1] + column.width * scale)
    placed = headings(form)
    words = {one: _words(one, form, edges) for one in placed}
    rows = _row_heights(form, words)
    tops = [0.0]
    for row in rows:
        tops.append(tops[-1] + row)
    head = tuple(
        HeadCell(
            one,
            edges[one.first],
            tops[one.top],
            edges[one.last + 1] - edges[one.first],
            tops[one.bottom + 1] - tops[one.top],
            words[one],
        )
        for one in placed
    )
    return BookSheet(width, height, tuple(edges), head, tops[-1] + NUMBER_HEIGHT)


def _words(one: Heading, form: BookForm, edges: list[float]) -> Fitted:
    text = one.text.replace(SOFT_BREAK, "-\n")
    if one.upright:
        return Fitted(tuple(text.split("\n")), _upright_size(text, one, form, edges))
    room = edges[one.last + 1] - edges[one.first] - 2 * SIDE
    return fitted(text, room, form.size, Face.SANS_BOLD)


def _upright_size(text: str, one: Heading, form: BookForm, edges: list[float]) -> float:
    """So that its lines stand side by side in the column."""
    room = edges[one.last + 1] - edges[one.first] - 1.0
    return min(form.size, room / (LEADING * len(text.split("\n"))))


def _row_heights(form: BookForm, words: dict[Heading, Fitted]) -> list[float]:
    """Least heights, each heading's need spread over the rows that it spans."""
    depth = head_depth(form)
    least = [height * MM for height in form.head_rows] or [_LEAST_HEAD_ROW]
    rows = [least[min(row, len(least) - 1)] for row in range(depth)]
    for one in sorted(words, key=lambda heading: heading.bottom - heading.top):
        needed = _needed(one, words[one])
        spanned = range(one.top, one.bottom + 1)
        missing = needed - sum(rows[row] for row in spanned)
        for row in spanned:
            rows[row] += max(0.0, missing) / len(spanned)
    return rows


def _needed(one: Heading, words: Fitted) -> float:
    if not one.upright:
        return len(words.lines) * words.size * LEADING + 2 * HEAD_AIR
    longest = max(text_width(line, Face.SANS_BOLD, words.size) for line in words.lines)
    return longest + 2 * _UPRIGHT_AIR
