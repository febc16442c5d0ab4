"""Whoever types a name as they heard it finds the person among the first twenty.

The pairs in tests/data/spelling_pairs.toml were written before their author had read the folding
rules; the people around them are invented.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from uuid import UUID

import pytest

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.name_titles import person_name
from nagari_kit.domain.residents import Resident
from nagari_kit.services.synthetic_population import generate_population

PAIRS = Path(__file__).parents[2] / "data" / "spelling_pairs.toml"
PEOPLE = 50_000
FIRST = 20
RECALL = 0.95


def _pairs() -> list[tuple[str, str]]:
    groups = tomllib.loads(PAIRS.read_text("utf-8"))["group"]
    return [(recorded, typed) for group in groups for recorded, typed in group["pairs"]]


@pytest.fixture
def bearers(office) -> dict[ResidentId, str]:
    """Somebody of each recorded spelling, among 50,000 others; what is typed for them."""
    pairs = _pairs()
    people = [
        Resident(ResidentId(UUID(int=number << 64)), person_name(recorded))
        for number, (recorded, _) in enumerate(pairs, start=1)
    ]
    population = generate_population(PEOPLE, seed=7)
    with office.store.write("Rina") as uow:
        for area in population.jorong:
            uow.jorong.save(area)
        uow.households.save_many(population.households)
        uow.residents.save_many([*population.residents, *people])
        # Straight to the file: what is tested is the index, not the ledger.
        uow._connection.commit()
    return {one.id: typed for one, (_, typed) in zip(people, pairs, strict=True)}


def test_spelling_variants_find_their_person_without_a_flood(office, bearers):
    missed, shown = [], 0
    with office.store.read() as reader:
        for bearer, typed in bearers.items():
            rows = reader.residents.search(typed, FIRST)
            shown += len(rows)
            if bearer not in {row.id for row in rows}:
                missed.append(typed)

    assert len(bearers) >= 150
    assert 1 - len(missed) / len(bearers) >= RECALL, missed
    # A name of two or three words means few people: no heap of strangers to make the recall.
    assert shown / len(bearers) <= 3
