"""What the set-up proposes for a nagari that was chosen: letterhead, code, officers."""

from __future__ import annotations

from dataclasses import replace

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import HEAD_POSITIONS, Kop, OfficeProfile, Officer, OfficeRegion
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.identifiers import new_uuid7

SECRETARY_POSITIONS = {
    "nagari": "Sekretaris Nagari",
    "desa": "Sekretaris Desa",
    "kelurahan": "Sekretaris Kelurahan",
}


def proposed_profile(region: OfficeRegion) -> OfficeProfile:
    """A profile whose letterhead is that of most offices of this kind; all of it can be changed."""
    return OfficeProfile(
        code=region.code,
        name=region.name,
        kind=region.kind,
        kecamatan=region.kecamatan,
        kabupaten=region.kabupaten,
        unit=_initials(region),
        kop=Kop(
            line1=f"PEMERINTAH {region.kabupaten.upper()}",
            line2=f"KECAMATAN {region.kecamatan.upper()}",
            line3=f"{region.kind.upper()} {region.name.upper()}",
        ),
    )


def _initials(region: OfficeRegion) -> str:
    """Of a name of one word, together with its kind: `G` alone would say little in a number."""
    words = [word for word in region.name.split() if word[0].isalpha()]
    if len(words) < 2:
        words = [region.kind, *words]
    return "".join(word[0] for word in words).upper()


def proposed_officers(kind: str, clock: Clock) -> tuple[Officer, Officer]:
    """Head and secretary without names."""
    return (
        Officer(
            id=OfficerId(new_uuid7(clock)),
            name=PersonName(""),
            position=HEAD_POSITIONS.get(kind, HEAD_POSITIONS["nagari"]),
            is_head=True,
        ),
        Officer(
            id=OfficerId(new_uuid7(clock)),
            name=PersonName(""),
            position=SECRETARY_POSITIONS.get(kind, SECRETARY_POSITIONS["nagari"]),
            on_behalf=True,
        ),
    )


def with_names_of(
    proposed: tuple[Officer, Officer], known: tuple[Officer, ...]
) -> tuple[Officer, Officer]:
    """The proposals with what was already typed of the same head and secretary."""
    head, secretary = proposed
    typed_head = next((one for one in known if one.is_head), head)
    typed_secretary = next((one for one in known if one.on_behalf), secretary)
    return (
        replace(typed_head, position=head.position),
        replace(typed_secretary, position=secretary.position),
    )
