"""Locks or closes the window: running work ends first, and nothing typed goes without a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from nagari_kit.ui.widgets import ConfirmDialog, EmptyState

if TYPE_CHECKING:
    from nagari_kit.ui.main_window import MainWindow
    from nagari_kit.ui.shell import Unsaved

PATIENCE_MS = 15_000


class Departure(QObject):
    """`begin` calls `go` at once when nothing runs, else when it has ended; the window lives on.

    While it waits a page covers the data. `is_under_way` until it has gone or the officer stays.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._go: Callable[[], object] | None = None
        self._cover: QWidget | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)
        self._is_asking = False
        self._has_asked_to_stop = False
        self._notes: list[tuple[str, str]] = []

    @property
    def is_under_way(self) -> bool:
        """Whether the window waits to be locked or closed."""
        return self._go is not None

    def begin(self, go: Callable[[], object]) -> None:
        """Keep what was typed, let running work end, ask about what is not kept, then `go`.

        A later wish takes the place of one that still waits: who locks may close after all.
        """
        waits = self.is_under_way
        self._go = go
        if waits:
            return
        current = self._window.stack.current()
        if current is not None:
            current.leave()
        if not self._window.runner.is_busy:
            self._proceed()
            return
        self._show_cover()
        self._window.runner.idle.connect(self._proceed)
        self._patience.start()

    def note(self, text: str, detail: str) -> None:
        """What work that ended late had to say; nobody saw it."""
        if self.is_under_way:
            self._notes.append((text, detail))

    def tell_notes(self) -> None:
        """Say it to the officer who opens the office again."""
        notes, self._notes = self._notes, []
        if notes:
            self._window.toast(*notes[-1])

    def _show_cover(self) -> None:
        window = self._window
        self._cover = EmptyState(
            "lock",
            self.tr("Menyelesaikan pekerjaan …"),
            self.tr("Sebentar lagi selesai sendiri. Tidak ada yang hilang."),
            parent=window.stack,
        )
        window.navigation.setEnabled(False)
        window.stack.addWidget(self._cover)
        window.stack.setCurrentWidget(self._cover)

    def _lose_patience(self) -> None:
        """Ask the work to stop; when even that does not help, go without it."""
        if self._has_asked_to_stop:
            self._proceed()
        else:
            self._has_asked_to_stop = True
            self._window.runner.stop(0)
            self._patience.start()

    def _proceed(self) -> None:
        if self._go is None or self._is_asking:
            return
        unsaved = self._window.stack.unsaved()
        if unsaved is None:
            self._leave()
            return
        name, held = unsaved
        self._patience.stop()
        self._is_asking = True
        title, text, confirm = self._words(held)
        dialog = ConfirmDialog(
            self._window,
            title=title,
            text=text,
            confirm=confirm,
            back=self.tr("Kembali ke isian"),
        )
        dialog.accepted.connect(self._leave_without)
        dialog.rejected.connect(lambda: self._stay(name, held.way))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _leave_without(self) -> None:
        self._window.stack.give_up_unsaved()
        self._leave()

    def _words(self, held: Unsaved) -> tuple[str, str, str]:
        """Title, text, and the words of the button that lets go of it."""
        if held.is_refused:
            return (
                self.tr("Draf belum tersimpan"),
                self.tr(
                    "{0}\n\nKomputer belum mau menyimpannya. Isiannya masih dipegang program dan "
                    "hilang bila dilanjutkan. Periksa apakah disk penuh, lalu coba lagi."
                ).format(held.words),
                self.tr("Lanjutkan tanpa draf ini"),
            )
        return (
            self.tr("Isian belum disimpan"),
            self.tr("{0}\n\nIsiannya hilang bila dilanjutkan.").format(held.words),
            self.tr("Lanjutkan tanpa menyimpan"),
        )

    def _leave(self) -> None:
        go = self._go
        self._end()
        if go is not None:
            go()

    def _stay(self, screen: str, way: dict[str, object]) -> None:
        self._end()
        self._window.navigate(screen, **way)

    def _end(self) -> None:
        self._go = None
        self._is_asking = self._has_asked_to_stop = False
        if self._cover is None:
            return
        self._patience.stop()
        self._window.runner.idle.disconnect(self._proceed)
        self._window.navigation.setEnabled(True)
        self._window.stack.removeWidget(self._cover)
        self._cover.deleteLater()
        self._cover = None
