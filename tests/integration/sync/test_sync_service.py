"""An office and the province: what was done here is there once, and nothing else counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nagari_kit.domain.letters import LetterInput
from nagari_kit.errors import Cancelled, InputError, OfflineError, ServerRefusedError, SyncError
from nagari_kit.services.enrolment_record import KEYSET, read_record, write_record
from nagari_kit.sync.keyset import read_keyset
from nagari_kit.sync.strict_json import MalformedError
from tests.integration.services.sample_office import FATHER, SKU
from tests.integration.sync.conftest import enrolled, ticket_of
from tests.integration.sync.portal import portal

pytestmark = pytest.mark.hub


def issue(workspace):
    father = workspace.residents.find_by_nik(FATHER)
    return workspace.issuing.issue(LetterInput("sku", father.id, SKU))


def test_a_letter_is_seen_to_have_reached_the_province(workspace, hub):
    assert enrolled(workspace, hub).state == "approved"
    before = hub.run("stats")
    letter = issue(workspace)
    assert workspace.register.get(letter.id).delivered_to_hub == "local"

    status = workspace.sync.sync_now()

    assert (status.waiting, status.sent, status.stored) == (0, 0, 0)
    assert status.online
    assert status.last_error == ""
    assert workspace.register.get(letter.id).delivered_to_hub == "applied"
    after = hub.run("stats")
    assert after["events"] - before["events"] == status.applied == workspace.verify_log()
    assert after["letters"] - before["letters"] == 1
    assert after["residents"] - before["residents"] == 5
    assert workspace.sync.changes(1)[0].state == "applied"
    assert workspace.sync.history(1)[0].outcome == "ok"


def test_a_second_run_sends_nothing_again(workspace, hub):
    enrolled(workspace, hub)
    first = workspace.sync.sync_now()
    before = hub.run("stats")

    assert workspace.sync.sync_now().applied == first.applied
    assert hub.run("stats") == before


def test_a_pc_that_waits_for_approval_sends_nothing_and_loses_nothing(workspace, hub):
    enrolment = workspace.sync.enrol(hub.url, hub.ca, ticket_of(hub))
    assert enrolment.state == "pending"
    before = hub.run("stats")

    for _try in range(2):
        waiting = workspace.sync.sync_now()
    assert (waiting.enrolment, waiting.stored, waiting.applied) == ("pending", 0, 0)
    assert (waiting.last_sync, waiting.last_error, waiting.online) == (None, "", True)
    assert hub.run("stats") == before
    assert [run.detail for run in workspace.sync.history(5)] == [
        "Belum disetujui provinsi; belum ada yang dikirim."
    ]

    hub.run("devices", "approve", enrolment.device)

    done = workspace.sync.sync_now()
    assert (done.enrolment, done.stored) == ("approved", 0)
    assert done.applied == workspace.verify_log()


def test_a_revoked_pc_is_told_so_and_keeps_working(workspace, hub):
    enrolment = enrolled(workspace, hub)
    hub.run("devices", "revoke", enrolment.device)

    status = workspace.sync.sync_now()

    assert status.enrolment == "revoked"
    assert status.applied == 0
    assert issue(workspace).sequence == 1


def test_a_cut_in_the_middle_is_taken_up_again(workspace, hub, monkeypatch):
    enrolled(workspace, hub)
    issue(workspace)
    before = hub.run("stats")["events"]
    from nagari_kit.services.sync_session import SyncSession

    def cut(*_call) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(SyncSession, "_remember", cut)
    with pytest.raises(KeyboardInterrupt):
        workspace.sync.sync_now()
    monkeypatch.undo()
    assert workspace.sync.status().applied == 0

    status = workspace.sync.sync_now()

    assert status.applied == workspace.verify_log()
    assert hub.run("stats")["events"] - before == status.applied


def test_without_a_line_the_office_says_so_and_nothing_changes(workspace, hub):
    enrolled(workspace, hub)
    with workspace.context.store.write("uji") as uow:
        record = read_record(uow.sync)
        write_record(uow.sync, replace(record, hub_url="https://127.0.0.1:1"))
        uow.commit()

    with pytest.raises(OfflineError) as trouble:
        workspace.sync.sync_now()

    assert "internet" in trouble.value.hint
    status = workspace.sync.status()
    assert (status.applied, status.sent, status.online) == (0, 0, False)
    assert status.waiting == workspace.verify_log()
    assert workspace.sync.history(1)[0].outcome == "offline"


def test_a_login_page_between_is_not_taken_for_the_hub(workspace, hub, tmp_path):
    enrolled(workspace, hub)
    with portal(tmp_path) as (url, own_ca):
        with pytest.raises(SyncError) as trouble:
            workspace.sync.enrol(url, hub.ca, ticket_of(hub))
        assert trouble.value.code == "SINKRON-04"
        with pytest.raises(SyncError) as trouble:
            workspace.sync.enrol(url, own_ca, ticket_of(hub))
        assert trouble.value.code == "SINKRON-05"

    assert workspace.sync.status().enrolment == "approved"
    assert workspace.sync.sync_now().applied == workspace.verify_log()


def test_a_wrong_ticket_or_certificate_is_told_beside_its_field(workspace, hub, tmp_path):
    with pytest.raises(ServerRefusedError) as refusal:
        workspace.sync.enrol(hub.url, hub.ca, "0000-0000-0000")
    assert "Tiket" in refusal.value.user_message
    for url, ca, ticket, field in (
        ("http://127.0.0.1", hub.ca, "0000-0000-0000", "hub_url"),
        (hub.url, tmp_path / "tidak-ada.pem", "0000-0000-0000", "ca_file"),
        (hub.url, hub.ca, "bukan tiket", "ticket"),
    ):
        with pytest.raises(InputError) as wrong:
            workspace.sync.enrol(url, ca, ticket)
        assert field in wrong.value.fields
    assert workspace.sync.status().enrolment == "none"


def test_older_keys_of_the_same_hub_are_refused_and_nothing_changes(workspace, hub):
    enrolled(workspace, hub)
    with workspace.context.store.write("uji") as uow:
        known = read_keyset(uow.sync.setting(KEYSET))
        uow.sync.set_setting(KEYSET, replace(known, version=known.version + 1).to_bytes())
        uow.commit()

    with pytest.raises(MalformedError):
        enrolled(workspace, hub)
    assert workspace.sync.status().enrolment == "approved"


def test_an_office_that_is_not_enrolled_is_told_what_to_do(workspace):
    with pytest.raises(SyncError) as refusal:
        workspace.sync.sync_now()
    assert refusal.value.code == "SINKRON-10"


def test_a_cancelled_run_can_be_done_again(workspace, hub):
    enrolled(workspace, hub)

    class Impatient:
        def raise_if_cancelled(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        workspace.sync.sync_now(token=Impatient())
    assert workspace.sync.sync_now().applied == workspace.verify_log()
