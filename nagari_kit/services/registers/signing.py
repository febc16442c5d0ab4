"""Who signs a book or a report on a day: the head at the left, the secretary at the right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.documents.registers.form import Signatory
from nagari_kit.documents.registers.signatories import keeping_secretary, knowing_head
from nagari_kit.domain.office import OfficeProfile, Officer
from nagari_kit.services.office import rank_signers

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader

_SECRETARY = "sekretaris"


def signatories(
    reader: Reader, office: OfficeProfile, signed_on: date
) -> tuple[Signatory, Signatory]:
    """Those in office on that day; a dotted line where there is none."""
    officers = reader.office.officers()
    head = knowing_head(_head(officers, signed_on), office)
    return head, keeping_secretary(_secretary(officers, signed_on), office, signed_on)


def _head(officers: tuple[Officer, ...], on: date) -> Officer | None:
    return next((one for one in rank_signers(officers, on) if one.is_head), None)


def _secretary(officers: tuple[Officer, ...], on: date) -> Officer | None:
    return next(
        (
            one
            for one in rank_signers(officers, on)
            if one.position.strip().casefold().startswith(_SECRETARY)
        ),
        None,
    )
