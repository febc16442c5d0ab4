"""Letter numbers: patterns of real offices, counters, and what would give one number twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.numbering import (
    NumberFacts,
    comparable,
    next_sequence,
    pattern_fault,
    render_number,
    rule_faults,
    rule_for,
    series_of,
    settings_faults,
)
from nagari_kit.domain.office import NumberingSettings, NumberRule

FACTS = NumberFacts("400.10.2.2", "SKU", "WN-KA", "13.06.99.2001", date(2026, 4, 9))


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{kode}/{urut:3}/TUU/{tahun}", "400.10.2.2/007/TUU/2026"),
        ("{kode}/{urut}/{unit}/{bulan_romawi}/{tahun}", "400.10.2.2/7/WN-KA/IV/2026"),
        ("475 / {urut:4} / NGR-Pkl / {tahun}", "475 / 0007 / NGR-Pkl / 2026"),
        ("{urut:0}/{jenis}/{unit}/{tahun}", "7/SKU/WN-KA/2026"),
        ("{kode_desa}/{bulan}/{urut:2}/{tahun}", "13.06.99.2001/04/07/2026"),
    ],
)
def test_the_forms_that_offices_use_can_be_written(pattern, number):
    assert pattern_fault(pattern, resets_yearly=True) == ""
    assert render_number(pattern, 7, FACTS) == number


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("", "belum diisi"),
        ("   ", "belum diisi"),
        ("{urut}/{tahun}" + "x" * 80, "80 huruf"),
        ("{kode}/{tahun}", "nomor urut"),
        ("{urut}/{urut:3}/{tahun}", "nomor urut"),
        ("{urut:7}/{tahun}", "“urut:7”"),
        ("{nomor}/{tahun}", "“nomor”"),
        ("{urut/{tahun}", "Kurung"),
        ("{urut}}/{tahun}", "Kurung"),
        ("{urut}<b>/{tahun}", "huruf"),
        ("{urut:3}/{unit}", "tahunnya"),
    ],
)
def test_a_pattern_that_cannot_number_letters_is_refused(pattern, word):
    assert word in pattern_fault(pattern, resets_yearly=True)


def test_a_counter_that_never_resets_needs_no_year():
    assert pattern_fault("{urut:3}/{unit}", resets_yearly=False) == ""


def test_each_wrong_part_of_a_rule_is_named():
    wrong = NumberRule("{kode}", "dusun", "month", 0, "470<")

    assert set(rule_faults(wrong)) == {"pattern", "scope", "reset", "start", "classification"}
    assert rule_faults(NumberRule()) == {}


KINDS = {
    "sktm": replace(FACTS, kind="SKTM"),
    "sku": replace(FACTS, classification="500.3"),
}


@pytest.mark.parametrize(
    ("rule", "own", "field"),
    [
        (NumberRule("{urut:3}/{unit}/{tahun}"), {}, "pattern"),
        (NumberRule("{urut:3}/{unit}/{tahun}", scope="code"), {}, "pattern"),
        (NumberRule(classification="470"), {}, "pattern"),
        (
            NumberRule(scope="office"),
            {"sku": NumberRule("400.10.2.2/{urut}/{unit}/{tahun}", scope="type")},
            "sku.pattern",
        ),
        (NumberRule("{urut:3}/{unit}/{tahun}", scope="office"), {}, ""),
        (NumberRule("{urut:3}/{jenis}/{tahun}"), {}, ""),
        (NumberRule("{jenis}/{urut}/{tahun}", classification="470"), {}, ""),
        (NumberRule(classification="470", scope="code"), {}, ""),
        (
            NumberRule("{urut:3}/{unit}/{tahun}"),
            {"sku": NumberRule("{urut:3}/SKU/{tahun}")},
            "",
        ),
    ],
)
def test_letters_that_count_apart_must_not_print_one_number(rule, own, field):
    faults = settings_faults(NumberingSettings(rule, own), KINDS)
    assert set(faults) == ({field} if field else set())
    if field:
        assert "SKTM dan SKU mendapat nomor yang sama" in faults[field]


def test_counters_run_per_type_per_code_or_for_the_office():
    rule = NumberRule()
    assert series_of(rule, "sku", "500.3", FACTS.issue_date).name == "type:sku"
    assert series_of(replace(rule, scope="code"), "sku", "500.3", FACTS.issue_date).name == (
        "code:500.3"
    )
    office = series_of(replace(rule, scope="office", reset="never"), "sku", "", FACTS.issue_date)
    assert (office.name, office.year) == ("office", 0)


def test_a_type_may_have_a_rule_of_its_own():
    own = NumberRule(start=12)
    settings = NumberingSettings(NumberRule(), {"sktm": own})

    assert rule_for(settings, "sktm") is own
    assert rule_for(settings, "sku") == NumberRule()


@given(st.integers(1, 5000), st.lists(st.integers(1, 3), max_size=30))
def test_numbers_of_a_series_only_ever_go_up(start, voided):
    rule = NumberRule(start=start)
    given_out: list[int] = []
    for _ in [*voided, 1]:
        given_out.append(next_sequence(rule, max(given_out, default=None)))

    assert given_out == list(range(start, start + len(given_out)))


@given(st.integers(1, 999_999), st.integers(1, 999_999))
def test_two_counters_never_give_one_number(first, second):
    numbers = {render_number("{kode}/{urut:3}/{tahun}", one, FACTS) for one in (first, second)}

    assert len(numbers) == len({first, second})


def test_a_number_is_compared_without_blanks_and_capitals():
    assert comparable(" 475 / 0007 / NGR-Pkl ") == comparable("475/0007/ngr-pkl")


def test_a_rule_that_is_wrong_by_itself_is_told_before_the_rules_are_compared():
    wrong = NumberRule(pattern="{tahun}")
    faults = settings_faults(NumberingSettings(wrong, {"sku": wrong}), KINDS)
    assert set(faults) == {"pattern", "sku.pattern"}
