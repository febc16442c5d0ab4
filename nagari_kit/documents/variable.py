"""A name that a definition may print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nagari_kit.documents.facts import LetterFacts


@dataclass(frozen=True, slots=True)
class Variable:
    """`label` and `sample` are for people who write definitions; `read` gives "" for not known."""

    label: str
    sample: str
    read: Callable[[LetterFacts], str]
