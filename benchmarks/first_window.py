"""From process start to the first painted window, against a bare PySide6 window.

Two starts of ours: an office that exists and asks for its passphrase, as every morning, and a new
PC. The clock stops when the window is painted; how long a process takes to die is not counted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.letter_service import make_office

ROUNDS = 15
LIMIT = 1.7

BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

def painted():
    print(time.monotonic(), flush=True)
    application.quit()

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
import sys, time
from nagari_kit.__main__ import main
sys.exit(main(
    ["--data-dir", sys.argv[1]], after_first_paint=lambda: print(time.monotonic(), flush=True)
))
"""


def measure() -> list[Figure]:
    """Medians of whole processes, each with a warm file cache, in turn."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "office"
        make_office(office).close()
        environment["XDG_CONFIG_HOME"] = folder
        # Compiled modules are kept, as on a user's PC; the first round fills the cache of both.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "cache")
        starts = {
            "bare": [sys.executable, "-c", BARE],
            "first window": [sys.executable, "-c", OURS, str(office)],
            "first window, new PC": [sys.executable, "-c", OURS, str(Path(folder) / "none")],
        }
        seconds: dict[str, list[float]] = {name: [] for name in starts}
        for number in range(ROUNDS + 1):
            for name, arguments in starts.items():
                taken = _seconds_to_paint(arguments, environment)
                if number:
                    seconds[name].append(taken)
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    bare = medians.pop("bare")
    return [
        Figure(name, own / bare, LIMIT, f"{own * 1000:.0f} ms against {bare * 1000:.0f} ms")
        for name, own in medians.items()
    ]


def _seconds_to_paint(arguments: list[str], environment: dict[str, str]) -> float:
    begin = time.monotonic()
    done = subprocess.run(arguments, check=True, env=environment, stdout=subprocess.PIPE, text=True)
    return float(done.stdout) - begin
