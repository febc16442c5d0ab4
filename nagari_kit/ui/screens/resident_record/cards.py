"""The three cards of a record: identity, family, letters."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain import code_lists
from nagari_kit.domain.residents import (
    HouseholdMember,
    LifeStatus,
    ResidentLetterRow,
    ResidentRecord,
)
from nagari_kit.ui.letter_words import (
    ChipWords,
    age_words,
    masked_number,
    near_moment,
)
from nagari_kit.ui.screens.resident_record.record_words import (
    LIFE_WORDS,
    identity_facts,
    letter_chip,
    letter_detail,
    listed,
)
from nagari_kit.ui.screens.resident_record.rows import (
    empty,
    head_button,
    icon_line,
    indent_rows,
    quiet,
)
from nagari_kit.ui.shell import has_page
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, Card
from nagari_kit.ui.widgets.line_row import LineRow

_KEY_WIDTH = 104
_HEAD = 1
_NOT_RECORDED = 2
_LETTERS_SHOWN = 6


class IdentityCard(Card):
    """Facts in the order in which an officer checks them; health facts stay locked."""

    change_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Identitas", parent)
        self.change = head_button(self, self.tr("Ubah"), "pencil", self.tr("Ubah data (Alt+U)"))
        self.change.clicked.connect(self.change_requested)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, scaled(_KEY_WIDTH))
        self._grid.setColumnStretch(1, 1)
        self._locked = icon_line("lock", self.tr("Disabilitas dan kesehatan: terbatas"))
        self._changed = QLabel()
        self._changed.setObjectName("hint")
        self._changed.setWordWrap(True)
        self.body.addLayout(self._grid)
        self.body.addSpacing(6)
        self.body.addStretch(1)
        self.body.addWidget(self._locked)
        self.body.addWidget(self._changed)

    def show_record(self, record: ResidentRecord, today: date) -> None:
        """Fill the card anew."""
        empty(self._grid)
        for row, (key, value) in enumerate(identity_facts(record)):
            name, words = QLabel(key), QLabel(value)
            name.setObjectName("factKey")
            words.setObjectName("factValue")
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
        moment = record.changed_at
        self._changed.setVisible(moment is not None)
        if moment is not None:
            self._changed.setText(
                self.tr("Diubah {0} oleh {1}").format(near_moment(moment, today), record.changed_by)
            )


class FamilyCard(Card):
    """The other members of the KK; each opens the own record."""

    resident_chosen = Signal(object)
    household_requested = Signal()
    home_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keluarga", parent)
        self.household = head_button(
            self, self.tr("Buka KK"), "users", self.tr("Buka halaman keluarga (Alt+K)")
        )
        self.household.clicked.connect(self.household_requested)
        self.choose = Button(self.tr("Masukkan ke KK"), kind="secondary", icon="users")
        self.choose.clicked.connect(self.home_wanted)
        self._has_page = has_page("household")
        self._kk = QLabel()
        self._kk.setObjectName("secondary")
        self._kk.setWordWrap(True)
        self._kk.setContentsMargins(8, 0, 8, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        indent_rows(self)
        self.body.addWidget(self._kk)
        self.body.addLayout(self._rows)
        chosen = QHBoxLayout()
        chosen.setContentsMargins(8, 6, 8, 0)
        chosen.addWidget(self.choose)
        chosen.addStretch(1)
        self.body.addLayout(chosen)
        self.body.addStretch(1)

    def show_record(self, record: ResidentRecord, today: date) -> None:
        """Fill the card anew."""
        empty(self._rows)
        is_here = record.resident.life_status is LifeStatus.ALIVE
        self.choose.setVisible(record.household is None and is_here)
        home = record.household
        self.household.setVisible(home is not None and self._has_page)
        if home is None:
            self._kk.setText(self.tr("Belum tercatat di kartu keluarga mana pun."))
        else:
            number = masked_number(home.nomor_kk)
            self._kk.setText(self.tr("KK {0}").format(number))
        if home is not None and not record.members:
            self._rows.addWidget(quiet(self.tr("Tidak ada anggota lain di KK ini.")))
        for member in (*record.members, *record.former):
            row = LineRow(member.name, _kin(member, today), _member_chip(member), _two(member.name))
            row.clicked.connect(lambda _=False, one=member.id: self.resident_chosen.emit(one))
            self._rows.addWidget(row)


class LettersCard(Card):
    """The letters of the resident, newest first; each opens in the register.

    A few of them, until all are asked for.
    """

    letter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Surat", parent)
        self.all = head_button(self, "", "", "")
        self.all.hide()
        self.all.clicked.connect(self._show_all)
        self._letters: tuple[ResidentLetterRow, ...] = ()
        self._today = date.min
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        indent_rows(self)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_letters(self, letters: tuple[ResidentLetterRow, ...], today: date) -> None:
        """Fill the card anew."""
        self._letters, self._today = letters, today
        self.all.setVisible(len(letters) > _LETTERS_SHOWN)
        self.all.setText(self.tr("Semua {0}").format(len(letters)))
        self._fill(letters[:_LETTERS_SHOWN], today)

    def _show_all(self) -> None:
        self.all.hide()
        self._fill(self._letters, self._today)

    def _fill(self, letters: tuple[ResidentLetterRow, ...], today: date) -> None:
        empty(self._rows)
        for letter in letters:
            number = letter.number or self.tr("Tanpa nomor")
            row = LineRow(number, letter_detail(letter, today), letter_chip(letter, today))
            row.clicked.connect(lambda _=False, one=letter.id: self.letter_chosen.emit(one))
            self._rows.addWidget(row)
        if not letters:
            words = self.tr("Belum pernah ada surat. Tekan F9 untuk membuat yang pertama.")
            self._rows.addWidget(quiet(words))


def _kin(member: HouseholdMember, today: date) -> str:
    relation = listed(code_lists.FAMILY_RELATION, member.family_relation)
    if member.life_status is not LifeStatus.ALIVE:
        # An age would go on counting.
        return f"Dulu {relation.lower()}"
    parts = (relation, age_words(member.birth_date, today))
    return "  ·  ".join(part for part in parts if part)


def _member_chip(member: HouseholdMember) -> ChipWords | None:
    if member.life_status is not LifeStatus.ALIVE:
        return LIFE_WORDS[member.life_status]
    if member.family_relation == _HEAD:
        return ChipWords("Kepala", "ok", "")
    if not member.nik:
        return ChipWords("Tanpa NIK", "err", "alert-triangle")
    if member.recording_status == _NOT_RECORDED:
        return ChipWords("Belum rekam", "warn", "id")
    return None


def _two(name: str) -> str:
    words = [word for word in name.split(",", maxsplit=1)[0].split() if not word.endswith(".")]
    return "".join(word[0] for word in words[:2]).upper()
