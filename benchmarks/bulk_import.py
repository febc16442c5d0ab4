"""Importing 50,000 residents (read, check, write, index, log) against the least and the usual.

The least is the limit of the performance reference, section 5 ("calamine + raw insert with indexes
after"), and does what any program must: python-calamine reads, bare sqlite3 inserts unchecked into
an unencrypted file, WAL and synchronous FULL, with three indexes made afterwards. The reference has
14 columns; here all sides have the 43 of the real sheet. The usual is openpyxl and one ORM object
for each row, unchecked, with the same three indexes. Ours reads in a child process, judges every
row for the dry run, and commits rows, ledger, folded search indexes and chained events to the
encrypted database.

The clock's time is judged, best of some rounds; processor time, which a busy machine troubles less,
stands beside it. What of ours runs in the child counts in both.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import python_calamine

from benchmarks.figures import Figure
from benchmarks.letter_service import make_office
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from nagari_kit.services.workspace import Workspace

PEOPLE = 50_000
ROUNDS = 3
LIMIT = 3.5
LIMIT_OF_THE_USUAL = 1 / 4
INDEXED = {"nik": 6, "kk": 5, "nama": 4}


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and of processors, children included."""

    clock: float
    processor: float

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.clock + other.clock, self.processor + other.processor)


def measure() -> list[Figure]:
    """The whole import against both peers; best of each part."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheet = folder / "penduduk.xlsx"
        write_opensid_xlsx(sheet, generate_population(PEOPLE, seed=7, today=date(2026, 11, 24)))
        ours: list[tuple[Spent, Spent]] = []
        least: list[tuple[Spent, Spent]] = []
        for turn in range(ROUNDS):
            own = Import(make_office(folder / f"kantor-{turn}"), sheet)
            ours.append((spent(own.look), spent(own.write)))
            own.workspace.close()
            raw = RawImport(folder / f"polos-{turn}.db", sheet)
            least.append((spent(raw.read), spent(raw.insert)))
        usual = UsualImport(folder / "lazim.db", sheet)
        common = [(spent(usual.read), spent(usual.insert))]
    return [
        figure("import, whole, against the least", ours, least, LIMIT),
        figure("import, whole, against openpyxl and ORM", ours, common, LIMIT_OF_THE_USUAL),
    ]


def figure(
    name: str, ours: list[tuple[Spent, Spent]], theirs: list[tuple[Spent, Spent]], limit: float
) -> Figure:
    """Ratio of the best times by the clock."""
    looking, writing = (_best(part) for part in zip(*ours, strict=True))
    reading, inserting = (_best(part) for part in zip(*theirs, strict=True))
    own, peer = looking + writing, reading + inserting
    detail = (
        f"{looking.clock:.2f} + {writing.clock:.2f} s against {reading.clock:.2f} +"
        f" {inserting.clock:.2f}; processors {own.processor:.2f} s against {peer.processor:.2f}"
        f" ({own.processor / peer.processor:.2f}), {PEOPLE} residents"
    )
    return Figure(name, own.clock / peer.clock, limit, detail)


def spent(call: Callable[[], object]) -> Spent:
    """What one call takes."""
    begin, used = time.perf_counter(), sum(os.times()[:4])
    call()
    return Spent(time.perf_counter() - begin, sum(os.times()[:4]) - used)


def _best(part: tuple[Spent, ...]) -> Spent:
    return Spent(min(one.clock for one in part), min(one.processor for one in part))


class Import:
    def __init__(self, workspace: Workspace, sheet: Path) -> None:
        self.workspace = workspace
        self._sheet = sheet

    def look(self) -> None:
        self._plan = self.workspace.imports.dry_run(self._sheet)

    def write(self) -> None:
        result = self.workspace.imports.apply(self._sheet, self._plan)
        if result.added != PEOPLE:
            raise RuntimeError(f"{result.added} of {PEOPLE} residents came in")


class RawImport:
    def __init__(self, database: Path, sheet: Path) -> None:
        self._database = database
        self._sheet = sheet

    def read(self) -> None:
        book = python_calamine.CalamineWorkbook.from_path(str(self._sheet))
        self._rows = book.get_sheet_by_index(0).to_python()[1:]

    def insert(self) -> None:
        columns = ", ".join(f"c{place}" for place in range(len(self._rows[0])))
        marks = ", ".join("?" * len(self._rows[0]))
        connection = sqlite3.connect(self._database)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"CREATE TABLE resident({columns})")
        connection.executemany(
            f"INSERT INTO resident VALUES ({marks})",
            ([str(cell) if cell != "" else None for cell in row] for row in self._rows),
        )
        for name, place in INDEXED.items():
            connection.execute(f"CREATE INDEX {name} ON resident(c{place})")
        connection.commit()
        connection.close()


class UsualImport:
    """As most office programs are written."""

    def __init__(self, database: Path, sheet: Path) -> None:
        self._database = database
        self._sheet = sheet

    def read(self) -> None:
        import openpyxl

        book = openpyxl.load_workbook(self._sheet, read_only=True)
        self._rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
        book.close()

    def insert(self) -> None:
        from sqlalchemy import Column, Integer, Text, create_engine
        from sqlalchemy.orm import Session, declarative_base

        base = declarative_base()
        names = [f"c{place}" for place in range(len(self._rows[0]))]
        indexed = {f"c{place}" for place in INDEXED.values()}
        columns = {name: Column(Text, index=name in indexed) for name in names}
        key = Column(Integer, primary_key=True)
        row_class = type("Row", (base,), {"__tablename__": "resident", "key": key, **columns})
        engine = create_engine(f"sqlite:///{self._database}")
        base.metadata.create_all(engine)
        with Session(engine) as session:
            session.add_all(
                row_class(
                    **{
                        name: None if cell is None else str(cell)
                        for name, cell in zip(names, row, strict=True)
                    }
                )
                for row in self._rows
            )
            session.commit()
        engine.dispose()
