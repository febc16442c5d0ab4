"""Invented households: who lives with whom, how old, married to which suku, where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from nagari_kit.domain.identity import HouseholdId, JorongId
from nagari_kit.domain.residents import Household, Jorong, Resident, Sex
from nagari_kit.services.synthetic_population import names
from nagari_kit.services.synthetic_population.people import (
    CHILD,
    DIVORCED,
    GRANDCHILD,
    HEAD,
    MARRIED,
    PARENT,
    PARENT_IN_LAW,
    UNMARRIED,
    WIDOWED,
    WIFE,
    Person,
    PersonFactory,
)

DEFAULT_DAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class SyntheticPopulation:
    """Jorong, households and residents that refer to each other by id."""

    jorong: tuple[Jorong, ...]
    households: tuple[Household, ...]
    residents: tuple[Resident, ...]


def generate_population(
    residents: int, *, seed: int = 1306, today: date = DEFAULT_DAY
) -> SyntheticPopulation:
    """Invent exactly that many residents; the same arguments always give the same people.

    `today` is the day on which the ages hold. Raises ValueError for a negative number.
    """
    if residents < 0:
        msg = f"residents must not be negative: {residents}"
        raise ValueError(msg)
    jorong, families = invent_families(seed=seed, today=today)
    households: list[Household] = []
    people: list[Resident] = []
    while len(people) < residents:
        home, members = next(families)
        households.append(home)
        people.extend(members[: residents - len(people)])
    return SyntheticPopulation(jorong, tuple(households), tuple(people))


def invent_families(
    *, seed: int = 1306, today: date = DEFAULT_DAY
) -> tuple[tuple[Jorong, ...], Iterator[tuple[Household, tuple[Resident, ...]]]]:
    """The jorong, and households with their members without end, for who cannot hold them all."""
    chance = Random(seed)  # noqa: S311 - reproducible invention, no secret
    factory = PersonFactory(chance, today)
    jorong = tuple(Jorong(JorongId(factory.identifier()), name) for name in names.JORONG)

    def families() -> Iterator[tuple[Household, tuple[Resident, ...]]]:
        while True:
            members = _household_members(factory)
            home = _home(factory, members[0], chance.choice(jorong).id)
            yield home, tuple(factory.resident(member, home.id) for member in members)

    return jorong, families()


def _home(factory: PersonFactory, head: Person, jorong_id: JorongId) -> Household:
    chance = factory.chance
    since = max(head.birth_date.year + 18, 1996)
    founded = date(min(since + chance.randrange(0, 12), factory.today.year - 1), 1, 1)
    founded += timedelta(days=chance.randrange(0, 365))
    return Household(
        id=HouseholdId(factory.identifier()),
        nomor_kk=factory.number(founded),
        address=f"{chance.choice(names.STREETS)} No. {chance.randrange(1, 180)}",
        jorong_id=jorong_id,
        rw=f"{chance.randrange(1, 4):03d}",
        rt=f"{chance.randrange(1, 7):03d}",
    )


def _household_members(factory: PersonFactory) -> list[Person]:
    """Head first, then spouse, children, and the old or the young who live with them."""
    chance = factory.chance
    draw = chance.random()
    if draw < 0.07:
        return [_single(factory)]
    if draw < 0.20:
        return _mother_alone(factory)
    return _couple(factory)


def _single(factory: PersonFactory) -> Person:
    sex = factory.chance.choice((Sex.MALE, Sex.FEMALE))
    age = factory.chance.choice((*range(20, 34), *range(60, 84)))
    marital = UNMARRIED if age < 40 else WIDOWED
    return factory.person(sex, factory.born(age), HEAD, marital, factory.pick(names.SUKU))


def _mother_alone(factory: PersonFactory) -> list[Person]:
    chance = factory.chance
    age = chance.randrange(28, 79)
    marital = WIDOWED if age > 50 or chance.random() < 0.4 else DIVORCED
    mother = factory.person(Sex.FEMALE, factory.born(age), HEAD, marital, factory.pick(names.SUKU))
    return [mother, *_children(factory, None, mother, chance.choice((0, 1, 1, 2, 2, 3)))]


def _couple(factory: PersonFactory) -> list[Person]:
    chance = factory.chance
    wife_age = min(max(int(chance.gauss(42, 14)), 20), 82)
    husband_age = max(wife_age + chance.choice((-1, 0, 1, 2, 3, 4, 5, 7, 9)), 21)
    # Marriage within one suku is against adat; children belong to the mother's.
    suku = factory.pick(names.SUKU)
    other = factory.pick(names.SUKU, other_than=suku)
    husband = factory.person(Sex.MALE, factory.born(husband_age), HEAD, MARRIED, other)
    wife = factory.person(Sex.FEMALE, factory.born(wife_age), WIFE, MARRIED, suku)
    married_at = chance.randrange(19, min(wife_age, 29) + 1) if wife_age > 19 else 19
    wedding = wife.birth_date + timedelta(days=int(married_at * 365.25) + 30)
    husband.wedding = wife.wedding = min(wedding, factory.today - timedelta(days=30))
    children = _children(factory, husband, wife, chance.choice((0, 1, 2, 2, 2, 3, 3, 4, 5)))
    return [husband, wife, *children, *_others(factory, wife, children)]


def _children(
    factory: PersonFactory, father: Person | None, mother: Person, wanted: int
) -> list[Person]:
    """Unmarried children who still live at home, eldest first, at least a year and a half apart."""
    chance = factory.chance
    children: list[Person] = []
    age_of_mother = 20.0 + chance.random() * 6
    for _ in range(wanted):
        birth_date = mother.birth_date + timedelta(days=int(age_of_mother * 365.25))
        age_of_mother += 1.5 + chance.random() * 3.5
        if birth_date >= factory.today or age_of_mother > 45:
            break
        if factory.age(birth_date) > 29:
            continue
        sex = chance.choice((Sex.MALE, Sex.FEMALE))
        child = factory.person(sex, birth_date, CHILD, UNMARRIED, mother.suku)
        child.father, child.mother = father, mother
        children.append(child)
    return children


def _others(factory: PersonFactory, wife: Person, children: list[Person]) -> list[Person]:
    chance = factory.chance
    age = factory.age(wife.birth_date)
    if age < 58 and chance.random() < 0.10:
        # The house is the wife's: her mother lives in it, of the same suku.
        old = factory.person(
            Sex.FEMALE,
            factory.born(age + chance.randrange(20, 28)),
            PARENT_IN_LAW,
            WIDOWED,
            wife.suku,
        )
        wife.mother = old
        return [old]
    if age < 58 and chance.random() < 0.02:
        suku = factory.pick(names.SUKU)
        old_age = min(age + chance.randrange(24, 34), 95)
        return [factory.person(Sex.FEMALE, factory.born(old_age), PARENT, WIDOWED, suku)]
    if age >= 50 and not children and chance.random() < 0.4:
        sex = chance.choice((Sex.MALE, Sex.FEMALE))
        young = factory.born(chance.randrange(3, 16))
        return [factory.person(sex, young, GRANDCHILD, UNMARRIED, wife.suku)]
    return []
