"""The words over the fields, one banner at a time: refusal, question, remarks, restored draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.domain.dates import long_date
from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.errors import NagariError
from nagari_kit.ui.letter_words import near_moment
from nagari_kit.ui.screens.letter_issue.cautions import Caution
from nagari_kit.ui.widgets import Banner

_NOTHING = Caution("", "")


class FormBanners(QWidget):
    """Takes no room while there is nothing to say, and never more than one banner's.

    A refusal or a question hides the remarks; remarks and where the values come from share one.
    """

    restart_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._origin = self._refusal = self._doubts = self._clock = _NOTHING
        self._cautions: tuple[Caution, ...] = ()
        self._banner: Banner | None = None
        self.hide()

    def show_restored(self, moment: datetime | None, today: date) -> None:
        """The values come from a draft that was saved at `moment`; None says nothing."""
        self._origin = _NOTHING
        if moment is not None:
            self._origin = Caution(
                self.tr("Melanjutkan draf {0}.").format(near_moment(moment, today)),
                self.tr("Isian terakhir dikembalikan."),
            )
        self._show()

    def show_copied(self, letter: IssuedLetter | None) -> None:
        """The values are those of an earlier letter: dates and addresses may be out of date."""
        if letter is None:
            return
        self._origin = Caution(
            self.tr("Isian disalin dari surat {0}.").format(letter.number),
            self.tr("Terbit {0}. Periksa tanggal, alamat, dan keperluannya.").format(
                long_date(letter.issue_date)
            ),
        )
        self._show()

    def show_clock_doubt(self, doubt: str) -> None:
        """The letter's date may be wrong; "" says nothing."""
        self._clock = Caution(self.tr("Periksa jam komputer."), doubt) if doubt else _NOTHING
        self._show()

    def show_cautions(self, cautions: Iterable[Caution]) -> None:
        """Remarks that the officer should read first."""
        self._cautions = tuple(cautions)
        self._show()

    def show_doubts(self, sentences: Sequence[str]) -> None:
        """What seldom is true, and that F9 again says that it is; nothing takes it away."""
        self._doubts = _NOTHING
        if sentences:
            again = self.tr("Belum diberi nomor. Bila memang benar, tekan F9 sekali lagi.")
            self._doubts = Caution(" ".join(sentences), again)
        self._show()

    def show_refusal(self, error: NagariError | None) -> None:
        """What happened, what was not lost and what to do; None takes it away."""
        self._refusal = _NOTHING
        if error is not None:
            words = " ".join(part for part in (error.hint, f"({error.code})") if part)
            self._refusal = Caution(error.user_message, words)
        self._show()

    def _show(self) -> None:
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = self._made()
        if self._banner is not None:
            self._banner.action_requested.connect(self.restart_requested)
            self._column.addWidget(self._banner)
        self.setVisible(self._banner is not None)
        if self._banner is not None:
            # A layout shows what is new a moment later.
            self._banner.show()

    def _made(self) -> Banner | None:
        for kind, pressing in (("err", self._refusal), ("warn", self._doubts)):
            if pressing.title:
                return Banner(kind, pressing.title, pressing.sentence)
        remarks = [one for one in (self._clock, *self._cautions, self._origin) if one.title]
        if not remarks:
            return None
        kind = "info" if remarks == [self._origin] else "warn"
        rest = (f"{one.title} {one.sentence}" for one in remarks[1:])
        words = " ".join((remarks[0].sentence, *rest))
        restart = self.tr("Mulai dari awal") if self._origin.title else ""
        return Banner(kind, remarks[0].title, words, action=restart)
