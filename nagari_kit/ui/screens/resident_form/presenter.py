"""Leads from the question why somebody is new to the sheet, and on to what comes next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.residents import Resident
from nagari_kit.services.resident_entry import FormStart
from nagari_kit.ui.screens.resident_form.form_presenter import FormPresenter
from nagari_kit.ui.screens.resident_form.reason_step import ARRIVAL, BIRTH, LONG_HERE
from nagari_kit.ui.screens.resident_form.sitting import Request, Sitting, new_resident
from nagari_kit.ui.screens.resident_form.view import ResidentFormView
from nagari_kit.ui.shell import Shell, Unsaved, has_page
from nagari_kit.ui.widgets import ConfirmDialog

_EVENTS = "population_event"


class ResidentFormPresenter(QObject):
    """What was typed stays on the sheet until it is saved or thrown away on purpose."""

    def __init__(self, shell: Shell, view: ResidentFormView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._request = Request()
        self.form = FormPresenter(shell, view, self)
        view.reasons.chosen.connect(self._take_reason)
        view.back_requested.connect(self._go_back)
        view.retry_requested.connect(self._open)
        view.sheet.held.action_requested.connect(self._throw_away)
        self.form.saved.connect(self._saved)

    def enter(self, request: Request) -> None:
        """Begin, unless something typed still waits on the sheet."""
        self._request = request
        if self.form.sitting is not None and self.form.sitting.is_typed:
            self._show_held()
        else:
            self._begin()

    def unsaved(self) -> Unsaved | None:
        """What was typed and nobody saved yet."""
        sitting = self.form.sitting
        if sitting is None or not sitting.is_typed:
            return None
        name = self._view.sheet.texts()["name.name"] or self.tr("warga baru")
        words = self.tr("Isian data {0} belum disimpan.").format(name)
        return Unsaved(words, {}, is_refused=False)

    def give_up(self) -> None:
        """The officer lets go of it."""
        self.form.let_go()

    def _begin(self) -> None:
        self.form.let_go()
        is_new = self._request.resident_id is None
        if is_new and has_page(_EVENTS):
            self._view.show_reasons((BIRTH, ARRIVAL, LONG_HERE))
        else:
            self._open()

    def _take_reason(self, reason: str) -> None:
        if reason == LONG_HERE:
            self._open()
        else:
            self._shell.navigate(_EVENTS, kind=reason, household_id=self._request.household_id)

    def _open(self) -> None:
        request, workspace = self._request, self._shell.workspace
        self._view.show_waiting()

        def work(_progress: object, _token: object) -> Sitting:
            start: FormStart = workspace.entry.begin(request.resident_id, request.household_id)
            base = start.known or new_resident(workspace.entry.new_resident_id(), request)
            today = workspace.clock.today()
            return Sitting(request, start, base, workspace.entry.new_household_id(), today)

        def done(sitting: Sitting) -> None:
            if request is self._request:
                self.form.open(sitting)
                self._note_look(sitting)

        self._shell.runner.start(
            work, key="resident_form:open", on_success=done, on_error=self._view.show_trouble
        )

    def _note_look(self, sitting: Sitting) -> None:
        """A form shows the whole record, the NIK too."""
        known, accesses = sitting.start.known, self._shell.workspace.accesses
        if known is not None:
            self._shell.runner.start(
                lambda _progress, _token: accesses.note(known.id, "memperbaiki data"),
                key=f"resident_form:look:{known.id}",
                on_success=lambda _nothing: None,
                on_error=self._shell.show_error,
                lane="write",
            )

    def _show_held(self) -> None:
        self.form.show()
        held = self._view.sheet.held
        words = self.tr("Isian tadi masih ada. Simpan dahulu, atau buang untuk memulai yang lain.")
        held.show_words("info", self.tr("Belum disimpan."), words)
        held.show()

    def _throw_away(self) -> None:
        self._ask_to_drop(self._begin)

    def _go_back(self) -> None:
        sitting = self.form.sitting
        if sitting is not None and sitting.is_typed and self._view.is_form():
            self._ask_to_drop(self._leave)
        else:
            self._leave()

    def _ask_to_drop(self, go: Callable[[], None]) -> None:
        dialog = ConfirmDialog(
            self._view,
            title=self.tr("Buang isian ini?"),
            text=self.tr("Yang sudah diketik belum disimpan dan akan hilang."),
            confirm=self.tr("Buang isian"),
            back=self.tr("Kembali ke isian"),
        )

        def drop() -> None:
            self.form.let_go()
            go()

        dialog.accepted.connect(drop)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _leave(self) -> None:
        request = self._request
        self.form.let_go()
        if request.resident_id is not None:
            self._shell.navigate("resident_record", resident_id=request.resident_id)
        elif request.then == "letter_issue":
            self._shell.navigate("letter_issue", type_id=request.type_id)
        else:
            self._shell.navigate("residents")

    def _saved(self, sitting: Sitting, resident: Resident) -> None:
        name = resident.name.full()
        if sitting.is_new:
            self._shell.toast(self.tr("{0} sudah tercatat").format(name))
        else:
            self._shell.toast(self.tr("Data {0} sudah diperbaiki").format(name))
        if self.form.sitting is not None or not self._view.isVisible():
            # The officer walked on meanwhile.
            return
        request = sitting.request
        if sitting.is_new and request.then == "letter_issue":
            self._shell.navigate("letter_issue", resident_id=resident.id, type_id=request.type_id)
        else:
            self._shell.navigate("resident_record", resident_id=resident.id)

    def reload(self, changes: Changes) -> None:
        """What is typed is never replaced; a stale record is told when it is saved."""
