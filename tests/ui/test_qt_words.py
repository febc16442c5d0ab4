"""What Qt says by itself is Indonesian too: its file dialogs, its questions, its menus."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTreeView,
    QWidget,
)

from nagari_kit.ui.qt_words import speak_indonesian

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ENGLISH = {
    "all", "back", "cancel", "change", "choose", "close", "computer", "copy", "create", "cut",
    "date", "delete", "detail", "directory", "exists", "file", "files", "forward", "found",
    "go", "hidden", "in", "kind", "list", "look", "mode", "modified", "name", "new", "no",
    "ok", "open", "parent", "paste", "redo", "rename", "replace", "save", "select", "show",
    "size", "type", "undo", "verify", "view", "yes",
}  # fmt: skip


@pytest.fixture(autouse=True)
def indonesian(qapp):
    """As the program does after its first paint."""
    words = speak_indonesian(qapp)
    yield
    qapp.removeTranslator(words)


def english(texts: list[str]) -> list[str]:
    """Those with an English word in them."""
    return [
        text
        for text in texts
        if ENGLISH & {"".join(filter(str.isalpha, word)) for word in text.lower().split()}
    ]


def words_of(widget: QWidget) -> list[str]:
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    actions = [one for part in (widget, *parts) for one in part.actions()]
    said = [*(part.text() for part in parts), *(part.toolTip() for part in parts)]
    named = [part.accessibleName() for part in parts] + [one.text() for one in actions]
    return [one for one in (widget.windowTitle(), *said, *named) if one]


@pytest.mark.parametrize("mode", ["open", "save", "folder"])
def test_qts_own_file_dialog_is_indonesian(qtbot, tmp_path, mode) -> None:
    dialog = QFileDialog(None, "Pilih logo", str(tmp_path), "Gambar (*.png *.jpg)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    if mode == "save":
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    elif mode == "folder":
        dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.show()
    header = dialog.findChild(QTreeView).model()
    columns = [
        header.headerData(place, Qt.Orientation.Horizontal) for place in range(header.columnCount())
    ]

    said = words_of(dialog)
    assert len(said) > 10
    assert english([*said, *columns]) == []
    assert "Batal" in "".join(said)


def test_the_question_before_a_file_is_replaced_is_indonesian(qtbot, tmp_path) -> None:
    (tmp_path / "baris.xlsx").write_bytes(b"-")
    dialog = QFileDialog(None, "Simpan", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile("baris.xlsx")
    dialog.show()
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.extend([box.text(), *(button.text() for button in box.buttons())])
        box.button(QMessageBox.StandardButton.No).click()

    QTimer.singleShot(100, answer)
    dialog.accept()

    assert "sudah ada" in asked[0]
    assert asked[1:] == ["&Ya", "&Tidak"]
    dialog.close()


def test_the_menu_of_a_field_is_indonesian(qtbot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    texts = [one.text().partition("\t")[0] for one in menu.actions() if one.text()]
    menu.deleteLater()

    assert len(texts) > 5
    assert english([text.replace("&", "") for text in texts]) == []


def test_the_programs_own_words_stay_as_they_are(qapp) -> None:
    assert qapp.translate("UnlockView", "Masuk") == "Masuk"


def test_the_program_speaks_it_once_its_window_is_painted(tmp_path) -> None:
    code = (
        "from PySide6.QtCore import QCoreApplication\n"
        "import nagari_kit.app as app\n"
        "def look():\n"
        "    print(QCoreApplication.translate('QFileDialog', '&Open'))\n"
        "    QCoreApplication.quit()\n"
        "settle = app._settle\n"
        "def settled(*given):\n"
        "    settle(*given)\n"
        "    look()\n"
        "app._settle = settled\n"
        "app.run_window(['--data-dir', r'" + str(tmp_path / "baru") + "'])\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.stdout.strip() == "&Buka", ended.stderr
