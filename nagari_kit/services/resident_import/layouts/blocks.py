"""Lists in blocks of families, as the Buku Induk Penduduk comes: lines of a KK, then its people.

Where the address and the number of a KK stand on lines above its people, each person's cells are
followed by what these lines say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nagari_kit.domain.importing import SourceRow
from nagari_kit.services.resident_import.cell_reading import HIDDEN
from nagari_kit.services.resident_import.heading_words import KEY_OF, NOTHING, plain
from nagari_kit.services.resident_import.layouts.lines import PeopleLines, texts_of
from nagari_kit.services.resident_import.table import BIP, NAGARI, Table
from nagari_kit.services.spreadsheet_reading.messages import Cell
from nagari_kit.services.spreadsheet_reading.workbook import Sheet

FAMILY_KEYS = ("no_kk", "alamat", "dusun", "rw", "rt")
"""What the lines above a family say, in the order of the cells that are added to each person."""

_LABELS = (
    (r"(?:NO(?:MOR)?\.?\s*(?:KK|KARTU\s+KELUARGA))", "no_kk"),
    (r"(?:NAMA\.?\s*(?:KK|KEPALA\s+KELUARGA|KEP\.?\s*KEL(?:UARGA)?\.?))", "name"),
    (r"(?:RT\s*[/.\-]\s*RW)", "rt_rw"),
    (r"(?:RW\s*[/.\-]\s*RT)", "rw_rt"),
    (r"(?:(?:NAMA\s+)?(?:DUSUN|JORONG|KORONG|LINGKUNGAN)(?:\s*/\s*\w+)?)", "dusun"),
    (r"(?:ALAMAT(?:\s+(?:KK|KELUARGA))?)", "alamat"),
    (r"(?:RT)", "rt"),
    (r"(?:RW)", "rw"),
    (
        r"(?:KODE\s*POS|KEL(?:URAHAN)?\s*/\s*DESA|DESA\s*/\s*KEL(?:URAHAN)?|KECAMATAN|NAGARI|DESA)",
        "skip",
    ),
)
_LABEL = re.compile(
    r"(?<![A-Z])(?:" + "|".join(f"(?P<{name}>{label})" for label, name in _LABELS) + r")\s*[:=]",
    re.IGNORECASE,
)
_FAMILY_LINE = re.compile(r"^\W*NO(?:MOR)?\.?\s*(?:KK|KARTU\s+KELUARGA)\b", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9][0-9 .\-]{6,}")
_BETWEEN = 4
"""A label may say its value in the next cells, so many lines belong to one KK at most."""
BEGIN = 60
"""Lines among which the first KK is looked for."""

_HEADINGS = 4
"""Known headings that a row of headings has at least."""


@dataclass(slots=True)
class _Block:
    """What the reader stands in while it goes down the sheet."""

    family: tuple[str, ...] = ("",) * len(FAMILY_KEYS)
    above: tuple[int, ...] = ()
    lines: PeopleLines | None = None
    open: bool = False


def block_table(sheet: Sheet) -> Table | None:
    """The people of a sheet in blocks, or None when it has none."""
    begin = (text for row in sheet.rows[:BEGIN] for text in texts_of(row))
    if not any(_FAMILY_LINE.match(text) for text in begin):
        return None
    reader = _BlockReader(sheet)
    reader.read()
    if not reader.people or reader.columns is None:
        return None
    width = len(sheet.rows[0])
    columns = dict(reader.columns)
    for offset, key in enumerate(FAMILY_KEYS):
        columns.setdefault(key, width + offset)
    return Table(
        *_named(sheet, reader.heading_row),
        sheet,
        reader.heading_row,
        columns,
        people=reader.people,
        headings={"no_kk": "No. KK", "alamat": "Alamat", "dusun": "Dusun", "rw": "RW", "rt": "RT"}
        | {key: texts_of(sheet.rows[reader.heading_row])[place]
           for key, place in reader.columns.items()},
        head_lines=reader.first_block,
    )  # fmt: skip


class _BlockReader:
    """Goes down a sheet once."""

    def __init__(self, sheet: Sheet) -> None:
        self._rows = sheet.rows
        self.people: list[SourceRow] = []
        self.columns: dict[str, int] | None = None
        self.heading_row = 0
        self.first_block = 0
        self._block = _Block()

    def read(self) -> None:
        """Gather the people."""
        for place, line in enumerate(self._rows):
            texts = texts_of(line)
            if any(_FAMILY_LINE.match(text) for text in texts):
                self._begin(place, texts)
            elif self._is_headings(texts):
                self._take_headings(place, line, texts)
            elif self._block.open and self._goes_on(texts):
                self._add(place, texts)
            elif self.first_block and self._is_person(line):
                self._block.open = False
                cells = (*line, *self._block.family)
                self.people.append(SourceRow(place + 1, cells, self._block.above))

    def _begin(self, place: int, texts: list[str]) -> None:
        if not self.first_block:
            self.first_block = place
        self._block = _Block(above=(place,), lines=self._block.lines, open=True)
        self._tell(texts)

    def _add(self, place: int, texts: list[str]) -> None:
        self._block.above += (place,)
        self._tell(texts)

    def _tell(self, texts: list[str]) -> None:
        told = family_facts(texts)
        before = self._block.family
        self._block.family = tuple(
            told.get(key, "") or known for key, known in zip(FAMILY_KEYS, before, strict=True)
        )

    def _goes_on(self, texts: list[str]) -> bool:
        return len(self._block.above) < _BETWEEN and bool(_LABEL.search(_joined(texts)))

    def _is_headings(self, texts: list[str]) -> bool:
        keys = {KEY_OF.get(plain(text), NOTHING) for text in texts if text} - {NOTHING}
        return len(keys) >= _HEADINGS and "nik" in keys

    def _take_headings(self, place: int, line: tuple[Cell, ...], texts: list[str]) -> None:
        columns: dict[str, int] = {}
        for at, text in enumerate(texts):
            key = _block_key(text)
            if key and key not in columns:
                columns[key] = at
        if self.columns is None:
            self.columns, self.heading_row = columns, place
        if (self._block.above and not self._block.lines) or self._block.open:
            self._block.above += (place,)
        self._block.lines = PeopleLines(line, columns)
        self._block.open = False

    def _is_person(self, line: tuple[Cell, ...]) -> bool:
        lines = self._block.lines
        return lines is not None and lines.has_person(line)


def family_facts(texts: list[str]) -> dict[str, str]:
    """`No. KK : 1306… / Alamat : Jl. A, Nama Dusun : B, RT/RW : 003/001` taken apart by key."""
    whole = _joined(texts)
    marks = list(_LABEL.finditer(whole))
    told: dict[str, str] = {}
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(whole)
        _keep(told, mark.lastgroup or "", whole[mark.end() : end].strip(" \t,;/|"))
    if not told.get("no_kk") and (digits := _NUMBER.search(whole)):
        told["no_kk"] = digits.group().strip()
    return told


def _keep(told: dict[str, str], label: str, value: str) -> None:
    if label in {"rt_rw", "rw_rt"}:
        first, _, second = value.partition("/")
        pair = (first.strip(), second.strip(" /"))
        told["rt"], told["rw"] = pair if label == "rt_rw" else pair[::-1]
    elif label == "no_kk":
        found = _NUMBER.search(value) if HIDDEN not in value else None
        told["no_kk"] = found.group().strip() if found else value
    elif label in FAMILY_KEYS:
        told[label] = value


def _joined(texts: list[str]) -> str:
    """The cells of a line as one text; a label without its colon gets one."""
    parts: list[str] = []
    for text in texts:
        if not text:
            continue
        bare = text if text.endswith(":") else f"{text}:"
        parts.append(bare if _LABEL.fullmatch(bare) else text)
    return re.sub(r":\s*:", ":", " ".join(parts))


def _block_key(text: str) -> str | None:
    bare = plain(text)
    if bare in {"status", "stat", "stts"}:
        return "status_kawin"
    return KEY_OF.get(bare)


def _named(sheet: Sheet, heading_row: int) -> tuple[str, str]:
    """The format, and what it is called to the officer."""
    headings = set(texts_of(sheet.rows[heading_row]))
    if headings >= {"Pendidikan terakhir", "Hubungan keluarga", "Status kawin"}:
        return NAGARI, "ekspor Nagari Kit per KK"
    begin = " ".join(text for row in sheet.rows[:8] for text in texts_of(row) if text).upper()
    if "DAFTAR" in begin and "KELUARGA" in begin:
        return BIP, "BIP Luwu Timur"
    return BIP, "BIP 2016" if "BUKU INDUK PENDUDUK WNI" in begin else "BIP 2012"
