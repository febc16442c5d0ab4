"""What each peristiwa does: the laws that hold for any family, and the cases that offices meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from nagari_kit.domain.event_outcomes import Affected, outcome_of
from nagari_kit.domain.event_reports import (
    ArrivalReport,
    BirthReport,
    CorrectionReport,
    DeathReport,
    DepartureReport,
    HeadChangeReport,
    InvalidationReport,
    MergeReport,
    RegistrationReport,
    ReturnReport,
    SplitReport,
)
from nagari_kit.domain.family_succession import proposed_heads
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household, LifeStatus, Resident, Sex
from nagari_kit.errors import InputError

TODAY = date(2026, 11, 24)
HOME = Household(HouseholdId(UUID(int=100)), "1306990103150001")
OTHER = Household(HouseholdId(UUID(int=200)), "1306990103150002")


def person(number: int, name: str, sex: Sex, born: int, *, relation: int, married=2, home=HOME):
    return Resident(
        ResidentId(UUID(int=number)),
        PersonName(name),
        sex=sex,
        birth_date=date(born, 5, 17),
        family_relation=relation,
        marital_status=married,
        household_id=home.id,
    )


FATHER = person(1, "Syafrial", Sex.MALE, 1970, relation=1)
MOTHER = person(2, "Yusmaniar", Sex.FEMALE, 1974, relation=3)
SON = person(3, "Rizki", Sex.MALE, 2001, relation=4, married=1)
GIRL = person(4, "Nabila", Sex.FEMALE, 2012, relation=4, married=1)
GRANDMOTHER = person(5, "Rosma", Sex.FEMALE, 1945, relation=7, married=4)
UNCLE = person(6, "Zainal", Sex.MALE, 1968, relation=1, home=OTHER)
FAMILY = (FATHER, MOTHER, SON, GIRL, GRANDMOTHER)


def books(*people: Resident) -> Affected:
    everybody = people or (*FAMILY, UNCLE)
    members: dict[HouseholdId, tuple[Resident, ...]] = {}
    for one in everybody:
        if one.life_status is LifeStatus.ALIVE and one.household_id is not None:
            members[one.household_id] = (*members.get(one.household_id, ()), one)
    return Affected(
        {one.id: one for one in everybody}, {HOME.id: HOME, OTHER.id: OTHER}, members, TODAY
    )


def after(report, where: Affected | None = None) -> dict[str, Resident]:
    outcome = outcome_of(report, where or books())
    return {one.after.name.name: one.after for one in outcome.people}


def on(report, **facts):
    return report(event_date=TODAY, report_date=TODAY, **facts)


def test_when_the_head_dies_the_wife_is_widowed_and_leads():
    found = after(on(DeathReport, resident_id=FATHER.id))

    assert found["Syafrial"].life_status is LifeStatus.DEAD
    assert (found["Yusmaniar"].family_relation, found["Yusmaniar"].marital_status) == (1, 4)
    assert found["Rosma"].family_relation == 8, "the head's mother is now the head's mother-in-law"
    assert "Rizki" not in found, "children stay children"


def test_when_a_wife_dies_and_another_is_in_the_kk_the_husband_stays_married():
    second = replace(MOTHER, id=ResidentId(UUID(int=7)), name=PersonName("Ernawati"))

    found = after(on(DeathReport, resident_id=MOTHER.id), books(*FAMILY, second))

    assert set(found) == {"Yusmaniar"}


def test_a_child_who_leads_makes_parents_of_the_old_couple():
    found = after(on(HeadChangeReport, household_id=HOME.id, head_id=SON.id))

    relations = {name: one.family_relation for name, one in found.items()}
    assert relations == {"Rizki": 1, "Syafrial": 7, "Yusmaniar": 7, "Nabila": 9, "Rosma": 9}


def test_the_officers_word_on_a_relation_stands():
    report = on(HeadChangeReport, household_id=HOME.id, head_id=SON.id, relations={GIRL.id: 4})
    assert "Nabila" not in after(report), "she stays what she was, a child"


def test_those_who_stay_get_an_adult_as_head():
    report = on(
        DepartureReport, resident_ids=(FATHER.id, MOTHER.id, GRANDMOTHER.id), destination="Padang"
    )
    found = after(report)

    assert found["Rizki"].family_relation == 1
    assert {found[name].life_status for name in ("Syafrial", "Yusmaniar", "Rosma")} == {
        LifeStatus.MOVED
    }


def test_a_whole_family_may_leave():
    report = on(DepartureReport, resident_ids=tuple(one.id for one in FAMILY), destination="Riau")
    assert {one.life_status for one in after(report).values()} == {LifeStatus.MOVED}


def test_who_comes_back_as_former_head_does_not_make_a_second_one():
    gone = replace(FATHER, life_status=LifeStatus.GONE)
    leading = replace(MOTHER, family_relation=1)

    outcome = outcome_of(on(ReturnReport, resident_ids=(gone.id,)), books(gone, leading, SON, GIRL))

    assert [one.after.family_relation for one in outcome.people] == [9]
    assert "dahulu kepala keluarga" in outcome.warnings[0]


def test_a_household_left_empty_gets_its_head_back():
    gone = replace(FATHER, life_status=LifeStatus.MOVED)
    found = after(on(ReturnReport, resident_ids=(gone.id,)), books(gone))
    assert (found["Syafrial"].life_status, found["Syafrial"].family_relation) == (
        LifeStatus.ALIVE,
        1,
    )


def test_a_split_gives_both_households_a_head():
    new = Household(HouseholdId(uuid4()), None)
    report = on(SplitReport, resident_ids=(FATHER.id, SON.id), head_id=SON.id, household=new)
    found = after(report)

    assert (found["Rizki"].household_id, found["Rizki"].family_relation) == (new.id, 1)
    assert (found["Syafrial"].household_id, found["Syafrial"].family_relation) == (new.id, 7)
    assert found["Yusmaniar"].family_relation == 1


def test_joining_households_leaves_one_head():
    found = after(on(MergeReport, from_id=OTHER.id, into_id=HOME.id))
    assert (found["Zainal"].household_id, found["Zainal"].family_relation) == (HOME.id, 9)


def test_newcomers_without_a_head_get_one():
    newcomers = tuple(
        replace(one, id=ResidentId(uuid4()), family_relation=relation)
        for one, relation in ((MOTHER, 3), (GIRL, 4))
    )
    home = Household(HouseholdId(uuid4()), "1306990103150009")
    report = on(ArrivalReport, people=newcomers, household=home, origin="Solok")
    assert after(report)["Yusmaniar"].family_relation == 1


def test_a_record_marked_invalid_keeps_the_reason_and_the_household_a_head():
    found = after(on(InvalidationReport, resident_ids=(FATHER.id,), reason="Tercatat dua kali"))
    assert found["Syafrial"].invalid_reason == "Tercatat dua kali"
    assert found["Yusmaniar"].family_relation == 1


@pytest.mark.parametrize(
    ("report", "field"),
    [
        (on(DeathReport, resident_id=ResidentId(UUID(int=99))), "resident_id"),
        (
            DeathReport(resident_id=FATHER.id, event_date=date(2026, 12, 1), report_date=TODAY),
            "event_date",
        ),
        (
            DeathReport(resident_id=FATHER.id, event_date=TODAY, report_date=date(2026, 11, 1)),
            "report_date",
        ),
        (
            DeathReport(resident_id=GIRL.id, event_date=date(2011, 1, 1), report_date=TODAY),
            "event_date",
        ),
        (on(DepartureReport, resident_ids=(), destination="Padang"), "resident_ids"),
        (on(DepartureReport, resident_ids=(SON.id,), destination=" "), "destination"),
        (
            on(DepartureReport, resident_ids=(SON.id, UNCLE.id), destination="Padang"),
            "resident_ids",
        ),
        (on(DeathReport, resident_id=FATHER.id, new_head_id=UNCLE.id), "new_head_id"),
        (on(ReturnReport, resident_ids=(SON.id,)), "resident_ids"),
        (on(HeadChangeReport, household_id=HOME.id, head_id=UNCLE.id), "head_id"),
        (on(HeadChangeReport, household_id=HOME.id, head_id=FATHER.id), "head_id"),
        (on(MergeReport, from_id=HOME.id, into_id=HOME.id), "into_id"),
        (on(InvalidationReport, resident_ids=(SON.id,), reason=""), "reason"),
        (on(CorrectionReport, people=(SON,)), "people"),
        (on(CorrectionReport, people=(replace(SON, family_relation=1),)), "family_relation"),
        (on(CorrectionReport, people=(replace(FATHER, family_relation=4),)), "family_relation"),
        (
            on(
                BirthReport,
                child=replace(GIRL, birth_date=None),
                household_id=HouseholdId(UUID(int=9)),
            ),
            "household_id",
        ),
        (
            on(BirthReport, child=replace(GIRL, birth_date=date(2026, 1, 1)), household_id=HOME.id),
            "event_date",
        ),
        (
            on(
                SplitReport,
                resident_ids=tuple(one.id for one in FAMILY),
                head_id=FATHER.id,
                household=Household(HouseholdId(UUID(int=5)), None),
            ),
            "resident_ids",
        ),
        (
            on(
                SplitReport,
                resident_ids=(SON.id,),
                head_id=GIRL.id,
                household=Household(HouseholdId(UUID(int=5)), None),
            ),
            "head_id",
        ),
    ],
)
def test_what_cannot_be_is_told_at_its_field(report, field):
    with pytest.raises(InputError) as refusal:
        outcome_of(report, books())
    assert set(refusal.value.fields) == {field}
    assert "Belum ada yang berubah" in refusal.value.user_message


def test_the_dead_do_not_die_again():
    with pytest.raises(InputError) as refusal:
        outcome_of(
            on(DeathReport, resident_id=FATHER.id),
            books(replace(FATHER, life_status=LifeStatus.DEAD)),
        )
    assert "meninggal" in refusal.value.fields["resident_id"]


def test_the_spouse_leads_before_the_children_and_a_minor_last():
    order = [one.name.name for one in proposed_heads((GIRL, SON, GRANDMOTHER, MOTHER), TODAY)]
    assert order == ["Yusmaniar", "Rizki", "Rosma", "Nabila"]


def refused(report, where: Affected | None = None) -> dict[str, str]:
    with pytest.raises(InputError) as refusal:
        outcome_of(report, where or books())
    return dict(refusal.value.fields)


def test_a_birth_needs_a_living_household_its_own_day_and_no_head_in_the_cradle():
    child = replace(GIRL, id=ResidentId(UUID(int=9)), birth_date=TODAY)
    born = {"child": child, "household_id": HOME.id}

    assert set(refused(on(BirthReport, **born), books(UNCLE))) == {"household_id"}
    early = replace(child, birth_date=date(2026, 11, 1))
    assert set(refused(on(BirthReport, **{**born, "child": early}))) == {"event_date"}
    assert set(refused(on(BirthReport, **born, relations={child.id: 1}))) == {"child"}


def test_nobody_arrives_from_nowhere_or_without_people_or_as_a_second_head():
    newcomer = replace(UNCLE, id=ResidentId(UUID(int=9)))
    came = {"people": (newcomer,), "household": HOME, "origin": "Padang"}

    assert set(refused(on(ArrivalReport, **{**came, "origin": "  "}))) == {"origin"}
    assert set(refused(on(ArrivalReport, **{**came, "people": ()}))) == {"people"}
    assert set(refused(on(ArrivalReport, **came))) == {"people"}


def test_who_is_written_down_at_last_may_belong_to_no_household_yet():
    report = on(
        RegistrationReport,
        people=(replace(UNCLE, id=ResidentId(uuid4())),),
        household=None,
        reason="lama di sini",
    )
    assert after(report)["Zainal"].household_id is None


def test_only_who_is_away_can_come_home():
    assert set(refused(on(ReturnReport, resident_ids=()))) == {"resident_ids"}
    words = refused(on(ReturnReport, resident_ids=(SON.id,)))["resident_ids"]
    assert "Rizki" in words
    dead = replace(SON, life_status=LifeStatus.DEAD)
    assert (
        "meninggal"
        in refused(on(ReturnReport, resident_ids=(SON.id,)), books(FATHER, dead))["resident_ids"]
    )
