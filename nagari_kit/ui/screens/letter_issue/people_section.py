"""Everybody whom the letter names besides its person: a card per role, a table per list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.domain.letter_people import ROLE_FIELD, PersonHit
from nagari_kit.domain.letters import LetterType
from nagari_kit.ui.screens.letter_issue.people_list import PeopleList
from nagari_kit.ui.screens.letter_issue.role_card import RoleCard, hit_or_none

Hits = Mapping[str, tuple[PersonHit, ...]]


class PeopleSection(QWidget):
    """`changed` carries role id and the tuple of hits in it; `entered` the key of the role.

    `search_wanted` and `outsider_wanted` carry the role id first.
    """

    changed = Signal(str, object)
    search_wanted = Signal(str, str)
    outsider_wanted = Signal(str, str, object)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: dict[str, RoleCard | PeopleList] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.hide()

    def clear(self) -> None:
        """Nobody is asked for."""
        for part in self.parts.values():
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.parts = {}
        self.hide()

    def grow(
        self, kind: LetterType, hits: Hits, family: Sequence[PersonHit], today: date
    ) -> Iterator[None]:
        """Make the cards one by one, so that keys and paint come in between."""
        for role in kind.people:
            card = RoleCard(role)
            card.begin(hit_or_none(hits, role.id), family, today)
            card.changed.connect(
                lambda hit, name=role.id: self.changed.emit(name, (hit,) if hit else ())
            )
            self._add(role.id, card)
            yield
        for spec in kind.people_lists:
            table = PeopleList(spec)
            table.begin(hits.get(spec.id, ()), family, today)
            table.changed.connect(lambda found, name=spec.id: self.changed.emit(name, found))
            self._add(spec.id, table)
            yield

    def labels(self) -> dict[str, str]:
        """Label of every role and list, by the key of its faults."""
        return {ROLE_FIELD + name: part.spec.label for name, part in self.parts.items()}

    def set_errors(self, errors: Mapping[str, str]) -> str:
        """Show each sentence over its role; the key of the first wrong one, or ""."""
        first = ""
        for name, part in self.parts.items():
            key = ROLE_FIELD + name
            part.set_error(errors.get(key, ""))
            if key in errors and not first:
                first = key
        return first

    def part_of(self, key: str) -> RoleCard | PeopleList | None:
        """The card or table of a key of faults."""
        return self.parts.get(key.removeprefix(ROLE_FIELD)) if key.startswith(ROLE_FIELD) else None

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [stop for part in self.parts.values() for stop in part.stops()]

    def _add(self, name: str, part: RoleCard | PeopleList) -> None:
        part.search_wanted.connect(lambda typed: self.search_wanted.emit(name, typed))
        part.outsider_wanted.connect(lambda typed, hit: self.outsider_wanted.emit(name, typed, hit))
        part.entered.connect(lambda: self.entered.emit(ROLE_FIELD + name))
        self._column.addWidget(part)
        # A layout shows what is new a moment later; the caret may be wanted at once.
        self.show()
        part.show()
        self.parts[name] = part
