"""One item of a list in a form of its own: a field, a person, a row, a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.ui.screens.letter_editor.form_kind import FormKind
from nagari_kit.ui.screens.letter_editor.name_dialog import NameDialog
from nagari_kit.ui.screens.letter_editor.part_form import PartForm
from nagari_kit.ui.screens.letter_editor.part_inputs import FormContext
from nagari_kit.ui.screens.letter_editor.token_text import TokenText
from nagari_kit.ui.widgets import Button, FormDialog, ScrollPage

NewId = Callable[[str], str]
_MOST_HEIGHT = 430


class ItemDialog(FormDialog):
    """`saved` carries the item; F9 or the button saves. Items within items open over it."""

    saved = Signal(object)

    def __init__(
        self,
        kind: FormKind,
        item: Any,  # noqa: ANN401 - text or map
        context: FormContext,
        new_id: NewId,
        parent: QWidget,
    ) -> None:
        self._is_new = not item or (kind.has_id and "id" not in item)
        word = kind.title.casefold()
        title = f"Tambah {word}" if self._is_new else f"Ubah {word}"
        super().__init__(parent, icon=kind.icon, kind="pri", title=title)
        self._kind = kind
        self._context = context
        self._new_id = new_id
        values: Mapping[str, Any] = {"teks": item} if isinstance(item, str) else dict(item or {})
        self._was_text = isinstance(item, str) or (item is None and kind.part("teks") is not None)
        self._before = dict(values)
        self.form = PartForm(kind, values, context)
        self.form.make()
        self.form.name_wanted.connect(self._ask_name)
        self.form.item_requested.connect(self._open_item)
        column = QVBoxLayout()
        column.addWidget(self.form)
        page = ScrollPage(column, QMargins(2, 2, 8, 2))
        room = parent.window().height() - 230
        page.setFixedHeight(max(160, min(self._wanted_height(), _MOST_HEIGHT, room)))
        self.body.addWidget(page)
        self.save = Button(self.tr("Simpan"), kind="primary", key_hint="F9")
        self.insert = Button(self.tr("Sisipkan isian"), kind="ghost", icon="plus")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        asks_sentence = bool(self.form.findChildren(TokenText))
        self.insert.setVisible(asks_sentence)
        self.insert.setToolTip(self.tr("Nama yang diisi program (Ctrl+Spasi)"))
        for button in ((self.insert,) if asks_sentence else ()) + (self.back, self.save):
            self.add_button(button)
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.reject)
        self.insert.clicked.connect(self._insert)
        self.save.setDefault(True)
        self.form.take_focus()

    def _wanted_height(self) -> int:
        return self.form.sizeHint().height() + 24

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 saves."""
        if event.key() == Qt.Key.Key_F9:
            self._save()
        else:
            super().keyPressEvent(event)

    def _insert(self) -> None:
        if self.form.last_text is not None:
            self._ask_name(self.form.last_text)

    def _ask_name(self, text: TokenText) -> None:
        dialog = NameDialog(list(self._context.names.values()), self)
        dialog.chosen.connect(text.insert_name)
        dialog.open()

    def _open_item(self, key: str, place: int) -> None:
        part = self._kind.part(key)
        if part is None or part.items is None:
            return
        items = list(self.form.values().get(key, []))
        taken = {str(one.get("id")) for one in items if isinstance(one, Mapping)}
        context = self._context
        if part.items.part("sel") is not None:
            titles = tuple(str(one.get("judul", "")) for one in self.form.values().get("kolom", []))
            context = FormContext(context.names, context.condition_names, context.sources, titles)

        def new_id(label: str) -> str:
            from nagari_kit.services.letter_editor.names import id_from

            return id_from(label, taken)

        dialog = ItemDialog(part.items, items[place] if place >= 0 else None, context, new_id, self)

        def take(item: Any) -> None:  # noqa: ANN401
            if place >= 0:
                items[place] = item
            else:
                items.append(item)
            self.form.show_items(key, items, place if place >= 0 else len(items) - 1)

        dialog.saved.connect(take)
        dialog.open()

    def _save(self) -> None:
        values = self.form.values()
        if not self._fits(values):
            return
        if self._kind.has_id and not values.get("id"):
            values = {"id": self._new_id(str(values["label"])), **values}
        if self._was_text and set(values) == {"teks"}:
            self.saved.emit(values["teks"])
        else:
            self.saved.emit(values)
        self.accept()

    def _fits(self, values: Mapping[str, Any]) -> bool:
        """Tell what is missing where it can be told at once."""
        faults: dict[str, dict[int, str]] = {}
        if self._kind.has_id and not str(values.get("label", "")).strip():
            faults["label"] = {-1: self.tr("Tulis namanya.")}
        if values.get("jenis") == "pilihan" and not values.get("pilihan"):
            faults["pilihan"] = {-1: self.tr("Tulis pilihannya, satu baris satu.")}
        self.form.show_faults(faults)
        if faults:
            self.form.take_focus(next(iter(faults)))
        return not faults
