"""The marriage set: one entry gives every form that this couple needs, all at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.letters import LetterFilter, LetterPerson
from nagari_kit.domain.marriage import MarriageCase, Side
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.residents import Parents, Sex
from nagari_kit.domain.working_days import Holiday, HolidayKind
from nagari_kit.errors import InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.workspace import open_workspace
from tests.integration.services.sample_office import FATHER, MOTHER, PASSPHRASE, person
from tests.integration.services.test_letter_issue import text_of

GROOM, BRIDE = "1306990502000011", "1306994406020011"
STRANGER = Outsider(
    PersonName("Melati Sari"),
    nik="1306995406020012",
    sex=Sex.FEMALE,
    birth_place="Contoh Baru",
    birth_date=date(2002, 6, 14),
    religion=1,
    address="Jalan Melati No. 4, Kota Contoh Baru",
    father_name="Asril",
)


def add(workspace, nik: str, name: str, born: date, **facts) -> LetterPerson:
    parents = Parents(FATHER, "Syafrial Alamsyah", MOTHER, "Yusmaniar Sari")
    one = person(nik, name, born, 4, parents=parents, **{"marital_status": 1, **facts})
    added = workspace.residents.register(replace(one, id=ResidentId(new_uuid7(workspace.clock))))
    return LetterPerson(resident_id=added.id)


@pytest.fixture
def groom(workspace) -> LetterPerson:
    return add(workspace, GROOM, "Febri Andika", date(2000, 2, 5))


@pytest.fixture
def bride(workspace) -> LetterPerson:
    return add(workspace, BRIDE, "Dewi Anggraini", date(2002, 6, 4), sex=Sex.FEMALE)


def couple(workspace, groom: LetterPerson, bride: LetterPerson, akad: str) -> MarriageCase:
    marriages = workspace.marriages
    case = marriages.with_person(marriages.begin(groom.resident_id), Side.BRIDE, bride)
    return replace(
        case,
        akad_day=akad,
        akad_hour="09:00",
        akad_place="Masjid Raya Koto Contoh",
        papers=frozenset(one.id for one in marriages.look(case).papers),
        papers_reason="Menyusul sebelum akad",
    )


def needed(workspace, case) -> set[str]:
    return {one.key for one in workspace.marriages.look(case).needs if one.is_needed}


def reasons(workspace, case) -> dict[str, str]:
    return {one.key: one.reason for one in workspace.marriages.look(case).needs}


def test_two_residents_get_two_introductions_and_the_forms_of_both(workspace, groom, bride):
    case = workspace.marriages.save(couple(workspace, groom, bride, "2026-12-19"))

    letters = workspace.marriages.issue(case)

    assert [one.type_id for one in letters] == ["n1", "n1", "n2", "n4"]
    assert len({one.number for one in letters[:2]} - {""}) == 2
    assert {one.set_id for one in letters} == {case.draft_id}
    first = text_of(workspace.register.document(letters[0].id))
    assert "Febri Andika" in first
    assert "bin Syafrial Alamsyah" in first
    assert "Dewi Anggraini" in text_of(workspace.register.document(letters[2].id))
    assert reasons(workspace, case)["n5.suami"] == "tidak perlu, sudah 21"
    assert reasons(workspace, case)["n6.suami"] == "tidak perlu, jejaka"
    assert workspace.drafts.all() == ()


def test_a_set_issued_twice_takes_no_second_number(workspace, groom, bride):
    case = workspace.marriages.save(couple(workspace, groom, bride, "2026-12-19"))

    first = workspace.marriages.issue(case)
    again = workspace.marriages.issue(case)

    assert [one.id for one in again] == [one.id for one in first]
    assert workspace.register.page(LetterFilter(), 0, 20).total == len(first)


def test_one_form_that_is_refused_leaves_no_number_of_the_others(workspace, groom, bride):
    case = replace(couple(workspace, groom, bride, "2026-12-19"), akad_place="")
    case = workspace.marriages.save(case)

    with pytest.raises(InputError) as refusal:
        workspace.marriages.issue(case)

    assert refusal.value.fields.keys() == {"n2.suami/tempat_akad"}
    assert workspace.register.page(LetterFilter(), 0, 1).total == 0
    mended = replace(workspace.marriages.get(case.draft_id), akad_place="Rumah mempelai")
    letters = workspace.marriages.issue(mended)
    assert [one.sequence for one in letters[:2]] == [1, 2]


def test_a_stranger_brings_the_introduction_of_her_own_nagari(workspace, groom):
    stranger = LetterPerson(outsider=STRANGER)
    case = workspace.marriages.save(couple(workspace, groom, stranger, "2026-12-19"))

    assert needed(workspace, case) == {"n1.suami", "n2.suami", "n4.suami"}
    assert reasons(workspace, case)["n1.istri"] == "dari nagari atau kelurahannya sendiri"
    letters = workspace.marriages.issue(case)
    assert "binti Asril" in text_of(workspace.register.document(letters[1].id))


def test_who_is_under_21_at_the_akad_needs_leave_of_the_parents(workspace, bride):
    young = add(workspace, GROOM, "Febri Andika", date(2005, 12, 19))

    assert "n5.suami" in needed(workspace, couple(workspace, young, bride, "2026-12-18"))
    assert "n5.suami" not in needed(workspace, couple(workspace, young, bride, "2026-12-19"))


def test_who_is_under_19_is_warned_of_and_never_stopped(workspace, groom):
    child = add(workspace, BRIDE, "Dewi Anggraini", date(2008, 6, 4), sex=Sex.FEMALE)
    case = workspace.marriages.save(couple(workspace, groom, child, "2026-12-19"))

    titles = [one.title for one in workspace.marriages.look(case).cautions]
    letters = workspace.marriages.issue(case)

    assert titles == ["Dewi Anggraini baru 18 tahun pada hari akad."]
    assert [one.type_id for one in letters] == ["n1", "n1", "n2", "n4", "n5"]


def test_a_widow_gets_the_form_of_her_late_husband(workspace, groom):
    widow = add(
        workspace, BRIDE, "Dewi Anggraini", date(1990, 6, 4), sex=Sex.FEMALE, marital_status=4
    )
    case = couple(workspace, groom, widow, "2026-12-19")
    late = LetterPerson(outsider=Outsider(PersonName("Rusdi"), sex=Sex.MALE))
    side = replace(
        case.bride, former="Rusdi", late_spouse=late, died_on="2020-03-01", died_at="Koto Contoh"
    )
    case = replace(case, bride=side)
    papers = frozenset(one.id for one in workspace.marriages.look(case).papers)
    case = workspace.marriages.save(replace(case, papers=papers))

    letters = workspace.marriages.issue(case)

    assert case.bride.status == "Janda"
    assert letters[-1].type_id == "n6"
    assert "Rusdi" in text_of(workspace.register.document(letters[-1].id))


def test_a_divorced_bride_needs_no_letter_of_a_death(workspace, groom):
    divorced = add(
        workspace, BRIDE, "Dewi Anggraini", date(1990, 6, 4), sex=Sex.FEMALE, marital_status=3
    )
    case = couple(workspace, groom, divorced, "2026-12-19")

    assert reasons(workspace, case)["n6.istri"] == "tidak perlu, cerai, cukup akta cerai"


def test_less_than_ten_working_days_ask_for_a_dispensation(workspace, groom, bride):
    soon = couple(workspace, groom, bride, "2026-12-05")
    in_time = couple(workspace, groom, bride, "2026-12-09")

    (caution,) = workspace.marriages.look(soon).cautions

    assert caution.title == "Akad Sabtu, 5 Desember 2026 tinggal 8 hari kerja."
    assert "dispensasi camat" in caution.sentence
    assert workspace.marriages.look(in_time).cautions == ()


def test_holidays_and_shared_leave_are_no_working_days(workspace):
    holidays = workspace.holidays

    assert holidays.working_days(date(2026, 12, 23), date(2026, 12, 29)) == 1
    holidays.save(Holiday(date(2026, 12, 28), "Hari jadi nagari", HolidayKind.NATIONAL))
    holidays.save(Holiday(date(2026, 12, 24), "Tetap masuk", HolidayKind.WORKING))
    assert holidays.working_days(date(2026, 12, 23), date(2026, 12, 30)) == 2
    holidays.restore(date(2026, 12, 24))
    assert holidays.working_days(date(2026, 12, 23), date(2026, 12, 30)) == 1


def test_an_unfinished_set_is_there_after_the_program_was_killed(workspace, paths, clock, groom):
    case = couple(workspace, groom, LetterPerson(outsider=STRANGER), "2026-12-19")
    saved = workspace.marriages.save(replace(case, guardian="Asril"))

    second = open_workspace(paths, PASSPHRASE, clock=clock, actor="Rina Marlina")
    try:
        assert second.marriages.get(saved.draft_id) == saved
    finally:
        second.close()


def test_two_strangers_cannot_be_introduced(workspace):
    case = MarriageCase(draft_id=UUID(int=7))
    for side in Side:
        case = workspace.marriages.with_person(case, side, LetterPerson(outsider=STRANGER))

    with pytest.raises(InputError) as refusal:
        workspace.marriages.issue(case)

    assert "warga nagari ini" in refusal.value.fields["suami.person"]


def test_papers_that_were_not_looked_at_stop_the_set(workspace, groom, bride):
    case = replace(
        couple(workspace, groom, bride, "2026-12-19"), papers=frozenset(), papers_reason=""
    )

    with pytest.raises(InputError) as refusal:
        workspace.marriages.issue(case)

    assert "n1.suami/syarat.akta_lahir" in refusal.value.fields
