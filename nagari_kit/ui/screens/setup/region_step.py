"""Step 1: which nagari this is; typing a few letters is enough."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nagari_kit.domain.office import OfficeRegion
from nagari_kit.ui.screens.setup.region_delegate import RegionDelegate, RegionRole
from nagari_kit.ui.screens.setup.steps import Step
from nagari_kit.ui.widgets import SearchInput

_ROW = 52
_TELLING = 3
"""So many letters mean a name; with fewer the first hit is nobody's choice yet."""


class RegionStep(Step):
    """`search_changed` carries text, `confirmed` wants to go on with the region that is chosen."""

    search_changed = Signal(str)
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Pilih nagari",
            "Ketik beberapa huruf. Nama kecamatan, kabupaten, dan kode terisi sendiri.",
            parent,
        )
        self.search = SearchInput(self.tr("Nama nagari, desa, kelurahan, atau kodenya"))
        self.search.setAccessibleName(self.tr("Cari nagari"))
        self.list = QListWidget()
        self.list.setItemDelegate(RegionDelegate(self.list))
        self.list.setAccessibleName(self.tr("Nagari yang cocok"))
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.hint = QLabel()
        self.hint.setObjectName("secondary")
        self.hint.setWordWrap(True)
        self.column.addWidget(self.search)
        self.column.addWidget(self.hint)
        self._frame = QFrame()
        self._frame.setObjectName("card")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(5, 5, 5, 5)
        inside.addWidget(self.list)
        self.column.addWidget(self._frame, 1)
        self.column.addStretch(0)
        self._shown_for = ""
        self.search.textChanged.connect(self.search_changed)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self.confirmed.emit())
        self.show_regions("", ())

    def focus_first(self) -> None:
        """The caret into the box."""
        self.search.setFocus()
        self.search.selectAll()

    def show_regions(self, typed: str, regions: tuple[OfficeRegion, ...], chosen: str = "") -> None:
        """Hits, best first; the first is chosen unless `chosen` is one of them.

        After a letter or two none is, until the officer points at one.
        """
        self._shown_for = typed
        self.list.clear()
        place = 0 if len(typed.strip()) >= _TELLING else -1
        for row, region in enumerate(regions):
            item = QListWidgetItem(region.name)
            item.setData(RegionRole, region)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{region.kind} {region.name}, {region.kecamatan}, {region.kabupaten}",
            )
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
            place = row if region.code == chosen else place
        self._frame.setVisible(bool(regions))
        self.list.setCurrentRow(place)
        if not typed.strip() and not regions:
            self._say(self.tr("Contoh: “koto tangah”, “sungai pua agam”, “13.06.01”."), "secondary")
        elif not regions:
            self._say(
                self.tr("Tidak ada yang cocok. Periksa ejaannya, atau ketik nama kecamatannya."),
                "secondary",
            )
        self.hint.setVisible(not regions)

    def show_chosen(self, region: OfficeRegion) -> None:
        """What was chosen before; its name stands in the box."""
        with QSignalBlocker(self.search):
            self.search.setText(region.name)
        self.show_regions(region.name, (region,), region.code)

    def show_error(self, words: str) -> None:
        """Nothing is chosen."""
        self._say(words, "errorText")
        self.hint.show()
        self.search.setFocus()

    def _say(self, words: str, look: str) -> None:
        self.hint.setText(words)
        self.hint.setObjectName(look)
        self.hint.style().unpolish(self.hint)
        self.hint.style().polish(self.hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the box move in the list, Enter goes on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.confirmed.emit()
                return True
            if watched is self.search and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                step = 1 if key == Qt.Key.Key_Down else -1
                row = self.list.currentRow() + step
                if 0 <= row < self.list.count():
                    self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed."""
        return not self.search.text().strip()

    @property
    def is_searching(self) -> bool:
        """Whether the list does not answer to what is typed yet."""
        return self.search.text() != self._shown_for

    def region(self) -> OfficeRegion | None:
        """The region that is chosen, and that the officer has seen."""
        item = None if self.is_searching else self.list.currentItem()
        region = item.data(RegionRole) if item is not None else None
        return region if isinstance(region, OfficeRegion) else None
