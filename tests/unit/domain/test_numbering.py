"""Letter numbers: patterns of real offices, counters, and what would give one number twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.number_rules import rule_faults, settings_faults
from nagari_kit.domain.numbering import (
    NumberFacts,
    blank_number,
    comparable,
    next_sequence,
    pattern_fault,
    period_of,
    render_number,
    rule_for,
    sequence_in,
    series_of,
)
from nagari_kit.domain.office import INCOMING, OFFICIAL, NumberingSettings, NumberRule

FACTS = NumberFacts("400.10.2.2", "SKU", "WN-KA", "13.06.99.2001", date(2026, 4, 9), "WN-KA-UG")


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{kode}/{urut:3}/TUU/{tahun}", "400.10.2.2/007/TUU/2026"),
        ("{kode}/{urut}/{unit}/{bulan_romawi}/{tahun}", "400.10.2.2/7/WN-KA/IV/2026"),
        ("475 / {urut:4} / NGR-Pkl / {tahun}", "475 / 0007 / NGR-Pkl / 2026"),
        ("{urut:0}/{jenis}/{unit}/{tahun}", "7/SKU/WN-KA/2026"),
        ("{kode_desa}/{bulan}/{urut:2}/{tahun}", "13.06.99.2001/04/07/2026"),
        ("{kode}/ {urut:3} /{wn}/{bulan_romawi}/{tahun:2}", "400.10.2.2/ 007 /WN-KA-UG/IV/26"),
    ],
)
def test_the_forms_that_offices_use_can_be_written(pattern, number):
    assert pattern_fault(pattern, "year") == ""
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
        ("{kode}{urut}/{tahun}", "111"),
        ("{kode}/{urut} {tahun}", "111"),
        ("7{urut}/{tahun}", "111"),
    ],
)
def test_a_pattern_that_cannot_number_letters_is_refused(pattern, word):
    assert word in pattern_fault(pattern, "year")


def test_a_roman_month_may_stand_beside_the_counter():
    assert pattern_fault("{bulan_romawi}{urut}/{tahun}", "year") == ""


def test_a_counter_that_never_resets_needs_no_year():
    assert pattern_fault("{urut:3}/{unit}", "never") == ""


def test_a_counter_of_the_month_is_refused_without_its_month_and_shows_the_double():
    rule = NumberRule("{urut:3}/{jenis}/{tahun}", reset="month")
    told = settings_faults(NumberingSettings(rule), KINDS)["pattern"]
    assert "001/SKTM/2026" in told
    assert "bulan ini dan bulan depan" in told
    assert pattern_fault("{urut:3}/{bulan}/{tahun}", "month") == ""


def test_each_wrong_part_of_a_rule_is_named():
    wrong = NumberRule("{kode}", "dusun", "week", 0, "470<", unit="<", mode="?")

    assert set(rule_faults(wrong)) == {
        "pattern", "scope", "reset", "start", "classification", "unit", "mode",
    }  # fmt: skip
    assert set(rule_faults(NumberRule(scope="group"))) == {"group_name"}
    assert rule_faults(NumberRule()) == {}


KINDS = {
    "sktm": replace(FACTS, kind="SKTM"),
    "sku": replace(FACTS, classification="500.3"),
}


BY_TYPE = NumberRule(scope="type")


@pytest.mark.parametrize(
    ("rule", "own", "field", "example"),
    [
        (NumberRule("{urut:3}/{unit}/{tahun}", scope="type"), {}, "pattern", "001/WN-KA/2026"),
        (NumberRule("{urut:3}/{unit}/{tahun}", scope="code"), {}, "pattern", "001/WN-KA/2026"),
        (replace(BY_TYPE, classification="470"), {}, "pattern", "470/001/WN-KA/2026"),
        (
            NumberRule(scope="office"),
            {"sku": NumberRule("400.10.2.2/{urut}/{unit}/{tahun}", scope="type")},
            "sku.pattern",
            "400.10.2.2/100/WN-KA/2026",
        ),
        (NumberRule("{urut:3}/{unit}/{tahun}", scope="office"), {}, "", ""),
        (NumberRule("{urut:3}/{jenis}/{tahun}", scope="type"), {}, "", ""),
        (NumberRule("{jenis}/{urut}/{tahun}", scope="type", classification="470"), {}, "", ""),
        (NumberRule(classification="470", scope="code"), {}, "", ""),
        (
            NumberRule("{urut:3}/{unit}/{tahun}", scope="type"),
            {"sku": NumberRule("{urut:3}/SKU/{tahun}", scope="type")},
            "",
            "",
        ),
        (NumberRule(), {"sku": replace(BY_TYPE, classification="470", unit="PEL")}, "", ""),
    ],
)
def test_letters_that_count_apart_must_not_print_one_number(rule, own, field, example):
    faults = settings_faults(NumberingSettings(rule, own), KINDS)
    assert set(faults) == ({field} if field else set())
    if field:
        assert "SKTM dan SKU mendapat nomor yang sama" in faults[field]
        assert example in faults[field]


def test_one_type_may_not_print_a_number_in_two_of_its_periods():
    settings = NumberingSettings(
        NumberRule("{urut}/{jenis}/{bulan}/{tahun}", scope="type", reset="month"),
        {"sku": NumberRule("{urut}/{jenis}/{tahun}", scope="code", reset="month")},
    )
    assert "sku.pattern" in settings_faults(settings, KINDS)


def test_types_and_official_letters_share_a_counter_by_its_name():
    shared = NumberRule("{urut:3}/{unit}/{tahun}", scope="group", group_name="Umum")
    settings = NumberingSettings(
        NumberRule("{urut:3}/{jenis}/{tahun}", scope="type"),
        {"sku": shared, OFFICIAL: replace(shared, group_name=" umum ")},
    )
    kinds = KINDS | {"undangan": replace(FACTS, kind="UND")}

    assert settings_faults(settings, kinds, frozenset({"undangan"})) == {}
    apart = replace(settings, by_type={**settings.by_type, OFFICIAL: replace(shared, unit="X")})
    other = {**settings.by_type, OFFICIAL: replace(shared, group_name="Dinas")}
    assert settings_faults(apart, kinds, frozenset({"undangan"})) == {}
    faults = settings_faults(NumberingSettings(settings.default, other), kinds, {"undangan"})
    assert "SKU dan UND" in next(iter(faults.values()))


def test_agenda_numbers_need_no_pattern():
    agenda = NumberRule("", scope="office")
    assert settings_faults(NumberingSettings(NumberRule(), {INCOMING: agenda}), KINDS) == {}


def test_counters_run_per_type_per_code_for_the_office_or_a_group():
    day = FACTS.issue_date

    def name(**changed):
        series = series_of(NumberRule(**changed), "sku", "500.3", day)
        return series.name, series.year

    assert name(scope="type") == ("type:sku", 2026)
    assert name(scope="code") == ("code:500.3", 2026)
    assert name(scope="group", group_name=" Umum ") == ("group:umum", 2026)
    assert name(scope="office", reset="never") == ("office", 0)
    assert name(scope="office", reset="month") == ("office#04", 2026)


def test_a_type_may_have_a_rule_of_its_own_and_official_letters_theirs():
    own, official = NumberRule(start=12), NumberRule(unit="Umum")
    settings = NumberingSettings(NumberRule(), {"sktm": own, OFFICIAL: official})

    assert rule_for(settings, "sktm") is own
    assert rule_for(settings, "sktm", official=True) is own
    assert rule_for(settings, "sku") == NumberRule()
    assert rule_for(settings, "undangan", official=True) is official


@pytest.mark.parametrize(
    ("reset", "start_year", "day", "first"),
    [
        ("year", 2026, date(2026, 12, 31), 146),
        ("year", 2026, date(2027, 1, 1), 1),
        ("year", 0, date(2027, 1, 1), 146),
        ("month", 202611, date(2026, 11, 2), 146),
        ("month", 202611, date(2026, 12, 1), 1),
        ("never", 0, date(2031, 1, 1), 146),
    ],
)
def test_a_start_in_midyear_counts_once(reset, start_year, day, first):
    rule = NumberRule(reset=reset, start=146, start_year=start_year)
    assert next_sequence(rule, None, day) == first
    assert next_sequence(rule, 200, day) == 201
    assert (period_of(rule, day) == 0) is (reset == "never")


@pytest.mark.parametrize(
    ("pattern", "typed", "sequence"),
    [
        ("{kode}/{urut:3}/{unit}/{tahun}", "400.10.2.2/045/wn-ka/2026", 45),
        ("{kode} / {urut} / {unit} / {tahun}", "400.10.2.2/45/WN-KA/2026", 45),
        ("{kode}/{urut:3}/{unit}/{tahun}", " 45 ", 45),
        ("{kode}/{urut:3}/{unit}/{tahun}", "400.10.2.2/045/WN-KA/2025", None),
        ("{kode}/{urut:3}/{unit}/{tahun}", "400.10.2.2/x/WN-KA/2026", None),
        ("{kode}/{urut:3}/{unit}/{tahun}", "0", None),
        ("{kode}/{urut:3}/{unit}/{tahun}", "1000000", None),
    ],
)
def test_the_counter_is_found_in_a_number_that_somebody_typed(pattern, typed, sequence):
    assert sequence_in(pattern, typed, FACTS) == sequence


@given(st.integers(1, 999_999))
def test_every_number_is_read_back(sequence):
    pattern = "{kode}/ {urut:3} /{wn}/{bulan_romawi}/{tahun}"
    assert sequence_in(pattern, render_number(pattern, sequence, FACTS), FACTS) == sequence


def test_a_blank_number_keeps_room_for_the_hand():
    assert blank_number("{kode}/{urut:3}/{tahun}", FACTS) == "400.10.2.2/   /2026"


@given(st.integers(1, 5000), st.lists(st.integers(1, 3), max_size=30))
def test_numbers_of_a_series_only_ever_go_up(start, voided):
    rule = NumberRule(start=start)
    given_out: list[int] = []
    for _ in [*voided, 1]:
        given_out.append(next_sequence(rule, max(given_out, default=None), FACTS.issue_date))

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
