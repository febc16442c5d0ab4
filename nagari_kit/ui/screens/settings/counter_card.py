"""The card with the counter: who counts, from what, and who shares it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nagari_kit.domain.office import NumberRule
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Card, ComboInput, LabeledField, TextInput

SAME, OWN = "same", "own"
_COLUMN = 190


class CounterCard(Card):
    """`edited`: something was changed by hand."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.scope = _combo(
            ("type", self.tr("Tiap jenis surat")),
            ("code", self.tr("Tiap kode klasifikasi")),
            ("office", self.tr("Satu untuk seluruh kantor")),
            ("group", self.tr("Kelompok bernama")),
        )
        self.reset = _combo(
            ("year", self.tr("Tiap 1 Januari")),
            ("month", self.tr("Tiap awal bulan")),
            ("never", self.tr("Tidak pernah")),
        )
        self.start = TextInput()
        self.official = _combo((SAME, self.tr("Seri yang sama")), (OWN, self.tr("Seri sendiri")))
        self.mode = _combo(
            ("counter", self.tr("Dari penghitung")), ("blank", self.tr("Ditulis tangan"))
        )
        self.unit = TextInput()
        self.unit.setPlaceholderText(self.tr("singkatan kantor"))
        self.classification = TextInput()
        self.classification.setPlaceholderText(self.tr("menurut jenisnya"))
        self.incoming = _combo((OWN, self.tr("Agenda sendiri")), (SAME, self.tr("Seri yang sama")))
        self.group = TextInput()
        self.rows = {
            "scope": LabeledField(self.tr("Penghitung"), self.scope),
            "reset": LabeledField(self.tr("Ulang dari 1"), self.reset),
            "start": LabeledField(self.tr("Nomor berikut"), self.start),
            "official": LabeledField(self.tr("Surat dinas keluar"), self.official),
            "group_name": LabeledField(self.tr("Nama kelompok"), self.group),
            "mode": LabeledField(self.tr("Nomor diberi"), self.mode),
            "unit": LabeledField(self.tr("Unit / kasi"), self.unit),
            "classification": LabeledField(self.tr("Kode klasifikasi"), self.classification),
            "incoming": LabeledField(self.tr("Agenda surat masuk"), self.incoming),
        }
        self._hidden: set[str] = {"group_name"}
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(12)
        self.body.addLayout(self._grid)
        self._arrange()
        for combo in (self.scope, self.reset, self.official, self.mode, self.incoming):
            combo.currentIndexChanged.connect(self._note_choice)
        for line in (self.start, self.unit, self.classification, self.group):
            line.textEdited.connect(lambda _text: self.edited.emit())

    def show_rule(self, rule: NumberRule, *, is_office: bool) -> None:
        """Fill the fields; `is_office`: what others share can be said here."""
        was_blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for combo, value in (
            (self.scope, rule.scope),
            (self.reset, rule.reset),
            (self.mode, rule.mode),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self.unit.setText(rule.unit)
        self.classification.setText(rule.classification)
        self.group.setText(rule.group_name)
        self._show_rows({"official", "incoming"}, visible=is_office)
        self.blockSignals(was_blocked)
        self._follow_scope()

    def show_sharing(self, official: str, incoming: str) -> None:
        """SAME or OWN of each."""
        was_blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.official.setCurrentIndex(self.official.findData(official))
        self.incoming.setCurrentIndex(self.incoming.findData(incoming))
        self.blockSignals(was_blocked)

    def counts_alone(self) -> bool:
        """Whether the rule stands for one counter, so that its next number can be set."""
        return self.scope.currentData() in {"office", "group"}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer in a row where room is short."""
        super().resizeEvent(event)
        self._arrange()

    def _note_choice(self) -> None:
        self._follow_scope()
        self.edited.emit()

    def _follow_scope(self) -> None:
        self._show_rows({"group_name"}, visible=self.scope.currentData() == "group")
        can_share = self.counts_alone()
        self.incoming.setEnabled(can_share)
        self.incoming.setToolTip(
            "" if can_share else self.tr("Hanya untuk satu penghitung atau kelompok")
        )

    def _show_rows(self, names: set[str], *, visible: bool) -> None:
        self._hidden = self._hidden - names if visible else self._hidden | names
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        """Those that are shown, four in a row or as many as have room."""
        columns = max(2, min(4, (self.width() - 26) // scaled(_COLUMN)))
        if columns == self._columns:
            return
        self._columns = columns
        place = 0
        for name, row in self.rows.items():
            self._grid.removeWidget(row)
            if name not in self._hidden:
                self._grid.addWidget(row, place // columns, place % columns)
                place += 1
            # Only with a parent: what has none would open as a window.
            row.setVisible(name not in self._hidden and row.parentWidget() is not None)
        for column in range(4):
            wide = 5 if column == 0 else 4
            self._grid.setColumnStretch(column, wide if column < columns else 0)
            self._grid.setColumnMinimumWidth(column, 1 if column < columns else 0)


def _combo(*entries: tuple[str, str]) -> ComboInput:
    combo = ComboInput()
    for value, words in entries:
        combo.addItem(words, value)
    return combo
