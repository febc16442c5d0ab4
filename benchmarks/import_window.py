"""The window and the memory while 50,000 residents come in: nobody waits, and a small PC suffices.

A process of its own opens the real window on a new office, checks the sheet and imports it as the
officer does; this one watches how much memory it and its reading child hold together. A beat of
the window's own event loop tells how long it was held up. On a busy machine the window waits for
its turn as everybody does; so what is held against the limit is the processor time that the
program itself used while the window waited, and the clock's time is told beside it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.letter_service import PASSPHRASE, make_office
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx

PEOPLE = 50_000
MOST_MEGABYTES = 400
LONGEST_MS = 20
PATIENCE = 300
_LOOK_EVERY = 0.05
_BEAT_MS = 1


def measure() -> list[Figure]:
    """The longest hold of the window, and the most memory; each against its limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheet = folder / "penduduk.xlsx"
        write_opensid_xlsx(sheet, generate_population(PEOPLE, seed=7, today=date(2026, 11, 24)))
        make_office(folder / "kantor").close()
        told, megabytes = _watched(folder / "kantor", sheet)
    held = f"{told['held']:.0f} ms of its own work, {told['waited']:.0f} ms by the clock"
    return [
        Figure("import, the window is held up", told["held"] / LONGEST_MS, 1.0, held),
        Figure(
            "import, memory of the window and its reader",
            megabytes / MOST_MEGABYTES,
            1.0,
            f"{megabytes:.0f} MB of {MOST_MEGABYTES}, {PEOPLE} residents",
        ),
    ]


def _watched(office: Path, sheet: Path) -> tuple[dict[str, float], float]:
    """What the window tells of itself, and the megabytes that it and its children held at most."""
    asked = [sys.executable, "-m", "benchmarks.import_window", str(office), str(sheet)]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    most = 0.0
    with subprocess.Popen(asked, stdout=subprocess.PIPE, env=surroundings) as window:
        while window.poll() is None:
            most = max(most, _megabytes(window.pid))
            time.sleep(_LOOK_EVERY)
        said = window.stdout.read() if window.stdout else b""
    if window.returncode:
        raise RuntimeError(f"the window ended with {window.returncode}")
    return json.loads(said.splitlines()[-1]), most


def _megabytes(pid: int) -> float:
    """Memory of a process and its children, what they share counted once (Linux)."""
    kib = 0.0
    for one in [pid, *_children(pid)]:
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        kib += sum(float(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kib / 1024


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(word) for word in listed.read_text().split()]
        except OSError:
            continue
    return found


class _Beat:
    """Measures how long the event loop was kept from its beat, since it was last asked."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._strike)
        self.held = self.waited = 0.0
        self._last = self._used = 0.0

    def start(self) -> None:
        self._last, self._used = time.perf_counter(), time.process_time()
        self._timer.start(_BEAT_MS)

    def _strike(self) -> None:
        now, used = time.perf_counter(), time.process_time()
        self.waited = max(self.waited, (now - self._last) * 1000)
        self.held = max(self.held, (used - self._used) * 1000)
        self._last, self._used = now, used


def _import_in_a_window(office: Path, sheet: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from nagari_kit.infra.clock import SystemClock
    from nagari_kit.infra.paths import OfficePaths
    from nagari_kit.services.workspace import open_workspace
    from nagari_kit.ui.device_settings import DeviceSettings
    from nagari_kit.ui.main_window import MainWindow
    from nagari_kit.ui.style.sheet import FUSION, apply_style
    from nagari_kit.ui.style.tokens import LIGHT

    application = QApplication(["impor", *FUSION])
    apply_style(application, LIGHT)
    paths, clock = OfficePaths(office), SystemClock()
    window = MainWindow(paths, clock, DeviceSettings(paths.device_dir))
    window.resize(1366, 768)
    window.open_office(open_workspace(paths, PASSPHRASE, clock=clock))
    window.show()
    window.navigate("resident_import")

    def until(true: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            application.processEvents()
            time.sleep(0.0002)
            if time.monotonic() > end:
                raise TimeoutError

    opened = time.monotonic() + 1
    until(lambda: time.monotonic() > opened)
    screen = window.stack.current()
    if screen is None:
        raise RuntimeError("the page of the import did not come")
    view = screen.widget
    beat = _Beat()
    beat.start()
    view.choose_file(sheet)
    until(view.check.isVisible)
    view.import_requested.emit()
    until(view.done.isVisible)
    sys.stdout.write(json.dumps({"held": beat.held, "waited": beat.waited}) + "\n")
    window.close()
    until(lambda: not window.isVisible())


if __name__ == "__main__":
    _import_in_a_window(Path(sys.argv[1]), Path(sys.argv[2]))
