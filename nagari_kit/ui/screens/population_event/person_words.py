"""How the forms name people and what they are about: `Anak · 19 th`."""

from __future__ import annotations

from datetime import date

from nagari_kit.domain import code_lists
from nagari_kit.domain.dates import age_on
from nagari_kit.domain.residents import LifeStatus, Resident
from nagari_kit.ui.code_words import code_words

_AWAY = {
    LifeStatus.MOVED: "pindah",
    LifeStatus.MISSING: "hilang",
    LifeStatus.GONE: "pergi",
    LifeStatus.DEAD: "meninggal",
}


def standing_words(one: Resident, today: date) -> str:
    """Relation, age, and whether somebody is away."""
    age = f"{age_on(one.birth_date, today)} th" if one.birth_date else ""
    relation = code_words(code_lists.FAMILY_RELATION, one.family_relation)
    short = "Kepala" if one.family_relation == 1 else relation
    return " · ".join(part for part in (short, age, _AWAY.get(one.life_status, "")) if part)


def without_capital(title: str) -> str:
    """`Pecah KK` -> `pecah KK`, within a sentence."""
    return title[:1].lower() + title[1:]
