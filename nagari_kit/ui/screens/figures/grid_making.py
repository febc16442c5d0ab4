"""Makes the tables of the page: LAMPID by jorong and by month, and people by a trait."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.figures import (
    FlowBehind,
    LampidReport,
    MonthBalance,
    PeopleBehind,
    Trait,
    TraitCount,
)
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.population import Balance, DayRule, Flow
from nagari_kit.domain.registers import RegisterPeriod
from nagari_kit.domain.residents import Sex
from nagari_kit.ui.code_words import calm
from nagari_kit.ui.screens.figures.figure_words import (
    NOTHING,
    came,
    left,
    month_words,
    percent,
)
from nagari_kit.ui.screens.figures.grids import Cell, Grid, GridColumn, NamesWish

NO_PLACE = "Tanpa {0}"
_IN, _OUT, _NET = 1, -1, 0
_FLOWS = (
    (Flow.BIRTH, "Lahir", _IN),
    (Flow.DEATH, "Mati", _OUT),
    (Flow.ARRIVAL, "Datang", _IN),
    (Flow.DEPARTURE, "Pindah", _OUT),
    (Flow.MISSING, "Hilang", _OUT),
    (Flow.INTERNAL, "Antar-\n{0}", _NET),
    (Flow.ADJUSTMENT, "Penye-\nsuaian", _NET),
)
_ALWAYS = frozenset({Flow.BIRTH, Flow.DEATH, Flow.ARRIVAL, Flow.DEPARTURE})
"""Columns that stand there also when nothing happened."""


@dataclass(frozen=True, slots=True)
class CountedWhere:
    """Of which part of the nagari the numbers are; `words` as a sentence goes on with it."""

    jorong_id: JorongId | None
    words: str
    area_word: str


@dataclass(frozen=True, slots=True)
class _Line:
    """One balance of a table with its days and its place."""

    name: str
    balance: Balance
    days: tuple[date, date]
    jorong_id: JorongId | None
    about: str
    placeless: bool = False


def lampid_grid(report: LampidReport, rule: DayRule, where: CountedWhere) -> Grid:
    """A row for each jorong, and the sum."""
    days = (report.start, report.end)
    lines = [
        _Line(
            one.jorong or NO_PLACE.format(where.area_word),
            one,
            days,
            one.jorong_id,
            f"{where.area_word} {one.jorong}" if one.jorong else f"tanpa {where.area_word}",
            placeless=one.jorong_id is None,
        )
        for one in report.rows
    ]
    total = _Line("Nagari", report.total, days, where.jorong_id, where.words)
    if where.jorong_id is not None:
        return _balances([total], where, rule, first=where.area_word.capitalize(), names=lines)
    return _balances([*lines, total], where, rule, first=where.area_word.capitalize())


def months_grid(
    months: Sequence[MonthBalance], report: LampidReport, rule: DayRule, where: CountedWhere
) -> Grid:
    """A row for each month of a year, and their sum."""
    lines = []
    for one in months:
        last = min(RegisterPeriod.month(one.month.year, one.month.month).end, report.end)
        words = month_words(one.month)
        line = _Line(words, one.balance, (one.month, last), where.jorong_id, where.words)
        lines.append(line)
    days = (report.start, report.end)
    total = _Line("Jumlah", report.total, days, where.jorong_id, where.words)
    return _balances([*lines, total], where, rule, first="Bulan")


def trait_grid(
    trait: Trait, title: str, counts: Sequence[TraitCount], day: date, where: CountedWhere
) -> Grid:
    """A row for each value, and the sum; bars at the right, as long as the longest allows."""
    unknown = any(one.unknown for one in counts)
    everybody = sum(one.total for one in counts)
    longest = max((one.total for one in counts), default=0)
    about = f"keadaan {long_date(day)}, {where.words}"
    columns = [GridColumn(title, is_number=False), GridColumn("Laki-laki"), GridColumn("Perempuan")]
    if unknown:
        columns.append(GridColumn("Tanpa jenis\nkelamin"))
    columns += [
        GridColumn("Jumlah"),
        GridColumn("Persen"),
        GridColumn("", is_number=False, is_bar=True),
    ]
    rows = [
        _trait_row(
            one,
            PeopleBehind(day, where.jorong_id, trait=trait, value=one.value),
            about,
            (unknown, everybody, longest),
        )
        for one in counts
    ]
    total = TraitCount(
        None,
        "Jumlah",
        sum(one.men for one in counts),
        sum(one.women for one in counts),
        sum(one.unknown for one in counts),
    )
    whole = PeopleBehind(day, where.jorong_id)
    rows.append(_trait_row(total, whole, about, (unknown, everybody, 0)))
    return Grid(tuple(columns), tuple(rows))


def _trait_row(
    one: TraitCount, behind: PeopleBehind, about: str, scale: tuple[bool, int, int]
) -> tuple[Cell, ...]:
    unknown, everybody, longest = scale
    label = one.label if behind.trait is Trait.JORONG else calm(one.label)
    name = "Semua" if behind.trait is None else label
    cells = [
        Cell(label),
        _number(one.men, f"{name}, laki-laki", about, replace(behind, sex=Sex.MALE)),
        _number(one.women, f"{name}, perempuan", about, replace(behind, sex=Sex.FEMALE)),
    ]
    if unknown:
        nobody_knows = replace(behind, no_sex=True)
        cells.append(_number(one.unknown, f"{name}, tanpa jenis kelamin", about, nobody_knows))
    shares = (one.men, one.women, one.unknown) if longest else ()
    cells += [
        _number(one.total, name, about, behind, is_strong=True),
        Cell(percent(one.total, everybody), ink="ink2"),
        Cell("", shares=tuple(part / longest for part in shares)),
    ]
    return tuple(cells)


def _number(
    people: int, title: str, about: str, behind: PeopleBehind, *, is_strong: bool = False
) -> Cell:
    if not people:
        return Cell(NOTHING, ink="ink3")
    return Cell(grouped(people), NamesWish(title, about, behind), is_strong=is_strong)


def _balances(
    lines: Sequence[_Line],
    where: CountedWhere,
    rule: DayRule,
    *,
    first: str,
    names: Iterable[_Line] = (),
) -> Grid:
    named = {one.balance.jorong_id: one.name for one in names}
    shown = [
        (flow, title.format(where.area_word), way)
        for flow, title, way in _FLOWS
        if flow in _ALWAYS or any(_moved(line.balance, flow) for line in lines)
    ]
    columns = [GridColumn(first, is_number=False), GridColumn("Awal")]
    columns += [GridColumn(title) for _, title, _ in shown]
    columns.append(GridColumn("Akhir"))
    rows = []
    for line in lines:
        start, end = line.days
        cells = [
            Cell(named.get(line.jorong_id, line.name)),
            _standing(line, start - timedelta(days=1), rule, is_start=True),
        ]
        cells += [_flow(line, flow, title, way, rule) for flow, title, way in shown]
        cells.append(_standing(line, end, rule, is_start=False))
        rows.append(tuple(cells))
    return Grid(tuple(columns), tuple(rows))


def _moved(balance: Balance, flow: Flow) -> bool:
    count = balance.flows[flow]
    return any((count.men, count.women, count.foreign_men, count.foreign_women, count.unknown))


def _standing(line: _Line, day: date, rule: DayRule, *, is_start: bool) -> Cell:
    count = line.balance.start if is_start else line.balance.end
    if not count.total:
        return Cell("0", ink="ink3")
    behind = PeopleBehind(day, line.jorong_id, rule=rule)
    if line.placeless:
        behind = PeopleBehind(day, trait=Trait.JORONG, rule=rule)
    title = f"Penduduk {'awal' if is_start else 'akhir'}"
    wish = NamesWish(title, f"{long_date(day)}, {line.about}", behind)
    ink = "ink2" if is_start else "ink"
    return Cell(grouped(count.total), wish, ink, is_strong=not is_start)


def _flow(line: _Line, flow: Flow, title: str, way: int, rule: DayRule) -> Cell:
    people = line.balance.flows[flow].total
    text = left(people) if way == _OUT else came(people)
    if not _moved(line.balance, flow):
        return Cell(NOTHING, ink="ink3")
    start, end = line.days
    behind = FlowBehind(start, end, flow, rule, line.jorong_id, line.placeless)
    words = title.replace("-\n", "")
    wish = NamesWish(words, f"{_days(start, end)}, {line.about}", behind)
    return Cell(text, wish, "ok" if way == _IN else "ink2")


def _days(start: date, end: date) -> str:
    if start == end:
        return long_date(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{long_date(end)}"
    return f"{long_date(start)} – {long_date(end)}"


def places_grid(counts: Sequence[TraitCount], day: date, where: CountedWhere) -> Grid:
    """People by sub-area and sex."""
    return trait_grid(Trait.JORONG, where.area_word.capitalize(), counts, day, where)
