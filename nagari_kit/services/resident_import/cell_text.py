"""One cell as a person or a program left it, made into clean text, digits, a date or a code."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from nagari_kit.services.spreadsheet_reading.messages import Cell

EXACT_INTEGER = 2**53
"""Above this a spreadsheet's number no longer holds every digit."""

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_DATE_PARTS = re.compile(
    r"^(\d{1,4})\s*[-/. ]\s*(\d{1,2}|[A-Za-z]{3,9})\s*[-/. ]\s*(\d{1,4})(?:[ T].*)?$"
)
_MONTHS = {
    "jan": 1, "peb": 2, "feb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
    "agu": 8, "ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11,
    "des": 12, "dec": 12,
}  # fmt: skip
_UNTIDY = re.compile(r"^[ ']|[ ']$|  |[^ -~]")
"""What plain text does not have: blanks or apostrophes at its ends, double blanks, other signs."""
_SERIAL_ZERO = date(1899, 12, 30)
EMPTY_WORDS = frozenset({"", "-", "--", "0000-00-00", "00-00-0000", "null"})


class UnreadableCell(ValueError):  # noqa: N818 - a finding on its way to the officer
    """The cell's text cannot be what its column asks; the message is the Indonesian reason."""


def clean_text(cell: Cell | None) -> str:
    """Text without hidden characters, doubled spaces and the apostrophe that marks text."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    if not _UNTIDY.search(cell):
        return cell
    if cell.isascii() and cell.isprintable():
        visible = cell
    else:
        composed = unicodedata.normalize("NFC", cell).translate(_APOSTROPHES)
        visible = "".join(map(_visible, composed))
    return " ".join(visible.split()).strip("'").strip()


def _visible(letter: str) -> str:
    category = unicodedata.category(letter)
    if category[0] == "Z" or letter in "\t\n\r":
        return " "
    return "" if category[0] == "C" else letter


def sixteen_digits(cell: Cell, what: str) -> tuple[str, str]:
    """Digits of a NIK or KK number and a warning or "". `what` begins the reason.

    Raises UnreadableCell when digits are missing, too many, or were lost in a number cell.
    """
    if isinstance(cell, float):
        return _digits_of_number(cell, what)
    if isinstance(cell, str) and len(cell) == 16 and cell.isascii() and cell.isdecimal():
        return cell, ""
    text = clean_text(cell)
    if re.search(r"\d[eE][+]?\d", text):
        raise UnreadableCell(f"{what} tertulis sebagai bilangan, angka terakhirnya hilang")
    digits = re.sub(r"[\s.\-'’]", "", text)
    if not digits.isdecimal() or not digits.isascii():
        raise UnreadableCell(f"{what} memuat huruf atau tanda")
    if len(digits) != 16:
        raise UnreadableCell(f"{what} {len(digits)} angka, harus 16")
    return digits, ""


def _digits_of_number(number: float, what: str) -> tuple[str, str]:
    if not number.is_integer() or number < 0:
        raise UnreadableCell(f"{what} tertulis sebagai bilangan pecahan")
    digits = str(int(number))
    if len(digits) != 16:
        raise UnreadableCell(f"{what} {len(digits)} angka, harus 16")
    if digits.endswith("0") or number >= EXACT_INTEGER:
        # Excel keeps fifteen digits of a number and writes nought for the sixteenth.
        raise UnreadableCell(
            f"{what} tersimpan sebagai bilangan, angka terakhirnya bisa hilang; "
            "ketik ulang sebagai teks"
        )
    return digits, f"{what} tersimpan sebagai bilangan; angkanya masih utuh, sebaiknya jadikan teks"


def civil_date(cell: Cell | None, latest: date | None = None) -> date | None:
    """A date from a date cell, a serial number or text; None when the cell says nothing.

    With `latest` a year of two digits is read where only one century is not yet to come. Raises
    UnreadableCell for a day that does not exist, and for any other year of two digits.
    """
    if isinstance(cell, date):
        found = cell
    elif isinstance(cell, float):
        found = _from_serial(cell)
    else:
        text = clean_text(cell)
        if text.lower() in EMPTY_WORDS:
            return None
        found = (
            _from_serial(float(text)) if re.fullmatch(r"\d{5}", text) else _from_text(text, latest)
        )
    if found < _SERIAL_ZERO:
        raise UnreadableCell(f"tahun {found.year} terlalu lama, periksa lagi")
    return found


def past_date(cell: Cell | None, today: date) -> date | None:
    """The same, and never later than today."""
    found = civil_date(cell, today)
    if found is not None and found > today:
        raise UnreadableCell(f"tanggal {found:%d-%m-%Y} belum terjadi")
    return found


def _from_serial(serial: float) -> date:
    if not 0 <= serial < 80_000 or 0 < serial < 1:
        raise UnreadableCell("bukan tanggal, tulis seperti 17-08-1990")
    return _SERIAL_ZERO + timedelta(days=int(serial))


def has_short_year(text: str) -> bool:
    """Whether a date is written with two digits of its year."""
    match = _DATE_PARTS.match(text)
    return match is not None and 4 not in {len(match.group(1)), len(match.group(3))}


def _from_text(text: str, latest: date | None) -> date:
    match = _DATE_PARTS.match(text)
    if match is None:
        raise UnreadableCell("bukan tanggal, tulis seperti 17-08-1990")
    first, middle, last = match.groups()
    month = int(middle) if middle.isdigit() else _MONTHS.get(middle[:3].lower(), 0)
    day, year = (int(last), first) if len(first) == 4 else (int(first), last)
    if len(year) != 4:
        short = year[-2:].zfill(2)
        if latest is not None and int(f"20{short}") > latest.year:
            return _from_text(f"{day}-{month}-19{short}", None)
        raise UnreadableCell(f"tahun 19{short} atau 20{short}? Tulis empat angka")
    try:
        return date(int(year), month, day)
    except ValueError as error:
        raise UnreadableCell(f"tanggal {day:02d}-{month:02d}-{year} tidak ada") from error
