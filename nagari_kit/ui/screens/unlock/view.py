"""The window before the office is open: the nagari, then name and passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.errors import NagariError
from nagari_kit.ui.screens.unlock.office_panel import OfficePanel
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import (
    Button,
    CapsLockLine,
    IconLabel,
    LabeledField,
    PassphraseInput,
    TextInput,
)

if TYPE_CHECKING:
    from nagari_kit.ui.widgets import Banner

_WIDTH = 520
_BELOW_SENTENCE = 4


class UnlockView(QWidget):
    """`unlock_requested` carries the officer's name and the passphrase."""

    unlock_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = OfficePanel()
        self.actor = TextInput()
        self.passphrase = PassphraseInput()
        self.actor_row = LabeledField(self.tr("Nama petugas"), self.actor)
        self.passphrase_row = LabeledField(self.tr("Kata sandi kantor"), self.passphrase)
        self.open = Button(self.tr("Masuk"), kind="primary", key_hint="Enter")
        self.caps_lock = CapsLockLine(self.passphrase)
        self._wait = QLabel()
        self._column = QWidget()
        self._lines = QVBoxLayout(self._column)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.trouble: Banner | None = None
        self._build()
        self.open.clicked.connect(self._ask)
        self.passphrase.returnPressed.connect(self._ask)
        self.actor.returnPressed.connect(self.passphrase.setFocus)

    def show_day(self, civil: str, hijri: str) -> None:
        """Today, in both calendars."""
        self.panel.show_day(civil, hijri)

    def begin(self, office: str, actor: str, place: str = "") -> None:
        """Ask; the caret waits where what is typed is hidden, whatever is typed first."""
        self.panel.show_office(office, place)
        self.actor.setText(actor)
        self.passphrase.clear()
        self.passphrase_row.set_error("")
        self.actor_row.set_error("")
        self._hide_trouble()
        self._wait.hide()
        self._set_busy(busy=False)
        self.passphrase.setFocus()

    def show_opening(self) -> None:
        """The key is being derived; that takes a moment on purpose."""
        self.passphrase_row.set_error("")
        self._hide_trouble()
        self._set_busy(busy=True)

    def show_wrong(self, error: NagariError) -> None:
        """The passphrase does not open it; empty the field and keep the caret there."""
        self._set_busy(busy=False)
        self.passphrase.clear()
        self.passphrase_row.set_error(error.user_message)
        self.passphrase.setFocus()

    def show_pause(self, seconds: int) -> None:
        """Too many tries."""
        # First the focus: it would go to the name, and the next passphrase be typed there to see.
        self.setFocus()
        for part in (self.passphrase, self.actor, self.open):
            part.setEnabled(False)
        self.count_down(seconds)
        self._wait.show()

    def count_down(self, seconds: int) -> None:
        """So long is left of the pause."""
        words = self.tr("Tunggu {0} detik sebelum mencoba lagi. Data nagari tetap aman.")
        self._wait.setText(words.format(seconds))

    def end_pause(self) -> None:
        """Trying is allowed again."""
        self._wait.hide()
        self._set_busy(busy=False)
        self.passphrase.setFocus()

    def show_trouble(self, error: NagariError) -> None:
        """The office could not be opened for another reason."""
        self._set_busy(busy=False)
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        if self.trouble is None:
            from nagari_kit.ui.widgets import Banner

            self.trouble = Banner("err", "", "", parent=self._column)
            self._lines.insertWidget(_BELOW_SENTENCE, self.trouble)
        self.trouble.show_words("err", error.user_message, words)
        self.trouble.show()

    def _hide_trouble(self) -> None:
        if self.trouble is not None:
            self.trouble.hide()

    def forget(self) -> None:
        """Nothing of the passphrase stays in the window."""
        self.passphrase.clear()

    def set_compact(self, *, compact: bool) -> None:
        """A narrower panel."""
        usual = 320 if compact else 420
        self.panel.setFixedWidth((usual + scaled(usual)) // 2)

    def _ask(self) -> None:
        if not self.open.isEnabled():
            return
        actor = self.actor.text().strip()
        self.actor_row.set_error("" if actor else self.tr("Tulis nama Anda: tercatat di surat"))
        if not actor:
            self.actor.setFocus()
        elif not self.passphrase.text():
            self.passphrase_row.set_error(self.tr("Ketik kata sandi kantor dulu"))
            self.passphrase.setFocus()
        else:
            self.passphrase_row.set_error("")
            self.unlock_requested.emit(actor, self.passphrase.text())

    def _set_busy(self, *, busy: bool) -> None:
        for part in (self.actor, self.passphrase, self.open):
            part.setEnabled(not busy)
        self.open.setText(self.tr("Membuka …") if busy else self.tr("Masuk"))

    def _build(self) -> None:
        title = QLabel(self.tr("Siapa yang bertugas?"))
        title.setObjectName("greeting")
        sentence = QLabel(self.tr("Tulis nama Anda, lalu kata sandi kantor. Draf tetap tersimpan."))
        sentence.setObjectName("counts")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.passphrase_row, 1)
        self.open.setMinimumWidth(150)
        line.addWidget(self.open, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.setMaximumWidth(_WIDTH)
        inner = self._lines
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        inner.addStretch(2)
        inner.addWidget(title)
        inner.addWidget(sentence)
        inner.addSpacing(8)
        inner.addWidget(self.actor_row)
        inner.addLayout(line)
        inner.addWidget(self.caps_lock)
        inner.addWidget(self._wait)
        inner.addStretch(3)
        inner.addLayout(self._foot())
        self._wait.setObjectName("secondary")
        self._wait.hide()
        middle = QHBoxLayout()
        middle.setContentsMargins(32, 24, 32, 28)
        middle.addStretch(1)
        middle.addWidget(self._column, 8)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addLayout(middle, 1)

    def _foot(self) -> QHBoxLayout:
        words = QLabel(self.tr("Tanpa internet pun bisa masuk. Data di komputer ini terenkripsi."))
        words.setObjectName("secondary")
        words.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(IconLabel("lock", 16), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(words, 1)
        return foot
