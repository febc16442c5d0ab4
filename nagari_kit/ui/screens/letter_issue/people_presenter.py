"""Runs the people of the form: searches, dialogs for outsiders, and what the sitting keeps."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.letters import LetterPerson
from nagari_kit.services.letter_people import outsider_hit
from nagari_kit.ui.record_forms.outsider_dialog import OutsiderDialog
from nagari_kit.ui.screens.letter_issue.people_section import PeopleSection
from nagari_kit.ui.screens.letter_issue.sitting import Sitting
from nagari_kit.ui.shell import Shell


class PeoplePresenter(QObject):
    """`changed` after the sitting took other people."""

    changed = Signal()

    def __init__(self, shell: Shell, view: PeopleSection, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._sitting: Sitting | None = None
        view.changed.connect(self._take)
        view.search_wanted.connect(self._search)
        view.outsider_wanted.connect(self._ask_for_outsider)

    def open(self, sitting: Sitting | None) -> None:
        """Whose people they are from now on."""
        self._sitting = sitting

    def _take(self, role: str, hits: tuple[PersonHit, ...]) -> None:
        if self._sitting is None:
            return
        people: tuple[LetterPerson, ...] = tuple(hit.person for hit in hits)
        if self._sitting.people.get(role, ()) == people:
            return
        self._sitting.people = {**self._sitting.people, role: people}
        self._sitting.hits = {**self._sitting.hits, role: hits}
        self.changed.emit()

    def _search(self, role: str, typed: str) -> None:
        people = self._shell.workspace.letter_people

        def work(_progress: object, _token: object) -> tuple[PersonHit, ...]:
            return people.search(typed)

        def done(hits: tuple[PersonHit, ...]) -> None:
            part = self._view.parts.get(role)
            if part is not None:
                part.picker.show_hits(typed, hits)

        self._shell.runner.start(
            work,
            key="letter_issue:people",
            on_success=done,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _ask_for_outsider(self, role: str, typed: str, known: PersonHit | None) -> None:
        part = self._view.parts.get(role)
        if part is None:
            return
        outsider = known.person.outsider if known is not None else None
        dialog = OutsiderDialog(self._view.window(), part.spec.label, outsider, typed)
        dialog.accepted.connect(lambda: part.take(outsider_hit(dialog.outsider())))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
