"""Reads the ranji of a kaum, has it printed, and hands changes to the editor."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import LineageNodeId
from nagari_kit.domain.lineage import KaumRow, Lineage, LineageSigners
from nagari_kit.ui.printing.sheet_viewer import MadeSheet, SheetViewer
from nagari_kit.ui.screens.lineage.editor import LineageEditor
from nagari_kit.ui.screens.lineage.lineage_words import title
from nagari_kit.ui.screens.lineage.small_dialogs import SignersDialog
from nagari_kit.ui.screens.lineage.view import LineageView
from nagari_kit.ui.shell import Shell, has_page


@dataclass(frozen=True, slots=True)
class _Found:
    """The kaum there are, and the ranji of the one that is shown."""

    kaum: tuple[KaumRow, ...]
    lineage: Lineage


class LineagePresenter(QObject):
    """`_wanted` is the kaum on the page, "" for the first that there is."""

    def __init__(self, shell: Shell, view: LineageView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._wanted = ""
        self._chosen: LineageNodeId | None = None
        self._takes_focus = False
        self._signers = LineageSigners()
        self.editor = LineageEditor(shell, view, self)
        self.editor.changed.connect(self._changed)
        view.back_requested.connect(lambda: shell.navigate("residents"))
        view.kaum_chosen.connect(self._choose_kaum)
        view.print_requested.connect(self._ask_for_signers)
        view.retry_requested.connect(self.read)
        view.panel.open_requested.connect(self._open_resident)

    def enter(self, kaum: str) -> None:
        """Show this kaum, else the one that was shown last."""
        if kaum and kaum != self._wanted:
            self._wanted, self._chosen = kaum, None
            self._view.show_waiting()
        self._takes_focus = True
        self.read()

    def reload(self, changes: Changes) -> None:
        """Read again when ranji changed elsewhere."""
        if Kind.LINEAGE in changes.kinds:
            self.read()

    def read(self) -> None:
        """Read the kaum and the ranji."""
        wanted, ranji = self._wanted, self._shell.workspace.lineage

        def work(_progress: object, _token: object) -> _Found:
            rows = ranji.kaum()
            name = wanted or (rows[0].name if rows else "")
            return _Found(rows, ranji.tree(name))

        self._shell.runner.start(
            work,
            key="lineage",
            on_success=self._show,
            on_error=self._view.show_trouble,
            lane="read",
        )

    def _show(self, found: _Found) -> None:
        if self._wanted and found.lineage.kaum != self._wanted:
            return
        self._wanted = found.lineage.kaum
        self._view.show_kaum(found.kaum, found.lineage.kaum)
        self._view.show_lineage(found.lineage, self._chosen)
        self._chosen = None
        if self._takes_focus:
            self._takes_focus = False
            self._view.take_focus()

    def _choose_kaum(self, kaum: str) -> None:
        self._wanted, self._chosen = kaum, None
        self.read()

    def _changed(self, kaum: str, chosen: LineageNodeId | None) -> None:
        """The editor wrote: show what came of it, with that person current."""
        self._wanted, self._chosen, self._takes_focus = kaum, chosen, True
        self._shell.changed(Changes.of(Kind.LINEAGE, Kind.SYNC), self)
        self.read()

    def _open_resident(self) -> None:
        node = self._view.chosen()
        if node is not None and node.resident_id is not None and has_page("resident_record"):
            self._shell.navigate("resident_record", resident_id=node.resident_id)

    def _ask_for_signers(self) -> None:
        lineage = self._view.lineage()
        proposed = LineageSigners(self._signers.mamak or lineage.penghulu, self._signers.kan)
        dialog = SignersDialog(title(lineage.kaum), proposed, self._view)

        def go() -> None:
            self._signers = dialog.signers()
            self._print(lineage.kaum, self._signers)

        dialog.accepted.connect(go)
        dialog.open()

    def _print(self, kaum: str, signers: LineageSigners) -> None:
        ranji = self._shell.workspace.lineage

        def work(_progress: object, _token: object) -> bytes:
            return ranji.document(kaum, signers)

        def done(pdf: bytes) -> None:
            if self._view.isVisible() and self._wanted == kaum:
                stem = title(kaum).replace(".", "").replace("/", "-")
                SheetViewer(self._shell, MadeSheet(title(kaum), stem, pdf), self._view).open()

        self._shell.runner.start(
            work, key="lineage:print", on_success=done, on_error=self._shell.show_error, lane="read"
        )
