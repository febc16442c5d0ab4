"""Forms from the command line: installed, listed, put out of use."""

from __future__ import annotations

from pathlib import Path

from tests.integration.cli.conftest import Run
from tests.integration.services.made_pack import pack


def test_a_form_is_installed_listed_and_put_out_of_use(
    run: Run, office: Path, tmp_path: Path
) -> None:
    base = ("--data-dir", office, "--json")
    file = tmp_path / "kartu_contoh.borang"
    file.write_bytes(pack())
    assert run("forms", "list", *base).json == {"forms": []}
    installed = run("forms", "install", file, *base)
    assert installed.code == 0, installed.err
    (listed,) = run("forms", "list", *base).json["forms"]
    assert listed == installed.json["form"]
    assert (listed["id"], listed["version"], listed["in_use"]) == ("kartu_contoh", 1, True)
    assert run("forms", "remove", "kartu_contoh", *base).code == 0
    assert not run("forms", "list", *base).json["forms"][0]["in_use"]


def test_a_file_that_is_no_pack_is_refused(run: Run, office: Path, tmp_path: Path) -> None:
    file = tmp_path / "bukan.borang"
    file.write_bytes(b"bukan paket")
    refused = run("forms", "install", file, "--data-dir", office, "--json")
    assert refused.code != 0
    assert "bukan paket borang" in refused.err
