"""Whether the office's rules of letter numbers are sound: alone, and beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from nagari_kit.domain.number_patterns import (
    MAX_SEQUENCE,
    NumberFacts,
    comparable,
    is_plain_text,
    pattern_fault,
    render_number,
    width_of,
)
from nagari_kit.domain.numbering import Series, facts_by, rule_for, series_of
from nagari_kit.domain.office import INCOMING, NumberingSettings, NumberRule

SCOPES = ("type", "code", "office", "group")
RESETS = ("year", "month", "never")


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a type prints on one day: the counter that it asks, and everything but its place."""

    type_id: str
    series: Series
    rule: NumberRule
    facts: NumberFacts


def settings_faults(
    settings: NumberingSettings,
    kinds: Mapping[str, NumberFacts],
    official: frozenset[str] = frozenset(),
) -> dict[str, str]:
    """What is wrong with the rules together: field of NumberRule to a sentence.

    The field of a letter type's own rule has `type_id.` before it. `kinds` holds every letter
    type, `official` those of official letters. No number may come out twice: of one type in two
    periods (each rule's own fault), or of two that count apart.
    """
    found = dict(rule_faults(settings.default, _facts_of("", settings, kinds)))
    for type_id, rule in settings.by_type.items():
        faults = rule_faults(rule, _facts_of(type_id, settings, kinds))
        if type_id == INCOMING:
            # An agenda number is a plain count: no pattern.
            faults.pop("pattern", None)
        found |= {f"{type_id}.{name}": words for name, words in faults.items()}
    if found:
        return found
    seen: dict[str, _Cell] = {}
    for cell in _cells(settings, kinds, official):
        printed = comparable(render_number(cell.rule.pattern, MAX_SEQUENCE, cell.facts))
        before = seen.setdefault(printed, cell)
        if before.series != cell.series:
            own = next(
                (one.type_id for one in (before, cell) if one.type_id in settings.by_type), ""
            )
            return {f"{own}.pattern" if own else "pattern": _twice(before, cell)}
    return {}


def rule_faults(rule: NumberRule, facts: NumberFacts | None = None) -> dict[str, str]:
    """What is wrong with a rule: field name of NumberRule to a sentence; empty when it is sound."""
    found = {}
    shown = (facts_by(rule, facts),) if facts is not None else ()
    if reason := pattern_fault(rule.pattern, rule.reset, *shown):
        found["pattern"] = reason
    if rule.scope not in SCOPES:
        found["scope"] = "Pilih urutan per jenis surat, per kode, per kelompok, atau satu."
    if rule.reset not in RESETS:
        found["reset"] = "Pilih mulai lagi tiap tahun, tiap bulan, atau tidak pernah."
    if not 1 <= rule.start <= MAX_SEQUENCE:
        found["start"] = "Nomor berikut harus antara 1 dan 999.999."
    if not is_plain_text(rule.classification):
        found["classification"] = "Kode hanya boleh berisi huruf, angka, titik, garis."
    if not is_plain_text(rule.unit):
        found["unit"] = "Unit hanya boleh berisi huruf, angka, titik, garis."
    if rule.scope == "group" and not (rule.group_name.strip() and is_plain_text(rule.group_name)):
        found["group_name"] = "Beri nama kelompoknya, dengan huruf dan angka saja."
    if rule.mode not in {"counter", "blank"}:
        found["mode"] = "Pilih nomor dari penghitung, atau ditulis tangan."
    return found


def _facts_of(
    type_id: str, settings: NumberingSettings, kinds: Mapping[str, NumberFacts]
) -> NumberFacts | None:
    """Facts for an example: of the type itself, else of the first that follows the office."""
    followers = (one for one in sorted(kinds) if one not in settings.by_type)
    return kinds.get(type_id) or kinds.get(next(followers, ""))


def _cells(
    settings: NumberingSettings, kinds: Mapping[str, NumberFacts], official: frozenset[str]
) -> Iterator[_Cell]:
    """Every type in every month of this year and the next."""
    for type_id in sorted(kinds):
        rule = rule_for(settings, type_id, official=type_id in official)
        facts = facts_by(rule, kinds[type_id])
        year = facts.issue_date.year
        for place in range(24):
            on = date(year + place // 12, place % 12 + 1, 1)
            series = series_of(rule, type_id, facts.classification, on)
            yield _Cell(type_id, series, rule, replace(facts, issue_date=on))


def _twice(first: _Cell, second: _Cell) -> str:
    """Two cells that print one number, with the smallest that both print alike."""
    widths = {width_of(one.rule.pattern) for one in (first, second)}
    sequence = 1 if len(widths) == 1 else 10 ** (max(widths) - 1)
    number = render_number(first.rule.pattern, sequence, first.facts)
    return (
        f"Dengan pola ini {first.facts.kind} dan {second.facts.kind} mendapat nomor yang sama, "
        f"misalnya {number}, sebab urutannya dihitung terpisah. Tambahkan bagian "
        "“jenis”, atau pilih penghitung “Satu untuk seluruh kantor”."
    )
