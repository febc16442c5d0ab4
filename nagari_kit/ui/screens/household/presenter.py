"""Reads one household, leads on to people, forms and events, and has its data sheet made."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.household_record import HouseholdRecord
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.population import EventKind
from nagari_kit.errors import NagariError
from nagari_kit.ui.printing.sheet_viewer import MadeSheet
from nagari_kit.ui.screens.household.household_words import title
from nagari_kit.ui.screens.household.view import HouseholdView
from nagari_kit.ui.shell import Shell, has_page

_CONCERNED = frozenset({Kind.RESIDENTS, Kind.POPULATION, Kind.OFFICE})


class HouseholdPresenter(QObject):
    """`_wanted` is the household on the page; a late answer for another one is dropped."""

    def __init__(self, shell: Shell, view: HouseholdView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._wanted: HouseholdId | None = None
        self._member: ResidentId | None = None
        self._record: HouseholdRecord | None = None
        self._takes_focus = False
        view.show_links(
            events=has_page("population_event"),
            form=has_page("resident_form"),
            lineage=has_page("lineage"),
        )
        view.back_requested.connect(lambda: shell.navigate("residents"))
        view.member_opened.connect(self._open_member)
        view.add_requested.connect(self._add_member)
        view.sheet_requested.connect(self._make_sheet)
        view.lineage_requested.connect(self._open_lineage)
        view.panel.event_requested.connect(self._record_event)
        view.retry_requested.connect(self.read)

    def enter(self, household_id: HouseholdId, resident_id: ResidentId | None) -> None:
        """Show this household."""
        if household_id != self._wanted:
            self._record = None
            self._view.show_waiting()
        self._wanted, self._member, self._takes_focus = household_id, resident_id, True
        self.read()

    def reload(self, changes: Changes) -> None:
        """Read again when people, events or the office changed."""
        if self._wanted is not None and changes.kinds & _CONCERNED:
            self.read()

    def read(self) -> None:
        """Read the household."""
        wanted, workspace = self._wanted, self._shell.workspace
        if wanted is None:
            return

        def work(_progress: object, _token: object) -> tuple[HouseholdRecord, str]:
            return workspace.households.record(wanted), workspace.office.profile().area_word

        def done(found: tuple[HouseholdRecord, str]) -> None:
            self._show(*found)

        self._shell.runner.start(
            work,
            key="household",
            on_success=done,
            on_error=self._view.show_trouble,
            lane="read",
        )

    def _show(self, record: HouseholdRecord, area_word: str) -> None:
        if record.household.id != self._wanted:
            return
        self._record = record
        self._view.show_record(record, area_word, self._shell.workspace.clock.today())
        if self._member is not None:
            self._view.choose(self._member)
            self._member = None
        if self._takes_focus:
            self._takes_focus = False
            self._view.table.setFocus()

    def _open_member(self, resident_id: ResidentId) -> None:
        """Who is known by name alone has no page."""
        if self._record is not None and any(
            one.resident is not None and one.key == resident_id
            for one in self._record.family.people
        ):
            self._shell.navigate("resident_record", resident_id=resident_id)

    def _add_member(self) -> None:
        if self._wanted is not None:
            self._shell.navigate("resident_form", household_id=self._wanted)

    def _record_event(self, kind: EventKind) -> None:
        if self._wanted is not None:
            self._shell.navigate("population_event", kind=kind, household_id=self._wanted)

    def _open_lineage(self) -> None:
        """The ranji of the chosen member's kaum, else of the first who has one."""
        chosen = self._view.chosen()
        members = self._record.members if self._record else ()
        kaum = next((one.kaum for one in members if one.id == chosen and one.kaum), "")
        kaum = kaum or next((one.kaum for one in members if one.kaum), "")
        self._shell.navigate("lineage", kaum=kaum)

    def _make_sheet(self) -> None:
        wanted, record = self._wanted, self._record
        if wanted is None or record is None:
            return
        households = self._shell.workspace.households
        named = title(record)
        self._view.set_busy(busy=True)

        def work(_progress: object, _token: object) -> bytes:
            return households.sheet(wanted)

        def done(pdf: bytes) -> None:
            self._view.set_busy(busy=False)
            if self._wanted == wanted and self._view.isVisible():
                stem = f"Lembar data {named}".replace(".", "").replace("/", "-")
                self._view.show_sheet(self._shell, MadeSheet(f"Lembar data, {named}", stem, pdf))

        def refused(error: NagariError) -> None:
            self._view.set_busy(busy=False)
            self._shell.show_error(error)

        self._shell.runner.start(
            work,
            key=f"household:sheet:{wanted}",
            on_success=done,
            on_error=refused,
            lane="write",
        )
