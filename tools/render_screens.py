"""Renders every screen to PNG: full, compact, dark, largest letters, from demonstration data.

    python tools/render_screens.py --out DIR [--only SCREEN ...] [--mode penuh|kompak|gelap|besar]

Screens bring their states themselves: see nagari_kit/ui/picturing.py.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration import (
    DEMONSTRATION_ACTOR,
    DEMONSTRATION_PASSPHRASE,
    demonstration_officers,
    demonstration_profile,
    prepare_demonstration,
)
from nagari_kit.services.workspace import create_workspace, open_workspace
from nagari_kit.ui import screens
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import CLOSED, DEMONSTRATION, EMPTY, NONE, Picture
from nagari_kit.ui.style.fonts import SCALES
from nagari_kit.ui.style.sheet import FUSION, apply_style
from nagari_kit.ui.style.tokens import DARK, LIGHT, Theme

RESIDENTS = 1200
MORNING = datetime(2026, 11, 24, 2, 41, tzinfo=UTC)
SETTLE = 450
"""Milliseconds in which debounced work and repaints come to rest."""


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to look at every state."""

    name: str
    width: int
    height: int
    theme: Theme
    scale: float = 1.0


MODES = (
    Mode("penuh", 1366, 768, LIGHT),
    Mode("kompak", 1093, 558, LIGHT),
    Mode("gelap", 1366, 768, DARK),
    Mode("besar", 1366, 768, LIGHT, SCALES[-1]),
)


class Studio:
    """Makes offices and windows for pictures, and takes them down again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._windows: list[MainWindow] = []
        self._templates = {
            DEMONSTRATION: folder / "contoh",
            EMPTY: folder / "kosong",
        }
        prepare_demonstration(
            self._templates[DEMONSTRATION], clock=FixedClock(MORNING), residents=RESIDENTS
        )
        _make_empty_office(self._templates[EMPTY])

    def take(self, application: QApplication, picture: Picture, mode: Mode) -> QPixmap:
        """The picture with what stands open over it."""
        apply_style(application, mode.theme, mode.scale)

        def open_shell(office: str) -> MainWindow:
            return self._open(office, mode)

        try:
            widget = picture.make(open_shell)
            settle()
            return with_popups(widget)
        finally:
            self._take_down()

    def _open(self, office: str, mode: Mode) -> MainWindow:
        self._count += 1
        paths = OfficePaths(self._folder / f"data-{self._count}")
        template = self._templates.get(DEMONSTRATION if office == CLOSED else office)
        if template is not None:
            shutil.copytree(template, paths.data_dir)
        clock = FixedClock(MORNING)
        settings = DeviceSettings(paths.device_dir)
        if office == CLOSED:
            profile = demonstration_profile()
            place = f"Kecamatan {profile.kecamatan}\n{profile.kabupaten}"
            settings.remember(actor=DEMONSTRATION_ACTOR, office=profile.name, place=place)
        window = MainWindow(paths, clock, settings, ImmediateRunner())
        self._windows.append(window)
        window.resize(mode.width, mode.height)
        window.show()
        window.activateWindow()
        if office in {CLOSED, NONE}:
            window.begin()
        else:
            window.open_office(
                open_workspace(
                    paths, DEMONSTRATION_PASSPHRASE, clock=clock, actor=DEMONSTRATION_ACTOR
                )
            )
        settle(50)
        return window

    def _take_down(self) -> None:
        for window in self._windows:
            for dialog in _over(window):
                dialog.close()
            window.close()
            window.deleteLater()
        self._windows.clear()
        settle(20)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _make_empty_office(folder: Path) -> None:
    workspace = create_workspace(
        OfficePaths(folder),
        DEMONSTRATION_PASSPHRASE,
        demonstration_profile(),
        clock=FixedClock(MORNING),
        actor=DEMONSTRATION_ACTOR,
    )
    for officer in demonstration_officers():
        workspace.office.save_officer(officer)
    workspace.close()


def settle(milliseconds: int = SETTLE) -> None:
    """Let timers run and paint."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def with_popups(widget: QWidget) -> QPixmap:
    """The widget, and over it the dialogs and lists that stand open, where they stand."""
    picture = widget.grab()
    corner = widget.mapToGlobal(QPoint(0, 0))
    painter = QPainter(picture)
    for other in _over(widget.window()):
        painter.drawPixmap(other.mapToGlobal(QPoint(0, 0)) - corner, other.grab())
    painter.end()
    return picture


def _over(window: QWidget) -> list[QWidget]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if one is not window and one.isVisible() and not isinstance(one, MainWindow)
    ]


def pictured_screens(only: Iterable[str]) -> dict[str, tuple[Picture, ...]]:
    """Pictures by the name of their screen."""
    wanted = set(only)
    found: dict[str, tuple[Picture, ...]] = {}
    for module in iter_modules(screens.__path__):
        package = f"{screens.__name__}.{module.name}"
        folder = Path(next(iter(screens.__path__))) / module.name
        if (not wanted or module.name in wanted) and (folder / "pictures.py").is_file():
            found[module.name] = tuple(import_module(f"{package}.pictures").pictures())
    return found


def main(argv: list[str]) -> int:
    """Take all the pictures; 1 when a screen could not be brought into its state."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--mode", choices=[mode.name for mode in MODES])
    args = parser.parse_args(argv)
    args.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(["render_screens", *FUSION])
    failures = taken = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        studio = Studio(Path(folder))
        for mode in MODES:
            if args.mode and mode.name != args.mode:
                continue
            for screen, pictures in pictured_screens(args.only).items():
                for picture in pictures:
                    name = f"{screen}-{picture.name}-{mode.name}.png"
                    try:
                        studio.take(application, picture, mode).save(str(args.out / name))
                        taken += 1
                    except Exception as error:  # noqa: BLE001 - the others are still wanted
                        failures += 1
                        print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
    print(f"{taken} pictures in {args.out}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
