"""The papers that a letter asks for: what is kept already, how they were met, the receipt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nagari_kit.domain import nik
from nagari_kit.domain.identity import LetterId, ResidentDocumentId, ResidentId
from nagari_kit.domain.letter_fields import RequirementSpec
from nagari_kit.domain.letter_requirements import (
    RequirementAnswer,
    RequirementLine,
    RequirementProposal,
    RequirementReceipt,
    RequirementState,
)
from nagari_kit.domain.letters import LetterInput, LetterType
from nagari_kit.services.context import ServiceContext

if TYPE_CHECKING:
    from datetime import date

    from nagari_kit.db.store import Reader

REQUIREMENT_FIELD = "syarat."
"""Before the id of a requirement in the keys of `InputError.fields`."""
SHORTEST_REASON = 5
_OF_EVERYBODY = (
    RequirementSpec("ktp", "KTP-el", document="ktp"),
    RequirementSpec("kk", "Kartu keluarga", document="kk"),
)


class LetterRequirementService:
    """Answers are frozen with the letter. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def proposed(
        self, type_id: str, resident_id: ResidentId | None
    ) -> tuple[RequirementProposal, ...]:
        """The checklist of a letter type, each with the newest kept scan that fulfils it."""
        kind = self._context.definition(type_id).letter_type
        kept: dict[str, ResidentDocumentId] = {}
        if resident_id is not None:
            with self._context.store.read() as reader:
                for scan in reader.scans.of(resident_id, self._context.clock.today()):
                    kept.setdefault(scan.kind.value, scan.id)
        return tuple(
            RequirementProposal(one.id, one.label, one.required, kept.get(one.document))
            for one in requirements_of(kind)
        )

    def of(self, letter_id: LetterId) -> tuple[RequirementLine, ...]:
        """How the papers of a filed letter were met."""
        with self._context.store.read() as reader:
            return reader.letter_requirements.of(letter_id)

    def receipt(self, letter_id: LetterId) -> RequirementReceipt:
        """What the citizen's receipt says. Raises NotFoundError."""
        with self._context.store.read() as reader:
            letter = reader.letters.get(letter_id)
            return RequirementReceipt(
                office_name=reader.office.profile().name,
                number=letter.number,
                title=letter.title,
                issue_date=letter.issue_date,
                subject_name=letter.resident_name,
                subject_nik=nik.masked(letter.resident_nik) if letter.resident_nik else "",
                lines=reader.letter_requirements.of(letter_id),
                received_by=letter.issued_by,
            )

    def receipt_page(self, letter_id: LetterId) -> bytes:
        """The receipt as a PDF of one quarter of an F4. Raises NotFoundError."""
        from nagari_kit.documents.requirement_receipt import render_receipt

        return render_receipt(self.receipt(letter_id))


def requirements_of(kind: LetterType) -> tuple[RequirementSpec, ...]:
    """The papers of a letter type: KTP and KK of everybody, then its own."""
    own = {one.id: one for one in kind.requirements}
    common = () if kind.subject == "tanpa" else _OF_EVERYBODY
    return (*(one for one in common if one.id not in own), *own.values())


def settled(kind: LetterType, wanted: LetterInput) -> tuple[RequirementLine, ...]:
    """The lines to be filed, in the order of the form; UNCHECKED where nobody was asked."""
    answers = {one.requirement_id: one for one in wanted.requirements or ()}
    lines = []
    for spec in requirements_of(kind):
        answer = answers.get(spec.id) or RequirementAnswer(spec.id, RequirementState.UNCHECKED)
        lines.append(
            RequirementLine(
                spec.id,
                spec.label,
                answer.state,
                " ".join(answer.reason.split()),
                answer.document_id if answer.state is RequirementState.SCANNED else None,
            )
        )
    return tuple(lines)


def requirement_faults(
    reader: Reader, kind: LetterType, wanted: LetterInput, today: date
) -> dict[str, str]:
    """What must be mended in the checklist: field key to a sentence; nothing when not asked."""
    if wanted.requirements is None:
        return {}
    scans = _scans_of_everybody(reader, wanted, today)
    answers = {one.requirement_id: one for one in wanted.requirements}
    specs = requirements_of(kind)
    faults = {}
    for spec in specs:
        if sentence := _fault(spec, answers.get(spec.id), scans):
            faults[REQUIREMENT_FIELD + spec.id] = sentence
    for name in answers.keys() - {spec.id for spec in specs}:
        faults[REQUIREMENT_FIELD + name] = f"{kind.title} tidak meminta syarat “{name}”."
    return faults


def _fault(
    spec: RequirementSpec, answer: RequirementAnswer | None, scans: frozenset[ResidentDocumentId]
) -> str:
    if answer is None or answer.state is RequirementState.UNCHECKED:
        if not spec.required:
            return ""
        return f"{spec.label} belum diperiksa. Centang, atau tulis mengapa tidak diminta."
    if answer.state is RequirementState.WAIVED:
        letters = sum(1 for sign in answer.reason if sign.isalpha())
        if letters < SHORTEST_REASON:
            return f"Tulis mengapa {spec.label} tidak diminta, paling sedikit lima huruf."
    if answer.state is RequirementState.SCANNED and answer.document_id not in scans:
        return f"Pindaian {spec.label} tidak ada lagi. Pindai lagi, atau centang ada aslinya."
    return ""


def _scans_of_everybody(
    reader: Reader, wanted: LetterInput, today: date
) -> frozenset[ResidentDocumentId]:
    """The kept scans of all residents that the letter is about; none read without need."""
    asked = any(one.state is RequirementState.SCANNED for one in wanted.requirements or ())
    if not asked:
        return frozenset()
    found: set[ResidentDocumentId] = set()
    for resident_id in _residents(wanted):
        found.update(scan.id for scan in reader.scans.of(resident_id, today))
    return frozenset(found)


def _residents(wanted: LetterInput) -> Iterable[ResidentId]:
    if wanted.resident_id is not None:
        yield wanted.resident_id
    for people in wanted.people.values():
        yield from (one.resident_id for one in people if one.resident_id is not None)
