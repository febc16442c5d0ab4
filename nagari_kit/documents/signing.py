"""The words of the signature block: who signs, and in which capacity (Pj., Plt., a.n., u.b.).

Forms as the tata naskah dinas of local governments has them (Permendagri 1/2023).
"""

from __future__ import annotations

from nagari_kit.documents.facts import LetterFacts
from nagari_kit.documents.snapshot import SignatureText
from nagari_kit.documents.wording import (
    clean,
    head_position,
    long_date,
    nip_groups,
    signer_name,
)
from nagari_kit.domain.office import Officer, Standing


def signature_text(facts: LetterFacts) -> SignatureText:
    """Place and date, offices in capitals with the comma after the last, name, NIP."""
    office = facts.office
    signer = facts.signer
    prefix = ""
    if signer.on_behalf:
        prefix = "a.n."
        lines = [_with_standing(facts.head, f"{head_position(facts.head, office)} {office.name}")]
        if clean(signer.via):
            lines += [clean(signer.via).upper(), "u.b."]
        lines.append(_with_standing(signer, signer.position))
    elif signer.is_head:
        lines = [_with_standing(signer, f"{clean(signer.position)} {office.name}")]
    else:
        lines = [_with_standing(signer, signer.position)]
    lines[-1] += ","
    return SignatureText(
        place_date=f"{clean(office.name)}, {long_date(facts.issue_date)}",
        prefix=prefix,
        office_lines=tuple(lines),
        name=signer_name(signer.name),
        nip=nip_groups(signer.nip) if signer.nip else "",
    )


def _with_standing(officer: Officer | None, position: str) -> str:
    capitals = clean(position).upper()
    if officer is None or officer.standing is Standing.DEFINITIF:
        return capitals
    return f"{officer.standing.value} {capitals}"
