"""Leads the officer from resident to type to form to result; owns which step is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.letters import IssuedLetter, LetterType
from nagari_kit.domain.marriage import DRAFT_TYPE
from nagari_kit.domain.residents import ResidentRecord
from nagari_kit.errors import NagariError
from nagari_kit.services.letter_catalogue import TypeChoice
from nagari_kit.ui.jobs.job import Job
from nagari_kit.ui.record_forms.outsider_dialog import OutsiderDialog
from nagari_kit.ui.screens.letter_issue.form_presenter import FormPresenter
from nagari_kit.ui.screens.letter_issue.marriage_entry import with_marriage_set
from nagari_kit.ui.screens.letter_issue.resident_presenter import ResidentPresenter
from nagari_kit.ui.screens.letter_issue.result_presenter import ResultPresenter
from nagari_kit.ui.screens.letter_issue.sitting import Request, Sitting, open_sitting
from nagari_kit.ui.screens.letter_issue.view import LetterIssueView
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.typed_person import known_of

_OPENING = "letter_issue:open"


class LetterIssuePresenter(QObject):
    """The screen's state is `Request`: what is chosen; a step is shown for what is missing."""

    def __init__(self, shell: Shell, view: LetterIssueView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._request = Request()
        self._opening: Job | None = None
        self.residents = ResidentPresenter(shell, view.residents, self)
        self.form = FormPresenter(shell, view.form, self)
        self.result = ResultPresenter(shell, view.result, self)
        view.residents.chosen.connect(
            lambda resident: self._go(Request(resident, self._request.type_id))
        )
        view.residents.draft_chosen.connect(lambda draft: self._go(Request(draft_id=draft)))
        view.residents.back_requested.connect(lambda: shell.navigate("home"))
        view.residents.new_resident_requested.connect(self._register)
        view.residents.other_way.connect(self._go_another_way)
        view.types.chosen.connect(self._choose_type)
        view.types.change_resident_requested.connect(lambda: self._go(Request()))
        view.types.record_requested.connect(
            lambda: shell.navigate("resident_record", resident_id=self._request.resident_id)
        )
        view.form.change_resident_requested.connect(self._change_resident)
        view.form.back_requested.connect(self._back_to_types)
        view.form.restart_requested.connect(self._start_afresh)
        self.form.issued.connect(self._show_result)
        self.form.left.connect(lambda: self.enter(Request()))
        self.result.another_requested.connect(self._another_for)

    def enter(self, request: Request, *, types: bool = False) -> None:
        """Begin anew with what the caller knows; `types`: with the list of types."""
        self.leave()
        self._request = request
        if types:
            self._open_types(None)
        else:
            self._proceed()

    def leave(self) -> None:
        """Save the draft at once; what is still being opened is not wanted any more."""
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        self.form.close()

    def reload(self, changes: Changes) -> None:
        """Show drafts that changed elsewhere, as long as the resident is still being chosen."""
        if Kind.DRAFTS in changes.kinds and self._view.is_choosing_resident():
            self.residents.show_drafts()

    def _proceed(self) -> None:
        request = self._request
        kind = self._chosen_type()
        if request.draft_id is not None or (kind is not None and _has_subject(request, kind)):
            self._open_form(fresh=False)
        elif request.resident_id is not None:
            self._open_types(request.resident_id)
        else:
            self._view.show_residents(kind)
            self.residents.begin(of_the_dead=kind is not None and kind.subject == "meninggal")

    def _chosen_type(self) -> LetterType | None:
        if self._request.type_id is None:
            return None
        try:
            return self._shell.workspace.catalogue.get(self._request.type_id)
        except NagariError as error:
            self._request = Request()
            self._shell.show_error(error)
            return None

    def _go(self, request: Request) -> None:
        self._request = request
        self._proceed()

    def _go_another_way(self, way: str) -> None:
        """The type first, or somebody of another place for a letter that may be anybody's."""
        if way == "types":
            self._open_types(None)
            return
        title = self.tr("Siapa orangnya?")
        typed = self._view.residents.search.text()
        type_id = self._request.type_id
        dialog = OutsiderDialog(self._view.window(), title, None, typed)
        dialog.accepted.connect(
            lambda: self._go(Request(None, type_id, outsider=dialog.outsider()))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_type(self, type_id: str) -> None:
        if type_id == DRAFT_TYPE:
            self._shell.navigate("marriage", resident_id=self._request.resident_id)
            return
        nobody = self._shell.workspace.catalogue.get(type_id).subject == "tanpa"
        self._request = Request(None if nobody else self._request.resident_id, type_id)
        self._proceed()

    def _change_resident(self) -> None:
        self.form.close()
        self._request = Request(None, self._request.type_id)
        self._proceed()

    def _back_to_types(self) -> None:
        sitting = self.form.sitting
        self.form.close()
        resident_id = sitting.resident_id if sitting else self._request.resident_id
        self._request = Request(resident_id)
        if resident_id is None:
            self._open_types(None)
        else:
            self._proceed()

    def _another_for(self, letter: IssuedLetter) -> None:
        self._request = Request(letter.resident_id)
        if letter.resident_id is None:
            self._open_types(None)
        else:
            self._proceed()

    def _register(self) -> None:
        """Write down somebody who is not in the books, and come back with the same letter."""
        typed = known_of(self._view.residents.search.text())
        way = {"then": "letter_issue", "type_id": self._request.type_id}
        self._shell.navigate("resident_form", **way, **typed)

    def _open_types(self, resident_id: ResidentId | None) -> None:
        """The list of types for a resident, or before anybody is chosen."""
        workspace = self._shell.workspace
        self._view.show_waiting()

        def work(_progress: object, _token: object) -> tuple[ResidentRecord | None, TypeChoice]:
            record = workspace.residents.record(resident_id) if resident_id is not None else None
            return record, workspace.catalogue.choice()

        self._opening = self._shell.runner.start(
            work, key=_OPENING, on_success=self._show_types, on_error=self._refuse, lane="read"
        )

    def _show_types(self, found: tuple[ResidentRecord | None, TypeChoice]) -> None:
        record, choice = found
        choice = with_marriage_set(choice)
        self._view.show_types()
        self._view.types.show_choice(record, choice, self._shell.workspace.clock.today())

    def _start_afresh(self) -> None:
        sitting = self.form.sitting
        if sitting is None:
            return
        self.form.abandon()
        self._request = Request(
            sitting.resident_id, sitting.letter_type.id, outsider=sitting.outsider
        )
        self._open_form(fresh=True)

    def _open_form(self, *, fresh: bool) -> None:
        workspace = self._shell.workspace
        request = self._request
        held = None if fresh or request.replaced_id else self.form.held(request)
        if held is not None:
            self._show_form(held)
            return
        self._view.show_waiting()

        def work(_progress: object, _token: object) -> Sitting | None:
            wanted = request.draft_id
            if wanted is not None and workspace.drafts.get(wanted).type_id == DRAFT_TYPE:
                return None
            return open_sitting(workspace, request, fresh=fresh)

        self._opening = self._shell.runner.start(
            work, key=_OPENING, on_success=self._show_form, on_error=self._refuse, lane="read"
        )

    def _show_form(self, sitting: Sitting | None) -> None:
        if sitting is None:
            self._shell.navigate("marriage", draft_id=self._request.draft_id)
            return
        self._view.show_form(sitting.letter_type.title)
        self.form.open(sitting)

    def _show_result(self, letter: IssuedLetter) -> None:
        self._view.show_result(letter.title)
        self.result.open(letter)

    def _refuse(self, error: NagariError) -> None:
        self._shell.show_error(error)
        self._request = Request()
        self._proceed()


def _has_subject(request: Request, kind: LetterType) -> bool:
    """Whether it is known of whom the letter is."""
    known = (request.resident_id, request.outsider, request.replaced_id)
    return kind.subject == "tanpa" or any(one is not None for one in known)
