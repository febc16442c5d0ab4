"""The card with the drawing of a ranji: wide by generations, or narrow with children in columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nagari_kit.domain.lineage import Lineage
from nagari_kit.domain.tree_drawing import Measures, TreeDrawing
from nagari_kit.ui.widgets import Button, ElidedLabel, SegmentedControl, TreeLabel, TreeView

_WIDE, _NARROW = 0, 1
_GAP = 12.0
_ABREAST = 9
"""More leaves than that are first shown in columns."""

Draw = Callable[..., TreeDrawing]


class LineageTreeCard(QFrame):
    """The drawing itself is in `tree`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.form = SegmentedControl([self.tr("Melebar"), self.tr("Ringkas")])
        self.form.setAccessibleName(self.tr("Bentuk gambar"))
        self._legend = ElidedLabel(
            self.tr("mahkota = penghulu, rantai = tertaut ke warga, garis putus = sudah wafat")
        )
        self._legend.setObjectName("hint")
        self.whole = _square("maximize", self.tr("Lihat seluruh ranji (0)"))
        self.closer = _square("plus", self.tr("Perbesar ranji (+)"))
        self.further = _square("minus", self.tr("Perkecil ranji (−)"))
        self.tree = TreeView(self.tr("Ranji"), smallest=0.62)
        self._shown: tuple[Lineage, Mapping[UUID, TreeLabel], Draw] | None = None
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.form)
        head.addWidget(self._legend, 1)
        for button in (self.further, self.closer, self.whole):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 10, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        self.form.current_changed.connect(lambda _place: self._draw())
        self.whole.clicked.connect(self.tree.fit)
        self.closer.clicked.connect(lambda: self.tree.zoom_by(1.2))
        self.further.clicked.connect(lambda: self.tree.zoom_by(1 / 1.2))

    def show_lineage(
        self,
        lineage: Lineage,
        labels: Mapping[UUID, TreeLabel],
        draw: Draw,
        *,
        afresh: bool,
    ) -> None:
        """Draw a ranji; one that was not there before chooses its form by its width."""
        if afresh:
            leaves = sum(not lineage.children(node.id) for node in lineage.nodes)
            self.form.set_current(_NARROW if leaves > _ABREAST else _WIDE)
        self._shown = (lineage, labels, draw)
        self._draw()

    def _draw(self) -> None:
        if self._shown is None:
            return
        lineage, labels, draw = self._shown
        stacked = self.form.current() == _NARROW

        def compose(size: Measures) -> TreeDrawing:
            return draw(lineage, replace(size, gap=_GAP), stacked=stacked)

        self.tree.show_tree(compose, labels)


def _square(icon: str, name: str) -> Button:
    button = Button("", kind="ghost", icon=icon)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
