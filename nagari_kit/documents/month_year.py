"""Reads a month and year that were typed freely, and writes them in the one form of the paper."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nagari_kit.documents.wording import NO_BREAK
from nagari_kit.domain.dates import MONTHS

_MONTH_YEAR = re.compile(
    r"(?:\b(?P<word>[A-Za-z]+)\.?\s+|\b(?P<before>\d{1,3})\s*[/.-]\s*)?"
    r"\b(?P<year>(?:19|20)\d\d)\b(?:[/.-](?P<after>\d{1,3})\b)?"
)
_FULL_DATE = re.compile(
    r"\b(?:(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)"
    r"|(?P<year2>(?:19|20)\d\d)-(?P<month2>\d{2})-(?P<day2>\d{2}))\b"
)
_DATE_ALONE = re.compile(r"(?:(?:\d{1,2}\s)?[A-Z][a-z]+\s)?\d{4}")
_SAYS_NOTHING = re.compile(
    r"(?:sejak|mulai|dari|pada|tahun|thn?|bulan|bln|dulu|dahulu|lalu)\b\.?", re.IGNORECASE
)
_OTHER_SPELLINGS = {"agst": 8, "agt": 8, "pebruari": 2, "peb": 2, "nopember": 11, "nop": 11}


@dataclass(frozen=True, slots=True)
class MonthYear:
    """One mention of a year; `month` is 0 when none stands beside it, else as it was written."""

    year: int
    month: int

    @property
    def has_such_a_month(self) -> bool:
        """Whether the number of the month is one."""
        return 0 <= self.month <= len(MONTHS)

    @property
    def span(self) -> tuple[date, date]:
        """First and last day of the month, or of the year."""
        if not self.month:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        last = calendar.monthrange(self.year, self.month)[1]
        return date(self.year, self.month, 1), date(self.year, self.month, last)


def mentions(text: str) -> Iterator[MonthYear]:
    """Every year in the text with the month beside it; the number 0 comes as 13, no month."""
    for match in _MONTH_YEAR.finditer(text):
        number = match["before"] or match["after"]
        month = (int(number) or len(MONTHS) + 1) if number else month_of(match["word"] or "")
        yield MonthYear(int(match["year"]), month)


def month_of(word: str) -> int:
    """The number of a month by its name, a beginning of three letters or an old spelling; or 0."""
    low = word.casefold()
    if len(low) >= 3:
        for number, name in enumerate(MONTHS, 1):
            if name.casefold().startswith(low):
                return number
    return _OTHER_SPELLINGS.get(low, 0)


def written(text: str) -> str:
    """`mei 2019`, `5/2019` and `sejak tahun 2019 dulu` as `Mei 2019`, `Mei 2019` and `2019`.

    Words that say more than the year are kept.
    """
    bare = _in_words(" ".join(_SAYS_NOTHING.sub(" ", text).split()))
    return bare.replace(" ", NO_BREAK) if _DATE_ALONE.fullmatch(bare) else _in_words(text)


def _in_words(text: str) -> str:
    return _MONTH_YEAR.sub(_month_and_year, _FULL_DATE.sub(_full_date, text))


def _full_date(match: re.Match[str]) -> str:
    day, month, year = (int(match[part] or match[f"{part}2"]) for part in ("day", "month", "year"))
    if not (1 <= month <= len(MONTHS) and 1 <= day <= 31):
        return match[0]
    return f"{day}{NO_BREAK}{MONTHS[month - 1]}{NO_BREAK}{year}"


def _month_and_year(match: re.Match[str]) -> str:
    word, number = match["word"], match["before"] or match["after"]
    month = int(number) if number else month_of(word or "")
    if not 1 <= month <= len(MONTHS):
        return match[0]
    return f"{MONTHS[month - 1]}{NO_BREAK}{match['year']}"
