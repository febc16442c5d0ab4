"""The letter's story in a small window, by keyboard alone; tests/e2e tells it in a large one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.letters import LetterFilter, LetterStatus
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens import letter_issue, letter_register
from tests.ui.letter_desk import SKU, press, serve, show, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL = Qt.KeyboardModifier.ControlModifier


def test_from_three_letters_to_a_voided_number_in_a_small_window(qtbot, shell, tmp_path) -> None:
    serve(shell, "Zulfadhli Paninggahan")
    register = shell.workspace.register
    screen = letter_issue.build(shell)
    show(qtbot, screen, compact=True)
    screen.presenter.result.desk.memory.remember(PrintTarget("", tmp_path))

    screen.enter()
    qtbot.waitUntil(screen.widget.residents.search.hasFocus)
    type_text("zul")
    qtbot.waitUntil(lambda: screen.widget.residents.hits() == 1)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(screen.widget.types.cards()))
    ids = [one.id for one in shell.workspace.catalogue.choice().used]
    press(Qt.Key(Qt.Key.Key_1 + ids.index("sku")))
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    for letter_field in shell.workspace.catalogue.get("sku").fields:
        if letter_field.id in SKU:
            assert QApplication.focusWidget().property("field_id") == letter_field.id
            press(Qt.Key.Key_A, CTRL)
            type_text(SKU[letter_field.id])
            press(Qt.Key.Key_Escape) if QApplication.activePopupWidget() else None
        if letter_field.id != "keperluan":
            press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_F9)

    # F9 numbers, files and prints: the PDF lies in the folder that this PC remembers.
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.pdf"))), timeout=10_000)
    (row,) = register.page(LetterFilter(), 0, 5).rows
    qtbot.waitUntil(lambda: register.get(row.id).print_count == 1)
    (printed,) = tmp_path.glob("*.pdf")
    assert printed.read_bytes() == register.document(row.id)

    # One page at a time, as the window does it.
    screen.leave()
    screen.widget.hide()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is None)
    book = letter_register.build(shell)
    show(qtbot, book, compact=True)
    book.enter()
    qtbot.waitUntil(book.widget.filters.text.hasFocus)
    qtbot.waitUntil(lambda: book.presenter.model.rowCount() == 1)
    press(Qt.Key.Key_F, CTRL)
    type_text(row.number)
    qtbot.waitUntil(book.widget.table.isVisible)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(book.widget.body.is_detail_open)

    press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: register.get(row.id).print_count == 2)
    assert len(list(tmp_path.glob("*.pdf"))) == 1, "the reprint is the same bytes"

    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    question = QApplication.activeModalWidget()
    press(Qt.Key.Key_Space)
    for _ in range(9):
        if question.focusWidget() is question.confirm:
            break
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: register.get(row.id).status == LetterStatus.VOIDED)

    assert register.find(row.number).id == row.id
    assert shell.workspace.numbering.next_number("sku", shell.workspace.clock.today()) != row.number
