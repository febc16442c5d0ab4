"""The whole story of one office without a window: spreadsheet, letters on paper, province."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from nagari_kit.errors import HubError
from nagari_kit.infra.paths import resource_path
from nagari_kit.services.demonstration.hub_process import HubProcess

RESIDENTS = 200
SOURCES = {
    path.stem: path.read_text(encoding="utf-8") for path in resource_path("letters").glob("*.toml")
}
KINDS = tuple(sorted(SOURCES))
UNNUMBERED = tuple(kind for kind in KINDS if 'nomor = "tidak"' in SOURCES[kind])
"""Signed by citizens: the office gives them no number."""
OFFICIAL = ("undangan", "surat_tugas", "pengantar", "pemberitahuan")
"""Of the office to others: they speak of no resident."""
MM = 72 / 25.4

pytestmark = [pytest.mark.hub, pytest.mark.slow]


def _command(out: Path) -> list[str]:
    return [
        sys.executable,
        "-c",
        "import sys; from nagari_kit.cli import main; sys.exit(main(sys.argv[1:]))",
        "demo",
        "--headless",
        "--residents",
        str(RESIDENTS),
        "--out",
        str(out),
        "--json",
    ]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    out = tmp_path_factory.mktemp("contoh")
    done = subprocess.run(
        _command(out), capture_output=True, text=True, timeout=240, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return out, json.loads(done.stdout)


def test_both_sides_count_the_same(story: tuple[Path, dict]) -> None:
    _, summary = story
    assert summary["agree"] is True
    assert summary["added"] == RESIDENTS
    assert summary["refused"] == 0
    assert summary["office"]["events"] == summary["office"]["applied"] == summary["hub"]["events"]
    assert summary["office"]["letters"] == summary["hub"]["letters"] == len(KINDS)
    assert summary["office"]["events"] > len(KINDS)


def test_no_number_is_given_twice(story: tuple[Path, dict]) -> None:
    summary = story[1]
    by_kind = {kind: [f for f in summary["files"] if f"-{kind}-" in f] for kind in KINDS}
    assert {kind: len(files) for kind, files in by_kind.items()} == dict.fromkeys(KINDS, 1)
    numbers = [number for number in summary["letters"] if number]
    assert len(set(numbers)) == len(numbers) == len(KINDS) - len(UNNUMBERED)


def test_every_letter_bears_name_nik_and_number_on_its_paper(
    story: tuple[Path, dict],
) -> None:
    out, summary = story
    for number, name in zip(summary["letters"], summary["files"], strict=True):
        content = (out / name).read_bytes()
        with pypdfium2.PdfDocument(content) as document:
            width, height = document[0].get_size()
            text = " ".join(
                " ".join(page.get_textpage().get_text_range() for page in document).split()
            )
        on_a4 = any(f"-{kind}-" in name for kind in KINDS if 'kertas = "A4"' in SOURCES[kind])
        paper = (210 * MM, 297 * MM) if on_a4 else (215 * MM, 330 * MM)
        assert (width, height) == pytest.approx(paper, abs=0.5)
        assert number.replace(" ", "") in text.replace(" ", "")
        if not any(f"-{kind}-" in name for kind in OFFICIAL):
            # The form of our own has a box for each figure.
            boxed = r"130699\d{10}" if on_a4 else r"\b130699\d{10}\b"
            assert re.search(boxed, text.replace(" ", "") if on_a4 else text), name
        assert len(content) < 200_000


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler is not installed")
def test_every_font_is_embedded(story: tuple[Path, dict]) -> None:
    out, summary = story
    for name in summary["files"][:3]:
        listed = subprocess.run(
            ["pdffonts", str(out / name)], capture_output=True, text=True, check=True
        ).stdout.splitlines()[2:]
        assert listed
        for line in listed:
            embedded, subset = line.split()[-5:-3]
            assert (embedded, subset) == ("yes", "yes"), line


def test_the_folder_tells_the_story_in_indonesian(story: tuple[Path, dict]) -> None:
    out, summary = story
    told = (out / "ringkasan.txt").read_text(encoding="utf-8")
    assert "Hitungan kantor dan provinsi sama." in told
    assert json.loads((out / "summary.json").read_text(encoding="utf-8")) == summary


@pytest.fixture
def listens_to_ctrl_c() -> Iterator[None]:
    """A test run in the background ignores Ctrl-C, and its children would inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("listens_to_ctrl_c")
def test_ctrl_c_stops_the_hub_too(tmp_path: Path) -> None:
    running = subprocess.Popen(
        _command(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert running.stderr is not None
    for line in running.stderr:
        if "Mendaftarkan" in line:
            break
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told
    assert "Traceback" not in told
    assert _processes_on(tmp_path / "hub") == []


def _processes_on(folder: Path) -> list[str]:
    """Command lines of living processes that name the folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = entry.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if str(folder) in words and str(os.getpid()) != entry.parent.name:
            found.append(words)
    return found


def test_a_taken_port_is_told_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(HubError) as refusal,
            HubProcess(tmp_path / "hub", listen=f"127.0.0.1:{port}"),
        ):
            pytest.fail("the hub came up on a port that is taken")
    assert refusal.value.user_message.endswith(".")
    assert refusal.value.hint
    assert "Traceback" not in refusal.value.user_message
    assert _processes_on(tmp_path / "hub") == []
