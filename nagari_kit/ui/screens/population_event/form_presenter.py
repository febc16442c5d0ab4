"""Shows what a form would do while it is filled in, and saves it once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from nagari_kit.domain import code_lists
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.population import EventEffect, EventKind
from nagari_kit.errors import InputError, NagariError
from nagari_kit.services.population import RecordedEvent
from nagari_kit.ui.code_words import code_words
from nagari_kit.ui.jobs.pieces import Pieces
from nagari_kit.ui.screens.population_event.beginnings import (
    PICKERS,
    about_words,
    first_texts,
    home_hit,
    member_named,
    parent_nik,
)
from nagari_kit.ui.screens.population_event.compose import TEMPORARY
from nagari_kit.ui.screens.population_event.field_specs import HOUSEHOLD
from nagari_kit.ui.screens.population_event.form_page import FormPage
from nagari_kit.ui.screens.population_event.kinds import answering
from nagari_kit.ui.screens.population_event.sheet import EventSheet, picked
from nagari_kit.ui.screens.population_event.sitting import Sitting, Verdict
from nagari_kit.ui.screens.population_event.succession import succession
from nagari_kit.ui.shell import Shell

PLAN_AFTER_MS = 250
_TAKEN = {"WARGA-01": ("nik", "people"), "WARGA-02": (HOUSEHOLD,)}
"""Fields that a refused number belongs to, by the code of the refusal."""


class FormPresenter(QObject):
    """Owns the sitting. `saved` carries it with what was recorded and what that did."""

    saved = Signal(object, object, object)

    def __init__(self, shell: Shell, page: FormPage, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._page = page
        self.sitting: Sitting | None = None
        self._is_saving = False
        self._pieces = Pieces(shell.runner, "population_event:build")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PLAN_AFTER_MS)
        self._timer.timeout.connect(self._plan)
        page.save_requested.connect(self.save)

    @property
    def is_saving(self) -> bool:
        """Whether an event is on its way to the disk."""
        return self._is_saving

    def open(self, sitting: Sitting, then: Callable[[], None]) -> None:
        """Build the form, fill in what is known, show what it would do; `then` it can be used."""
        self._pieces.run(self._opening(sitting, then))

    def _opening(self, sitting: Sitting, then: Callable[[], None]) -> Iterator[None]:
        form, start = sitting.form, sitting.start
        sheet = EventSheet(
            form, start, PICKERS.get(form.kind), self._shell.workspace.entry.new_resident_id
        )
        yield
        yield from sheet.grow()
        self._page.show_sheet(sheet, form.title, about_words(form, start))
        yield
        self.sitting = sitting
        sheet.edited.connect(self._edited)
        sheet.left.connect(self._left)
        sheet.search_wanted.connect(self._search)
        _begin_picker(sheet, sitting)
        sheet.put(first_texts(form, start))
        self._react()
        sheet.focus(sheet.first())
        sheet.to_top()
        self._plan()
        then()

    def show_again(self, *, another: bool) -> None:
        """The form as it was left; where `another` was asked for, the word that it waits."""
        sitting, sheet = self.sitting, self._page.sheet()
        if sitting is None:
            return
        self._page.retitle(sitting.form.title, about_words(sitting.form, sitting.start))
        words = self.tr("Isian tadi masih ada. Simpan dahulu, atau buang untuk memulai yang lain.")
        sheet.held.show_words("info", self.tr("Belum disimpan."), words)
        sheet.held.setVisible(another and not self._is_saving)

    def let_go(self) -> None:
        """Forget what was typed."""
        self._pieces.drop()
        self.sitting = None
        self._timer.stop()

    def save(self) -> None:
        """Check all of it and write it, once."""
        sitting = self.sitting
        if sitting is None or self._is_saving:
            return
        verdict = self._verdict(sitting)
        if verdict.is_whole:
            self._write(sitting, verdict)
        else:
            self._refuse({**verdict.faults, **verdict.gaps}, verdict.loose)

    def _verdict(self, sitting: Sitting) -> Verdict:
        sheet = self._page.sheet()
        return sitting.judge(sheet.values(picked(sheet.picker)))

    def _edited(self, name: str) -> None:
        sitting, sheet = self.sitting, self._page.sheet()
        if sitting is None:
            return
        sitting.is_typed = True
        sitting.revision += 1
        self._page.show_typing()
        self._fill_in(name)
        self._react()
        marked = sheet.faults()
        if any(one.split(".")[0] == name for one in marked):
            # What is being mended is no longer held against the officer.
            sheet.show_faults({k: v for k, v in marked.items() if k.split(".")[0] != name})
            if not sheet.faults():
                sheet.summary.clear()
        sitting.touched.discard(name)
        self._page.pane.show_state(self.tr("menghitung …"))
        self._timer.start()

    def _left(self, name: str) -> None:
        sitting = self.sitting
        if sitting is not None and sitting.is_typed and name not in sitting.touched:
            sitting.touched.add(name)
            self._plan()

    def _react(self) -> None:
        """Ask what must be asked as the form stands."""
        sitting, sheet = self.sitting, self._page.sheet()
        if sitting is None:
            return
        for _ in range(2):
            # The head that is proposed first settles the relations that are proposed then.
            values = sheet.values(picked(sheet.picker))
            sheet.show_succession(succession(sitting.form.kind, sitting.start, values))
        visits = sheet.values(None).texts.get("residency") == TEMPORARY
        sheet.show_only_if(("host", "purpose"), shown=visits)

    def _fill_in(self, name: str) -> None:
        """What follows from a name that was chosen among the members."""
        sitting, sheet = self.sitting, self._page.sheet()
        if sitting is None or name not in {"mother_name", "father_name", "reporter_name"}:
            return
        typed = sheet.inputs[name].text()
        known = member_named(sitting.start, typed)
        if name == "reporter_name":
            if known is not None:
                relation = code_words(code_lists.FAMILY_RELATION, known.family_relation)
                sheet.put({"reporter_relation": relation})
            return
        sheet.put({name.replace("_name", "_nik"): parent_nik(sitting.start, typed)})

    def _plan(self) -> None:
        sitting, pane = self.sitting, self._page.pane
        if sitting is None:
            return
        verdict = self._verdict(sitting)
        self._mark(sitting, verdict.faults)
        report = verdict.report
        if report is None or verdict.faults:
            pane.show_state(self.tr("belum lengkap"), "neutral")
            pane.show_gap([*verdict.faults.values(), *verdict.loose])
            return
        revision, forms = sitting.revision, self._shell.workspace.event_forms

        def is_current() -> bool:
            return sitting is self.sitting and revision == sitting.revision

        def done(effect: EventEffect) -> None:
            if is_current():
                pane.show_state(self.tr("belum disimpan"), "neutral")
                warned = replace(effect, warnings=(*verdict.doubts, *effect.warnings))
                pane.show_effect(warned, self._missing(verdict.gaps))

        def failed(error: NagariError) -> None:
            if not is_current():
                return
            named, loose = self._sorted(error)
            self._mark(sitting, named)
            pane.show_state(self.tr("belum bisa disimpan"), "warn")
            pane.show_gap([*named.values(), *loose])

        self._shell.runner.start(
            lambda _progress, _token: forms.preview(report),
            key="population_event:plan",
            on_success=done,
            on_error=failed,
            lane="read",
        )

    def _missing(self, gaps: Mapping[str, str]) -> str:
        sheet = self._page.sheet()
        named = list(dict.fromkeys(sheet.label(name) for name in gaps))
        return self.tr("Masih kosong: {0}.").format(", ".join(named)) if named else ""

    def _mark(self, sitting: Sitting, faults: Mapping[str, str]) -> None:
        sheet = self._page.sheet()
        shown = {
            name: words
            for name, words in faults.items()
            if name.split(".")[0] in sitting.touched or name in sheet.faults()
        }
        sheet.show_faults({**{k: v for k, v in sheet.faults().items() if k not in faults}, **shown})

    def _refuse(self, faults: Mapping[str, str], loose: tuple[str, ...] | list[str]) -> None:
        sitting, sheet = self.sitting, self._page.sheet()
        if sitting is None:
            return
        sitting.touched |= {name.split(".")[0] for name in faults}
        sheet.show_faults(faults)
        self._page.show_faults(faults, loose)
        order = [one.name for one in sitting.form.fields]
        first = min(faults, key=lambda one: order.index(one.split(".")[0]), default="")
        if first:
            sheet.focus(first)

    def _write(self, sitting: Sitting, verdict: Verdict) -> None:
        report, forms = verdict.report, self._shell.workspace.event_forms
        if report is None:
            return
        self._is_saving = True
        self._timer.stop()
        self._page.set_busy(busy=True)

        def done(written: tuple[RecordedEvent, EventEffect]) -> None:
            self._is_saving = False
            self._page.set_busy(busy=False)
            recorded, effect = written
            if sitting is self.sitting:
                self.sitting = None
            self._shell.changed(recorded.changes, self)
            self.saved.emit(sitting, recorded, effect)

        def failed(error: NagariError) -> None:
            self._is_saving = False
            self._page.set_busy(busy=False)
            named, loose = self._sorted(error)
            if sitting is not self.sitting:
                self._shell.show_error(error)
            elif named or isinstance(error, InputError):
                self._refuse(named, loose)
            else:
                self._page.show_faults({}, loose)
                self._shell.show_error(error, self._page)

        self._shell.runner.start(
            lambda _progress, _token: forms.record(report),
            key=f"population_event:record:{id(sitting)}",
            on_success=done,
            on_error=failed,
            lane="write",
        )

    def _sorted(self, error: NagariError) -> tuple[dict[str, str], list[str]]:
        """Sentences of a refusal beside the fields, and the rest of it."""
        sitting = self.sitting
        if sitting is None:
            return {}, [error.user_message]
        if isinstance(error, InputError):
            return answering(sitting.form, error.fields)
        fields = {one.name for one in sitting.form.fields}
        place = next((one for one in _TAKEN.get(error.code, ()) if one in fields), "")
        if place == "people":
            place = f"people.{self._bearing(error.user_message)}"
        words = error.user_message
        return ({place: words}, []) if place else ({}, [words])

    def _bearing(self, words: str) -> int:
        """The newcomer whose name a refusal says, else the first."""
        newcomers = self._page.sheet().newcomers
        texts = newcomers.texts() if newcomers is not None else ()
        return next((place for place, one in enumerate(texts) if one.name and one.name in words), 0)

    def _search(self, text: str) -> None:
        sitting, sheet = self.sitting, self._page.sheet()
        picker = sheet.picker
        if picker is None or sitting is None:
            return
        if not text:
            picker.show_hits("", ())
            return
        own = sitting.start.household
        is_merge = sitting.form.kind is EventKind.HOUSEHOLD_MERGE

        def done(hits: tuple[HouseholdHit, ...]) -> None:
            if sitting is not self.sitting or picker.search.text().strip() != text:
                return
            others = [one for one in hits if own is None or one.household.id != own.id]
            picker.show_hits(text, others if is_merge else hits)

        entry = self._shell.workspace.entry
        self._shell.runner.start(
            lambda _progress, _token: entry.households(text, 6),
            key="population_event:household",
            on_success=done,
            on_error=self._shell.show_error,
            lane="read",
        )


def _begin_picker(sheet: EventSheet, sitting: Sitting) -> None:
    words = PICKERS.get(sitting.form.kind)
    if sheet.picker is None or words is None:
        return
    hit = home_hit(sitting.start) if sitting.form.kind is EventKind.ARRIVAL else None
    modes = [mode for mode, _text in words.choices]
    sheet.picker.begin(hit, sitting.start.jorong, modes[1 if hit is not None else 0])
