"""Keeps the office's rules for letter numbers and shows what they give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.number_rules import settings_faults
from nagari_kit.domain.numbering import NumberFacts, period_of
from nagari_kit.domain.office import INCOMING, OFFICIAL, NumberingSettings, NumberRule
from nagari_kit.errors import InputError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_numbers import is_official, next_letter_number, rule_of

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader


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

        `fields` are those of NumberRule, for the rule of a letter type with `type_id.` before.
        """
        for type_id in settings.by_type.keys() - {OFFICIAL, INCOMING}:
            self._context.definition(type_id)
        settings = _with_start_years(settings, self._context.clock.today())
        with self._context.store.read() as reader:
            self._refuse_faulty(reader, settings)
        with self._context.store.write(self._context.actor) as uow:
            uow.numbering.save_settings(settings)
            uow.record(events.numbering_saved(settings))
            uow.commit()
        return Changes.of(Kind.NUMBERING)

    def next_number(self, type_id: str, on: date) -> str:
        """The number that the next letter of this type would get; nothing is reserved."""
        with self._context.store.read() as reader:
            return self._number(reader, reader.numbering.settings(), type_id, on)

    def example(self, settings: NumberingSettings, type_id: str, on: date) -> str:
        """The next number that the rules would give, before they are saved. Raises InputError."""
        with self._context.store.read() as reader:
            self._refuse_faulty(reader, settings)
            return self._number(reader, settings, type_id, on)

    def _refuse_faulty(self, reader: Reader, settings: NumberingSettings) -> None:
        office = reader.office.profile()
        today = self._context.clock.today()
        kinds = {
            kind.id: NumberFacts(
                kind.code, kind.abbreviation, office.unit, office.code, today, office.unit
            )
            for kind in self._context.definitions.values()
        }
        official = frozenset(
            kind.id for kind in self._context.definitions.values() if is_official(kind)
        )
        _refuse(settings_faults(settings, kinds, official))

    def _number(self, reader: Reader, settings: NumberingSettings, type_id: str, on: date) -> str:
        definition = self._context.definition(type_id)
        rule = rule_of(settings, definition)
        return next_letter_number(reader, rule, definition, on).number


def _refuse(faults: dict[str, str]) -> None:
    if faults:
        raise InputError("Aturan nomor belum bisa dipakai. Aturan yang lama tidak berubah.", faults)


def _with_start_years(settings: NumberingSettings, today: date) -> NumberingSettings:
    """A start value above 1 is that of an office that begins in mid-year: it counts once."""

    def dated(rule: NumberRule) -> NumberRule:
        if rule.start == 1 or rule.start_year:
            return rule
        return replace(rule, start_year=period_of(rule, today))

    own = {type_id: dated(rule) for type_id, rule in settings.by_type.items()}
    return NumberingSettings(dated(settings.default), own)
