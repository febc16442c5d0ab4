"""The office keeps filters of its list under names, and they count who is in them today."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.residents import (
    KtpStanding,
    LifeStatus,
    Residency,
    ResidentFilter,
    Sex,
)
from nagari_kit.domain.saved_filters import as_text, from_text
from nagari_kit.errors import InputError
from nagari_kit.services.saved_filters import LONGEST, MOST

FILTERS = st.builds(
    ResidentFilter,
    text=st.text(max_size=9),
    jorong_id=st.none() | st.uuids().map(JorongId),
    age_from=st.none() | st.integers(0, 120),
    sex=st.none() | st.sampled_from(Sex),
    all_statuses=st.booleans(),
    life_status=st.none() | st.sampled_from(LifeStatus),
    residency=st.none() | st.sampled_from(Residency),
    ktp=st.none() | st.sampled_from(KtpStanding),
    religion=st.none() | st.integers(1, 7),
    suku=st.text(max_size=9),
    without_nik=st.booleans(),
)


@given(FILTERS)
def test_a_kept_filter_is_the_one_that_was_set(wanted):
    assert from_text(as_text(wanted)) == wanted


def test_a_filter_of_a_newer_program_still_opens():
    assert from_text('{"sex": 2, "hair": "red"}') == ResidentFilter(sex=Sex.FEMALE)


def test_filters_are_kept_under_their_name_with_todays_count(workspace):
    women = ResidentFilter(sex=Sex.FEMALE)
    workspace.filters.save("  Ibu-ibu  ", women)
    workspace.filters.save("Anak", ResidentFilter(age_to=16))
    kept = workspace.filters.counted()

    assert [one.kept.name for one in kept] == ["Anak", "Ibu-ibu"]
    assert kept[1].kept.wanted == women
    assert kept[1].people == workspace.residents.page(women, 0, 1).total > 0


def test_a_name_that_is_taken_takes_the_new_filter(workspace):
    first, _ = workspace.filters.save("Lansia", ResidentFilter(age_from=60))
    again, _ = workspace.filters.save("LANSIA", ResidentFilter(age_from=65))
    (kept,) = workspace.filters.counted()
    assert first.id == again.id == kept.kept.id
    assert kept.kept.wanted.age_from == 65

    workspace.filters.remove(kept.kept.id)
    assert workspace.filters.counted() == ()


@pytest.mark.parametrize("name", ["", "   ", "x" * (LONGEST + 1)])
def test_a_filter_needs_a_name_that_fits_its_tab(workspace, name):
    with pytest.raises(InputError) as refused:
        workspace.filters.save(name, ResidentFilter())
    assert set(refused.value.fields) == {"name"}


def test_there_are_no_more_tabs_than_one_can_read(workspace):
    for number in range(MOST):
        workspace.filters.save(f"Saringan {number}", ResidentFilter(age_from=number))
    with pytest.raises(InputError):
        workspace.filters.save("Satu lagi", ResidentFilter())
