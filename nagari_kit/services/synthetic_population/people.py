"""Invented persons one by one: names, NIK of no real kecamatan, schooling, work."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Papers, Parents, Resident, Sex
from nagari_kit.services.synthetic_population import names

AREA = "130699"
"""Kabupaten code of Agam with a kecamatan number that was never given."""

# Codes of the population books that the generator uses.
ISLAM = 1
UNMARRIED, MARRIED, DIVORCED, WIDOWED = 1, 2, 3, 4
HEAD, WIFE, CHILD, GRANDCHILD, PARENT, PARENT_IN_LAW = 1, 3, 4, 6, 7, 8
NO_SCHOOL, PRIMARY_UNFINISHED, PRIMARY, JUNIOR, SENIOR, DIPLOMA, BACHELOR = 1, 2, 3, 4, 5, 7, 8
OUT_OF_SCHOOL, BEFORE_SCHOOL = 18, 1
NO_WORK, HOUSEWIFE, PUPIL, RETIRED = 1, 2, 3, 4
MEN_WORK = (
    (9, 34),
    (88, 16),
    (84, 14),
    (20, 9),
    (19, 8),
    (26, 5),
    (81, 5),
    (5, 4),
    (15, 3),
    (65, 2),
)
WOMEN_WORK = (
    (2, 42),
    (9, 18),
    (84, 14),
    (88, 8),
    (30, 6),
    (65, 4),
    (5, 4),
    (20, 2),
    (74, 1),
    (73, 1),
)
BLOOD = ((13, 60), (1, 10), (2, 10), (3, 4), (4, 16))
BIRTH_CERTIFICATES_SINCE = 1990
FASHION_CHANGED = 1982


@dataclass(slots=True)
class Person:
    """A person while the household is being put together."""

    sex: Sex
    birth_date: date
    relation: int
    marital_status: int
    name: str
    suku: str
    nik: str
    father: Person | None = None
    mother: Person | None = None
    gelar_adat: str = ""
    wedding: date | None = None
    names_of_parents: tuple[str, str] = field(default=("", ""))


class PersonFactory:
    """Draws persons from one seeded source of chance."""

    def __init__(self, chance: Random, today: date) -> None:
        self.chance = chance
        self.today = today
        self._serials: Counter[str] = Counter()
        self._ids = itertools.count(1)

    def identifier(self) -> UUID:
        """UUID of version 7 whose time part is a counter, so that a seed gives the same ids."""
        value = next(self._ids) << 80 | self.chance.getrandbits(74)
        value = value & ~(0xF << 76) | 0x7 << 76
        return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)

    def number(self, day: date, *, woman: bool = False) -> str:
        """16 digits in the manner of a NIK or KK number, unique within this factory."""
        stem = f"{AREA}{day.day + (40 if woman else 0):02d}{day:%m%y}"
        self._serials[stem] += 1
        return f"{stem}{self._serials[stem]:04d}"

    def pick(self, weighted: tuple[tuple[str, int], ...], *, other_than: str = "") -> str:
        """One of the words, by weight; with `other_than` never that one."""
        while True:
            word = self.chance.choices([w for w, _ in weighted], [n for _, n in weighted])[0]
            if word != other_than:
                return word

    def born(self, age: int) -> date:
        """A birthday of somebody who is `age` years old today."""
        return self.today - timedelta(days=int(age * 365.25) + self.chance.randrange(1, 365))

    def person(self, sex: Sex, birth_date: date, relation: int, marital: int, suku: str) -> Person:
        """Somebody new with name, NIK and, for a grown man, a gelar."""
        woman = sex is Sex.FEMALE
        person = Person(
            sex=sex,
            birth_date=birth_date,
            relation=relation,
            marital_status=marital,
            name=self._name(sex, birth_date.year),
            suku=suku,
            nik=self.number(birth_date, woman=woman),
            names_of_parents=(
                self._name(Sex.MALE, birth_date.year - 28),
                self._name(Sex.FEMALE, birth_date.year - 25),
            ),
        )
        if not woman and marital != UNMARRIED:
            person.gelar_adat = self._gelar(self.age(birth_date))
        return person

    def age(self, birth_date: date) -> int:
        """Whole years today."""
        before = (self.today.month, self.today.day) < (birth_date.month, birth_date.day)
        return self.today.year - birth_date.year - before

    def _name(self, sex: Sex, birth_year: int) -> str:
        first, second = (
            (names.MEN_FIRST, names.MEN_SECOND)
            if sex is Sex.MALE
            else (names.WOMEN_FIRST, names.WOMEN_SECOND)
        )
        # The lists begin with the names of the old and end with those of the young.
        middle = len(first) // 2
        fitting = first[: middle + 8] if birth_year < FASHION_CHANGED else first[middle - 8 :]
        chosen = self.chance.choice(fitting)
        return chosen if self.chance.random() < 0.22 else f"{chosen} {self.chance.choice(second)}"

    def _gelar(self, age: int) -> str:
        draw = self.chance.random()
        if age >= 40 and draw < 0.02:
            return self.chance.choice(names.DATUAK)
        if draw < 0.55:
            first = self.chance.choice(names.GELAR_FIRST)
            second = self.chance.choice([w for w in names.GELAR_SECOND if w != first])
            return f"{first} {second}"
        return ""

    def resident(self, person: Person, household_id: HouseholdId) -> Resident:
        """The person as the population books keep one."""
        age = self.age(person.birth_date)
        education, current = self._schooling(age)
        return Resident(
            id=ResidentId(self.identifier()),
            name=PersonName(person.name, gelar_adat=person.gelar_adat),
            nik=person.nik,
            sex=person.sex,
            birth_place=self.pick(names.BIRTH_PLACES),
            birth_date=person.birth_date,
            religion=ISLAM,
            education=education,
            current_education=current,
            occupation=self._work(person.sex, age),
            marital_status=person.marital_status,
            family_relation=person.relation,
            blood_type=self.chance.choices([c for c, _ in BLOOD], [n for _, n in BLOOD])[0],
            household_id=household_id,
            suku=person.suku,
            parents=_parents(person),
            papers=self._papers(person, age),
        )

    def _schooling(self, age: int) -> tuple[int, int]:
        """Codes of the highest schooling and of the running one."""
        if age < 7:
            return NO_SCHOOL, BEFORE_SCHOOL
        if age < 13:
            return PRIMARY_UNFINISHED, 4
        if age < 16:
            return PRIMARY, 6
        if age < 19:
            return JUNIOR, 7
        weights = (12, 30, 28, 25, 2, 3) if age > 55 else (1, 8, 20, 52, 6, 13)
        levels = (PRIMARY_UNFINISHED, PRIMARY, JUNIOR, SENIOR, DIPLOMA, BACHELOR)
        level = self.chance.choices(levels, weights)[0]
        studies = age < 23 and level == SENIOR and self.chance.random() < 0.35
        return level, 11 if studies else OUT_OF_SCHOOL

    def _work(self, sex: Sex, age: int) -> int:
        if age < 6:
            return NO_WORK
        if age < 19 or (age < 23 and self.chance.random() < 0.3):
            return PUPIL
        if age > 66 and self.chance.random() < 0.5:
            return self.chance.choice((NO_WORK, RETIRED)) if sex is Sex.MALE else HOUSEWIFE
        table = MEN_WORK if sex is Sex.MALE else WOMEN_WORK
        return self.chance.choices([c for c, _ in table], [n for _, n in table])[0]

    def _papers(self, person: Person, age: int) -> Papers:
        grown = age >= 17
        recorded = grown and self.chance.random() < 0.94
        certificate = ""
        if person.birth_date.year >= BIRTH_CERTIFICATES_SINCE and self.chance.random() < 0.9:
            number, year = self.chance.randrange(1, 9999), person.birth_date.year
            certificate = f"1399-LT-{number:04d}-{year}"
        wedding = person.wedding
        return Papers(
            birth_certificate=certificate,
            marriage_certificate=f"{wedding:%m}/{wedding.day:02d}/KN/{wedding.year}"
            if wedding
            else "",
            marriage_date=wedding,
            ektp=2 if recorded else 1,
            recording_status=8 if recorded else (2 if grown else 1),
        )


def _parents(person: Person) -> Parents:
    father, mother = person.father, person.mother
    return Parents(
        father_nik=father.nik if father else "",
        father_name=father.name if father else person.names_of_parents[0],
        mother_nik=mother.nik if mother else "",
        mother_name=mother.name if mother else person.names_of_parents[1],
    )
