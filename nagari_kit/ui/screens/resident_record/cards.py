"""The three cards of a record: identity, family, letters."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from nagari_kit.domain import code_lists
from nagari_kit.domain.residents import HouseholdMember, ResidentLetterRow, ResidentRecord
from nagari_kit.ui.letter_words import (
    ChipWords,
    age_words,
    masked_number,
    near_moment,
    short_day,
)
from nagari_kit.ui.screens.resident_record.record_words import (
    identity_facts,
    letter_chip,
    listed,
)
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Card, IconLabel
from nagari_kit.ui.widgets.line_row import LineRow

_KEY_WIDTH = 104
_HEAD = 1
_NOT_RECORDED = 2


class IdentityCard(Card):
    """Facts in the order in which an officer checks them; health facts stay locked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Identitas", parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, scaled(_KEY_WIDTH))
        self._grid.setColumnStretch(1, 1)
        self._locked = _icon_line("lock", self.tr("Disabilitas dan kesehatan: terbatas"))
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
        _empty(self._grid)
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keluarga", parent)
        self._kk = QLabel()
        self._kk.setObjectName("secondary")
        self._kk.setWordWrap(True)
        self._kk.setContentsMargins(8, 0, 8, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        _indent_rows(self)
        self.body.addWidget(self._kk)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_record(self, record: ResidentRecord, today: date) -> None:
        """Fill the card anew."""
        _empty(self._rows)
        home = record.household
        if home is None:
            self._kk.setText(self.tr("Belum tercatat di kartu keluarga mana pun."))
        else:
            number = masked_number(home.nomor_kk)
            self._kk.setText(self.tr("KK {0}").format(number))
        for member in record.members:
            row = LineRow(member.name, _kin(member, today), _member_chip(member), _two(member.name))
            row.clicked.connect(lambda _=False, one=member.id: self.resident_chosen.emit(one))
            self._rows.addWidget(row)
        if home is not None and not record.members:
            self._rows.addWidget(_quiet(self.tr("Tidak ada anggota lain di KK ini.")))


class LettersCard(Card):
    """The letters of the resident, newest first; each opens in the register."""

    letter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Surat", parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        _indent_rows(self)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_letters(self, letters: tuple[ResidentLetterRow, ...], today: date) -> None:
        """Fill the card anew."""
        _empty(self._rows)
        for letter in letters:
            detail = (
                f"{short_day(letter.issue_date, today)}  ·  {letter.title.removeprefix('Surat ')}"
            )
            row = LineRow(letter.number, detail, letter_chip(letter, today))
            row.clicked.connect(lambda _=False, one=letter.id: self.letter_chosen.emit(one))
            self._rows.addWidget(row)
        if not letters:
            words = self.tr("Belum pernah ada surat. Tekan F9 untuk membuat yang pertama.")
            self._rows.addWidget(_quiet(words))


def _kin(member: HouseholdMember, today: date) -> str:
    relation = listed(code_lists.FAMILY_RELATION, member.family_relation)
    parts = (relation, age_words(member.birth_date, today))
    return "  ·  ".join(part for part in parts if part)


def _member_chip(member: HouseholdMember) -> ChipWords | None:
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


def _indent_rows(card: Card) -> None:
    """Rows light up 8 px beyond their words, which stand in line with the title."""
    outer = card.layout()
    if outer is not None:
        outer.setContentsMargins(12, 16, 12, 16)
    card.head.setContentsMargins(8, 0, 8, 0)


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("secondary")
    label.setWordWrap(True)
    label.setContentsMargins(8, 0, 8, 0)
    return label


def _icon_line(icon: str, words: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, 16))
    label = QLabel(words)
    label.setObjectName("hint")
    label.setWordWrap(True)
    row.addWidget(label, 1)
    return line


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
