"""Counters of letter numbers: which one a letter belongs to, what comes next, what was chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from nagari_kit.domain.number_patterns import (
    MAX_SEQUENCE,
    NumberFacts,
    blank_number,
    comparable,
    pattern_fault,
    render_number,
    sequence_in,
)
from nagari_kit.domain.office import OFFICIAL, NumberingSettings, NumberRule

COUNTER, MANUAL, BLANK, RESERVED = "counter", "manual", "blank", "reserved"
"""How a letter comes by its number: `NumberChoice.mode`, `GivenNumber.mode`."""


@dataclass(frozen=True, slots=True)
class Series:
    """A counter: its name within the office, and the year that it counts in (0: never reset)."""

    name: str
    year: int


@dataclass(frozen=True, slots=True)
class NumberChoice:
    """What the officer wants of the number.

    `counter`: the next one, or room for the hand where the rule says so. `manual`: `number` as
    typed, with a `reason`. `blank`: room for the hand, entered later. `reserved`: the number of
    `reservation_id`.
    """

    mode: str = COUNTER
    number: str = ""
    reason: str = ""
    reservation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """A letter's number. `sequence` is its place in the series, None when it has none.

    `number` is "" while it is to be written by hand; `printed` is what stands on the paper.
    `classification`: the archive code in force for it.
    """

    series: Series
    sequence: int | None
    number: str
    mode: str
    reason: str
    printed: str
    classification: str = ""


def rule_for(settings: NumberingSettings, type_id: str, *, official: bool = False) -> NumberRule:
    """The rule of a letter type: its own, else that of official letters, else the office's.

    `official`: surat dinas, a letter of the office to another (group `dinas`).
    """
    own = settings.by_type.get(type_id)
    if own is None and official:
        own = settings.by_type.get(OFFICIAL)
    return own or settings.default


def facts_by(rule: NumberRule, facts: NumberFacts) -> NumberFacts:
    """The facts with what the rule sets itself: archive code and unit."""
    return replace(
        facts,
        classification=rule.classification or facts.classification,
        unit=rule.unit or facts.unit,
    )


def series_of(rule: NumberRule, type_id: str, classification: str, on: date) -> Series:
    """The counter that a letter takes its number from."""
    name = {
        "type": f"type:{type_id}",
        "code": f"code:{classification}",
        "group": f"group:{rule.group_name.strip().casefold()}",
    }.get(rule.scope, "office")
    if rule.reset == "month":
        name = f"{name}#{on.month:02d}"
    return Series(name, 0 if rule.reset == "never" else on.year)


def period_of(rule: NumberRule, on: date) -> int:
    """The period that a counter counts in: a year, YYYYMM of a month, 0 when it never resets."""
    if rule.reset == "never":
        return 0
    return on.year * 100 + on.month if rule.reset == "month" else on.year


def start_of(rule: NumberRule, on: date) -> int:
    """The first number of the counter on that day; one of mid-year adoption counts once."""
    counts = rule.reset == "never" or rule.start_year in {0, period_of(rule, on)}
    return rule.start if counts else 1


def next_sequence(rule: NumberRule, highest: int | None, on: date) -> int:
    """The number after the highest given in the series; the start value when it is higher."""
    return max(start_of(rule, on), (highest or 0) + 1)


__all__ = [
    "BLANK",
    "COUNTER",
    "MANUAL",
    "MAX_SEQUENCE",
    "RESERVED",
    "GivenNumber",
    "NumberChoice",
    "NumberFacts",
    "Series",
    "blank_number",
    "comparable",
    "facts_by",
    "next_sequence",
    "pattern_fault",
    "period_of",
    "render_number",
    "rule_for",
    "sequence_in",
    "series_of",
    "start_of",
]
