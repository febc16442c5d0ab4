"""Reads the doubts, shows one at a time, and carries out what the officer says about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.doubts import (
    RULES,
    Doubt,
    DoubtItem,
    DoubtOverview,
    DoubtPage,
    DoubtRule,
    Gravity,
    Mend,
)
from nagari_kit.domain.family_succession import may_lead, proposed_heads
from nagari_kit.domain.residents import Resident
from nagari_kit.errors import NagariError
from nagari_kit.services.data_quality import DataQualityService, DoubtCase
from nagari_kit.ui.screens.data_quality.doubt_words import ICONS, KINDS
from nagari_kit.ui.screens.data_quality.list_model import PAGE_ROWS, Group, Line
from nagari_kit.ui.screens.data_quality.settling import Settling
from nagari_kit.ui.screens.data_quality.view import DataQualityView
from nagari_kit.ui.shell import Shell

_CONCERNING = frozenset({Kind.RESIDENTS, Kind.POPULATION, Kind.DOUBTS})


@dataclass(frozen=True, slots=True)
class _Open:
    """Which group is open and which doubt of it is shown; `rule` None is what was said right.

    `sought` is looked for instead of a place.
    """

    rule: DoubtRule | None
    place: int = 0
    sought: Doubt | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    overview: DoubtOverview
    open: _Open | None
    page: DoubtPage | None
    case: DoubtCase | None


class DataQualityPresenter(QObject):
    """Which group is open and which doubt is shown."""

    def __init__(self, shell: Shell, view: DataQualityView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._open: _Open | None = None
        self._generation = 0
        self._settling = Settling(shell, view, self)
        self._settling.settled.connect(self.read_again)
        self._settling.restored.connect(self._go_back)
        # Queued: the list asks while it is being painted.
        view.model.page_needed.connect(self._read_page, Qt.ConnectionType.QueuedConnection)
        view.list.group_toggled.connect(self._toggle)
        view.list.doubt_chosen.connect(self._choose)
        view.list.decided_wanted.connect(lambda: self._read(_Open(None)))
        view.next_wanted.connect(lambda: self._step(1))
        view.previous_wanted.connect(lambda: self._step(-1))
        view.retry_requested.connect(lambda: self._read(self._open, afresh=True))
        view.case.look_requested.connect(self._look)

    def enter(self, rule: DoubtRule | None) -> None:
        """Show this rule, or go on where the officer was."""
        self._view.take_focus()
        self._read(_Open(rule) if rule is not None else self._open)

    def reload(self, changes: Changes) -> None:
        """Read again when people changed."""
        if changes.kinds & _CONCERNING:
            self.read_again()

    def read_again(self) -> None:
        """The same place of the same group: what follows slides in."""
        self._read(self._open)

    def _go_back(self, doubt: Doubt) -> None:
        """What was taken back is asked about again."""
        self._read(_Open(doubt.rule, sought=doubt))

    def _read(self, wanted: _Open | None, *, afresh: bool = False) -> None:
        self._generation += 1
        quality = self._shell.workspace.quality
        self._view.show_reading()
        self._shell.runner.start(
            lambda _progress, _token: _reading(quality, wanted, afresh=afresh),
            key="data_quality:overview",
            on_success=self._show,
            on_error=self._view.show_trouble,
        )

    def _show(self, reading: _Reading) -> None:
        self._open = reading.open
        self._view.show_overview(reading.overview, self._groups(reading), reading.page)
        if reading.case is not None and reading.open is not None:
            self._show_case(reading.open, reading.case)
        elif reading.overview.open or reading.open is not None:
            self._view.show_groups_only()
        else:
            self._view.show_nothing(reading.overview)

    def _groups(self, reading: _Reading) -> list[Group]:
        shown = reading.open.rule if reading.open is not None else None
        groups = [
            Group(
                one.rule,
                RULES[one.rule].title,
                one.open,
                ICONS[one.rule],
                KINDS[RULES[one.rule].gravity],
                is_open=reading.open is not None and one.rule is shown,
            )
            for one in reading.overview.counts
            if one.open
        ]
        if reading.open is not None and shown is None:
            decided = reading.overview.decided
            groups.append(Group(None, "Memang benar", decided, "circle-check", "ok", is_open=True))
        return groups

    def _toggle(self, group: Group) -> None:
        if group.is_open:
            self._close(group)
        else:
            self._read(_Open(group.rule))

    def _close(self, group: Group) -> None:
        """Fold the group; the other groups stay."""
        self._open = None
        model = self._view.model
        groups = [
            Group(line.rule, line.title, line.count, line.icon, line.kind)
            for row in range(model.rowCount())
            if isinstance(line := model.line(row), Group) and line.rule is not None
        ]
        self._generation += 1
        model.show_groups(groups, None)
        self._view.show_groups_only()
        rules = [one.rule for one in groups]
        if group.rule in rules:
            self._view.list.list.setCurrentIndex(model.index(rules.index(group.rule)))

    def _choose(self, line: Line) -> None:
        if self._open is not None and line.item is not None:
            self._open = _Open(self._open.rule, line.place)
            self._read_case(line.item, self._open)

    def _step(self, step: int) -> None:
        total = self._view.model.total()
        if self._open is None or not total:
            return
        place = (self._open.place + step) % total
        line = self._view.model.line(self._view.model.row_of(place))
        if isinstance(line, Line) and line.item is not None:
            self._choose(line)
        else:
            self._read(_Open(self._open.rule, place))

    def _read_case(self, item: DoubtItem, wanted: _Open) -> None:
        quality = self._shell.workspace.quality
        self._shell.runner.start(
            lambda _progress, _token: quality.case(item),
            key="data_quality:case",
            on_success=lambda case: self._take_case(wanted, case),
        )

    def _take_case(self, wanted: _Open, case: DoubtCase) -> None:
        if wanted == self._open:
            self._show_case(wanted, case)

    def _show_case(self, wanted: _Open, case: DoubtCase) -> None:
        total = self._view.model.total()
        self._view.show_case(case, wanted.place, total, self._leaders(case))
        self._settling.begin(case)

    def _leaders(self, case: DoubtCase) -> list[Resident]:
        """Who may head the KK of the case, the likeliest first."""
        today = self._shell.workspace.clock.today()
        return [one for one in proposed_heads(case.members, today) if may_lead(one, today)]

    def _read_page(self, offset: int) -> None:
        if self._open is None:
            return
        generation, rule = self._generation, self._open.rule
        quality = self._shell.workspace.quality

        def done(page: DoubtPage) -> None:
            if generation == self._generation:
                self._view.model.put_page(page)

        def failed(error: NagariError) -> None:
            if generation == self._generation:
                self._view.model.release_page(offset)
                self._view.show_trouble(error)

        self._shell.runner.start(
            lambda _progress, _token: _page(quality, rule, offset),
            key=f"data_quality:page:{offset}",
            on_success=done,
            on_error=failed,
        )

    def _look(self) -> None:
        case = self._view.case.case
        if case is None:
            return
        home = case.item.doubt.household_id
        if RULES[case.item.doubt.rule].mend is Mend.HEAD and home is not None:
            self._shell.navigate("household", household_id=home)
        else:
            self._shell.navigate("resident_record", resident_id=case.people[0].id)


def _reading(quality: DataQualityService, wanted: _Open | None, *, afresh: bool) -> _Reading:
    overview = quality.overview(afresh=afresh)
    counts = {one.rule: one.open for one in overview.counts}
    chosen = wanted
    if chosen is None or (chosen.rule is not None and not counts[chosen.rule]):
        chosen = _first(overview)
    if chosen is not None and chosen.rule is None and not overview.decided:
        chosen = _first(overview)
    if chosen is None:
        return _Reading(overview, None, None, None)
    if chosen.sought is not None:
        chosen = _Open(chosen.rule, quality.place_of(chosen.sought))
    total = overview.decided if chosen.rule is None else counts[chosen.rule]
    chosen = _Open(chosen.rule, min(chosen.place, total - 1))
    page = _page(quality, chosen.rule, chosen.place // PAGE_ROWS * PAGE_ROWS)
    within = chosen.place - page.offset
    case = quality.case(page.items[within]) if within < len(page.items) else None
    return _Reading(overview, chosen, page, case)


def _page(quality: DataQualityService, rule: DoubtRule | None, offset: int) -> DoubtPage:
    if rule is None:
        return quality.decided(offset, PAGE_ROWS)
    return quality.items(rule, offset, PAGE_ROWS)


def _first(overview: DoubtOverview) -> _Open | None:
    """The first group that has doubts, hints after all else."""
    open_rules = [one.rule for one in overview.counts if one.open]
    pressing = [one for one in open_rules if RULES[one].gravity is not Gravity.HINT]
    rule = next(iter((*pressing, *open_rules)), None)
    return _Open(rule) if rule is not None else None
