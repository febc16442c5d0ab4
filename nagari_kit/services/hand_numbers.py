"""Enters the numbers that were written on letters by hand, each once."""

from __future__ import annotations

from nagari_kit.domain import number_events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letters import IssuedLetter, LetterStatus
from nagari_kit.domain.numbering import BLANK, Series
from nagari_kit.errors import ConflictError
from nagari_kit.services.chosen_numbers import placed, skips_before
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_numbers import number_facts, place_after, rule_of


class HandNumberService:
    """Letters that were printed with room for their number. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def waiting(self) -> tuple[IssuedLetter, ...]:
        """Letters whose number is not entered yet, the oldest first."""
        with self._context.store.read() as reader:
            ids = reader.number_places.letters_without_number()
            return tuple(reader.letters.get(one) for one in ids)

    def enter(self, letter_id: LetterId, typed: str) -> Changes:
        """Enter a letter's number as it stands on the paper; digits alone are completed.

        Raises NotFoundError, ConflictError (NOMOR-02) when it has a number or takes none,
        InputError (`number`) when the number is taken or cannot be one.
        """
        with self._context.store.write(self._context.actor) as uow:
            letter = uow.letters.get(letter_id)
            _refuse_numbered(letter)
            definition = self._context.definition(letter.type_id)
            rule = rule_of(uow.numbering.settings(), definition)
            facts = number_facts(uow.queries, rule, definition, letter.issue_date)
            coming = place_after(uow.queries, rule, definition.id, facts)
            number, sequence = placed(uow.queries, rule, facts, coming, typed)
            series = coming.series if sequence else Series(letter.series, letter.year)
            if sequence:
                uow.numbering.note_skips(series, skips_before(coming, sequence))
            uow.numbering.enter_number(letter_id, number, series, sequence)
            uow.record(number_events.letter_numbered(letter_id, number, series, sequence))
            uow.commit()
        return Changes.of(Kind.LETTERS, Kind.NUMBERING)


def _refuse_numbered(letter: IssuedLetter) -> None:
    if letter.number:
        sentence = f"Surat ini sudah bernomor {letter.number}; nomornya tidak diubah."
    elif letter.number_mode != BLANK:
        sentence = "Surat jenis ini memang tidak bernomor."
    elif letter.status is LetterStatus.VOIDED:
        sentence = "Surat ini sudah dibatalkan sebelum bernomor."
    else:
        return
    raise ConflictError(sentence, hint="Periksa suratnya di Register surat.", code="NOMOR-02")
