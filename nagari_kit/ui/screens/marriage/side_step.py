"""Groom or bride: the person, the status, and the former marriage of a widow or widower."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.marriage import ENDED_BY_COURT, ENDED_BY_DEATH, MarriageSide, Side
from nagari_kit.ui.screens.marriage.entry_grid import EntryGrid
from nagari_kit.ui.screens.marriage.person_slot import PersonSlot
from nagari_kit.ui.widgets import ScrollPage

STATUSES = {
    Side.GROOM: ("Jejaka", "Duda", "Beristri"),
    Side.BRIDE: ("Perawan", "Janda"),
}
_FORMER = ("former", "ended_by")
_DEATH = ("died_on", "died_at", "death_certificate")


class SideStep(QWidget):
    """`changed` after any value; slots are wired by who owns them."""

    changed = Signal()

    def __init__(self, side: Side) -> None:
        super().__init__()
        self.side = side
        self.person = PersonSlot(self.tr("Calon {0}").format(side))
        spouse = self.tr("Istri") if side is Side.GROOM else self.tr("Suami")
        self.late = PersonSlot(self.tr("{0} yang meninggal").format(spouse))
        self.grid = EntryGrid()
        self.grid.add_choice("status", self.tr("Status"), [(one, one) for one in STATUSES[side]])
        self.grid.add_choice(
            "ended_by",
            self.tr("Pernikahan dulu berakhir karena"),
            [(ENDED_BY_DEATH, self.tr("Meninggal")), (ENDED_BY_COURT, self.tr("Cerai"))],
        )
        self.grid.add_text(
            "former", self.tr("Nama {0} terdahulu").format(spouse.lower()), wide=True
        )
        self.death = EntryGrid()
        self.death.add_date("died_on", self.tr("Tanggal meninggal"))
        self.death.add_text("died_at", self.tr("Tempat meninggal"))
        self.death.add_text(
            "death_certificate", self.tr("Nomor akta kematian (boleh kosong)"), wide=True
        )
        column = QVBoxLayout()
        column.setSpacing(12)
        for part in (self.person, self.grid, self.late, self.death):
            column.addWidget(part)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPage(column, QMargins(28, 8, 24, 8)))
        for grid in (self.grid, self.death):
            grid.changed.connect(self._on_change)

    def show_side(self, one: MarriageSide, hits: Mapping[str, PersonHit], today: date) -> None:
        """Fill in."""
        texts = {name: getattr(one, name) for name in ("status", *_FORMER, *_DEATH)}
        self.grid.show_values(texts)
        self.death.show_values(texts)
        self.person.begin(hits.get(f"{self.side}.person"), today)
        self.late.begin(hits.get(f"{self.side}.late_spouse"), today)
        self._arrange()

    def applied_to(self, one: MarriageSide) -> MarriageSide:
        """The side with what is typed here."""
        typed = {**self.grid.values(), **self.death.values()}
        late = self.late.hit()
        return replace(
            one,
            status=typed["status"],
            former=typed["former"],
            ended_by=typed["ended_by"],
            died_on=typed["died_on"],
            died_at=typed["died_at"],
            death_certificate=typed["death_certificate"],
            late_spouse=late.person if late is not None else None,
        )

    def focus(self) -> None:
        """The caret where to begin."""
        self.person.focus()

    def _on_change(self) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        typed = self.grid.values()
        ended = typed["status"] in {"Duda", "Janda"}
        self.grid.show_row("ended_by", shown=ended)
        self.grid.show_row("former", shown=ended or typed["status"] == "Beristri")
        # A stranger brings that form, as all others, from home.
        hit = self.person.hit()
        is_ours = hit is not None and not hit.is_outsider
        widowed = ended and is_ours and typed["ended_by"] == ENDED_BY_DEATH
        self.late.setVisible(widowed)
        self.death.setVisible(widowed)
