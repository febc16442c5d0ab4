"""Puts the window together: application, theme, office folder, main window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from nagari_kit.errors import ConflictError, NagariError, NotFoundError
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.office_folder import office_exists
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.plain_start import plain_office
from nagari_kit.ui.sole_window import SoleWindow
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.sheet import FUSION, apply_style, theme_for
from nagari_kit.ui.style.tokens import LIGHT
from nagari_kit.ui.window_place import place

if TYPE_CHECKING:
    from nagari_kit.cli.window import WindowRequest
    from nagari_kit.services.progress import CancelToken
    from nagari_kit.ui.main_window import MainWindow

REFUSED = 1
_SETTLE_AFTER = 50
_PAGES = (
    "residents", "resident_record", "household", "population_event", "resident_form", "figures",
    "data_quality", "registers", "resident_import", "lineage",
)  # fmt: skip
"""Pages whose code takes the window's time when it is loaded with the first look at them."""

_LOAD_AHEAD = 300
"""Milliseconds after which what the first screens need is loaded while the officer types."""


class _FirstPaint(QObject):
    """Acts once, after `widget` was painted for the first time."""

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act: Callable[[], object] | None = act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint."""
        if event.type() == QEvent.Type.Paint and self._act is not None:
            QTimer.singleShot(0, self._act)
            self._act = None
        return super().eventFilter(watched, event)


def run_window(
    argv: Sequence[str], *, after_first_paint: Callable[[], object] | None = None
) -> int:
    """Show the window for a command line without the program's name; returns the exit code.

    With `after_first_paint` it only shows itself: that is called, and the program ends.
    """
    data_dir, request = plain_office(argv), None
    if data_dir is None:
        from nagari_kit.cli.window import window_request

        request = window_request(argv)
        data_dir = request.data_dir
    application = _application()
    paths = OfficePaths(data_dir)
    settings = DeviceSettings(paths.device_dir)
    apply_style(application, theme_for(application, settings.theme), settings.font_scale)
    sole = SoleWindow(data_dir)
    try:
        sole.take()
        has_office = office_exists(paths)
    except (ConflictError, NotFoundError) as refusal:
        sole.release()
        return _tell_and_leave(refusal)
    window = _window(application, paths, settings)
    place(window, settings.geometry)
    # After the first paint: nothing worth a line, and no dialog of Qt's, comes before.
    QTimer.singleShot(_SETTLE_AFTER, lambda: _settle(application, paths))
    if after_first_paint is not None:
        _FirstPaint(window.stack, after_first_paint)
        _FirstPaint(window.stack, QApplication.quit)
    if request is not None and request.demonstration:
        window.show()
        _open_demonstration(window, request)
    elif has_office:
        window.begin()
        window.show()
        QTimer.singleShot(_LOAD_AHEAD, lambda: _load_ahead(window))
    else:
        front = _front_page(window)
        window.show()
        if after_first_paint is None:
            _FirstPaint(front, lambda: _begin_set_up(window, front))
    code = application.exec()
    sole.release()
    return code


def _front_page(window: MainWindow) -> QWidget:
    """What stands in the window while the first set-up is loaded, a tenth of a second."""
    from nagari_kit.ui.screens.unlock.office_panel import OfficePanel

    front = QWidget()
    row = QHBoxLayout(front)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(OfficePanel())
    row.addStretch(1)
    window.navigation.hide()
    window.stack.addWidget(front)
    window.stack.setCurrentWidget(front)
    return front


def _begin_set_up(window: MainWindow, front: QWidget) -> None:
    window.begin()
    window.stack.removeWidget(front)
    front.deleteLater()


def _tell_and_leave(refusal: NagariError) -> int:
    from nagari_kit.ui.errors import ErrorDialog

    ErrorDialog(refusal, None).exec()
    return REFUSED


def _load_ahead(window: MainWindow) -> None:
    """Load services and pages while the officer types, so that the first answers are quick."""

    def load(_progress: object, token: CancelToken) -> None:
        for name in ("services.workspace", *(f"ui.screens.{page}" for page in _PAGES)):
            token.raise_if_cancelled()
            import_module(f"nagari_kit.{name}")

    window.runner.start(load, key="window:load", on_success=lambda _loaded: None)


def _application() -> QApplication:
    application = QApplication([*sys.argv[:1], *FUSION])
    application.setApplicationName("nagari-kit")
    application.setApplicationDisplayName("Nagari Kit")
    application.setWindowIcon(QIcon(icon_pixmap("building-community", LIGHT.pri, 64)))
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    return application


def _window(application: QApplication, paths: OfficePaths, settings: DeviceSettings) -> MainWindow:
    from nagari_kit.ui.crash_hook import install_crash_hook
    from nagari_kit.ui.main_window import MainWindow

    window = MainWindow(paths, SystemClock(), settings)
    window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    install_crash_hook(window.show_error)

    def restyle() -> None:
        apply_style(application, theme_for(application, settings.theme), settings.font_scale)
        for widget in application.allWidgets():
            widget.update()

    window.settings_changed.connect(restyle)
    application.styleHints().colorSchemeChanged.connect(restyle)
    return window


def _open_demonstration(window: MainWindow, request: WindowRequest) -> None:
    """Prepare the demonstration nagari beside the window, then open it."""
    from nagari_kit.services.demonstration import (
        DEMONSTRATION_ACTOR,
        DEMONSTRATION_PASSPHRASE,
        prepare_demonstration,
    )
    from nagari_kit.services.progress import Progress
    from nagari_kit.services.workspace import Workspace, open_workspace
    from nagari_kit.ui.widgets import EmptyState

    waiting = EmptyState(
        "building-community",
        "Menyiapkan nagari contoh",
        "Warga, kartu keluarga, dan suratnya dikarang, bukan orang sungguhan.",
    )
    window.navigation.hide()
    window.stack.addWidget(waiting)
    window.stack.setCurrentWidget(waiting)
    clock = window.clock

    def work(progress: Progress, _token: CancelToken) -> Workspace:
        paths = prepare_demonstration(
            request.data_dir, clock=clock, residents=request.residents, progress=progress
        )
        return open_workspace(
            paths, DEMONSTRATION_PASSPHRASE, clock=clock, actor=DEMONSTRATION_ACTOR
        )

    def opened(workspace: Workspace) -> None:
        window.stack.removeWidget(waiting)
        waiting.deleteLater()
        window.open_office(workspace)

    def report(done: int, total: int, words: str) -> None:
        share = f" ({done * 100 // total} %)" if total else ""
        waiting.show_words("building-community", "Menyiapkan nagari contoh", f"{words}{share}")

    window.runner.start(
        work, key="demonstration", on_success=opened, on_progress=report, lane="write"
    )


def _settle(application: QApplication, paths: OfficePaths) -> None:
    """Begin the log, translate Qt's own words, and wake the collector.

    It sleeps until the first paint, and never looks at the hundred thousand things loaded so far.
    """
    gc.freeze()
    gc.enable()
    from nagari_kit.infra.logging_setup import start_office_log
    from nagari_kit.ui.qt_words import speak_indonesian

    start_office_log(paths)
    speak_indonesian(application)
