"""The marriage set as an entry of the list of types; its forms have a screen of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.marriage import DRAFT_TYPE
from nagari_kit.services.letter_catalogue import TypeChoice

MARRIAGE_SET = LetterType(
    id=DRAFT_TYPE,
    title="Berkas nikah N1 sampai N6",
    short_title="Satu isian untuk semua lembar",
    abbreviation="",
    code="",
    fields=(),
    validity_months=None,
    group="nikah",
)


def with_marriage_set(choice: TypeChoice) -> TypeChoice:
    """The choice with the whole set before its single forms."""
    return replace(choice, types=_inserted(choice.types))


def _inserted(types: Sequence[LetterType]) -> tuple[LetterType, ...]:
    places = (place for place, one in enumerate(types) if one.bundle == DRAFT_TYPE)
    first = next(places, None)
    if first is None:
        return tuple(types)
    return (*types[:first], MARRIAGE_SET, *types[first:])
