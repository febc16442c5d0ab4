"""The window: navigation, the screen that is shown, and what screens may ask of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.errors import NagariError
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.office_folder import office_exists
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.jobs.runner import JobRunner
from nagari_kit.ui.navigation import Navigation
from nagari_kit.ui.screen_stack import ScreenStack, side_by_side
from nagari_kit.ui.shell import Screen, Shell
from nagari_kit.ui.widgets.pill import sync_board

if TYPE_CHECKING:
    from nagari_kit.domain.office import OfficeProfile
    from nagari_kit.services.workspace import Workspace
    from nagari_kit.ui.departure import Departure
    from nagari_kit.ui.sync_watch import SyncWatch
    from nagari_kit.ui.widgets.toast import Toast

COMPACT_BELOW_WIDTH = 1200
COMPACT_BELOW_HEIGHT = 640


class MainWindow(QMainWindow):
    """Implements `Shell`. `settings_changed` asks the application to restyle itself."""

    settings_changed = Signal()

    def __init__(
        self,
        paths: OfficePaths,
        clock: Clock,
        settings: DeviceSettings,
        runner: JobRunner | ImmediateRunner | None = None,
    ) -> None:
        super().__init__()
        self.paths = paths
        self.clock = clock
        self.settings = settings
        self.runner = runner or JobRunner(self)
        self._workspace: Workspace | None = None
        self._is_compact = False
        self._may_close = False
        self._departure: Departure | None = None
        self.navigation = Navigation()
        self.stack = ScreenStack(cast("Shell", self))
        self.watch: SyncWatch | None = None
        self.setWindowTitle("Nagari Kit")
        self.setMinimumSize(960, 520)
        self.setCentralWidget(side_by_side(self.navigation, self.stack))
        self.toaster: Toast | None = None
        self._connect()

    @property
    def workspace(self) -> Workspace:
        """The open office. Raises RuntimeError before it was unlocked."""
        if self._workspace is None:
            msg = "no office is open"
            raise RuntimeError(msg)
        return self._workspace

    @property
    def is_compact(self) -> bool:
        """Whether the window is small."""
        return self._is_compact

    def show_help(self) -> None:
        """The keys of the program."""
        from nagari_kit.ui.help_dialog import HelpDialog

        HelpDialog(self).open()

    def navigate(self, screen: str, **arguments: Any) -> None:  # noqa: ANN401 - each its own
        """Show a screen; without an office only `unlock` and `setup`; none while one leaves."""
        if self._departure is not None and self._departure.is_under_way:
            return
        full = screen in {"unlock", "setup"}
        self.navigation.setVisible(not full)
        self.navigation.light(screen)
        self.stack.show_screen(screen, **arguments)

    def toast(self, text: str, detail: str = "", undo: Callable[[], Any] | None = None) -> None:
        """Say that something is done."""
        if self.toaster is None:
            from nagari_kit.ui.widgets.toast import Toast

            self.toaster = Toast(self.stack)
            # A page that is shown later would lie over it.
            self.stack.currentChanged.connect(self.toaster.raise_)
        self.toaster.say(text, detail, undo)
        if self._departure is not None:
            self._departure.note(text, detail)

    def show_error(self, error: NagariError, parent: QWidget | None = None) -> None:
        """Tell a refusal in the way that suits its kind."""
        from nagari_kit.ui.errors import present_error

        present_error(error, parent or self, self.toast)

    def restyle(self) -> None:
        """Ask the application to apply the device's settings."""
        self.settings_changed.emit()

    def changed(self, changes: Changes, initiator: object) -> None:
        """Tell the other screens, and the pill."""
        self.stack.broadcast(changes, initiator)
        if Kind.OFFICE in changes.kinds and self._workspace is not None:
            self._show_office(self._workspace)
        if self.watch is not None:
            self.watch.refresh()

    def open_office(self, workspace: Workspace) -> None:
        """The office was unlocked or made; begin the day."""
        self.stack.forget_all()
        self._workspace = workspace
        self._show_office(workspace)
        self.settings.remember(actor=workspace.actor)
        self._watch(workspace)
        self.navigate("home")
        if self._departure is not None:
            self._departure.tell_notes()

    def begin(self) -> None:
        """Ask for the passphrase, or lead through the first set-up."""
        if office_exists(self.paths):
            self.navigate("unlock")
        else:
            self.stack.add("setup", _setup_screen(self))
            self.navigate("setup")

    def lock(self) -> None:
        """Close the office; what was typed is kept as a draft first."""

        def go() -> None:
            self.stack.forget_all()
            self._let_go()
            if self.toaster is not None:
                # It names citizens, and takes back what only an open office can.
                self.toaster.dismiss()
            self.navigate("unlock")

        if self._workspace is not None:
            self._depart(go)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become compact below 1200 by 640."""
        super().resizeEvent(event)
        size = event.size()
        compact = size.width() < COMPACT_BELOW_WIDTH or size.height() < COMPACT_BELOW_HEIGHT
        if compact != self._is_compact:
            self._is_compact = compact
            self.navigation.set_compact(compact=compact)
            self.stack.set_compact(compact=compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys reach the screen also from the navigation, and when no part has the focus."""
        focused = self.focusWidget()
        if focused is None or not self.stack.isAncestorOf(focused):
            self.stack.take_key(event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, let running work end, then go."""

        def go() -> None:
            self._may_close = True
            self._let_go()
            self.close()

        if not self._may_close:
            self._depart(go)
        event.setAccepted(self._may_close)

    def _depart(self, go: Callable[[], None]) -> None:
        if self._departure is None:
            from nagari_kit.ui.departure import Departure

            self._departure = Departure(self)
        self._departure.begin(go)

    def _let_go(self) -> None:
        self._watch(None)
        if self._workspace is not None:
            self.settings.remember(geometry=self.saveGeometry())
            self._workspace.close()
            self._workspace = None

    def _watch(self, workspace: Workspace | None) -> None:
        if self.watch is None and workspace is not None:
            from nagari_kit.ui.sync_watch import SyncWatch

            self.watch = SyncWatch(self.runner, self)
            self.watch.exchanged.connect(lambda changes: self.changed(changes, self.watch))
        if self.watch is not None:
            self.watch.watch(workspace)

    def _show_office(self, workspace: Workspace) -> None:
        def show(profile: OfficeProfile) -> None:
            if workspace is self._workspace:
                self.navigation.show_office(profile.name, workspace.actor)
                self.setWindowTitle(profile.name)  # Qt adds the name of the program.
                self.settings.remember_office(profile)

        self.runner.start(lambda *_: workspace.office.profile(), key="name", on_success=show)

    def _connect(self) -> None:
        def go(screen: str) -> None:
            if self._workspace is not None:
                self.navigate(screen)

        def take_back() -> None:
            if self.toaster is not None:
                self.toaster.take_back()

        self.navigation.chosen.connect(self.navigate)
        self.navigation.lock_requested.connect(self.lock)
        self.runner.failed.connect(self.show_error)
        sync_board().opened.connect(lambda: go("sync"))
        for keys, act in (
            ("Ctrl+L", self.lock),
            ("Ctrl+K", lambda: go("home")),
            ("Ctrl+Z", take_back),
            ("F1", self.show_help),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)


def _setup_screen(window: MainWindow) -> Screen:
    from nagari_kit.ui.screens.setup import build
    from nagari_kit.ui.screens.setup.office import SetupOffice

    office = SetupOffice(
        window.paths, window.clock, window.runner, window.show_error, window.open_office
    )
    return cast("Screen", build(office))
