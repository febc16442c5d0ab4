"""A keystroke in the search box to the painted results, against painting that page alone.

Both sides paint the whole home page with its results; ours adds the key event, the search in the
encrypted database and the new rows. The pause before a search while typing is left out.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, interleaved, median_ms, percentile_ms

LIMIT = 1.5
PEOPLE = 5_000
ROUNDS = 60
WORDS = ("sya", "ra", "ahma", "nur", "fit", "yus", "des", "mar")


def measure() -> list[Figure]:
    """Ratio of the medians of painted keystrokes and bare paints, taken in turn."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from nagari_kit.ui.style.sheet import FUSION

    application = QApplication.instance() or QApplication(["keystroke", *FUSION])
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = _timed(application, Path(folder))
    own, peer = median_ms(ours), median_ms(theirs)
    worst = percentile_ms(ours, 0.95)
    detail = f"{own:.1f} ms (95 %: {worst:.1f}) against {peer:.1f} ms, {PEOPLE} residents"
    return [Figure("keystroke to paint", own / peer, LIMIT, detail)]


def _timed(application: object, folder: Path) -> tuple[list[float], list[float]]:
    from PySide6.QtTest import QTest

    from nagari_kit.infra.clock import SystemClock
    from nagari_kit.services.demonstration import (
        DEMONSTRATION_PASSPHRASE,
        prepare_demonstration,
    )
    from nagari_kit.services.workspace import open_workspace
    from nagari_kit.ui.device_settings import DeviceSettings
    from nagari_kit.ui.jobs.immediate import ImmediateRunner
    from nagari_kit.ui.main_window import MainWindow
    from nagari_kit.ui.style.sheet import apply_style
    from nagari_kit.ui.style.tokens import LIGHT

    apply_style(application, LIGHT)
    clock = SystemClock()
    paths = prepare_demonstration(folder / "kantor", clock=clock, residents=PEOPLE)
    window = MainWindow(paths, clock, DeviceSettings(paths.device_dir), ImmediateRunner())
    window.resize(1366, 768)
    window.open_office(open_workspace(paths, DEMONSTRATION_PASSPHRASE, clock=clock))
    window.show()
    screen = window.stack.current()
    line = screen.widget.search.line
    turn = iter(range(10_000))

    def keystroke() -> None:
        word = WORDS[next(turn) % len(WORDS)]
        line.setText(word[:-1])
        QTest.keyClicks(line, word[-1])
        screen.presenter.search()
        window.grab()

    try:
        keystroke()
        return interleaved(keystroke, window.grab, rounds=ROUNDS)
    finally:
        window.close()
        window.deleteLater()
