"""A wrong command line is answered in Indonesian; the window is asked for when it can show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nagari_kit.cli import needs_window, window_request
from tests.integration.cli.conftest import Run

ENGLISH = re.compile(
    r"\b(usage|error|required|invalid|choose|expected|show this|options|arguments)\b", re.IGNORECASE
)


@pytest.mark.parametrize(
    "words",
    [
        ("surat",),
        ("letters", "issue"),
        ("letters", "issue", "sku", "--nik", "1", "--set", "tanpa-nilai", "--out", "x.pdf"),
        ("residents", "search", "yus", "--limit", "banyak"),
        ("residents", "import", "x.xlsx", "--format", "kertas"),
        ("demo", "--residents", "0"),
        ("letters", "list", "--salah"),
        ("letters", "void", "1/2"),
        ("--data-dir",),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_explained_in_indonesian(run: Run, words: tuple[str, ...]) -> None:
    answer = run(*words)
    assert answer.code == 2
    assert answer.out == ""
    assert "nagari-kit" in answer.err
    assert not ENGLISH.search(answer.err), answer.err


@pytest.mark.parametrize(
    "words", [(), ("letters",), ("letters", "issue"), ("residents", "import"), ("sync", "enrol")]
)
def test_help_is_indonesian(run: Run, words: tuple[str, ...]) -> None:
    answer = run(*words, "--help")
    assert answer.code == 0
    assert answer.out.startswith("pemakaian: nagari-kit")
    assert not ENGLISH.search(answer.out), answer.out


def test_no_command_asks_for_the_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert needs_window([])
    assert needs_window(["--data-dir", str(tmp_path)])
    assert window_request(["--data-dir", str(tmp_path)]).data_dir == tmp_path
    assert not needs_window(["letters", "list"])
    assert not needs_window(["--help"])
    assert not needs_window(["salah"])


def test_the_demonstration_shows_itself_where_it_can(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    words = ["demo", "--residents", "300", "--out", str(tmp_path)]
    assert needs_window(words)
    request = window_request(words)
    assert (request.demonstration, request.residents) == (True, 300)
    assert request.data_dir.parent == tmp_path
    assert not needs_window([*words, "--headless"])
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not needs_window(words)
