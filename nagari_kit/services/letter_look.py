"""Keeps how the office's letters look."""

from __future__ import annotations

from nagari_kit.domain import events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.letter_look import LetterLook, checked_look, third_lines
from nagari_kit.errors import InputError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.office_checks import logo_fault


class LetterLookService:
    """Margins, type size, usual copies, second logo. Thread-safe; issued letters never change."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def look(self) -> LetterLook:
        """What the office changed."""
        with self._context.store.read() as reader:
            return reader.office.profile().look

    def save(self, look: LetterLook) -> Changes:
        """Replace the look. Raises InputError.fields by the names of LetterLook."""
        checked = checked_look(look)
        if checked.second_logo is not None and (sentence := logo_fault(checked.second_logo)):
            raise InputError(
                "Tampilan surat belum bisa disimpan. Tampilan yang lama tidak berubah.",
                {"second_logo": sentence},
            )
        with self._context.store.write(self._context.actor) as uow:
            uow.office.save_look(checked)
            uow.record(events.look_saved(checked))
            uow.commit()
        return Changes.of(Kind.OFFICE)

    def third_lines(self) -> tuple[str, ...]:
        """How the largest line of the kop may read, the usual one first."""
        with self._context.store.read() as reader:
            profile = reader.office.profile()
        return third_lines(profile.kind, profile.name)
