"""Tells what was saved, takes it back, and leads on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.identity import HouseholdId, PopulationEventId, ResidentId
from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.population import EventEffect, EventKind
from nagari_kit.services.population import RecordedEvent
from nagari_kit.ui.letter_words import long_day
from nagari_kit.ui.screens.population_event.sitting import Sitting
from nagari_kit.ui.screens.population_event.undoing import ask_to_undo
from nagari_kit.ui.screens.population_event.view import PopulationEventView
from nagari_kit.ui.shell import Shell, has_page

LETTERS: Mapping[EventKind, tuple[str, ...]] = {
    EventKind.BIRTH: ("kelahiran", "keterangan_lahir"),
    EventKind.DEATH: ("kematian", "keterangan_kematian"),
    EventKind.DEPARTURE: ("pindah", "keterangan_pindah"),
}
"""Kinds of letters that such an event asks for, where the office has one."""
_OF_NEWCOMERS = frozenset({EventKind.BIRTH, EventKind.ARRIVAL})
"""Kinds whose letter is about who is new, not about whom the form was opened for."""


class ResultPresenter(QObject):
    """`again_requested`: another event, of anybody."""

    again_requested = Signal()

    def __init__(self, shell: Shell, view: PopulationEventView, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._event: PopulationEventId | None = None
        self._person: ResidentId | None = None
        self._home: HouseholdId | None = None
        self._letter: LetterType | None = None
        view.done.undo_requested.connect(self._undo)
        view.done.again_requested.connect(self.again_requested)
        view.done.open_requested.connect(self._open_page)
        view.done.letter_requested.connect(self._make_letter)

    def show(
        self, sitting: Sitting, recorded: RecordedEvent, effect: EventEffect, words: str
    ) -> None:
        """The event is in the ledger."""
        event, start = recorded.event, sitting.start
        self._event = event.id
        first = effect.people[0].after if effect.people else None
        person = first if event.kind in _OF_NEWCOMERS else start.person or first
        self._person = person.id if person is not None else None
        home = first.household_id if first is not None else None
        self._home = home or (start.household.id if start.household else None)
        self._letter = self._letter_for(event.kind)
        line = self.tr("Tanggal peristiwa {0}, dilaporkan {1}.").format(
            long_day(event.event_date), long_day(event.report_date)
        )
        self._view.done.show_done(words, line, effect)
        page = ""
        if self._home is not None and has_page("household"):
            page = self.tr("Buka keluarganya")
        elif self._person is not None:
            page = self.tr("Buka datanya")
        letter = self._letter.title if self._letter is not None else ""
        ways = self.tr("Buat {0}").format(letter.lower()) if letter else ""
        self._view.done.show_ways(page, ways)
        self._view.show_done()
        self._view.done.again.setFocus()

    def _letter_for(self, kind: EventKind) -> LetterType | None:
        wanted = LETTERS.get(kind, ())
        types = self._shell.workspace.catalogue.types()
        return next((one for one in types if one.id in wanted), None)

    def _open_page(self) -> None:
        if self._home is not None and has_page("household"):
            self._shell.navigate("household", household_id=self._home)
        elif self._person is not None:
            self._shell.navigate("resident_record", resident_id=self._person)

    def _make_letter(self) -> None:
        if self._letter is not None and self._person is not None:
            self._shell.navigate("letter_issue", resident_id=self._person, type_id=self._letter.id)

    def _undo(self) -> None:
        event_id = self._event
        if event_id is None:
            return
        done = self._view.done
        words = done.title()

        def ended(undone: bool) -> None:  # noqa: FBT001 - told by the undoing
            if self._event == event_id:
                done.set_busy(busy=False)
                if undone:
                    done.show_undone(self.tr("Diurungkan: {0}").format(words))

        ask_to_undo(self._shell, self._view, event_id, words, ended)
