"""Who signs a book: the head knows of it, the sekretaris has kept it (Permendagri 47/2016)."""

from __future__ import annotations

from datetime import date

from nagari_kit.documents.registers.form import Signatory
from nagari_kit.documents.wording import (
    clean,
    head_position,
    long_date,
    nip_groups,
    office_word,
    signer_name,
)
from nagari_kit.domain.office import OfficeProfile, Officer, Standing


def knowing_head(head: Officer | None, office: OfficeProfile) -> Signatory:
    """At the left: `Mengetahui`, `WALI NAGARI KOTO CONTOH,`; a dotted line without a head."""
    position = f"{head_position(head, office)} {clean(office.name)}".upper()
    return _signatory("Mengetahui", position, head)


def keeping_secretary(
    secretary: Officer | None, office: OfficeProfile, signed_on: date
) -> Signatory:
    """At the right: place and day, `SEKRETARIS NAGARI,`."""
    position = clean(secretary.position) if secretary else f"Sekretaris {office_word(office)}"
    return _signatory(f"{clean(office.name)}, {long_date(signed_on)}", position.upper(), secretary)


def _signatory(first_line: str, position: str, officer: Officer | None) -> Signatory:
    if officer is None:
        return Signatory(first_line, (f"{position},",))
    if officer.standing is not Standing.DEFINITIF:
        position = f"{officer.standing.value} {position}"
    nip = nip_groups(officer.nip) if officer.nip else ""
    return Signatory(first_line, (f"{position},",), signer_name(officer.name), nip)
