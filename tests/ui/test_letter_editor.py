"""An officer changes letters in the window, by keyboard, and cannot harm what was issued."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from nagari_kit.domain.letters import LetterFilter
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens.letter_editor import editing
from nagari_kit.ui.screens.letter_editor.dialogs import HistoryDialog, RestoreDialog
from nagari_kit.ui.screens.letter_editor.token_text import TokenText
from tests.ui.conftest import open_desk
from tests.ui.letter_desk import press, serve, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ACTIONS_UNTIL_IT_IS_USED, ACTIONS_OF_A_NEW_LETTER = 21, 37
"""Typing a field full is one action: at eight seconds each that is less than five minutes."""


class Hands:
    """Keys that are pressed, counted; what is typed counts as one action."""

    def __init__(self, qtbot, window) -> None:
        self._qtbot = qtbot
        self._window = window
        self.actions = 0

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self._settle()
        self.actions += 1
        press(key, modifier)

    def _settle(self) -> None:
        """The offscreen platform activates nothing by itself when a dialog closes."""
        if QApplication.activeWindow() is None:
            (QApplication.activeModalWidget() or self._window).activateWindow()
        self._qtbot.waitUntil(_has_the_keys)

    def type(self, words: str) -> None:
        self._settle()
        self.actions += 1
        type_text(words)


def _has_the_keys() -> bool:
    """The dialog that is open has the focus, or no dialog is open."""
    modal, focused = QApplication.activeModalWidget(), QApplication.focusWidget()
    return focused is not None and (modal is None or modal.isAncestorOf(focused))


@pytest.fixture
def window(qtbot, office_paths, clock) -> Iterator[MainWindow]:
    workspace = open_desk(office_paths, clock)
    found = MainWindow(
        office_paths, clock, DeviceSettings(office_paths.device_dir), ImmediateRunner()
    )
    qtbot.addWidget(found)
    found.resize(1366, 768)
    found.open_office(workspace)
    found.show()
    qtbot.waitExposed(found)
    found.activateWindow()
    yield found
    found.stack.forget_all()
    found.hide()
    workspace.close()


def screen_of(window):
    return window.stack.current()


def edit(window, type_id: str = "sku"):
    window.navigate("letter_editor", type_id=type_id)
    return screen_of(window).presenter


def choose(desk, kind: str, nth: int = 0) -> None:
    blocks = desk.history.now.content["blok"]
    places = [n for n, one in enumerate(blocks) if one["jenis"] == kind]
    desk.view.blocks.setCurrentRow(editing.FIRST_BLOCK + places[nth])


def sentence(desk) -> TokenText:
    found = desk.view.pane.form.inputs["teks"]
    assert isinstance(found, TokenText)
    return found


def test_an_officer_makes_an_own_letter_and_issues_it(qtbot, window, tmp_path) -> None:
    resident = serve(window)
    hands = Hands(qtbot, window)
    window.navigate("settings", section="jenis")
    hands.actions += 2
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Tab)
    assert screen_of(window).widget.types.search.hasFocus()
    hands.type("keterangan usaha")
    hands.press(Qt.Key.Key_Return)
    desk = screen_of(window).presenter
    assert desk.opened.type_id == "sku"

    hands.press(Qt.Key.Key_N, CTRL)
    hands.type("Surat Keterangan Kios Pasar Nagari")
    hands.press(Qt.Key.Key_Return)
    new = desk.opened.type_id
    assert new == "surat_keterangan_kios_pasar_nagari"
    assert desk.opened.version == 0

    for _ in range(3):
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert sentence(desk).hasFocus()
    hands.press(Qt.Key.Key_A, CTRL)
    hands.type("adalah pemilik kios di Pasar Nagari nomor ")
    hands.press(Qt.Key.Key_Space, CTRL)
    hands.type("Nomor kios")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_F9)
    hands.type(", dengan usaha:")
    assert sentence(desk).template() == (
        "adalah pemilik kios di Pasar Nagari nomor {isian.nomor_kios}, dengan usaha:"
    )
    qtbot.waitUntil(lambda: desk.opened.draft_at is not None and not desk.found.faults)
    hands.press(Qt.Key.Key_F9)
    assert desk.opened.version == 1
    assert desk.opened.origin == "lokal"
    assert hands.actions <= ACTIONS_UNTIL_IT_IS_USED

    window.navigate("letter_issue", resident_id=resident.id, type_id=new)
    hands.actions += 3
    form = screen_of(window)
    form.presenter.result.desk.memory.remember(PrintTarget("", tmp_path))
    qtbot.waitUntil(lambda: form.presenter.form.sitting is not None)
    values = {
        "nama_usaha": "Kios Uni",
        "jenis_usaha": "Perdagangan barang harian",
        "tempat_usaha": "Jorong Koto Tangah",
        "berdiri_sejak": "2019",
        "keperluan": "pembukaan rekening usaha",
        "nomor_kios": "B-17",
    }
    for field_id, words in values.items():
        fields = form.widget.form.fields
        fields.focus(field_id)
        hands.press(Qt.Key.Key_A, CTRL)
        hands.type(words)
        press(Qt.Key.Key_Escape) if QApplication.activePopupWidget() else None
    hands.press(Qt.Key.Key_F9)
    register = window.workspace.register
    qtbot.waitUntil(lambda: bool(register.page(LetterFilter(), 0, 5).rows))
    (row,) = register.page(LetterFilter(), 0, 5).rows
    letter = register.get(row.id)
    assert letter.type_id == new
    assert hands.actions <= ACTIONS_OF_A_NEW_LETTER


def test_undo_and_redo_lead_through_every_change(qtbot, window) -> None:
    desk = edit(window)
    before = desk.history.now.content
    choose(desk, "paragraf")
    desk.view.blocks.setFocus()
    press(Qt.Key.Key_Down, ALT)
    moved = desk.history.now.content
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_D, CTRL)
    assert len(desk.history.now.content["blok"]) == len(before["blok"])
    for _ in range(3):
        press(Qt.Key.Key_Z, CTRL)
    assert desk.history.now.content == before
    press(Qt.Key.Key_Y, CTRL)
    assert desk.history.now.content == moved


def test_f9_with_a_fault_goes_to_its_place_and_uses_nothing(qtbot, window) -> None:
    desk = edit(window)
    choose(desk, "paragraf")
    sentence(desk).setFocus()
    sentence(desk).insert_name("warga.siapa")
    qtbot.waitUntil(lambda: bool(desk.found.faults))
    assert desk.view.pane.faults.isVisible()
    assert "warga.siapa" in desk.found.faults[0].sentence
    choose(desk, "ttd")
    press(Qt.Key.Key_F9)
    assert sentence(desk).hasFocus()
    assert window.workspace.editor.open("sku").origin == "bawaan"


def test_every_form_of_every_type_gives_back_what_it_shows(qtbot, window) -> None:
    for one in window.workspace.editor.types():
        desk = edit(window, one.type_id)
        content = desk.history.now.content
        for row in range(len(content["blok"]) + editing.FIRST_BLOCK):
            desk.choose(row)
            shown = desk.view.pane.form.values()
            assert shown == editing.form_values(content, row), (one.type_id, row)
        assert not desk.is_draft
        QApplication.processEvents()


def test_what_is_typed_survives_the_end_of_the_program(qtbot, window) -> None:
    desk = edit(window)
    choose(desk, "paragraf")
    sentence(desk).setFocus()
    press(Qt.Key.Key_End, CTRL)
    type_text(" belum selesai")
    window.navigate("home")
    found = window.workspace.editor.open("sku")
    assert found.draft_at is not None
    assert "belum selesai" in repr(found.content)
    desk = edit(window)
    desk.view.bar.discard.click()
    assert window.workspace.editor.open("sku").draft_at is None
    window.toaster.take_back()
    assert "belum selesai" in repr(window.workspace.editor.open("sku").content)


def test_a_pasted_name_becomes_a_chip_and_comes_back_as_it_was(qtbot) -> None:
    text = TokenText()
    qtbot.addWidget(text)
    for template in (
        "**Nama** {warga.nama|kapital} dan {{kurung}}\n**{isian.a}** {isian.a}{isian.b}",
        "",
        "satu\n\ndua",
        "**{warga.nama}** (**{warga.nik}**)",
    ):
        text.set_template(template)
        assert text._read(0, text.document().characterCount() - 1) == template
        text.selectAll()
        copied = text.createMimeDataFromSelection()
        text.set_template("")
        text.insertFromMimeData(copied)
        assert text.template() == template


def test_a_file_from_elsewhere_becomes_a_draft_and_a_damaged_one_nothing(
    qtbot, window, tmp_path
) -> None:
    editor = window.workspace.editor
    window.navigate("settings", section="jenis")
    files = screen_of(window).presenter.types
    whole, damaged = tmp_path / "sku.toml", tmp_path / "rusak.toml"
    raw = editor.export("sku")
    whole.write_bytes(raw.replace(b"Demikian", b"Begitulah"))
    damaged.write_bytes(raw[:-30])
    files.read_file(whole)
    dialog = QApplication.activeModalWidget()
    assert "Tanpa tanda tangan" in dialog.text.text()
    dialog.confirm.click()
    desk = screen_of(window).presenter
    assert desk.opened.draft_at is not None
    assert "Begitulah" in repr(desk.history.now.content)
    assert editor.open("sku").origin == "bawaan"

    window.navigate("settings", section="jenis")
    editor.discard_draft("sku")
    files.read_file(damaged)
    refusal = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: refusal is not None)
    refusal.reject()
    assert editor.open("sku").draft_at is None


def test_restoring_says_what_is_lost_and_an_own_version_can_be_taken_again(qtbot, window) -> None:
    desk = edit(window)
    shipped = desk.history.now.content
    choose(desk, "paragraf")
    sentence(desk).set_template("Kalimat kantor untuk {warga.nama}:")
    desk.view.pane.edited.emit()
    press(Qt.Key.Key_F9)
    own = desk.opened.content
    assert desk.opened.origin == "lokal"
    desk.view.restore.click()
    dialog = desk.view.findChildren(RestoreDialog)[-1]
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Kalimat kantor untuk ‹Nama warga›" in told
    assert "Surat yang sudah terbit tidak berubah." in told
    dialog.confirm.click()
    assert desk.opened.content == shipped
    desk.view.bar.history.click()
    desk.view.findChildren(HistoryDialog)[-1].take.click()
    assert desk.opened.content["blok"] == own["blok"]
    assert desk.opened.version == 5
