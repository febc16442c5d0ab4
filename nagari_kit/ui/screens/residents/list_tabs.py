"""The tabs over the list: everybody, heads of families, and the filters that the office keeps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.services.saved_filters import CountedFilter
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.widgets import Button, Tabs

EVERYBODY = ResidentFilter()
HEADS = ResidentFilter(family_relation=1)


class ListTabs(QWidget):
    """`chosen` carries a ResidentFilter. Kept filters without room stand in a menu."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[str, int | None, ResidentFilter]] = [
            (self.tr("Semua warga"), None, EVERYBODY),
            (self.tr("Kepala keluarga"), None, HEADS),
        ]
        self._shown = 0
        self._wanted = EVERYBODY
        self.tabs = Tabs([])
        self.rest = Button("", kind="ghost", icon="chevron-down")
        self._menu = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.rest)
        self.tabs.current_changed.connect(self._tell)
        self.rest.clicked.connect(self._open_menu)
        self._lay_out()

    def show_counts(self, everybody: int, heads: int) -> None:
        """Whom the two lists hold that are always there."""
        for place, count in enumerate((everybody, heads)):
            title, _, wanted = self._all[place]
            self._all[place] = (title, count, wanted)
        self._lay_out()

    def show_kept(self, kept: tuple[CountedFilter, ...]) -> None:
        """The office's own filters, with who is in them."""
        own = [(one.kept.name, one.people, one.kept.wanted) for one in kept]
        if own != self._all[2:]:
            self._all[2:] = own
            self._lay_out()

    def show_filter(self, wanted: ResidentFilter) -> None:
        """Mark the tab of this filter; a filter that has none leaves the mark where it is."""
        if any(one[2] == wanted for one in self._all):
            self._wanted = wanted
            self._lay_out()

    def name_of(self, wanted: ResidentFilter) -> str:
        """Of the kept filter that asks just this, else ""."""
        return next((title for title, _, kept in self._all[2:] if kept == wanted), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many tabs as have room."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        shown = len(self._all)
        while shown > 2:
            self._put(shown)
            room = self.width() - (self.rest.sizeHint().width() if shown < len(self._all) else 0)
            if self.tabs.sizeHint().width() <= room:
                break
            shown -= 1
        self._put(shown)

    def _put(self, shown: int) -> None:
        """The first ones; the current one among them, whatever its place."""
        ordered = list(self._all)
        place = next((at for at, one in enumerate(ordered) if one[2] == self._wanted), -1)
        if place >= shown > 2:
            ordered.insert(shown - 1, ordered.pop(place))
            place = shown - 1
        former = self.tabs.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.tabs.set_tabs([(title, count) for title, count, _ in ordered[:shown]])
        self.tabs.set_current(max(place, 0))
        self.tabs.blockSignals(former)
        self._ordered = ordered
        left = len(ordered) - shown
        self.rest.setVisible(left > 0)
        self.rest.setText(self.tr("{0} lagi").format(left))
        self._shown = shown

    def _tell(self, place: int) -> None:
        self.chosen.emit(self._ordered[place][2])

    def _open_menu(self) -> None:
        self._menu.clear()
        for title, count, wanted in self._ordered[self._shown :]:
            words = f"{title}  ({thousands(count or 0)})".replace("&", "&&")
            action = self._menu.addAction(words)
            action.triggered.connect(lambda _checked=False, wanted=wanted: self.chosen.emit(wanted))
        self._menu.popup(self.rest.mapToGlobal(self.rest.rect().bottomLeft()))
