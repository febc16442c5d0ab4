"""Lists with one heading row and one line for each person: OpenSID, SIAK, BIP e-KTP, our own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice

from nagari_kit.domain.importing import SourceRow
from nagari_kit.errors import ImportFileError
from nagari_kit.services.resident_import.cell_text import clean_text
from nagari_kit.services.resident_import.columns import NEEDED_HEADINGS
from nagari_kit.services.resident_import.file_codes import code_in_file
from nagari_kit.services.resident_import.heading_words import (
    KEY_OF,
    NOTHING,
    PLACE_AND_DATE,
    plain,
)
from nagari_kit.services.resident_import.known_columns import KEY_OF_OWN_HEADING
from nagari_kit.services.resident_import.layouts.heading_rows import HeadingRow
from nagari_kit.services.resident_import.layouts.lines import STOP_MARK, PeopleLines
from nagari_kit.services.resident_import.table import BIP, MAPPED, NAGARI, OPENSID, SIAK, Table
from nagari_kit.services.spreadsheet_reading.workbook import UNHARMED, Sheet

_SIAK = frozenset(
    {
        "petugasregistrasi", "tglubah", "petugasentri", "tglentri", "namapenduduk", "desakel",
        "deskripsipekerjaan", "gantiktp", "ktpberakhir",
    }
)  # fmt: skip
_EKTP = frozenset({"statkwn", "wjbktp", "statrkm"})
_PRODESKEL = frozenset(
    {
        "nomorindukkependudukannik", "hubungandengankepalakeluarga", "matapencahariananpokok",
        "matapencaharianpokok", "akseptorkb", "namakepalakeluarga", "nourut", "catatancacat",
        "cacatmenurutjenis", "kedudukanpajak", "lembagayangdiikuti", "etnissuku",
    }
)  # fmt: skip
_OWN = frozenset(map(plain, KEY_OF_OWN_HEADING))
_ONLY_OWN = frozenset(
    map(plain, ("Gelar depan", "Gelar adat", "Status warga", "Status dasar", "Suku bangsa",
                "Hubungan keluarga", "Alamat KK"))
)  # fmt: skip
_STATUS_LISTS = (
    ("status_kawin", "marital_status"),
    ("status_dasar", "life_status"),
    ("residency", "residency"),
    ("status_rekam", "recording_status"),
)
SAMPLES = 200
_PLACE_THEN_DATE = re.compile(r"(\D*?)[\s,/]*(\d.*)")


def named_form(head: HeadingRow) -> tuple[str, str] | None:
    """Format and its name for the officer, when the headings are those of a known program."""
    said, known = head.plain, head.known
    lower = {text.strip().casefold() for text in head.texts}
    if known >= NEEDED_HEADINGS and lower & {"no_kk", "tanggallahir", "tempatlahir", "kk_level"}:
        return OPENSID, "ekspor OpenSID"
    if known >= {"no_kk", "nik"} and len(said & _SIAK) >= 2:
        return SIAK, "SIAK 37 kolom" if len(said) >= 37 else "SIAK"
    if {"nik", "nama"} <= known and len(said & _OWN) >= 8 and len(said & _ONLY_OWN) >= 3:
        return NAGARI, "ekspor Nagari Kit"
    if "nik" in known and len(said & _EKTP) >= 2:
        return BIP, "BIP e-KTP"
    if {"nik", "nama"} <= known and len(said & _PRODESKEL) >= 2:
        return MAPPED, "daftar Prodeskel"
    return None


def flat_table(sheet: Sheet, head: HeadingRow, form: str, layout: str) -> Table:
    """The table under known headings. Raises ImportFileError when OpenSID's occur twice."""
    keys = [KEY_OF.get(plain(text)) if text else NOTHING for text in head.texts]
    if form == NAGARI:
        own = {plain(heading): key for heading, key in KEY_OF_OWN_HEADING.items()}
        keys = [own.get(plain(text), key) for text, key in zip(head.texts, keys, strict=True)]
    _settle_status(sheet, head, keys)
    if form == OPENSID:
        _refuse_twice(keys)
    return table_of(sheet, head, keys, form, layout)


def table_of(
    sheet: Sheet, head: HeadingRow, keys: Iterable[str | None], form: str, layout: str
) -> Table:
    """The table whose columns hold what `keys` say; None for a heading that nobody knows."""
    columns: dict[str, int] = {}
    unknown: list[str] = []
    for place, key in enumerate(keys):
        if key is None or (key != NOTHING and key in columns):
            unknown.append(head.texts[place])
        elif key != NOTHING:
            columns[key] = place
    headings = {key: head.texts[place] for key, place in columns.items()}
    people = people_from(sheet, head.last, columns, head.last + 1)
    if PLACE_AND_DATE in columns:
        people = _with_birth(people, columns, headings)
    return Table(
        form,
        layout,
        sheet,
        head.last,
        columns,
        people=people,
        headings=headings,
        unknown=tuple(unknown),
        head_lines=head.last + 1,
    )


def people_from(
    sheet: Sheet, heading_row: int, columns: Mapping[str, int], first: int
) -> list[SourceRow]:
    """Lines of people from the line `first` on, up to the mark ### in the second column."""
    lines = PeopleLines(sheet.rows[heading_row], dict(columns))
    people: list[SourceRow] = []
    for place, cells in enumerate(islice(sheet.rows, first, None), first + 1):
        if len(cells) > 1 and cells[1] == STOP_MARK:
            break
        if lines.has_person(cells):
            people.append(SourceRow(place, cells))
    return people


def _with_birth(
    people: list[SourceRow], columns: dict[str, int], headings: dict[str, str]
) -> list[SourceRow]:
    """Place and date of birth out of one cell, as two cells that follow those of the line."""
    both = columns.pop(PLACE_AND_DATE)
    heading = headings.pop(PLACE_AND_DATE)
    if not people or {"tempatlahir", "tanggallahir"} & columns.keys():
        return people
    width = len(people[0].cells)
    for offset, key in enumerate(("tempatlahir", "tanggallahir")):
        columns[key], headings[key] = width + offset, heading
    return [
        SourceRow(row.number, (*row.cells, *_apart(clean_text(row.cells[both]))), row.above)
        for row in people
    ]


def _apart(text: str) -> tuple[str, str]:
    """`Padang, 17-08-1990` -> place and date; all of it is the date when there is no place."""
    found = _PLACE_THEN_DATE.fullmatch(text)
    return (found.group(1).strip(" ,/"), found.group(2)) if found else ("", text)


def _settle_status(sheet: Sheet, head: HeadingRow, keys: list[str | None]) -> None:
    """A column that is called `Status` alone holds what its words say."""
    for place, text in enumerate(head.texts):
        if plain(text) in {"status", "stts", "stat"} and keys[place] is None:
            keys[place] = _status_key(sheet, head.last, place, set(keys))


def _status_key(sheet: Sheet, last: int, place: int, taken: set[str | None]) -> str | None:
    below = islice(sheet.rows, last + 1, last + 1 + SAMPLES)
    words = Counter(clean_text(row[place]) for row in below)
    words.pop("", None)
    for key, code_list in _STATUS_LISTS:
        fitting = sum(n for text, n in words.items() if not text.isdecimal()
                      and code_in_file(code_list, text) is not None)  # fmt: skip
        if key not in taken and fitting * 2 > sum(words.values()):
            return key
    return None


def _refuse_twice(keys: list[str | None]) -> None:
    counts = Counter(key for key in keys if key)
    for key, times in counts.items():
        if times > 1:
            raise ImportFileError(
                f"Judul kolom {key} ada dua kali. {UNHARMED}",
                hint="Hapus atau ganti judul salah satu kolom itu, simpan, lalu coba lagi.",
                code="IMPOR-06",
            )
