"""The frame of every form: fields at the left over their footer, what would happen at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nagari_kit.ui.screens.population_event.effect_pane import EffectPane
from nagari_kit.ui.screens.population_event.person_words import without_capital
from nagari_kit.ui.screens.population_event.sheet import EventSheet
from nagari_kit.ui.widgets import Button, StickyFooter

_FORM, _PANE = 640, 514


class FormPage(QWidget):
    """`title_changed` carries title and subtitle for the head of the screen."""

    save_requested = Signal()
    back_requested = Signal()
    throw_requested = Signal()
    title_changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: EventSheet | None = None
        self.pane = EffectPane()
        self.pane.show_foot(
            self.tr("Bisa diurungkan nanti: peristiwa baliknya dicatat, tidak ada yang dihapus.")
        )
        self.footer = StickyFooter()
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.save = Button(self.tr("Simpan peristiwa"), kind="primary", icon="check", key_hint="F9")
        self._place = QVBoxLayout()
        self._build()
        self.back.clicked.connect(self.back_requested)
        self.save.clicked.connect(self.save_requested)

    def sheet(self) -> EventSheet:
        """The form that is shown. Raises RuntimeError before there is one."""
        if self._sheet is None:
            msg = "no form is shown"
            raise RuntimeError(msg)
        return self._sheet

    def show_sheet(self, sheet: EventSheet, title: str, subtitle: str) -> None:
        """Another form."""
        if self._sheet is not None:
            self._place.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = sheet
        self._place.addWidget(sheet)
        sheet.held.action_requested.connect(self.throw_requested)
        self.footer.set_note(self.tr("Tersimpan sesudah tombol ditekan"), "info-circle")
        self.set_busy(busy=False)
        self.retitle(title, subtitle)

    def retitle(self, title: str, subtitle: str) -> None:
        """Say again what the form is about."""
        self.title_changed.emit(self.tr("Peristiwa: {0}").format(without_capital(title)), subtitle)

    def show_typing(self) -> None:
        """Something was typed and is not saved."""
        self.footer.set_note(self.tr("Belum disimpan"), "pencil")

    def show_faults(self, faults: Mapping[str, str], loose: Sequence[str]) -> None:
        """How much must be mended, and what belongs to no field."""
        sheet = self.sheet()
        links = [
            (name, f"{sheet.label(name)}: {words}" if sheet.label(name) else words)
            for name, words in faults.items()
        ]
        links += [("", words) for words in loose]
        if links:
            sheet.summary.show_errors(self.tr("Belum disimpan."), links)
            words = self.tr("{0} hal perlu diperbaiki").format(len(links))
            self.footer.set_note(words, "alert-triangle", "err")
            if not faults:
                sheet.to_top()
        else:
            sheet.summary.clear()

    def set_busy(self, *, busy: bool) -> None:
        """While it is being saved nothing may change."""
        for part in (self._sheet, self.back, self.save):
            if part is not None:
                part.setEnabled(not busy)
        self.save.setText(self.tr("Menyimpan …") if busy else self.tr("Simpan peristiwa"))

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._place, 1)
        column.addWidget(self.footer)
        self.footer.add_button(self.back)
        self.footer.add_button(self.save)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, _FORM)
        row.addWidget(self.pane, _PANE)
        left.setMinimumWidth(400)
        self.pane.setMinimumWidth(280)
