"""The card with the pattern: whose it is, the parts to choose from, what it gives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.number_models import MODELS, NumberModel
from nagari_kit.domain.number_options import NumberExamples
from nagari_kit.ui.screens.settings.number_words import part_words, pieces_of
from nagari_kit.ui.screens.settings.pattern_input import PatternInput
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, Card, ComboInput, ElidedLabel, LabeledField
from nagari_kit.ui.widgets.flow import FlowLayout

PARTS = (
    "kode",
    "urut:3",
    "jenis",
    "unit",
    "wn",
    "bulan_romawi",
    "bulan",
    "tahun",
    "kode_desa",
)
_PILL_HEIGHT = 30


class PatternCard(Card):
    """`kind_chosen`: another place of the list; `own_dropped`: follow the office again."""

    kind_chosen = Signal(int)
    own_dropped = Signal()
    edited = Signal()
    model_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.kind = ComboInput()
        self.kind.setAccessibleName(self.tr("Aturan berlaku untuk"))
        self.drop = Button(self.tr("Ikuti aturan kantor"), kind="ghost", icon="arrow-back-up")
        self.models = ComboInput()
        self.models.setAccessibleName(self.tr("Contoh pola nagari lain"))
        self.models.addItem(self.tr("Contoh pola nagari lain ({0})").format(len(MODELS)))
        for model in MODELS:
            self.models.addItem(f"{model.example}   ({model.place})", model)
        self.models.view().setMinimumWidth(scaled(380))
        self.pattern = PatternInput()
        self.pills: dict[str, Button] = {}
        self.row = LabeledField(self.tr("Pola nomor"), self.pattern)
        self.row.set_label("")
        self.examples = ExampleRow()
        self.body.setSpacing(10)
        self.body.addLayout(self._top())
        self.body.addWidget(self.row)
        self.body.addLayout(self._pills())
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        self.body.addWidget(rule)
        self.body.addWidget(self.examples)
        self.kind.currentIndexChanged.connect(self.kind_chosen)
        self.models.activated.connect(self._choose_model)
        self.drop.clicked.connect(self.own_dropped)
        self.pattern.edited.connect(self.edited)
        self.pattern.changed.connect(self._offer_missing)

    def show_kinds(self, kinds: Sequence[tuple[str, str]], chosen: str) -> int:
        """Fill the list with (words, id); returns the place that is chosen then."""
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for words, type_id in kinds:
                self.kind.addItem(words, type_id)
            place = max(0, self.kind.findData(chosen))
            self.kind.setCurrentIndex(place)
        return place

    def set_kind(self, place: int) -> None:
        """Stand at a place without telling."""
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(place)

    def type_id(self) -> str:
        """Whose rule is shown; "" for the office's."""
        return str(self.kind.currentData() or "")

    def _offer_missing(self) -> None:
        """Only parts that the pattern does not hold yet."""
        held = {
            text.split(":")[0] for is_part, text in pieces_of(self.pattern.pattern()) if is_part
        }
        for token, button in self.pills.items():
            button.setVisible(token.split(":")[0] not in held)

    def _choose_model(self, place: int) -> None:
        model = self.models.itemData(place)
        if isinstance(model, NumberModel):
            self.model_chosen.emit(model)
        self.models.setCurrentIndex(0)

    def _insert(self, token: str) -> None:
        self.pattern.setFocus()
        if token:
            self.pattern.insert_part(token)

    def _top(self) -> QHBoxLayout:
        title = QLabel(self.tr("Pola"))
        title.setObjectName("cardTitle")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(title)
        row.addWidget(self.kind, 3)
        row.addWidget(self.drop)
        row.addStretch(1)
        row.addWidget(self.models, 2)
        return row

    def _pills(self) -> FlowLayout:
        flow = FlowLayout(gap=6)
        for token in (*PARTS, ""):
            words = part_words(token) if token else self.tr("teks bebas")
            button = Button(words, kind="part", icon="plus")
            button.setFixedHeight(scaled(_PILL_HEIGHT))
            button.setAccessibleName(self.tr("Sisipkan {0}").format(words))
            button.clicked.connect(lambda _on=False, text=token: self._insert(text))
            flow.addWidget(button)
            self.pills[token] = button
        return flow


class ExampleRow(QWidget):
    """Four numbers that the rule would give; beside each other where they have room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self.values: list[ElidedLabel] = []
        for place, title in enumerate(
            (
                self.tr("Contoh langsung"),
                self.tr("Surat sesudahnya, jenis lain"),
                self.tr("Pertama tahun depan"),
                self.tr("Nomor kosong, ditulis tangan"),
            )
        ):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            head = QLabel(title)
            head.setObjectName("secondary")
            value = ElidedLabel("–")
            value.setObjectName("nextNumber" if place == 0 else "exampleNumber")
            column.addWidget(head)
            column.addWidget(value)
            column.addStretch(1)
            self._parts.append(part)
            self.values.append(value)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(22)
        self._grid.setVerticalSpacing(8)
        self._arrange(4)

    def show_examples(self, found: NumberExamples | None) -> None:
        """None: the rule gives none."""
        texts = (found.next_number, found.other, found.first_of_year, found.blank) if found else ()
        for place, value in enumerate(self.values):
            value.setText(texts[place] if texts else "–")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = sum(part.sizeHint().width() for part in self._parts) + 3 * 22
        self._arrange(4 if needed <= self.width() else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for part in self._parts:
            self._grid.removeWidget(part)
        for place, part in enumerate(self._parts):
            self._grid.addWidget(part, place // columns, place % columns)
        for column in range(4):
            # Four have just the room they need; the last takes what is left.
            even = columns == 2 and column < columns
            self._grid.setColumnStretch(column, int(even or (columns == 4 and column == 3)))
