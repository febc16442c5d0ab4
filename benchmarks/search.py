"""Search as you type over 50,000 residents: the service against bare sqlite3 on the same query.

The peer runs the statements of the service on an unencrypted copy of the same tables and index,
through the standard library's sqlite3. Queries are what people type: the first three letters of a
name, two words. A name that is in no book is searched for by likeness too: there the peer is
rapidfuzz over the names in memory.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from uuid import uuid4

from benchmarks.figures import Figure, interleaved, percentile_ms
from benchmarks.letter_service import make_office
from nagari_kit.db.queries.likely_names import MIN_LIKENESS
from nagari_kit.db.queries.resident_search import BY_NAME, BY_SURROUNDINGS
from nagari_kit.domain import events
from nagari_kit.domain.identity import PopulationEventId
from nagari_kit.domain.population import (
    EventKind,
    HouseholdChange,
    PersonChange,
    PopulationEvent,
)
from nagari_kit.domain.search_folding import folded
from nagari_kit.domain.search_terms import (
    Reading,
    Word,
    literal_reading,
    name_terms,
    readings,
    surroundings_reading,
    surroundings_terms,
)
from nagari_kit.services.synthetic_population import generate_population
from nagari_kit.services.workspace import Workspace

PEOPLE = 50_000
QUERIES = 400
NEWCOMERS = 60
SHOWN = 8
WARM_UP = 40
LIMIT = 4.0
TABLES = ("jorong", "household", "resident")


def measure() -> list[Figure]:
    """Ratio of the 99th percentiles and of the medians, taken in turn within one run."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = make_office(Path(folder) / "kantor")
        try:
            fill(workspace)
            peer = plain_copy(workspace)
            typed = queries(workspace)
            ours, theirs = timed(workspace, peer, typed)
            missed = timed_misses(workspace)
            peer.close()
        finally:
            workspace.close()
    figures = []
    for name, part in (("median", 0.5), ("99th percentile", 0.99)):
        own, bare = percentile_ms(ours, part), percentile_ms(theirs, part)
        words = f"{own:.3f} ms against {bare:.3f} ms, {PEOPLE} residents"
        figures.append(Figure(f"search, {name}", own / bare, LIMIT, words))
    own, bare = (percentile_ms(each, 0.5) for each in missed)
    words = f"{own:.2f} ms against {bare:.2f} ms, {PEOPLE} residents"
    return [*figures, Figure("search, nobody of that name", own / bare, LIMIT, words)]


def fill(workspace: Workspace) -> None:
    """Put the invented people into the office in one transaction."""
    population = generate_population(PEOPLE, seed=7, today=date(2026, 11, 24))
    with workspace.context.store.write("ukur") as uow:
        for area in population.jorong:
            uow.jorong.save(area)
            uow.record(events.jorong_saved(area))
        today = date(2026, 11, 24)
        opening = PopulationEvent(PopulationEventId(uuid4()), EventKind.OPENING, today, today)
        uow.ledger.enter(
            opening,
            [PersonChange(None, one) for one in population.residents],
            [HouseholdChange(None, one) for one in population.households],
        )
        uow.commit()


def plain_copy(workspace: Workspace) -> sqlite3.Connection:
    """The same rows and the same full-text index in an unencrypted database in memory."""
    peer = sqlite3.connect(":memory:")
    with workspace.context.store.read() as reader:
        source = reader.residents._connection
        schema = source.exec_driver_sql(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name IN"
            " ('jorong', 'household', 'resident') AND type IN ('table', 'index')"
        )
        for (statement,) in schema.all():
            peer.execute(statement)
        for table in TABLES:
            rows = [tuple(row) for row in source.exec_driver_sql(f"SELECT * FROM {table}")]
            marks = ", ".join("?" * len(rows[0]))
            peer.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    for index, prefix in (
        ("resident_search", "1 2 3 4 5 6"),
        ("resident_surroundings", "2 3 4 5 6 7"),
    ):
        peer.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5(words, content='', detail=none,"
            f" prefix='{prefix}', tokenize='ascii')"
        )
    people = peer.execute(
        "SELECT r.key, r.name, r.name || ' ' || r.gelar_adat, r.father_name, r.mother_name,"
        " h.address FROM resident r JOIN household h ON h.id = r.household_id"
    ).fetchall()
    words = [(key, name_terms(full, name)) for key, name, full, *_ in people]
    peer.executemany("INSERT INTO resident_search(rowid, words) VALUES (?, ?)", words)
    words = [
        (key, surroundings_terms(name, (father, mother), (address,)))
        for key, name, _, father, mother, address in people
    ]
    peer.executemany("INSERT INTO resident_surroundings(rowid, words) VALUES (?, ?)", words)
    peer.commit()
    return peer


def queries(workspace: Workspace) -> list[str]:
    """What people type, drawn from names that are in the books."""
    chance = random.Random(3)
    with workspace.context.store.read() as reader:
        source = reader.residents._connection
        names = source.exec_driver_sql("SELECT name FROM resident ORDER BY key").scalars().all()
    typed = []
    for name in chance.sample(names, QUERIES):
        words = name.split()
        typed.append(words[0][:3] if chance.random() < 0.6 else f"{words[0]} {words[-1][:2]}")
    return typed


def nobody(workspace: Workspace) -> list[str]:
    """Names of people who are not in the books, as they are typed for a newcomer."""
    chance = random.Random(5)
    with workspace.context.store.read() as reader:
        source = reader.residents._connection
        names = source.exec_driver_sql("SELECT name FROM resident ORDER BY key").scalars().all()
    first = [name.split()[0] for name in chance.sample(names, NEWCOMERS)]
    return [f"{word[:2]}x{word[2:]} zw{word[-2:]}q" for word in first]


def timed_misses(workspace: Workspace) -> tuple[list[float], list[float]]:
    """Seconds of a search without a hit, against rapidfuzz alone over the same names in memory."""
    from rapidfuzz import fuzz, process

    with workspace.context.store.read() as reader:
        source = reader.residents._connection
        names = source.exec_driver_sql("SELECT folded_name FROM resident").scalars().all()
    typed = nobody(workspace)
    waiting = [iter([*typed[:WARM_UP], *typed]) for _ in range(2)]
    return interleaved(
        lambda: workspace.residents.search(next(waiting[0]), SHOWN),
        lambda: process.extract(
            folded(next(waiting[1])),
            names,
            scorer=fuzz.ratio,
            score_cutoff=MIN_LIKENESS,
            limit=SHOWN,
        ),
        rounds=NEWCOMERS,
        warm_up=WARM_UP,
    )


def timed(
    workspace: Workspace, peer: sqlite3.Connection, typed: list[str]
) -> tuple[list[float], list[float]]:
    """Seconds per query of both, in turn, after a warm-up."""

    def bare(text: str) -> object:
        values = {"match": _beginnings([literal_reading(text)]), "limit": SHOWN}
        found = peer.execute(BY_NAME, values).fetchall()
        if len(found) < SHOWN:
            values["match"] = _beginnings(readings(text))
            found += peer.execute(BY_NAME, values).fetchall()
        if len(found) < SHOWN and (around := surroundings_reading(text)):
            values = {"match": _beginnings([around]), "limit": SHOWN * 2}
            found += peer.execute(BY_SURROUNDINGS, values).fetchall()
        return found

    def service(text: str) -> object:
        return workspace.residents.search(text, SHOWN)

    waiting = [iter([*typed[:WARM_UP], *typed]) for _ in range(2)]
    return interleaved(
        lambda: service(next(waiting[0])),
        lambda: bare(next(waiting[1])),
        rounds=QUERIES,
        warm_up=WARM_UP,
    )


def _beginnings(understood: Sequence[Reading]) -> str:
    """The plain expression: every spelling of every word begins a word of the index."""

    def one(word: Word) -> str:
        return "(" + " OR ".join(f'"{form}"*' for form in word) + ")"

    return " OR ".join(f"({' AND '.join(map(one, reading))})" for reading in understood)
