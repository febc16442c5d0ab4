"""What the resident's form comes to: somebody new, a correction, and every refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nagari_kit.domain.event_reports import GoneReport, HouseholdMoveReport
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.residents import Household, Papers, Resident, Sex
from nagari_kit.domain.suku import FIRST_SUKU
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.ui.event_words import event_detail
from tests.integration.services.sample_office import CHILD, FATHER

NIK = "1306994509820017"


@pytest.fixture
def somebody(workspace) -> Resident:
    return Resident(
        workspace.entry.new_resident_id(),
        PersonName("Nurlis Caniago"),
        nik=NIK,
        sex=Sex.FEMALE,
        birth_date=date(1982, 9, 5),
        family_relation=1,
        suku="Caniago",
    )


def test_who_long_lived_here_is_counted_by_a_registration_and_opens_a_household(
    workspace, somebody
) -> None:
    before = workspace.residents.summary().people
    home = Household(workspace.entry.new_household_id(), "1306990101150077", "Jalan Surau")
    one = replace(somebody, household_id=home.id)
    workspace.entry.register(one, home, "belum tercatat")
    record = workspace.residents.record(one.id)
    assert record.resident == one
    assert record.household == home
    assert workspace.residents.summary().people == before + 1
    (event,) = workspace.population.timeline(one.id)
    assert event.kind is EventKind.REGISTRATION
    workspace.verify_log()


def test_nobody_becomes_a_second_head(workspace, somebody, father) -> None:
    home = workspace.residents.record(father).household
    one = replace(somebody, household_id=home.id, family_relation=1)
    with pytest.raises(InputError) as refused:
        workspace.entry.register(one, home, "")
    assert "Syafrial Alamsyah" in refused.value.fields["family_relation"]
    workspace.entry.register(replace(one, family_relation=9), home, "")
    assert workspace.entry.households("syafrial")[0].people == 4


def test_the_form_leaves_no_household_without_its_head(workspace, father) -> None:
    record = workspace.residents.record(father)
    demoted = replace(record.resident, family_relation=4)
    with pytest.raises(InputError) as refused:
        workspace.entry.correct(demoted, record.resident, record.household, "keliru")
    assert "Ganti kepala" in refused.value.fields["family_relation"]
    assert workspace.residents.record(father).resident == record.resident


def test_joining_a_household_leaves_it_as_others_changed_it_meanwhile(
    workspace, somebody, father
) -> None:
    seen = workspace.residents.record(father).household
    moved = replace(seen, address="Jalan Baru Nomor 9")
    workspace.population.record(
        HouseholdMoveReport(
            event_date=date(2026, 11, 24), report_date=date(2026, 11, 24), household=moved
        )
    )
    one = replace(somebody, household_id=seen.id, family_relation=9)
    workspace.entry.register(one, seen, "")
    assert workspace.residents.record(one.id).household == moved


def test_a_new_household_needs_its_head_and_a_number_of_its_own(workspace, somebody) -> None:
    home = Household(workspace.entry.new_household_id(), "1306990103150001")
    one = replace(somebody, household_id=home.id, family_relation=4)
    with pytest.raises(InputError) as refused:
        workspace.entry.register(one, home, "")
    assert set(refused.value.fields) == {"family_relation", "household"}


def test_a_nik_is_borne_once_and_the_refusal_names_the_bearer(workspace, somebody) -> None:
    people = workspace.residents.summary().people
    with pytest.raises(ConflictError) as refused:
        workspace.entry.register(replace(somebody, nik=FATHER, birth_date=None), None, "")
    assert "Syafrial Alamsyah" in refused.value.user_message
    assert workspace.residents.summary().people == people
    assert workspace.entry.bearer(FATHER).name.name == "Syafrial Alamsyah"
    assert workspace.entry.bearer(FATHER, workspace.entry.bearer(FATHER).id) is None


def test_the_timeline_says_which_facts_were_corrected_and_no_number(workspace, child) -> None:
    known = workspace.residents.record(child).resident
    recent = [row.id for row in workspace.population.recent()]
    changed = replace(known, phone="081234567890", name=PersonName("Nabila Putri Sari"))
    workspace.entry.correct(changed, known, None, "salah tulis")
    renumbered = replace(changed, nik="1306994107100033")
    workspace.entry.correct(renumbered, changed, None, "")
    workspace.entry.correct(renumbered, renumbered, None, "tidak ada yang berubah")

    newest, before, *_ = workspace.population.timeline(child)
    assert (newest.kind, newest.changed) == (EventKind.CORRECTION, ("nik",))
    assert event_detail(newest) == "NIK"
    assert sorted(before.changed) == ["name", "phone"]
    assert event_detail(before) == "nama, telepon; salah tulis"
    assert not {"1306994107100033", CHILD} & set(f"{newest} {before}".split("'"))
    told = [row.id for row in workspace.population.recent()]
    assert told == recent, "nothing happened to anybody"
    workspace.verify_log()


def test_what_happened_can_be_taken_back_under_a_correction(workspace, child) -> None:
    today = date(2026, 11, 24)
    known = workspace.residents.record(child).resident
    gone = workspace.population.record(
        GoneReport(resident_id=child, event_date=today, report_date=today)
    )
    away = workspace.residents.record(child).resident
    workspace.entry.correct(replace(away, phone="081234567890"), away, None, "")
    correction, gone_row, *_ = workspace.population.timeline(child)
    assert (correction.can_be_undone, gone_row.can_be_undone) == (True, True)

    workspace.population.undo(gone.event.id, "sudah kembali")
    assert workspace.residents.record(child).resident == replace(known, phone="081234567890")
    workspace.population.undo(correction.id, "nomor orang lain")
    assert workspace.residents.record(child).resident == known


def test_a_corrected_sex_stands_in_the_ledger_with_its_reason(workspace, child) -> None:
    known = workspace.residents.record(child).resident
    changed = replace(known, sex=Sex.MALE, name=PersonName("Nabil Putra"))
    workspace.entry.correct(changed, known, None, "salah ketik")
    assert workspace.residents.record(child).resident == changed
    newest = workspace.population.timeline(child)[0]
    assert newest.kind is EventKind.CORRECTION
    assert newest.facts["reason"] == "salah ketik"


def test_a_correction_of_a_record_that_changed_meanwhile_is_refused(workspace, child) -> None:
    known = workspace.residents.record(child).resident
    workspace.entry.correct(replace(known, phone="0812 0000 0001"), known, None, "")
    with pytest.raises(ConflictError):
        workspace.entry.correct(replace(known, phone="0812 0000 0002"), known, None, "")
    assert workspace.residents.record(child).resident.phone == "0812 0000 0001"


def test_an_old_record_with_a_wrong_nik_can_still_be_corrected_elsewhere(workspace, child) -> None:
    known = workspace.residents.record(child).resident
    old = replace(known, nik="130699")
    with workspace.context.store.write("lama") as uow:
        from nagari_kit.domain import events

        uow.residents.save(old)
        uow.record(events.resident_changed(old, None))
        uow.commit()
    workspace.entry.correct(replace(old, occupation=3), old, None, "")
    with pytest.raises(InputError) as refused:
        workspace.entry.correct(
            replace(old, occupation=3, nik="13069"), replace(old, occupation=3), None, ""
        )
    assert set(refused.value.fields) == {"nik"}


def test_households_are_found_by_number_and_by_any_name_in_them(workspace, father) -> None:
    home = workspace.residents.record(father).household
    for typed in ("1306990103", "1306 9901 0315 0001", "nabila", "yusmaniar sari"):
        (hit,) = workspace.entry.households(typed)
        assert hit.household == home
        assert hit.head_name == "Syafrial Alamsyah"
        assert (hit.jorong, hit.people) == ("Koto Tangah", 3)
    assert workspace.entry.households("tidak ada") == ()


def test_a_clan_that_is_new_to_the_office_is_proposed_from_then_on(workspace, somebody) -> None:
    assert workspace.entry.begin().suku == FIRST_SUKU
    workspace.entry.register(replace(somebody, suku="Sumpadang"), None, "")
    assert "Sumpadang" in workspace.suku.names()
    assert set(FIRST_SUKU) < set(workspace.suku.names())
    workspace.suku.remove("sumpadang")
    assert "Sumpadang" not in workspace.suku.names()
    with pytest.raises(InputError):
        workspace.suku.add("  ")


def test_a_namesake_is_known_by_the_sound_of_the_name_and_the_day(workspace, child) -> None:
    day = date(2010, 7, 1)
    assert workspace.entry.namesake("NABILAH PUTRI", day).id == child
    assert workspace.entry.namesake("Nabila Putri", date(2010, 7, 2)) is None
    assert workspace.entry.namesake("Nurlis Caniago", day) is None


def test_the_form_begins_with_the_record_its_household_and_what_to_offer(workspace, child) -> None:
    start = workspace.entry.begin(child)
    assert start.known.nik == CHILD
    assert start.home.head_name == "Syafrial Alamsyah"
    assert [one.name for one in start.jorong] == ["Koto Tangah"]
    new = workspace.entry.begin(household_id=start.home.household.id)
    assert new.known is None
    assert new.home == start.home


def test_papers_and_health_facts_come_back_as_written(workspace, somebody) -> None:
    one = replace(somebody, papers=Papers(ktp_place="Batang Contoh", ktp_date=date(2020, 1, 2)))
    workspace.entry.register(one, None, "")
    assert workspace.residents.record(one.id).resident.papers == one.papers
