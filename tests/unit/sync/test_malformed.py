"""Whatever a stranger writes into a message is refused as malformed, never as a surprise."""

from __future__ import annotations

import pytest

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.sync.container_header import ContainerHeader
from nagari_kit.sync.messages import open_envelope
from nagari_kit.sync.strict_json import MalformedError, load_object, text_field

GOOD = {
    "dev": "11" * 16,
    "first": 1,
    "hd": "22" * 32,
    "hub": "hub",
    "inc": "33" * 16,
    "k": "batch",
    "last": 1,
    "n": 1,
    "off": "13.06.99.2001",
    "pv": "00" * 32,
    "v": 1,
}
STRANGE = [None, True, -1, 7, "", "x", "\0", "\ud800", [], ["batch"], {}, {"a": 1}]


@pytest.mark.parametrize("field", [name for name in GOOD if name not in ("off", "hub")])
@pytest.mark.parametrize("value", STRANGE, ids=repr)
def test_a_header_with_a_strange_field_is_malformed(field, value):
    assert ContainerHeader.from_bytes(canonical_bytes(GOOD)).kind == "batch"

    with pytest.raises(MalformedError):
        ContainerHeader.from_bytes(canonical_bytes({**GOOD, field: value}))


@pytest.mark.parametrize("name", ["off", "hub"])
@pytest.mark.parametrize("value", ["13.06\0", "13.06\ud800", ["13.06"], {}, 13])
def test_an_office_or_hub_that_no_database_can_hold_is_malformed(name, value):
    with pytest.raises(MalformedError):
        ContainerHeader.from_bytes(canonical_bytes({**GOOD, name: value}))


def test_text_beyond_the_first_plane_is_text():
    found = load_object(canonical_bytes({"name": "Nagari \U0001f600 é"}))

    assert text_field(found, "name") == "Nagari \U0001f600 é"


@pytest.mark.parametrize("answer", ["é", "\ud800", "\0", 5, None])
def test_an_answer_that_is_no_ascii_is_malformed(answer):
    raw = canonical_bytes({"answer": answer, "receipts": [], "sig": "00" * 64})

    with pytest.raises(MalformedError):
        open_envelope(raw, bytes(32), bytes(16))
