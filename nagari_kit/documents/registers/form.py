"""What a register is made of: its columns under headings, rows of cells, totals, who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

Cell: TypeAlias = str | int | date | None
"""Text with its own line ends, a count, a day, or nothing to say."""

Row: TypeAlias = tuple[Cell, ...]


class Kind(StrEnum):
    """What stands in a column; it decides where cells are set and how numbers are written.

    A COUNT of nought is a dash; a NUMBER (nomor urut) has no dots; a CODE (NIK, nomor KK, L, WNI)
    is text that is never parted.
    """

    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    DATE = "date"
    CODE = "code"


SOFT_BREAK = "\u00ad\n"
"""Inside a heading: a hyphen and a new line on paper, nothing in a spreadsheet."""


@dataclass(frozen=True, slots=True)
class Column:
    """One numbered column. `width` in mm of a table that is 303 mm wide; all are scaled alike.

    Line ends in `heading` are kept; `upright` headings are read from below. `heavy` draws a thick
    rule at the left of the column.
    """

    heading: str
    width: float
    kind: Kind = Kind.TEXT
    upright: bool = False
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over several columns."""

    heading: str
    members: tuple[Column | Group, ...]


@dataclass(frozen=True, slots=True)
class BookForm:
    """The empty form of a book. `code` is that of Permendagri 47/2016 ("B.1"), "" for a list.

    `size` of the cells' type in points; `head_rows` are least heights of the rows of headings in
    mm; `above` and `below` are the air in a row in points.
    """

    code: str
    title: str
    columns: tuple[Column | Group, ...]
    size: float = 8.0
    head_rows: tuple[float, ...] = ()
    above: float = 2.4
    below: float = 3.0

    @property
    def label(self) -> str:
        """`Buku B.1`; "" for a list that is no book."""
        return f"Buku {self.code}" if self.code else ""

    def leaves(self) -> tuple[Column, ...]:
        """The numbered columns from left to right."""
        return tuple(_leaves(self.columns))


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs a book: a first line ("Mengetahui", or place and date), offices, name, NIP.

    Without a name the paper has a dotted line for it.
    """

    first_line: str
    office_lines: tuple[str, ...]
    name: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """A book that is filled in, ready to be printed.

    `place` and `period` stand under the title; `foot` at the bottom of each page. `left` and
    `right` sign; None leaves that side out. `remarks` are sentences under the table.
    """

    form: BookForm
    place: str
    period: str
    foot: str
    rows: Sequence[Row]
    total: Row | None = None
    left: Signatory | None = None
    right: Signatory | None = None
    remarks: tuple[str, ...] = ()
    nothing: str = "Tidak ada catatan pada masa ini."
    """What the table says when there is no row."""


def _leaves(members: tuple[Column | Group, ...]) -> Iterator[Column]:
    for one in members:
        if isinstance(one, Group):
            yield from _leaves(one.members)
        else:
            yield one
