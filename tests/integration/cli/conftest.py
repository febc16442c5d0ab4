"""A small office on disk that the commands work on, and a way to run them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from nagari_kit.cli import main
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx

PASSPHRASE = "rahasia kantor contoh"
PEOPLE = 60


@dataclass(frozen=True)
class Answer:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run nagari-kit in this process; the passphrase comes from the environment."""
    monkeypatch.setenv("NAGARI_PASSPHRASE", PASSPHRASE)

    def run_command(*words: str | Path) -> Answer:
        capsys.readouterr()
        argv: Sequence[str] = [str(word) for word in words]
        code = main(argv)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Answer(code, captured.out, captured.err)

    return run_command


@pytest.fixture(scope="session")
def people_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lembar") / "warga.xlsx"
    write_opensid_xlsx(path, generate_population(PEOPLE))
    return path


@pytest.fixture(scope="session")
def office_template(tmp_path_factory: pytest.TempPathFactory, people_file: Path) -> Path:
    """Made once; every test works on its own copy."""
    folder = tmp_path_factory.mktemp("kantor") / "data"
    secret = folder.parent / "sandi.txt"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    common = ["--data-dir", str(folder), "--passphrase-file", str(secret)]
    place = ["--office", "13.06.99.2001", "--name", "Koto Contoh", "--kecamatan", "Batang Contoh"]
    head = ["--kabupaten", "Kabupaten Contoh", "--unit", "KN", "--wali-nagari", "Defrizal"]
    assert main(["init", *common, *place, *head]) == 0
    assert main(["residents", "import", str(people_file), *common]) == 0
    return folder


@pytest.fixture
def office(office_template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(office_template, tmp_path / "data"))


@pytest.fixture
def grown_up() -> Any:
    """Somebody of the office who is old enough for any letter."""
    population = generate_population(PEOPLE)
    return next(p for p in population.residents if p.family_relation == 1)
