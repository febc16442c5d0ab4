"""The dialogs of the editor: restore, new type, comparison, history, another file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from nagari_kit.domain.letter_definitions import DefinitionVersion
from nagari_kit.ui.letter_words import short_moment
from nagari_kit.ui.style.icons import icon
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import Button, FormDialog, LabeledField, TextInput

ORIGINS = {"bawaan": "Bawaan", "lokal": "Buatan kantor", "paket": "Paket provinsi", "": "Draf baru"}
_LIST_HEIGHT = 340


class RestoreDialog(FormDialog):
    """Shows what is lost before the shipped one is used again."""

    def __init__(self, title: str, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(
            parent,
            icon="arrow-back-up",
            kind="err",
            title=self.tr("Pulihkan bawaan?"),
            subtitle=title,
        )
        kept = self.tr("Versi kantor tetap tersimpan dan dapat diambil lagi di Riwayat.")
        issued = self.tr("Surat yang sudah terbit tidak berubah.")
        self.add_consequences(
            [*(("x", one) for one in lines), ("history", kept), ("circle-check", issued)]
        )
        self.confirm = Button(self.tr("Pulihkan bawaan"), kind="danger")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self.add_button(self.confirm)
        self.add_button(self.back)
        self.back.setDefault(True)
        self.back.setFocus()


class NewTypeDialog(FormDialog):
    """`wanted` carries title and abbreviation; stays open until they are taken."""

    wanted = Signal(str, str)

    def __init__(self, origin: str, parent: QWidget) -> None:
        super().__init__(
            parent,
            icon="copy",
            kind="pri",
            title=self.tr("Surat baru dari {0}").format(origin),
            subtitle=self.tr("Isinya disalin, lalu Anda ubah. Surat asalnya tidak berubah."),
        )
        self.title_input = TextInput()
        self.title_input.setPlaceholderText(self.tr("Surat Keterangan …"))
        self.short = TextInput()
        self.short.setMaxLength(12)
        self.title_row = LabeledField(self.tr("Judul surat"), self.title_input)
        self.short_row = LabeledField(
            self.tr("Singkatan, untuk nomor surat"),
            self.short,
            self.tr("Huruf awal judulnya, dan belum dipakai surat lain."),
        )
        self.body.addWidget(self.title_row)
        self.body.addWidget(self.short_row)
        self.begin = Button(self.tr("Buat surat baru"), kind="primary")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.add_button(self.back)
        self.add_button(self.begin)
        self.begin.setDefault(True)
        self.begin.clicked.connect(
            lambda: self.wanted.emit(self.title_input.text(), self.short.text())
        )
        self.back.clicked.connect(self.reject)
        self.title_input.textEdited.connect(self._propose)
        self.title_input.setFocus()

    def show_errors(self, faults: Mapping[str, str]) -> None:
        """At the fields."""
        self.title_row.set_error(faults.get("title", ""))
        self.short_row.set_error(faults.get("abbreviation", ""))
        (self.title_input if "title" in faults else self.short).setFocus()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _propose(self, text: str) -> None:
        if not self.short.isModified():
            self.short.setText(
                "".join(word[0] for word in text.split() if word[0].isalpha()).upper()[:12]
            )


class ComparisonDialog(FormDialog):
    """Lines that went and lines that came."""

    def __init__(self, subtitle: str, lines: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(
            parent, icon="git-merge", kind="pri", title=self.tr("Bandingkan"), subtitle=subtitle
        )
        if not lines:
            self.body.addWidget(QLabel(self.tr("Tidak ada bedanya.")))
        else:
            self.body.addWidget(_difference_list(lines, self.tr("Perbedaan")))
        back = Button(self.tr("Tutup"), kind="secondary")
        back.clicked.connect(self.reject)
        self.add_button(back)
        back.setDefault(True)
        back.setFocus()


def _difference_list(lines: Sequence[tuple[str, str]], name: str) -> QListWidget:
    theme = current_theme()
    found = QListWidget()
    found.setObjectName("plainList")
    found.setAccessibleName(name)
    found.setMinimumHeight(_LIST_HEIGHT)
    found.setWordWrap(True)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for mark, words in lines:
        item = QListWidgetItem(f"{'Sekarang' if mark == '+' else 'Tadinya'}  {words}")
        item.setIcon(
            icon("plus" if mark == "+" else "minus", theme.ok if mark == "+" else theme.err)
        )
        found.addItem(item)
    return found


class HistoryDialog(FormDialog):
    """`take_requested` carries the version that shall be used again."""

    take_requested = Signal(int)

    def __init__(self, title: str, versions: Sequence[DefinitionVersion], parent: QWidget) -> None:
        super().__init__(
            parent, icon="history", kind="pri", title=self.tr("Riwayat"), subtitle=title
        )
        self._versions = tuple(versions)
        self.list = QListWidget()
        self.list.setObjectName("plainList")
        self.list.setAccessibleName(self.tr("Versi kantor"))
        self.list.setMinimumHeight(220)
        for one in self._versions:
            used = self.tr(", dipakai") if one.active else ""
            words = self.tr("Versi {0}{1}: {2}, {3}, {4}").format(
                one.version,
                used,
                short_moment(one.made_at),
                one.made_by,
                ORIGINS.get(one.origin, one.origin).casefold(),
            )
            item = QListWidgetItem(words)
            item.setToolTip(words)
            self.list.addItem(item)
        if self._versions:
            self.body.addWidget(self.list)
        else:
            self.body.addWidget(QLabel(self.tr("Belum pernah diubah di kantor ini.")))
        self.take = Button(self.tr("Pakai lagi versi ini"), kind="primary")
        self.back = Button(self.tr("Tutup"), kind="secondary")
        self.add_button(self.back)
        self.add_button(self.take)
        self.take.clicked.connect(self._take)
        self.back.clicked.connect(self.reject)
        self.list.currentRowChanged.connect(self._follow)
        self.list.setCurrentRow(0)
        self._follow(self.list.currentRow())
        (self.list if self._versions else self.back).setFocus()

    def _follow(self, row: int) -> None:
        self.take.setEnabled(row >= 0 and not self._versions[row].active)

    def _take(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.accept()
            self.take_requested.emit(self._versions[row].version)
