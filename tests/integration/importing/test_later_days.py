"""What a dry run said holds for its day and for the living."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from nagari_kit.domain.residents import LifeStatus
from tests.integration.importing.conftest import Desk
from tests.integration.importing.test_import import NIK, person, write_sheet


def test_a_dead_resident_does_not_come_alive_by_a_spreadsheet(desk: Desk, tmp_path: Path) -> None:
    dead = write_sheet(tmp_path / "mati.xlsx", person(status_dasar="MATI"))
    desk.imports.apply(dead, desk.imports.dry_run(dead))
    assert desk.find(NIK).life_status is LifeStatus.DEAD

    alive = write_sheet(tmp_path / "hidup.xlsx", person(status_dasar="HIDUP"))
    plan = desk.imports.dry_run(alive)
    desk.imports.apply(alive, plan)

    assert [one.column for one in plan.refused] == ["status_dasar"]
    assert desk.find(NIK).life_status is LifeStatus.DEAD


def test_a_dry_run_of_yesterday_is_judged_again_before_it_is_written(
    desk: Desk, tmp_path: Path
) -> None:
    path = write_sheet(tmp_path / "w.xlsx", person(tanggallahir="2026-11-25"))
    plan = desk.imports.dry_run(path)
    assert plan.refused
    desk.clock.moment += timedelta(days=2)

    assert desk.imports.apply(path, plan).added == 1
