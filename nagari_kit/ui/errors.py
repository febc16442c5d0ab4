"""How refusals and bugs are told: the only place that builds message boxes."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from nagari_kit.errors import Cancelled, NagariError, OfflineError, StorageError
from nagari_kit.ui.jobs.job import UnexpectedError
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.button import Button

_log = logging.getLogger(__name__)

QUIET = (Cancelled,)
TOASTED = (OfflineError,)
_GRAVE = (StorageError, UnexpectedError)


def sentence_of(error: NagariError) -> str:
    """What to do, and the code to read out on the telephone."""
    return " ".join(part for part in (error.hint, f"(kode {error.code})") if part)


def present_error(
    error: NagariError, parent: QWidget | None, toast: Callable[[str, str], object]
) -> QMessageBox | None:
    """Say nothing, a toast, or a box, by the kind of error; returns the open box."""
    if isinstance(error, QUIET):
        return None
    _log.info("told: %s %s", error.code, type(error).__name__)
    if isinstance(error, TOASTED):
        toast(error.user_message, sentence_of(error))
        return None
    return _open_box(error, parent)


def install_crash_hook(show: Callable[[NagariError], object]) -> None:
    """Let a bug on the GUI side become a sentence; the window stays up."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unexpected", exc_info=(kind, error, trace))
        show(error if isinstance(error, NagariError) else UnexpectedError(error))

    sys.excepthook = hook


def _open_box(error: NagariError, parent: QWidget | None) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Nagari Kit")
    box.setText(f"<b>{error.user_message}</b>")
    box.setInformativeText(sentence_of(error))
    grave = isinstance(error, _GRAVE)
    colour = current_theme().err if grave else current_theme().warn
    box.setIconPixmap(icon_pixmap("alert-triangle", colour, 40))
    # With the box as parent: PySide frees a button that only addButton knows.
    close = Button("Tutup", kind="primary", parent=box)
    box.addButton(close, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    if grave:
        copy = Button("Salin rincian", parent=box)
        box.addButton(copy, QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details_of(error)))
    box.open()
    return box


def details_of(error: NagariError) -> str:
    """What support needs; holds no personal data."""
    cause = type(error.__cause__).__name__ if error.__cause__ else "-"
    return f"{error.code}\n{error.user_message}\n{type(error).__name__}: {error}\n{cause}"
