"""An office changes its letter types; what was issued, and what it had before, stays."""

from __future__ import annotations

from base64 import b64encode
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from nagari_kit.documents.definition_writer import write_definition
from nagari_kit.domain.letters import LetterInput
from nagari_kit.errors import DefinitionError, InputError
from nagari_kit.hub.certificates import certificate_pem, make_authority
from nagari_kit.services.letter_editor.letter_file import pack_message, sealed_file
from nagari_kit.services.workspace import open_workspace
from tests.integration.services.sample_office import PASSPHRASE, SKU


def edited(content, place: int, text: str) -> dict[str, Any]:
    found = deepcopy(dict(content))
    paragraphs = [one for one in found["blok"] if one["jenis"] == "paragraf"]
    paragraphs[place]["teks"] = text
    return found


def events_of(workspace, kind: str) -> int:
    with workspace.context.store.read() as reader:
        return sum(one.kind == kind for one in reader.sync.recent_changes(500))


def test_a_published_change_is_on_the_next_letter_and_not_on_the_last(workspace, father) -> None:
    wanted = LetterInput("sku", father, SKU)
    before = workspace.issuing.issue(wanted)
    opened = workspace.editor.open("sku")
    content = edited(opened.content, -1, "Surat ini ditutup dengan kalimat kantor sendiri.")
    version, _changes = workspace.editor.publish("sku", content)
    after = workspace.issuing.issue(wanted)
    assert version == opened.version + 1
    assert workspace.editor.open("sku").origin == "lokal"
    with workspace.context.store.read() as reader:
        old, new = (reader.letters.snapshot(one.id) for one in (before, after))
    assert b"kalimat kantor sendiri" in bytes(new)
    assert b"kalimat kantor sendiri" not in bytes(old)


def test_a_restored_type_keeps_its_versions_and_any_can_be_taken_again(workspace) -> None:
    opened = workspace.editor.open("sku")
    first = edited(opened.content, -1, "Kalimat pertama.")
    second = edited(opened.content, -1, "Kalimat kedua.")
    one, _ = workspace.editor.publish("sku", first)
    workspace.editor.publish("sku", second)
    workspace.editor.restore("sku")
    restored = workspace.editor.open("sku")
    assert restored.content == opened.content
    assert [version.active for version in restored.versions] == [False, False]
    again, _ = workspace.editor.take_again("sku", one)
    found = workspace.editor.open("sku")
    assert again == found.version == one + 2
    assert "Kalimat pertama." in write_definition(found.content).decode()
    assert found.versions[0].made_by == "Rina Marlina"
    assert events_of(workspace, "definition.saved") == 4


def test_a_draft_survives_the_end_of_the_program(workspace, paths, clock) -> None:
    content = edited(workspace.editor.open("sku").content, 0, "Belum selesai {isian.")
    workspace.editor.save_draft("sku", content)
    workspace.close()
    opened = open_workspace(paths, PASSPHRASE, clock=clock, actor="Rina Marlina")
    try:
        found = opened.editor.open("sku")
        assert found.content == content
        assert found.draft_at is not None
        opened.editor.discard_draft("sku")
        assert opened.editor.open("sku").draft_at is None
    finally:
        opened.close()


def test_a_new_type_has_its_own_id_and_abbreviation(workspace) -> None:
    with pytest.raises(InputError) as refused:
        workspace.editor.begin_from("sku", "Surat Keterangan Kios", "SKU")
    assert "abbreviation" in refused.value.fields
    new = workspace.editor.begin_from("sku", "Surat Keterangan Kios Pasar", "kpsr")
    twin = workspace.editor.begin_from("sku", "Surat Keterangan Kios Pasar", "kpsq")
    assert (new, twin) == ("surat_keterangan_kios_pasar", "surat_keterangan_kios_pasar_2")
    assert new not in {one.id for one in workspace.catalogue.types()}
    content = workspace.editor.open(new).content
    workspace.editor.publish(new, content)
    kind = workspace.catalogue.get(new)
    assert (kind.title, kind.abbreviation) == ("Surat Keterangan Kios Pasar", "KPSR")
    assert workspace.editor.open(new).base_words.startswith("berangkat dari")


def test_no_two_types_have_one_abbreviation(workspace) -> None:
    opened = workspace.editor.open("sku")
    other = workspace.catalogue.get("sktm")
    head = {**opened.content["surat"], "singkatan": other.abbreviation.lower()}
    content = {**opened.content, "surat": head}
    (fault,) = workspace.editor.examine("sku", content, opened.base).faults
    assert (fault.part, fault.key) == ("surat", "singkatan")
    assert other.short_title in fault.sentence
    with pytest.raises(DefinitionError):
        workspace.editor.publish("sku", content)


def test_every_fault_is_told_with_its_block_and_key(workspace) -> None:
    opened = workspace.editor.open("sku")
    content: dict[str, Any] = edited(opened.content, 0, "Nama {warga.namaa} menerangkan:")
    rows = next(one for one in content["blok"] if one["jenis"] == "data")
    rows["baris"][1] = {"label": "NIK", "isi": "{warga.nik|besar}"}
    places = [content["blok"].index(rows)]
    places.append(next(n for n, one in enumerate(content["blok"]) if one["jenis"] == "paragraf"))
    found = workspace.editor.examine("sku", content, opened.base)
    assert sorted(fault.index for fault in found.faults) == sorted(places)
    by_place = {fault.index: fault for fault in found.faults}
    assert (by_place[places[0]].key, by_place[places[0]].item) == ("baris", 1)
    assert by_place[places[1]].key == "teks"
    lines = found.text.splitlines()
    assert all("{warga.n" in lines[fault.line - 1] for fault in found.faults)
    assert found.pdf is None
    assert found.changed == frozenset(places)
    with pytest.raises(DefinitionError):
        workspace.editor.publish("sku", content)
    assert workspace.editor.open("sku").origin == "bawaan"


def test_every_shipped_type_can_be_shown_with_invented_people(workspace) -> None:
    for one in workspace.editor.types():
        opened = workspace.editor.open(one.type_id)
        found = workspace.editor.examine(one.type_id, opened.content, opened.base)
        assert found.faults == ()
        assert found.pdf.startswith(b"%PDF")
        assert not found.changed


def signed_by(key: Ed25519PrivateKey, raw: bytes) -> bytes:
    return sealed_file(raw, key.public_key().public_bytes_raw(), key.sign(pack_message(raw)))


def test_only_the_provinces_signature_makes_a_pack(workspace) -> None:
    province, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    raw = workspace.editor.export("sku")
    before = workspace.editor.read_file(signed_by(province, raw))
    assert not before.is_signed
    assert "belum terdaftar" in before.remark
    authority = workspace.paths.device_dir / "hub-ca.pem"
    authority.write_bytes(certificate_pem(make_authority(province)))
    stranger = workspace.editor.read_file(signed_by(other, raw))
    assert not stranger.is_signed
    workspace.editor.take_file(signed_by(other, raw))
    assert workspace.editor.open("sku").origin == "bawaan"
    workspace.editor.take_file(signed_by(province, raw))
    assert workspace.editor.open("sku").origin == "paket"
    assert workspace.editor.open("sku").draft_at is None
    assert workspace.editor.export("sku") == raw


@pytest.mark.parametrize("harm", ["cut", "flipped", "words", "fault", "foreign"])
def test_a_damaged_file_is_refused_in_a_sentence(workspace, harm) -> None:
    raw = workspace.editor.export("sku")
    whole = signed_by(Ed25519PrivateKey.generate(), raw)
    content = {
        "cut": whole[:-40],
        "flipped": whole.replace(b64encode(raw), b64encode(raw + b"\n")),
        "words": b"bukan surat",
        "fault": raw.replace(b"{warga.nama}", b"{warga.siapa}"),
        "foreign": b'{"a": 1}',
    }[harm]
    with pytest.raises(DefinitionError) as refused:
        workspace.editor.take_file(content)
    assert "tidak berubah" in refused.value.user_message
    assert workspace.editor.open("sku").draft_at is None


def spoilt(content: dict[str, Any], random: Random) -> None:
    """Break or change one thing somewhere."""
    part = random.choice([name for name in content if name != "surat" and content[name]])
    place = random.randrange(len(content[part]))
    one = content[part][place]
    key = random.choice(list(one))
    way = random.randrange(5)
    if way == 0 and len(content[part]) > 1:
        del content[part][place]
    elif way == 1:
        one.pop(key)
    elif way == 2 and isinstance(one[key], str):
        one[key] = random.choice(["", "{", "{x.y}", "**a", "{warga.nama|zz}", "id salah!"])
    elif way == 3 and isinstance(one[key], list) and one[key]:
        one[key].pop()
    else:
        one["aneh"] = 1
    content[part] = [item for item in content[part] if item] or [{"aneh": 1}]


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_spoilt_is_told_at_its_place_or_drawn(workspace, seed) -> None:
    random = Random(seed)
    names = [one.type_id for one in workspace.editor.types()]
    for name in random.sample(names, 4):
        opened = workspace.editor.open(name)
        content = deepcopy(dict(opened.content))
        for _ in range(random.randint(1, 4)):
            spoilt(content, random)
        found = workspace.editor.examine(name, content, opened.base)
        assert found.faults or found.pdf
        lines = found.text.splitlines()
        for fault in found.faults:
            assert fault.sentence
            assert 1 <= fault.line <= len(lines)
            assert fault.part == "surat" or fault.index < len(content[fault.part])
