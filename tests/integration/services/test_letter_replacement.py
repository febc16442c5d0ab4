"""A letter is corrected only by a new one; many are issued at once, each for itself."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from nagari_kit.domain.letters import LetterFilter, LetterInput, LetterStatus, Validity
from nagari_kit.domain.office import NumberingSettings, NumberRule
from nagari_kit.errors import Cancelled, ConflictError, InputError, RuleError
from tests.integration.services.sample_office import MOVED, SKTM, SKU

MENDED = {**SKU, "nama_usaha": "Warung Sari Baru"}


def log(workspace) -> list[tuple[str, dict]]:
    with workspace.context.store.read() as reader:
        life = reader.events.incarnation().inc
        events = reader.events.after(life, 0, 9999)
    return [(one.type, json.loads(one.body)["d"]) for one in events]


def test_a_new_letter_takes_the_place_of_the_old_one_which_stays_marked_and_linked(workspace, sku):
    old = workspace.issuing.issue(sku)
    before = workspace.register.document(old.id)

    new = workspace.issuing.issue(replace(sku, values=MENDED, replaces=old.id))

    gone = workspace.register.get(old.id)
    assert gone.status is LetterStatus.VOIDED
    assert gone.void_reason == f"diganti surat nomor {new.number}"
    assert (gone.replaced_by, gone.voided_by) == (new.id, "Rina Marlina")
    assert workspace.register.get(new.id).replaces == old.id
    assert new.sequence == old.sequence + 1
    assert workspace.register.document(old.id) == before
    told = log(workspace)[-2:]
    assert [kind for kind, _ in told] == ["letter.issued", "letter.voided"]
    assert told[0][1]["replaces"] == old.id.hex
    with workspace.context.store.read() as reader:
        assert reader.letters.at_odds() == ()


def test_a_letter_that_was_void_before_keeps_its_reason_and_is_linked(workspace, sku):
    old = workspace.issuing.issue(sku)
    workspace.register.void(old.id, "nama usaha keliru")

    new = workspace.issuing.issue(replace(sku, values=MENDED, replaces=old.id))

    gone = workspace.register.get(old.id)
    assert (gone.void_reason, gone.replaced_by) == ("nama usaha keliru", new.id)


def test_a_letter_is_replaced_once_and_then_its_successor(workspace, sku):
    old = workspace.issuing.issue(sku)
    new = workspace.issuing.issue(replace(sku, values=MENDED, replaces=old.id))

    with pytest.raises(ConflictError) as refusal:
        workspace.issuing.issue(replace(sku, replaces=old.id))
    assert new.number in refusal.value.user_message

    last = workspace.issuing.issue(replace(sku, replaces=new.id))
    assert workspace.register.get(new.id).replaced_by == last.id


def test_of_many_who_replace_a_letter_at_once_one_succeeds(workspace, sku):
    old = workspace.issuing.issue(sku)

    def tried(_turn: int) -> str:
        try:
            return workspace.issuing.issue(replace(sku, replaces=old.id)).number
        except ConflictError as refusal:
            return refusal.code

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(tried, range(6)))

    new = workspace.register.get(workspace.register.get(old.id).replaced_by)
    assert sorted(answers) == sorted([new.number, *["SURAT-21"] * 5])
    assert workspace.register.page(LetterFilter(), 0, 9).total == 2


def test_a_replacement_that_is_refused_leaves_the_old_letter_as_it_was(workspace, sku):
    old = workspace.issuing.issue(sku)

    with pytest.raises(InputError):
        workspace.issuing.issue(replace(sku, values={}, replaces=old.id))

    assert workspace.register.get(old.id) == old


def test_the_draft_of_a_replacement_knows_what_it_replaces_and_is_issued_once(workspace, sku):
    old = workspace.issuing.issue(sku)
    draft = workspace.drafts.save(replace(sku, values=MENDED, replaces=old.id))
    wanted = workspace.drafts.get(draft.id).as_input()

    first = workspace.issuing.issue(wanted)
    assert workspace.issuing.issue(wanted).id == first.id
    assert first.replaces == old.id


def test_each_of_many_letters_has_its_own_number_and_one_refusal_harms_no_other(
    workspace, sku, child
):
    moved = workspace.residents.find_by_nik(MOVED).id
    told: list[tuple[int, int]] = []
    wanted = (sku, replace(sku, resident_id=moved), LetterInput("sktm", child, SKTM), sku)

    answers = workspace.issuing.issue_many(
        wanted, progress=lambda done, total, _words: told.append((done, total))
    )

    assert [one.letter.sequence if one.letter else None for one in answers] == [1, None, 1, 2]
    assert isinstance(answers[1].error, RuleError)
    assert [one.wanted for one in answers] == list(wanted)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert workspace.register.page(LetterFilter(), 0, 9).total == 3


def test_when_the_officer_cancels_what_is_issued_stays_issued(workspace, sku):
    class Wish:
        asked = 0

        def raise_if_cancelled(self) -> None:
            self.asked += 1
            if self.asked > 2:
                raise Cancelled

    answers = workspace.issuing.issue_many((sku,) * 4, token=Wish())

    assert [one.letter is not None for one in answers] == [True, True, False, False]
    assert all(isinstance(one.error, Cancelled) for one in answers[2:])
    assert workspace.register.page(LetterFilter(), 0, 9).total == 2


def test_the_register_says_whether_a_letter_may_still_be_used(workspace, sku):
    letter = workspace.issuing.issue(sku)
    void = workspace.issuing.issue(sku)
    workspace.register.void(void.id, "salah ketik")

    rows = {row.id: row for row in workspace.register.page(LetterFilter(), 0, 9).rows}
    last = letter.valid_until
    assert rows[letter.id].validity(last) is Validity.VALID
    assert rows[letter.id].validity(date.fromordinal(last.toordinal() + 1)) is Validity.OVER
    assert rows[void.id].validity(last) is Validity.VOID
    assert replace(letter, valid_until=None).validity(date(2099, 1, 1)) is Validity.VALID


def test_a_letter_with_room_for_its_number_is_replaced_and_proven_like_any_other(workspace, sku):
    workspace.numbering.save(NumberingSettings(NumberRule(mode="blank")))
    old = workspace.issuing.issue(sku)
    assert (old.number, old.sequence, old.number_mode) == ("", None, "blank")

    new = workspace.issuing.issue(replace(sku, replaces=old.id))
    workspace.hand_numbers.enter(new.id, "7")

    assert workspace.register.get(old.id).replaced_by == new.id
    assert workspace.register.get(new.id).sequence == 7
    with workspace.context.store.read() as reader:
        assert reader.letters.at_odds() == ()


def test_printing_again_counts_copies_of_the_letter_and_no_receipts(workspace, sku):
    letter = workspace.issuing.issue(sku)

    workspace.register.record_print(letter.id, "Printer kantor", 1)
    workspace.register.record_print(letter.id, "Printer kantor", 5, receipt=True)
    assert workspace.register.record_print(letter.id, "Printer kantor", 2).print_count == 3
