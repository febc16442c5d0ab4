"""Forms that citizens sign themselves take no number of the office and wait for no signature."""

from __future__ import annotations

import pytest

from nagari_kit.domain.letters import LetterFilter, LetterInput, LetterPerson
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.errors import ConflictError
from tests.integration.services.test_letter_issue import text_of

VALUES = {
    "tanggal_akad": "2026-12-20",
    "jam_akad": "09:00",
    "tempat_akad": "Surau Gadang",
    "tempat_pencatatan": "KUA Kecamatan Batang Contoh",
}


@pytest.fixture
def form(child) -> LetterInput:
    people = {"calon": (LetterPerson(outsider=Outsider(PersonName("Rizki Ananda"))),)}
    return LetterInput("n2", child, VALUES, people=people)


def test_such_a_form_is_filed_without_a_number_and_the_counter_stands_still(workspace, form, sku):
    first, second = workspace.issuing.issue(form), workspace.issuing.issue(form)

    assert (first.number, first.sequence, first.number_mode) == ("", None, "none")
    assert (first.signer_name, first.signer_position) == ("", "")
    assert first.id != second.id
    text = text_of(workspace.register.document(first.id))
    assert "Nomor :" not in text
    assert "draf" not in text.casefold()
    assert workspace.issuing.issue(sku).sequence == 1
    assert workspace.register.page(LetterFilter(), 0, 9).total == 3
    with workspace.context.store.read() as reader:
        assert reader.letters.at_odds() == ()


def test_it_waits_neither_for_a_signature_nor_for_a_number(workspace, form):
    letter = workspace.issuing.issue(form)

    assert workspace.desk.to_sign() == ()
    assert workspace.hand_numbers.waiting() == ()
    with pytest.raises(ConflictError):
        workspace.hand_numbers.enter(letter.id, "7")


def test_its_change_is_told_in_words_where_others_are_called_by_their_number(workspace, form, sku):
    workspace.issuing.issue(form)
    letter = workspace.issuing.issue(sku)

    told = [one.subject for one in workspace.sync.changes(2)]
    assert told == [letter.number, "tanpa nomor"]
