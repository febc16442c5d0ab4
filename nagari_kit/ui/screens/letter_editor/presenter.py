"""Owns the content that is being edited: keeps it, has it judged and drawn, puts it in use."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer

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
from nagari_kit.ui.screens.letter_editor.content_history import ContentHistory
from nagari_kit.ui.screens.letter_editor.display import EditorDisplay
from nagari_kit.ui.screens.letter_editor.editing import FIRST_BLOCK
from nagari_kit.ui.screens.letter_editor.view import EditorView
from nagari_kit.ui.screens.letter_editor.wording import (
    place_of,
    row_of,
)
from nagari_kit.ui.shell import Shell, Unsaved

EXAMINE_AFTER_MS = 250


@dataclass(frozen=True, slots=True)
class _Found:
    opened: OpenedDefinition
    examined: Examination


class EditorPresenter(QObject):
    """`history.now` is the content and the chosen row; `found` what was last known of it."""

    def __init__(self, shell: Shell, view: EditorView) -> None:
        super().__init__(view)
        from nagari_kit.ui.screens.letter_editor.block_presenter import BlockPresenter
        from nagari_kit.ui.screens.letter_editor.version_presenter import VersionPresenter

        self.shell = shell
        self.view = view
        self.opened: OpenedDefinition | None = None
        self.found: Examination | None = None
        self.history = ContentHistory({})
        self.is_draft = False
        self._wanted = ""
        self._is_refused = False
        self._serial = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EXAMINE_AFTER_MS)
        self._timer.timeout.connect(self.examine)
        self.display = EditorDisplay(self)
        self.versions = VersionPresenter(self)
        self.blocks = BlockPresenter(self)
        self._connect()

    def enter(self, type_id: str) -> None:
        """Open a type, with its draft if there is one."""
        wanted = type_id or self._wanted
        if not wanted:
            self.shell.navigate("settings", section="jenis")
            return
        if wanted == self._wanted and self._is_refused:
            self.examine()
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
                self.display.show_examined(found)

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
        self.display.show_rows()
        self.display.show_form()
        self.display.mark()

    def names(self) -> dict[str, NameMeaning]:
        """What may be printed, by how it is written."""
        return {one.source: one for one in self.found.names} if self.found else {}

    def stop(self) -> None:
        """What is here is not to be kept: something else takes its place."""
        self._timer.stop()
        self.is_draft = self._is_refused = False

    def _show_opened(self, found: _Found) -> None:
        opened = found.opened
        if opened.type_id != self._wanted:
            return
        is_other = self.opened is None or self.opened.type_id != opened.type_id
        if not is_other and self._timer.isActive():
            # Typed while it was read: that is newer.
            self.opened = opened
            return
        self.opened, self.found = opened, found.examined
        self.is_draft = opened.draft_at is not None
        self.history = ContentHistory(opened.content, _first_row(opened) if is_other else min(
            self.history.now.row, FIRST_BLOCK + len(opened.content["blok"]) - 1
        ))  # fmt: skip
        self.view.show_editor(opened.title)
        self.display.show_examined(found.examined, from_start=is_other)
        self.display.show_form()
        if is_other:
            self.view.blocks.setFocus()

    def block(self) -> editing.Values | None:
        """The chosen block, None for what the letter is and asks."""
        now = self.history.now
        place = now.row - FIRST_BLOCK
        blocks = now.content.get("blok", ())
        return blocks[place] if 0 <= place < len(blocks) else None

    def _after_change(self, *, anew: bool) -> None:
        if anew:
            self.display.show_rows()
            self.display.show_form()
        self.display.show_head()
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
        block = self.block()
        if block is not None and values.get("untuk") != form._before.get("untuk"):  # noqa: SLF001
            form.follow(self.display.context())

    def _save(self) -> None:
        if self.opened is None:
            return
        type_id, content = self.opened.type_id, self.history.now.content
        editor = self.shell.workspace.editor

        def kept(draft: KeptDraft) -> None:
            self._is_refused = False
            if self.opened is not None and self.opened.type_id == draft.type_id and self.is_draft:
                self.opened = replace(self.opened, draft_at=draft.at)
                self.display.show_head()

        self.shell.runner.start(
            lambda _progress, _token: editor.save_draft(type_id, content),
            key="letter_editor:draft",
            on_success=kept,
            on_error=self._not_kept,
            lane="write",
        )

    def unsaved(self) -> Unsaved | None:
        """What was typed and is on no disk."""
        if self.opened is None or not (self._is_refused or self._timer.isActive()):
            return None
        words = self.tr("perubahan contoh surat {0}").format(self.opened.title)
        return Unsaved(words, {"type_id": self.opened.type_id}, is_refused=self._is_refused)

    def _not_kept(self, error: NagariError) -> None:
        self._is_refused = True
        self.view.bar.saved.setText(self.tr("Belum tersimpan"))
        self.shell.show_error(error)

    def step(self, *, back: bool) -> None:
        """Undo or redo."""
        if self.history.undo() if back else self.history.redo():
            self.is_draft = True
            self._after_change(anew=True)

    def _connect(self) -> None:
        view = self.view
        view.back_requested.connect(lambda: self.shell.navigate("settings", section="jenis"))
        view.undo_requested.connect(lambda: self.step(back=True))
        view.redo_requested.connect(lambda: self.step(back=False))
        view.extent_chosen.connect(lambda _key: self.examine())
        view.blocks.row_chosen.connect(self.choose)
        pane = view.pane
        pane.edited.connect(self._typed)
        pane.fix_requested.connect(self.go_to)


def _first_row(opened: OpenedDefinition) -> int:
    blocks = opened.content.get("blok", ())
    first = (n for n, one in enumerate(blocks) if one.get("jenis") == "paragraf")
    return FIRST_BLOCK + next(first, 0) if blocks else 0
