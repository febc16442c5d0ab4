"""What the office makes of receipts: forward only, and of its own batches alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from nagari_kit.services.enrolment_record import KEYSET, EnrolmentRecord, write_record
from nagari_kit.services.sync_session import SyncSession
from nagari_kit.sync.container import parse
from nagari_kit.sync.device_keys import SecretKeys
from nagari_kit.sync.keyset import Keyset
from nagari_kit.sync.messages import (
    ExchangeAnswer,
    answer_message,
    envelope,
    read_request,
    unframe,
)
from nagari_kit.sync.receipts import APPLIED, STORED, ReceiptFacts, SignedReceipt, receipt_message
from nagari_kit.sync.transport import HubTransport
from tests.integration.sync.conftest import OFFICE

FOREIGN = b"F" * 32


@dataclass(frozen=True)
class Province(HubTransport):
    """A hub that signs as it should and answers the later receipt before the earlier one."""

    url: str = "https://127.0.0.1"
    ca_file: Path = Path()
    keys: SecretKeys = field(default_factory=SecretKeys.generate)
    applied: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def keyset(self) -> Keyset:
        public = self.keys.public
        applied = self.applied.public_key().public_bytes_raw()
        return Keyset(1, "hub-uji", public.seal, public.sign, applied)

    def post(self, path: str, body: bytes) -> bytes:
        asking, *batches = (parse(piece) for piece in unframe(body))
        request = read_request(asking.open_with(self.keys)[0])
        cids = [FOREIGN, *(batch.cid for batch in batches)]
        receipts = [self._receipt(cid, level) for level in (APPLIED, STORED) for cid in cids]
        known = max((batch.header.last for batch in batches), default=0)
        at = "2026-11-24T02:41:00+00:00"
        answer = ExchangeAnswer(request.nonce, b"e" * 16, at, "approved", known, ()).to_bytes()
        return envelope(answer, self.keys.sign.sign(answer_message(answer)), receipts)

    def _receipt(self, cid: bytes, level: str) -> SignedReceipt:
        number = 1 + cid[0] * 2 + (level == APPLIED)
        at = "2026-11-24T02:41:00+00:00"
        facts = ReceiptFacts(b"e" * 16, number, bytes(32), cid, b"i" * 16, level, bytes(32), at)
        key = self.applied if level == APPLIED else self.keys.sign
        return SignedReceipt(facts.to_bytes(), key.sign(receipt_message(facts.to_bytes())))


@pytest.fixture
def province() -> Province:
    return Province()


@pytest.fixture
def session(workspace, province) -> SyncSession:
    record = EnrolmentRecord(
        state="approved",
        hub_url=province.url,
        office=OFFICE,
        device=workspace.context.device.load().public.device_id.hex(),
    )
    with workspace.context.store.write("uji") as uow:
        write_record(uow.sync, record)
        uow.sync.set_setting(KEYSET, province.keyset.to_bytes())
        uow.commit()
    return SyncSession(workspace.context, province, record)


def test_what_the_province_has_applied_never_becomes_merely_stored_again(workspace, session):
    session.run(None, None)

    status = workspace.sync.status()
    assert (status.applied, status.stored) == (workspace.verify_log(), 0)


def test_a_receipt_for_a_batch_that_is_not_ours_is_not_kept(workspace, session):
    session.run(None, None)

    with workspace.context.store.read() as reader:
        kept = reader.sync.receipts()
    assert {json.loads(one.body)["level"] for one in kept} == {STORED, APPLIED}
    assert FOREIGN not in {one.cid for one in kept}
