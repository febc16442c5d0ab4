"""Gives a letter its number and files it, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import (
    IssueAnswer,
    IssuedLetter,
    LetterInput,
    LetterType,
)
from nagari_kit.domain.residents import LifeStatus, Resident
from nagari_kit.errors import (
    Cancelled,
    ConflictError,
    InputError,
    NagariError,
    RuleError,
    StorageError,
)
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_facts import Gathered, gather
from nagari_kit.services.letter_filing import file_letter
from nagari_kit.services.letter_identity import letter_of_draft
from nagari_kit.services.letter_replacement import called, letter_to_replace
from nagari_kit.services.letter_requirements import requirement_faults
from nagari_kit.services.letter_stages import refuse_unready
from nagari_kit.services.progress import CancelToken, Progress

if TYPE_CHECKING:
    from nagari_kit.db.store import UnitOfWork
    from nagari_kit.documents.definitions import LetterDefinition

_GONE = {
    LifeStatus.DEAD: "sudah tercatat meninggal",
    LifeStatus.MOVED: "sudah tercatat pindah",
    LifeStatus.MISSING: "tercatat hilang",
    LifeStatus.GONE: "tercatat pergi",
    LifeStatus.INVALID: "datanya ditandai tidak valid",
}


class TogetherRefused(RuleError):  # noqa: N818 - says what happened, as Cancelled does
    """Letters of one piece of work were refused: place in the order to what is wrong with it."""

    default_code = "SURAT-30"

    def __init__(self, refusals: Mapping[int, NagariError]) -> None:
        super().__init__(
            f"{len(refusals)} surat dari berkas ini belum bisa diterbitkan. "
            "Tidak ada nomor yang terpakai dan semua isian tetap ada.",
            hint="Lengkapi yang ditandai, lalu coba lagi.",
        )
        self.refusals = dict(refusals)


class LetterIssueService:
    """The one place where numbers are given. Thread-safe, safe for several processes."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def issue(self, wanted: LetterInput) -> IssuedLetter:
        """The letter with number, document and event on disk when this returns.

        Issuing a draft again returns the letter that it became and takes no number. A letter that
        `replaces` another voids that one in the same moment. Raises ConflictError when the draft's
        letter is another resident's or says something else, or when another letter took the place
        already; InputError (`fields` by field id, `signer`, `issue_date`, `resident`, `pihak.…`,
        `syarat.…`, `number`), RuleError for a resident who is dead or has moved and for a draft
        that was refused or is being checked, NotFoundError, LetterError, StorageError; then no
        number is taken.
        """
        with self._context.store.write(self._context.actor) as uow:
            letter = self._issue_within(uow, wanted)
            uow.commit()
        return letter

    def issue_many(
        self,
        wanted: Sequence[LetterInput],
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> tuple[IssueAnswer, ...]:
        """Each letter in a transaction of its own: one that is refused harms no other.

        Answers are in the order of `wanted`. When the officer cancels, what is issued stays issued
        and the rest answers with `Cancelled`.
        """
        answers: list[IssueAnswer] = []
        for place, one in enumerate(wanted):
            try:
                if token is not None:
                    token.raise_if_cancelled()
            except Cancelled as wish:
                answers += [IssueAnswer(later, error=wish) for later in wanted[place:]]
                break
            try:
                answers.append(IssueAnswer(one, self.issue(one)))
            except NagariError as error:
                answers.append(IssueAnswer(one, error=error))
            if progress is not None:
                progress(place + 1, len(wanted), "surat diterbitkan")
        return tuple(answers)

    def issue_together(
        self, wanted: Sequence[LetterInput], done: DraftId | None = None
    ) -> tuple[IssuedLetter, ...]:
        """All of them in one transaction, in the order of `wanted`, or none.

        `done` is a draft that all of them come from: it goes with them. Raises TogetherRefused
        with the refusal of each that was refused, StorageError; then no number is taken.
        """
        letters: list[IssuedLetter] = []
        refusals: dict[int, NagariError] = {}
        with self._context.store.write(self._context.actor) as uow:
            for place, one in enumerate(wanted):
                try:
                    letters.append(self._issue_within(uow, one))
                except StorageError:
                    raise
                except NagariError as error:
                    refusals[place] = error
            if refusals:
                raise TogetherRefused(refusals)
            if done is not None:
                uow.drafts.delete(done)
            uow.commit()
        return tuple(letters)

    def _issue_within(self, uow: UnitOfWork, wanted: LetterInput) -> IssuedLetter:
        definition = self._context.definition(wanted.type_id)
        issue_date = self._issue_date(wanted)
        if wanted.draft_id is not None:
            before = letter_of_draft(uow, wanted.draft_id)
            if before is not None:
                if not _says(uow, definition, before, wanted):
                    raise _is_another(before)
                return before
            refuse_unready(uow.drafts.get(wanted.draft_id), wanted)
        replaced = letter_to_replace(uow, wanted)
        gathered = gather(uow.queries, definition, wanted, issue_date)
        kind = definition.letter_type
        if gathered.facts.resident is not None:
            _refuse_gone(kind, gathered.facts.resident)
        papers = requirement_faults(uow.queries, kind, wanted, self._context.clock.today())
        _refuse_wrong_values(definition, wanted, gathered, papers)
        return file_letter(uow, self._context, definition, wanted, gathered, replaced)

    def _issue_date(self, wanted: LetterInput) -> date:
        today = self._context.clock.today()
        if wanted.issue_date is not None and wanted.issue_date > today:
            raise InputError(
                "Tanggal surat belum tiba. Surat belum diberi nomor.",
                {"issue_date": "Tanggal surat tidak boleh sesudah hari ini."},
            )
        return wanted.issue_date or today


def _says(
    uow: UnitOfWork, definition: LetterDefinition, before: IssuedLetter, wanted: LetterInput
) -> bool:
    """Whether a filed letter is what is wanted: of whom, of which kind, with which words."""
    from nagari_kit.documents.letter import LetterSnapshot, resolve

    wanted_day = wanted.issue_date or before.issue_date
    key = (before.resident_id, before.type_id, before.issue_date, before.replaces)
    if key != (wanted.resident_id, wanted.type_id, wanted_day, wanted.replaces):
        return False
    gathered = gather(uow.queries, definition, wanted, wanted_day)
    facts = gathered.facts
    if wanted.signer_id is not None and facts.signer.name.full() != before.signer_name:
        return False
    if sorted(map(repr, gathered.named)) != sorted(map(repr, uow.letter_people.of(before.id))):
        return False
    filed = LetterSnapshot.from_json(uow.letters.snapshot(before.id))
    return resolve(definition, facts).values == filed.values


def _is_another(before: IssuedLetter) -> ConflictError:
    return ConflictError(
        f"Draf ini sudah terbit sebagai {called(before)} untuk "
        f"{before.resident_name}. Surat itu tidak berubah, dan tidak ada nomor yang terpakai.",
        hint="Lihat surat itu di Register surat. Untuk surat yang lain, mulai surat baru.",
        code="SURAT-15",
    )


def _refuse_gone(kind: LetterType, resident: Resident) -> None:
    """A letter about somebody who died, or about anybody, asks only for a record that is right."""
    words = _GONE.get(resident.life_status)
    asks_for_living = kind.subject not in {"meninggal", "bebas"}
    if words is not None and (asks_for_living or resident.life_status is LifeStatus.INVALID):
        raise RuleError(
            f"{resident.name.full()} {words}; surat untuknya tidak dapat diterbitkan. "
            "Draf tetap tersimpan.",
            hint="Periksa statusnya di data penduduk. Bila keliru, perbaiki statusnya dulu.",
            code="SURAT-13",
        )


def _refuse_wrong_values(
    definition: LetterDefinition, wanted: LetterInput, gathered: Gathered, papers: dict[str, str]
) -> None:
    from nagari_kit.documents.letter import check_values, days_of

    faults = check_values(definition, wanted.values, days_of(gathered.facts))
    faults |= gathered.problems() | papers
    if faults:
        raise InputError(
            "Surat belum bisa diterbitkan: ada isian yang perlu diperbaiki. "
            "Nomor belum dipakai dan isian tetap ada.",
            faults,
        )
