"""The closed list of filters: what a definition may do with a value on its way to the paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from nagari_kit.documents.month_year import written
from nagari_kit.documents.wording import bound, counted, long_date, nip_groups
from nagari_kit.domain.amounts import MAX_SPELLED, grouped, rupiah, rupiah_amount, terbilang
from nagari_kit.domain.dates import WEEKDAYS
from nagari_kit.domain.roman import LARGEST_ROMAN, roman
from nagari_kit.infra.hijri import hijri_words

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_PURPOSE = re.compile(r"\A(?:untuk\s+|keperluan\s+)+(?=\S)", re.IGNORECASE)

Filter = Callable[[str], str]


def _capitals(text: str) -> str:
    return text.upper()


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def _date(text: str) -> str:
    day = _day(text)
    return long_date(day) if day else text


def _weekday_date(text: str) -> str:
    day = _day(text)
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}" if day else text


def _hijri(text: str) -> str:
    day = _day(text)
    return bound(hijri_words(day)) if day else text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _time(text: str) -> str:
    """Western Indonesian time: the whole province keeps it."""
    match = _CLOCK.fullmatch(text)
    return bound(f"{match[1]}.{match[2]} WIB") if match else text


def _number(text: str) -> int | None:
    """Digits, or an amount as money is written; None for anything that cannot be spelled."""
    amount = rupiah_amount(text)
    return amount if amount is not None and amount <= MAX_SPELLED else None


def _words(text: str) -> str:
    number = _number(text)
    return terbilang(number) if number is not None else text


def _rupiah_words(text: str) -> str:
    amount = _number(text)
    return f"{rupiah(amount)} ({terbilang(amount)} rupiah)" if amount is not None else text


def _area(text: str) -> str:
    square = _number(text)
    return bound(f"{grouped(square)} m²") if square is not None else text


def _area_words(text: str) -> str:
    square = _number(text)
    return f"{_area(text)} ({terbilang(square)} meter persegi)" if square is not None else text


def _roman(text: str) -> str:
    number = int(text) if text.isdecimal() and len(text) <= 4 else 0
    return roman(number) if 0 < number <= LARGEST_ROMAN else text


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(text: str) -> str:
    return counted(int(text)) if text.isdecimal() and len(text) <= 12 else text


def _rupiah(text: str) -> str:
    amount = rupiah_amount(text)
    return rupiah(amount) if amount is not None else text


def _per_month(text: str) -> str:
    return f"{_rupiah(text)} per bulan" if rupiah_amount(text) is not None else text


def _address(text: str) -> str:
    """Each part between commas stays whole, so that the address breaks at its commas."""
    lines = text.split("\n")
    return "\n".join(", ".join(bound(part) for part in line.split(", ")) for line in lines)


def _continuation(text: str) -> str:
    """Goes on after “untuk keperluan”: these words and the full stop fall away.

    The first letter becomes small unless the word is all capitals.
    """
    stripped = _PURPOSE.sub("", text.rstrip(" .;,\n")) or text
    if stripped[:1].isupper() and stripped[1:2].islower():
        return stripped[0].lower() + stripped[1:]
    return stripped


FILTERS: dict[str, Filter] = {
    "kapital": _capitals,
    "judul": _title,
    "tanggal": _date,
    "bulan_tahun": written,
    "jumlah": _count,
    "rupiah": _rupiah,
    "per_bulan": _per_month,
    "alamat": _address,
    "sambungan": _continuation,
    "kalimat": _sentence,
    "kecil": str.lower,
    "tanggal_hari": _weekday_date,
    "hijriah": _hijri,
    "jam": _time,
    "terbilang": _words,
    "bilangan": _count,
    "rupiah_terbilang": _rupiah_words,
    "luas": _area,
    "luas_terbilang": _area_words,
    "romawi": _roman,
    "nip": nip_groups,
}


def apply_filters(text: str, names: tuple[str, ...]) -> str:
    """The text through each named filter; an empty text stays empty."""
    for name in names:
        text = FILTERS[name](text) if text else text
    return text
