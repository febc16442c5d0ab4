"""A disk that fills up while residents come in: a sentence, and what was there is still there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from tests.integration.cli.conftest import PASSPHRASE, PEOPLE

_UNSHARE = ["unshare", "--user", "--map-root-user", "--mount"]
_KIT = "import sys; from nagari_kit.cli import main; sys.exit(main(sys.argv[1:]))"
_SCRIPT = """
set -u
mount -t tmpfs -o size="$SIZE" tmpfs "$DISK"
cp -r "$OFFICE" "$DISK/data"
"$PYTHON" -c "$KIT" residents import "$FILE" --data-dir "$DISK/data" --json
echo "exit $?"
"$PYTHON" -c "$KIT" residents import "$SMALL" --dry-run --data-dir "$DISK/data" --json
"$PYTHON" -c "$KIT" doctor --data-dir "$DISK/data" --json
"""


def _can_mount(folder: Path) -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(
        [*_UNSHARE, "mount", "-t", "tmpfs", "tmpfs", str(folder)], capture_output=True, check=False
    )
    return tried.returncode == 0


def test_a_full_disk_costs_nothing_that_was_there(
    tmp_path: Path, office_template: Path, people_file: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if not _can_mount(disk):
        pytest.skip("this system does not let us make a small disk")
    many = tmp_path / "banyak.xlsx"
    write_opensid_xlsx(many, generate_population(8000, seed=7))
    used = sum(file.stat().st_size for file in office_template.rglob("*") if file.is_file())
    done = subprocess.run(
        [*_UNSHARE, "sh", "-c", _SCRIPT],
        env={
            **os.environ,
            "NAGARI_PASSPHRASE": PASSPHRASE,
            "SIZE": str(used + 3 * 1024 * 1024),
            "DISK": str(disk),
            "OFFICE": str(office_template),
            "PYTHON": sys.executable,
            "KIT": _KIT,
            "FILE": str(many),
            "SMALL": str(people_file),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr
    refusal, exit_line, again, health = done.stdout.splitlines()
    assert exit_line == "exit 1"
    assert json.loads(refusal)["error"]["code"] == "SIMPAN-02"
    assert "disk" in done.stderr.lower()
    assert json.loads(again)["unchanged"] == PEOPLE
    checks = {check["name"]: check["ok"] for check in json.loads(health)["checks"]}
    assert checks["catatan peristiwa"], "the log must be whole"
