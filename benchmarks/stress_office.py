"""Offices of 50,000 and of 500,000 invented residents, built once into a scratch folder.

`NAGARI_STRESS_DIR` keeps them for the next run; without it they are made anew. One person in five
bears an invented word as second name, so that the words in the index grow with the people, as they
do in a kabupaten.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from benchmarks.letter_service import PASSPHRASE, make_office
from benchmarks.stress_papers import add_papers
from nagari_kit.domain.residents import Resident
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.synthetic_population import invent_families
from nagari_kit.services.workspace import Workspace, open_workspace

TODAY = date(2026, 11, 24)
FAMILIES_IN_ONE_GO = 3000
SYLLABLES = "badafagahajakalamanaparasatawayarisinimuluzurudelino"
"""Two letters each."""
RARE = 0.2


@contextmanager
def stress_office(people: int, *, papers: bool = False) -> Iterator[Workspace]:
    """An open office of at least that many residents; with `papers` years of letters and events."""
    kept = os.environ.get("NAGARI_STRESS_DIR")
    if kept:
        name = f"kantor-{people}-surat" if papers else f"kantor-{people}"
        yield from _opened(Path(kept) / name, people, papers=papers)
        return
    with tempfile.TemporaryDirectory() as folder:
        yield from _opened(Path(folder) / "kantor", people, papers=papers)


def _opened(folder: Path, people: int, *, papers: bool) -> Iterator[Workspace]:
    done = folder / "selesai"
    if done.exists():
        paths = OfficePaths(folder)
        workspace = open_workspace(paths, PASSPHRASE, clock=SystemClock())
    else:
        begin = time.perf_counter()
        workspace = make_office(folder)
        _fill(workspace, people)
        if papers:
            add_papers(workspace)
        done.write_text(f"{time.perf_counter() - begin:.0f} s", encoding="ascii")
    try:
        yield workspace
    finally:
        workspace.close()


def _fill(workspace: Workspace, people: int) -> None:
    jorong, families = invent_families(seed=7, today=TODAY)
    chance = random.Random(11)
    count = 0
    while count < people:
        taken = list(islice(families, FAMILIES_IN_ONE_GO))
        members = [_perhaps_rare(one, chance) for _, family in taken for one in family]
        members = members[: people - count]
        with workspace.context.store.write("ukur") as uow:
            if not count:
                for area in jorong:
                    uow.jorong.save(area)
            uow.households.save_many([home for home, _ in taken])
            uow.residents.save_many(members)
            # Past the log: it is no part of what is measured here.
            uow._connection.commit()
        count += len(members)


def _perhaps_rare(one: Resident, chance: random.Random) -> Resident:
    if chance.random() > RARE:
        return one
    places = (2 * chance.randrange(len(SYLLABLES) // 2) for _ in range(chance.randint(2, 4)))
    word = "".join(SYLLABLES[place : place + 2] for place in places).capitalize()
    return replace(one, name=replace(one.name, name=f"{one.name.name.split()[0]} {word}"))
