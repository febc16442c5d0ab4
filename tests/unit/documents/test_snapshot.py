"""The snapshot is the letter: it survives filing, and it says what is still missing."""

from __future__ import annotations

import json

import pytest

from nagari_kit.documents.letter import LetterSnapshot, render, resolve
from nagari_kit.errors import LetterError
from tests.unit.documents import reading, samples

TYPES = ["sku", "sktm", "domisili"]


@pytest.mark.parametrize("type_id", TYPES)
def test_a_filed_letter_comes_back_the_same(definitions, type_id) -> None:
    snapshot = resolve(definitions[type_id], samples.facts(type_id))
    source = snapshot.to_json()
    again = LetterSnapshot.from_json(source)
    assert again == snapshot
    assert again.to_json() == source
    assert render(again, logo=None).pdf == render(snapshot, logo=None).pdf


def test_the_file_is_canonical_and_names_its_definition(definitions) -> None:
    source = resolve(definitions["sku"], samples.facts("sku")).to_json()
    value = json.loads(source)
    assert source == json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")
    assert value["definition_id"] == "sku"
    assert value["definition_sha256"] == definitions["sku"].sha256
    assert value["definition_version"] == definitions["sku"].version
    assert value["values"] == samples.VALUES["sku"]


def test_a_changed_definition_does_not_change_a_filed_letter(definitions) -> None:
    source = resolve(definitions["sku"], samples.facts("sku")).to_json()
    text = reading.running_text(render(LetterSnapshot.from_json(source), logo=None).pdf)
    assert "Kerupuk Sanjai Bundo Desi" in text
    assert b"isian." not in source
    assert b"{" not in source.split(b'"body":')[1].split(b'"definition_id"')[0].replace(b'{"', b"")


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b"null", b'{"schema":1}', b"\xff\xfe"])
def test_a_damaged_file_is_refused_in_words(damage) -> None:
    with pytest.raises(LetterError) as caught:
        LetterSnapshot.from_json(damage)
    assert caught.value.code == "SURAT-07"


def test_a_file_of_a_newer_program_is_refused(definitions) -> None:
    value = json.loads(resolve(definitions["sku"], samples.facts("sku")).to_json())
    value["schema"] = 3
    with pytest.raises(LetterError) as caught:
        LetterSnapshot.from_json(json.dumps(value).encode())
    assert caught.value.code == "SURAT-06"


def test_a_letter_with_a_missing_value_is_never_printed(definitions) -> None:
    values = {**samples.VALUES["sku"], "keperluan": "", "berdiri_sejak": "19"}
    snapshot = resolve(definitions["sku"], samples.facts("sku", values=values))
    with pytest.raises(LetterError) as caught:
        render(snapshot, logo=None)
    assert "Berdiri sejak, Keperluan" in caught.value.user_message


def test_a_preview_shows_what_is_missing_as_dots_in_its_place(definitions) -> None:
    values = {**samples.VALUES["sku"], "keperluan": ""}
    snapshot = resolve(definitions["sku"], samples.facts("sku", values=values))
    letter = render(snapshot, logo=None, missing_ok=True)
    assert "untuk keperluan …………." in reading.running_text(letter.pdf)
    assert "keperluan" in {box.field_id for box in letter.boxes}


def test_an_office_that_is_not_set_up_cannot_issue(definitions) -> None:
    office = samples.changed(samples.OFFICE, kecamatan="")
    snapshot = resolve(definitions["sku"], samples.facts("sku", office=office))
    assert snapshot.missing() == ("Nama kecamatan",)


def test_facts_that_the_register_lacks_are_dashes_not_errors(definitions) -> None:
    resident = samples.changed(samples.TRADER, nik=None, marital_status=None)
    snapshot = resolve(definitions["sku"], samples.facts("sku", resident=resident))
    text = reading.running_text(render(snapshot, logo=None).pdf)
    assert "NIK : –" in text
    assert "Status perkawinan : –" in text


def test_an_optional_value_that_is_empty_leaves_no_row(definitions) -> None:
    values = {**samples.VALUES["sku"], "tenaga_kerja": ""}
    snapshot = resolve(definitions["sku"], samples.facts("sku", values=values))
    assert "Tenaga kerja" not in reading.running_text(render(snapshot, logo=None).pdf)
