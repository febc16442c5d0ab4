"""What one enrolled PC writes, however wrong, stops neither the hub nor anybody else's stream."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from uuid import uuid4

import psycopg
import pytest

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.domain.event_chain import Incarnation
from nagari_kit.hub import opener as opener_module
from nagari_kit.sync.device_keys import SecretKeys
from nagari_kit.sync.receipts import APPLIED, STORED
from tests.integration.hub.conftest import OFFICE, Desk, body_of, levels_of

pytestmark = pytest.mark.hub

GOOD = [body_of(number) for number in range(1, 4)]
LETTER = {
    "letter_id": f"{5:032x}",
    "number": "500.3/001/KN/2026",
    "series": "type:sku",
    "year": 2026,
    "sequence": 1,
    "type_id": "sku",
    "issue_date": "2026-11-24",
}
LONG_HEX = "".join(sha256(bytes([n])).hexdigest() for n in range(200))
STRANGE = ["\ud800", "\0", "x" * 60_000, 5, -1, 2**53, True, None, [1], {"a": 1}]


def event(**changes: object) -> bytes:
    plain = {"at": "x", "by": "R", "d": {"a": 1}, "id": f"{77:032x}", "r": "0", "sv": 1, "t": "x.y"}
    return canonical_bytes({**plain, **changes})


def applied_whole(hub, strange: list[bytes]) -> None:
    desk = hub.enrolled()
    _answer, facts = desk.exchange(desk.batch([*GOOD, *strange]))
    assert levels_of(facts) == [APPLIED, STORED]
    hub.desk.opener.open_all()
    assert hub.count("event") == len(GOOD) + len(strange)
    assert hub.count("quarantine") == 0

    _answer, facts = desk.exchange(
        desk.batch([body_of(900)], 4 + len(strange), desk.head_after([*GOOD, *strange]))
    )
    assert levels_of(facts) == [APPLIED, STORED]


@pytest.mark.parametrize("field", ["id", "t", "sv", "d", "r"])
def test_an_event_with_a_strange_frame_stays_in_the_log_and_the_chain_goes_on(hub, field):
    applied_whole(hub, [event(**{field: value}) for value in [*STRANGE, LONG_HEX]])


@pytest.mark.parametrize("field", list(LETTER))
def test_a_letter_with_a_strange_fact_stays_in_the_log_and_the_chain_goes_on(hub, field):
    def bodies(kind: str) -> list[bytes]:
        return [event(t=kind, d={**LETTER, field: value}) for value in STRANGE]

    kinds = ("letter.issued", "letter.numbered", "letter.voided")
    applied_whole(hub, [one for kind in kinds for one in bodies(kind)])


def test_residents_with_a_strange_name_of_theirs_stay_in_the_log(hub):
    applied_whole(hub, [event(t="resident.registered", d={"id": value}) for value in STRANGE])
    assert hub.count("resident") == 0


def test_of_a_list_of_residents_the_sound_ones_are_known_and_the_strange_passed_over(hub):
    sound = {"id": uuid4().hex}
    lists = [STRANGE, [{"id": value} for value in STRANGE], [*STRANGE, sound]]
    events = [event(t="resident.list_registered", d={"people": one}) for one in [*STRANGE, *lists]]
    applied_whole(hub, events)
    assert hub.count("resident") == 1


def test_a_container_that_breaks_the_opener_is_set_aside_and_others_are_served(hub, monkeypatch):
    victim, other = hub.enrolled(), hub.enrolled()
    sound = opener_module.project

    def project(connection, office, events) -> None:
        if any(b"Jorong 66" in event.body for event in events):
            raise AttributeError
        sound(connection, office, events)

    monkeypatch.setattr(opener_module, "project", project)
    _answer, facts = victim.exchange(victim.batch([body_of(66)]))
    assert levels_of(facts) == [STORED]
    assert hub.count("quarantine", "code = 'not-applicable'") == 1

    hub.desk.opener.open_all()
    _answer, facts = other.exchange(other.batch(GOOD))
    assert levels_of(facts) == [APPLIED, STORED]


def test_a_server_that_fails_at_one_stream_loses_nothing_and_opens_the_others(hub, monkeypatch):
    unlucky, other = hub.enrolled(), hub.enrolled()
    sound = opener_module.project

    def project(connection, office, events) -> None:
        if any(b"Jorong 66" in event.body for event in events):
            raise psycopg.errors.DeadlockDetected
        sound(connection, office, events)

    monkeypatch.setattr(opener_module, "project", project)
    batch = unlucky.batch([body_of(66)])
    _answer, facts = unlucky.exchange(batch)
    assert levels_of(facts) == [STORED]
    hub.desk.opener.open_all()
    _answer, facts = other.exchange(other.batch(GOOD))
    assert levels_of(facts) == [APPLIED, STORED]
    assert hub.count("container", "state = 'stored'") == 1

    monkeypatch.undo()
    _answer, facts = unlucky.exchange(batch)
    assert levels_of(facts) == [APPLIED, STORED]


@pytest.mark.parametrize("first", [3, 5, 500])
def test_a_sequence_that_does_not_follow_is_set_aside(hub, first):
    desk = hub.enrolled()
    desk.exchange(desk.batch(GOOD))

    answer, facts = desk.exchange(desk.batch([body_of(99)], first, desk.head_after(GOOD)))

    assert levels_of(facts) == [STORED]
    assert hub.count("quarantine", "code = 'sequence'") == 1
    assert [leaf.seq for leaf in answer.leaves] == [3]


def test_a_chain_begins_at_one(hub):
    desk = hub.enrolled()

    _answer, facts = desk.exchange(desk.batch(GOOD, first=2))

    assert levels_of(facts) == [STORED]
    assert hub.count("event") == 0


def test_another_pc_cannot_go_on_with_a_chain_and_its_try_is_seen(hub):
    owner, other = hub.enrolled(), hub.enrolled()
    owner.exchange(owner.batch(GOOD))
    thief = Desk(hub, other.keys, owner.life)

    _answer, facts = thief.exchange(thief.batch([body_of(99)], 4, owner.head_after(GOOD)))

    assert levels_of(facts) == [STORED]
    assert hub.count("quarantine", "code = 'other-device'") == 1
    assert hub.count("conflict", "kind = 'other-device'") == 1
    answer, facts = owner.exchange(owner.batch([body_of(4)], 4, owner.head_after(GOOD)))
    assert levels_of(facts) == [APPLIED, STORED]
    assert [item.kind for item in answer.downlink] == []
    assert hub.count("conflict", "kind = 'clone'") == 0


def test_whoever_asks_first_does_not_take_the_chain_of_the_pc_that_it_names(hub):
    owner, other = hub.enrolled(), hub.enrolled()
    thief = Desk(hub, other.keys, owner.life)
    thief.exchange(thief.batch([body_of(99)]))

    _answer, facts = owner.exchange(owner.batch(GOOD))

    assert levels_of(facts) == [APPLIED, STORED]
    assert hub.count("event") == len(GOOD)


def test_a_chain_of_a_pc_not_yet_known_is_its_own_once_it_is_known(hub):
    keys, other = SecretKeys.generate(), hub.enrolled()
    life = Incarnation(b"L" * 16, keys.public.device_id)
    courier = Desk(hub, other.keys, life)
    courier.exchange(courier.batch(GOOD))
    late = replace(hub.enrolled(keys=keys), life=life)

    _answer, facts = late.exchange(late.batch([body_of(4)], 4, late.head_after(GOOD)))
    assert levels_of(facts) == [APPLIED, STORED]
    four = [*GOOD, body_of(4)]
    _answer, facts = courier.exchange(courier.batch([body_of(5)], 5, late.head_after(four)))
    assert levels_of(facts) == [STORED]
    assert hub.count("stream", f"office_id = '{OFFICE}'") == 1
