"""The calendar of holidays: what is shipped, and what the office says of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from nagari_kit.domain.dates import weekday_date
from nagari_kit.domain.working_days import Holiday, HolidayKind
from nagari_kit.ui.screens.settings.section import Section
from nagari_kit.ui.widgets import Button, Card, ComboInput, DateInput, LabeledField, TextInput

_KINDS = {
    HolidayKind.NATIONAL: "Hari libur",
    HolidayKind.SHARED_LEAVE: "Cuti bersama",
    HolidayKind.WORKING: "Hari kerja, bukan libur",
}
_LIST_HEIGHT = 170


class HolidaysSection(Section):
    """`save_requested` carries a Holiday, `restore_requested` a day, `year_wanted` a year."""

    save_requested = Signal(object)
    restore_requested = Signal(object)
    year_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Hari libur",
            "Untuk menghitung hari kerja; tiap hari bisa diubah.",
            parent,
        )
        self.year = ComboInput()
        self.days = QListWidget()
        self.days.setAccessibleName(self.tr("Hari libur tahun ini"))
        self.days.setFixedHeight(_LIST_HEIGHT)
        self.day, self.name, self.kind = DateInput(), TextInput(), ComboInput()
        for kind, words in _KINDS.items():
            self.kind.addItem(self.tr(words), kind)
        self.rows = {
            "day": LabeledField(self.tr("Tanggal"), self.day),
            "name": LabeledField(self.tr("Nama hari"), self.name),
        }
        self.restore = Button(self.tr("Kembalikan bawaan"), kind="ghost")
        self.save = Button(self.tr("Simpan hari"), kind="primary", icon="check", key_hint="F9")
        self._build()
        self.year.currentIndexChanged.connect(lambda _at: self._want_year())
        self.days.currentItemChanged.connect(lambda item, _before: self._take(item))
        self.save.clicked.connect(self.submit)
        self.restore.clicked.connect(self._restore)

    def show_years(self, years: Sequence[int]) -> None:
        """What can be chosen; the first is shown."""
        if self.year.count() == 0:
            for year in years:
                self.year.addItem(str(year), year)

    def show_days(self, days: Sequence[Holiday]) -> None:
        """Every day of the year that is spoken of."""
        self.days.clear()
        for one in days:
            own = self.tr("  ·  diubah kantor") if one.is_own else ""
            words = f"{weekday_date(one.day)}  ·  {one.name}  ·  {_KINDS[one.kind]}{own}"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.days.addItem(item)

    def submit(self) -> None:
        """Ask to save what stands in the fields."""
        day = self.day.date()
        self.show_errors({} if day else {"day": self.tr("Tulis tanggal yang ada.")})
        if day is not None:
            # Qt gives back the bare text of the kind.
            kind = HolidayKind(self.kind.currentData())
            self.save_requested.emit(Holiday(day, self.name.text(), kind))

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields; the caret goes to the wrong one."""
        for key, row in self.rows.items():
            row.set_error(errors.get(key, ""))
            if key in errors:
                row.field.setFocus()

    def show_saved(self) -> None:
        """Say that it is kept."""
        self.footer.set_note(self.tr("Kalender tersimpan."), "circle-check", "ok")

    def shown_year(self) -> int:
        """The chosen year."""
        return int(self.year.currentData() or date.min.year)

    def _want_year(self) -> None:
        self.year_wanted.emit(self.shown_year())

    def _take(self, item: QListWidgetItem | None) -> None:
        one = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(one, Holiday):
            self.day.set_date(one.day)
            self.name.setText(one.name)
            self.kind.setCurrentIndex(self.kind.findData(one.kind))

    def _restore(self) -> None:
        day = self.day.date()
        if day is not None:
            self.restore_requested.emit(day)

    def _build(self) -> None:
        calendar = Card(self.tr("Kalender"))
        top = QHBoxLayout()
        top.addWidget(LabeledField(self.tr("Tahun"), self.year))
        top.addStretch(1)
        calendar.body.addLayout(top)
        calendar.body.addWidget(self.days)
        entry = Card(self.tr("Tambah atau ubah satu hari"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.rows["day"], 0, 0)
        grid.addWidget(LabeledField(self.tr("Jenis"), self.kind), 0, 1)
        grid.addWidget(self.rows["name"], 1, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        entry.body.addLayout(grid)
        self.column.addWidget(calendar)
        self.column.addWidget(entry)
        self.finish()
        self.footer.add_button(self.restore)
        self.footer.add_button(self.save)
