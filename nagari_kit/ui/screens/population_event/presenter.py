"""Leads from what happened and to whom, through the form, to what it did."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.population import EventEffect, EventKind
from nagari_kit.domain.residents import LifeStatus
from nagari_kit.services.event_forms import EventStart
from nagari_kit.services.population import RecordedEvent
from nagari_kit.ui.screens.population_event.book_presenter import BookPresenter
from nagari_kit.ui.screens.population_event.find_presenter import FindPresenter
from nagari_kit.ui.screens.population_event.form_kind import About, FormKind
from nagari_kit.ui.screens.population_event.form_presenter import FormPresenter
from nagari_kit.ui.screens.population_event.form_values import FreshIds
from nagari_kit.ui.screens.population_event.kinds import FORMS
from nagari_kit.ui.screens.population_event.result_presenter import ResultPresenter
from nagari_kit.ui.screens.population_event.sitting import Request, Sitting, said_of
from nagari_kit.ui.screens.population_event.view import PopulationEventView
from nagari_kit.ui.shell import Shell, Unsaved
from nagari_kit.ui.widgets import ConfirmDialog


class PopulationEventPresenter(QObject):
    """What was typed stays in the form until it is saved or thrown away on purpose."""

    def __init__(self, shell: Shell, view: PopulationEventView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._request = Request()
        self._came_from = Request()
        self.form = FormPresenter(shell, view.form, self)
        self.find = FindPresenter(shell, view.finder, self)
        self.book = BookPresenter(shell, view, self)
        self.result = ResultPresenter(shell, view, self)
        view.choose.chosen.connect(self._take_kind)
        self.find.chosen.connect(self._take_subject)
        view.back_requested.connect(self._go_back)
        view.retry_requested.connect(self._begin)
        view.book_requested.connect(self.book.open)
        view.form.throw_requested.connect(lambda: self._ask_to_drop(self._begin))
        self.form.saved.connect(self._saved)
        self.result.again_requested.connect(lambda: self._restart(Request()))

    def enter(self, request: Request) -> None:
        """Begin, unless something typed still waits in the form."""
        sitting = self.form.sitting
        held = sitting is not None and self._is_held(sitting)
        if held and request in {Request(), self._request}:
            self._show_held(another=False)
            return
        self._request = self._came_from = request
        if held:
            self._show_held(another=True)
        else:
            self._begin()

    def reload(self, changes: Changes) -> None:
        """What is typed is never replaced; an untouched form and the book are read again."""
        if Kind.POPULATION not in changes.kinds:
            return
        sitting, view = self.form.sitting, self._view
        if view.shows(view.book):
            self.book.read()
        elif view.shows(view.form) and sitting is not None and not self._is_held(sitting):
            self._begin()

    def unsaved(self) -> Unsaved | None:
        """What was typed and nobody saved yet."""
        sitting = self.form.sitting
        if sitting is None or not sitting.is_typed:
            return None
        words = self.tr("Isian peristiwa “{0}” belum disimpan.").format(sitting.form.title)
        return Unsaved(words, {}, is_refused=False)

    def give_up(self) -> None:
        """The officer lets go of it."""
        self.form.let_go()

    def _is_held(self, sitting: Sitting) -> bool:
        return sitting.is_typed or self.form.is_saving

    def _begin(self) -> None:
        self.form.let_go()
        request = self._request
        if request.kind is None:
            self._choose()
        elif request.kind not in FORMS:
            # Who was always here, and what was always wrong, is the resident's own form.
            self._shell.navigate("resident_form", **request.whom())
        elif not request.names_somebody and FORMS[request.kind].about is not About.NOBODY:
            form = FORMS[request.kind]
            self._view.show_find(form.title)
            self.find.begin(form)
        else:
            self._open(request, FORMS[request.kind])

    def _restart(self, request: Request) -> None:
        self._request = self._came_from = request
        self._begin()

    def _choose(self) -> None:
        request = self._request
        if not request.names_somebody:
            self._view.choose.offer(tuple(FORMS.values()), self.tr("Apa yang terjadi?"))
            self._view.show_choice(self.tr("Pilih satu; tombolnya memilih langsung"))
            return

        def done(start: EventStart) -> None:
            if request is not self._request:
                return
            head = start.head
            family = self.tr("keluarga {0}").format(head.name.full()) if head else ""
            who = start.person.name.full() if start.person is not None else family
            question = self.tr("Apa yang terjadi pada {0}?").format(who)
            self._view.choose.offer(possible_forms(start), question)
            self._view.show_choice(self.tr("Pilih satu; tombolnya memilih langsung"))

        self._read(request, done)

    def _open(self, request: Request, form: FormKind) -> None:
        def done(start: EventStart) -> None:
            if request is not self._request:
                return
            entry = self._shell.workspace.entry
            fresh = FreshIds(entry.new_household_id(), entry.new_resident_id())
            self.form.open(Sitting(request, form, start, fresh), show)

        def show() -> None:
            self._view.show_form()
            self._view.form.sheet().focus(self._view.form.sheet().first())

        self._read(request, done)

    def _read(self, request: Request, done: Callable[[EventStart], None]) -> None:
        self._view.show_waiting()
        forms = self._shell.workspace.event_forms
        self._shell.runner.start(
            lambda _progress, _token: forms.begin(request.resident_id, request.household_id),
            key="population_event:begin",
            on_success=done,
            on_error=self._view.show_trouble,
            lane="read",
        )

    def _take_kind(self, kind: EventKind) -> None:
        request = self._request
        self._request = Request(kind, request.resident_id, request.household_id)
        self._begin()

    def _take_subject(self, key: UUID, is_household: bool) -> None:  # noqa: FBT001 - a signal
        kind = self._request.kind
        if is_household:
            self._request = Request(kind, household_id=HouseholdId(key))
        else:
            self._request = Request(kind, resident_id=ResidentId(key))
        self._begin()

    def _show_held(self, *, another: bool) -> None:
        """The form as it was left; `another` waits for it."""
        self._view.show_form()
        self.form.show_again(another=another)

    def _go_back(self) -> None:
        sitting = self.form.sitting
        view = self._view
        if self.form.is_saving and view.shows(view.form):
            return
        if sitting is not None and sitting.is_typed and view.shows(view.form):
            self._ask_to_drop(self._leave)
        elif sitting is not None and sitting.is_typed:
            self._show_held(another=False)
        else:
            self._leave()

    def _leave(self) -> None:
        """One step back: from a form chosen here to the question, else to where one came from."""
        view, came_from = self._view, self._came_from
        self.form.let_go()
        inner = view.shows(view.form) or view.shows(view.finder) or view.shows(view.book)
        if inner and came_from.kind is None:
            self._request = came_from
            self._begin()
        elif came_from.resident_id is not None:
            self._shell.navigate("resident_record", resident_id=came_from.resident_id)
        elif came_from.household_id is not None:
            self._shell.navigate("household", household_id=came_from.household_id)
        else:
            self._shell.navigate("residents")

    def _ask_to_drop(self, go: Callable[[], None]) -> None:
        dialog = ConfirmDialog(
            self._view,
            title=self.tr("Buang isian ini?"),
            text=self.tr("Yang sudah diketik belum disimpan dan akan hilang."),
            confirm=self.tr("Buang isian"),
            back=self.tr("Kembali ke isian"),
        )
        dialog.accepted.connect(go)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _saved(self, sitting: Sitting, recorded: RecordedEvent, effect: EventEffect) -> None:
        words = said_of(sitting, effect)
        walked_on = self.form.sitting is not None or not self._view.isVisible()
        if walked_on or sitting.request is not self._request:
            detail = self.tr("Bisa diurungkan di Buku peristiwa.")
            self._shell.toast(words, detail)
            if not walked_on:
                self._begin()
            return
        self.result.show(sitting, recorded, effect, words)


def possible_forms(start: EventStart) -> tuple[FormKind, ...]:
    """The kinds that can happen to this person or household as they stand."""
    person, home = start.person, start.household

    def can(form: FormKind) -> bool:
        if form.about is About.AWAY:
            return bool(start.away) and (person is None or person in start.away)
        if form.about is About.NOBODY:
            return home is not None
        if person is not None and person.life_status is not LifeStatus.ALIVE:
            valid = person.life_status is not LifeStatus.INVALID
            return form.kind is EventKind.INVALIDATION and valid
        if form.about is About.HOUSEHOLD:
            return home is not None and bool(start.members)
        single = form.kind not in {EventKind.DEPARTURE, EventKind.INVALIDATION}
        return person is not None or (not single and bool(start.members))

    return tuple(form for form in FORMS.values() if can(form))
