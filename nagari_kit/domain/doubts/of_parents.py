"""Rules on somebody and the father and mother whom the KK writes for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nagari_kit.domain import nik
from nagari_kit.domain.dates import age_on
from nagari_kit.domain.doubts.found import Doubt
from nagari_kit.domain.doubts.person_facts import PersonFacts
from nagari_kit.domain.doubts.rules import DoubtRule
from nagari_kit.domain.residents import Sex
from nagari_kit.domain.search_folding import folded

YOUNGEST_PARENT = 12
"""Years between a parent and a child below which one of the two dates is doubted."""


def doubts_of_parents(child: PersonFacts, bearers: Mapping[str, PersonFacts]) -> Iterator[Doubt]:
    """What is odd about the parents' NIK and ages. `bearers`: everybody in the books by NIK."""
    written = (
        ("ayah", child.father_nik, child.father_name, Sex.MALE),
        ("ibu", child.mother_nik, child.mother_name, Sex.FEMALE),
    )
    if child.father_nik and child.father_nik == child.mother_nik:
        yield _number(child, "NIK ayah dan ibu sama")
        return
    for word, number, name, sex in written:
        if not number:
            continue
        bearer = bearers.get(number)
        if why := _wrong_number(child, word, number, name, sex, bearer):
            yield _number(child, why)
        elif bearer is not None and (doubt := child_age_doubt(child, bearer, word)) is not None:
            yield doubt


def child_age_doubt(
    child: PersonFacts, parent: PersonFacts, word: str, child_word: str = "anak"
) -> Doubt | None:
    """The doubt when the two cannot be child and parent by their age."""
    if child.born is None or parent.born is None:
        return None
    gap = age_on(parent.born, child.born)
    if child.born <= parent.born:
        why = f"{child_word.capitalize()} lebih tua dari {word}"
        if child.born == parent.born:
            why = f"{child_word.capitalize()} dan {word} lahir pada hari yang sama"
    elif gap < YOUNGEST_PARENT:
        why = f"{child_word.capitalize()} hanya {gap} tahun lebih muda dari {word}"
    else:
        return None
    return Doubt(
        DoubtRule.CHILD_AGE,
        (child.resident_id, parent.resident_id),
        f"{child.full_name} / {parent.full_name}",
        why,
        (child.born.isoformat(), parent.born.isoformat()),
        child.home,
    )


def _wrong_number(
    child: PersonFacts,
    word: str,
    number: str,
    name: str,
    sex: Sex,
    bearer: PersonFacts | None,
) -> str:
    if number == child.nik:
        return f"NIK {word} sama dengan NIK-nya sendiri"
    if bearer is None:
        return f"NIK {word} salah susunan" if nik.fault(number) else ""
    if bearer.sex is not None and bearer.sex != sex.value:
        return f"NIK {word} milik {bearer.name}, jenis kelaminnya tidak cocok"
    if name and not _same_name(name, bearer):
        return f"NIK {word} milik {bearer.name}, bukan {name}"
    return ""


def _same_name(written: str, bearer: PersonFacts) -> bool:
    """Whether one name may be the other with titles or a part left out."""
    if written == bearer.name:
        return True
    first, second = set(folded(written).split()), set(bearer.sound.split())
    return first <= second or second <= first


def _number(child: PersonFacts, why: str) -> Doubt:
    facts = (child.father_nik, child.father_name, child.mother_nik, child.mother_name, why)
    return Doubt(
        DoubtRule.PARENT_NIK, (child.resident_id,), child.full_name, why, facts, child.home
    )
