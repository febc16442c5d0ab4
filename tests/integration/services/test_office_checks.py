"""What is entered about the office is put in order, or refused beside its field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nagari_kit.domain.names import PersonName
from nagari_kit.errors import InputError
from nagari_kit.services.office_checks import checked_officer, checked_profile
from tests.integration.services.sample_office import officers, profile


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (
            PersonName("Drs. H. Yusrizal Dt. Bandaro, S.Sos., M.Si."),
            PersonName("Yusrizal", "Drs. H.", "S.Sos., M.Si.", "Dt. Bandaro"),
        ),
        (PersonName("H. Yusrizal", "H.", "S.E."), PersonName("Yusrizal", "H.", "S.E.")),
        (PersonName(" M.  Iqbal "), PersonName("M. Iqbal")),
        (PersonName("Armen", "", "S.Pd.", "Sutan Mangkuto"),) * 2,
    ],
)
def test_titles_typed_into_the_name_find_their_places(typed, stored) -> None:
    assert checked_officer(replace(officers()[0], name=typed)).name == stored


@pytest.mark.parametrize("unit", ["<b>/&", "K/N", "{urut}", "x" * 21])
def test_the_offices_sign_in_a_number_holds_no_other_marks(unit) -> None:
    with pytest.raises(InputError) as refusal:
        checked_profile(replace(profile(), unit=unit))
    assert set(refusal.value.fields) == {"unit"}


@pytest.mark.parametrize("unit", ["KN", "Kesra-1", "WN. KT", ""])
def test_an_ordinary_sign_of_the_office_is_kept(unit) -> None:
    assert checked_profile(replace(profile(), unit=unit)).unit == unit
