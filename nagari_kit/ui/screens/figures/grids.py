"""Tables of numbers as the page shows them; each number knows the names behind it."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.domain.figures import FlowBehind, PeopleBehind


@dataclass(frozen=True, slots=True)
class NamesWish:
    """A number that was opened: what it counts, in words, and how to find the people.

    `about` says when and where they are counted.
    """

    title: str
    about: str
    behind: PeopleBehind | FlowBehind


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` as it stands there; `ink` is a token. `shares` are lengths of bars from 0 to 1."""

    text: str
    wish: NamesWish | None = None
    ink: str = "ink"
    is_strong: bool = False
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class GridColumn:
    """`title` may have two lines. Numbers stand at the right; a bar column has no words."""

    title: str
    is_number: bool = True
    is_bar: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns, rows, and whether the last row is their sum."""

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    has_total: bool = True
