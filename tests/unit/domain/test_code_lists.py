"""The code lists of the population books, as the exchange format numbers them."""

from __future__ import annotations

import pytest

from nagari_kit.domain import code_lists
from nagari_kit.domain.event_reports import MovementScope
from nagari_kit.domain.residents import LifeStatus, Residency, Sex

CODES = {
    "chronic_illness": range(1, 15),
    "birth_place_kind": range(1, 6),
    "birth_kind": range(1, 5),
    "birth_helper": range(1, 5),
    "cause_of_death": range(1, 7),
    "death_helper": range(1, 5),
    "welfare": range(1, 6),
    "language": range(1, 7),
}


@pytest.mark.parametrize(("name", "codes"), CODES.items())
def test_every_code_of_the_books_has_its_words(name, codes) -> None:
    assert list(code_lists.LISTS[name]) == list(codes)
    assert all(code_lists.label(name, code) for code in codes)


def test_what_the_program_names_itself_has_its_words_in_the_lists() -> None:
    assert {int(one) for one in Sex} == set(code_lists.SEX)
    assert {int(one) for one in LifeStatus} == set(code_lists.LIFE_STATUS)
    assert {int(one) for one in Residency} == set(code_lists.RESIDENCY)
    assert {int(one.value) for one in MovementScope} == set(code_lists.MOVEMENT_SCOPE)


def test_no_two_codes_of_a_list_share_their_words() -> None:
    for name, labels in code_lists.LISTS.items():
        assert len(set(labels.values())) == len(labels), name
