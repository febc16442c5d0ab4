"""The hub keeps what it was sent, applies it once, and says so in its own hand."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from nagari_kit.hub.exchange import UnknownDeviceError
from nagari_kit.hub.statistics import count_holdings
from nagari_kit.sync.container import parse
from nagari_kit.sync.device_keys import SecretKeys
from nagari_kit.sync.receipts import APPLIED, STORED
from nagari_kit.sync.strict_json import MalformedError
from tests.integration.hub.conftest import Desk, body_of, levels_of

pytestmark = pytest.mark.hub

BODIES = [body_of(number) for number in range(1, 21)]


def test_a_batch_is_stored_applied_and_receipted(hub):
    desk = hub.enrolled()
    answer, facts = desk.exchange(desk.batch(BODIES))

    assert levels_of(facts) == [APPLIED, STORED]
    assert answer.state == "approved"
    assert count_holdings(hub.database)["events"] == 20


def test_32_copies_at_once_are_applied_once_with_one_receipt_number(hub):
    desk = hub.enrolled()
    batch = desk.batch(BODIES)

    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(lambda _copy: desk.exchange(batch), range(32)))

    numbers = {level: set() for level in (STORED, APPLIED)}
    for _answer, facts in answers:
        for one in facts:
            numbers[one.level].add(one.receipt_no)
    assert [len(found) for found in numbers.values()] == [1, 1]
    assert all(STORED in levels_of(facts) for _answer, facts in answers)
    assert hub.count("event") == 20
    assert hub.count("container") == 1
    assert hub.count("receipt") == 2


def test_what_overlaps_with_what_is_known_is_not_doubled(hub):
    desk = hub.enrolled()
    desk.exchange(desk.batch(BODIES[:10]))

    answer, facts = desk.exchange(desk.batch(BODIES))

    assert levels_of(facts) == [APPLIED, STORED]
    assert hub.count("event") == 20
    assert [leaf.seq for leaf in answer.leaves] == [20]


def test_a_gap_is_stored_reported_and_closed_when_the_missing_part_comes(hub):
    desk = hub.enrolled()
    late = desk.batch(BODIES[10:], first=11, prev=desk.head_after(BODIES[:10]))

    answer, facts = desk.exchange(late)
    assert levels_of(facts) == [STORED]
    assert answer.missing == ((1, 10),)
    assert hub.count("event") == 0

    answer, facts = desk.exchange(desk.batch(BODIES[:10]), asking=(parse(late).cid,))
    assert levels_of(facts) == [APPLIED, APPLIED, STORED, STORED]
    assert answer.missing == ()
    assert hub.count("event") == 20


def test_two_futures_of_one_life_are_both_kept_and_noted(hub):
    desk = hub.enrolled()
    other = [*BODIES[:10], *(body_of(number) for number in range(101, 106))]
    desk.exchange(desk.batch(BODIES))

    answer, _facts = desk.exchange(desk.batch(other))

    assert hub.count("event") == 25
    assert sorted(leaf.seq for leaf in answer.leaves) == [15, 20]
    assert count_holdings(hub.database)["forks"] == 1
    assert [item.kind for item in answer.downlink] == ["fork"]


def test_letters_are_counted_and_a_number_used_twice_is_a_conflict(hub):
    def letter(number: int, sequence: int) -> bytes:
        return body_of(
            number,
            "letter.issued",
            letter_id=f"{number:032x}",
            number=f"500.3/{sequence:03}/KN/2026",
            series="type:sku",
            year=2026,
            sequence=sequence,
            type_id="sku",
            issue_date="2026-11-24",
        )

    desk = hub.enrolled()
    void = body_of(9, "letter.voided", letter_id=f"{1:032x}", number="x", reason="salah")
    desk.exchange(desk.batch([letter(1, 1), letter(2, 2), letter(3, 2), void]))

    assert hub.count("letter") == 3
    assert hub.count("letter", "status = 'voided'") == 1
    assert hub.count("conflict", "kind = 'number'") == 1


def test_a_number_of_the_hand_is_told_later_and_doubles_are_seen(hub):
    def letter(number: int, sequence: int | None) -> bytes:
        facts = {"series": "office", "year": 2026, "type_id": "sku", "issue_date": "2026-11-24"}
        text = "" if sequence is None else f"{sequence:03}/KN/2026"
        own = f"{number:032x}"
        return body_of(
            number, "letter.issued", letter_id=own, number=text, sequence=sequence, **facts
        )

    def entered(number: int, of: int, sequence: int) -> bytes:
        return body_of(
            number, "letter.numbered", letter_id=f"{of:032x}", number=f"{sequence:03}/KN/2026",
            series="office", year=2026, sequence=sequence,
        )  # fmt: skip

    desk = hub.enrolled()
    desk.exchange(desk.batch([letter(1, None), letter(2, None), letter(3, 7), entered(4, 1, 6)]))
    assert hub.count("letter", "number = ''") == 1
    assert hub.count("letter", "sequence = 6") == 1
    assert hub.count("conflict") == 0

    before = [letter(1, None), letter(2, None), letter(3, 7), entered(4, 1, 6)]
    desk.exchange(desk.batch([entered(5, 2, 7)], 5, desk.head_after(before)))
    assert hub.count("letter", "number = ''") == 0
    assert hub.count("conflict", "kind = 'number'") == 1


def test_each_step_of_a_letter_is_told_once_and_none_hides_another(hub):
    def step(number: int, kind: str, progress: str) -> bytes:
        own = f"{1:032x}"
        facts = {"letter_id": own, "number": "001/KN/2026", "on": "2026-11-24"}
        return body_of(number, "letter.stepped", step=kind, progress=progress, **facts)

    desk = hub.enrolled()
    batch = [
        step(1, "signed", "signed"),
        step(2, "handed_over", "handed_over"),
        step(3, "taken_back", "signed"),
    ]
    for _copy in range(2):
        desk.exchange(desk.batch(batch))

    assert hub.count("letter_step") == 3
    assert hub.count("letter_step", "progress = 'signed'") == 2


def test_a_letter_of_nobody_in_the_books_is_counted_like_any_other(hub):
    facts = {"number": "001/KN/2026", "series": "office", "year": 2026, "sequence": 1}
    own = {"letter_id": f"{1:032x}", "resident_id": None, "people": 3, "replaces": None}
    body = body_of(1, "letter.issued", type_id="tugas", issue_date="2026-11-24", **facts, **own)

    desk = hub.enrolled()
    desk.exchange(desk.batch([body]))

    assert hub.count("letter") == 1


def test_what_cannot_be_read_stays_in_the_log(hub):
    desk = hub.enrolled()
    strange = [b"bukan json", body_of(2, "letter.issued", letter_id="x"), body_of(3)]

    _answer, facts = desk.exchange(desk.batch(strange))

    assert levels_of(facts) == [APPLIED, STORED]
    assert hub.count("event") == 3
    assert hub.count("letter") == 0


def test_a_pc_that_waits_for_approval_is_stored_and_not_applied(hub):
    desk = hub.enrolled(approved=False)
    batch = desk.batch(BODIES)

    answer, facts = desk.exchange(batch)
    assert (answer.state, levels_of(facts)) == ("pending", [STORED])
    assert hub.count("event") == 0

    hub.decide(desk, "approved")
    answer, facts = desk.exchange(asking=(parse(batch).cid,))
    assert (answer.state, levels_of(facts)) == ("approved", [APPLIED, STORED])
    assert hub.count("event") == 20


def test_what_a_revoked_pc_sends_is_kept_apart(hub):
    desk = hub.enrolled()
    hub.decide(desk, "revoked")

    answer, facts = desk.exchange(desk.batch(BODIES))

    assert (answer.state, levels_of(facts)) == ("revoked", [STORED])
    assert hub.count("quarantine", "code = 'revoked'") == 1
    assert hub.count("event") == 0


def test_a_pc_revoked_by_mistake_loses_nothing_when_it_is_approved_again(hub):
    desk = hub.enrolled()
    desk.exchange(desk.batch(BODIES[:5]))
    hub.decide(desk, "revoked")
    meanwhile = desk.batch(BODIES[5:12], 6, desk.head_after(BODIES[:5]))
    desk.exchange(meanwhile)

    hub.decide(desk, "approved")
    later = desk.batch(BODIES[12:], 13, desk.head_after(BODIES[:12]))
    _answer, facts = desk.exchange(later, asking=(parse(meanwhile).cid,))

    assert levels_of(facts) == [APPLIED, APPLIED, STORED, STORED]
    assert hub.count("event") == 20
    assert count_holdings(hub.database)["quarantined"] == 0


def test_a_void_that_comes_before_its_letter_counts(hub):
    desk = hub.enrolled()
    letter = {
        "letter_id": f"{7:032x}", "number": "001", "series": "sku", "year": 2026, "sequence": 1,
        "type_id": "sku", "issue_date": "2026-11-24",
    }  # fmt: skip
    void = body_of(1, "letter.voided", letter_id=letter["letter_id"], number="001", reason="x")
    desk.exchange(desk.batch([void, body_of(2, "letter.issued", **letter)]))
    assert hub.count("letter", "status = 'voided'") == 1


def test_strangers_and_liars_leave_nothing_behind(hub):
    desk = hub.enrolled()
    stranger = Desk(hub, SecretKeys.generate(), desk.life)
    with pytest.raises(UnknownDeviceError):
        stranger.exchange(stranger.batch(BODIES))
    other = hub.enrolled()
    with pytest.raises(MalformedError):
        desk.exchange(Desk(hub, other.keys, other.life).batch(BODIES))
    for junk in (b"", b"\0\0\0\5halo", b"\xff\xff\xff\xff"):
        with pytest.raises(MalformedError):
            hub.desk.answer(junk)

    assert hub.count("container") == 0
