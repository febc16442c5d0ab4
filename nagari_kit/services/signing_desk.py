"""Lays the desks of sekretaris and wali nagari out: the cards, their pages, what was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from nagari_kit.domain import nik
from nagari_kit.domain.dates import age_on, long_date
from nagari_kit.domain.letter_requirements import RequirementLine, RequirementState
from nagari_kit.domain.letter_steps import StepKind, StepWish
from nagari_kit.domain.letters import DeskLetter, DraftStage, LetterDraft, LetterPreview
from nagari_kit.domain.office import Officer
from nagari_kit.domain.residents import LetterSubject, Resident
from nagari_kit.domain.signers import is_in_office
from nagari_kit.domain.signing_desk import DeskCheck, DeskItem, DeskPaper, Desks
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_desk import DESK_DAYS, MOST_WAITING
from nagari_kit.services.letter_drafts import known_draft
from nagari_kit.services.letter_facts import choose_signer
from nagari_kit.services.letter_preview import LetterPreviewService
from nagari_kit.services.letter_requirements import settled

if TYPE_CHECKING:
    from nagari_kit.domain.identity import DraftId, LetterId

MOST_SIGNED = 30
TAKEN_BACK = StepWish(StepKind.TAKEN_BACK, note="diurungkan di meja tanda tangan")
_AUTOMATIC = "diperiksa otomatis"


class SigningDeskService:
    """Reads only; what is decided goes through the desk, the steps and the register. Thread-safe.

    The facts of a letter are frozen; that its NIK fits is judged by the resident as known now.
    """

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._previews = LetterPreviewService(context)

    def desks(self) -> Desks:
        """Everything that waits, and what was signed today."""
        today = self._context.clock.today()
        with self._context.store.read() as reader:
            checking = reader.drafts.in_stage(DraftStage.CHECK)
            ready = reader.drafts.in_stage(DraftStage.READY)
            waiting = reader.letter_steps.waiting(today - timedelta(days=DESK_DAYS), MOST_WAITING)
            signed = reader.letter_steps.signed_on(today, MOST_SIGNED)
        to_sign = [*map(_item_of_letter, waiting), *map(_item_of_draft, ready)]
        to_sign.sort(key=lambda one: one.since)
        return Desks(tuple(map(_item_of_draft, checking)), tuple(to_sign), signed)

    def paper(self, item: DeskItem) -> DeskPaper:
        """Pages and checks of one card. Raises NotFoundError when it is gone."""
        if item.letter_id is not None:
            return self._filed(item, item.letter_id)
        if item.draft_id is None:
            msg = "a card is a letter or a draft"
            raise ValueError(msg)
        return self._drafted(item, item.draft_id)

    def _filed(self, item: DeskItem, letter_id: LetterId) -> DeskPaper:
        with self._context.store.read() as reader:
            letter = reader.letters.get(letter_id)
            pdf = reader.letters.document(letter_id)
            papers = reader.letter_requirements.of(letter_id)
            officers = tuple(reader.office.officers())
            known = letter.resident_id is not None
            subject = reader.residents.subject(letter.resident_id) if known else None  # type: ignore[arg-type]  # `known` says it
        signers = [one for one in officers if one.name.full() == letter.signer_name]
        number = DeskCheck(
            bool(letter.number),
            "Nomor sudah di register" if letter.number else "Nomor belum ditulis",
            f"{letter.number}, {long_date(letter.issue_date)}".removeprefix(", "),
        )
        checks = (
            DeskCheck(fits=True, sentence="Isi lengkap", source="diperiksa saat diterbitkan"),
            papers_check(papers),
            _secretary_check(item),
            number,
            signer_check(signers, letter.signer_name, letter.issue_date),
            *_nik_checks(subject),
        )
        return self._made(item, pdf, letter.resident_name, subject, checks)

    def _drafted(self, item: DeskItem, draft_id: DraftId) -> DeskPaper:
        with self._context.store.read() as reader:
            draft = known_draft(reader, draft_id)
            officers = tuple(reader.office.officers())
            known = draft.resident_id is not None
            subject = reader.residents.subject(draft.resident_id) if known else None  # type: ignore[arg-type]  # `known` says it
        wanted = draft.as_input()
        preview = self._previews.preview(wanted)
        kind = self._context.definition(draft.type_id).letter_type
        day = draft.issue_date or self._context.clock.today()
        in_office = tuple(one for one in officers if is_in_office(one, day))
        signer, _ = choose_signer(in_office, draft.signer_id)
        checks = [_content_check(preview), papers_check(settled(kind, wanted))]
        if item.is_ready:
            checks.append(_secretary_check(item))
        checks.append(
            DeskCheck(fits=True, sentence="Nomor diberikan saat terbit", source=long_date(day))
        )
        if kind.signed_by_office:
            found = (signer,) if signer else ()
            checks.append(signer_check(found, signer.name.full() if signer else "", day))
        checks.extend(_nik_checks(subject))
        return self._made(item, preview.pdf, draft.resident_name, subject, tuple(checks))

    def _made(
        self,
        item: DeskItem,
        pdf: bytes,
        person: str,
        subject: LetterSubject | None,
        checks: tuple[DeskCheck, ...],
    ) -> DeskPaper:
        line = _person_line(subject, self._context.clock.today())
        return DeskPaper(item, pdf, person or item.kind, line, checks)


def papers_check(lines: Iterable[RequirementLine]) -> DeskCheck:
    """Whether the papers are there or were waived."""
    asked = tuple(lines)
    met = [one for one in asked if one.state is not RequirementState.UNCHECKED]
    open_ones = [one.label for one in asked if one.state is RequirementState.UNCHECKED]
    waived = [one.label for one in asked if one.state is RequirementState.WAIVED]
    if not asked:
        return DeskCheck(fits=True, sentence="Tidak ada syarat berkas", source=_AUTOMATIC)
    if open_ones:
        return DeskCheck(
            fits=False,
            sentence=f"Syarat belum diperiksa, {len(open_ones)} dari {len(asked)}",
            source=", ".join(open_ones),
        )
    words = ", ".join(one.label for one in met)
    if waived:
        words += f" (tidak diminta: {', '.join(waived)})"
    return DeskCheck(
        fits=True, sentence=f"Syarat lengkap, {len(met)} dari {len(asked)}", source=words
    )


def signer_check(found: Iterable[Officer], name: str, day: date) -> DeskCheck:
    """Whether who signs held the office on the date of the letter."""
    serving = next((one for one in found if is_in_office(one, day)), None)
    if serving is not None:
        return DeskCheck(
            fits=True, sentence="Penanda tangan menjabat", source=f"{name}, {serving.position}"
        )
    return DeskCheck(
        fits=False,
        sentence="Penanda tangan tidak menjabat",
        source=f"{name or 'belum ada pejabat'}, pada {long_date(day)}",
    )


def _content_check(preview: LetterPreview) -> DeskCheck:
    if preview.problems:
        return DeskCheck(
            fits=False,
            sentence="Isi perlu diperbaiki",
            source=next(iter(preview.problems.values())),
        )
    return DeskCheck(fits=True, sentence="Isi lengkap", source=_AUTOMATIC)


def _secretary_check(item: DeskItem) -> DeskCheck:
    if item.checked_by:
        return DeskCheck(fits=True, sentence="Diperiksa sekretaris", source=item.checked_by)
    return DeskCheck(
        fits=False, sentence="Belum diperiksa sekretaris", source="boleh ditandatangani juga"
    )


def _nik_checks(subject: LetterSubject | None) -> Iterable[DeskCheck]:
    if subject is not None:
        yield nik_check(subject.resident)


def nik_check(resident: Resident) -> DeskCheck:
    """Whether the NIK fits sex and day of birth."""
    if not resident.nik:
        return DeskCheck(fits=False, sentence="NIK belum ada", source="data penduduk")
    wrong = nik.fault(resident.nik)
    doubts = nik.doubts(resident.nik, birth_date=resident.birth_date, sex=resident.sex)
    if wrong or doubts:
        return DeskCheck(fits=False, sentence="NIK perlu dilihat", source=wrong or doubts[0])
    return DeskCheck(fits=True, sentence="NIK cocok dengan tanggal lahir", source=_AUTOMATIC)


def _person_line(subject: LetterSubject | None, today: date) -> str:
    if subject is None:
        return ""
    born = subject.resident.birth_date
    age = f"{age_on(born, today)} th" if born else ""
    return " · ".join(part for part in (age, subject.jorong) if part)


def _item_of_letter(one: DeskLetter) -> DeskItem:
    row = one.row
    return DeskItem(
        row.id,
        None,
        row.number,
        row.short_title,
        row.resident_name,
        one.issued_at,
        one.checked_by,
        one.check_note,
    )


def _item_of_draft(draft: LetterDraft) -> DeskItem:
    ready = draft.stage is DraftStage.READY
    return DeskItem(
        None,
        draft.id,
        "",
        draft.title,
        draft.resident_name,
        draft.stage_at or draft.saved_at,
        draft.stage_by if ready else "",
        draft.stage_note if ready else "",
        is_ready=ready,
    )
