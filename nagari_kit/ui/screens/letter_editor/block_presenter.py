"""Adds, moves, copies and removes blocks, and opens the forms of what is in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from nagari_kit.domain.letter_editing import Content, NameMeaning
from nagari_kit.ui.screens.letter_editor import editing
from nagari_kit.ui.screens.letter_editor.asked_kinds import FIELD
from nagari_kit.ui.screens.letter_editor.block_kinds import BLOCKS, FORM
from nagari_kit.ui.screens.letter_editor.editing import FIRST_BLOCK
from nagari_kit.ui.screens.letter_editor.item_dialog import ItemDialog
from nagari_kit.ui.screens.letter_editor.name_dialog import NameDialog
from nagari_kit.ui.screens.letter_editor.token_text import TokenText

if TYPE_CHECKING:
    from nagari_kit.ui.screens.letter_editor.presenter import EditorPresenter


class BlockPresenter(QObject):
    """Works on what its desk has open."""

    def __init__(self, desk: EditorPresenter) -> None:
        super().__init__(desk)
        self._desk = desk
        self._shell = desk.shell
        self._view = desk.view
        blocks, pane = desk.view.blocks, desk.view.pane
        blocks.move_requested.connect(self.move)
        blocks.remove_requested.connect(self.remove)
        blocks.copy_requested.connect(self.copy)
        blocks.add_requested.connect(self.add)
        pane.copy_requested.connect(self.copy)
        pane.remove_requested.connect(self.remove)
        pane.name_requested.connect(self.ask_name)
        pane.name_wanted.connect(self.ask_name)
        pane.item_requested.connect(self.open_item)
        pane.field_requested.connect(self.open_field)

    def move(self, step: int) -> None:
        """One place up (-1) or down (+1)."""
        now = self._desk.history.now
        place = now.row - FIRST_BLOCK
        if place >= 0 and 0 <= place + step < len(now.content["blok"]):
            self._desk.change(editing.moved(now.content, place, step), now.row + step)

    def remove(self) -> None:
        """Without the chosen block; the toast takes it back."""
        now = self._desk.history.now
        place = now.row - FIRST_BLOCK
        if place >= 0:
            content = editing.removed(now.content, place)
            self._desk.change(content, min(now.row, FIRST_BLOCK + len(content["blok"]) - 1))
            self._shell.toast(self.tr("Blok dihapus"), "", lambda: self._bring_back(content))

    def _bring_back(self, content: Content) -> None:
        """Undo the removal that led to this content, unless more was changed since."""
        if self._desk.history.now.content is content:
            self._desk.step(back=True)

    def copy(self) -> None:
        """The chosen block once more, below it."""
        now, block = self._desk.history.now, self._desk.block()
        if block is not None:
            place = now.row - FIRST_BLOCK + 1
            self._desk.change(editing.inserted(now.content, place, block), now.row + 1)

    def add(self) -> None:
        """Ask which kind of block."""
        menu = QMenu(self._view)
        for kind, form in BLOCKS.items():
            if kind != FORM:
                menu.addAction(form.title).setData(kind)
        menu.triggered.connect(lambda action: self.add_block(str(action.data())))
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.deleteLater))
        below = self._view.add.rect().bottomLeft()
        menu.popup(self._view.add.mapToGlobal(below))
        menu.setActiveAction(menu.actions()[0])

    def add_block(self, kind: str) -> None:
        """A new block below the chosen one."""
        now = self._desk.history.now
        row = max(now.row + 1, FIRST_BLOCK)
        self._desk.change(editing.added(now.content, row - FIRST_BLOCK, kind), row)
        self._view.show_form_tab()
        self._view.pane.take_focus()

    def ask_name(self, text: TokenText | None = None) -> None:
        """Ask for a name to put in, where the caret was last."""
        form = self._view.pane.form
        target = text or (form.last_text if form else None)
        if target is not None:
            names = list(self._desk.display.context().names.values())
            dialog = NameDialog(names, self._view, may_ask=True)
            dialog.chosen.connect(target.insert_name)
            dialog.new_wanted.connect(lambda label: self.open_field("", label))
            dialog.open()

    def open_item(self, key: str, place: int) -> None:
        """One item of a list of the form; -1: a new one."""
        form = self._view.pane.form
        part = form.kind.part(key) if form is not None else None
        if form is None or part is None or part.items is None:
            return
        items = list(form.values().get(key, []))
        content = self._desk.history.now.content

        def take(item: Any) -> None:  # noqa: ANN401 - text or map
            if place >= 0:
                items[place] = item
            else:
                items.append(item)
            form.show_items(key, items, place if place >= 0 else len(items) - 1)

        dialog = ItemDialog(
            part.items,
            items[place] if place >= 0 else None,
            self._desk.display.context(),
            lambda label: editing.new_id(content, label),
            self._view,
        )
        dialog.saved.connect(take)
        dialog.open()

    def open_field(self, field_id: str, label: str = "") -> None:
        """A field from below a sentence: a new one is put in at the caret."""
        content = self._desk.history.now.content
        fields = list(content.get("isian", ()))
        place = next((n for n, one in enumerate(fields) if one.get("id") == field_id), -1)

        def take(item: Any) -> None:  # noqa: ANN401
            now = self._desk.history.now
            if place >= 0:
                fields[place] = item
                self._desk.change({**now.content, "isian": fields}, now.row)
                return
            self._desk.change(editing.with_field(now.content, item), now.row, "field", anew=False)
            self._put_in(str(item["id"]), str(item["label"]))

        dialog = ItemDialog(
            FIELD,
            fields[place] if place >= 0 else {"label": label} if label else None,
            self._desk.display.context(),
            lambda label: editing.new_id(content, label),
            self._view,
        )
        dialog.saved.connect(take)
        dialog.open()

    def _put_in(self, field_id: str, label: str) -> None:
        """A new field at the caret, as a chip."""
        form = self._view.pane.form
        source = f"isian.{field_id}"
        if self._desk.found is not None:
            known = NameMeaning(source, label, "")
            self._desk.found = replace(self._desk.found, names=(known, *self._desk.found.names))
        if form is not None and form.last_text is not None:
            form.follow(self._desk.display.context())
            form.last_text.insert_name(source)
        self._desk.display.show_faults()
