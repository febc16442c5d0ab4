"""Where each heading of a form stands: the rows and columns that it spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nagari_kit.documents.registers.form import SOFT_BREAK, BookForm, Column, Group


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over columns `first` to `last` and rows `top` to `bottom`, all inclusive."""

    text: str
    first: int
    last: int
    top: int
    bottom: int
    upright: bool = False

    @property
    def plain(self) -> str:
        """On one line, without the hyphens that only paper needs."""
        return self.text.replace(SOFT_BREAK, "").replace("\n", " ")


def head_depth(form: BookForm) -> int:
    """How many rows of headings the form has."""
    return max(_depth(one) for one in form.columns)


def headings(form: BookForm) -> tuple[Heading, ...]:
    """Every heading once, from left to right and from above.

    A column's heading reaches down to the last row, and that of a group of columns to the last but
    one; a group of groups takes one row.
    """
    return tuple(_placed(form.columns, 0, 0, head_depth(form)))


def _depth(one: Column | Group) -> int:
    if isinstance(one, Column):
        return 1
    return 1 + max(_depth(member) for member in one.members)


def _width(one: Column | Group) -> int:
    return sum(_width(member) for member in one.members) if isinstance(one, Group) else 1


def _placed(
    members: tuple[Column | Group, ...], first: int, top: int, depth: int
) -> Iterator[Heading]:
    for one in members:
        last = first + _width(one) - 1
        if isinstance(one, Column):
            yield Heading(one.heading, first, last, top, depth - 1, one.upright)
        else:
            of_columns = all(isinstance(member, Column) for member in one.members)
            below = depth - 1 if of_columns else top + 1
            yield Heading(one.heading, first, last, top, below - 1)
            yield from _placed(one.members, first, below, depth)
        first = last + 1
