"""A list that is told at once says of each record what its own event would have said."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.domain.events import Event, event_body, household_saved, resident_registered
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.listed_events import AT_ONCE, ListTelling
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.record_spelling import RecordSpelling
from nagari_kit.domain.residents import Household, Resident


def _any(kind: type[Any], **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    others = {field.name: ... for field in dataclasses.fields(kind) if field.name not in known}
    return st.builds(kind, **known, **others)


_ids = st.uuids().filter(lambda one: one.int > 0)
_people = _any(
    Resident, id=_ids, name=_any(PersonName), household_id=st.none() | _ids,
    merged_into=st.none() | _ids,
)  # fmt: skip
_homes = _any(Household, id=_ids, jorong_id=st.none() | _ids)


def _said(event: Event) -> bytes:
    body = event_body(
        event, event_id=UUID(int=1), nonce=bytes(16), at=datetime(2026, 11, 24, tzinfo=UTC), by="R"
    )
    assert canonical_bytes(json.loads(body)) == body
    return canonical_bytes(json.loads(body)["d"])


@given(st.lists(_people, min_size=1, max_size=5), st.lists(_homes, min_size=1, max_size=5))
def test_each_record_of_a_list_is_told_as_its_own_event_would_tell_it(people, homes):
    telling = ListTelling()
    for _ in range(2):
        (registered,) = telling.registered(people)
        (saved,) = telling.saved(homes)
        alone = [dict(resident_registered(one).data) for one in people]
        assert _said(registered) == canonical_bytes({"people": alone})
        alone = [dict(household_saved(one).data) for one in homes]
        assert _said(saved) == canonical_bytes({"households": alone})


def test_a_long_list_is_told_in_parts_and_counts_everybody_once():
    people = [
        Resident(ResidentId(UUID(int=place)), PersonName(f"Warga {place}"))
        for place in range(1, 2 * AT_ONCE + 2)
    ]
    told = list(ListTelling().registered(people))
    assert [event.records for event in told] == [AT_ONCE, AT_ONCE, 1]
    names = [one["name"]["name"] for event in told for one in json.loads(_said(event))["people"]]
    assert names == [one.name.name for one in people]
    assert list(ListTelling().registered([])) == []


def test_a_list_refuses_what_has_no_one_spelling():
    odd = Household(HouseholdId(UUID(int=1)), None, welfare=1.5)  # type: ignore[arg-type]
    for unlike in ((), ("welfare",)):
        with pytest.raises(TypeError):
            RecordSpelling(Household, unlike=unlike, known_only=False).spell([odd])
