"""`letters gaps`: a script can see whether every number is accounted for."""

from __future__ import annotations

from pathlib import Path

from nagari_kit.domain.number_reservations import ReservationWish
from nagari_kit.domain.residents import Resident
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.workspace import open_workspace
from tests.integration.cli.conftest import PASSPHRASE, Run
from tests.integration.cli.test_commands import SKU


def test_missing_numbers_are_reported_with_their_reasons(
    run: Run, office: Path, grown_up: Resident, tmp_path: Path
) -> None:
    base = ("--data-dir", office)
    assert run("letters", "gaps", *base).out.strip() == "Belum ada nomor di tahun itu."
    out = tmp_path / "surat.pdf"
    words = ("--nik", str(grown_up.nik), *SKU, "--out", out)
    number = run("letters", "issue", "sku", *words, *base, "--json").json["number"]
    run("letters", "void", number, "--reason", "Salah nama", *base)
    opened = open_workspace(OfficePaths(office), PASSPHRASE, clock=SystemClock())
    opened.reservations.reserve(ReservationWish("sku", 1, "undangan rapat"))
    opened.close()

    found = run("letters", "gaps", "--json", *base).json
    (series,) = found["series"]
    assert (found["unexplained"], series["title"], series["last"]) == (0, "Kode 500.3", 2)
    assert (series["issued"], series["voided"], series["waiting"]) == (0, 1, 0)
    told = [(gap["first"], gap["kind"], gap["reason"]) for gap in series["gaps"]]
    assert told == [(1, "batal", "Salah nama"), (2, "dipesan", "undangan rapat")]
    lines = run("letters", "gaps", "--year", str(found["year"]), *base).out.splitlines()
    assert lines[0] == "Kode 500.3: terakhir 2, terbit 0, batal 1"
    assert lines[-1] == "Semua nomor sudah dijelaskan."
    assert run("letters", "gaps", "--year", "1999", *base).out.startswith("Belum ada nomor")
