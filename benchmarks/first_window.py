"""From process start to the first painted window, against a bare PySide6 window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure

ROUNDS = 7
LIMIT = 1.7

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, application.quit)

application = QApplication([])
window = Window()
layout = QVBoxLayout(window)
layout.addWidget(QLineEdit())
layout.addWidget(QTableView())
window.resize(1280, 800)
window.show()
application.exec()
"""

OURS = """
import sys
from nagari_kit import app
sys.exit(app.run_window(["--data-dir", sys.argv[1]], quit_after_first_paint=True))
"""


def _wall_seconds(arguments: list[str], environment: dict[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(arguments, check=True, env=environment, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def measure() -> list[Figure]:
    """Ratio of whole processes, each with a warm file cache, in turn."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryDirectory() as folder:
        empty = str(Path(folder) / "office")
        environment["XDG_CONFIG_HOME"] = folder
        # Compiled modules are kept, as on a user's PC; the first round fills the cache of both.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "cache")
        bare = [sys.executable, "-c", BARE]
        ours = [sys.executable, "-c", OURS, empty]
        mine: list[float] = []
        theirs: list[float] = []
        for number in range(ROUNDS + 1):
            own = _wall_seconds(ours, environment)
            peer = _wall_seconds(bare, environment)
            if number:
                mine.append(own)
                theirs.append(peer)
    own, peer = statistics.median(mine), statistics.median(theirs)
    detail = f"{own * 1000:.0f} ms against {peer * 1000:.0f} ms"
    return [Figure("first window", own / peer, LIMIT, detail)]
