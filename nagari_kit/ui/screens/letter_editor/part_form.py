"""The form of one block, or of one item of a list: a part for each key, and their values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.ui.screens.letter_editor.form_kind import FormKind, Part
from nagari_kit.ui.screens.letter_editor.item_list import ItemList
from nagari_kit.ui.screens.letter_editor.part_inputs import FormContext, PartInputs
from nagari_kit.ui.screens.letter_editor.token_text import TokenText
from nagari_kit.ui.widgets import ComboInput


class PartForm(QWidget):
    """`edited` after every change. `item_requested` carries key and place (-1: a new one).

    `name_wanted` carries the input that wants a name.
    """

    edited = Signal()
    item_requested = Signal(str, int)
    name_wanted = Signal(object)

    def __init__(
        self,
        kind: FormKind,
        values: Mapping[str, Any],
        context: FormContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._before = dict(values)
        self._parts = PartInputs(context, self)
        self._parts.edited.connect(self.edited)
        self._parts.item_requested.connect(self.item_requested)
        self._parts.name_wanted.connect(self.name_wanted)
        self.inputs = self._parts.inputs
        self._made_parts: dict[str, QWidget] = {}
        self._wanted: tuple[str, int] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.is_whole = False

    @property
    def last_text(self) -> TokenText | None:
        """The sentence that had the caret last, else the first; None without sentences."""
        return self._parts.last_text

    def steps(self) -> Iterator[None]:
        """Make the parts one after the other; what was not made yet has its former value."""
        for part in self.kind.parts:
            if part.key in self._before or not _is_hidden(part, self._before):
                made = self._parts.made(part, self._before.get(part.key, part.default))
                self._column.addWidget(made)
                self._made_parts[part.key] = made
                yield
        kinds = self.inputs.get("jenis")
        if isinstance(kinds, ComboInput):
            kinds.currentIndexChanged.connect(lambda _place: self._follow_kind())
            self._follow_kind()
        if self._parts.last_text is None:
            self._parts.last_text = next(iter(self.findChildren(TokenText)), None)
        self.is_whole = True
        if self._wanted is not None:
            self.take_focus(*self._wanted)

    def make(self) -> None:
        """All parts at once."""
        for _step in self.steps():
            pass

    def values(self) -> dict[str, Any]:
        """What stands here; what is as it is anyway is left out."""
        found = dict(self._before)
        for part in self.kind.parts:
            reader = self._parts.readers.get(part.key)
            if reader is None:
                continue
            if not self._is_asked(part):
                found.pop(part.key, None)
                continue
            value = reader()
            is_usual = value == part.default or (not value and part.default in ("", (), 0))
            if part.key in found and found[part.key] == value:
                continue
            if is_usual and part.default is not None and not _must_stand(part):
                found.pop(part.key, None)
            else:
                found[part.key] = value
        return found

    def follow(self, context: FormContext) -> None:
        """Other names: chips and lists bear them."""
        self._parts.context = context
        for text in self.findChildren(TokenText):
            text.set_names(context.names)

    def show_items(self, key: str, items: Sequence[Any], current: int = -1) -> None:
        """Other items of a list; tells that the form was edited."""
        found = self.inputs.get(key)
        if isinstance(found, ItemList):
            found.show_items(items, current)
            self.edited.emit()

    def show_faults(self, faults: Mapping[str, Mapping[int, str]]) -> None:
        """By key: item (-1 for the whole) to sentence."""
        for key, row in self._parts.rows.items():
            words = " ".join(faults.get(key, {}).values())
            if row.error() != words:
                row.set_error(words)
        for key, widget in self.inputs.items():
            if isinstance(widget, ItemList):
                found = dict(faults.get(key, {}))
                widget.show_faults({at: words for at, words in found.items() if at >= 0})

    def take_focus(self, key: str = "", item: int = -1) -> None:
        """Go to a key, else to the first; when it is made, if it is not yet."""
        if not self.is_whole:
            self._wanted = (key, item)
            return
        widget = self.inputs.get(key) or next(iter(self.inputs.values()), None)
        if isinstance(widget, ItemList):
            widget.take_focus(item)
        elif widget is not None:
            widget.setFocus()

    def _is_asked(self, part: Part) -> bool:
        """Whether this kind has the part; what was there stays as long as the kind does."""
        kinds = self.inputs.get("jenis")
        if not part.only_for or not isinstance(kinds, ComboInput):
            return True
        is_same = kinds.currentData() == self._before.get("jenis", "text")
        return kinds.currentData() in part.only_for or (is_same and part.key in self._before)

    def _follow_kind(self) -> None:
        """Ask only what the kind has."""
        for part in self.kind.parts:
            if part.only_for and part.key in self._made_parts:
                self._made_parts[part.key].setVisible(self._is_asked(part))


def _is_hidden(part: Part, values: Mapping[str, Any]) -> bool:
    """A row that holds a table of its own has no plain value."""
    return part.key in {"isi", "daftar"} and "kolom" in values


def _must_stand(part: Part) -> bool:
    """A key without which the language refuses, whatever it holds."""
    return part.key in {"teks", "isi", "label", "sel", "hal", "yth", "butir"} and part.label != (
        "Judul lain (kosong: judul surat)"
    )
