"""The register on the screen: found, narrowed, looked at, reprinted, voided."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.letter_steps import StepKind, StepWish
from nagari_kit.domain.letters import LetterFilter, LetterStatus, RegisterPage
from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.letter_words import letter_chip
from nagari_kit.ui.printing.print_dialog import PrintDialog
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens import letter_register
from nagari_kit.ui.screens.letter_register.table_model import Column
from nagari_kit.ui.screens.letter_register.void_dialog import OTHER, VoidDialog
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.widgets import ConfirmDialog
from nagari_kit.ui.widgets.painting import fitted_kind
from tests.ui.letter_desk import file_letter, press, serve, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def screen(qtbot, shell):
    made = letter_register.build(shell)
    show(qtbot, made)
    return made


def rows(screen) -> int:
    return screen.presenter.model.rowCount()


def open_letter(qtbot, screen, letter) -> None:
    screen.enter(letter_id=letter.id)
    qtbot.waitUntil(lambda: screen.widget.body.is_detail_open() and rows(screen) > 0)


def test_an_empty_register_says_how_it_fills(qtbot, screen) -> None:
    screen.enter()

    qtbot.waitUntil(lambda: not screen.widget.table.isVisible())
    assert rows(screen) == 0


def test_a_letter_is_found_by_its_number_and_by_part_of_the_name(qtbot, shell, screen) -> None:
    first = file_letter(shell, serve(shell, "Zulfadhli Paninggahan"))
    second = file_letter(shell, serve(shell, "Oktavia Muaro", nik="1306996310900004"))
    screen.enter()
    qtbot.waitUntil(lambda: rows(screen) == 2)

    screen.widget.filters.text.setText(second.number)
    qtbot.waitUntil(lambda: rows(screen) == 1)
    assert screen.presenter.model.index(0, Column.NAME).data() == second.resident_name

    screen.widget.filters.text.setText("paningg")
    qtbot.waitUntil(lambda: screen.presenter.model.index(0, Column.NUMBER).data() == first.number)

    screen.widget.filters.text.setText("tidak ada yang begini")
    qtbot.waitUntil(lambda: rows(screen) == 0)
    assert not screen.widget.table.isVisible()


def test_only_voided_letters_are_shown_when_asked(qtbot, shell, screen) -> None:
    resident = serve(shell)
    kept, gone = file_letter(shell, resident), file_letter(shell, resident)
    shell.workspace.register.void(gone.id, "Salah isi atau salah nama")
    screen.enter()
    qtbot.waitUntil(lambda: rows(screen) == 2)

    status = screen.widget.filters.status
    status.setCurrentIndex(status.findData(LetterStatus.VOIDED))

    qtbot.waitUntil(lambda: rows(screen) == 1)
    assert screen.presenter.model.index(0, Column.NUMBER).data() == gone.number != kept.number


def test_the_way_of_a_letter_and_its_end_show_in_the_list_and_the_filter(
    qtbot, shell, screen
) -> None:
    resident = serve(shell)
    signed, waiting = file_letter(shell, resident), file_letter(shell, resident)
    shell.workspace.steps.record(signed.id, StepWish(StepKind.SIGNED))
    screen.enter()
    qtbot.waitUntil(lambda: rows(screen) == 2)

    model = screen.presenter.model
    said = {model.index(n, Column.STATUS).data() for n in range(2)}
    assert said == {"Diteken", "Terbit"}
    status = screen.widget.filters.status
    status.setCurrentIndex(status.findText("Belum diteken"))
    qtbot.waitUntil(lambda: rows(screen) == 1)
    assert model.letter(model.index(0, 0)).id == waiting.id

    day = waiting.valid_until + timedelta(days=1)
    row = model.letter(model.index(0, 0))
    assert letter_chip(row, day).text == "Lewat masa"
    assert letter_chip(row, waiting.valid_until).text == "Terbit"


def test_a_reprint_saves_the_stored_bytes_and_is_counted(qtbot, shell, screen, tmp_path) -> None:
    letter = file_letter(shell, serve(shell))
    open_letter(qtbot, screen, letter)
    screen.presenter.detail.desk.memory.remember(PrintTarget("", tmp_path))

    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: shell.workspace.register.get(letter.id).print_count == 1)
    (saved,) = tmp_path.glob("*.pdf")
    assert saved.read_bytes() == shell.workspace.register.document(letter.id)


def test_a_reprint_of_a_voided_letter_is_warned_of_and_enter_leads_back(
    qtbot, shell, screen, tmp_path
) -> None:
    letter = file_letter(shell, serve(shell))
    shell.workspace.register.void(letter.id, "Salah nama usaha")
    open_letter(qtbot, screen, letter)
    screen.presenter.detail.desk.memory.remember(PrintTarget("", tmp_path))
    assert screen.widget.detail.reprint.kind() == "secondary"

    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog.warning.isVisible()
    assert "sudah dibatalkan. Sebab: Salah nama usaha." in dialog.warning.text()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert shell.workspace.register.get(letter.id).print_count == 0

    screen.widget.detail.reprint.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    QApplication.activeModalWidget().confirm.click()
    qtbot.waitUntil(lambda: shell.workspace.register.get(letter.id).print_count == 1)
    (saved,) = tmp_path.glob("*.pdf")
    assert saved.read_bytes() == shell.workspace.register.document(letter.id)


def test_voiding_needs_a_reason_and_leaves_the_number_in_the_register(qtbot, shell, screen) -> None:
    letter = file_letter(shell, serve(shell))
    open_letter(qtbot, screen, letter)

    screen.widget.detail.void.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, VoidDialog)
    assert not dialog.confirm.isEnabled()
    dialog.choose(0)
    dialog.confirm.click()

    qtbot.waitUntil(lambda: shell.workspace.register.get(letter.id).status == LetterStatus.VOIDED)
    qtbot.waitUntil(lambda: screen.presenter.model.index(0, Column.STATUS).data() == "Dibatalkan")
    assert screen.presenter.model.index(0, Column.NUMBER).data() == letter.number
    assert not screen.widget.detail.void.isVisible()


def test_another_reason_must_be_written_out(qtbot, shell, screen) -> None:
    letter = file_letter(shell, serve(shell))
    dialog = VoidDialog(letter, "Rina Marlina", screen.widget)
    qtbot.addWidget(dialog)

    dialog.choose(OTHER)
    assert not dialog.confirm.isEnabled()

    dialog.note.setText("Diminta camat")
    assert dialog.confirm.isEnabled()
    assert dialog.wish().reason == "Diminta camat"


def test_a_list_that_cannot_be_read_says_so_and_offers_to_try_again(qtbot, shell, screen) -> None:
    file_letter(shell, serve(shell))
    screen.widget.show_trouble(StorageLockedError("Data sedang dipakai.", hint="Tunggu sebentar."))
    assert not screen.widget.table.isVisible()

    screen.widget.retry_requested.emit()

    qtbot.waitUntil(screen.widget.table.isVisible)


def test_the_panel_closes_with_escape_and_gives_the_room_back(qtbot, shell, screen) -> None:
    letter = file_letter(shell, serve(shell))
    open_letter(qtbot, screen, letter)
    narrow = screen.widget.table.width()
    screen.widget.table.setFocus()

    press(Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: screen.widget.table.width() > narrow)
    assert not screen.widget.body.is_detail_open()


def test_neither_number_nor_name_is_cut_while_the_panel_is_open(qtbot, shell, screen) -> None:
    letter = file_letter(shell, serve(shell, "Syofyan Oktavian Sutan Mangkuto"))
    screen.widget.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    open_letter(qtbot, screen, letter)
    strong = QFontMetrics(ui_font(14, 600))

    header = screen.widget.table.horizontalHeader()

    assert header.sectionSize(Column.NUMBER) >= 19 + strong.horizontalAdvance(
        "400.10.2.2/007/KN/2026"
    )
    assert header.sectionSize(Column.NAME) >= 19 + strong.horizontalAdvance(
        "Syofyan Oktavian Sutan Mangkuto"
    )


def test_a_voided_letter_is_saved_only_after_it_was_said_to_be_void(
    qtbot, shell, screen, tmp_path
) -> None:
    letter = file_letter(shell, serve(shell))
    shell.workspace.register.void(letter.id, "Salah isi atau salah nama")
    screen.presenter.detail.desk.memory.remember_folder(tmp_path)
    open_letter(qtbot, screen, letter)

    screen.widget.detail.save.click()
    dialog = screen.widget.findChild(ConfirmDialog)
    assert "Salah isi" in dialog.text.text()
    assert dialog.focusWidget() is dialog.back
    assert not list(tmp_path.glob("*.pdf"))

    dialog.confirm.click()
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == 1)


def test_after_saving_the_next_enter_saves_again_and_does_not_leave(
    qtbot, shell, screen, tmp_path
) -> None:
    letter = file_letter(shell, serve(shell))
    screen.presenter.detail.desk.memory.remember_folder(tmp_path)
    open_letter(qtbot, screen, letter)
    button = screen.widget.detail.save
    button.setFocus()

    press(Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.pdf"))))
    qtbot.waitUntil(button.isEnabled)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)


@pytest.mark.parametrize("number", ["400.12.2.1/001/KTKMSD/2026", "1/WN-KTGTHSLT/XII/2026"])
def test_a_number_stands_whole_however_long_the_office_writes_it(
    qtbot, shell, screen, number
) -> None:
    letter = file_letter(shell, serve(shell))
    open_letter(qtbot, screen, letter)
    (row,) = shell.workspace.register.page(LetterFilter(), 0, 1).rows

    page = RegisterPage((replace(row, number=number),), 0, 1)
    screen.presenter.model.begin(page, letter.issue_date)

    strong = QFontMetrics(ui_font(14, 600))
    header = screen.widget.table.horizontalHeader()
    assert header.sectionSize(Column.NUMBER) >= 18 + strong.horizontalAdvance(number)
    assert header.sectionSize(Column.NAME) >= 180


def test_a_kind_of_letter_is_shortened_before_it_is_cut(qapp) -> None:
    metrics = QFontMetrics(ui_font(14))
    words = "Keterangan Tidak Mampu"
    whole = metrics.horizontalAdvance(words)
    assert fitted_kind(words, metrics, whole + 2) == words
    assert fitted_kind(words, metrics, whole - 3) == "Ket. Tidak Mampu"
    assert fitted_kind(words, metrics, whole // 2).endswith("…")


def test_after_esc_the_row_stays_marked_and_the_keys_work_on(qtbot, shell, screen) -> None:
    letter = file_letter(shell, serve(shell))
    open_letter(qtbot, screen, letter)
    press(Qt.Key.Key_Escape)
    assert not screen.widget.body.is_detail_open()
    assert len(screen.widget.table.selectionModel().selectedRows()) == 1

    press(Qt.Key.Key_Delete)

    qtbot.waitUntil(screen.widget.body.is_detail_open)
    assert screen.presenter.detail.wanted == letter.id
