"""Who becomes head of a household, and what everybody else is to the new head."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date

from nagari_kit.domain.dates import age_on
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import LifeStatus, Resident, Sex

HEAD, HUSBAND, WIFE, CHILD, IN_LAW_CHILD, GRANDCHILD = 1, 2, 3, 4, 5, 6
PARENT, PARENT_IN_LAW, OTHER_KIN = 7, 8, 9
ADULT_FROM = 17
_EVER_MARRIED = frozenset({2, 3, 4})
_ORDER = (HUSBAND, WIFE, CHILD, IN_LAW_CHILD, PARENT, PARENT_IN_LAW, OTHER_KIN, GRANDCHILD)
"""Who comes first when a household needs a head; among equals the oldest."""

_WHEN_SPOUSE_LEADS = {
    HEAD: HUSBAND,
    HUSBAND: OTHER_KIN,
    WIFE: OTHER_KIN,
    PARENT: PARENT_IN_LAW,
    PARENT_IN_LAW: PARENT,
}
_WHEN_CHILD_LEADS = {
    HEAD: PARENT,
    HUSBAND: PARENT,
    WIFE: PARENT,
    CHILD: OTHER_KIN,
    IN_LAW_CHILD: OTHER_KIN,
    GRANDCHILD: OTHER_KIN,
    PARENT: OTHER_KIN,
    PARENT_IN_LAW: OTHER_KIN,
}
_WHEN_PARENT_LEADS = {
    HEAD: CHILD,
    HUSBAND: IN_LAW_CHILD,
    WIFE: IN_LAW_CHILD,
    CHILD: GRANDCHILD,
    IN_LAW_CHILD: OTHER_KIN,
    GRANDCHILD: OTHER_KIN,
    PARENT: OTHER_KIN,
    PARENT_IN_LAW: OTHER_KIN,
}
_WHEN_KIN_LEADS = dict.fromkeys(
    (HEAD, HUSBAND, WIFE, CHILD, IN_LAW_CHILD, GRANDCHILD, PARENT, PARENT_IN_LAW), OTHER_KIN
)
_AFTER: Mapping[int, Mapping[int, int]] = {
    HUSBAND: _WHEN_SPOUSE_LEADS,
    WIFE: _WHEN_SPOUSE_LEADS,
    CHILD: _WHEN_CHILD_LEADS,
    PARENT: _WHEN_PARENT_LEADS,
}


def may_lead(one: Resident, day: date) -> bool:
    """Whether somebody may head a KK on `day`: lives here, and is 17 or was ever married.

    Who bears no birth date is taken to be of age (Permendagri 108/2019; UU 24/2013 article 63).
    """
    if one.life_status is not LifeStatus.ALIVE:
        return False
    of_age = one.birth_date is None or age_on(one.birth_date, day) >= ADULT_FROM
    return of_age or one.marital_status in _EVER_MARRIED


def proposed_heads(members: Iterable[Resident], day: date) -> tuple[Resident, ...]:
    """Members who may lead the household on `day`, the likeliest first; adults before minors."""

    def place(one: Resident) -> tuple[bool, int, date, str]:
        relation = one.family_relation
        rank = _ORDER.index(relation) if relation in _ORDER else len(_ORDER)
        if relation == HEAD:
            rank = -1
        return (
            not may_lead(one, day),
            rank,
            one.birth_date or day,
            one.name.name,
        )

    return tuple(sorted(members, key=place))


def under_new_head(
    members: Iterable[Resident],
    head_id: ResidentId,
    overruled: Mapping[ResidentId, int],
) -> tuple[Resident, ...]:
    """The members with their relations to the new head.

    What cannot be known (a grandchild under an uncle) becomes `FAMILI LAIN`; `overruled` has the
    officer's word by person.
    """
    everybody = tuple(members)
    leader = next(one for one in everybody if one.id == head_id)
    table = _AFTER.get(leader.family_relation or OTHER_KIN, _WHEN_KIN_LEADS)
    if leader.family_relation == HEAD:
        table = {}
    renewed = []
    for one in everybody:
        if one.id == head_id:
            relation: int | None = HEAD
        else:
            relation = overruled.get(one.id, _relation(one, table))
        renewed.append(dataclasses.replace(one, family_relation=relation))
    return tuple(renewed)


def _relation(one: Resident, table: Mapping[int, int]) -> int | None:
    if one.family_relation is None:
        return None
    relation = table.get(one.family_relation, one.family_relation)
    if relation == HUSBAND and one.sex is Sex.FEMALE:
        return WIFE
    return relation
