"""Changes a ranji: asks, writes, and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from nagari_kit.domain.identity import LineageNodeId, ResidentId
from nagari_kit.domain.lineage import LineageNode
from nagari_kit.domain.lineage_entry import LineageChange, LineageEntry, entry_of
from nagari_kit.domain.residents import ResidentRow, Sex
from nagari_kit.errors import InputError, NagariError
from nagari_kit.ui.screens.lineage.link_dialog import LinkDialog
from nagari_kit.ui.screens.lineage.node_dialog import NodeDialog, NodeQuestion
from nagari_kit.ui.screens.lineage.small_dialogs import RemoveDialog, RenameDialog
from nagari_kit.ui.screens.lineage.view import LineageView
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets import FormDialog

_FOUND = 6

Write = Callable[[], LineageChange]


class LineageEditor(QObject):
    """`changed` carries the kaum and the LineageNodeId that is to be current, or None."""

    changed = Signal(str, object)

    def __init__(self, shell: Shell, view: LineageView, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        view.new_kaum_requested.connect(self.begin_kaum)
        view.rename_requested.connect(self.rename)
        panel = view.panel
        panel.child_requested.connect(self.add_child)
        panel.mother_requested.connect(self.add_mother)
        panel.edit_requested.connect(self.edit)
        panel.link_requested.connect(self.link)
        panel.remove_requested.connect(self.remove)

    def begin_kaum(self) -> None:
        """A new ranji, from the oldest woman who is remembered."""
        shown = self._view.lineage()
        kaum = "" if shown.nodes else shown.kaum
        question = NodeQuestion(
            self.tr("Ranji kaum baru"),
            self.tr("Mulai dari perempuan paling tua yang diingat."),
            LineageEntry("", sex=Sex.FEMALE),
            kaum=kaum,
            asks_kaum=True,
        )
        dialog = NodeDialog(question, self._view)
        ranji = self._shell.workspace.lineage

        def save(name: str, entry: LineageEntry, _go_on: bool) -> None:  # noqa: FBT001 - a signal
            self._write(dialog, lambda: ranji.add(name, entry), self.tr("Ranji kaum dibuat"))

        dialog.save_requested.connect(save)
        _open(dialog)

    def add_child(self) -> None:
        """A child of the person that is chosen."""
        mother = self._view.chosen()
        if mother is not None and mother.may_have_children:
            self._ask_for_child(mother)

    def add_mother(self) -> None:
        """The mother of who stands at the top."""
        child = self._view.chosen()
        if child is None:
            return
        question = NodeQuestion(
            self.tr("Ibu dari {0}").format(child.name),
            self.tr("Generasi baru di atas ranji ini."),
            LineageEntry("", sex=Sex.FEMALE, suku=child.suku),
        )
        ranji = self._shell.workspace.lineage
        self._ask(question, lambda entry: lambda: ranji.add_mother(child.id, entry))

    def edit(self) -> None:
        """What is known of the person that is chosen."""
        node = self._view.chosen()
        if node is None:
            return
        lineage = self._view.lineage()
        below = {one.id for one in lineage.branch(node.id)}
        women = sorted(
            (one for one in lineage.nodes if one.may_have_children and one.id not in below),
            key=lambda one: one.name.casefold(),
        )
        top: tuple[LineageNodeId | None, str] = (None, self.tr("Tidak ada, paling atas"))
        question = NodeQuestion(
            self.tr("Ubah {0}").format(node.name),
            "",
            entry_of(node),
            mothers=(top, *((one.id, one.name) for one in women)),
        )
        ranji = self._shell.workspace.lineage
        self._ask(question, lambda entry: lambda: ranji.change(node.id, entry))

    def link(self) -> None:
        """Say which resident it is."""
        node = self._view.chosen()
        if node is None:
            return
        dialog = LinkDialog(node, self._view)
        residents, ranji = self._shell.workspace.residents, self._shell.workspace.lineage
        today = self._shell.workspace.clock.today()

        def search(text: str) -> None:
            def work(_progress: object, _token: object) -> tuple[ResidentRow, ...]:
                return residents.search(text, _FOUND)

            self._shell.runner.start(
                work,
                key="lineage:search",
                on_success=lambda rows: dialog.show_results(rows, today),
                lane="read",
            )

        def choose(resident_id: ResidentId | None) -> None:
            said = self.tr("{0} ditautkan") if resident_id else self.tr("Tautan {0} dilepas")
            self._write(dialog, lambda: ranji.link(node.id, resident_id), said.format(node.name))

        dialog.search_changed.connect(search)
        dialog.chosen.connect(choose)
        search(dialog.search.text())
        _open(dialog)

    def remove(self) -> None:
        """Take the person with the descendants out of the ranji."""
        node = self._view.chosen()
        if node is None:
            return
        descendants = len(self._view.lineage().branch(node.id)) - 1
        dialog = RemoveDialog(node, descendants, self._view)
        ranji = self._shell.workspace.lineage
        said = self.tr("{0} dikeluarkan dari ranji").format(node.name)
        dialog.accepted.connect(
            lambda: self._write(
                dialog,
                lambda: ranji.remove(node.id, dialog.reason.text()),
                said,
                current=node.mother_id,
            )
        )
        _open(dialog)

    def rename(self) -> None:
        """Another name or suku of the kaum."""
        lineage = self._view.lineage()
        dialog = RenameDialog(lineage, self._view)
        ranji = self._shell.workspace.lineage
        dialog.save_requested.connect(
            lambda name, suku: self._write(
                dialog, lambda: ranji.rename(lineage.kaum, name, suku), self.tr("Kaum diubah")
            )
        )
        _open(dialog)

    def _ask_for_child(self, mother: LineageNode) -> None:
        question = NodeQuestion(
            self.tr("Anak {0}").format(mother.name),
            self.tr("Anak sulung lebih dulu bila tahun lahirnya tidak diketahui."),
            LineageEntry("", sex=Sex.FEMALE, mother_id=mother.id, suku=mother.suku),
            may_go_on=True,
        )
        ranji = self._shell.workspace.lineage
        self._ask(question, lambda entry: lambda: ranji.add(mother.kaum, entry), mother)

    def _ask(
        self,
        question: NodeQuestion,
        write: Callable[[LineageEntry], Write],
        mother: LineageNode | None = None,
    ) -> None:
        """Show the form; a further child of `mother` may follow."""
        dialog = NodeDialog(question, self._view)

        def save(_kaum: str, entry: LineageEntry, go_on: bool) -> None:  # noqa: FBT001 - a signal
            said = self.tr("{0} disimpan").format(" ".join(entry.name.split()))
            follow = (lambda: self._ask_for_child(mother)) if go_on and mother else None
            self._write(dialog, write(entry), said, follow=follow)

        dialog.save_requested.connect(save)
        _open(dialog)

    def _write(
        self,
        dialog: FormDialog,
        write: Write,
        said: str,
        *,
        current: LineageNodeId | None = None,
        follow: Callable[[], None] | None = None,
    ) -> None:
        """Write, close the form, tell it with a way back; a refusal stays in the form."""

        def done(change: LineageChange) -> None:
            if isValid(dialog):
                if dialog.isVisible():
                    dialog.accept()
                dialog.deleteLater()
            self._tell(change, said)
            last = change.after[0]
            self.changed.emit(last.kaum, current if last.removed else last.id)
            if follow is not None:
                follow()

        def refused(error: NagariError) -> None:
            asks = isValid(dialog) and dialog.isVisible()
            if asks and isinstance(dialog, NodeDialog | RenameDialog):
                faults = error.fields if isinstance(error, InputError) else {}
                dialog.show_errors(faults)
                if faults:
                    return
            self._shell.show_error(error, dialog if asks else None)

        self._shell.runner.start(
            lambda _progress, _token: write(),
            key=f"lineage:write:{id(dialog):x}",
            on_success=done,
            on_error=refused,
            lane="write",
        )

    def _tell(self, change: LineageChange, said: str) -> None:
        ranji = self._shell.workspace.lineage

        def take_back() -> None:
            def done(back: LineageChange) -> None:
                first = back.after[0]
                self.changed.emit(first.kaum, first.mother_id if first.removed else first.id)

            self._shell.runner.start(
                lambda _progress, _token: ranji.undo(change),
                key=f"lineage:undo:{change.after[0].id}",
                on_success=done,
                on_error=self._shell.show_error,
                lane="write",
            )

        self._shell.toast(said, undo=take_back)


def _open(dialog: FormDialog) -> None:
    dialog.rejected.connect(dialog.deleteLater)
    dialog.open()
