"""The shipped list of villages: found by name, by old spelling, by code."""

from __future__ import annotations

import pytest

from nagari_kit.services.regions import RegionService


@pytest.mark.parametrize("typed", ["sungai abu", "Soengai Aboe", "abu hiliran", "13.02.17.2003"])
def test_a_nagari_is_found_as_it_is_spelled_as_it_sounds_and_by_its_code(typed: str) -> None:
    found = RegionService().search(typed)

    assert ("Sungai Abu", "Hiliran Gumanti") in {(one.name, one.kecamatan) for one in found}


def test_the_village_of_exactly_that_name_comes_first() -> None:
    assert RegionService().search("sungai pua")[0].name == "Sungai Pua"


def test_signs_alone_find_nothing() -> None:
    assert RegionService().search(" ' - ") == ()
