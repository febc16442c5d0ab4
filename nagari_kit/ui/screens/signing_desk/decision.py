"""The right of the desk: whose letter it is, what was looked at, and the decision."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.signing_desk import DeskCheck, DeskItem, DeskPaper
from nagari_kit.ui.widgets import (
    Button,
    ElidedLabel,
    IconLabel,
    InitialsDisc,
    LabeledField,
    ScrollPage,
    TextInput,
)

WIDTH = 290
_MOST_CHECKS = 6
_PAD = 18


class _CheckLine(QWidget):
    """Icon, sentence, who or what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = IconLabel("circle-check", 18)
        self._sentence = _wrapped("")
        self._sentence.setObjectName("checkSentence")
        self._sentence.setStyleSheet("font-weight: 600;")
        self._source = _wrapped("secondary")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._source)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_check(self, check: DeskCheck) -> None:
        """Another check."""
        icon, ink = ("circle-check", "ok") if check.fits else ("alert-triangle", "warn")
        self._icon.set_icon(icon, ink)
        self._sentence.setText(check.sentence)
        self._source.setText(check.source)


class DecisionPane(QWidget):
    """Buttons are read by the view; `note` is what the sekretaris writes for the wali nagari."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.approve = Button("", kind="primary", icon="signature", key_hint="F9")
        self.refuse = Button(self.tr("Tolak"), kind="danger")
        self.skip = Button(self.tr("Lewati"))
        self.note = TextInput()
        self._disc = InitialsDisc("")
        self._person = ElidedLabel()
        self._facts = ElidedLabel()
        self._checks = [_CheckLine(self) for _ in range(_MOST_CHECKS)]
        self._note_head = QLabel(self.tr("Catatan sekretaris"))
        self._said = _wrapped("")
        self._note_field = LabeledField(self.tr("Catatan (boleh kosong)"), self.note)
        self._draft_id: DraftId | None = None
        self._build()

    def show_item(self, item: DeskItem) -> None:
        """The card at once; its checks come when they are read."""
        self._disc.set_name(item.person or item.kind)
        self._person.setText(item.person or item.kind)
        self._facts.setText(item.kind)
        for line in self._checks:
            line.hide()
        self._note_head.setVisible(bool(item.note))
        self._said.setVisible(bool(item.note))
        self._said.setText(item.note)
        checking = item.letter_id is None and not item.is_ready
        self._note_field.setVisible(checking)
        if item.draft_id != self._draft_id:
            # A list that is read again must not take away what is being typed.
            self.note.clear()
        self._draft_id = item.draft_id
        if item.letter_id is not None:
            self.approve.setText(self.tr("Setujui, cetak basah"))
        elif item.is_ready:
            self.approve.setText(self.tr("Lanjut, beri nomor"))
        else:
            self.approve.setText(self.tr("Setujui draf"))
        self.approve.set_icon("signature" if item.letter_id else "check")

    def show_paper(self, paper: DeskPaper) -> None:
        """What was looked at."""
        self._disc.set_name(paper.person)
        self._person.setText(paper.person)
        self._facts.setText(paper.person_line or paper.item.kind)
        for line, check in zip(self._checks, paper.checks, strict=False):
            line.show_check(check)
            line.show()

    def set_busy(self, *, busy: bool, seen: bool) -> None:
        """Something is being written; only what was `seen` can be approved."""
        self.approve.setEnabled(seen and not busy)
        for button in (self.refuse, self.skip):
            button.setEnabled(not busy)

    def needed_width(self) -> int:
        """The buttons never clip, in whatever size of letters."""
        pair = self.refuse.sizeHint().width() + self.skip.sizeHint().width() + 8
        longest = Button(self.tr("Setujui, cetak basah"), icon="signature", key_hint="F9")
        return max(WIDTH, longest.sizeHint().width() + 2 * _PAD, pair + 2 * _PAD)

    def _build(self) -> None:
        self._person.setObjectName("cardTitle")
        self._facts.setObjectName("secondary")
        self._note_head.setObjectName("secondary")
        self.note.setAccessibleName(self.tr("Catatan untuk wali nagari"))
        self.refuse.setToolTip(self.tr("Tolak dengan alasan (Alt+T)"))
        self.skip.setToolTip(self.tr("Lihat yang berikutnya dulu (Alt+L)"))
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._person)
        names.addWidget(self._facts)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._disc)
        head.addLayout(names, 1)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addLayout(head)
        title = QLabel(self.tr("Yang dilihat"))
        title.setObjectName("cardTitle")
        column.addWidget(title)
        for line in self._checks:
            column.addWidget(line)
        column.addSpacing(4)
        column.addWidget(self._note_head)
        column.addWidget(self._said)
        column.addStretch(1)
        page = ScrollPage(column, QMargins(_PAD, 14, _PAD, 10))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(_PAD, 8, _PAD, 16)
        foot.setSpacing(8)
        foot.addWidget(self._note_field)
        foot.addWidget(self.approve)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.refuse, 1)
        pair.addWidget(self.skip, 1)
        foot.addLayout(pair)
        return foot


def _wrapped(name: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName(name)
    return label
