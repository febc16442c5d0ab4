"""Finds and gives the number of a letter; issuing and every preview of it ask here."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain.number_reservations import Skip
from nagari_kit.domain.numbering import (
    BLANK,
    COUNTER,
    MANUAL,
    RESERVED,
    GivenNumber,
    NumberChoice,
    NumberFacts,
    Series,
    blank_number,
    facts_by,
    next_sequence,
    render_number,
    rule_for,
    series_of,
    start_of,
)
from nagari_kit.domain.office import INCOMING, OF_CODE, NumberingSettings, NumberRule, OfficeProfile
from nagari_kit.errors import InputError
from nagari_kit.services.chosen_numbers import manual_number, reserved_number

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader, UnitOfWork
    from nagari_kit.documents.definitions import LetterDefinition

HAND_ROOM = "\N{NO-BREAK SPACE}" * 14
"""About 15 mm of a 12 point letter: room for four figures of a pen."""
OFFICIAL_GROUP = "dinas"
_ALL_DAYS = (date(1, 1, 1), date(9999, 12, 31))


@dataclass(frozen=True, slots=True)
class NextNumber:
    """The place in a counter, the number as printed, and what the counter passes over to it."""

    series: Series
    sequence: int
    number: str
    skips: tuple[Skip, ...] = ()


def is_official(definition: LetterDefinition) -> bool:
    """Whether letters of this definition are surat dinas: of the office to another."""
    return definition.letter_type.group == OFFICIAL_GROUP


def rule_of(settings: NumberingSettings, definition: LetterDefinition) -> NumberRule:
    """The rule by which letters of this definition are numbered.

    The start of a counter that several types share by their code is that of the counter.
    """
    rule = rule_for(settings, definition.id, official=is_official(definition))
    if rule.scope == "code":
        begun = settings.by_type.get(f"{OF_CODE}{rule.classification or definition.code}")
        if begun is not None:
            return replace(rule, start=begun.start, start_year=begun.start_year)
    return rule


def assign(
    uow: UnitOfWork,
    rule: NumberRule,
    definition: LetterDefinition,
    on: date,
    choice: NumberChoice | None = None,
    office: OfficeProfile | None = None,
) -> GivenNumber:
    """The number of the letter that this transaction files; why numbers are skipped is noted.

    `choice` None: the counter, or room for the hand where the rule says so. `office`: the profile
    when it was read already. Raises InputError
    (`number`, `number_reason`, `reservation`), ConflictError when a typed or kept number is gone;
    then nothing is taken.
    """
    facts = number_facts(uow.queries, rule, definition, on, office)
    given = _given(uow, rule, definition, facts, choice or NumberChoice())
    return replace(given, classification=facts.classification)


def _given(
    uow: UnitOfWork,
    rule: NumberRule,
    definition: LetterDefinition,
    facts: NumberFacts,
    wanted: NumberChoice,
) -> GivenNumber:
    mode = BLANK if wanted.mode == COUNTER and rule.mode == BLANK else wanted.mode
    if mode == BLANK:
        series = series_of(rule, definition.id, facts.classification, facts.issue_date)
        printed = blank_number(rule.pattern, facts, HAND_ROOM)
        return GivenNumber(series, None, "", BLANK, wanted.reason.strip(), printed)
    if mode == RESERVED:
        return reserved_number(uow, wanted, definition.id)
    found = place_after(uow.queries, rule, definition.id, facts)
    if mode == MANUAL:
        return manual_number(uow, rule, facts, found, wanted)
    if mode != COUNTER:
        raise InputError("Cara memberi nomor itu tidak dikenal.", {"number": "Pilih cara nomor."})
    uow.numbering.note_skips(found.series, found.skips)
    number = found.number
    return GivenNumber(found.series, found.sequence, number, COUNTER, "", number)


def next_letter_number(
    reader: Reader, rule: NumberRule, definition: LetterDefinition, on: date
) -> NextNumber:
    """The next number by this rule; nothing is reserved."""
    facts = number_facts(reader, rule, definition, on)
    return place_after(reader, rule, definition.id, facts)


def number_facts(
    reader: Reader,
    rule: NumberRule,
    definition: LetterDefinition,
    on: date,
    office: OfficeProfile | None = None,
) -> NumberFacts:
    """What the tokens of the rule's pattern stand for; `office` when it was read already."""
    office = office or reader.office.profile()
    plain = NumberFacts(
        definition.code, definition.abbreviation, office.unit, office.code, on, office.unit
    )
    return facts_by(rule, plain)


def place_after(
    reader: Reader, rule: NumberRule, type_id: str, facts: NumberFacts, counted: int | None = None
) -> NextNumber:
    """The first free place of the counter behind `counted` (None: behind all that was given).

    When the rule was changed, its counter goes on after the letters of this type that others
    counted, and one for the whole office begins after all letters. A number that another counter
    has given is passed over.
    """
    on = facts.issue_date
    series = series_of(rule, type_id, facts.classification, on)
    before, others = counted, 0
    if before is None:
        days = _days_of(rule, on)
        standing = reader.numbering.standing(series, type_id, *days)
        before, others = standing.counted, standing.of_type
        if not before and rule.scope == "office":
            others = reader.numbering.highest_of_all(*days)
    sequence, skips = before + 1, []
    for kind, after in (("start", start_of(rule, on)), ("rule", others + 1)):
        if after > sequence:
            skips.append(Skip(kind, sequence, after - 1))
            sequence = after
    number, first = render_number(rule.pattern, sequence, facts), sequence
    while reader.numbering.is_taken(number):
        sequence += 1
        number = render_number(rule.pattern, sequence, facts)
    if sequence > first:
        skips.append(Skip("taken", first, sequence - 1))
    return NextNumber(series, sequence, number, tuple(skips))


def shared_agenda_number(uow: UnitOfWork, on: date) -> int | None:
    """The next number of an incoming letter that counts with the office's letters.

    None: incoming letters have their own agenda. Why numbers are skipped is noted.
    """
    rule = uow.numbering.settings().by_type.get(INCOMING)
    if rule is None or rule.scope not in {"office", "group"} or rule.reset != "year":
        return None
    series = series_of(rule, INCOMING, "", on)
    before = uow.numbering.standing(series, INCOMING, *_days_of(rule, on)).counted
    sequence = next_sequence(rule, before, on)
    if sequence > before + 1:
        uow.numbering.note_skips(series, [Skip("start", before + 1, sequence - 1)])
    return sequence


def _days_of(rule: NumberRule, on: date) -> tuple[date, date]:
    """The days in which the counter counts that is asked on a day."""
    if rule.reset == "never":
        return _ALL_DAYS
    if rule.reset == "month":
        return on.replace(day=1), on.replace(day=monthrange(on.year, on.month)[1])
    return date(on.year, 1, 1), date(on.year, 12, 31)
