"""The words over the fields: a restored draft, remarks on the resident, and a refusal."""

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


class FormBanners(QWidget):
    """Takes no room while there is nothing to say."""

    restart_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._restored: Banner | None = None
        self._refusal: Banner | None = None
        self._clock: Banner | None = None
        self._doubts: Banner | None = None
        self._cautions: list[Banner] = []
        self.hide()

    def show_restored(self, moment: datetime | None, today: date) -> None:
        """The values come from a draft that was saved at `moment`; None says nothing."""
        _drop(self._restored)
        self._restored = None
        if moment is not None:
            self._restored = Banner(
                "info",
                self.tr("Melanjutkan draf {0}.").format(near_moment(moment, today)),
                self.tr("Isian terakhir dikembalikan."),
                action=self.tr("Mulai dari awal"),
            )
            self._restored.action_requested.connect(self.restart_requested)
            self._column.insertWidget(0, self._restored)
        self._arrange()

    def show_copied(self, letter: IssuedLetter | None) -> None:
        """The values are those of an earlier letter: dates and addresses may be out of date."""
        if letter is None:
            return
        self._restored = Banner(
            "info",
            self.tr("Isian disalin dari surat {0}.").format(letter.number),
            self.tr("Terbit {0}. Periksa tanggal, alamat, dan keperluannya.").format(
                long_date(letter.issue_date)
            ),
            action=self.tr("Mulai dari awal"),
        )
        self._restored.action_requested.connect(self.restart_requested)
        self._column.insertWidget(0, self._restored)
        self._arrange()

    def show_clock_doubt(self, doubt: str) -> None:
        """The letter's date may be wrong; "" says nothing."""
        _drop(self._clock)
        self._clock = None
        if doubt:
            self._clock = Banner("warn", self.tr("Periksa jam komputer."), doubt)
            self._column.insertWidget(0, self._clock)
        self._arrange()

    def show_cautions(self, cautions: Iterable[Caution]) -> None:
        """Remarks that the officer should read first."""
        for old in self._cautions:
            _drop(old)
        self._cautions = [Banner("warn", one.title, one.sentence) for one in cautions]
        for banner in self._cautions:
            self._column.addWidget(banner)
        self._arrange()

    def show_doubts(self, sentences: Sequence[str]) -> None:
        """What seldom is true, and that F9 again says that it is; nothing takes it away."""
        _drop(self._doubts)
        self._doubts = None
        if sentences:
            self._doubts = Banner(
                "warn",
                " ".join(sentences),
                self.tr("Belum diberi nomor. Bila memang benar, tekan F9 sekali lagi."),
            )
            self._column.insertWidget(0, self._doubts)
        self._arrange()

    def show_refusal(self, error: NagariError | None) -> None:
        """What happened, what was not lost and what to do; None takes it away."""
        _drop(self._refusal)
        self._refusal = None
        if error is not None:
            sentence = " ".join(part for part in (error.hint, f"({error.code})") if part)
            self._refusal = Banner("err", error.user_message, sentence)
            self._column.addWidget(self._refusal)
        self._arrange()

    def _arrange(self) -> None:
        shown = (self._clock, self._doubts, self._restored, self._refusal, *self._cautions)
        self.setVisible(any(shown))


def _drop(banner: Banner | None) -> None:
    if banner is not None:
        banner.hide()
        banner.deleteLater()
