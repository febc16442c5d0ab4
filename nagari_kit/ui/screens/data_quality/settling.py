"""Carries out what the officer decides about the doubt that is shown: mend, join, or let it be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.doubts import RULES, Mend
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.errors import InputError, NagariError
from nagari_kit.services.data_quality import DoubtCase, Mended
from nagari_kit.ui.screens.data_quality.view import DataQualityView
from nagari_kit.ui.shell import Shell

_Result = TypeVar("_Result")
_LOOK = "Memeriksa data"


class Settling(QObject):
    """`settled`: the doubt is done with, the next one may come.

    `restored` carries a Doubt that was taken back to be asked again.
    """

    settled = Signal()
    restored = Signal(object)

    def __init__(self, shell: Shell, view: DataQualityView, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._case: DoubtCase | None = None
        card = view.case
        card.save_requested.connect(self._save)
        card.confirm_requested.connect(self._ask_why)
        card.reopen_requested.connect(self._reopen)
        card.household.search_wanted.connect(self._search)

    def begin(self, case: DoubtCase) -> None:
        """This one is shown now; that its records were looked at is remembered."""
        self._case = case
        accesses = self._shell.workspace.accesses
        people = [one.id for one in case.people]

        def note(_progress: object, _token: object) -> None:
            for one in people:
                accesses.note(one, _LOOK)

        self._shell.runner.start(
            note, key="data_quality:look", on_success=lambda _: None, lane="write"
        )

    def _save(self) -> None:
        case = self._case
        work = self._work(case) if case is not None else None
        if case is None or work is None:
            return
        self._write(case, work, lambda mended: self._tell(case, mended))

    def _work(self, case: DoubtCase) -> Callable[[], Mended] | None:
        """What is to be done by what the officer wrote; None while something is missing."""
        workspace, card, doubt = self._shell.workspace, self._view.case, case.item.doubt
        mend = RULES[doubt.rule].mend
        if mend is Mend.MERGE:
            a, b = case.people
            choices = dict(card.merge.model_of_merge.choices())
            return lambda: workspace.merges.merge(doubt, a, b, choices)
        if mend is Mend.HOUSEHOLD:
            home = card.household.chosen()
            if home is None:
                return None
            return lambda: workspace.mends.household(doubt, case.people[0], *home)
        if mend is Mend.HEAD:
            head = card.head.chosen()
            if head is None:
                return None
            return lambda: workspace.mends.head(doubt, case.members, *head)
        facts = card.facts.facts()
        if facts is None:
            return None
        return lambda: workspace.mends.facts(doubt, case.people, facts)

    def _tell(self, case: DoubtCase, mended: Mended) -> None:
        doubt = case.item.doubt
        merged = RULES[doubt.rule].mend is Mend.MERGE
        words = self.tr("Dua catatan digabungkan") if merged else self.tr("Perbaikan disimpan")
        self._shell.toast(words, doubt.title, lambda: self._undo(mended))
        self._shell.changed(mended.changes, self)
        self._settle()

    def _settle(self) -> None:
        self._view.case.forget()
        self.settled.emit()

    def _undo(self, mended: Mended) -> None:
        mends = self._shell.workspace.mends

        def done(changes: Changes) -> None:
            self._shell.changed(changes, self)
            self._shell.toast(self.tr("Dikembalikan seperti semula"), mended.doubt.title)
            self.restored.emit(mended.doubt)

        self._shell.runner.start(
            lambda _progress, _token: mends.undo(mended),
            key="data_quality:undo",
            on_success=done,
            on_error=lambda error: self._shell.show_error(error, self._view),
            lane="write",
        )

    def _ask_why(self) -> None:
        case = self._case
        if case is not None:
            self._view.ask_why(case.item.doubt, lambda reason: self._decide(case, reason))

    def _decide(self, case: DoubtCase, reason: str) -> None:
        quality, doubt = self._shell.workspace.quality, case.item.doubt

        def done(changes: Changes) -> None:
            words = RULES[doubt.rule].confirm
            self._shell.toast(
                self.tr("Dicatat: {0}").format(words.lower()),
                doubt.title,
                lambda: self._withdraw(case),
            )
            self._shell.changed(changes, self)
            self._settle()

        self._write(case, lambda: quality.decide(doubt, reason), done)

    def _reopen(self) -> None:
        if self._case is not None:
            self._withdraw(self._case)

    def _withdraw(self, case: DoubtCase) -> None:
        quality, doubt = self._shell.workspace.quality, case.item.doubt

        def done(changes: Changes) -> None:
            self._shell.toast(self.tr("Ditanyakan lagi"), doubt.title)
            self._shell.changed(changes, self)
            self.restored.emit(doubt)

        self._write(case, lambda: quality.withdraw(doubt), done)

    def _write(
        self, case: DoubtCase, work: Callable[[], _Result], done: Callable[[_Result], None]
    ) -> None:
        self._view.case.set_busy(True)
        self._shell.runner.start(
            lambda _progress, _token: work(),
            key="data_quality:write",
            on_success=done,
            on_error=lambda error: self._refused(case, error),
            lane="write",
        )

    def _refused(self, case: DoubtCase, error: NagariError) -> None:
        if self._view.case.case is not case:
            # The officer has walked on; it belongs to no field that is shown.
            self._shell.show_error(error, self._view)
            return
        self._view.case.set_busy(False)
        words = error.user_message
        if isinstance(error, InputError):
            words = self._view.case.show_field_errors(error.fields)
        self._view.case.show_trouble(words, error.hint or "")

    def _search(self, typed: str) -> None:
        entry = self._shell.workspace.entry

        def found(hits: tuple[HouseholdHit, ...]) -> None:
            form = self._view.case.household
            if form.typed() == typed:
                form.show_hits(typed, hits)

        if typed:
            self._shell.runner.start(
                lambda _progress, _token: entry.households(typed, 6),
                key="data_quality:household",
                on_success=found,
            )
        else:
            self._view.case.household.show_hits("", ())
