"""The words of the signature block: who signs, and in which capacity (Pj., Plt., a.n., u.b.).

Forms as the tata naskah dinas of local governments has them (Permendagri 1/2023).
"""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.facts import LetterFacts
from nagari_kit.documents.people import PersonFacts
from nagari_kit.documents.snapshot import SignatureText
from nagari_kit.documents.wording import (
    clean,
    head_position,
    long_date,
    nip_groups,
    signer_name,
)
from nagari_kit.domain import name_titles
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


@dataclass(frozen=True, slots=True)
class ConfirmingOffice:
    """Who confirms a letter besides this office.

    `line` is the office in capitals with its comma. `name` "" is a dotted line; `nip` is grouped,
    "" a dotted one, None for who has none.
    """

    line: str
    name: str
    nip: str | None


def confirming_office(who: str, facts: LetterFacts, person: PersonFacts | None) -> ConfirmingOffice:
    """The words of a confirmation by `camat`, `kan`, `mkw`, `wali_jorong`, `penghulu` or `kua`.

    `person` is who signs when the letter asks for it. Nothing is invented: what is not known is a
    dotted line.
    """
    office, neighbours = facts.office, facts.neighbours
    name = signer_name(person.name) if person else ""
    area = clean(facts.jorong)
    match who:
        case "camat":
            camat = neighbours.camat
            return ConfirmingOffice(
                _capitals(f"{camat.position} {office.kecamatan}"),
                name or _typed_signer(camat.name),
                nip_groups(camat.nip) if camat.nip else "",
            )
        case "kan":
            council = clean(neighbours.kan.name) or f"KAN {office.name}"
            chair = name or _typed_signer(neighbours.kan.chair)
            return ConfirmingOffice(_capitals(f"Ketua {council}"), chair, None)
        case "wali_jorong":
            return ConfirmingOffice(_capitals(f"Wali {office.area_word} {area}"), name, None)
        case "kua":
            line = _capitals(f"Kepala KUA Kecamatan {office.kecamatan}")
            return ConfirmingOffice(line, name, "")
        case "penghulu":
            return ConfirmingOffice(_capitals("Penghulu Kaum"), name, None)
        case _:
            return ConfirmingOffice(_capitals("Mamak Kepala Waris"), name, None)


def _capitals(office: str) -> str:
    return f"{clean(office).upper()},"


def _typed_signer(name: str) -> str:
    """A name that was typed in one piece: titles keep their spelling."""
    return signer_name(name_titles.person_name(clean(name))) if clean(name) else ""


def _with_standing(officer: Officer | None, position: str) -> str:
    capitals = clean(position).upper()
    if officer is None or officer.standing is Standing.DEFINITIF:
        return capitals
    return f"{officer.standing.value} {capitals}"
