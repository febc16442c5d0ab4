"""Papers that a letter asks for (syarat), and how each was met when the letter was issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nagari_kit.domain.identity import ResidentDocumentId


class RequirementState(StrEnum):
    """UNCHECKED: nobody was asked, as from the command line."""

    PRESENT = "present"
    SCANNED = "scanned"
    WAIVED = "waived"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class RequirementAnswer:
    """How one requirement is met. WAIVED needs a `reason`, SCANNED the document of a resident."""

    requirement_id: str
    state: RequirementState
    reason: str = ""
    document_id: ResidentDocumentId | None = None


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """A requirement as it was met at issue; it stays as it was, whatever becomes of the scan."""

    requirement_id: str
    label: str
    state: RequirementState
    reason: str = ""
    document_id: ResidentDocumentId | None = None


@dataclass(frozen=True, slots=True)
class RequirementProposal:
    """A requirement before it is answered; `document_id` names a kept scan that fulfils it."""

    requirement_id: str
    label: str
    required: bool
    document_id: ResidentDocumentId | None = None


@dataclass(frozen=True, slots=True)
class RequirementReceipt:
    """What the citizen's receipt says. `subject_nik` is masked, "" when none is known."""

    office_name: str
    number: str
    title: str
    issue_date: date
    subject_name: str
    subject_nik: str
    lines: tuple[RequirementLine, ...]
    received_by: str
