"""Judges what an officer typed into the fields of a letter, one sentence for each fault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.fonts import unprintable
from nagari_kit.documents.plausible_dates import LetterDays, date_fault
from nagari_kit.documents.table_values import is_time, table_fault, usable_table, usable_time
from nagari_kit.documents.wording import clean, clean_lines
from nagari_kit.domain.amounts import rupiah_amount
from nagari_kit.domain.letters import FieldKind, LetterField

MOST_CHARACTERS = 600
MOST_PARAGRAPH_CHARACTERS = 6000
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\Z")


def check_values(
    definition: LetterDefinition, values: Mapping[str, str], days: LetterDays
) -> dict[str, str]:
    """Field id to an Indonesian sentence, in the order of the form; empty when all is usable.

    `days` bound the dates and years of fields that say so. A value for a field
    that the letter does not have is a fault too.
    """
    problems: dict[str, str] = {}
    for field in definition.fields:
        sentence = _problem(field, values.get(field.id, ""), days)
        if sentence:
            problems[field.id] = sentence
    known = {field.id for field in definition.fields}
    for name in values:
        if name not in known:
            problems[name] = (
                f"{definition.title} tidak mempunyai isian “{name}”. "
                f"Yang ada: {', '.join(sorted(known))}."
            )
    return problems


def usable_value(field: LetterField, typed: str) -> str:
    """The value as it travels: cleaned, an ISO date, bare digits; as typed when it has a fault."""
    text = _cleaned(field, typed)
    if field.kind is FieldKind.DATE:
        day = _as_date(text)
        return day.isoformat() if day else text
    if field.kind is FieldKind.MONEY:
        return _bare_amount(text)
    if field.kind is FieldKind.CHOICE:
        return _chosen(field, text)
    if field.kind is FieldKind.TIME:
        return usable_time(text)
    if field.kind is FieldKind.YES_NO:
        return text.casefold()
    if field.kind is FieldKind.TABLE:
        return usable_table(field, text)
    return text


def _chosen(field: LetterField, text: str) -> str:
    """The offered word in its own spelling, or the own text of a free choice."""
    for option in field.options:
        if option.casefold() == text.casefold():
            return option
    return _bare_amount(text) if field.free_kind is FieldKind.MONEY else text


def _bare_amount(text: str) -> str:
    amount = rupiah_amount(text)
    return text if amount is None else str(amount)


def _cleaned(field: LetterField, typed: str) -> str:
    return clean_lines(typed) if field.kind is FieldKind.PARAGRAPH else clean(typed)


def _problem(field: LetterField, typed: str, days: LetterDays) -> str:
    text = _cleaned(field, typed)
    if field.kind is FieldKind.TABLE:
        return table_fault(field, text) or _unprintable(field, usable_table(field, text))
    if not text:
        return f"{field.label} belum diisi." if field.required else ""
    most = MOST_PARAGRAPH_CHARACTERS if field.kind is FieldKind.PARAGRAPH else MOST_CHARACTERS
    if field.kind is FieldKind.CHOICE and field.free:
        most = MOST_PARAGRAPH_CHARACTERS
    if len(text) > most:
        return f"{field.label} terlalu panjang: {len(text)} huruf, paling banyak {most}."
    fault = _unprintable(field, text) or _kind_problem(field, text)
    return fault or date_fault(field, text, _as_date(text), days)


def _unprintable(field: LetterField, text: str) -> str:
    strange = unprintable(text)
    if not strange:
        return ""
    return f"{field.label} memuat tanda yang tidak bisa dicetak: {' '.join(strange[:5])}"


def _kind_problem(field: LetterField, text: str) -> str:
    if field.kind is FieldKind.DATE and _as_date(text) is None:
        return f"{field.label}: tulis tanggal yang ada, contoh 24-11-2026."
    if field.kind is FieldKind.NUMBER:
        return _number_problem(field, text)
    if field.kind is FieldKind.MONEY and rupiah_amount(text) is None:
        return f"{field.label}: isi dengan angka rupiah, contoh 900000."
    if field.kind is FieldKind.CHOICE:
        return _choice_problem(field, text)
    if field.kind is FieldKind.TIME and not is_time(usable_time(text)):
        return f"{field.label}: tulis jam dan menit, contoh 04.30."
    if field.kind is FieldKind.YES_NO and text.casefold() not in {"ya", "tidak"}:
        return f"{field.label}: pilih ya atau tidak."
    if field.pattern and not re.fullmatch(field.pattern, text):
        return field.pattern_message
    return ""


def _number_problem(field: LetterField, text: str) -> str:
    if not (text.isdecimal() and len(text) <= 12):
        return f"{field.label}: isi dengan angka saja, contoh 3."
    if int(text) < field.least:
        return f"{field.label}: paling sedikit {field.least}."
    return ""


def _choice_problem(field: LetterField, text: str) -> str:
    if _chosen(field, text) in field.options:
        return ""
    if not field.free:
        return f"{field.label}: pilih salah satu dari daftar."
    if field.free_kind is FieldKind.MONEY and rupiah_amount(text) is None:
        words = " atau ".join(f"“{option}”" for option in field.options)
        return f"{field.label}: tulis angka rupiah saja, contoh 900000, atau pilih {words}."
    if field.pattern and not re.fullmatch(field.pattern, text):
        return field.pattern_message
    return ""


def _as_date(text: str) -> date | None:
    match = _DAY_FIRST.match(text)
    try:
        if match:
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day)
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
