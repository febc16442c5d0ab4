"""The states of the register for `tools/render_screens.py`."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.letter_steps import Progress
from nagari_kit.domain.letters import LetterFilter, LetterStatus
from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.letter_register.step_dialog import StepDialog
from nagari_kit.ui.screens.letter_register.view import LetterRegisterView


def pictures() -> tuple[Picture, ...]:
    """A full register, an empty one, a letter, and what is asked before it changes."""
    return (
        Picture("normal", lambda open_shell: _shown(open_shell, DEMONSTRATION)),
        Picture("kosong", lambda open_shell: _shown(open_shell, EMPTY)),
        Picture("tidak-cocok", _nothing_found),
        Picture("surat", lambda open_shell: _letter(open_shell, LetterStatus.ISSUED)),
        Picture("batal", lambda open_shell: _letter(open_shell, LetterStatus.VOIDED)),
        Picture("tanya-batal", lambda open_shell: _pressed(open_shell, "void")),
        Picture("tanya-cetak", lambda open_shell: _pressed(open_shell, "reprint")),
        Picture("tanya-cetak-batal", _reprint_of_a_voided_letter),
        Picture("lihat", lambda open_shell: _pressed(open_shell, "look")),
        Picture("tanya-langkah", _asked_for_a_step),
        Picture("perjalanan", _handed_over),
        Picture("sibuk", _busy),
        Picture("galat", _trouble),
    )


def _shown(open_shell: OpenShell, office: str) -> MainWindow:
    window = open_shell(office)
    window.navigate("letter_register")
    return window


def _view(window: MainWindow) -> LetterRegisterView:
    view = shown_screen(window).widget
    if not isinstance(view, LetterRegisterView):
        msg = "the register is not shown"
        raise TypeError(msg)
    return view


def _nothing_found(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell, DEMONSTRATION)
    _view(window).filters.text.setText("xqzvw")
    return window


def _letter(open_shell: OpenShell, status: LetterStatus) -> MainWindow:
    window = open_shell(DEMONSTRATION)
    rows = window.workspace.register.page(LetterFilter(status=status), 0, 1).rows
    window.navigate("letter_register", letter_id=rows[0].id)
    return window


def _pressed(open_shell: OpenShell, button: str) -> QWidget:
    window = _letter(open_shell, LetterStatus.ISSUED)
    panel = _view(window).detail
    {"void": panel.void, "reprint": panel.reprint, "look": panel.look}[button].click()
    return window


def _asked_for_a_step(open_shell: OpenShell) -> QWidget:
    window = _letter(open_shell, LetterStatus.ISSUED)
    _view(window).detail.step.click()
    dialog = window.findChild(StepDialog)
    if dialog is None:
        raise LookupError("no step is asked for")
    dialog.choose(1)
    return window


def _handed_over(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    wanted = LetterFilter(progress=Progress.HANDED_OVER, status=LetterStatus.ISSUED)
    row = window.workspace.register.page(wanted, 0, 1).rows[0]
    window.navigate("letter_register", letter_id=row.id)
    return window


def _reprint_of_a_voided_letter(open_shell: OpenShell) -> QWidget:
    window = _letter(open_shell, LetterStatus.VOIDED)
    _view(window).detail.reprint.click()
    return window


def _busy(open_shell: OpenShell) -> QWidget:
    window = _letter(open_shell, LetterStatus.ISSUED)
    _view(window).detail.set_busy(True)
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell, DEMONSTRATION)
    _view(window).show_trouble(
        StorageLockedError(
            "Data sedang dipakai program lain. Tidak ada yang hilang.",
            hint="Tunggu sebentar, lalu coba lagi.",
        )
    )
    return window
