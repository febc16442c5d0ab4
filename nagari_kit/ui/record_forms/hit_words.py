"""Two lines about somebody who stands in a role of a letter, or may."""

from __future__ import annotations

from datetime import date

from nagari_kit.domain import code_lists
from nagari_kit.domain.dates import age_on
from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.residents import LifeStatus, Sex
from nagari_kit.ui.code_words import code_words

_SEXES = {Sex.MALE: "Laki-laki", Sex.FEMALE: "Perempuan"}
_STANDING = {
    LifeStatus.DEAD: "Meninggal",
    LifeStatus.MOVED: "Pindah",
    LifeStatus.MISSING: "Hilang",
    LifeStatus.GONE: "Pergi",
}


def hit_detail(hit: PersonHit, today: date) -> str:
    """`Istri  ·  44 th  ·  NIK 1306 99•• •••• 0003`; of an outsider also where from."""
    relation = code_words(code_lists.FAMILY_RELATION, hit.relation)
    grows = hit.birth_date is not None and hit.life_status is not LifeStatus.DEAD
    parts = [
        "Orang luar" if hit.is_outsider else relation,
        "" if relation or hit.sex is None else _SEXES[hit.sex],
        f"{age_on(hit.birth_date, today)} th" if grows and hit.birth_date else "",
        _STANDING.get(hit.life_status, ""),
        f"NIK {hit.nik}" if hit.nik else "tanpa NIK",
        hit.place,
    ]
    return "  ·  ".join(part for part in parts if part)
