"""Hands and eyes of the letter tests: a resident to serve, keys to press, ink to look for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nagari_kit.domain.letters import IssuedLetter, LetterInput
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.infra.identifiers import new_uuid7

SKU = {
    "nama_usaha": "Dapur Randang Uni Yus",
    "jenis_usaha": "Industri makanan rumahan",
    "tempat_usaha": "Jorong Koto Tangah",
    "berdiri_sejak": "2019",
    "keperluan": "pembukaan rekening usaha",
}


def serve(shell, name: str = "Zulfadhli Paninggahan", **facts) -> Resident:
    """A resident of this office whom nobody else is called like."""
    wanted = Resident(
        id=new_uuid7(shell.workspace.clock),
        name=PersonName(name),
        nik="1306990509820003",
        sex=Sex.MALE,
        birth_place="Koto Contoh",
        birth_date=date(1982, 9, 5),
        current_address="Jalan Balai Nagari",
    )
    return shell.workspace.residents.register(replace(wanted, **facts))


def file_letter(shell, resident: Resident, **values: str) -> IssuedLetter:
    """A letter that went out without the screen."""
    return shell.workspace.issuing.issue(LetterInput("sku", resident.id, {**SKU, **values}))


def show(qtbot, screen, compact: bool = False) -> QWidget:
    """Put a screen into a window of the size it must live with."""
    widget = screen.widget
    qtbot.addWidget(widget)
    screen.set_compact(compact)
    widget.resize(1029 if compact else 1154, 558 if compact else 697)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QApplication.activePopupWidget() or QApplication.focusWidget()
    modal = QApplication.activeModalWidget()
    if modal is not None and (focused is None or focused.window() is not modal):
        # A dialog that has just opened gets the keys before the platform says so.
        focused = modal.focusWidget() or modal
    assert focused is not None, "nothing has the focus"
    QTest.keyClick(focused, key, modifier)


def type_text(text: str) -> None:
    """Type where the caret is."""
    for sign in text:
        focused = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        QTest.keyClick(focused, sign)


def fill(fields, values: dict[str, str]) -> None:
    """Type each value into its field, as fingers would."""
    for field_id, text in values.items():
        fields.focus(field_id)
        press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_text(text)
