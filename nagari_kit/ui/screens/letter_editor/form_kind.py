"""The shapes of the editor's forms: the keys of a part of a letter type, how each is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any


class Ask(Enum):
    """How a key is asked."""

    SENTENCE = auto()  # a template, several lines
    LINE = auto()  # a template, one line
    SENTENCES = auto()  # a list of templates, one a line
    TEXT = auto()
    TEXTS = auto()  # a list of texts, one a line
    CHOICE = auto()
    FLAG = auto()
    NUMBER = auto()
    CONDITIONS = auto()
    PEOPLE = auto()  # a list of roles, ticked
    ITEMS = auto()  # a list of maps, each with a form of its own
    CELLS = auto()  # a template for each column


@dataclass(frozen=True, slots=True)
class Part:
    """One key. `default` is what is left out of the TOML; `options` pairs of value and words.

    `source`: options that the letter type itself gives, by name; `items` the form of one item.
    `only_for`: the kinds (`jenis`) of which it is asked, () for all.
    """

    key: str
    label: str
    ask: Ask
    default: Any = ""
    options: tuple[tuple[str, str], ...] = ()
    source: str = ""
    items: FormKind | None = None
    help: str = ""
    only_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormKind:
    """`title` names one of it; `icon` stands before it. `has_id`: its id is made of its label."""

    title: str
    icon: str
    parts: tuple[Part, ...]
    has_id: bool = False

    def part(self, key: str) -> Part | None:
        """The part of this key."""
        return next((one for one in self.parts if one.key == key), None)


WHEN = Part("jika", "Bila … maka", Ask.CONDITIONS, ())
