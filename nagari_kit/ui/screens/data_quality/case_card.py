"""The card at the right: one doubt, what is asked, and the buttons that settle it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.doubts import RULES, Mend
from nagari_kit.domain.residents import Resident
from nagari_kit.services.data_quality import DoubtCase
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.screens.data_quality.decided_page import DecidedPage
from nagari_kit.ui.screens.data_quality.doubt_words import CHIP_WORDS, KINDS
from nagari_kit.ui.screens.data_quality.facts_form import FactsForm
from nagari_kit.ui.screens.data_quality.head_form import HeadForm
from nagari_kit.ui.screens.data_quality.household_form import HouseholdForm
from nagari_kit.ui.screens.data_quality.merge_table import MergeTable
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Banner, Button, Chip, ElidedLabel, IconLabel

_PLACE_FROM = 640
"""Pixels at the usual size from which the footer has room for the place in the row."""


class CaseCard(QFrame):
    """Shows a DoubtCase; emits wishes."""

    save_requested = Signal()
    confirm_requested = Signal()
    later_requested = Signal()
    look_requested = Signal()
    reopen_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._case: DoubtCase | None = None
        self._was_worked_in = False
        self._question, self._why = QLabel(), QLabel()
        self._chip = Chip("")
        self.look = Button(self.tr("Buka data"), kind="ghost", icon="external-link")
        self.trouble = Banner("err", "")
        self.merge = MergeTable()
        self.facts = FactsForm()
        self.household = HouseholdForm()
        self.head = HeadForm()
        self.decided = DecidedPage()
        self._body = QStackedWidget()
        self._note = QWidget()
        self.confirm = Button(self.tr("Memang benar"), kind="secondary", icon="circle-check")
        self.later = Button(self.tr("Nanti saja"), kind="ghost")
        self.save = Button(self.tr("Simpan perbaikan"), kind="primary", key_hint="F9")
        self._place = QLabel()
        self._build()
        self._connect()

    @property
    def case(self) -> DoubtCase | None:
        """What is shown."""
        return self._case

    def show_case(
        self, case: DoubtCase, place: int, total: int, leaders: Sequence[Resident]
    ) -> None:
        """Another doubt, at `place` of `total`; `leaders` may head its KK, likeliest first."""
        worked_in = self._was_worked_in or self._has_focus()
        self._was_worked_in = False
        is_same, self._case = case == self._case, case
        doubt = case.item.doubt
        rule = RULES[doubt.rule]
        is_open = case.item.decision is None
        self.show_trouble("")
        self._question.setText(rule.question if is_open else rule.title)
        how = self.tr("Pilih nilai yang benar di tiap baris.")
        self._why.setText(f"{doubt.why}. {how}" if rule.mend is Mend.MERGE else f"{doubt.why}.")
        kind = KINDS[rule.gravity]
        icon = "info-circle" if kind == "info" else "alert-triangle"
        if is_open:
            self._chip.show_words(CHIP_WORDS[rule.gravity], kind, icon)
        else:
            self._chip.show_words(self.tr("Memang benar"), "ok", "circle-check")
        self._place.setText(self.tr("{0} dari {1}").format(thousands(place + 1), thousands(total)))
        self._show_buttons(rule.mend, rule.confirm, is_open=is_open)
        if is_same:
            # Read again because something else changed: what was typed stays.
            return
        self._body.setCurrentWidget(self._page_of(case, leaders))
        self.save.setVisible(self._body.currentWidget() is not self.head or bool(leaders))
        if worked_in:
            self.take_focus()

    def forget(self) -> None:
        """It is settled: should it come back, it comes as the books have it."""
        self._case = None

    def show_trouble(self, words: str, hint: str = "") -> None:
        """Why it could not be saved; "" takes it away."""
        self.trouble.setVisible(bool(words))
        if words:
            self.trouble.show_words("err", words, hint)

    def show_field_errors(self, fields: Mapping[str, str]) -> str:
        """Sentences at the fields that they are about; returns those that have no field here."""
        page = self._body.currentWidget()
        if isinstance(page, FactsForm):
            return page.show_errors(fields)
        if isinstance(page, HouseholdForm):
            own = {"household", "family_relation"}
            page.show_errors(fields.get("household", ""), fields.get("family_relation", ""))
            return " ".join(words for key, words in fields.items() if key not in own)
        return " ".join(fields.values())

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter
        """Nothing can be pressed while it is being written."""
        if busy:
            self._was_worked_in = self._has_focus()
        for part in (self.confirm, self.later, self.save, self._body):
            part.setEnabled(not busy)

    def take_focus(self) -> None:
        """To what is asked."""
        page = self._body.currentWidget()
        if page is self.merge:
            self.merge.setFocus()
        elif isinstance(page, (FactsForm, HouseholdForm, HeadForm)):
            page.take_focus()
        else:
            self.save.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The place gives way first."""
        super().resizeEvent(event)
        self._place.setVisible(self.width() >= scaled(_PLACE_FROM))

    def _page_of(self, case: DoubtCase, leaders: Sequence[Resident]) -> QWidget:
        if case.item.decision is not None:
            self.decided.begin(case)
            return self.decided
        match RULES[case.item.doubt.rule].mend:
            case Mend.MERGE:
                self.merge.model_of_merge.begin(case)
                self.merge.begin_at_first_choice()
                return self.merge
            case Mend.HOUSEHOLD:
                self.household.begin(case)
                return self.household
            case Mend.HEAD:
                self.head.begin(case, leaders)
                return self.head
        self.facts.begin(case)
        return self.facts

    def _show_buttons(self, mend: Mend, confirm: str, *, is_open: bool) -> None:
        merging = is_open and mend is Mend.MERGE
        words = self.tr("Gabungkan") if merging else self.tr("Simpan perbaikan")
        self.save.setText(words if is_open else self.tr("Tanyakan lagi"))
        self.save.set_icon("git-merge" if merging else "check" if is_open else "arrow-back-up")
        self.confirm.setText(confirm)
        self.confirm.set_icon("users" if mend is Mend.MERGE else "circle-check")
        self.confirm.setVisible(is_open)
        self._note.setVisible(merging)
        for button in (self.save, self.confirm):
            button.updateGeometry()

    def _connect(self) -> None:
        self.confirm.clicked.connect(self.confirm_requested)
        self.later.clicked.connect(self.later_requested)
        self.look.clicked.connect(self.look_requested)
        self.head.home_requested.connect(self.look_requested)
        self.save.clicked.connect(self._save)

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _save(self) -> None:
        if not self.save.isVisibleTo(self):
            return
        decided = self._case is not None and self._case.item.decision is not None
        (self.reopen_requested if decided else self.save_requested).emit()

    def _build(self) -> None:
        self._question.setObjectName("cardTitle")
        self._why.setObjectName("secondary")
        for label in (self._question, self._why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.later.setToolTip(self.tr("Keraguan berikutnya (Page Down)"))
        self.look.setAccessibleName(self.tr("Buka data warga ini"))
        for page in (self.merge, self.facts, self.household, self.head, self.decided):
            self._body.addWidget(page)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 10, 1, 1)
        column.setSpacing(8)
        column.addLayout(self._head_row())
        trouble = QVBoxLayout()
        trouble.setContentsMargins(14, 0, 14, 0)
        trouble.addWidget(self.trouble)
        column.addLayout(trouble)
        column.addWidget(_rule())
        column.addWidget(self._body, 1)
        column.addWidget(self._note_row())
        column.addWidget(_rule())
        column.addLayout(self._foot_row())

    def _head_row(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._question)
        words.addWidget(self._why)
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self.look)
        row.addWidget(self._chip)
        return row

    def _note_row(self) -> QWidget:
        words = ElidedLabel(
            self.tr("Kedua riwayat disimpan, catatan B tetap bisa dibaca. Bisa diurungkan.")
        )
        words.setObjectName("secondary")
        row = QHBoxLayout(self._note)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("history", 16))
        row.addWidget(words, 1)
        return self._note

    def _foot_row(self) -> QHBoxLayout:
        self._place.setObjectName("secondary")
        row = QHBoxLayout()
        row.setContentsMargins(14, 2, 14, 10)
        row.setSpacing(8)
        row.addWidget(self.confirm)
        row.addWidget(self.later)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addSpacing(4)
        row.addWidget(self.save)
        return row


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
