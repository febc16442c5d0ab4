"""The container: what goes in comes out, and every harmed byte is refused."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nagari_kit.domain.event_chain import event_hash
from nagari_kit.sync import container as module
from nagari_kit.sync.container import Slot, assemble, parse, seal
from nagari_kit.sync.container_body import pack_bodies, unpack_bodies
from nagari_kit.sync.container_header import ContainerHeader
from nagari_kit.sync.device_keys import PublicKeys, SecretKeys
from nagari_kit.sync.padme import padme_length
from nagari_kit.sync.strict_json import MalformedError

VECTORS = Path(__file__).parents[2] / "golden" / "nsb1"
OFFICE = SecretKeys.from_bytes(bytes(range(128)))
HUB = SecretKeys.from_bytes(bytes(reversed(range(128))))
BODIES = [b'{"t":"letter.issued"}', b'{"t":"letter.voided"}']


def header_for(bodies: list[bytes], **changes) -> ContainerHeader:
    head = bytes(32)
    for body in bodies:
        head = event_hash(head, body)
    header = ContainerHeader(
        kind="batch",
        device=OFFICE.public.device_id,
        inc=b"i" * 16,
        office="13.06.99.2001",
        hub="hub",
        first=1,
        last=len(bodies),
        count=len(bodies),
        prev=bytes(32),
        head=head,
    )
    return replace(header, **changes)


def sealed(bodies: list[bytes], **changes) -> bytes:
    return seal(header_for(bodies, **changes), bodies, [HUB.public], OFFICE)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.binary(max_size=300), min_size=1, max_size=6))
def test_what_goes_in_comes_out(bodies):
    found = parse(sealed(bodies))

    found.verify(OFFICE.public.sign)
    assert found.open_with(HUB) == tuple(bodies)
    assert found.header == header_for(bodies)


def test_every_changed_byte_is_refused():
    raw = sealed(BODIES)
    for place in range(len(raw)):
        harmed = bytearray(raw)
        harmed[place] ^= 0x41
        with pytest.raises(MalformedError):
            parse(bytes(harmed)).verify(OFFICE.public.sign)


def test_every_cut_and_every_tail_is_refused():
    raw = sealed(BODIES)
    for end in range(len(raw)):
        with pytest.raises(MalformedError):
            parse(raw[:end])
    with pytest.raises(MalformedError):
        parse(raw + b"\0")


def test_the_frozen_vector_reads_and_is_written_byte_for_byte():
    vector = json.loads((VECTORS / "batch.json").read_text())
    raw = bytes.fromhex(vector["container"])
    signer = SecretKeys.from_bytes(bytes.fromhex(vector["signer"]))
    hub = SecretKeys.from_bytes(bytes.fromhex(vector["hub"]))

    found = parse(raw)
    found.verify(signer.public.sign)
    bodies = found.open_with(hub)
    assert [body.decode() for body in bodies] == vector["bodies"]
    assert found.cid.hex() == vector["cid"]
    again = assemble(found.header, bodies, found.slots, bytes.fromhex(vector["cek"]), signer)
    assert again == raw


def test_only_the_named_device_may_have_signed():
    stranger = SecretKeys.generate()
    forged = seal(header_for(BODIES), BODIES, [HUB.public], stranger)

    with pytest.raises(MalformedError):
        parse(forged).verify(OFFICE.public.sign)
    with pytest.raises(MalformedError):
        parse(forged).verify(stranger.public.sign)


def test_another_hub_cannot_open_it():
    with pytest.raises(MalformedError, match="another key"):
        parse(sealed(BODIES)).open_with(SecretKeys.generate())


def test_a_header_that_belies_its_events_is_refused():
    with pytest.raises(MalformedError, match="chain"):
        parse(sealed(BODIES, head=b"h" * 32)).open_with(HUB)
    with pytest.raises(MalformedError):
        parse(sealed(BODIES, last=3, count=3)).open_with(HUB)


def test_a_slot_that_does_not_decrypt_is_refused():
    slot = Slot(HUB.public.key_id, bytes(module.WRAPPED_BYTES))
    raw = assemble(header_for(BODIES), BODIES, [slot], bytes(32), OFFICE)

    with pytest.raises(MalformedError, match="decrypt"):
        parse(raw).open_with(HUB)


@pytest.mark.parametrize("name", ["MAX_CONTAINER", "MAX_HEADER", "MAX_CIPHERTEXT"])
def test_sizes_beyond_the_protocol_are_refused(monkeypatch, name):
    raw = sealed(BODIES)
    monkeypatch.setattr(module, name, 10)

    with pytest.raises(MalformedError, match="size"):
        parse(raw)


@pytest.mark.parametrize("name", ["MAX_HEADER", "MAX_CIPHERTEXT"])
def test_what_would_be_too_large_is_not_built(monkeypatch, name):
    monkeypatch.setattr(module, name, 10)

    with pytest.raises(MalformedError):
        sealed(BODIES)


@pytest.mark.parametrize("count", [0, 9])
def test_a_container_without_or_with_too_many_slots_is_refused(count):
    slots = [Slot(HUB.public.key_id, bytes(module.WRAPPED_BYTES))] * count

    with pytest.raises(MalformedError, match="slots"):
        parse(assemble(header_for(BODIES), BODIES, slots, bytes(32), OFFICE))


def test_another_kind_of_slot_is_refused():
    slot = Slot(HUB.public.key_id, bytes(80))

    with pytest.raises(MalformedError, match="slot"):
        parse(assemble(header_for(BODIES), BODIES, [slot], bytes(32), OFFICE))


def test_a_body_padded_with_secrets_or_too_long_is_refused():
    plain = pack_bodies(BODIES)

    assert unpack_bodies(plain, 2) == tuple(BODIES)
    for harmed in (plain[:-1] + b"x", plain[:7], b"", plain[:8] + b"x" * (len(plain) - 8)):
        with pytest.raises(MalformedError):
            unpack_bodies(harmed, 2)
    with pytest.raises(MalformedError):
        unpack_bodies(plain, 3)


def test_text_that_shrinks_too_well_travels_unshrunk_and_a_bomb_is_refused():
    monotonous = [bytes(1_000_000)]
    assert unpack_bodies(pack_bodies(monotonous), 1) == tuple(monotonous)

    raw = (1_000_000).to_bytes(4, "big") + monotonous[0]
    packed = zlib.compress(raw, 9)
    plain = len(raw).to_bytes(4, "big") + len(packed).to_bytes(4, "big") + packed
    with pytest.raises(MalformedError, match="ratio"):
        unpack_bodies(plain.ljust(padme_length(len(plain)), b"\0"), 1)


def test_keys_survive_their_bytes():
    keys = SecretKeys.generate()

    assert SecretKeys.from_bytes(keys.to_bytes()).public == keys.public
    assert len(keys.public.fingerprint.split()) == 6
    with pytest.raises(MalformedError):
        SecretKeys.from_bytes(b"kurang")
    for broken in (b"", bytes(len(keys.public.seal))):
        with pytest.raises(MalformedError):
            seal(header_for(BODIES), BODIES, [PublicKeys(keys.public.sign, broken)], OFFICE)
