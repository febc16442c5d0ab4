"""One person of the wedding: found among residents, or typed as somebody of another place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.ui.record_forms.hit_words import hit_detail
from nagari_kit.ui.record_forms.person_picker import PersonPicker
from nagari_kit.ui.widgets import Button
from nagari_kit.ui.widgets.fields import announce
from nagari_kit.ui.widgets.line_row import LineRow
from nagari_kit.ui.widgets.painting import initials


class PersonSlot(QFrame):
    """`changed` carries the PersonHit, or None; the other wishes carry what was typed."""

    changed = Signal(object)
    search_wanted = Signal(str)
    outsider_wanted = Signal(str, object)

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.label = label
        self._hit: PersonHit | None = None
        self._today = date.min
        self.picker = PersonPicker(
            self.tr("Cari nama atau NIK {0}").format(label.lower()), outsiders=True
        )
        self.picker.search.setAccessibleName(label)
        self.line = LineRow("", "")
        self.line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.other = Button(self.tr("Ganti"), kind="ghost")
        self.other.setAccessibleName(self.tr("Ganti {0}").format(label))
        self.amend = Button(self.tr("Ubah"), kind="ghost")
        self.amend.setAccessibleName(self.tr("Ubah data {0}").format(label))
        self._error = QLabel()
        self._chosen = QWidget()
        self._build()
        self.picker.search_wanted.connect(self.search_wanted)
        self.picker.picked.connect(self.take)
        self.picker.outsider_wanted.connect(lambda typed: self.outsider_wanted.emit(typed, None))
        self.other.clicked.connect(self._search_again)
        self.line.clicked.connect(self._search_again)
        self.amend.clicked.connect(lambda: self.outsider_wanted.emit("", self._hit))

    def begin(
        self, hit: PersonHit | None, today: date, relatives: Sequence[PersonHit] = ()
    ) -> None:
        """Start with somebody or nobody; nobody is told."""
        self._today = today
        self.picker.begin(relatives, today)
        self.set_error("")
        self._show(hit)

    def hit(self) -> PersonHit | None:
        """Who stands here."""
        return self._hit

    def take(self, hit: PersonHit) -> None:
        """Put somebody here; the caret stays near."""
        self._show(hit)
        self.set_error("")
        announce(self, f"{self.label}: {hit.name}")
        self.other.setFocus()
        self.changed.emit(hit)

    def set_error(self, text: str) -> None:
        """Say what is missing; "" takes it away."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def focus(self) -> None:
        """The caret where the person is chosen."""
        (self.picker.search if self._hit is None else self.other).setFocus()

    def _search_again(self) -> None:
        self._show(None)
        self.picker.begin((), self._today)
        self.picker.search.setFocus()
        self.changed.emit(None)

    def _show(self, hit: PersonHit | None) -> None:
        self._hit = hit
        self.picker.setVisible(hit is None)
        self._chosen.setVisible(hit is not None)
        if hit is not None:
            self.line.show_words(hit.name, hit_detail(hit, self._today), initials(hit.name) or "?")
            self.amend.setVisible(hit.is_outsider)

    def _build(self) -> None:
        title = QLabel(self.label)
        title.setObjectName("fieldLabel")
        self._error.setObjectName("errorText")
        self._error.setWordWrap(True)
        self._error.hide()
        row = QHBoxLayout(self._chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.amend)
        row.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(5)
        for part in (title, self._error, self.picker, self._chosen):
            column.addWidget(part)
        self._chosen.hide()
