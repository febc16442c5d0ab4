"""Keeps the wedding on disk while it is typed, and in memory until the disk took it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.marriage import MarriageCase
from nagari_kit.errors import NagariError
from nagari_kit.ui.shell import Shell, Unsaved

SAVE_AFTER_MS = 800
TRY_AGAIN_AFTER_MS = 5_000


class CaseKeeper(QObject):
    """`told` carries note, icon and kind for the foot of the page."""

    told = Signal(str, str, str)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._waiting: MarriageCase | None = None
        self._is_refused = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def touch(self, case: MarriageCase) -> None:
        """The case changed; one in which nobody is named yet is not worth a draft."""
        if case.groom.person is None and case.bride.person is None:
            return
        self._waiting = case
        self._timer.start(SAVE_AFTER_MS)

    def flush(self) -> None:
        """Save now what waits."""
        self._timer.stop()
        case = self._waiting
        if case is None:
            return
        marriages = self._shell.workspace.marriages
        self._shell.runner.start(
            lambda _progress, _token: marriages.save(case),
            key=f"marriage:save:{case.draft_id}",
            on_success=self._kept,
            on_error=self._lost,
            lane="write",
        )

    def holds(self, draft_id: DraftId) -> bool:
        """Whether what waits is of that draft."""
        return self._waiting is not None and self._waiting.draft_id == draft_id

    def unsaved(self) -> Unsaved | None:
        """What the disk has not taken."""
        if self._waiting is None:
            return None
        way = {"draft_id": self._waiting.draft_id}
        return Unsaved(self.tr("berkas nikah"), way, is_refused=self._is_refused)

    def forget(self) -> None:
        """It was issued, or the officer lets go of it."""
        self._timer.stop()
        self._waiting, self._is_refused = None, False

    def _kept(self, case: MarriageCase) -> None:
        if case == self._waiting:
            self._waiting, self._is_refused = None, False
        at = self._shell.workspace.clock.now()
        self.told.emit(self.tr("Draf tersimpan {0:%H.%M}").format(at), "circle-check", "ok")
        self._shell.changed(Changes.of(Kind.DRAFTS), self.parent())

    def _lost(self, error: NagariError) -> None:
        if self._waiting is None:
            return
        self._is_refused = True
        self.told.emit(
            self.tr("Draf belum tersimpan: {0} Dicoba lagi sendiri.").format(error.user_message),
            "alert-triangle",
            "err",
        )
        self._timer.start(TRY_AGAIN_AFTER_MS)
