"""Owns the wedding that is being entered: keeps its draft, shows its pages, issues it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import DraftId, ResidentId
from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.domain.marriage import MarriageCase, Side
from nagari_kit.errors import InputError, NagariError
from nagari_kit.services.marriage import MarriageLook
from nagari_kit.ui.printing.print_desk import PrintDesk, tell_failure
from nagari_kit.ui.screens.marriage.case_keeper import CaseKeeper
from nagari_kit.ui.screens.marriage.people_wiring import PeopleWiring
from nagari_kit.ui.screens.marriage.places import step_of_error
from nagari_kit.ui.screens.marriage.sheets import drawn_sheets
from nagari_kit.ui.screens.marriage.view import LAST, MarriageView
from nagari_kit.ui.shell import Shell, Unsaved

LOOK_AFTER_MS = 250


class MarriagePresenter(QObject):
    """`case` is what is entered; the widgets are read into it after every change."""

    def __init__(self, shell: Shell, view: MarriageView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self.case = MarriageCase()
        self.letters: tuple[IssuedLetter, ...] = ()
        self._is_filling = False
        self.keeper = CaseKeeper(shell, self)
        self.people = PeopleWiring(shell, view, self)
        self.desk = PrintDesk(shell, self)
        self.desk.failed.connect(lambda failure: tell_failure(shell, failure))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look)
        self.keeper.told.connect(view.footer.set_note)
        self.people.changed.connect(self._on_change)
        self.people.person_chosen.connect(self._take_person)
        for page in view.sides.values():
            page.changed.connect(self._on_change)
        view.parents.changed.connect(self._on_change)
        view.akad.changed.connect(self._on_change)
        view.step_wanted.connect(self._go)
        view.issue_wanted.connect(self._issue)
        view.error_chosen.connect(lambda key: self._show_step(step_of_error(key)))

    def enter(self, resident_id: ResidentId | None, draft_id: DraftId | None) -> None:
        """Begin anew, or go on with a draft; one that the disk refused is held here."""
        if draft_id is not None and self.keeper.holds(draft_id):
            return
        marriages = self._shell.workspace.marriages
        self._run(
            "open",
            lambda: marriages.get(draft_id) if draft_id else marriages.begin(resident_id),
            self._open,
        )

    def leave(self) -> None:
        """Save what was typed at once."""
        self._timer.stop()
        self.keeper.flush()

    def unsaved(self) -> Unsaved | None:
        """What would be lost if the program ended now."""
        return self.keeper.unsaved()

    def give_up(self) -> None:
        """Let go of it."""
        self.keeper.forget()

    def _open(self, case: MarriageCase) -> None:
        self.letters = ()
        self._view.errors.clear()
        memory = self.desk.memory
        self._view.finish.print_form.show_target(memory.target() or memory.proposal())
        self._view.footer.set_note("")
        self._view.set_busy(busy=False)
        self._fill(case, place=0)

    def _fill(self, case: MarriageCase, place: int | None = None) -> None:
        """Show a case anew: who is chosen, what is typed, the pages."""
        self.case = case
        marriages = self._shell.workspace.marriages

        def show(look: MarriageLook) -> None:
            if self.case.draft_id != case.draft_id:
                return
            today = self._shell.workspace.clock.today()
            self._is_filling = True
            for side, page in self._view.sides.items():
                page.show_side(case.side(side), look.hits, today)
            self._view.parents.show_case(case, look.hits, today)
            self._view.akad.show_case(case)
            self._is_filling = False
            if place is not None:
                self._show_step(place)
            self._show_look(look)
            self._draw()

        self._run("fill", lambda: marriages.look(case), show)

    def _read(self) -> None:
        view = self._view
        case = self.case
        for side in Side:
            case = case.with_side(side, view.sides[side].applied_to(case.side(side)))
        self.case = view.akad.applied_to(view.parents.applied_to(case))

    def _on_change(self) -> None:
        if self._is_filling or self.letters:
            return
        self._read()
        self.keeper.touch(self.case)
        self._timer.start()

    def _take_person(self, side: Side, hit: PersonHit | None) -> None:
        """Somebody else on a side: parents and status are those of this person."""
        if self.letters:
            return
        self._read()
        if hit is None:
            self.case = self.case.with_side(side, replace(self.case.side(side), person=None))
            self.keeper.touch(self.case)
            self._timer.start()
            return
        case, marriages = self.case, self._shell.workspace.marriages

        def taken(made: MarriageCase) -> None:
            self._fill(made)
            self.keeper.touch(made)

        self._run("person", lambda: marriages.with_person(case, side, hit.person), taken)

    def _look(self) -> None:
        case, marriages = self.case, self._shell.workspace.marriages

        def show(look: MarriageLook) -> None:
            if case == self.case:
                self._show_look(look)

        self._run("look", lambda: marriages.look(case), show)
        self._draw()

    def _show_look(self, look: MarriageLook) -> None:
        self._view.show_cautions(look.cautions)
        self._view.show_needs(look.needs)
        self._view.akad.show_papers(look.papers, self.case.papers)

    def _draw(self) -> None:
        case, marriages = self.case, self._shell.workspace.marriages
        self._run("draw", lambda: drawn_sheets(marriages, case), self._view.show_sheets)

    def _go(self, step: int) -> None:
        if self.letters or self._view.step + step < 0:
            self._shell.navigate("home")
        else:
            self._show_step(min(LAST, self._view.step + step))

    def _show_step(self, place: int) -> None:
        sheets = sum(one.sheet.need.is_needed for one in self._view.desk.cards)
        self._view.show_step(place, sheets)
        self._view.focus_step()
        self._timer.start()

    def _issue(self) -> None:
        target = self._view.finish.print_form.target()
        if self.letters:
            for letter in self.letters:
                self.desk.print_letter(letter, target)
            return
        self._read()
        self._timer.stop()
        self.keeper.flush()
        case, marriages = self.case, self._shell.workspace.marriages
        self._view.set_busy(busy=True)

        def done(letters: tuple[IssuedLetter, ...]) -> None:
            self._view.set_busy(busy=False)
            self.keeper.forget()
            for letter in letters:
                self.desk.print_letter(letter, target)
            self._shell.changed(Changes.of(Kind.LETTERS, Kind.DRAFTS, Kind.SYNC), self.parent())
            if case.draft_id == self.case.draft_id:
                self._show_issued(letters)

        self._run("issue", lambda: marriages.issue(case), done, self._refused, lane="write")

    def _show_issued(self, letters: tuple[IssuedLetter, ...]) -> None:
        self.letters = letters
        self._view.errors.clear()
        self._view.finish.show_letters(letters)
        self._view.show_step(LAST, len(letters), is_over=True)
        self._view.footer.set_note(
            self.tr("{0} surat tersimpan di register").format(len(letters)), "circle-check", "ok"
        )
        self._view.back.setFocus()

    def _refused(self, error: NagariError) -> None:
        self._view.set_busy(busy=False)
        if not isinstance(error, InputError) or not error.fields:
            self._shell.show_error(error)
            return
        told: dict[str, str] = {}
        for key, words in error.fields.items():
            told.setdefault(words, key)
        links = [(key, words) for words, key in told.items()]
        self._view.errors.show_errors(error.user_message, links)

    def _run(
        self,
        key: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[NagariError], None] | None = None,
        *,
        lane: str = "read",
    ) -> None:
        self._shell.runner.start(
            lambda _progress, _token: work(),
            key=f"marriage:{key}",
            on_success=done,
            on_error=failed or self._shell.show_error,
            lane=lane,
        )
