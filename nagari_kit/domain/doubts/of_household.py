"""Rules on the people of one KK and how they are related."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nagari_kit.domain.doubts.found import Doubt
from nagari_kit.domain.doubts.of_parents import child_age_doubt
from nagari_kit.domain.doubts.person_facts import PersonFacts
from nagari_kit.domain.doubts.rules import DoubtRule
from nagari_kit.domain.family_succession import CHILD, HEAD, HUSBAND, PARENT, WIFE
from nagari_kit.domain.residents import Sex

_EXPECTED_SEX = {HUSBAND: Sex.MALE.value, WIFE: Sex.FEMALE.value}
_NAMES = {HUSBAND: "suami", WIFE: "istri"}


def doubts_of_household(members: Sequence[PersonFacts]) -> Iterator[Doubt]:
    """All that is odd about a KK; `members` live in it, at least one."""
    heads = [one for one in members if one.relation == HEAD]
    if not heads:
        yield _whole(DoubtRule.WITHOUT_HEAD, members, members, "Belum ada kepala keluarga")
    elif len(heads) > 1:
        names = " dan ".join(one.name for one in heads[:2])
        yield _whole(DoubtRule.TWO_HEADS, heads, members, f"{names} sama-sama kepala")
    else:
        yield from _with_head(heads[0], members)
    yield from _weddings(members)


def _with_head(head: PersonFacts, members: Sequence[PersonFacts]) -> Iterator[Doubt]:
    for one in members:
        doubt: Doubt | None = None
        if one.relation == CHILD:
            doubt = child_age_doubt(one, head, "kepala keluarga")
        elif one.relation == PARENT:
            doubt = child_age_doubt(head, one, "orang tua", "kepala keluarga")
        elif one.relation in _EXPECTED_SEX:
            doubt = _spouse(one, head)
        if doubt is not None:
            yield doubt


def _spouse(one: PersonFacts, head: PersonFacts) -> Doubt | None:
    if one.sex is None or one.relation is None:
        return None
    words = _NAMES[one.relation]
    if one.sex != _EXPECTED_SEX[one.relation]:
        why = f"Tercatat {words}, tetapi {_sex(one.sex)}"
    elif one.sex == head.sex:
        why = f"Sama-sama {_sex(one.sex)} dengan kepala keluarga"
    else:
        return None
    facts = (str(one.relation), str(one.sex), str(head.sex))
    people = (one.resident_id, head.resident_id)
    return Doubt(DoubtRule.SPOUSE_SEX, people, _pair(one, head), why, facts, one.home)


def _weddings(members: Sequence[PersonFacts]) -> Iterator[Doubt]:
    married: dict[tuple[int, str], list[PersonFacts]] = defaultdict(list)
    for one in members:
        if one.relation in _NAMES and one.marriage_date:
            married[one.relation, one.marriage_date].append(one)
    for (relation, day), spouses in married.items():
        for first, second in pairwise(spouses):
            why = f"Dua {_NAMES[relation]} kawin pada {day[8:]}-{day[5:7]}-{day[:4]}"
            people = (first.resident_id, second.resident_id)
            yield Doubt(
                DoubtRule.SAME_MARRIAGE_DATE,
                people,
                _pair(first, second),
                why,
                (day, str(relation)),
                first.home,
            )


def _whole(
    rule: DoubtRule, about: Sequence[PersonFacts], members: Sequence[PersonFacts], why: str
) -> Doubt:
    people = tuple(one.resident_id for one in about)
    facts = tuple(sorted(one.hex for one in people))
    count = len(members)
    title = f"KK {about[0].full_name}" if count > 1 else about[0].full_name
    return Doubt(rule, people, title, f"{why}, {count} anggota", facts, members[0].home)


def _pair(one: PersonFacts, other: PersonFacts) -> str:
    return f"{one.full_name} / {other.full_name}"


def _sex(code: int) -> str:
    return "laki-laki" if code == Sex.MALE.value else "perempuan"
