"""Parents of both, the akad with its papers, and the last look before the numbers are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QMargins, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letter_fields import RequirementSpec
from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.domain.marriage import FormNeed, MarriageCase, Side
from nagari_kit.ui.printing.print_form import PrintForm
from nagari_kit.ui.screens.marriage.entry_grid import EntryGrid
from nagari_kit.ui.screens.marriage.person_slot import PersonSlot
from nagari_kit.ui.widgets import CheckRow, ScrollPage

_MARGINS = QMargins(28, 8, 24, 8)
_TICK = 30
_AKAD = ("akad_day", "akad_hour", "akad_place", "registrar", "papers_reason")


class ParentsStep(QWidget):
    """Four people and the wali."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.slots = {
            (side, role): PersonSlot(f"{word} calon {side}")
            for side in Side
            for role, word in (("father", "Ayah"), ("mother", "Ibu"))
        }
        self.grid = EntryGrid()
        self.grid.add_text("guardian", self.tr("Wali nikah (boleh kosong)"), wide=True)
        self.grid.changed.connect(self.changed)
        _fill_page(self, [*self.slots.values(), self.grid])

    def show_case(self, case: MarriageCase, hits: Mapping[str, PersonHit], today: date) -> None:
        """Fill in."""
        for (side, role), slot in self.slots.items():
            slot.begin(hits.get(f"{side}.{role}"), today)
        self.grid.show_values({"guardian": case.guardian})

    def applied_to(self, case: MarriageCase) -> MarriageCase:
        """The case with who is chosen here."""
        sides = {}
        for side in Side:
            father, mother = (self.slots[side, role].hit() for role in ("father", "mother"))
            sides[side] = replace(
                case.side(side),
                father=father.person if father is not None else None,
                mother=mother.person if mother is not None else None,
            )
        guardian = self.grid.values()["guardian"]
        return replace(case, groom=sides[Side.GROOM], bride=sides[Side.BRIDE], guardian=guardian)

    def focus(self) -> None:
        """The caret at the first who is missing."""
        empty = [slot for slot in self.slots.values() if slot.hit() is None]
        if empty:
            empty[0].focus()
        else:
            self.grid.rows["guardian"].field.setFocus()


class AkadStep(QWidget):
    """When, where, before whom; and the papers that lie on the desk."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.grid = EntryGrid()
        self.grid.add_date("akad_day", self.tr("Tanggal akad"))
        self.grid.add_text("akad_hour", self.tr("Pukul"))
        self.grid.add_text("akad_place", self.tr("Tempat akad"), wide=True)
        self.grid.add_text("registrar", self.tr("Tempat pencatatan"), wide=True)
        self.reason = EntryGrid()
        self.reason.add_text(
            "papers_reason",
            self.tr("Mengapa ada syarat yang belum diserahkan"),
            wide=True,
            hint=self.tr("Hanya perlu bila ada syarat wajib yang tidak dicentang."),
        )
        self.ticks: dict[str, CheckRow] = {}
        self._lines: dict[str, QWidget] = {}
        title = QLabel(self.tr("Syarat yang sudah diserahkan"))
        title.setObjectName("fieldLabel")
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.grid.changed.connect(self.changed)
        self.reason.changed.connect(self.changed)
        _fill_page(self, [self.grid, title, self._list, self.reason])

    def show_case(self, case: MarriageCase) -> None:
        """Fill in."""
        texts = {name: getattr(case, name) for name in _AKAD}
        self.grid.show_values({**texts, "akad_hour": case.akad_hour.replace(":", ".")})
        self.reason.show_values(texts)

    def show_papers(self, papers: Sequence[RequirementSpec], present: frozenset[str]) -> None:
        """Tick what is there; ticks of papers that are not asked for any more go."""
        for one in papers:
            if one.id not in self.ticks:
                self._add_tick(one)
            tick = self.ticks[one.id]
            with QSignalBlocker(tick):
                tick.setChecked(one.id in present)
        asked = {one.id for one in papers}
        for name, line in self._lines.items():
            line.setVisible(name in asked)

    def applied_to(self, case: MarriageCase) -> MarriageCase:
        """The case with what is typed here."""
        typed = {**self.grid.values(), **self.reason.values()}
        present = {name for name, tick in self.ticks.items() if tick.isChecked()}
        return replace(
            case,
            akad_day=typed["akad_day"],
            akad_hour=typed["akad_hour"].replace(".", ":"),
            akad_place=typed["akad_place"],
            registrar=typed["registrar"],
            papers_reason=typed["papers_reason"],
            papers=frozenset(present),
        )

    def _add_tick(self, one: RequirementSpec) -> None:
        """A tick with words that may take two lines."""
        words = one.label if one.required else f"{one.label} (bila ada)"
        line = QWidget(self._list)
        tick = CheckRow("", line)
        tick.setFixedWidth(_TICK)
        tick.setAccessibleName(words)
        tick.toggled.connect(lambda _on: self.changed.emit())
        label = QLabel(words)
        label.setWordWrap(True)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(tick)
        row.addWidget(label, 1)
        self._column.addWidget(line)
        self.ticks[one.id] = tick
        self._lines[one.id] = line

    def focus(self) -> None:
        """The caret at the day."""
        self.grid.rows["akad_day"].field.setFocus()


class FinishStep(QWidget):
    """What will be printed and what not, why, and where to; afterwards the numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setObjectName("cardTitle")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self.print_form = PrintForm()
        _fill_page(self, [self._title, self._words, self.print_form])

    def show_needs(self, needs: Sequence[FormNeed]) -> None:
        """Before the numbers are given."""
        self._title.setText(self.tr("Yang akan dicetak"))
        lines = [
            f"{one.type_id.upper()}  ·  {one.reason}"
            if one.is_needed
            else f"{one.type_id.upper()} calon {one.side}  ·  {one.reason}"
            for one in sorted(needs, key=lambda one: not one.is_needed)
        ]
        self._words.setText("\n".join(lines))

    def show_letters(self, letters: Sequence[IssuedLetter]) -> None:
        """The set is filed."""
        self._title.setText(self.tr("Berkas nikah sudah terbit"))
        self._words.setText(
            "\n".join(
                f"{one.short_title}  ·  {one.number or 'tanpa nomor'}  ·  {one.resident_name}"
                for one in letters
            )
        )

    def focus(self) -> None:
        """The caret at the printer."""
        self.print_form.printer.setFocus()


def _fill_page(page: QWidget, parts: Sequence[QWidget]) -> None:
    column = QVBoxLayout()
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(ScrollPage(column, _MARGINS))
