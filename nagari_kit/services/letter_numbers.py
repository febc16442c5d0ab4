"""Finds the number that the next letter gets; issuing and every preview of it ask here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain.numbering import (
    NumberFacts,
    Series,
    next_sequence,
    render_number,
    series_of,
)
from nagari_kit.domain.office import NumberRule

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader
    from nagari_kit.documents.definitions import LetterDefinition


@dataclass(frozen=True, slots=True)
class NextNumber:
    """The place in a counter, and the number as printed."""

    series: Series
    sequence: int
    number: str


def next_letter_number(
    reader: Reader, rule: NumberRule, definition: LetterDefinition, on: date
) -> NextNumber:
    """The next number by this rule; nothing is reserved.

    When the rule was changed, its counter goes on after the letters of this type that others
    counted, and one for the whole office begins after all letters. A number that another counter
    has given is passed over.
    """
    classification = rule.classification or definition.code
    series = series_of(rule, definition.id, classification, on)
    counted = reader.numbering.highest(series.name, series.year)
    all_kinds = counted is None and rule.scope == "office"
    given = reader.numbering.highest_of("" if all_kinds else definition.id, series.year)
    office = reader.office.profile()
    facts = NumberFacts(classification, definition.abbreviation, office.unit, office.code, on)
    sequence = next_sequence(rule, max(counted or 0, given or 0))
    number = render_number(rule.pattern, sequence, facts)
    while reader.letters.has_number(number):
        sequence += 1
        number = render_number(rule.pattern, sequence, facts)
    return NextNumber(series, sequence, number)
