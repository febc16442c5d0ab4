"""What an office exports, another one imports: nothing is lost, and nothing masked comes in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nagari_kit.domain.exporting import ExportForm, ExportRequest
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from tests.integration.importing.conftest import Desk, desk_in, make_office_file

FORMS = {
    ExportForm.OPENSID: ("opensid", "ekspor OpenSID"),
    ExportForm.NAGARI: ("nagari", "ekspor Nagari Kit"),
    ExportForm.KK: ("nagari", "ekspor Nagari Kit per KK"),
}


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Desk:
    path = tmp_path / "warga.xlsx"
    write_opensid_xlsx(path, generate_population(120, today=desk.clock.today()))
    desk.imports.apply(path, desk.imports.dry_run(path))
    return desk


@pytest.mark.parametrize(("form", "named"), FORMS.items())
def test_a_full_export_changes_nothing_at_home_and_fills_a_new_office(
    office: Desk, tmp_path: Path, form: ExportForm, named: tuple[str, str]
) -> None:
    out = tmp_path / "ekspor.xlsx"
    office.exports.export(out, ExportRequest(form, full=True, reason="Pindah komputer"))
    home = office.imports.dry_run(out)
    assert (home.format, home.layout) == named
    assert home.count("unchanged") == len(home.rows) > 100
    key = os.urandom(32)
    make_office_file(tmp_path / "baru", key, office.clock)
    fresh = desk_in(tmp_path / "baru", key, office.clock)
    try:
        result = fresh.imports.apply(out, fresh.imports.dry_run(out))
        assert (result.added, result.refused) == (len(home.rows), 0)
    finally:
        fresh.store.close()


@pytest.mark.parametrize("form", FORMS)
def test_a_masked_export_overwrites_nobody(office: Desk, tmp_path: Path, form: ExportForm) -> None:
    out = tmp_path / "samar.xlsx"
    office.exports.export(out, ExportRequest(form))
    plan = office.imports.dry_run(out)
    assert plan.count("refused") == len(plan.rows) > 100
    assert all("disamarkan" in finding.reason for finding in plan.refused)
