"""How facts are written on official paper: dates, counts, names, offices, addresses.

Whatever must not part over two lines is bound with no-break spaces.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from nagari_kit.domain import dates
from nagari_kit.domain.amounts import terbilang
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import OfficeProfile, Officer, Standing

NO_BREAK = "\u00a0"
DASH = "–"
DRAFT_NUMBER = "···"
"""Stands where a draft has no number yet."""
PROVINCE = "Provinsi Sumatera Barat"

_STANDINGS = {
    Standing.DEFINITIF: "",
    Standing.PJ: "Penjabat",
    Standing.PLT: "Pelaksana Tugas",
    Standing.PLH: "Pelaksana Harian",
}
_HEADS = {"nagari": "Wali Nagari", "desa": "Kepala Desa", "kelurahan": "Lurah"}
_INITIAL = re.compile(r"\b([A-Z][a-z]?\.) (?=[A-Z])")
_BLANKS = re.compile(r"[ \u2000-\u200a\u202f\u205f\u3000]+")
_TOGETHER = (
    re.compile(rf"\b\d{{1,2}} (?:{'|'.join(dates.MONTHS)}) \d{{4}}\b"),
    re.compile(r"\bNomor \d[\w./-]{0,30}"),
    re.compile(r"\bRp \d"),
    re.compile(r"\b\d{1,4} \([a-z]+(?: [a-z]+){0,3}\)"),
)
"""What is never parted over two lines."""
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


def clean(text: str) -> str:
    """One line of composed text without control, direction and zero-width characters."""
    return " ".join(clean_lines(text).split("\n"))


def clean_lines(text: str) -> str:
    """The same with its line ends; empty lines are left out."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    composed = unicodedata.normalize("NFC", text.replace("\t", " "))
    lines = []
    for line in composed.splitlines():
        seen = "".join(c for c in line if unicodedata.category(c) not in _INVISIBLE)
        lines.append(_BLANKS.sub(" ", seen).strip())
    return "\n".join(line for line in lines if line)


def bound(text: str) -> str:
    """The text with its spaces made unbreakable."""
    return text.replace(" ", NO_BREAK)


def typeset(text: str) -> str:
    """Typed text with dates, `Nomor 7`, `Rp 900` and `3 (tiga)` bound together."""
    for pattern in _TOGETHER:
        text = pattern.sub(lambda found: bound(found[0]), text)
    return text


def long_date(day: date) -> str:
    """`24 November 2026`, never parted."""
    return bound(dates.long_date(day))


def counted(number: int) -> str:
    """`3 (tiga)`, never parted."""
    return bound(f"{number} ({terbilang(number)})")


def person_name(name: PersonName) -> str:
    """The name as it stands on the letter, initials bound to what follows them."""
    return _INITIAL.sub(rf"\1{NO_BREAK}", clean(name.full()))


def signer_name(name: PersonName) -> str:
    """Name and adat title in capitals, academic titles in their own spelling."""
    core = " ".join(part for part in (name.name.upper(), name.gelar_adat.upper()) if part)
    front = f"{name.gelar_depan} {core}" if name.gelar_depan else core
    return clean(f"{front}, {name.gelar_belakang}" if name.gelar_belakang else front)


def nip_groups(nip: str) -> str:
    """18 digits as 8-6-1-3; anything else as it is."""
    if len(nip) != 18 or not nip.isdigit():
        return clean(nip)
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def office_word(office: OfficeProfile) -> str:
    """`Nagari`, `Desa` or `Kelurahan`."""
    return clean(office.kind).capitalize()


def office_name(office: OfficeProfile) -> str:
    """`Nagari Koto Contoh`."""
    return f"{office_word(office)} {clean(office.name)}"


def position_of(officer: Officer, office: OfficeProfile) -> str:
    """`Wali Nagari Koto Contoh`, `Kepala Seksi Pelayanan Nagari Koto Contoh`."""
    position = clean(officer.position)
    ends_with_kind = position.casefold().endswith(office.kind.casefold())
    if officer.is_head or ends_with_kind:
        return f"{position} {clean(office.name)}"
    return f"{position} {office_name(office)}"


def position_in_text(officer: Officer, office: OfficeProfile) -> str:
    """The office in a sentence, with how it is held: `Penjabat Wali Nagari Koto Contoh`."""
    return f"{_STANDINGS[officer.standing]} {position_of(officer, office)}".strip()


def head_position(head: Officer | None, office: OfficeProfile) -> str:
    """The head's office without a name of place, from the officer or from the kind of office."""
    return clean(head.position) if head else _HEADS.get(office.kind, "Wali Nagari")
