"""The register: voided numbers stay, documents never change, prints are counted."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import UUID

import pytest

from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letters import LetterFilter, LetterStatus
from nagari_kit.errors import ConflictError, InputError, NotFoundError


def test_a_voided_number_stays_in_the_register_and_is_never_given_again(workspace, sku):
    letter = workspace.issuing.issue(sku)

    voided = workspace.register.void(letter.id, "Salah menulis keperluan")

    assert voided.status is LetterStatus.VOIDED
    assert voided.number == letter.number
    assert (voided.void_reason, voided.voided_by) == ("Salah menulis keperluan", "Rina Marlina")
    assert voided.voided_at == workspace.clock.now()
    row = workspace.register.page(LetterFilter(status=LetterStatus.VOIDED), 0, 10).rows[0]
    assert row.number == letter.number
    assert workspace.issuing.issue(sku).sequence == letter.sequence + 1


def test_the_province_is_told_which_number_was_voided_and_why(workspace, sku):
    letter = workspace.issuing.issue(sku)
    workspace.register.void(letter.id, "Salah menulis keperluan")

    with workspace.context.store.read() as reader:
        life = reader.events.incarnation()
        last = reader.events.after(life.inc, reader.events.head()[0] - 1, 5)[-1]
    told = json.loads(last.body)["d"]
    assert last.type == "letter.voided"
    assert told == {
        "letter_id": letter.id.hex,
        "number": letter.number,
        "reason": "Salah menulis keperluan",
    }


@pytest.mark.parametrize("reason", ["", "    ", "a b", "12 4"])
def test_voiding_asks_for_a_reason_that_says_something(workspace, sku, reason):
    letter = workspace.issuing.issue(sku)

    with pytest.raises(InputError) as refusal:
        workspace.register.void(letter.id, reason)

    assert "reason" in refusal.value.fields
    assert workspace.register.get(letter.id).status is LetterStatus.ISSUED


def test_a_letter_is_voided_once(workspace, sku):
    letter = workspace.issuing.issue(sku)
    workspace.register.void(letter.id, "Salah menulis keperluan")

    with pytest.raises(ConflictError):
        workspace.register.void(letter.id, "Sekali lagi dibatalkan")

    assert workspace.register.get(letter.id).void_reason == "Salah menulis keperluan"


def test_a_reprint_after_the_office_changed_gives_the_same_bytes(workspace, sku):
    letter = workspace.issuing.issue(sku)
    before = workspace.register.document(letter.id)

    profile = workspace.office.profile()
    workspace.office.save_profile(replace(profile, name="Koto Baru", unit="KB"))
    workspace.register.void(letter.id, "Nama kantor sudah berganti")

    assert workspace.register.document(letter.id) == before


def test_prints_are_counted(workspace, sku):
    letter = workspace.issuing.issue(sku)

    workspace.register.record_print(letter.id, "Printer kantor", 1)
    printed = workspace.register.record_print(letter.id, "Printer kantor", 2)

    assert printed.print_count == workspace.register.get(letter.id).print_count
    assert printed.print_count in {2, 3}
    with pytest.raises(InputError):
        workspace.register.record_print(letter.id, "Printer kantor", 0)


def test_a_number_is_found_however_its_blanks_are_typed(workspace, sku):
    letter = workspace.issuing.issue(sku)

    assert workspace.register.find(f"  {letter.number} ").id == letter.id
    assert workspace.register.find(letter.number.replace("/", " / ").lower()).id == letter.id


def test_what_is_not_in_the_register_is_said_to_be_so(workspace):
    with pytest.raises(NotFoundError):
        workspace.register.find("400.10.2.2/999/KN/2026")
    with pytest.raises(NotFoundError):
        workspace.register.document(LetterId(UUID(int=5)))
    with pytest.raises(NotFoundError):
        workspace.register.void(LetterId(UUID(int=5)), "Alasan yang cukup panjang")


def test_the_register_is_searched_by_name_and_number(workspace, sku):
    letter = workspace.issuing.issue(sku)

    assert workspace.register.page(LetterFilter(text="syafrial"), 0, 10).total == 1
    assert workspace.register.page(LetterFilter(text=letter.number), 0, 10).total == 1
    assert workspace.register.page(LetterFilter(text="bukan siapa-siapa"), 0, 10).total == 0
    assert workspace.register.page(LetterFilter(year=2026, month=11), 0, 10).total == 1
    assert workspace.register.page(LetterFilter(year=2026, month=10), 0, 10).total == 0
