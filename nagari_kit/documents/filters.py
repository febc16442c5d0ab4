"""The closed list of filters: what a definition may do with a value on its way to the paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from nagari_kit.documents.month_year import written
from nagari_kit.documents.wording import bound, counted, long_date
from nagari_kit.domain.amounts import rupiah, rupiah_amount

_PURPOSE = re.compile(r"\A(?:untuk\s+|keperluan\s+)+(?=\S)", re.IGNORECASE)

Filter = Callable[[str], str]


def _capitals(text: str) -> str:
    return text.upper()


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def _date(text: str) -> str:
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:
        return text


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
}


def apply_filters(text: str, names: tuple[str, ...]) -> str:
    """The text through each named filter; an empty text stays empty."""
    for name in names:
        text = FILTERS[name](text) if text else text
    return text
