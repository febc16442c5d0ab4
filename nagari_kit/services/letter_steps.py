"""What becomes of a numbered letter: signed, handed over, sent, archived; steps are only added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letter_steps import (
    LetterStep,
    StepKind,
    StepWish,
    may_follow,
    progress_after,
    standing_steps,
)
from nagari_kit.domain.letters import IssuedLetter, LetterStatus
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_replacement import named_first

if TYPE_CHECKING:
    from nagari_kit.db.store import UnitOfWork

LONGEST = 120
SHORTEST_NAME = 3
SHORTEST_REASON = 5
_WORDS = {
    StepKind.SIGNED: "ditandatangani",
    StepKind.HANDED_OVER: "diserahkan",
    StepKind.SENT: "dikirim",
    StepKind.ARCHIVED: "diarsipkan",
}
_OF_VOID_LETTERS = {StepKind.ARCHIVED, StepKind.TAKEN_BACK}


class LetterStepService:
    """The way of issued letters. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def record(self, letter_id: LetterId, wish: StepWish) -> IssuedLetter:
        """Enter a step; the letter as it stands then.

        Raises InputError.fields (`day`, `person`, `place`, `note`), ConflictError when the step
        does not follow what happened already, NotFoundError.
        """
        return self.record_many((letter_id,), wish)[0]

    def record_many(self, letters: Sequence[LetterId], wish: StepWish) -> tuple[IssuedLetter, ...]:
        """The same step for several letters, all or none."""
        with self._context.store.write(self._context.actor) as uow:
            moved = tuple(self._step(uow, letter_id, wish) for letter_id in letters)
            uow.commit()
        return moved

    def of(self, letter_id: LetterId) -> tuple[LetterStep, ...]:
        """Every step of a letter, also those that were taken back, oldest first."""
        with self._context.store.read() as reader:
            return reader.letter_steps.of(letter_id)

    def _step(self, uow: UnitOfWork, letter_id: LetterId, wish: StepWish) -> IssuedLetter:
        letter = uow.letters.get(letter_id)
        before = uow.letter_steps.of(letter_id)
        _refuse_out_of_turn(letter, before, wish.kind)
        today = self._context.clock.today()
        earliest = max((letter.issue_date, *(one.on for one in _standing(before))))
        step = LetterStep(
            wish.kind,
            wish.on or today,
            self._context.clock.now(),
            self._context.actor,
            _tidy(wish.person),
            _tidy(wish.place),
            _tidy(wish.note),
        )
        _refuse_wrong(step, earliest, today)
        progress = progress_after([*(one.kind for one in before), wish.kind])
        uow.letter_steps.add(letter_id, step, progress)
        uow.record(events.letter_stepped(letter, step.kind, step.on, progress))
        return uow.letters.get(letter_id)


def _standing(steps: tuple[LetterStep, ...]) -> tuple[LetterStep, ...]:
    """Those that were not taken back."""
    kinds = standing_steps(one.kind for one in steps)
    return tuple(one for one in steps if one.kind in kinds)


def _refuse_out_of_turn(
    letter: IssuedLetter, before: tuple[LetterStep, ...], wanted: StepKind
) -> None:
    if letter.status is LetterStatus.VOIDED and wanted not in _OF_VOID_LETTERS:
        raise ConflictError(
            f"{named_first(letter)} sudah dibatalkan. Tidak ada yang dicatat.",
            hint="Surat yang batal hanya dapat diarsipkan.",
            code="SURAT-22",
        )
    kinds = [one.kind for one in before]
    if wanted is StepKind.CHECKED or not may_follow(kinds, wanted):
        standing = standing_steps(kinds)
        so_far = _WORDS[standing[-1]] if standing else "belum ditandatangani"
        raise ConflictError(
            f"{named_first(letter)} {so_far}; langkah itu tidak cocok. Tidak ada yang dicatat.",
            hint="Muat ulang suratnya. Langkah terakhir dapat diurungkan dengan alasan.",
            code="SURAT-23",
        )


def _refuse_wrong(step: LetterStep, earliest: date, today: date) -> None:
    faults = {}
    if step.on > today:
        faults["day"] = "Tanggalnya belum tiba."
    elif step.on < earliest and step.kind is not StepKind.TAKEN_BACK:
        faults["day"] = f"Tanggalnya sebelum {long_date(earliest)}, hari langkah sebelumnya."
    if step.kind is StepKind.HANDED_OVER and len(step.person) < SHORTEST_NAME:
        faults["person"] = "Tulis nama orang yang menerima surat."
    if step.kind is StepKind.SENT and len(step.place) < SHORTEST_NAME:
        faults["place"] = "Tulis ke mana surat dikirim."
    if step.kind is StepKind.TAKEN_BACK:
        letters = sum(1 for sign in step.note if sign.isalpha())
        if letters < SHORTEST_REASON:
            faults["note"] = "Tulis mengapa langkah itu diurungkan, paling sedikit lima huruf."
    for name in ("person", "place", "note"):
        if len(getattr(step, name)) > LONGEST:
            faults[name] = f"Paling panjang {LONGEST} huruf."
    if faults:
        raise InputError("Langkah surat belum dicatat. Suratnya tidak berubah.", faults)


def _tidy(words: str) -> str:
    return " ".join(words.split())
