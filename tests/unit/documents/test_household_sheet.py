"""The data sheet of a household: one page, whole numbers, what is missing, who confirms it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pypdfium2
import pytest

from nagari_kit.documents.household_sheet import SheetFacts, render_household_sheet
from nagari_kit.domain.family_tree import read_family
from nagari_kit.domain.household_checks import check_household
from nagari_kit.domain.household_record import HouseholdRecord
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household, Resident, Sex
from tests.unit.documents.test_lineage import OFFICE

DAY = date(2026, 11, 24)
HOME = Household(HouseholdId(UUID(int=1)), "1306990103150001", "Jalan Surau Gadang", rt="003")


def member(number: int, name: str) -> Resident:
    return Resident(
        ResidentId(UUID(int=number)),
        PersonName(name),
        nik=f"130699010180{number:04d}",
        sex=Sex.MALE,
        birth_date=date(1980, 1, 1),
        family_relation=1 if number == 1 else 4,
    )


def words_of(members: list[Resident]) -> list[str]:
    record = HouseholdRecord(
        HOME,
        "Koto Tangah",
        tuple(members),
        read_family(members),
        {},
        check_household(HOME, members, DAY),
        (),
    )
    pdf = render_household_sheet(SheetFacts(record, OFFICE, DAY, "Rina Marlina"))
    document = pypdfium2.PdfDocument(pdf)
    words = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return words


@pytest.mark.parametrize("count", [1, 7, 12])
def test_a_family_stands_on_one_page_with_every_number_whole(count) -> None:
    members = [member(number, f"Warga Nomor {number}") for number in range(1, count + 1)]
    pages = words_of(members)
    assert len(pages) == 1
    assert all(one.nik in pages[0] for one in members)
    assert "1306990103150001" in pages[0]
    assert "Jalan Surau Gadang, RT 003, Jorong Koto Tangah" in pages[0]
    assert "Sudah dibaca dan dibenarkan" in pages[0]


def test_a_home_for_forty_goes_on_over_pages_and_loses_nobody() -> None:
    members = [member(number, f"Warga Nomor {number}") for number in range(1, 41)]
    pages = words_of(members)
    assert len(pages) > 1
    assert all(any(one.nik in page for page in pages) for one in members)
    assert "Lembar 2 dari" in pages[1]


def test_what_is_missing_is_listed() -> None:
    pages = words_of([replace(member(1, "Hendri"), nik=None)])
    assert "Hendri belum punya NIK" in pages[0]
