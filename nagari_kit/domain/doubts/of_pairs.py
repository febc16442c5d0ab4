"""Rules on two records that may be of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from nagari_kit.domain import nik
from nagari_kit.domain.doubts.found import Doubt
from nagari_kit.domain.doubts.person_facts import PersonFacts
from nagari_kit.domain.doubts.rules import DoubtRule
from nagari_kit.domain.residents import LifeStatus
from nagari_kit.domain.search_folding import folded

_EVERY_PAIR_UP_TO = 5
"""Records of one name and day among which every pair is asked; more are asked as a chain."""
_PARTS_OF_A_DATE = 3
_ALIVE = LifeStatus.ALIVE.value


def doubts_of_namesakes(everybody: Iterable[PersonFacts]) -> Iterator[Doubt]:
    """Living people of one name, as it sounds, and one birth date or one mother."""
    by_name: dict[str, list[PersonFacts]] = defaultdict(list)
    for one in everybody:
        if one.life_status == _ALIVE:
            by_name[one.sound].append(one)
    heard: dict[str, str] = {}
    for namesakes in by_name.values():
        if len(namesakes) > 1:
            yield from _of_one_day(namesakes)
            yield from _of_one_mother(namesakes, heard)


def _of_one_day(namesakes: Sequence[PersonFacts]) -> Iterator[Doubt]:
    by_day: dict[date, list[PersonFacts]] = defaultdict(list)
    for one in namesakes:
        if one.born is not None:
            by_day[one.born].append(one)
    for alike in by_day.values():
        for first, second in _pairs(alike):
            if _is_known_apart(first, second):
                continue
            alike_spelled = first.name.upper() == second.name.upper()
            why = "Nama dan tanggal lahir sama" if alike_spelled else "Ejaan mirip, lahir sama"
            yield _same_person(first, second, why)


def _of_one_mother(namesakes: Sequence[PersonFacts], heard: dict[str, str]) -> Iterator[Doubt]:
    """`heard` keeps how each mother's name sounds: folding is the dear part."""
    by_mother: dict[str, list[PersonFacts]] = defaultdict(list)
    for one in namesakes:
        if name := one.mother_name:
            if name not in heard:
                heard[name] = folded(name)
            by_mother[heard[name]].append(one)
    for alike in by_mother.values():
        for first, second in _pairs(alike):
            if _is_slip(first.born, second.born) and not (
                _nik_agrees(first) and _nik_agrees(second)
            ):
                known = first.born is not None and second.born is not None
                day = "tanggal lahir hampir sama" if known else "tanggal lahir belum lengkap"
                yield _same_person(first, second, f"Nama dan ibu sama, {day}")


def doubts_of_shared_nik(everybody: Iterable[PersonFacts]) -> Iterator[Doubt]:
    """A record that was marked invalid and one that is right, of one NIK: letters hang on both."""
    right: dict[str, PersonFacts] = {}
    wrong: list[PersonFacts] = []
    for one in everybody:
        if not one.nik:
            continue
        if one.life_status == LifeStatus.INVALID.value:
            wrong.append(one)
        else:
            right[one.nik] = one
    for one in wrong:
        bearer = right.get(one.nik or "")
        if bearer is not None:
            yield Doubt(
                DoubtRule.SAME_NIK,
                (bearer.resident_id, one.resident_id),
                f"{bearer.full_name} / {one.full_name}",
                "NIK sama, satu catatan tidak valid",
                (one.nik or "",),
                bearer.home,
            )


def _pairs(alike: Sequence[PersonFacts]) -> Iterator[tuple[PersonFacts, PersonFacts]]:
    if len(alike) > _EVERY_PAIR_UP_TO:
        return pairwise(alike)
    return combinations(alike, 2)


def _is_known_apart(first: PersonFacts, second: PersonFacts) -> bool:
    """Two NIK that are right, and another mother or gelar: two people, nobody needs to ask."""
    if not (_nik_agrees(first) and _nik_agrees(second)):
        return False
    mothers = {folded(one.mother_name) for one in (first, second) if one.mother_name}
    titles = {one.gelar_adat for one in (first, second) if one.gelar_adat}
    return len(mothers) > 1 or len(titles) > 1


def _nik_agrees(one: PersonFacts) -> bool:
    """Whether there is a NIK that says the recorded birth date."""
    if not one.nik or one.born is None or nik.fault(one.nik):
        return False
    return nik.parts(one.nik).could_be_born(one.born)


def _is_slip(first: date | None, second: date | None) -> bool:
    """Whether two dates may mean one day: one is missing, one part differs, or two were swapped."""
    if first is None or second is None:
        return True
    if first == second:
        return False
    same = (first.year == second.year) + (first.month == second.month) + (first.day == second.day)
    swapped = (first.year, first.month, first.day) == (second.year, second.day, second.month)
    return same == _PARTS_OF_A_DATE - 1 or swapped


def _same_person(first: PersonFacts, second: PersonFacts, why: str) -> Doubt:
    """The older record first, so that the pair is the same one whatever was found first."""
    first, second = sorted((first, second), key=lambda one: one.id)
    if first.nik and second.nik:
        why = f"{why}, NIK berbeda"
    return Doubt(
        DoubtRule.SAME_PERSON,
        (first.resident_id, second.resident_id),
        f"{first.full_name} / {second.full_name}",
        why,
        (
            first.sound,
            *(str(one.born) for one in (first, second)),
            *(one.nik or "" for one in (first, second)),
        ),
        first.home,
    )
