"""Reads the people behind a number and says of each what the list shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from nagari_kit.domain.figures import FlowBehind, PeopleBehind
from nagari_kit.domain.population import FlowPerson
from nagari_kit.domain.residents import ResidentRow, Sex
from nagari_kit.services.figures import FiguresService
from nagari_kit.ui.event_words import event_words
from nagari_kit.ui.letter_words import age_words, masked_number
from nagari_kit.ui.screens.figures.names_model import PAGE_ROWS, NameLine, NamePage

_SEX = {Sex.MALE: "L", Sex.FEMALE: "P", None: ""}
_PEOPLE = ("Nama", "NIK", "L/P", "Umur", "Wilayah")
_FLOW = ("Nama", "Peristiwa", "Tanggal", "Tanggal lapor")


def headings(behind: PeopleBehind | FlowBehind) -> tuple[str, ...]:
    """Of the columns of such a list."""
    return _FLOW if isinstance(behind, FlowBehind) else _PEOPLE


def page_reader(
    figures: FiguresService, behind: PeopleBehind | FlowBehind
) -> Callable[[int], NamePage]:
    """What reads a page at an offset; the list of what happened comes at once."""

    def of_people(wanted: PeopleBehind, offset: int) -> NamePage:
        rows, total = figures.people(wanted, offset, PAGE_ROWS)
        lines = tuple(_resident_line(row, wanted.day) for row in rows)
        return NamePage(lines, offset, total)

    def of_flow(wanted: FlowBehind) -> NamePage:
        people = figures.people_of_flow(wanted)
        return NamePage(tuple(_event_line(one) for one in people), 0, len(people))

    if isinstance(behind, FlowBehind):
        return lambda _offset: of_flow(behind)
    return lambda offset: of_people(behind, offset)


def _resident_line(row: ResidentRow, day: date) -> NameLine:
    age = age_words(row.birth_date, day)
    cells = (row.name, masked_number(row.nik), _SEX[row.sex], age, row.jorong)
    return NameLine(row.id, cells)


def _event_line(one: FlowPerson) -> NameLine:
    days = (f"{one.event_date:%d-%m-%Y}", f"{one.report_date:%d-%m-%Y}")
    return NameLine(one.id, (one.name, event_words(one.kind).title, *days))
