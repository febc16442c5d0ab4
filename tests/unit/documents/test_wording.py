"""How facts are written on paper."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.documents.filters import apply_filters
from nagari_kit.documents.letter import resolve
from nagari_kit.documents.people import resident_person
from nagari_kit.documents.person_attributes import ATTRIBUTES
from nagari_kit.documents.templates import TemplateError, parse_template
from nagari_kit.documents.variables import LISTS, VARIABLES
from nagari_kit.documents.wording import clean, clean_lines, typeset
from nagari_kit.domain.addresses import quiet_address
from tests.unit.documents import samples


@pytest.mark.parametrize(
    ("names", "value", "written"),
    [
        (("tanggal",), "2026-11-24", "24 November 2026"),
        (("jumlah",), "3", "3 (tiga)"),
        (("jumlah",), "1000", "1000 (seribu)"),
        (("jumlah",), "21", "21 (dua puluh satu)"),
        (("jumlah",), "111", "111 (seratus sebelas)"),
        (("jumlah",), "2019", "2019 (dua ribu sembilan belas)"),
        (("rupiah",), "1250000", "Rp1.250.000"),
        (("per_bulan",), "900000", "Rp900.000 per bulan"),
        (("per_bulan",), "tidak tetap", "tidak tetap"),
        (("sambungan",), "Pengajuan KUR.", "pengajuan KUR"),
        (("sambungan",), "KUR mikro", "KUR mikro"),
        (("kapital",), "koto contoh", "KOTO CONTOH"),
        (("judul",), "koto contoh", "Koto Contoh"),
        (("jumlah", "kapital"), "", ""),
    ],
)
def test_filters_write_as_official_letters_do(names, value, written) -> None:
    assert apply_filters(value, names).replace("\u00a0", " ") == written


def test_an_address_breaks_at_its_commas_only() -> None:
    written = apply_filters("Jorong Koto Tangah, Nagari Koto Contoh", ("alamat",))
    assert written.split(" ") == ["Jorong\u00a0Koto\u00a0Tangah,", "Nagari\u00a0Koto\u00a0Contoh"]


def test_braces_and_stars_of_a_template_come_in_pairs() -> None:
    assert [part.text for part in parse_template("{{a}}")] == ["{", "a", "}"]
    for wrong in ("{a", "a}", "**a", "{A}", "{a.b.c.d}", "{}"):
        with pytest.raises(TemplateError):
            parse_template(wrong)


def test_every_name_of_the_table_can_be_read_and_has_a_sample() -> None:
    facts = samples.facts("sktm")
    for variable in VARIABLES.values():
        assert variable.label
        assert variable.sample
        assert isinstance(variable.read(facts), str)
    for people in LISTS.values():
        for person in people(facts):
            assert all(ATTRIBUTES[name].read(person, facts) for name in ("nama", "nik", "hubungan"))


def test_a_child_is_listed_with_the_dependants_but_its_parents_are_not() -> None:
    names = [one.name.name for one in LISTS["anggota"](samples.facts("sktm"))]
    assert names == ["Nabila Putri Ramadhani", "Fikri Alhamdi", "Rosmaini"]


@pytest.mark.parametrize(
    ("born", "occupation", "listed"),
    [
        (date(2008, 11, 25), 88, True),
        (date(2008, 11, 24), 88, False),
        (date(2000, 1, 1), 9, False),
        (date(2000, 1, 1), 2, True),
        (date(2000, 1, 1), 3, True),
        (date(1950, 1, 1), 4, False),
        (date(2000, 1, 1), None, False),
        (None, 88, False),
    ],
)
def test_only_minors_and_people_without_work_are_called_dependants(
    born, occupation, listed
) -> None:
    sister = samples.person(8, "Aisyah", family_relation=4, birth_date=born, occupation=occupation)
    members = (*samples.FAMILY.members, sister)
    facts = samples.facts("sktm", family=samples.changed(samples.FAMILY, members=members))
    assert ("Aisyah" in {one.name.name for one in LISTS["anggota"](facts)}) is listed


def test_a_grown_child_with_work_is_nobodys_dependant_on_the_own_letter() -> None:
    grown = samples.changed(samples.CHILD, birth_date=date(2000, 8, 12), occupation=88)
    family = samples.changed(samples.FAMILY, members=(samples.FATHER, samples.MOTHER, grown))
    facts = samples.facts("sktm", resident=grown, family=family)
    assert LISTS["anggota"](facts) == ()
    assert VARIABLES["keluarga.ada_anggota"].read(facts) == "tidak"


@pytest.mark.parametrize("occupation", [4, 5, 6, 7, 15, 16, 17, 18])
@pytest.mark.parametrize("earner", ["father", "mother", "head"])
def test_a_family_with_a_salary_is_not_said_to_lack_a_steady_income(
    definitions, earner, occupation
) -> None:
    base = samples.MOTHER if earner == "mother" else samples.FATHER
    paid = samples.changed(base, occupation=occupation)
    family = samples.changed(samples.FAMILY, members=(paid, samples.CHILD))
    facts = samples.facts("sktm", family=family)
    if earner == "head":
        facts = samples.facts("sktm", resident=paid, family=family)
    else:
        facts = samples.facts("sktm", family=samples.changed(family, **{earner: paid}))
    words = str(resolve(definitions["sktm"], facts).body)
    assert "penghasilan tetap" not in words
    assert "hidup sederhana" in words


def test_a_steady_income_is_denied_only_where_the_work_of_the_head_is_known() -> None:
    said = VARIABLES["keluarga.keadaan"].read
    assert "tidak mempunyai penghasilan tetap" in said(samples.facts("sktm"))
    unknown = samples.changed(samples.FAMILY, father=None, mother=None, members=(samples.CHILD,))
    assert said(samples.facts("sktm", family=unknown)) == "hidup sederhana"


def test_a_grown_up_is_not_listed_in_the_own_family() -> None:
    facts = samples.facts("sktm", resident=samples.FATHER)
    names = [one.name.name for one in LISTS["anggota"](facts)]
    assert names == ["Yusmaniar", "Nabila Putri Ramadhani", "Fikri Alhamdi", "Rosmaini"]


@pytest.mark.parametrize(
    ("born", "written"),
    [
        (date(2012, 11, 24), "14 tahun"),
        (date(2012, 11, 25), "13 tahun"),
        (date(2026, 3, 24), "8 bulan"),
        (None, ""),
        (date(2027, 1, 1), ""),
    ],
)
def test_ages_are_whole_on_the_day_of_the_letter(born, written) -> None:
    facts = samples.facts("sktm")
    person = resident_person(samples.person(9, "x", birth_date=born), jorong="", household=None)
    age = ATTRIBUTES["umur"].read(person, facts)
    assert age.replace("\u00a0", " ") == written


def test_a_child_whose_parents_are_not_registered_shows_their_names(definitions) -> None:
    family = samples.changed(samples.FAMILY, father=None, mother=None)
    snapshot = resolve(definitions["sktm"], samples.facts("sktm", family=family))
    table = snapshot.body[3]
    assert [cell[0].text for cell in table.rows[0]] == ["Nama", "Syafrial", "Yusmaniar"]
    assert [cell[0].text for cell in table.rows[1]] == ["NIK", "–", "–"]


def test_text_of_the_register_is_one_line_without_hidden_signs() -> None:
    assert clean(" Desi\u200b \t Mar\u202elina\r\n\x00B\u0065\u0301 ") == "Desi Marlina Bé"
    assert clean_lines("satu \n\n dua\u2028tiga") == "satu\ndua\ntiga"


def test_amounts_are_read_as_people_write_them() -> None:
    written = [
        "900000",
        "Rp900.000",
        "Rp. 900.000,00",
        "rp 900.000,-",
        "9.00.000",
        "setengah",
        "-5",
    ]
    assert [apply_filters(text, ("rupiah",)) for text in written] == [
        *["Rp900.000"] * 4,
        *written[4:],
    ]


@pytest.mark.parametrize(
    ("sheet", "paper"),
    [
        ("JALAN RAYA NO. 5", "Jalan Raya No. 5"),
        ("JL. SURAU GADANG GG. II RT 01/RW 02", "Jl. Surau Gadang Gg. II RT 01/RW 02"),
        ("PERUM BTN BLOK B 12A", "Perum BTN Blok B 12A"),
        ("SIMPANG JUA'AI, DEPAN SDN 05", "Simpang Jua'ai, Depan SDN 05"),
        ("Jalan PDAM lama", "Jalan PDAM lama"),
    ],
)
def test_a_street_in_capitals_is_quiet_on_paper(sheet, paper) -> None:
    assert quiet_address(sheet) == paper


@given(st.text(max_size=60) | st.text(alphabet=" aB.,\t\n\u00a0\u2003", max_size=30))
def test_a_clean_text_stays_as_it_is_and_has_single_blanks(text) -> None:
    once = clean_lines(text)
    assert clean_lines(once) == once
    assert "  " not in once
    assert once.strip(" \n") == once


@pytest.mark.parametrize(
    ("typed", "together"),
    [
        ("tanggal 19 November 2026 hal", "19 November 2026"),
        ("Peraturan Nagari Nomor 3 Tahun 2025", "Nomor 3"),
        ("lahir 10 (sepuluh) orang", "10 (sepuluh)"),
        ("sebesar Rp 900", "Rp 900"),
    ],
)
def test_typed_dates_and_numbers_do_not_part_over_two_lines(typed, together) -> None:
    set_text = typeset(typed)
    assert together.replace(" ", "\u00a0") in set_text
    assert set_text.replace("\u00a0", " ") == typed
