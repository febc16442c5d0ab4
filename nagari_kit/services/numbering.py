"""Keeps the office's rules for letter numbers and shows what they give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.number_options import NumberExamples, NumberOptions
from nagari_kit.domain.number_reservations import BackDating
from nagari_kit.domain.number_rules import settings_faults
from nagari_kit.domain.numbering import BLANK, NumberFacts, blank_number, period_of
from nagari_kit.domain.office import NumberingSettings, NumberRule
from nagari_kit.errors import InputError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_numbers import (
    NextNumber,
    is_official,
    next_letter_number,
    number_facts,
    place_after,
    rule_of,
)

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader
    from nagari_kit.documents.definitions import LetterDefinition

EXAMPLE_ROOM = "······"


class NumberingService:
    """Rules of letter numbers, per office and letter type. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def settings(self) -> NumberingSettings:
        """The office's rule and the exceptions per letter type."""
        with self._context.store.read() as reader:
            return reader.numbering.settings()

    def save(self, settings: NumberingSettings) -> Changes:
        """Replace the rules; letters already issued keep their numbers. Raises InputError.

        A start value counts in the year in which it is saved. `fields` are those of NumberRule,
        for the rule of a letter type with `type_id.` before.
        """
        for type_id in settings.by_type:
            if not type_id.startswith("@"):
                self._context.definition(type_id)
        settings = _with_start_years(settings, self._context.clock.today())
        with self._context.store.write(self._context.actor) as uow:
            self._refuse_faulty(uow.queries, settings)
            uow.numbering.save_settings(settings)
            uow.record(events.numbering_saved(settings))
            uow.commit()
        return Changes.of(Kind.NUMBERING)

    def next_number(self, type_id: str, on: date) -> str:
        """The number that the next letter of this type would get; nothing is reserved."""
        with self._context.store.read() as reader:
            return self._next(reader, reader.numbering.settings(), type_id, on).number

    def options(self, type_id: str, on: date) -> NumberOptions:
        """How a letter of this type and date may be numbered, with the warning of a back-dating."""
        definition = self._context.definition(type_id)
        with self._context.store.read() as reader:
            rule = rule_of(reader.numbering.settings(), definition)
            coming = next_letter_number(reader, rule, definition, on)
            by_hand = rule.mode == BLANK
            kept = reader.numbering.open_reservations()
            return NumberOptions(
                next_number="" if by_hand else coming.number,
                by_hand=by_hand,
                reserved=tuple(one for one in kept if one.type_id == type_id),
                back_dating=None if by_hand else _back_dating(reader, coming, on),
            )

    def examples(self, settings: NumberingSettings, type_id: str, on: date) -> NumberExamples:
        """What rules would give before they are saved, for a letter type. Raises InputError."""
        settings = _with_start_years(settings, on)
        with self._context.store.read() as reader:
            self._refuse_faulty(reader, settings)
            definition = self._context.definition(type_id)
            rule = rule_of(settings, definition)
            facts = number_facts(reader, rule, definition, on)
            coming = place_after(reader, rule, type_id, facts)
            return NumberExamples(
                next_number=coming.number,
                sequence=coming.sequence,
                other=self._other(reader, settings, type_id, coming, on),
                first_of_year=self._next(reader, settings, type_id, date(on.year + 1, 1, 2)).number,
                blank=blank_number(rule.pattern, facts, EXAMPLE_ROOM),
            )

    def _other(
        self,
        reader: Reader,
        settings: NumberingSettings,
        type_id: str,
        before: NextNumber,
        on: date,
    ) -> str:
        """The number of a letter of another type right after `before`."""
        others = (one.id for one in self._numbered() if one.id != type_id)
        definition = self._context.definitions[next(others, type_id)]
        rule = rule_of(settings, definition)
        facts = number_facts(reader, rule, definition, on)
        coming = place_after(reader, rule, definition.id, facts)
        if coming.series == before.series:
            coming = place_after(reader, rule, definition.id, facts, before.sequence)
        return coming.number

    def _numbered(self) -> list[LetterDefinition]:
        """Types that take a number of the office, by id."""
        definitions = self._context.definitions
        found = (definitions[one] for one in sorted(definitions))
        return [one for one in found if one.letter_type.numbered]

    def _refuse_faulty(self, reader: Reader, settings: NumberingSettings) -> None:
        office = reader.office.profile()
        today = self._context.clock.today()
        definitions = self._numbered()
        kinds = {
            kind.id: NumberFacts(
                kind.code, kind.abbreviation, office.unit, office.code, today, office.unit
            )
            for kind in definitions
        }
        official = frozenset(kind.id for kind in definitions if is_official(kind))
        faults = settings_faults(settings, kinds, official)
        if faults:
            raise InputError(
                "Aturan nomor belum bisa dipakai. Aturan yang lama tidak berubah.", faults
            )

    def _next(
        self, reader: Reader, settings: NumberingSettings, type_id: str, on: date
    ) -> NextNumber:
        definition = self._context.definition(type_id)
        return next_letter_number(reader, rule_of(settings, definition), definition, on)


def _back_dating(reader: Reader, coming: NextNumber, on: date) -> BackDating | None:
    before, after = reader.numbering.neighbours(coming.series, on)
    return BackDating(coming.number, on, before, after) if after is not None else None


def _with_start_years(settings: NumberingSettings, today: date) -> NumberingSettings:
    """A start value above 1 is that of an office that begins in mid-year: it counts once."""

    def dated(rule: NumberRule) -> NumberRule:
        if rule.start == 1 or rule.start_year:
            return rule
        return replace(rule, start_year=period_of(rule, today))

    own = {type_id: dated(rule) for type_id, rule in settings.by_type.items()}
    return NumberingSettings(dated(settings.default), own)
