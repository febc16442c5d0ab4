"""Tickets let one PC of one office in, once, and do not survive guessing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from nagari_kit.errors import InputError, NotFoundError
from nagari_kit.hub.database import Database
from nagari_kit.hub.devices import list_devices, set_state
from nagari_kit.hub.tickets import OfficeCodeError, TicketOffice, TicketRefusedError
from nagari_kit.sync.device_keys import SecretKeys
from nagari_kit.sync.enrolment import plain_ticket, seal_enrolment
from nagari_kit.sync.strict_json import MalformedError
from tests.integration.hub.conftest import OFFICE

pytestmark = pytest.mark.hub


def ask(hub, code: str, *, office: str = OFFICE, keys: SecretKeys | None = None):
    keyset = hub.keys.keyset
    return hub.tickets.enrol(
        seal_enrolment(
            keys or SecretKeys.generate(), plain_ticket(code), office, keyset.hub, keyset.recipient
        )
    )


def test_a_ticket_lets_one_pc_in_and_its_answer_repeats(hub):
    keys = SecretKeys.generate()
    ticket = hub.tickets.create(OFFICE, auto_approve=False)

    first = ask(hub, ticket.lower(), keys=keys)
    assert first.state == "pending"
    assert first.fingerprint == keys.public.fingerprint
    assert ask(hub, ticket, keys=keys) == first
    with pytest.raises(TicketRefusedError):
        ask(hub, ticket)
    assert set_state(hub.database, first.device_id.hex(), "approved").state == "approved"
    assert [device.state for device in list_devices(hub.database)] == ["approved"]


@pytest.mark.parametrize("code", ["xx", "", "13.06.01", "13.06.99.2001 ", "13.06.99.20O1"])
def test_no_ticket_is_made_for_a_code_that_no_office_can_have(hub, code):
    with pytest.raises(OfficeCodeError, match=r"13\.06\.01\.2001"):
        hub.tickets.create(code, auto_approve=False)

    assert (hub.count("office"), hub.count("ticket")) == (0, 0)
    # An office without a code is known by its identity.
    assert hub.tickets.create("0190f0c0" * 4, auto_approve=False)


def guesses_at(ticket: str, count: int) -> list[str]:
    """Wrong codes that name the ticket by its first half."""
    return [f"{ticket[:7]}{number:02}-0000" for number in range(count)]


def test_ten_wrong_tries_lock_the_ticket_that_they_name_and_no_other(hub):
    ticket = hub.tickets.create(OFFICE, auto_approve=True)
    other = hub.tickets.create(OFFICE, auto_approve=True)
    for guess in guesses_at(ticket, 10):
        with pytest.raises(TicketRefusedError):
            ask(hub, guess)

    with pytest.raises(TicketRefusedError):
        ask(hub, ticket)
    assert ask(hub, other).state == "approved"


def test_the_tenth_try_may_still_be_the_right_one(hub):
    ticket = hub.tickets.create(OFFICE, auto_approve=True)
    for guess in guesses_at(ticket, 9):
        with pytest.raises(TicketRefusedError):
            ask(hub, guess)

    assert ask(hub, ticket).state == "approved"


def test_strangers_who_name_no_ticket_lock_nobody_out(hub):
    ticket = hub.tickets.create(OFFICE, auto_approve=True)
    for number in range(12):
        with pytest.raises(TicketRefusedError):
            ask(hub, f"0000-0000-00{number:02}")

    assert ask(hub, ticket).state == "approved"


def test_a_ticket_is_good_for_its_office_and_its_days_alone(hub, clock):
    ticket = hub.tickets.create(OFFICE, auto_approve=True)
    with pytest.raises(TicketRefusedError):
        ask(hub, ticket, office="13.06.01.2001")
    clock.moment += timedelta(days=31)
    with pytest.raises(TicketRefusedError):
        ask(hub, ticket)


def test_a_ticket_mistyped_is_told_before_anything_is_sent():
    assert plain_ticket("7k3m-9pqr-2xwa") == "7K3M9PQR2XWA"
    assert plain_ticket("oil1 0000 0000") == "011100000000"
    for wrong in ("", "7K3M", "7K3M-9PQR-2XW!", "7K3M-9PQR-2XWAB"):
        with pytest.raises(InputError):
            plain_ticket(wrong)


def test_junk_is_no_enrolment(hub):
    with pytest.raises(MalformedError):
        hub.tickets.enrol(b"bukan wadah")
    with pytest.raises(NotFoundError):
        set_state(hub.database, "zz", "approved")


def test_a_hub_of_before_named_tickets_is_brought_up_to_date(hub, clock):
    with hub.database.transaction() as connection:
        connection.execute("ALTER TABLE ticket DROP COLUMN name")
    newer = Database(hub.database._url)
    try:
        tickets = TicketOffice(newer, hub.keys, clock)
        ticket = tickets.create(OFFICE, auto_approve=True)
    finally:
        newer.close()

    assert ask(hub, ticket).state == "approved"
