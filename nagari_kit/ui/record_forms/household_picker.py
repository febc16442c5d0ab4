"""Which KK somebody belongs to: one that exists, a new one, or none yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain import nik, nomor_kk
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.residents import Jorong
from nagari_kit.ui.letter_words import masked_number
from nagari_kit.ui.record_forms.form_field import FormField
from nagari_kit.ui.widgets import Button, ComboInput, SearchInput, SegmentedControl, TextInput
from nagari_kit.ui.widgets.line_row import LineRow

SEARCH_AFTER_MS = 150


class Mode(IntEnum):
    """What may be chosen; in a form that offers all three also their places."""

    KNOWN = 0
    NEW = 1
    NONE = 2


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """What is written of a KK that the office does not have yet; `nomor_kk` may be ""."""

    nomor_kk: str
    address: str
    jorong_id: JorongId | None
    rw: str
    rt: str


@dataclass(frozen=True, slots=True)
class PickerWords:
    """What may be chosen, in which order and words. `none` says what NONE means."""

    choices: tuple[tuple[Mode, str], ...] = (
        (Mode.KNOWN, "KK yang sudah ada"),
        (Mode.NEW, "KK baru"),
        (Mode.NONE, "Belum punya KK"),
    )
    none: str = "Boleh diisi kemudian. Warga tanpa KK terlihat di Periksa data."
    unchosen: str = "Cari dan pilih KK-nya, atau pilih “Belum punya KK”."


class HouseholdPicker(QWidget):
    """`edited` when anything of it changed by the officer, `search_wanted` carries the text."""

    edited = Signal()
    left = Signal()
    search_wanted = Signal(str)

    def __init__(self, words: PickerWords | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hit: HouseholdHit | None = None
        self._words = words or PickerWords()
        self.modes = SegmentedControl([text for _mode, text in self._words.choices])
        self.search = SearchInput(self.tr("Nomor KK, atau nama kepala keluarga"))
        self.search_row = FormField(self.tr("Cari KK"), self.search)
        self._found = QVBoxLayout()
        self._found.setSpacing(0)
        self.rows: list[LineRow] = []
        self._answered = ""
        self._none_found = QLabel()
        self._none_found.setObjectName("secondary")
        self.chosen = LineRow("", "")
        self.other = Button(self.tr("Pilih KK lain"), kind="ghost", icon="search")
        self.number, self.address = TextInput(), TextInput()
        self.jorong, self.rw, self.rt = ComboInput(), TextInput(), TextInput()
        self._pages: list[QWidget] = []
        self._chosen_page = QWidget()
        self._build()
        self._connect()

    def begin(self, home: HouseholdHit | None, jorong: Sequence[Jorong], mode: Mode) -> None:
        """Start with a household, or without."""
        self.jorong.clear()
        self.jorong.addItem(self.tr("Pilih …"), None)
        for one in jorong:
            self.jorong.addItem(one.name, one.id)
        for line in (self.search, self.number, self.address, self.rw, self.rt):
            line.clear()
        self.show_hits("", ())
        self.show_fault("")
        self._hit = home
        offered = [one for one, _text in self._words.choices]
        self.modes.set_current(offered.index(mode))
        self._show_mode()

    def name_areas(self, word: str) -> None:
        """What the office calls a sub-area."""
        self.jorong_row.set_label(word.capitalize())

    def mode(self) -> Mode:
        """Which of those offered."""
        return self._words.choices[self.modes.current()][0]

    def hit(self) -> HouseholdHit | None:
        """The household that was chosen, in mode KNOWN."""
        return self._hit if self.mode() is Mode.KNOWN else None

    def new_household(self) -> NewHousehold:
        """What stands in the fields of a new KK."""
        return NewHousehold(
            nik.compact(self.number.text()),
            " ".join(self.address.text().split()),
            self.jorong.currentData(),
            self.rw.text().strip(),
            self.rt.text().strip(),
        )

    def fault(self) -> str:
        """Why the choice cannot stand yet, or ""."""
        if self.mode() is Mode.KNOWN and self._hit is None:
            return self._words.unchosen
        number = self.new_household().nomor_kk
        if self.mode() is Mode.NEW and number:
            return nomor_kk.fault(number)
        return ""

    def show_fault(self, words: str) -> None:
        """Say it at the field that it is about."""
        new = self.mode() is Mode.NEW
        place = new and words.startswith("Pilih ")
        self.search_row.set_error("" if new else words)
        self.number_row.set_error(words if new and not place else "")
        self.jorong_row.set_error(words if place else "")

    def show_hits(self, typed: str, hits: Sequence[HouseholdHit]) -> None:
        """Households that fit what was typed."""
        self._answered = typed.strip()
        for row in self.rows:
            self._found.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for hit in hits:
            row = LineRow(*household_words(hit), None, two_letters(hit.head_name))
            row.clicked.connect(lambda _=False, one=hit: self.take(one))
            row.installEventFilter(self)
            self._found.addWidget(row)
            self.rows.append(row)
        for row in self.rows[:1]:
            row.mark()
        self._none_found.setVisible(bool(typed) and not hits)
        self._none_found.setText(
            self.tr("Tidak ada KK yang cocok. Pilih “KK baru” bila memang belum ada.")
        )

    def take(self, hit: HouseholdHit) -> None:
        """Choose a household."""
        self._hit = hit
        self.show_fault("")
        self._show_mode()
        self.other.setFocus()
        self.edited.emit()

    def focus_fault(self) -> None:
        """The caret where it can be mended."""
        (self.number if self.mode() is Mode.NEW else self.search).setFocus()

    def first(self) -> QWidget:
        """Where the caret goes first."""
        if self.mode() is Mode.KNOWN:
            return self.other if self._hit is not None else self.search
        return self.number if self.mode() is Mode.NEW else self.modes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk from the search into the rows and back, Enter takes the first.

        Not one of the answer before: quick fingers would choose another family.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.rows:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            place = self.rows.index(watched) if watched in self.rows else -1
            if step:
                target = place + step
                line = self.rows[target] if 0 <= target < len(self.rows) else None
                (line or (self.search if target < 0 else self.rows[-1])).setFocus()
                return True
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and (place >= 0 or self._answered == self.search.text().strip()):
                self.rows[max(place, 0)].click()
                return True
        return super().eventFilter(watched, event)

    def _show_mode(self) -> None:
        if self.mode() is Mode.KNOWN:
            known = self._hit is not None
            if self._hit is not None:
                title, detail = household_words(self._hit)
                self.chosen.show_words(title, detail, two_letters(self._hit.head_name))
            self._show_page(1 if known else 0)
        else:
            self._show_page(2 if self.mode() is Mode.NEW else 3)

    def _show_page(self, place: int) -> None:
        # No stack: it would be as high as its highest page.
        for position, page in enumerate(self._pages):
            page.setVisible(position == place)

    def _choose_mode(self, _place: int) -> None:
        self.show_fault("")
        self._show_mode()
        self.edited.emit()

    def _search_again(self) -> None:
        self._hit = None
        self._show_mode()
        self.search.setFocus()
        self.edited.emit()

    def _connect(self) -> None:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(SEARCH_AFTER_MS)
        timer.timeout.connect(lambda: self.search_wanted.emit(self.search.text().strip()))
        self.search.textChanged.connect(lambda _text: timer.start())
        self.search.installEventFilter(self)
        self.modes.current_changed.connect(self._choose_mode)
        self.other.clicked.connect(self._search_again)
        self.chosen.clicked.connect(self._search_again)
        for line in (self.number, self.address, self.rw, self.rt):
            line.textEdited.connect(lambda _text: self.edited.emit())
            line.editingFinished.connect(self.left)
        self.jorong.activated.connect(lambda _place: self.edited.emit())

    def _build(self) -> None:
        search_page = QWidget()
        column = QVBoxLayout(search_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search_row)
        column.addWidget(self._none_found)
        column.addLayout(self._found)
        chosen = QVBoxLayout(self._chosen_page)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(4)
        chosen.addWidget(self.chosen)
        chosen.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        none_page = QLabel(self._words.none)
        none_page.setObjectName("secondary")
        none_page.setWordWrap(True)
        none_page.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.modes)
        if len(self._words.choices) == 1:
            self.modes.hide()
            self.search_row.set_label("")
        self._pages = [search_page, self._chosen_page, self._new_page(), none_page]
        for page in self._pages:
            layout.addWidget(page)

    def _new_page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        self.number.setPlaceholderText(self.tr("16 angka"))
        self.number_row = FormField(self.tr("Nomor KK (boleh kosong dulu)"), self.number)
        grid.addWidget(self.number_row, 0, 0, 1, 2)
        self.jorong_row = FormField("Jorong", self.jorong)
        grid.addWidget(self.jorong_row, 0, 2, 1, 2)
        grid.addWidget(FormField(self.tr("Alamat di KK"), self.address), 1, 0, 1, 2)
        grid.addWidget(FormField("RW", self.rw), 1, 2)
        grid.addWidget(FormField("RT", self.rt), 1, 3)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        return page


def household_words(hit: HouseholdHit) -> tuple[str, str]:
    """Two lines about a household, its number masked."""
    home = hit.household
    place = ", ".join(part for part in (hit.jorong, f"RT {home.rt}" if home.rt else "") if part)
    detail = f"KK {masked_number(home.nomor_kk)}  ·  {hit.people} orang"
    return hit.head_name or "KK tanpa kepala", f"{detail}  ·  {place}" if place else detail


def two_letters(name: str) -> str:
    """For the disc of a name: `Hj. Yusmaniar Koto, S.Pd.` -> `YK`."""
    words = [word for word in name.split(",", maxsplit=1)[0].split() if not word.endswith(".")]
    return "".join(word[0] for word in words[:2]).upper() or "?"
