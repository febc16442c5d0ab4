"""How refusals and bugs are told: the only place that builds dialogs for them."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from nagari_kit.errors import Cancelled, NagariError, OfflineError, StorageError
from nagari_kit.ui.jobs.job import UnexpectedError
from nagari_kit.ui.widgets import Button, FormDialog

_log = logging.getLogger(__name__)

QUIET = (Cancelled,)
TOASTED = (OfflineError,)
_GRAVE = (StorageError, UnexpectedError)


def sentence_of(error: NagariError) -> str:
    """What to do, and the code to read out on the telephone."""
    return " ".join(part for part in (error.hint, f"(kode {error.code})") if part)


def present_error(
    error: NagariError, parent: QWidget | None, toast: Callable[[str, str], object]
) -> ErrorDialog | None:
    """Say nothing, a toast, or a dialog, by the kind of error; returns the open dialog."""
    if isinstance(error, QUIET):
        return None
    _log.info("told: %s %s", error.code, type(error).__name__)
    if isinstance(error, TOASTED):
        toast(error.user_message, sentence_of(error))
        return None
    dialog = ErrorDialog(error, parent)
    dialog.open()
    return dialog


class ErrorDialog(FormDialog):
    """What happened and what was not lost, what to do, and the code for the telephone."""

    def __init__(self, error: NagariError, parent: QWidget | None) -> None:
        grave = isinstance(error, _GRAVE)
        happened, rest = split_sentence(error.user_message)
        super().__init__(
            parent,
            icon="alert-triangle",
            kind="err" if grave else "warn",
            title=happened,
            subtitle=rest,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if error.hint:
            self.add_consequences([("arrow-right", error.hint)])
        self.add_foot(self.tr("Sebutkan kode {0}").format(error.code), "phone")
        self.close_button = Button(self.tr("Tutup"), kind="primary")
        self.close_button.clicked.connect(self.accept)
        if grave:
            copy = Button(self.tr("Salin rincian"), kind="secondary", icon="copy")
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details_of(error)))
            self.add_button(copy)
        self.add_button(self.close_button)
        self.close_button.setDefault(True)
        self.close_button.setFocus()


def split_sentence(words: str) -> tuple[str, str]:
    """The first sentence without its stop, and the rest."""
    first, stop, rest = words.partition(". ")
    return (first, rest) if stop else (words.removesuffix("."), "")


def details_of(error: NagariError) -> str:
    """What support needs; holds no personal data."""
    cause = type(error.__cause__).__name__ if error.__cause__ else "-"
    return f"{error.code}\n{error.user_message}\n{type(error).__name__}: {error}\n{cause}"
