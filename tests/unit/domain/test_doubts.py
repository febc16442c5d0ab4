"""Each rule of the quality desk, with a case that raises it and one that does not."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from nagari_kit.domain.doubts import RULES, DoubtRule, PersonFacts, find_doubts
from nagari_kit.domain.residents import LifeStatus, Residency

TODAY = date(2026, 11, 24)
HOME = UUID(int=900).bytes
MALE, FEMALE = 1, 2
HEAD, HUSBAND, WIFE, CHILD, PARENT = 1, 2, 3, 4, 7
FATHER_NIK, MOTHER_NIK = "1306990503700001", "1306995208740002"


def person(number: int, name: str, **facts: object) -> PersonFacts:
    usual: dict[str, object] = {
        "sex": MALE,
        "born": date(1970, 3, 5),
        "relation": CHILD,
        "household_id": HOME,
        "nomor_kk": "1306990103150001",
        "recording_status": 3,
    }
    return PersonFacts(id=UUID(int=number).bytes, name=name, **(usual | facts))


def family(*changes: tuple[int, dict[str, object]]) -> list[PersonFacts]:
    people = {
        1: person(1, "Syafrial", relation=HEAD, nik=FATHER_NIK, marital_status=2),
        2: person(
            2, "Yusmaniar", relation=WIFE, nik=MOTHER_NIK, sex=FEMALE, born=date(1974, 8, 12)
        ),
        3: person(
            3, "Nabila Putri", sex=FEMALE, born=date(2012, 7, 1), recording_status=1,
            father_nik=FATHER_NIK, father_name="SYAFRIAL", mother_nik=MOTHER_NIK,
            mother_name="YUSMANIAR",
        ),
    }  # fmt: skip
    for number, facts in changes:
        people[number] = people[number]._replace(**facts)
    return list(people.values())


def raised(*people: PersonFacts) -> set[DoubtRule]:
    return {rule for rule, doubts in find_doubts(people, TODAY).items() if doubts}


def whys(rule: DoubtRule, *people: PersonFacts) -> list[str]:
    return [one.why for one in find_doubts(people, TODAY)[rule]]


def test_a_family_in_order_raises_nothing() -> None:
    assert raised(*family()) == set()


def test_every_rule_has_a_title_a_question_and_something_that_mends() -> None:
    assert set(RULES) == set(DoubtRule)
    assert len({one.title for one in RULES.values()}) == len(RULES)
    assert all(one.question.endswith("?") for one in RULES.values())


@pytest.mark.parametrize(
    ("rule", "number", "facts"),
    [
        (DoubtRule.NIK_STRUCTURE, 1, {"nik": "130699050370000"}),
        (DoubtRule.NIK_STRUCTURE, 1, {"nik": "1306993102990001"}),
        (DoubtRule.NIK_STRUCTURE, 1, {"nomor_kk": FATHER_NIK}),
        (DoubtRule.NIK_BIRTH_DATE, 1, {"born": date(1970, 3, 6)}),
        (DoubtRule.NIK_SEX, 1, {"sex": FEMALE}),
        (DoubtRule.PARENT_NIK, 3, {"father_nik": MOTHER_NIK}),
        (DoubtRule.PARENT_NIK, 3, {"father_name": "Zulkarnain"}),
        (DoubtRule.PARENT_NIK, 3, {"mother_nik": "12"}),
        (DoubtRule.PARENT_NIK, 3, {"nik": "1306994107120001", "mother_nik": "1306994107120001"}),
        (DoubtRule.CHILD_AGE, 3, {"born": date(1968, 7, 1)}),
        (DoubtRule.CHILD_AGE, 3, {"born": date(1981, 7, 1)}),
        (DoubtRule.SPOUSE_SEX, 2, {"sex": MALE, "nik": None}),
        (DoubtRule.MARRIED_CHILD, 3, {"born": date(2018, 7, 1), "marital_status": 2}),
        (DoubtRule.MARRIED_CHILD, 1, {"marriage_date": "1975-01-01"}),
        (DoubtRule.ODD_BIRTH_DATE, 3, {"born": date(2027, 1, 1)}),
        (DoubtRule.ODD_BIRTH_DATE, 1, {"born": date(1900, 3, 5), "nik": None}),
        (DoubtRule.WITHOUT_HEAD, 1, {"relation": HUSBAND}),
        (DoubtRule.TWO_HEADS, 2, {"relation": HEAD}),
        (DoubtRule.WITHOUT_HOUSEHOLD, 3, {"household_id": None}),
        (DoubtRule.MISSING_BIRTH_DATE, 3, {"born": None}),
        (DoubtRule.MISSING_SEX, 3, {"sex": None}),
        (DoubtRule.KTP_DUE, 3, {"born": date(2009, 11, 24)}),
        (DoubtRule.KTP_DUE, 1, {"recording_status": None, "ektp": 1}),
    ],
)
def test_what_cannot_be_is_raised(rule: DoubtRule, number: int, facts: dict[str, object]) -> None:
    assert rule in raised(*family((number, facts)))


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        (1, {"nik": None}),
        (3, {"father_name": "H. Syafrial Dt. Rajo Basa"}),
        (3, {"father_nik": "1306990101600009", "father_name": "Zulkarnain"}),
        (3, {"born": date(2009, 11, 25)}),
        (3, {"born": date(1990, 7, 1), "recording_status": 3}),
        (3, {"household_id": None, "residency": Residency.TEMPORARY.value}),
        (1, {"marriage_date": "1995-06-01"}),
        (3, {"recording_status": None}),
    ],
)
def test_what_may_well_be_is_left_alone(number: int, facts: dict[str, object]) -> None:
    assert raised(*family((number, facts))) == set()


def test_the_dead_are_asked_nothing_but_are_parents_still() -> None:
    dead = {"life_status": LifeStatus.DEAD.value, "sex": FEMALE, "relation": None}
    assert raised(*family((2, dead | {"nik": None}), (3, {"mother_nik": ""}))) == set()
    older = family((2, {"life_status": LifeStatus.DEAD.value, "born": date(2011, 8, 12)}))
    assert whys(DoubtRule.CHILD_AGE, *older) == ["Anak hanya 0 tahun lebih muda dari ibu"]


def test_a_head_who_is_older_than_the_own_parent_is_asked_about_once() -> None:
    grandfather = person(9, "Bagindo", relation=PARENT, born=date(1975, 1, 1))
    assert whys(DoubtRule.CHILD_AGE, *family(), grandfather) == [
        "Kepala keluarga lebih tua dari orang tua"
    ]
    known_twice = family((1, {"born": date(2005, 3, 5), "nik": "1306990503050001"}),
                         (3, {"father_nik": "1306990503050001"}))  # fmt: skip
    assert len(whys(DoubtRule.CHILD_AGE, *known_twice)) == 1


def test_two_wives_of_one_wedding_day_are_asked_about_and_of_two_days_are_not() -> None:
    second = person(
        4, "Rosmaini", relation=WIFE, sex=FEMALE, born=date(1976, 1, 2), marriage_date="1999-05-01"
    )
    same = family((2, {"marriage_date": "1999-05-01"}))
    assert whys(DoubtRule.SAME_MARRIAGE_DATE, *same, second) == ["Dua istri kawin pada 01-05-1999"]
    other = family((2, {"marriage_date": "1996-05-01"}))
    assert raised(*other, second) == set()


def twin(number: int, name: str, **facts: object) -> PersonFacts:
    return person(number, name, household_id=UUID(int=number).bytes, relation=HEAD, **facts)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (twin(1, "Sahril"), twin(2, "Syahril"), "Ejaan mirip, lahir sama"),
        (twin(1, "Yusmaniar"), twin(2, "YUSMANIAR", gelar_belakang="S.Pd."),
         "Nama dan tanggal lahir sama"),
        (twin(1, "Nurhayati", mother_name="Rosmaini"),
         twin(2, "Nurhayatih", mother_name="Rosmaini", born=date(1970, 5, 3)),
         "Nama dan ibu sama, tanggal lahir hampir sama"),
        (twin(1, "Nurhayati", mother_name="Rosmaini"),
         twin(2, "Nurhayati", mother_name="Rosmainy", born=None),
         "Nama dan ibu sama, tanggal lahir belum lengkap"),
    ],
)  # fmt: skip
def test_one_person_written_twice_is_asked_about(
    first: PersonFacts, second: PersonFacts, why: str
) -> None:
    assert whys(DoubtRule.SAME_PERSON, first, second) == [why]
    assert whys(DoubtRule.SAME_PERSON, second, first) == [why]


@pytest.mark.parametrize(
    "second",
    [
        twin(2, "Sahrul"),
        twin(2, "Sahril", born=date(1971, 3, 5)),
        twin(2, "Sahril", life_status=LifeStatus.DEAD.value),
        twin(2, "Sahril", nik="1306990503700009", mother_name="Rosmaini"),
    ],
)
def test_two_people_are_not_taken_for_one(second: PersonFacts) -> None:
    first = twin(1, "Sahril", nik="1306990503700001", mother_name="Yusmaniar")
    assert DoubtRule.SAME_PERSON not in raised(first, second)


def test_an_invalid_record_that_bears_the_nik_of_a_right_one_is_asked_about() -> None:
    wrong = person(8, "Syafril", nik=FATHER_NIK, life_status=LifeStatus.INVALID.value)
    assert raised(*family(), wrong) == {DoubtRule.SAME_NIK}
    assert raised(*family((1, {"nik": None}), (3, {"father_nik": ""})), wrong) == set()


def test_another_fact_is_another_doubt_and_the_same_fact_is_the_same() -> None:
    def subject(born: date) -> str:
        (doubt,) = find_doubts(family((1, {"born": born})), TODAY)[DoubtRule.NIK_BIRTH_DATE]
        return doubt.subject

    assert subject(date(1970, 3, 6)) == subject(date(1970, 3, 6))
    assert subject(date(1970, 3, 6)) != subject(date(1970, 3, 7))
