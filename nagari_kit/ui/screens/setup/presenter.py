"""Leads through the first set-up; every finished step is on disk before the next one is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from nagari_kit.domain.office import OfficeProfile, Officer, OfficeRegion
from nagari_kit.errors import InputError, NagariError
from nagari_kit.services.regions import RegionService
from nagari_kit.services.setup_draft import SetupDraft
from nagari_kit.ui.screens.setup.draft_keeper import SetupDraftKeeper
from nagari_kit.ui.screens.setup.office import SetupOffice
from nagari_kit.ui.screens.setup.papers import SetupPapers
from nagari_kit.ui.screens.setup.printing import TestPrint
from nagari_kit.ui.screens.setup.sittings import (
    proposed_officers,
    proposed_profile,
    with_names_of,
)
from nagari_kit.ui.screens.setup.view import KOP, OFFICERS, PASSPHRASE, PRINT, REGION, SetupView

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

PREVIEW_AFTER_MS = 250
SAVE_AFTER_MS = 800
SEARCH_AFTER_MS = 120


class SetupPresenter(QObject):
    """`_draft` is what was entered so far; the passphrase is not part of it."""

    def __init__(self, office: SetupOffice, view: SetupView) -> None:
        super().__init__(view)
        self._office = office
        self._view = view
        self._keeper = SetupDraftKeeper(office)
        self._papers = SetupPapers(office, view)
        self._regions = RegionService()
        self._draft = SetupDraft()
        self._workspace: Workspace | None = None
        self._print = TestPrint(office, view.printing, self)
        self._search = _after(self, SEARCH_AFTER_MS, self._find_regions)
        self._redraw = _after(self, PREVIEW_AFTER_MS, self.draw)
        self._keep = _after(self, SAVE_AFTER_MS, self._save_quietly)
        view.next_requested.connect(self.go_on)
        view.back_requested.connect(self.go_back)
        view.region.search_changed.connect(lambda _text: self._search.start())
        view.kop.changed.connect(self._edited)
        view.officers.changed.connect(self._edited)

    def enter(self) -> None:
        """Go on where it was left, in front of the passphrase at the latest."""
        self._keeper.load(self._resume)

    def leave(self) -> None:
        """What was typed last is kept too."""
        if self._keep.isActive():
            self._keep.stop()
            self._save_quietly()

    def go_on(self) -> None:
        """Check the step, keep it, show the next one."""
        place = self._view.current
        if place == PRINT:
            if self._workspace is not None:
                self._office.opened(self._workspace)
        elif place == PASSPHRASE:
            self._make_office()
        elif place == REGION and self._view.region.is_searching:
            # Enter came before the hits: show them, and let the officer look first.
            self._search.stop()
            self._find_regions()
        elif self._is_complete(place):
            self._gather()
            self._draft = replace(self._draft, step=place + 1)
            self._keep.stop()
            self._view.set_busy(busy=True)
            self._keeper.save(self._draft, lambda: self._show(place + 1), self._refuse_save)

    def go_back(self) -> None:
        """One step back; nothing typed is lost."""
        if 0 < self._view.current < PRINT:
            self._gather()
            self._show(self._view.current - 1)

    def draw(self) -> None:
        """The sample letter with what stands in the forms."""
        if self._draft.profile is not None:
            self._papers.show_letter(self._draft.profile, self._draft.officers)

    def _resume(self, draft: SetupDraft) -> None:
        self._draft = draft
        profile = draft.profile
        if profile is not None:
            self._fill(profile)
            region = self._regions.by_code(profile.code)
            if region is not None:
                self._view.region.show_chosen(region)
        self._show(min(draft.step, PASSPHRASE) if profile else REGION)

    def _fill(self, profile: OfficeProfile) -> None:
        self._view.kop.form.show_profile(profile)
        if len(self._draft.officers) != 2:
            officers = proposed_officers(profile.kind, self._office.clock)
            if self._draft.officers:
                officers = with_names_of(officers, self._draft.officers)
            self._draft = replace(self._draft, officers=officers)
        self._view.officers.show_officers(self._draft.officers)
        _show_head(self._view, self._draft.officers)
        self._view.rail.set_answer(REGION, f"{profile.name}\n{profile.code}".strip())

    def _show(self, place: int) -> None:
        self._view.show_step(place)
        self._view.passphrase.show_errors({})
        # A letter drawn late must not take the place of the ruler.
        self._redraw.stop()
        if place == PRINT:
            self._print.begin(self._draft.profile)
            if self._draft.profile is not None:
                self._papers.show_ruler(self._draft.profile)
        elif place != REGION:
            self.draw()

    def _find_regions(self) -> None:
        typed, regions = self._view.region.search.text(), self._regions
        chosen = self._draft.profile.code if self._draft.profile else ""
        self._office.runner.start(
            lambda _progress, _token: regions.search(typed),
            key="setup:regions",
            on_success=lambda found: self._view.region.show_regions(typed, found, chosen),
            on_error=self._office.show_error,
            lane="read",
        )

    def _take_region(self, region: OfficeRegion) -> None:
        """Another nagari gets the proposals for it; the names of the officers stay."""
        former = self._draft.profile
        if former is not None and former.code == region.code:
            return
        profile = proposed_profile(region)
        officers = proposed_officers(region.kind, self._office.clock)
        if self._draft.officers:
            officers = with_names_of(officers, self._draft.officers)
        self._draft = SetupDraft(profile, officers)
        self._fill(profile)

    def _is_complete(self, place: int) -> bool:
        if place == REGION:
            region = self._view.region.region()
            if region is not None:
                self._take_region(region)
                return True
            is_kept = self._draft.profile is not None and self._view.region.is_blank
            if not is_kept:
                words = self.tr("Pilih nagarinya dulu: ketik namanya, pilih dengan panah bawah.")
                self._view.region.show_error(words)
            return is_kept
        step = self._view.kop if place == KOP else self._view.officers
        return step.is_right()

    def _edited(self) -> None:
        self._gather()
        self._redraw.start()
        self._keep.start()

    def _gather(self) -> None:
        if self._draft.profile is not None:
            profile = self._view.kop.form.profile()
            officers = self._view.officers.officers()
            self._draft = replace(self._draft, profile=profile, officers=officers)
            _show_head(self._view, officers)

    def _save_quietly(self) -> None:
        self._keeper.save_quietly(self._draft)

    def _refuse_save(self, error: NagariError) -> None:
        self._view.set_busy(busy=False)
        self._office.show_error(error)

    def _make_office(self) -> None:
        errors = self._view.passphrase.missing()
        self._view.passphrase.show_errors(errors)
        profile = self._draft.profile
        if errors or profile is None or not self._may_be_made():
            return
        step, office, drafts = self._view.passphrase, self._office, self._keeper.drafts
        passphrase, actor = step.passphrase(), step.officer()
        officers = tuple(one for one in self._draft.officers if one.name.name)

        def work(_progress: object, _token: object) -> Workspace:
            from nagari_kit.services.workspace import create_workspace

            workspace = create_workspace(
                office.paths,
                passphrase,
                profile,
                clock=office.clock,
                actor=actor,
                officers=officers,
            )
            drafts.finish()
            return workspace

        self._view.set_busy(busy=True, words=self.tr("Membuat kantor …"))
        self._office.runner.start(
            work, key="setup:create", on_success=self._made, on_error=self._refuse, lane="write"
        )

    def _may_be_made(self) -> bool:
        """Judge the earlier steps once more: a draft may come from an older version."""
        for place, step in ((KOP, self._view.kop), (OFFICERS, self._view.officers)):
            if not step.is_right():
                self._show(place)
                return step.is_right()
        return True

    def _made(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._view.passphrase.clear()
        self._show(PRINT)

    def _refuse(self, error: NagariError) -> None:
        self._view.set_busy(busy=False)
        if isinstance(error, InputError) and "passphrase" in error.fields:
            self._view.passphrase.show_errors(error.fields)
        else:
            self._view.passphrase.show_trouble(error)


def _show_head(view: SetupView, officers: tuple[Officer, ...]) -> None:
    name = officers[0].name.full() if officers else ""
    if name:
        view.rail.set_answer(OFFICERS, name)


def _after(parent: QObject, milliseconds: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
