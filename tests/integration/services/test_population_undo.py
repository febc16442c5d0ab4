"""What may be taken back, and what may be entered: the laws of the books hold either way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nagari_kit.domain.event_reports import (
    ArrivalReport,
    BirthReport,
    CorrectionReport,
    DeathReport,
    DepartureReport,
    HeadChangeReport,
    HouseholdMoveReport,
    InvalidationReport,
    SplitReport,
)
from nagari_kit.domain.identity import HouseholdId, PopulationEventId, ResidentId
from nagari_kit.domain.letters import LetterInput
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import (
    DayRule,
    EventKind,
    Flow,
    PersonChange,
    PopulationEvent,
)
from nagari_kit.domain.residents import Household, LifeStatus, Residency, Resident, Sex
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.infra.clock import FixedClock
from tests.integration.services.sample_office import MORNING, SKTM
from tests.integration.services.test_population_ledger import AREAS, LAST, Village, by_name, village
from tests.opening import enter_people


@pytest.fixture
def where(clock):
    with village(clock) as made:
        yield made


OCTOBER = {"event_date": date(2026, 10, 1), "report_date": LAST}
NOVEMBER = {"event_date": date(2026, 11, 1), "report_date": LAST}


def newcomer(where: Village, name: str, relation: int | None = None, **facts) -> Resident:
    person = Resident(
        ResidentId(where.new_id()),
        PersonName(name),
        sex=Sex.MALE,
        birth_date=date(1990, 1, 1),
        family_relation=relation,
    )
    return replace(person, **facts)


def arrive(where: Village, home: Household, *people: Resident, on=OCTOBER):
    return where.population.record(
        ArrivalReport(people=people, household=home, origin="Solok", **on)
    )


def test_undoing_never_leaves_two_heads_in_a_kk(where):
    lonely = Household(HouseholdId(where.new_id()), "1306990103159001", jorong_id=AREAS[0].id)
    arrive(where, lonely, newcomer(where, "Tunggal", 1))
    person = by_name(where, "Tunggal", lonely)
    gone = where.population.record(
        DepartureReport(resident_ids=(person.id,), destination="Padang", **OCTOBER)
    )
    arrive(where, lonely, newcomer(where, "Baru", 1), on=NOVEMBER)

    with pytest.raises(ConflictError) as refusal:
        where.population.undo(gone.event.id, "Keliru")
    assert refusal.value.code == "PERISTIWA-04"
    where.check()


def test_undoing_never_leaves_a_baby_alone(where):
    home = Household(HouseholdId(where.new_id()), "1306990103159002", jorong_id=AREAS[0].id)
    came = arrive(where, home, newcomer(where, "Tunggal", 1))
    day = NOVEMBER["event_date"]
    child = newcomer(where, "Bayi", birth_date=day)
    where.population.record(BirthReport(child=child, household_id=home.id, **NOVEMBER))

    with pytest.raises(ConflictError):
        where.population.undo(came.event.id, "Keliru")
    where.check()


def test_undoing_what_freed_a_nik_is_told_when_somebody_bears_it_now(where):
    nik = "1306990101900001"
    double = newcomer(where, "Ganda", 9, nik=nik)
    arrive(where, where.homes[0], double)
    void = where.population.record(
        InvalidationReport(resident_ids=(double.id,), reason="Ganda", **NOVEMBER)
    )
    arrive(where, where.homes[1], newcomer(where, "Pemilik Nik", 9, nik=nik), on=NOVEMBER)

    with pytest.raises(ConflictError) as refusal:
        where.population.undo(void.event.id, "Keliru")
    assert refusal.value.code == "WARGA-01"


def from_a_sheet(where: Village, home: Household, *people: Resident, is_new: bool):
    people = [replace(one, household_id=home.id) for one in people]
    with where.store.write("Penguji") as uow:
        homes = [home] if is_new else []
        event = enter_people(uow, FixedClock(MORNING), people, homes, kind=EventKind.IMPORT)
        uow.commit()
    return event


def test_the_newest_is_undone_even_when_the_earlier_state_had_two_heads(where):
    second = newcomer(where, "Kepala Kedua", 1)
    from_a_sheet(where, where.homes[0], second, is_new=False)
    gone = where.population.record(
        DepartureReport(resident_ids=(second.id,), destination="Padang", **OCTOBER)
    )
    where.population.undo(gone.event.id, "Belum pindah")
    assert by_name(where, "Kepala Kedua").life_status is LifeStatus.ALIVE


def test_a_sheet_is_not_undone_under_a_guest_of_its_family(where):
    home = Household(HouseholdId(where.new_id()), "1306990103159004", jorong_id=AREAS[0].id)
    sheet = from_a_sheet(where, home, newcomer(where, "Dari Lembar", 1), is_new=True)
    arrive(where, home, newcomer(where, "Tamu", 9, residency=Residency.TEMPORARY))

    with pytest.raises(ConflictError) as refusal:
        where.population.undo(sheet.id, "Salah berkas")
    assert refusal.value.code == "PERISTIWA-04"
    where.check()


def test_an_event_that_opened_a_kk_can_be_entered_again_after_it_was_undone(where):
    mother = by_name(where, "Yusmaniar")
    for _turn in range(2):
        new = Household(HouseholdId(where.new_id()), "1306990103159999")
        report = SplitReport(resident_ids=(mother.id,), head_id=mother.id, household=new, **OCTOBER)
        done = where.population.record(report)
        where.population.undo(done.event.id, "Tanggalnya keliru")
    where.check()


def test_the_order_of_days_holds_for_who_is_not_counted_too(where):
    where.population.record(
        HeadChangeReport(
            household_id=where.homes[0].id, head_id=by_name(where, "Yusmaniar").id, **NOVEMBER
        )
    )
    with pytest.raises(InputError):
        where.population.record(
            HeadChangeReport(
                household_id=where.homes[0].id, head_id=by_name(where, "Rizki").id, **OCTOBER
            )
        )


@pytest.mark.parametrize("amends", [CorrectionReport, InvalidationReport])
def test_the_books_are_not_amended_as_of_a_day_before_what_happened(where, amends):
    son = by_name(where, "Rizki")
    where.population.record(DeathReport(resident_id=son.id, **OCTOBER))
    alive = {"people": (replace(son, life_status=LifeStatus.ALIVE, note="masih hidup"),)}
    void = {"resident_ids": (son.id,), "reason": "Ganda"}
    facts = alive if amends is CorrectionReport else void

    early = amends(event_date=date(2026, 1, 1), report_date=LAST, **facts)
    for step in (where.population.plan, where.population.record):
        with pytest.raises(InputError) as refusal:
            step(early)
        assert set(refusal.value.fields) == {"event_date"}

    where.population.record(replace(early, event_date=LAST))
    with where.store.read() as reader:
        september = reader.ledger.balance(date(2026, 9, 1), date(2026, 9, 30), DayRule.EVENT)
    assert sum(one.end.total for one in september) == 16


def test_who_is_not_counted_does_not_leave_before_they_came(where):
    guest = newcomer(where, "Tamu", 9, residency=Residency.TEMPORARY)
    arrive(where, where.homes[0], guest, on=NOVEMBER)
    with pytest.raises(InputError) as refusal:
        where.population.record(
            DepartureReport(resident_ids=(guest.id,), destination="Padang", **OCTOBER)
        )
    assert "1 November 2026" in refusal.value.fields["event_date"]


def test_who_is_in_the_books_does_not_arrive(where):
    with pytest.raises(InputError) as refusal:
        arrive(where, where.homes[1], replace(by_name(where, "Rizki"), family_relation=9))
    assert "sudah ada" in refusal.value.fields["people"]


def test_no_word_on_relations_makes_a_second_head(where):
    father = by_name(where, "Syafrial")
    with pytest.raises(InputError):
        where.population.record(
            HeadChangeReport(
                household_id=where.homes[0].id,
                head_id=by_name(where, "Yusmaniar").id,
                relations={father.id: 1},
                **OCTOBER,
            )
        )


def test_a_move_is_not_undone_under_who_was_born_into_the_kk_since(where):
    home = where.homes[0]
    moved = where.population.record(
        HouseholdMoveReport(household=replace(home, jorong_id=AREAS[1].id), **OCTOBER)
    )
    child = newcomer(where, "Bayi", birth_date=NOVEMBER["event_date"])
    born = where.population.record(BirthReport(child=child, household_id=home.id, **NOVEMBER))

    with pytest.raises(ConflictError):
        where.population.undo(moved.event.id, "Jorong keliru")
    where.population.undo(born.event.id, "Keliru")
    where.population.undo(moved.event.id, "Jorong keliru")
    where.check()


def test_what_is_taken_back_in_a_later_period_mends_the_books_by_name(where):
    day = date(2026, 9, 1)
    child = newcomer(where, "Bayi Keliru", birth_date=day)
    born = where.population.record(
        BirthReport(
            child=child,
            household_id=where.homes[0].id,
            event_date=day,
            report_date=date(2026, 9, 5),
        )
    )
    where.population.undo(born.event.id, "Bukan warga sini")
    november = (date(2026, 11, 1), LAST, DayRule.REPORT)

    with where.store.read() as reader:
        balance = reader.ledger.balance(*november)
        births = reader.ledger.people_behind(*november, Flow.BIRTH)
        mended = reader.ledger.people_behind(*november, Flow.ADJUSTMENT)

    assert sum(one.flows[Flow.BIRTH].total for one in balance) == 0
    assert sum(one.flows[Flow.ADJUSTMENT].total for one in balance) == -1
    assert (births, [one.name for one in mended]) == ((), ["Bayi Keliru"])


def test_nobody_is_taken_out_of_the_books_from_under_their_letters(workspace, child):
    came = workspace.population.timeline(child)[-1]
    first = workspace.issuing.issue(LetterInput("sktm", child, SKTM))
    second = workspace.issuing.issue(LetterInput("sktm", child, SKTM))

    with pytest.raises(ConflictError) as refusal:
        workspace.population.undo(came.id, "Salah berkas")
    assert refusal.value.code == "PERISTIWA-06"
    assert refusal.value.user_message.startswith("2 surat")
    assert first.number in refusal.value.user_message

    workspace.register.void(first.id, "Orangnya keliru")
    workspace.register.void(second.id, "Orangnya keliru")
    workspace.population.undo(came.id, "Salah berkas")
    assert workspace.residents.record(child).resident.life_status is LifeStatus.INVALID


@pytest.mark.parametrize("step", ["plan", "record"])
def test_a_kk_number_belongs_to_one_family_and_a_nik_to_one_person(where, step):
    nik = "1306990101900001"
    arrive(where, where.homes[1], newcomer(where, "Pemilik Nik", 9, nik=nik))
    taken = Household(HouseholdId(where.new_id()), where.homes[0].nomor_kk)
    new = replace(taken, nomor_kk="1306990103159005")
    for person, home, code, named in (
        (newcomer(where, "Pendatang", 1), taken, "WARGA-02", taken.nomor_kk),
        (newcomer(where, "Pendatang", 1, nik=nik), new, "WARGA-01", "Pemilik Nik"),
    ):
        report = ArrivalReport(people=(person,), household=home, origin="Solok", **NOVEMBER)
        with pytest.raises(ConflictError) as refusal:
            getattr(where.population, step)(report)
        assert refusal.value.code == code
        assert named in refusal.value.user_message


def test_a_nik_that_one_gives_up_may_be_anothers_in_the_same_event(where):
    nik = "1306991703780002"

    def correct(*changes: PersonChange) -> None:
        event = PopulationEvent(
            PopulationEventId(where.new_id()), EventKind.CORRECTION, date(2026, 11, 1), LAST
        )
        with where.store.write("Penguji") as uow:
            uow.ledger.enter(event, changes)
            uow.commit()

    father, mother = by_name(where, "Syafrial"), by_name(where, "Yusmaniar")
    correct(PersonChange(father, replace(father, nik=nik)))
    father = by_name(where, "Syafrial")
    # Who takes it stands before who gives it up.
    correct(
        PersonChange(mother, replace(mother, nik=nik)),
        PersonChange(father, replace(father, nik=None)),
    )

    assert by_name(where, "Yusmaniar").nik == nik
    assert by_name(where, "Syafrial").nik is None
