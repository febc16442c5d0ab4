"""Owns the content that is being edited: keeps it, has it judged and drawn, puts it in use."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.letter_editing import (
    Content,
    EditFault,
    Examination,
    NameMeaning,
    OpenedDefinition,
)
from nagari_kit.errors import NagariError
from nagari_kit.services.letter_editor.drafts import KeptDraft
from nagari_kit.ui.screens.letter_editor import editing
from nagari_kit.ui.screens.letter_editor.asked_kinds import FIELD
from nagari_kit.ui.screens.letter_editor.block_kinds import BLOCKS
from nagari_kit.ui.screens.letter_editor.content_history import ContentHistory
from nagari_kit.ui.screens.letter_editor.editing import FIRST_BLOCK
from nagari_kit.ui.screens.letter_editor.item_dialog import ItemDialog
from nagari_kit.ui.screens.letter_editor.name_dialog import NameDialog
from nagari_kit.ui.screens.letter_editor.part_form import FormContext
from nagari_kit.ui.screens.letter_editor.token_text import TokenText
from nagari_kit.ui.screens.letter_editor.view import EditorView
from nagari_kit.ui.screens.letter_editor.wording import (
    context_of,
    form_faults,
    form_of,
    list_rows,
    place_of,
    row_of,
    saved_words,
    version_words,
)
from nagari_kit.ui.shell import Shell

EXAMINE_AFTER_MS = 250
MARKED = "blok"


@dataclass(frozen=True, slots=True)
class _Found:
    opened: OpenedDefinition
    examined: Examination


class EditorPresenter(QObject):
    """`history.now` is the content and the chosen row; `found` what was last known of it."""

    def __init__(self, shell: Shell, view: EditorView) -> None:
        super().__init__(view)
        from nagari_kit.ui.screens.letter_editor.version_presenter import VersionPresenter

        self.shell = shell
        self.view = view
        self.opened: OpenedDefinition | None = None
        self.found: Examination | None = None
        self.history = ContentHistory({})
        self.is_draft = False
        self._wanted = ""
        self._serial = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EXAMINE_AFTER_MS)
        self._timer.timeout.connect(self.examine)
        self.versions = VersionPresenter(self)
        self._connect()

    def enter(self, type_id: str) -> None:
        """Open a type, with its draft if there is one."""
        wanted = type_id or self._wanted
        if not wanted:
            self.shell.navigate("settings", section="jenis")
            return
        if wanted != self._wanted or self.opened is None:
            self.view.show_waiting()
        self.open(wanted)

    def open(self, type_id: str) -> None:
        """Read it anew."""
        self._wanted = type_id
        editor = self.shell.workspace.editor

        def work(_progress: object, _token: object) -> _Found:
            opened = editor.open(type_id)
            return _Found(opened, editor.examine(type_id, opened.content, opened.base))

        self.shell.runner.start(
            work,
            key="letter_editor:open",
            on_success=self._show_opened,
            on_error=self.view.show_trouble,
            lane="read",
        )

    def reload(self, _changes: Changes) -> None:
        """Nothing of it is changed elsewhere."""

    def leave(self) -> None:
        """Keep what was typed last."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def change(self, content: Content, row: int, place: str = "", *, anew: bool = True) -> None:
        """Another content; `anew` shows list and form again."""
        self.history.change(content, row, place)
        self.is_draft = True
        self._after_change(anew=anew)

    def examine(self) -> None:
        """Keep, judge and draw what is there now."""
        self._timer.stop()
        if self.opened is None:
            return
        if self.is_draft:
            self._save()
        self._serial += 1
        serial, content, base = self._serial, self.history.now.content, self.opened.base
        type_id, extent = self.opened.type_id, str(self.view.extent.currentData())
        editor = self.shell.workspace.editor

        def done(found: Examination) -> None:
            if serial == self._serial:
                self._show_examined(found)

        self.shell.runner.start(
            lambda _progress, _token: editor.examine(type_id, content, base, extent),
            key="letter_editor:examine",
            on_success=done,
            on_error=self.view.preview.show_trouble,
            lane="read",
        )

    def go_to(self, fault: EditFault) -> None:
        """To the place of a fault."""
        self.choose(row_of(fault))
        self.view.show_form_tab()
        key, item = place_of(fault)
        self.view.pane.take_focus(key, item)

    def choose(self, row: int) -> None:
        """Another row."""
        self.history.choose(row)
        self._show_rows()
        self._show_form()
        self._mark()

    def names(self) -> dict[str, NameMeaning]:
        """What may be printed, by how it is written."""
        return {one.source: one for one in self.found.names} if self.found else {}

    def _show_opened(self, found: _Found) -> None:
        opened = found.opened
        if opened.type_id != self._wanted:
            return
        is_other = self.opened is None or self.opened.type_id != opened.type_id
        self.opened, self.found = opened, found.examined
        self.is_draft = opened.draft_at is not None
        self.history = ContentHistory(opened.content, self._first_row(opened) if is_other else min(
            self.history.now.row, FIRST_BLOCK + len(opened.content["blok"]) - 1
        ))  # fmt: skip
        self.view.show_editor(opened.title)
        self._show_examined(found.examined, from_start=is_other)
        self._show_form()
        if is_other:
            self.view.blocks.setFocus()

    def _first_row(self, opened: OpenedDefinition) -> int:
        blocks = opened.content.get("blok", ())
        first = (n for n, one in enumerate(blocks) if one.get("jenis") == "paragraf")
        return FIRST_BLOCK + next(first, 0) if blocks else 0

    def _show_examined(self, found: Examination, *, from_start: bool = False) -> None:
        self.found = found
        if found.pdf is not None:
            boxes = _marked(found, self._block())
            self.view.preview.show_pdf(found.pdf, boxes, from_start=from_start)
        self._show_rows()
        self._show_head()
        self._show_faults()
        form = self.view.pane.form
        if form is not None:
            form.follow(self._context())
        self._mark()

    def _show_head(self) -> None:
        if self.opened is None or self.found is None:
            return
        opened = self.opened
        title, words = version_words(opened, self.found, is_draft=self.is_draft)
        saved = saved_words(opened, self.shell.workspace.clock.today()) if self.is_draft else ""
        differs = bool(self.found.changed) or bool(self.found.lost)
        compare = ""
        if opened.base is not None and (self.is_draft or differs):
            compare = self.tr("Bandingkan")
        self.view.bar.show_words(title, words, saved, compare, is_draft=self.is_draft)
        may_restore = opened.is_shipped and (self.is_draft or opened.origin != "bawaan")
        self.view.show_version(opened.next_version, is_draft=self.is_draft, may_restore=may_restore)

    def _show_rows(self) -> None:
        now = self.history.now
        self.view.blocks.show_rows(list_rows(now.content, self.found, self.names()), now.row)

    def _show_form(self) -> None:
        now = self.history.now
        block = self._block()
        kind = form_of(now.content, now.row)
        title = editing.title_of(block) if block is not None else kind.title
        values = editing.form_values(now.content, now.row)
        self.view.pane.show_form(kind, title, values, self._context(), is_block=block is not None)
        self._show_faults()

    def _show_faults(self) -> None:
        pane, now = self.view.pane, self.history.now
        faults = self.found.faults if self.found else ()
        mine = [one for one in faults if row_of(one) == now.row]
        pane.show_faults(mine)
        if pane.form is not None:
            pane.form.show_faults(form_faults(faults, now.row))
        block = self._block()
        if block is not None and pane.form is not None and pane.form.last_text is not None:
            self._show_fields(block)

    def _show_fields(self, block: editing.Values) -> None:
        wanted = editing.fields_of(block)
        fields = [
            one for one in self.history.now.content.get("isian", ()) if one.get("id") in wanted
        ]
        ids = [one.get("id") for one in self.history.now.content.get("isian", ())]
        shown = [one.get("id") for one in fields]
        faults = {
            shown.index(ids[one.index]): one.sentence
            for one in (self.found.faults if self.found else ())
            if one.part == "isian" and one.index < len(ids) and ids[one.index] in shown
        }
        self.view.pane.show_fields(fields, self.names(), faults)

    def _context(self) -> FormContext:
        if self.found is None:
            return FormContext()
        return context_of(self.history.now.content, self.found, self._block())

    def _block(self) -> editing.Values | None:
        now = self.history.now
        place = now.row - FIRST_BLOCK
        blocks = now.content.get("blok", ())
        return blocks[place] if 0 <= place < len(blocks) else None

    def _mark(self) -> None:
        """Show where the values of this block stand."""
        if self.found is not None and self.found.pdf is not None:
            self.view.preview._boxes = _marked(self.found, self._block())  # noqa: SLF001
            self.view.preview.highlight(MARKED)

    def _after_change(self, *, anew: bool) -> None:
        if anew:
            self._show_rows()
            self._show_form()
        self._show_head()
        self._timer.start()

    def _typed(self) -> None:
        form = self.view.pane.form
        now = self.history.now
        if form is None or self.opened is None:
            return
        values = form.values()
        if values == editing.form_values(now.content, now.row):
            return
        content = editing.with_form(now.content, now.row, values)
        self.change(content, now.row, f"row {now.row}", anew=False)
        block = self._block()
        if block is not None and values.get("untuk") != form._before.get("untuk"):  # noqa: SLF001
            form.follow(self._context())

    def _save(self) -> None:
        if self.opened is None:
            return
        type_id, content = self.opened.type_id, self.history.now.content
        editor = self.shell.workspace.editor

        def kept(draft: KeptDraft) -> None:
            if self.opened is not None and self.opened.type_id == draft.type_id and self.is_draft:
                self.opened = replace(self.opened, draft_at=draft.at)
                self._show_head()

        self.shell.runner.start(
            lambda _progress, _token: editor.save_draft(type_id, content),
            key="letter_editor:draft",
            on_success=kept,
            on_error=self._not_kept,
            lane="write",
        )

    def _not_kept(self, error: NagariError) -> None:
        self.view.bar.saved.setText(self.tr("Belum tersimpan"))
        self.shell.show_error(error)

    def _step(self, *, back: bool) -> None:
        if self.history.undo() if back else self.history.redo():
            self.is_draft = True
            self._after_change(anew=True)

    def _move(self, step: int) -> None:
        now = self.history.now
        place = now.row - FIRST_BLOCK
        if place >= 0 and 0 <= place + step < len(now.content["blok"]):
            self.change(editing.moved(now.content, place, step), now.row + step)

    def _remove(self) -> None:
        now = self.history.now
        place = now.row - FIRST_BLOCK
        if place >= 0:
            content = editing.removed(now.content, place)
            self.change(content, min(now.row, FIRST_BLOCK + len(content["blok"]) - 1))
            self.shell.toast(self.tr("Blok dihapus"), "", lambda: self._step(back=True))

    def _copy(self) -> None:
        now, block = self.history.now, self._block()
        if block is not None:
            place = now.row - FIRST_BLOCK + 1
            self.change(editing.inserted(now.content, place, block), now.row + 1)

    def _add(self) -> None:
        menu = QMenu(self.view)
        for kind, form in BLOCKS.items():
            menu.addAction(form.title).setData(kind)
        menu.triggered.connect(lambda action: self.add_block(str(action.data())))
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.deleteLater))
        below = self.view.add.rect().bottomLeft()
        menu.popup(self.view.add.mapToGlobal(below))
        menu.setActiveAction(menu.actions()[0])

    def add_block(self, kind: str) -> None:
        """A new block below the chosen one."""
        now = self.history.now
        row = max(now.row + 1, FIRST_BLOCK)
        self.change(editing.added(now.content, row - FIRST_BLOCK, kind), row)
        self.view.show_form_tab()
        self.view.pane.take_focus()

    def _ask_name(self, text: TokenText | None = None) -> None:
        form = self.view.pane.form
        target = text or (form.last_text if form else None)
        if target is not None:
            dialog = NameDialog(list(self._context().names.values()), self.view)
            dialog.chosen.connect(target.insert_name)
            dialog.open()

    def _open_item(self, key: str, place: int) -> None:
        form = self.view.pane.form
        part = form.kind.part(key) if form is not None else None
        if form is None or part is None or part.items is None:
            return
        items = list(form.values().get(key, []))
        content = self.history.now.content

        def take(item: Any) -> None:  # noqa: ANN401 - text or map
            if place >= 0:
                items[place] = item
            else:
                items.append(item)
            form.show_items(key, items, place if place >= 0 else len(items) - 1)

        dialog = ItemDialog(
            part.items,
            items[place] if place >= 0 else None,
            self._context(),
            lambda label: editing.new_id(content, label),
            self.view,
        )
        dialog.saved.connect(take)
        dialog.open()

    def _open_field(self, field_id: str) -> None:
        """A field from below a sentence: a new one is put in at the caret."""
        content = self.history.now.content
        fields = list(content.get("isian", ()))
        place = next((n for n, one in enumerate(fields) if one.get("id") == field_id), -1)

        def take(item: Any) -> None:  # noqa: ANN401
            now = self.history.now
            if place >= 0:
                fields[place] = item
                self.change({**now.content, "isian": fields}, now.row)
                return
            self.change(editing.with_field(now.content, item), now.row, "field", anew=False)
            self._put_in(str(item["id"]), str(item["label"]))

        dialog = ItemDialog(
            FIELD,
            fields[place] if place >= 0 else None,
            self._context(),
            lambda label: editing.new_id(content, label),
            self.view,
        )
        dialog.saved.connect(take)
        dialog.open()

    def _put_in(self, field_id: str, label: str) -> None:
        form = self.view.pane.form
        source = f"isian.{field_id}"
        if self.found is not None:
            known = NameMeaning(source, label, "")
            self.found = replace(self.found, names=(known, *self.found.names))
        if form is not None and form.last_text is not None:
            form.follow(self._context())
            form.last_text.insert_name(source)
        self._show_faults()

    def _connect(self) -> None:
        view = self.view
        view.back_requested.connect(lambda: self.shell.navigate("settings", section="jenis"))
        view.undo_requested.connect(lambda: self._step(back=True))
        view.redo_requested.connect(lambda: self._step(back=False))
        view.extent_chosen.connect(lambda _key: self.examine())
        view.blocks.row_chosen.connect(self.choose)
        view.blocks.move_requested.connect(self._move)
        view.blocks.remove_requested.connect(self._remove)
        view.blocks.copy_requested.connect(self._copy)
        view.blocks.add_requested.connect(self._add)
        pane = view.pane
        pane.edited.connect(self._typed)
        pane.copy_requested.connect(self._copy)
        pane.remove_requested.connect(self._remove)
        pane.name_requested.connect(self._ask_name)
        pane.name_wanted.connect(self._ask_name)
        pane.item_requested.connect(self._open_item)
        pane.field_requested.connect(self._open_field)
        pane.fix_requested.connect(self.go_to)


def _marked(found: Examination, block: editing.Values | None) -> tuple[Any, ...]:
    """The boxes of the block's fields under one name."""
    wanted = editing.fields_of(block) if block is not None else ()
    return tuple(replace(box, field_id=MARKED) for box in found.boxes if box.field_id in wanted)
