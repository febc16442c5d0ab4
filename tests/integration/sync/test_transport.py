"""The one door to HTTP: no answer but the hub's own is taken, no request grows past its limit."""

from __future__ import annotations

import pytest

from nagari_kit.errors import OfflineError, ServerRefusedError, SyncError
from nagari_kit.hub.problems import TooLargeError
from nagari_kit.sync.strict_json import MalformedError
from nagari_kit.sync.transport import HubTransport
from tests.integration.sync.portal import CutAnswer, Elsewhere, portal

MEBIBYTE = 1024 * 1024


def test_a_line_that_drops_in_the_middle_of_an_answer_is_no_line(tmp_path):
    with portal(tmp_path, CutAnswer) as (url, own_ca), pytest.raises(OfflineError):
        HubTransport(url, own_ca).post("/v1/exchange", b"kiriman")


def test_nobody_sends_a_batch_on_to_somebody_else(tmp_path):
    with portal(tmp_path, Elsewhere) as (url, own_ca):
        transport = HubTransport(url, own_ca)
        for call in (lambda: transport.get("/v1/keyset"), lambda: transport.post("/v1/x", b"a")):
            with pytest.raises(SyncError) as refusal:
                call()
            assert refusal.value.code == "SINKRON-05"


@pytest.mark.hub
def test_a_request_longer_than_five_megabytes_is_refused_by_its_length_alone(hub):
    transport = HubTransport(hub.url, hub.ca)
    codes = []
    for size in (5 * MEBIBYTE, 5 * MEBIBYTE + 1):
        with pytest.raises(ServerRefusedError) as refusal:
            transport.post("/v1/exchange", bytes(size))
        codes.append(refusal.value.code)
    assert codes == [MalformedError.default_code, TooLargeError.default_code]
