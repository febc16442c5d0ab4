"""Opens the office off the GUI side; a wrong passphrase costs more waiting each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from nagari_kit.domain.dates import weekday_date
from nagari_kit.errors import AccessDeniedError, NagariError
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.jobs.runner import Runner
from nagari_kit.ui.screens.unlock.view import UnlockView

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

_FREE_TRIES = 3
_WAIT = 10_000
_AFTER_PAINT = 50


@dataclass(frozen=True, slots=True)
class _Opened:
    """An open office, and what the set-up could not end."""

    workspace: Workspace
    warning: str


class UnlockShell(Protocol):
    """What this screen needs of the window."""

    paths: OfficePaths
    clock: Clock
    settings: DeviceSettings

    @property
    def runner(self) -> Runner:
        """Runs work beside the window."""

    def open_office(self, workspace: Workspace) -> None:
        """Take the office that was opened."""

    def toast(self, text: str, detail: str = "") -> None:
        """Say something that needs no answer."""


class UnlockPresenter(QObject):
    """Owns the number of wrong tries and the pause after them."""

    def __init__(self, shell: UnlockShell, view: UnlockView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._wrong = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._allow)
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self._count_down)
        view.unlock_requested.connect(self.unlock)

    def enter(self) -> None:
        """Ask for name and passphrase."""
        today = self._shell.clock.today()
        settings = self._shell.settings
        self._view.show_day(weekday_date(today), "")
        QTimer.singleShot(_AFTER_PAINT, self._show_both_calendars)
        self._view.begin(settings.office, settings.actor, settings.place)

    def _show_both_calendars(self) -> None:
        """After the first paint: the tables of the Hijri calendar take their time to load."""
        from nagari_kit.infra.hijri import hijri_words

        today = self._shell.clock.today()
        self._view.show_day(weekday_date(today), hijri_words(today))

    def unlock(self, actor: str, passphrase: str) -> None:
        """Try to open the office."""
        if self._pause.isActive():
            return
        paths, clock = self._shell.paths, self._shell.clock
        self._view.show_opening()

        def work(_progress: object, _token: object) -> _Opened:
            from nagari_kit.services.setup_draft import SetupDraftService
            from nagari_kit.services.workspace import open_workspace

            workspace = open_workspace(paths, passphrase, clock=clock, actor=actor)
            # A power cut may have come between the office and its officers.
            warning = SetupDraftService(paths).complete(workspace)
            return _Opened(workspace, warning)

        self._shell.runner.start(
            work, key="unlock", on_success=self._opened, on_error=self._refused, lane="write"
        )

    def _opened(self, opened: _Opened) -> None:
        self._wrong = 0
        self._view.forget()
        self._shell.open_office(opened.workspace)
        if opened.warning:
            happened, _stop, advice = opened.warning.partition(". ")
            self._shell.toast(happened, advice)

    def _refused(self, error: NagariError) -> None:
        if not isinstance(error, AccessDeniedError):
            self._view.show_trouble(error)
            return
        self._wrong += 1
        self._view.show_wrong(error)
        if self._wrong >= _FREE_TRIES:
            self._view.show_pause(_WAIT // 1000)
            self._pause.start(_WAIT)
            self._second.start()

    def _count_down(self) -> None:
        self._view.count_down(round(self._pause.remainingTime() / 1000))

    def _allow(self) -> None:
        self._second.stop()
        self._view.end_pause()
