"""Proposes what each column of a sheet of no known form holds, by its heading and its cells."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice

from nagari_kit.domain.importing import ColumnMatching
from nagari_kit.services.resident_import.cell_text import UnreadableCell, civil_date, clean_text
from nagari_kit.services.resident_import.file_codes import code_in_file
from nagari_kit.services.resident_import.heading_words import KEY_OF, NOTHING, plain
from nagari_kit.services.resident_import.layouts.heading_rows import (
    HeadingRow,
    best_heading_row,
    heading_rows,
)
from nagari_kit.services.resident_import.layouts.lines import texts_of
from nagari_kit.services.spreadsheet_reading.messages import Cell
from nagari_kit.services.spreadsheet_reading.workbook import Sheet, Workbook

LOOKED_AT = 300
SHOWN = 3
_ALIKE = 0.84
_MOST = 0.8
"""Share of a column's cells that must fit."""

_SIXTEEN = re.compile(r"\D?(?:\d[ .\-]?){15,16}")
_BY_CONTENT = (
    ("sex", "sex"),
    ("agama_id", "religion"),
    ("status_kawin", "marital_status"),
    ("kk_level", "family_relation"),
    ("pekerjaan_id", "occupation"),
    ("pendidikan_kk_id", "education"),
    ("golongan_darah_id", "blood_type"),
    ("warganegara_id", "citizenship"),
)
NEEDED = frozenset({"nik", "nama"})
"""Without these a matching is not sure enough to go on without an officer."""


def propose(workbook: Workbook) -> ColumnMatching | None:
    """The best guess for the workbook; None when no sheet looks like a list at all."""
    found = [one for one in map(_propose_for, workbook.sheets) if one is not None]
    return max(found, key=lambda one: len(set(one.keys)), default=None)


def is_sure(matching: ColumnMatching) -> bool:
    """Whether headings alone say where NIK and name stand."""
    by_words = {KEY_OF.get(plain(heading)) for heading in matching.headings}
    return by_words >= NEEDED and set(matching.keys) >= NEEDED


def headings_key(headings: Iterable[str]) -> str:
    """The headings in the form under which a decision is remembered."""
    return json.dumps([plain(heading) for heading in headings])


def heading_row_of(matching: ColumnMatching) -> HeadingRow:
    """Where the matching stands."""
    return HeadingRow(matching.headings, matching.heading_row)


def _propose_for(sheet: Sheet) -> ColumnMatching | None:
    head = best_heading_row(sheet)
    if head is None or len(head.known) < 2:
        head = head if head and "nik" in head.known else _first_full_row(sheet)
    if head is None:
        return None
    below = list(islice(sheet.rows, head.last + 1, head.last + 1 + LOOKED_AT))
    columns: list[Sequence[Cell]] = list(zip(*below, strict=True)) if below else []
    keys = _by_words(head.texts)
    for place, heading in enumerate(head.texts):
        if keys[place] is None and heading:
            taken = {key for key in keys if key}
            found = _by_cells(columns[place], taken) if columns else None
            keys[place] = found or _by_like_words(heading, taken)
    _find_names(columns, keys)
    samples = [_samples(column) for column in columns] or [()] * len(head.texts)
    return ColumnMatching(
        sheet.name, head.last, head.texts, tuple(samples), tuple(key or NOTHING for key in keys)
    )


def _first_full_row(sheet: Sheet) -> HeadingRow | None:
    """The first row that has no numbers and as many words as the widest."""
    rows = [one for one in heading_rows(sheet) if sum(map(bool, one.texts)) >= 3]
    widest = max((sum(map(bool, one.texts)) for one in rows), default=0)
    for one in rows:
        filled = [text for text in one.texts if text]
        if len(filled) >= widest * _MOST and not any(map(_has_digits, filled)):
            return one
    return None


def _has_digits(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) > 2


def _by_words(headings: Sequence[str]) -> list[str | None]:
    """Keys by the very words, the first of two columns of one name alone."""
    keys: list[str | None] = []
    for heading in headings:
        key = KEY_OF.get(plain(heading))
        keys.append(None if key and key in keys else key)
    return keys


def _by_like_words(heading: str, taken: set[str]) -> str | None:
    """`Tgl Lahirr`: words that are nearly right."""
    if len(plain(heading)) < 5:
        return None
    near = difflib.get_close_matches(plain(heading), KEY_OF, n=1, cutoff=_ALIKE)
    key = KEY_OF[near[0]] if near else None
    return None if key in taken else key


def _by_cells(column: Sequence[Cell], taken: set[str]) -> str | None:
    cells = [cell for cell in column if clean_text(cell)]
    if not cells:
        return None
    texts = texts_of(cells)
    if _share(texts, lambda text: bool(_SIXTEEN.fullmatch(text))) >= _MOST:
        repeated = Counter(texts).most_common(1)[0][1] > 1
        wanted = ("no_kk", "nik") if repeated else ("nik", "no_kk")
        return next((key for key in wanted if key not in taken), None)
    if "tanggallahir" not in taken and _share(cells, _is_date) >= _MOST:
        return "tanggallahir"
    for key, code_list in _BY_CONTENT:
        if key in taken or all(text.isdecimal() for text in texts):
            continue
        if _share(texts, partial(_is_word_of, code_list)) >= _MOST:
            return key
    return None


def _find_names(columns: Sequence[Sequence[Cell]], keys: list[str | None]) -> None:
    """Where no heading says it, names are the words that hardly repeat."""
    if "nama" in keys or "nik" not in keys:
        return
    for place, column in enumerate(columns):
        texts = [text for text in texts_of(column) if text]
        if keys[place] is not None or not texts or len(set(texts)) < len(texts) * _MOST:
            continue
        if _share(texts, _is_like_a_name) >= _MOST:
            keys[place] = "nama"
            return


def _is_like_a_name(text: str) -> bool:
    return len(text) > 2 and not any(letter.isdigit() for letter in text)


def _is_word_of(code_list: str, text: str) -> bool:
    return code_in_file(code_list, text) is not None


def _share(cells: Sequence[Cell] | list[str], fits: Callable[..., bool]) -> float:
    return sum(1 for cell in cells if fits(cell)) / len(cells)


def _is_date(cell: Cell) -> bool:
    try:
        found = civil_date(cell)
    except UnreadableCell:
        return False
    return found is not None and not isinstance(cell, float)


def _samples(column: Sequence[Cell]) -> tuple[str, ...]:
    seen = dict.fromkeys(text for text in texts_of(column) if text)
    return tuple(islice(seen, SHOWN))
