"""Shows the state of the editor: list, form, head, faults, page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nagari_kit.domain.letter_editing import Examination
from nagari_kit.domain.letters import FieldBox
from nagari_kit.ui.jobs.pieces import Pieces
from nagari_kit.ui.screens.letter_editor import editing
from nagari_kit.ui.screens.letter_editor.part_inputs import FormContext
from nagari_kit.ui.screens.letter_editor.wording import (
    context_of,
    form_faults,
    form_of,
    list_rows,
    row_of,
    saved_words,
    version_words,
)

if TYPE_CHECKING:
    from nagari_kit.ui.screens.letter_editor.presenter import EditorPresenter

MARKED = "blok"


class EditorDisplay(QObject):
    """Reads what its desk holds, changes nothing of it but `found`."""

    def __init__(self, desk: EditorPresenter) -> None:
        super().__init__(desk)
        self._desk = desk
        self._view = desk.view
        self._pieces = Pieces(desk.shell.runner, "letter_editor:form")

    def show_examined(self, found: Examination, *, from_start: bool = False) -> None:
        """What came of the last look."""
        self._desk.found = found
        if found.pdf is not None:
            boxes = _marked(found, self._desk.block())
            self._view.preview.show_pdf(found.pdf, boxes, from_start=from_start)
        self.show_rows()
        self.show_head()
        self.show_faults()
        form = self._view.pane.form
        if form is not None:
            form.follow(self.context())
        self.mark()

    def show_head(self) -> None:
        """Version bar and buttons."""
        if self._desk.opened is None or self._desk.found is None:
            return
        opened = self._desk.opened
        title, words = version_words(opened, self._desk.found, is_draft=self._desk.is_draft)
        saved = (
            saved_words(opened, self._desk.shell.workspace.clock.today())
            if self._desk.is_draft
            else ""
        )
        differs = bool(self._desk.found.changed) or bool(self._desk.found.lost)
        compare = ""
        if opened.base is not None and (self._desk.is_draft or differs):
            compare = self.tr("Bandingkan")
        self._view.bar.show_words(title, words, saved, compare, is_draft=self._desk.is_draft)
        may_restore = opened.is_shipped and (self._desk.is_draft or opened.origin != "bawaan")
        self._view.show_version(
            opened.next_version,
            is_draft=self._desk.is_draft,
            may_restore=may_restore,
            is_used=opened.version > 0,
        )

    def show_rows(self) -> None:
        """The list at the left."""
        now = self._desk.history.now
        self._view.blocks.show_rows(
            list_rows(now.content, self._desk.found, self._desk.names()), now.row
        )

    def show_form(self) -> None:
        """The form of the chosen row, made anew."""
        now = self._desk.history.now
        block = self._desk.block()
        kind = form_of(now.content, now.row)
        title = editing.title_of(block) if block is not None else kind.title
        values = editing.form_values(now.content, now.row)
        form = self._view.pane.show_form(
            kind, title, values, self.context(), is_block=block is not None
        )

        def steps() -> Iterator[None]:
            yield from form.steps()
            self._view.pane.finish()
            self.show_faults()

        self._pieces.run(steps())

    def show_faults(self) -> None:
        """What is wrong in the chosen row, and the fields that it prints."""
        pane, now = self._view.pane, self._desk.history.now
        faults = self._desk.found.faults if self._desk.found else ()
        mine = [one for one in faults if row_of(one) == now.row]
        pane.show_faults(mine)
        if pane.form is not None:
            pane.form.show_faults(form_faults(faults, now.row))
        block = self._desk.block()
        if block is not None and pane.form is not None and pane.form.last_text is not None:
            self._show_fields(block)

    def _show_fields(self, block: editing.Values) -> None:
        wanted = editing.fields_of(block)
        fields = [
            one
            for one in self._desk.history.now.content.get("isian", ())
            if one.get("id") in wanted
        ]
        ids = [one.get("id") for one in self._desk.history.now.content.get("isian", ())]
        shown = [one.get("id") for one in fields]
        faults = {
            shown.index(ids[one.index]): one.sentence
            for one in (self._desk.found.faults if self._desk.found else ())
            if one.part == "isian" and one.index < len(ids) and ids[one.index] in shown
        }
        self._view.pane.show_fields(fields, self._desk.names(), faults)

    def context(self) -> FormContext:
        """Names and options for the form that is shown."""
        if self._desk.found is None:
            return FormContext()
        return context_of(self._desk.history.now.content, self._desk.found, self._desk.block())

    def mark(self) -> None:
        """Show where the values of this block stand."""
        if self._desk.found is not None and self._desk.found.pdf is not None:
            self._view.preview.mark_boxes(_marked(self._desk.found, self._desk.block()), MARKED)


def _marked(found: Examination, block: editing.Values | None) -> tuple[FieldBox, ...]:
    """The boxes of the block's fields under one name."""
    wanted = editing.fields_of(block) if block is not None else ()
    return tuple(replace(box, field_id=MARKED) for box in found.boxes if box.field_id in wanted)
