"""How the list says what is known of a resident; numbers of people are masked in all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from nagari_kit.domain import code_lists
from nagari_kit.domain.resident_columns import COLUMNS, ListColumn, ktp_words
from nagari_kit.domain.residents import LifeStatus, ResidentRow
from nagari_kit.ui.code_words import code_words
from nagari_kit.ui.letter_words import ChipWords, age_words

_CHIPS = {
    "Tanpa NIK": ("err", "alert-triangle"),
    "Sudah rekam": ("ok", "circle-check"),
    "Belum rekam": ("warn", "id"),
    "Belum wajib": ("neutral", "minus"),
}
_GONE = ("neutral", "circle-x")
_UNKNOWN = ("neutral", "help")
_DASH = "–"


def _calm(labels: Mapping[int, str], attribute: str) -> Callable[[ResidentRow, date], str]:
    return lambda row, _today: code_words(labels, getattr(row, attribute))


_OWN_WORDS: Mapping[ListColumn, Callable[[ResidentRow, date], str]] = {
    ListColumn.AGE: lambda row, today: age_words(row.birth_date, today).removesuffix(" th"),
    ListColumn.MARITAL: _calm(code_lists.MARITAL_STATUS, "marital_status"),
    ListColumn.RELIGION: _calm(code_lists.RELIGION, "religion"),
    ListColumn.EDUCATION: _calm(code_lists.EDUCATION, "education"),
    ListColumn.OCCUPATION: _calm(code_lists.OCCUPATION, "occupation"),
}
"""Where the screen is calmer or finer than paper."""


def cell_words(column: ListColumn, row: ResidentRow, today: date) -> str:
    """What stands in a cell; a dash where nothing is known."""
    say = _OWN_WORDS.get(column, COLUMNS[column].text)
    return say(row, today) or _DASH


def standing_chip(row: ResidentRow) -> ChipWords:
    """What is to be known before serving, with its tint and icon."""
    words = ktp_words(row)
    gone = row.life_status is not LifeStatus.ALIVE
    kind, icon = _GONE if gone else _CHIPS.get(words, _UNKNOWN)
    return ChipWords(words, kind, icon)
