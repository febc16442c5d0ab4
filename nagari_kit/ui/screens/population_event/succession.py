"""Who stays, who may lead, and what everybody is to the head, while a form is filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nagari_kit.domain.family_succession import (
    HEAD,
    HUSBAND,
    OTHER_KIN,
    WIFE,
    proposed_heads,
    under_new_head,
)
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.services.event_forms import EventStart
from nagari_kit.ui.record_forms.household_picker import Mode
from nagari_kit.ui.screens.population_event.form_values import FormValues

_MARRIED = 2
_ONE_LEAVES = frozenset({EventKind.DEATH, EventKind.MISSING, EventKind.GONE})
_MANY_LEAVE = frozenset({EventKind.DEPARTURE, EventKind.INVALIDATION, EventKind.HOUSEHOLD_SPLIT})


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Somebody whose relation to the head of the KK is settled now, with the likeliest code.

    `person` is as before the event; `where` says which KK it is about when there are two.
    """

    person: Resident
    proposal: int
    where: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """`heads` of those who stay, `leaders` of the new KK, likeliest first; () when not asked."""

    heads: tuple[Resident, ...] = ()
    leaders: tuple[Resident, ...] = ()
    relations: tuple[RelationRow, ...] = ()


def succession(kind: EventKind, start: EventStart, values: FormValues) -> Succession:
    """What the form must ask about heads and relations as it stands."""
    if kind in _ONE_LEAVES | _MANY_LEAVE:
        return _when_some_leave(kind, start, values)
    if kind is EventKind.HEAD_CHANGE:
        heads = tuple(
            one for one in proposed_heads(start.members, start.today) if one.family_relation != HEAD
        )
        head = _chosen(values, "head_id", heads)
        return Succession(leaders=heads, relations=_under(start.members, head))
    if kind is EventKind.HOUSEHOLD_MERGE:
        chosen = values.household is not None and values.household.hit is not None
        return Succession(relations=_joining(start.members, has_head=True) if chosen else ())
    if kind is EventKind.RETURN:
        return Succession(relations=_returning(start, values))
    return Succession()


def _when_some_leave(kind: EventKind, start: EventStart, values: FormValues) -> Succession:
    person = start.person
    named = set(values.people("resident_ids"))
    if kind in _ONE_LEAVES and person is not None:
        named = {person.id}
    leaving = tuple(one for one in start.members if one.id in named)
    staying = tuple(one for one in start.members if one.id not in named)
    heads: tuple[Resident, ...] = ()
    rows: tuple[RelationRow, ...] = ()
    if staying and any(one.family_relation == HEAD for one in leaving):
        heads = proposed_heads(staying, start.today)
        name = "new_head_of_rest_id" if kind is EventKind.HOUSEHOLD_SPLIT else "new_head_id"
        rows = _under(staying, _chosen(values, name, heads))
    if kind is not EventKind.HOUSEHOLD_SPLIT:
        return Succession(heads=heads, relations=rows)
    leaders = proposed_heads(leaving, start.today)
    own = _under(leaving, _chosen(values, "head_id", leaders), "KK baru")
    rows = tuple(replace(row, where="KK lama") for row in rows)
    return Succession(heads, leaders, own + rows)


def _chosen(values: FormValues, name: str, offered: tuple[Resident, ...]) -> ResidentId | None:
    """The one chosen in the field if still offered, else the likeliest."""
    ids = [one.id for one in offered]
    named = [one for one in values.people(name) if one in ids]
    return next(iter(named or ids), None)


def _under(
    people: tuple[Resident, ...], head: ResidentId | None, where: str = ""
) -> tuple[RelationRow, ...]:
    if head is None:
        return ()
    return tuple(
        RelationRow(one, renewed.family_relation or OTHER_KIN, where)
        for one, renewed in zip(people, under_new_head(people, head, {}), strict=True)
        if one.id != head
    )


def _joining(people: Iterable[Resident], *, has_head: bool) -> tuple[RelationRow, ...]:
    return tuple(
        RelationRow(
            one,
            OTHER_KIN
            if one.family_relation == HEAD and has_head
            else one.family_relation or OTHER_KIN,
        )
        for one in people
    )


def _returning(start: EventStart, values: FormValues) -> tuple[RelationRow, ...]:
    """Only where somebody leads already: else the rules find the head among those who return."""
    choice = values.household
    if choice is None or choice.mode is Mode.NONE:
        has_head = start.head is not None
    else:
        has_head = choice.hit is not None and choice.hit.head_id is not None
    named = set(values.people("resident_ids"))
    back = (one for one in start.away if one.id in named)
    if not has_head:
        return ()
    leader = start.head if choice is None or choice.mode is Mode.NONE else None
    return tuple(
        replace(row, proposal=_spouse_of(leader, row.person) or row.proposal)
        for row in _joining(back, has_head=True)
    )


def _spouse_of(leader: Resident | None, one: Resident) -> int | None:
    """What a former head is to the one who leads the same KK now, when the two are a couple."""
    if leader is None or one.family_relation != HEAD or one.sex is None:
        return None
    both_married = one.marital_status == leader.marital_status == _MARRIED
    if not both_married or leader.sex in {None, one.sex}:
        return None
    return HUSBAND if one.sex is Sex.MALE else WIFE
