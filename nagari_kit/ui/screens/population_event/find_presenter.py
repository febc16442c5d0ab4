"""Finds whom an event is about: a person, or a household by anybody in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.residents import LifeStatus, ResidentRow
from nagari_kit.ui.letter_words import age_words, masked_number
from nagari_kit.ui.record_forms.household_picker import household_words, two_letters
from nagari_kit.ui.screens.population_event.find_step import MOST, FindStep, Hit
from nagari_kit.ui.screens.population_event.form_kind import About, FormKind
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.typed_search import TypedSearch

SEARCH_AFTER_MS = 150
_ASKED = 40
_AWAY = {
    LifeStatus.MOVED: "pindah",
    LifeStatus.MISSING: "hilang",
    LifeStatus.GONE: "pergi",
}


class FindPresenter(QObject):
    """`chosen` carries the id, and whether it is that of a household."""

    chosen = Signal(object, bool)

    def __init__(self, shell: Shell, view: FindStep, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._about = About.PERSON
        self._typed = TypedSearch(SEARCH_AFTER_MS, self)
        self._typed.wanted.connect(self._search)
        self._typed.emptied.connect(view.show_nothing)
        self._typed.take.connect(view.take_first)
        view.search_changed.connect(self._typed.type)
        view.enter_pressed.connect(self._typed.press_enter)
        view.chosen.connect(lambda key: self.chosen.emit(key, self._about is About.HOUSEHOLD))

    def begin(self, form: FormKind) -> None:
        """Ask whom this form is about."""
        self._about = form.about
        if form.about is About.HOUSEHOLD:
            question = self.tr("Keluarga mana?")
            prompt = self.tr("Nomor KK, atau nama salah satu anggotanya")
        elif form.about is About.AWAY:
            question = self.tr("Siapa yang kembali?")
            prompt = self.tr("Nama atau NIK orang yang pernah pindah, hilang, atau pergi")
        else:
            question = self.tr("Siapa orangnya?")
            prompt = self.tr("Nama, NIK, atau nomor KK")
        self._view.begin(question, prompt)

    def _search(self, text: str) -> None:
        about = self._about
        work = self._households(text) if about is About.HOUSEHOLD else self._people(text, about)

        def done(hits: tuple[Hit, ...]) -> None:
            if self._typed.still_wants(text) and about is self._about:
                self._view.show_hits(text, hits)
                self._typed.answered(text, len(hits))

        self._shell.runner.start(
            work,
            key="population_event:find",
            on_success=done,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _households(self, text: str) -> Callable[[object, object], tuple[Hit, ...]]:
        entry = self._shell.workspace.entry

        def work(_progress: object, _token: object) -> tuple[Hit, ...]:
            return tuple(
                Hit(one.household.id, *household_words(one), two_letters(one.head_name))
                for one in entry.households(text, MOST)
            )

        return work

    def _people(self, text: str, about: About) -> Callable[[object, object], tuple[Hit, ...]]:
        residents = self._shell.workspace.residents
        today = self._shell.workspace.clock.today()

        def fits(row: ResidentRow) -> bool:
            if about is About.AWAY:
                return row.life_status in _AWAY
            return row.life_status is LifeStatus.ALIVE

        def hit(row: ResidentRow) -> Hit:
            parts = (
                _AWAY.get(row.life_status, ""),
                age_words(row.birth_date, today),
                row.jorong,
                f"NIK {masked_number(row.nik)}",
                row.found_by,
            )
            detail = " · ".join(part for part in parts if part)
            return Hit(row.id, row.name, detail, two_letters(row.name))

        def work(_progress: object, _token: object) -> tuple[Hit, ...]:
            rows = residents.search(text, limit=_ASKED)
            return tuple(hit(row) for row in rows if fits(row))[:MOST]

        return work
