"""What an invented resident would ask of the desk: plausible values for each kind of letter."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.residents import ResidentFilter, ResidentRecord, ResidentRow

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
        elif defaults.get(field.id):
            values[field.id] = defaults[field.id]
    return values


def _has_wife(record: ResidentRecord) -> bool:
    """Whether the household has the wife of its head, whose income a letter may name."""
    relations = [record.resident.family_relation, *(one.family_relation for one in record.members)]
    return WIFE in relations
