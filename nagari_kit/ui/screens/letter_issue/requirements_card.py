"""The papers that the citizen brings: there, scanned, or not asked for, each by one click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from nagari_kit.domain.letter_requirements import (
    RequirementAnswer,
    RequirementProposal,
    RequirementState,
)
from nagari_kit.domain.resident_documents import ResidentDocument
from nagari_kit.ui.letter_words import short_moment
from nagari_kit.ui.widgets import Button, Card, CheckRow, IconLabel
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog

REQUIREMENT_FIELD = "syarat."
_OTHER_HEIGHT = 36
_TICK_WIDTH = 32
_THERE = {RequirementState.PRESENT, RequirementState.SCANNED}


class _PaperLabel(QLabel):
    """Wraps where a tick box could not; a click is one on the tick."""

    clicked = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As on the tick itself."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


class PaperRow(QWidget):
    """One paper: a tick that the original is there, and a button for the other ways."""

    changed = Signal()

    def __init__(self, proposal: RequirementProposal, scans: Sequence[ResidentDocument]) -> None:
        super().__init__()
        self.proposal = proposal
        self._scans = scans
        self._answer = RequirementAnswer(proposal.requirement_id, RequirementState.UNCHECKED)
        label = f"{proposal.label} (wajib)" if proposal.required else proposal.label
        self.tick = CheckRow("")
        self.tick.setAccessibleName(label)
        self.tick.setFixedWidth(_TICK_WIDTH)
        self._label = _PaperLabel(label)
        self._state = QLabel()
        self._state.setWordWrap(True)
        self._state.setObjectName("secondary")
        self.other = Button("", kind="ghost", icon="dots")
        self.other.setAccessibleName(self.tr("Cara lain untuk {0}").format(proposal.label))
        self.other.setFixedHeight(_OTHER_HEIGHT)
        self.other.setToolTip(self.tr("Pindaian, atau tidak diminta"))
        self._error = QWidget()
        self._error_words = QLabel()
        self._build()
        self.tick.toggled.connect(self._toggle)
        self._label.clicked.connect(self.tick.click)
        self.other.clicked.connect(self._offer)

    def answer(self) -> RequirementAnswer:
        """How it is met."""
        return self._answer

    def show_answer(self, answer: RequirementAnswer) -> None:
        """Another answer; nobody is told."""
        self._answer = answer
        with QSignalBlocker(self.tick):
            self.tick.setChecked(answer.state in _THERE)
        words = {
            RequirementState.SCANNED: self.tr("ada pindaian"),
            RequirementState.WAIVED: self.tr("tidak diminta: {0}").format(answer.reason),
        }
        said = words.get(answer.state, "")
        self._state.setText(said)
        self._state.setVisible(bool(said))
        self.set_error("")

    def set_error(self, text: str) -> None:
        """Say under the paper what must be mended."""
        self._error_words.setText(text)
        self._error.setVisible(bool(text))

    def waive(self, reason: str) -> None:
        """It is not asked for, and why."""
        self._take(RequirementAnswer(self.proposal.requirement_id, RequirementState.WAIVED, reason))

    def ask_why(self) -> None:
        """A few words why it is not asked for."""
        dialog = ReasonDialog(
            self.window(),
            title=self.tr("{0} tidak diminta?").format(self.proposal.label),
            subtitle=self.tr("Alasannya tercatat bersama surat."),
            lines=(),
            confirm=self.tr("Tidak diminta"),
        )
        dialog.accepted.connect(lambda: self.waive(dialog.words()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def menu(self) -> QMenu:
        """The other ways."""
        menu = QMenu(self)
        for scan in self._scans:
            words = self.tr("Pindaian {0}, {1}").format(scan.title, short_moment(scan.added_at))
            menu.addAction(words).triggered.connect(lambda _=False, one=scan: self._scanned(one))
        menu.addAction(self.tr("Tidak diminta …")).triggered.connect(self.ask_why)
        menu.addAction(self.tr("Belum diperiksa")).triggered.connect(
            lambda: self._take(
                RequirementAnswer(self.proposal.requirement_id, RequirementState.UNCHECKED)
            )
        )
        return menu

    def _offer(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.other.mapToGlobal(self.other.rect().bottomLeft()))

    def _scanned(self, scan: ResidentDocument) -> None:
        state = RequirementState.SCANNED
        self._take(RequirementAnswer(self.proposal.requirement_id, state, document_id=scan.id))

    def _toggle(self, on: bool) -> None:  # noqa: FBT001 - a slot
        state = RequirementState.PRESENT if on else RequirementState.UNCHECKED
        self._take(RequirementAnswer(self.proposal.requirement_id, state))

    def _take(self, answer: RequirementAnswer) -> None:
        self.show_answer(answer)
        self.changed.emit()

    def _build(self) -> None:
        self._error_words.setObjectName("errorText")
        self._error_words.setWordWrap(True)
        error = QHBoxLayout(self._error)
        error.setContentsMargins(32, 0, 0, 0)
        error.addWidget(IconLabel("alert-triangle", 16, "err"), 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self._error_words, 1)
        self._error.hide()
        self._state.hide()
        line = QHBoxLayout()
        line.setSpacing(0)
        words = QVBoxLayout()
        words.setContentsMargins(0, 5, 0, 5)
        words.setSpacing(0)
        words.addWidget(self._label)
        words.addWidget(self._state)
        line.addWidget(self.tick)
        line.addLayout(words, 1)
        line.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._error)


class RequirementsCard(Card):
    """`changed` carries every answer. F7 in the form says that all are there."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Syarat", parent)
        self.rows: dict[str, PaperRow] = {}
        self._count = QLabel()
        self._count.setObjectName("secondary")
        self.all = Button(self.tr("Semua ada"), kind="secondary", icon="list-check", key_hint="F7")
        self.all.clicked.connect(self.all_present)
        self.head.addWidget(self._count)
        self.head.addWidget(self.all)
        self.body.setSpacing(0)
        self.hide()

    def begin(
        self,
        papers: Sequence[RequirementProposal],
        answers: Sequence[RequirementAnswer],
        scans: Sequence[ResidentDocument],
    ) -> None:
        """Another letter's papers."""
        for row in self.rows.values():
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        given = {one.requirement_id: one for one in answers}
        self.rows = {}
        for paper in papers:
            row = PaperRow(paper, scans)
            if paper.requirement_id in given:
                row.show_answer(given[paper.requirement_id])
            row.changed.connect(self._tell)
            self.body.addWidget(row)
            row.show()
            self.rows[paper.requirement_id] = row
        self.setVisible(bool(self.rows))
        self._show_count()

    def answers(self) -> tuple[RequirementAnswer, ...]:
        """How each is met, in order."""
        return tuple(row.answer() for row in self.rows.values())

    def all_present(self) -> None:
        """All that nobody answered yet are there."""
        for row in self.rows.values():
            answer = row.answer()
            if answer.state is RequirementState.UNCHECKED:
                row.show_answer(replace(answer, state=RequirementState.PRESENT))
        self._tell()

    def labels(self) -> dict[str, str]:
        """Label of every paper, by the key of its faults."""
        return {REQUIREMENT_FIELD + name: row.proposal.label for name, row in self.rows.items()}

    def set_errors(self, errors: Mapping[str, str]) -> str:
        """Show each sentence under its paper; the key of the first wrong one, or ""."""
        first = ""
        for name, row in self.rows.items():
            key = REQUIREMENT_FIELD + name
            row.set_error(errors.get(key, ""))
            if key in errors and not first:
                first = key
        return first

    def row_of(self, key: str) -> PaperRow | None:
        """The paper of a key of faults."""
        if not key.startswith(REQUIREMENT_FIELD):
            return None
        return self.rows.get(key.removeprefix(REQUIREMENT_FIELD))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        rows = [stop for row in self.rows.values() for stop in (row.tick, row.other)]
        return [self.all, *rows]

    def _tell(self) -> None:
        self._show_count()
        self.changed.emit(self.answers())

    def _show_count(self) -> None:
        there = sum(1 for one in self.answers() if one.state in _THERE)
        self._count.setText(self.tr("{0} dari {1} ada").format(there, len(self.rows)))
