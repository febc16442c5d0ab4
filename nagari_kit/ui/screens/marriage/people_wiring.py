"""Connects every slot of the wedding with the search and the form for strangers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.services.letter_people import outsider_hit
from nagari_kit.ui.record_forms.outsider_dialog import OutsiderDialog
from nagari_kit.ui.screens.marriage.person_slot import PersonSlot
from nagari_kit.ui.screens.marriage.view import MarriageView
from nagari_kit.ui.shell import Shell


class PeopleWiring(QObject):
    """`person_chosen` carries side and hit of groom or bride; `changed` is for all others."""

    changed = Signal()
    person_chosen = Signal(object, object)

    def __init__(self, shell: Shell, view: MarriageView, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        for side, page in view.sides.items():
            page.person.changed.connect(lambda hit, which=side: self.person_chosen.emit(which, hit))
            page.late.changed.connect(lambda _hit: self.changed.emit())
            self._connect(page.person)
            self._connect(page.late)
        for slot in view.parents.slots.values():
            slot.changed.connect(lambda _hit: self.changed.emit())
            self._connect(slot)

    def _connect(self, slot: PersonSlot) -> None:
        slot.search_wanted.connect(lambda typed: self._search(slot, typed))
        slot.outsider_wanted.connect(lambda typed, hit: self._ask(slot, typed, hit))

    def _search(self, slot: PersonSlot, typed: str) -> None:
        people = self._shell.workspace.letter_people
        self._shell.runner.start(
            lambda _progress, _token: people.search(typed),
            key="marriage:people",
            on_success=lambda hits: slot.picker.show_hits(typed, hits),
            on_error=self._shell.show_error,
            lane="read",
        )

    def _ask(self, slot: PersonSlot, typed: str, known: PersonHit | None) -> None:
        outsider = known.person.outsider if known is not None else None
        dialog = OutsiderDialog(self._view.window(), slot.label, outsider, typed)
        dialog.accepted.connect(lambda: slot.take(outsider_hit(dialog.outsider())))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
