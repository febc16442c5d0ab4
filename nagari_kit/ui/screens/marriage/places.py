"""Which step of the marriage screen holds what a refusal speaks of."""

from __future__ import annotations

from nagari_kit.domain.marriage import Side

_PARENTS, _AKAD = 2, 3
_OF_AKAD = frozenset(
    {"tanggal_akad", "jam_akad", "tempat_akad", "tempat_pencatatan", "di_bawah_21"}
)


def step_of_error(key: str) -> int:
    """`n2.suami/tempat_akad` is on the page of the akad, `suami.person` on the groom's."""
    form, _, field = key.partition("/")
    if field in {"pihak.ayah", "pihak.ibu"}:
        return _PARENTS
    if field in _OF_AKAD or field.startswith("syarat."):
        return _AKAD
    side = Side.BRIDE if Side.BRIDE in form else Side.GROOM
    if field == "pihak.calon":
        side = side.other
    return list(Side).index(side)
