"""What an invented resident would ask of the desk: plausible facts for each kind of letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from nagari_kit.documents.sample_facts import sample_cells, sample_value
from nagari_kit.domain.letter_fields import ColumnSpec
from nagari_kit.domain.letters import LetterInput, LetterPerson, LetterType
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.residents import (
    LifeStatus,
    ResidentFilter,
    ResidentRecord,
    ResidentRow,
    Sex,
)

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

BUSINESSES = (
    ("Kerupuk Sanjai {name}", "Industri rumah tangga pengolahan singkong"),
    ("Dapur Randang {name}", "Industri makanan rumahan"),
    ("Kedai Harian {name}", "Perdagangan barang harian"),
    ("Bengkel {name}", "Perbengkelan"),
    ("Sulaman {name}", "Jahit dan sulam"),
    ("Lapau Kopi {name}", "Rumah makan"),
)
LANDMARKS = (
    "di samping Surau Gadang",
    "di depan Balai Adat",
    "dekat Simpang Tigo",
    "di tepi tabek",
)
LATEST = 2024
"""Year since which at the latest a business runs or somebody lives where they live."""

WIFE = 3
"""Code of the relation to the head of the household."""

INCOMES = ("tidak tetap", "750000", "900000", "1200000")
NOBODY, DEAD = "tanpa", "meninggal"
MOST_ASKED = 8
"""Place in the order of frequency down to which the demonstration's days have letters."""
OUTSIDERS = (
    Outsider(
        PersonName("Hendri Zainal"),
        sex=Sex.MALE,
        birth_place="Padang",
        birth_date=date(1980, 3, 12),
        religion=1,
        occupation=88,
        address="Jalan Contoh Nomor 7, Kelurahan Contoh, Kota Padang",
        father_name="Zainal",
    ),
    Outsider(
        PersonName("Sri Wahyuni"),
        sex=Sex.FEMALE,
        birth_place="Pekanbaru",
        birth_date=date(1984, 6, 21),
        religion=1,
        occupation=2,
        address="Jalan Contoh Nomor 12, Kelurahan Contoh, Kota Pekanbaru",
        father_name="Ahmad",
    ),
)
"""Nobody of them exists either."""


def some_grown_people(workspace: Workspace, wanted: int, chance: Random) -> list[ResidentRow]:
    """At most that many different residents of working age, from the whole alphabet."""
    grown = ResidentFilter(age_from=21, age_to=64)
    total = workspace.residents.page(grown, 0, 1).total
    places = chance.sample(range(total), min(wanted, total))
    return [workspace.residents.page(grown, place, 1).rows[0] for place in places]


def sample_values(
    kind: LetterType, record: ResidentRecord, defaults: dict[str, str], chance: Random
) -> dict[str, str]:
    """Values of every required field and most others; `defaults` are the definition's own."""
    first_name = record.resident.name.name.split()[0]
    shop, trade = chance.choice(BUSINESSES)
    home = record.household.address if record.household else ""
    born = record.resident.birth_date
    grown_up = min(born.year + 19, LATEST) if born else LATEST
    since = chance.randrange(max(grown_up, LATEST - 15), LATEST + 1)
    known = {
        "nama_usaha": shop.format(name=first_name),
        "jenis_usaha": trade,
        "tempat_usaha": f"Jorong {record.jorong}, {chance.choice(LANDMARKS)}",
        "berdiri_sejak": f"Maret {since}",
        "tenaga_kerja": str(chance.randrange(1, 6)),
        "penghasilan_ayah": chance.choice(INCOMES),
        "penghasilan_ibu": chance.choice(INCOMES) if _has_wife(record) else "",
        "sejak": date(since, 1 + chance.randrange(12), 14).isoformat(),
        "jorong": record.jorong,
        "alamat": home,
    }
    values: dict[str, str] = {}
    for field in kind.fields:
        if field.id in known:
            values[field.id] = known[field.id]
        elif field.options:
            values[field.id] = chance.choice(field.options)
        else:
            values[field.id] = sample_value(field, defaults)
    return {name: text for name, text in values.items() if text}


def letter_wish(
    workspace: Workspace, kind: LetterType, person: ResidentRow, chance: Random
) -> LetterInput:
    """A whole letter of this kind for this resident, people in roles and lists, too."""
    record = workspace.residents.record(person.id)
    if kind.subject == NOBODY:
        values = sample_values(kind, record, {}, chance)
        return LetterInput(kind.id, None, values, people=_people(kind, {}))
    defaults = workspace.previews.defaults(kind.id, person.id)
    proposed = workspace.letter_people.proposed(kind.id, person.id)
    return LetterInput(
        kind.id,
        person.id,
        sample_values(kind, record, defaults, chance),
        people=_people(kind, proposed),
    )


def subject_for(workspace: Workspace, kind: LetterType, person: ResidentRow) -> ResidentRow | None:
    """Who may be the person of such a letter: somebody dead where it asks for one, None: nobody."""
    if kind.subject != DEAD:
        return person
    dead = workspace.residents.page(ResidentFilter(life_status=LifeStatus.DEAD), 0, 1).rows
    return dead[0] if dead else None


def often_asked(workspace: Workspace) -> list[LetterType]:
    """Kinds that fill an ordinary day and name nobody but the resident."""
    return [
        one
        for one in workspace.catalogue.types()
        if one.demonstrated
        and one.frequency <= MOST_ASKED
        and one.subject not in {NOBODY, DEAD}
        and not any(role.required for role in one.people)
        and not any(people.least for people in one.people_lists)
    ]


def _people(
    kind: LetterType, proposed: Mapping[str, tuple[LetterPerson, ...]]
) -> dict[str, tuple[LetterPerson, ...]]:
    """The proposals, and outsiders where somebody is needed and nobody is proposed."""
    found: dict[str, tuple[LetterPerson, ...]] = {}
    for number, role in enumerate(kind.people):
        given = proposed.get(role.id, ())
        if not given and role.required:
            fitting = [one for one in OUTSIDERS if _SEXES.get(role.sex, one.sex) is one.sex]
            given = (LetterPerson(outsider=fitting[number % len(fitting)]),)
        if given:
            found[role.id] = tuple(_with_cells(one, role.columns, 0) for one in given)
    for people in kind.people_lists:
        listed = proposed.get(people.id, ())
        missing = max(0, people.least - len(listed))
        others = (LetterPerson(outsider=OUTSIDERS[place % 2]) for place in range(missing))
        filled = (*listed, *others)
        if filled:
            found[people.id] = tuple(
                _with_cells(one, people.columns, place) for place, one in enumerate(filled)
            )
    return found


def _with_cells(one: LetterPerson, columns: tuple[ColumnSpec, ...], place: int) -> LetterPerson:
    return replace(one, columns=sample_cells(columns, place=place))


_SEXES = {"laki-laki": Sex.MALE, "perempuan": Sex.FEMALE}


def _has_wife(record: ResidentRecord) -> bool:
    """Whether the household has the wife of its head, whose income a letter may name."""
    relations = [record.resident.family_relation, *(one.family_relation for one in record.members)]
    return WIFE in relations
