"""The page of the quality desk: head, list, the doubt that is worked on, and the states without."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.doubts import RULES, Doubt, DoubtOverview, DoubtPage
from nagari_kit.domain.doubts.merge import Side
from nagari_kit.domain.residents import Resident
from nagari_kit.errors import NagariError
from nagari_kit.services.data_quality import DoubtCase
from nagari_kit.ui.letter_words import short_moment, thousands
from nagari_kit.ui.screens.data_quality.case_card import CaseCard
from nagari_kit.ui.screens.data_quality.list_card import ListCard
from nagari_kit.ui.screens.data_quality.list_model import DoubtListModel, Group
from nagari_kit.ui.widgets import Button, EmptyState, PageHead
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog


class DataQualityView(QWidget):
    """`next_wanted`: the doubt after this one; `retry_requested`: read the books again."""

    next_wanted = Signal()
    previous_wanted = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(self.tr("Periksa data"))
        self.again = Button(
            self.tr("Periksa ulang"), kind="secondary", icon="refresh", key_hint="F5"
        )
        self.model = DoubtListModel(self)
        self.list = ListCard()
        self.case = CaseCard()
        self._body = QStackedWidget()
        self._work = QWidget()
        self._beside = QStackedWidget()
        self._nothing = EmptyState("circle-check", "", "")
        self._is_troubled = False
        self._build()
        self._bind_keys()
        self.list.set_model(self.model)
        self.again.clicked.connect(self.retry_requested)
        self._nothing.action_requested.connect(self._act_on_nothing)
        self.list.work_wanted.connect(self.case.take_focus)
        self.case.later_requested.connect(self.next_wanted)

    def show_overview(
        self, overview: DoubtOverview, groups: Sequence[Group], page: DoubtPage | None
    ) -> None:
        """Counts, groups, and the doubts of the open one."""
        self.again.setEnabled(True)
        self._is_troubled = False
        done = self.tr("{0} selesai pekan ini").format(thousands(overview.done))
        parts = []
        if overview.pressing:
            parts.append(self.tr("{0} keraguan").format(thousands(overview.pressing)))
        if overview.hints:
            parts.append(self.tr("{0} perlu dikerjakan").format(thousands(overview.hints)))
        self.head.set_subtitle("  ·  ".join((*parts, done)), "  ·  ".join(parts))
        with QSignalBlocker(self.list.list.selectionModel()):
            self.model.show_groups(groups, page)
        self.list.show_decided_count(overview.decided)

    def show_nothing(self, overview: DoubtOverview) -> None:
        """Everything is settled."""
        checked = self.tr("Diperiksa {0}.").format(short_moment(overview.checked_at))
        decided = self.tr("Lihat {0} yang “memang benar”").format(thousands(overview.decided))
        self._say(
            "circle-check",
            self.tr("Tidak ada keraguan. Data rapi."),
            checked,
            decided if overview.decided else "",
        )

    def show_trouble(self, error: NagariError) -> None:
        """The books could not be read."""
        self.again.setEnabled(True)
        self._is_troubled = True
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        self._say("alert-triangle", error.user_message, words, self.tr("Coba lagi"))

    def show_reading(self) -> None:
        """The books are being read."""
        self.again.setEnabled(False)
        if self._body.currentWidget() is self._nothing:
            self._say("refresh", self.tr("Memeriksa data warga …"), "", "")

    def show_case(
        self, case: DoubtCase, place: int, total: int, leaders: Sequence[Resident]
    ) -> None:
        """One doubt, marked in the list."""
        self._body.setCurrentWidget(self._work)
        self._beside.setCurrentWidget(self.case)
        self.case.set_busy(False)
        self.case.show_case(case, place, total, leaders)
        self.list.mark(place)

    def show_groups_only(self) -> None:
        """No group is open."""
        self._body.setCurrentWidget(self._work)
        self._beside.setCurrentIndex(1)

    def ask_why(self, doubt: Doubt, then: Callable[[str], None]) -> None:
        """Why it is right as it stands; `then` gets the reason, unless the officer goes back."""
        rule = RULES[doubt.rule]
        dialog = ReasonDialog(
            self.window(),
            title=f"{rule.confirm}?",
            subtitle=f"{doubt.title}. {doubt.why}.",
            lines=(
                ("info-circle", self.tr("Tidak ditanyakan lagi selama datanya tetap begini.")),
                ("history", self.tr("Alasan dan nama Anda dicatat. Bisa ditanyakan lagi.")),
            ),
            confirm=rule.confirm,
        )
        dialog.accepted.connect(lambda: then(dialog.words()))
        dialog.open()

    def set_compact(self, *, compact: bool) -> None:
        """Small window."""
        self.list.set_compact(compact=compact)
        left, top, right, bottom = (20, 12, 20, 12) if compact else (24, 18, 18, 18)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, top, right, bottom)

    def take_focus(self) -> None:
        """The list."""
        self.list.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        if self.case.isVisible():
            self.case.save.click()

    def _take_side(self, side: Side) -> None:
        if self.case.merge.isVisible():
            self.case.merge.model_of_merge.choose_all(side)

    def _bind_keys(self) -> None:
        """Shortcuts, because scrolling parts would take the paging keys for their own."""
        for keys, act in (
            ("PgDown", self.next_wanted.emit),
            ("PgUp", self.previous_wanted.emit),
            ("F9", self._save),
            ("F5", self.again.click),
            ("Alt+A", lambda: self._take_side(Side.A)),
            ("Alt+B", lambda: self._take_side(Side.B)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _act_on_nothing(self) -> None:
        (self.retry_requested if self._is_troubled else self.list.decided_wanted).emit()

    def _say(self, icon: str, title: str, sentence: str, action: str) -> None:
        self._nothing.show_words(icon, title, sentence, action)
        self._body.setCurrentWidget(self._nothing)

    def _build(self) -> None:
        self.head.add_widget(self.again)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.list)
        self._beside.addWidget(self.case)
        choose = EmptyState(
            "list-check",
            self.tr("Pilih satu kelompok"),
            self.tr("Keraguannya tampil satu per satu di sini."),
        )
        choose.setObjectName("card")
        self._beside.addWidget(choose)
        row.addWidget(self._beside, 1)
        self._body.addWidget(self._work)
        self._body.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 18, 18)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self._body, 1)
