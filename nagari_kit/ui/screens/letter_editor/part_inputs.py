"""Makes the input of each part of a form, and knows how to read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from nagari_kit.domain.letter_editing import NameMeaning
from nagari_kit.ui.screens.letter_editor.condition_lines import ConditionLines
from nagari_kit.ui.screens.letter_editor.editing import item_words
from nagari_kit.ui.screens.letter_editor.form_kind import Ask, Part
from nagari_kit.ui.screens.letter_editor.item_list import ItemList
from nagari_kit.ui.screens.letter_editor.token_text import TokenText
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import CheckRow, ComboInput, LabeledField, TextArea, TextInput

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FormContext:
    """What a form must know of the letter type around it.

    `sources`: options by name of their source; `columns`: titles of the table's columns.
    """

    names: Mapping[str, NameMeaning] = field(default_factory=dict)
    condition_names: Mapping[str, NameMeaning] = field(default_factory=dict)
    sources: Mapping[str, Choices] = field(default_factory=dict)
    columns: tuple[str, ...] = ()


class PartInputs(QObject):
    """`inputs`, `rows` and `readers` by key of the part."""

    edited = Signal()
    item_requested = Signal(str, int)
    name_wanted = Signal(object)

    def __init__(self, context: FormContext, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.inputs: dict[str, QWidget] = {}
        self.rows: dict[str, LabeledField] = {}
        self.readers: dict[str, Callable[[], Any]] = {}
        self.last_text: TokenText | None = None

    def made(self, part: Part, value: Any) -> QWidget:  # noqa: ANN401 - any key
        """The part with its input, read by `readers`."""
        match part.ask:
            case Ask.SENTENCE | Ask.LINE | Ask.SENTENCES:
                return self._sentence(part, value)
            case Ask.TEXT | Ask.TEXTS | Ask.NUMBER:
                return self._text(part, value)
            case Ask.CHOICE:
                return self._choice(part, value)
            case Ask.FLAG:
                return self._flag(part, value)
            case Ask.CONDITIONS:
                return self._conditions(part, value)
            case Ask.PEOPLE:
                return self._people(part, value)
            case Ask.CELLS:
                return self._cells(part, value)
            case Ask.ITEMS:
                return self._items(part, value)

    def _token_text(self, text: str, *, is_line: bool) -> TokenText:
        found = TokenText(is_line=is_line)
        found.set_names(self.context.names)
        found.set_template(text)
        found.edited.connect(self.edited)
        found.name_wanted.connect(self._ask_name)
        found.cursorPositionChanged.connect(lambda: self._note(found))
        return found

    def _note(self, text: TokenText) -> None:
        self.last_text = text

    def _ask_name(self, text: TokenText) -> None:
        self.last_text = text
        self.name_wanted.emit(text)

    def _sentence(self, part: Part, value: Any) -> QWidget:  # noqa: ANN401
        is_list = isinstance(value, list | tuple)
        shown = "\n".join(value) if is_list else str(value or "")
        text = self._token_text(shown, is_line=part.ask is Ask.LINE and "\n" not in shown)

        def lines() -> Any:  # noqa: ANN401
            return [line for line in text.template().split("\n") if line.strip()]

        keeps_text = part.ask is not Ask.SENTENCES or isinstance(value, str)
        self.readers[part.key] = text.template if keeps_text else lines
        return self._labelled(part, text)

    def _text(self, part: Part, value: Any) -> QWidget:  # noqa: ANN401
        if part.ask is Ask.TEXTS or (isinstance(value, str) and "\n" in value):
            area = TextArea("\n".join(value) if part.ask is Ask.TEXTS else value)
            area.setFixedHeight(scaled(96))
            area.textChanged.connect(self.edited)

            def read() -> Any:  # noqa: ANN401
                if part.ask is not Ask.TEXTS:
                    return area.toPlainText()
                lines = (" ".join(one.split()) for one in area.toPlainText().splitlines())
                return [one for one in lines if one]

            self.readers[part.key] = read
            return self._labelled(part, area)
        line = TextInput(str(value) if value not in (None, 0) else "")
        line.textEdited.connect(lambda _text: self.edited.emit())
        if part.ask is Ask.NUMBER:
            line.setMaxLength(12)
            self.readers[part.key] = lambda: _number(line.text())
        else:
            self.readers[part.key] = line.text
        return self._labelled(part, line)

    def _choice(self, part: Part, value: Any) -> QWidget:  # noqa: ANN401
        combo = ComboInput()
        options = part.options or tuple(self.context.sources.get(part.source, ()))
        for key, words in options:
            combo.addItem(words, key)
        if value is not None and combo.findData(value) < 0:
            combo.addItem(str(value) or "–", value)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.currentIndexChanged.connect(lambda _place: self.edited.emit())
        self.readers[part.key] = combo.currentData
        return self._labelled(part, combo)

    def _flag(self, part: Part, value: Any) -> QWidget:  # noqa: ANN401
        tick = CheckRow(part.label)
        tick.setChecked(bool(value))
        tick.toggled.connect(lambda _on: self.edited.emit())
        self.readers[part.key] = tick.isChecked
        self.inputs[part.key] = tick
        return tick

    def _conditions(self, part: Part, value: Any) -> QWidget:  # noqa: ANN401
        found = [value] if isinstance(value, str) else list(value)
        lines = ConditionLines([one for one in found if one], self.context.condition_names)
        lines.edited.connect(self.edited)

        def read() -> Any:  # noqa: ANN401
            now = lines.conditions()
            return now[0] if len(now) == 1 and not isinstance(value, list) else now

        self.readers[part.key] = read
        self.inputs[part.key] = lines.add
        return lines

    def _people(self, part: Part, value: Any) -> QWidget:  # noqa: ANN401
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        ticks: list[tuple[str, QCheckBox]] = []
        for key, words in self.context.sources.get(part.source, ()):
            tick = CheckRow(words)
            tick.setChecked(key in value)
            tick.toggled.connect(lambda _on: self.edited.emit())
            ticks.append((key, tick))
            column.addWidget(tick)
        self.readers[part.key] = lambda: [key for key, tick in ticks if tick.isChecked()]
        box.setVisible(bool(ticks))
        return self._labelled(part, box)

    def _cells(self, part: Part, value: Any) -> QWidget:  # noqa: ANN401
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        titles = self.context.columns or tuple("" for _ in value)
        texts: list[TokenText] = []
        for place, title in enumerate(titles):
            text = self._token_text(value[place] if place < len(value) else "", is_line=False)
            texts.append(text)
            words = title or self.tr("Kolom {0}").format(place + 1)
            column.addWidget(LabeledField(words, text))
        self.readers[part.key] = lambda: [one.template() for one in texts]
        if texts:
            self.inputs[part.key] = texts[0]
        return box

    def _items(self, part: Part, value: Any) -> QWidget:  # noqa: ANN401
        kind = part.items
        if kind is None:
            msg = f"no form for the items of {part.key}"
            raise ValueError(msg)
        add = self.tr("Tambah {0}").format(kind.title.casefold())
        found = ItemList(part.label, add, lambda item: item_words(kind, item, self.context.names))
        found.show_items(value)
        found.edited.connect(self.edited)
        found.open_requested.connect(lambda at: self.item_requested.emit(part.key, at))
        self.readers[part.key] = found.items
        self.inputs[part.key] = found
        return found

    def _labelled(self, part: Part, widget: QWidget) -> LabeledField:
        row = LabeledField(part.label, widget, part.help)
        row.wrap_label()
        self.inputs[part.key] = widget
        self.rows[part.key] = row
        return row


def _number(text: str) -> int:
    digits = text.strip().replace(".", "")
    return int(digits) if digits.isascii() and digits.isdigit() else 0
