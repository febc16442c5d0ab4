"""Holds every rule against a whole population, in one pass over it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from nagari_kit.domain.doubts.found import Doubt
from nagari_kit.domain.doubts.of_household import doubts_of_household
from nagari_kit.domain.doubts.of_pairs import doubts_of_namesakes, doubts_of_shared_nik
from nagari_kit.domain.doubts.of_parents import doubts_of_parents
from nagari_kit.domain.doubts.of_person import doubts_of_person
from nagari_kit.domain.doubts.person_facts import PersonFacts
from nagari_kit.domain.doubts.rules import DoubtRule
from nagari_kit.domain.residents import LifeStatus


def find_doubts(everybody: Sequence[PersonFacts], today: date) -> dict[DoubtRule, list[Doubt]]:
    """Doubts by rule, sorted by title. `everybody`: all records but those merged into another."""
    found: dict[DoubtRule, dict[object, Doubt]] = {rule: {} for rule in DoubtRule}
    for doubt in _all_doubts(everybody, today):
        # Once each: a parent may be known by the NIK and by the relation in the KK.
        found[doubt.rule].setdefault((doubt.people, doubt.facts), doubt)
    return {
        rule: sorted(doubts.values(), key=lambda one: one.title.casefold())
        for rule, doubts in found.items()
    }


def _all_doubts(everybody: Sequence[PersonFacts], today: date) -> Iterator[Doubt]:
    homes: dict[bytes, list[PersonFacts]] = defaultdict(list)
    alive, invalid = LifeStatus.ALIVE.value, LifeStatus.INVALID.value
    bearers = {one.nik: one for one in everybody if one.nik and one.life_status != invalid}
    for one in everybody:
        if one.life_status != alive:
            continue
        yield from doubts_of_person(one, today)
        if one.father_nik or one.mother_nik:
            yield from doubts_of_parents(one, bearers)
        if one.household_id is not None:
            homes[one.household_id].append(one)
    for members in homes.values():
        yield from doubts_of_household(members)
    yield from doubts_of_namesakes(everybody)
    yield from doubts_of_shared_nik(everybody)
