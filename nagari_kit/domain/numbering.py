"""Letter numbers: patterns with tokens, the counter that a letter belongs to, what comes next.

No law fixes the form; offices of one province differ (Permendagri 83/2022 gives the codes only).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from nagari_kit.domain.office import NumberingSettings, NumberRule

MAX_PATTERN = 80
MAX_SEQUENCE = 999_999
_TOKEN = re.compile(r"\{([^{}]*)\}")
_SEQUENCE = re.compile(r"urut(?::([0-6]))?\Z")
_ALLOWED_TEXT = re.compile(r"[A-Za-z0-9 ./\-]*\Z")
_PLAIN_TOKENS = frozenset({"kode", "jenis", "unit", "bulan_romawi", "bulan", "tahun", "kode_desa"})
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class NumberFacts:
    """What the tokens stand for. `classification` is the archive code, `kind` the letter's sign."""

    classification: str
    kind: str
    unit: str
    village_code: str
    issue_date: date


@dataclass(frozen=True, slots=True)
class Series:
    """A counter: its name within the office, and the year that it counts in (0: never reset)."""

    name: str
    year: int


def rule_for(settings: NumberingSettings, type_id: str) -> NumberRule:
    """The rule of a letter type: its own, else the office's."""
    return settings.by_type.get(type_id, settings.default)


def settings_faults(
    settings: NumberingSettings, kinds: Mapping[str, NumberFacts]
) -> dict[str, str]:
    """What is wrong with the rules together: field of NumberRule to a sentence.

    The field of a letter type's own rule has `type_id.` before it. `kinds` holds every letter
    type. Two of them that count apart must never print one number.
    """
    found = dict(rule_faults(settings.default))
    for type_id, rule in settings.by_type.items():
        found |= {f"{type_id}.{name}": words for name, words in rule_faults(rule).items()}
    if found:
        return found
    for first, second in combinations(sorted(kinds), 2):
        if _print_alike(settings, kinds, first, second):
            own = next((one for one in (first, second) if one in settings.by_type), "")
            words = (
                f"Dengan pola ini {kinds[first].kind} dan {kinds[second].kind} mendapat nomor "
                "yang sama, sebab urutannya dihitung terpisah. Tambahkan “Singkatan surat”, "
                "atau pilih penghitung “Satu untuk kantor”."
            )
            return {f"{own}.pattern" if own else "pattern": words}
    return {}


def _print_alike(
    settings: NumberingSettings, kinds: Mapping[str, NumberFacts], first: str, second: str
) -> bool:
    """Whether two types that count apart give one number at the same place of their counters."""
    series, numbers = set(), set()
    for type_id in (first, second):
        rule = rule_for(settings, type_id)
        code = rule.classification or kinds[type_id].classification
        facts = replace(kinds[type_id], classification=code)
        series.add(series_of(rule, type_id, code, facts.issue_date))
        # As many figures as a counter can have: no padding sets the two apart.
        numbers.add(comparable(render_number(rule.pattern, MAX_SEQUENCE, facts)))
    return len(series) > len(numbers)


def rule_faults(rule: NumberRule) -> dict[str, str]:
    """What is wrong with a rule: field name of NumberRule to a sentence; empty when it is sound."""
    found = {}
    if reason := pattern_fault(rule.pattern, resets_yearly=rule.reset == "year"):
        found["pattern"] = reason
    if rule.scope not in {"type", "code", "office"}:
        found["scope"] = "Pilih urutan per jenis surat, per kode, atau satu untuk kantor."
    if rule.reset not in {"year", "never"}:
        found["reset"] = "Pilih mulai lagi tiap tahun, atau tidak pernah."
    if not 1 <= rule.start <= MAX_SEQUENCE:
        found["start"] = "Nomor mulai harus antara 1 dan 999.999."
    if not _ALLOWED_TEXT.match(rule.classification):
        found["classification"] = "Kode hanya boleh berisi huruf, angka, titik, garis."
    return found


def pattern_fault(pattern: str, *, resets_yearly: bool) -> str:
    """Why a pattern cannot be used, as a sentence, or ""."""
    if not pattern.strip():
        return "Pola nomor belum diisi."
    if len(pattern) > MAX_PATTERN:
        return f"Pola nomor paling panjang {MAX_PATTERN} huruf."
    tokens = _TOKEN.findall(pattern)
    for token in tokens:
        if token not in _PLAIN_TOKENS and not _SEQUENCE.match(token):
            return f"Bagian “{token}” tidak dikenal. Pakai bagian yang ada di daftar."
    rest = _TOKEN.sub("", pattern)
    if "{" in rest or "}" in rest:
        return "Kurung di dalam pola tidak lengkap. Pilih bagiannya dari daftar."
    if not _ALLOWED_TEXT.match(rest):
        return "Di antara bagian hanya boleh huruf, angka, spasi, titik, garis miring dan strip."
    if sum(1 for token in tokens if _SEQUENCE.match(token)) != 1:
        return "Pola harus memuat nomor urut tepat satu kali."
    if resets_yearly and "tahun" not in tokens:
        return "Nomor yang mulai lagi tiap tahun harus memuat tahunnya."
    return ""


def series_of(rule: NumberRule, type_id: str, classification: str, on: date) -> Series:
    """The counter that a letter takes its number from."""
    name = {"type": f"type:{type_id}", "code": f"code:{classification}"}.get(rule.scope, "office")
    return Series(name, on.year if rule.reset == "year" else 0)


def next_sequence(rule: NumberRule, highest: int | None) -> int:
    """The number after the highest given in the series; the start value when it is higher."""
    return max(rule.start, (highest or 0) + 1)


def render_number(pattern: str, sequence: int, facts: NumberFacts) -> str:
    """The number as printed. The pattern must have no fault."""
    month = facts.issue_date.month
    words = {
        "kode": facts.classification,
        "jenis": facts.kind,
        "unit": facts.unit,
        "bulan_romawi": _ROMAN[month - 1],
        "bulan": f"{month:02d}",
        "tahun": str(facts.issue_date.year),
        "kode_desa": facts.village_code,
    }

    def word(match: re.Match[str]) -> str:
        counter = _SEQUENCE.match(match.group(1))
        if counter is None:
            return words[match.group(1)]
        return str(sequence).zfill(int(counter.group(1) or 0))

    return _TOKEN.sub(word, pattern)


def comparable(number: str) -> str:
    """A number as it is looked for: without blanks, capitals do not count."""
    return "".join(number.split()).casefold()
