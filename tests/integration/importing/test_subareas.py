"""Sub-areas that a sheet names: new ones and slips are asked about before anything is written."""

from __future__ import annotations

from pathlib import Path

from tests.integration.importing.conftest import Desk
from tests.integration.importing.sheets import person, write_sheet
from tests.integration.importing.test_import import _import


def test_a_subarea_that_the_office_does_not_have_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    first = person(dusun="Koto Tuo")
    assert not _import(desk, write_sheet(tmp_path / "satu.xlsx", first)).warnings
    slip = person(
        nik="1306990101600001", sex=1, tanggallahir="01-01-1960", no_kk="1306990000000077",
        dusun="Koto",
    )  # fmt: skip
    plan = desk.imports.dry_run(write_sheet(tmp_path / "dua.xlsx", slip))
    assert [(one.column, one.reason) for one in plan.warnings if one.column == "dusun"] == [
        ("dusun", "“Koto” belum ada di data dan akan ditambahkan; periksa")
    ]


def test_a_member_whose_subarea_is_not_that_of_the_kk_is_asked_about(
    desk: Desk, tmp_path: Path
) -> None:
    child = person(
        nik="1306990101100001", sex=1, tanggallahir="01-01-2010", kk_level=4, dusun="Koto Tua"
    )
    sheet = write_sheet(tmp_path / "w.xlsx", person(dusun="Koto Tuo", kk_level=1), child)
    told = [(one.row, one.reason) for one in desk.imports.dry_run(sheet).warnings]
    assert (3, "“Koto Tua” bukan tempat KK ini; dipakai Koto Tuo") in told
