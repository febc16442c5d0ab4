"""Letters that name people in roles, of residents and of people of other places."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from nagari_kit.domain.doubts import DoubtRule
from nagari_kit.domain.letters import (
    SUBJECT_ROLE,
    LetterFilter,
    LetterInput,
    LetterPerson,
)
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.residents import Sex
from nagari_kit.errors import ConflictError, InputError, NotFoundError, RuleError
from tests.integration.services.sample_office import DEAD, MOTHER, SKU
from tests.integration.services.test_data_quality import the_doubt, twin  # noqa: F401 - a fixture
from tests.integration.services.test_letter_issue import text_of

DEATH = {
    "tanggal_meninggal": "2026-11-20",
    "tempat_meninggal": "Rumah sakit umum daerah",
    "hubungan_pelapor": "Anak kandung",
    "keperluan": "pengurusan akta kematian",
}
WITNESS = Outsider(
    PersonName("Zainal Arifin", gelar_adat="Dt. Marajo"),
    nik="1371010101600009",
    sex=Sex.MALE,
    birth_place="Padang",
    birth_date=date(1960, 1, 1),
    address="Jalan Khatib Sulaiman Nomor 5, Padang",
)
TASK = {
    "dasar": "Undangan Camat Batang Contoh",
    "pelaksana": json.dumps([{"nama": "Mardalena", "jabatan": "Sekretaris Nagari"}]),
    "tugas": "Menghadiri rapat koordinasi",
    "waktu": "25 November 2026",
}


@pytest.fixture
def mother(workspace):
    return workspace.residents.find_by_nik(MOTHER).id


@pytest.fixture
def death(workspace, father) -> LetterInput:
    people = {
        "pelapor": (LetterPerson(resident_id=father),),
        "saksi1": (LetterPerson(outsider=WITNESS, columns={"sebagai": "tetangga"}),),
        "saksi2": (LetterPerson(outsider=Outsider(PersonName("Amril Hasan"))),),
    }
    dead = workspace.residents.find_by_nik(DEAD).id
    return LetterInput("kematian", dead, DEATH, people=people)


def test_nobody_dead_signs_as_a_witness(workspace, death):
    dead = LetterPerson(resident_id=workspace.residents.find_by_nik(DEAD).id)
    wanted = replace(death, people={**death.people, "saksi1": (dead,)})

    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(wanted)

    assert "meninggal" in refusal.value.fields["pihak.saksi1"]
    assert workspace.register.page(LetterFilter(), 0, 1).total == 0


def test_a_letter_names_residents_and_people_of_other_places(workspace, death):
    letter = workspace.issuing.issue(death)

    text = text_of(workspace.register.document(letter.id))
    assert "Abdul Muis" in text
    assert "Syafrial Alamsyah" in text
    assert "Zainal Arifin" in text
    assert letter.resident_name == "Abdul Muis"
    assert workspace.register.people(letter.id)[0].name == "Syafrial Alamsyah"


def test_a_letter_is_found_by_anybody_whom_it_names(workspace, death, sku):
    workspace.issuing.issue(sku)
    letter = workspace.issuing.issue(death)

    for typed in ("zainal", "abdul muis", WITNESS.nik):
        rows = workspace.register.page(LetterFilter(text=typed), 0, 9).rows
        assert [row.id for row in rows] == [letter.id], typed


def test_the_page_of_a_person_shows_the_letters_that_name_him_and_as_what(
    workspace, death, father, sku
):
    own = workspace.issuing.issue(sku)
    named = workspace.issuing.issue(death)

    shown = {one.id: one for one in workspace.pages.read(father).record.letters}
    assert set(shown) == {own.id, named.id}
    assert shown[own.id].role == ""
    assert shown[named.id].role_label == "Pelapor"
    assert shown[named.id].subject_name == "Abdul Muis"
    assert "disebut dalam surat" in workspace.accesses.of(father)[0].purpose


def test_who_is_missing_is_told_in_place_and_no_number_is_taken(workspace, death):
    for people, field in (
        ({}, "pihak.pelapor"),
        ({**death.people, "pelapor": (LetterPerson(outsider=Outsider(PersonName(" "))),)},
         "pihak.pelapor"),
        ({**death.people, "tuan_rumah": death.people["pelapor"]}, "pihak.tuan_rumah"),
        ({**death.people, "saksi1": death.people["saksi1"] * 2}, "pihak.saksi1"),
        ({**death.people,
          "saksi1": (LetterPerson(outsider=replace(WITNESS, nik="13710101")),)}, "pihak.saksi1"),
    ):  # fmt: skip
        with pytest.raises(InputError) as refusal:
            workspace.issuing.issue(replace(death, people=people))
        assert set(refusal.value.fields) == {field}

    assert workspace.issuing.issue(death).sequence == 1


def test_an_heir_stands_once_in_the_list_and_twelve_of_them_fit(workspace, father, mother):
    dead = workspace.residents.find_by_nik(DEAD).id
    values = {
        "tanggal_meninggal": "2026-01-02",
        "tempat_meninggal": "Nagari Koto Contoh",
        "riwayat": "Almarhum menikah satu kali.",
        "keperluan": "pengurusan pensiun",
    }
    heir = {"hubungan": "Anak"}
    heirs = tuple(
        LetterPerson(outsider=Outsider(PersonName(f"Ahli Waris {sign}")), columns=heir)
        for sign in "ABCDEFGHIJ"
    )
    known = (LetterPerson(father, columns=heir), LetterPerson(mother, columns=heir))
    people = {
        "saksi1": (LetterPerson(outsider=WITNESS),),
        "saksi2": (LetterPerson(outsider=replace(WITNESS, name=PersonName("Amril"), nik=None)),),
    }
    wanted = LetterInput("ahli_waris", dead, values, people={**people, "ahli_waris": heirs + known})

    twice = {**people, "ahli_waris": (known[0], known[0])}
    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(wanted, people=twice))
    assert "dua kali" in refusal.value.fields["pihak.ahli_waris"]

    letter = workspace.issuing.issue(wanted)
    text = text_of(workspace.register.document(letter.id))
    assert all(f"Ahli Waris {sign}" in text for sign in "ABCDEFGHIJ")
    assert len(workspace.register.people(letter.id)) == 14


def test_what_is_unusual_about_people_is_told_and_never_refused(workspace, death, child, father):
    odd = replace(death, resident_id=father, people={"pelapor": (LetterPerson(child),)})

    doubts = workspace.previews.doubts(odd)

    assert "belum tercatat meninggal" in doubts["resident"]
    assert "17 tahun" in doubts["pihak.pelapor"]
    assert workspace.issuing.issue(odd).resident_id == father


def test_only_a_letter_about_the_dead_is_issued_for_somebody_who_died(workspace, death):
    with pytest.raises(RuleError):
        workspace.issuing.issue(LetterInput("sku", death.resident_id, SKU))


def test_a_letter_of_the_office_belongs_to_no_resident(workspace):
    letter = workspace.issuing.issue(LetterInput("surat_tugas", None, TASK))

    assert letter.resident_id is None
    assert workspace.register.page(LetterFilter(), 0, 9).rows[0].resident_id is None
    assert workspace.register.page(LetterFilter(text="mardalena"), 0, 9).total == 1
    overview = workspace.home.overview()
    assert overview.issued_today == 1
    assert [row.id for row in overview.today] == [letter.id]
    with workspace.context.store.read() as reader:
        assert reader.letters.at_odds() == ()


def test_a_letter_for_a_resident_asks_for_one(workspace):
    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(LetterInput("sku", None, SKU))

    assert set(refusal.value.fields) == {"resident"}


def test_somebody_of_another_place_can_be_the_person_of_a_letter(workspace):
    values = {
        "letak": "Jorong Koto Tangah, Nagari Koto Contoh",
        "luas": "400",
        "status_tanah": "Pusako randah",
        "penggunaan": "Pekarangan",
        "batas": json.dumps(
            [{"arah": way, "berbatasan": "Tanah Amril"}
             for way in ("Utara", "Timur", "Selatan", "Barat")]
        ),
        "sejak_tahun": "2001",
        "diperoleh_dari": "Orang tua",
        "keperluan": "pendaftaran tanah pertama kali",
    }  # fmt: skip
    witness = (LetterPerson(outsider=Outsider(PersonName("Amril"))),)
    people = {SUBJECT_ROLE: (LetterPerson(outsider=WITNESS),), "saksi1": witness, "saksi2": witness}
    wanted = LetterInput("sporadik", None, values, people=people)

    letter = workspace.issuing.issue(wanted)

    assert letter.resident_name == "Zainal Arifin Dt. Marajo"
    assert letter.resident_nik == WITNESS.nik
    assert workspace.home.overview().people_served == 1
    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(wanted, people={**people, SUBJECT_ROLE: ()}))
    assert set(refusal.value.fields) == {"resident"}


def test_who_was_typed_is_offered_again_with_the_nik_masked(workspace, death):
    assert workspace.outsiders.search("zainal") == ()
    workspace.issuing.issue(death)

    (hit,) = workspace.outsiders.search("arifin zai")
    assert hit.name == "Zainal Arifin Dt. Marajo"
    assert WITNESS.nik not in hit.nik
    assert "•" in hit.nik
    assert workspace.outsiders.search(WITNESS.nik) == (hit,)
    assert replace(workspace.outsiders.get(hit.id), id=None) == WITNESS


def test_the_same_stranger_is_kept_once_and_let_go_of_when_asked(workspace, death):
    letter = workspace.issuing.issue(death)
    kept = workspace.outsiders.save(replace(WITNESS, address="Bukittinggi"))

    (hit,) = workspace.outsiders.search("zainal")
    assert (hit.id, hit.address) == (kept.id, "Bukittinggi")
    workspace.outsiders.forget(hit.id)
    assert workspace.outsiders.search("zainal") == ()
    with pytest.raises(NotFoundError):
        workspace.outsiders.get(hit.id)
    names = [one.name for one in workspace.register.people(letter.id)]
    assert "Zainal Arifin Dt. Marajo" in names


def test_relatives_are_proposed_from_the_household(workspace, child, father, mother):
    proposed = workspace.letter_people.proposed("n1", child)
    assert proposed == {"ayah": (LetterPerson(father),), "ibu": (LetterPerson(mother),)}

    heirs = workspace.letter_people.proposed("ahli_waris", father)["ahli_waris"]
    assert {one.resident_id for one in heirs} == {mother, child}


def test_the_province_learns_how_many_are_named_and_no_name(workspace, death):
    workspace.issuing.issue(death)

    with workspace.context.store.read() as reader:
        life = reader.events.incarnation().inc
        event = reader.events.after(life, 0, 9999)[-1]
    told = json.loads(event.body)["d"]
    assert event.type == "letter.issued"
    assert told["people"] == 3
    assert b"Zainal" not in event.body
    assert b"Syafrial" not in event.body


def test_who_was_merged_since_the_draft_is_named_by_the_record_that_lives_on(
    workspace,
    death,
    father,
    twin,  # noqa: F811 - the fixture above
):
    people = {**death.people, "pelapor": (LetterPerson(twin.id),)}
    draft = workspace.drafts.save(replace(death, people=people))
    item = the_doubt(workspace, DoubtRule.SAME_PERSON)
    workspace.merges.merge(item.doubt, *workspace.quality.case(item).people, {})

    letter = workspace.issuing.issue(workspace.drafts.get(draft.id).as_input())

    reporter = next(one for one in workspace.register.people(letter.id) if one.role == "pelapor")
    assert (reporter.resident_id, reporter.name) == (father, "Syafrial Alamsyah")
    assert [one.id for one in workspace.pages.read(father).record.letters] == [letter.id]


def test_a_draft_that_was_issued_is_not_issued_again_with_another_witness(workspace, death):
    draft = workspace.drafts.save(death)
    letter = workspace.issuing.issue(replace(death, draft_id=draft.id))
    assert workspace.issuing.issue(replace(death, draft_id=draft.id)).id == letter.id

    others = {**death.people, "saksi2": (LetterPerson(outsider=Outsider(PersonName("Bahar"))),)}
    with pytest.raises(ConflictError) as refused:
        workspace.issuing.issue(replace(death, draft_id=draft.id, people=others))
    assert refused.value.code == "SURAT-15"
    assert workspace.register.page(LetterFilter(), 0, 5).total == 1


def test_the_register_tells_who_is_named_and_what_replaced_a_letter(workspace, death):
    first = workspace.issuing.issue(death)
    second = workspace.issuing.issue(replace(death, replaces=first.id))

    old, new = workspace.register.history(first.id), workspace.register.history(second.id)
    assert (old.replaced_by, new.replaces) == (second.number, first.number)
    assert ("Saksi pertama", "Zainal Arifin") in [
        (label, one.name.split(" Dt.")[0].strip()) for label, one in new.people
    ]
    assert {one.role for one in workspace.register.people(second.id)} == {
        "pelapor",
        "saksi1",
        "saksi2",
    }
