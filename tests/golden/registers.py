"""The population books whose words and looks are kept, filled with invented people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from nagari_kit.documents.registers import books
from nagari_kit.documents.registers.form import Register
from nagari_kit.documents.registers.population_rows import (
    Manner,
    card_rows,
    inhabitant_rows,
    mutation_rows,
    visitor_rows,
)
from nagari_kit.documents.registers.recapitulation_rows import (
    recapitulation_remarks,
    recapitulation_rows,
)
from nagari_kit.documents.registers.signatories import keeping_secretary, knowing_head
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.office import PaperSize
from nagari_kit.domain.population import Balance, EventKind, Flow, PeopleCount
from nagari_kit.domain.registers import Inhabitant, Mutation, Visitor
from nagari_kit.domain.residents import LifeStatus, Sex
from tests.unit.documents import samples

MANNER = Manner("jorong")
LAST_DAY = date(2026, 11, 30)
PLACE = "Nagari Koto Contoh, Kecamatan Batang Contoh, Kabupaten Contoh"
LONG_NAME = "Muhammad Rizki Ramadhan Al Ghifari Kurniawan Datuak Rajo Nan Panjang"

_MAN, _WOMAN = Sex.MALE, Sex.FEMALE
_PEOPLE = (
    ("Zulkifli", _MAN, 2, date(1971, 2, 14), 5, 9, "Koto Tangah", 1, "1306991402710001"),
    ("Ernawati", _WOMAN, 2, date(1974, 8, 5), 4, 2, "Koto Tangah", 3, "1306994508740002"),
    ("Mutia Zulkifli", _WOMAN, 1, date(2004, 6, 21), 8, 3, "Koto Tangah", 4, "1306996106040001"),
    ("Arif Zulkifli", _MAN, 1, date(2009, 11, 30), 4, 3, "Koto Tangah", 4, "1306993011090003"),
    ("Syafrial", _MAN, 2, date(1978, 3, 17), 3, 20, "Parik Dalam", 1, "1306991703780002"),
    ("Yusmaniar", _WOMAN, 2, date(1982, 9, 15), 4, 2, "Parik Dalam", 3, "1306995509820001"),
    ("Rosmaini", _WOMAN, 4, date(1955, 1, 9), 3, 1, "Parik Dalam", 8, "1306994901550001"),
    ("Rizky M. Siregar", _MAN, 1, date(1995, 3, 18), 7, 74, "Balai Lamo", 9, "1306991803950006"),
)  # fmt: skip


def inhabitant(number: int) -> Inhabitant:
    """The same eight people again and again, each time with another NIK."""
    name, sex, marital, born, education, work, jorong, relation, nik = _PEOPLE[number % 8]
    return Inhabitant(
        name=LONG_NAME if number % 23 == 9 else name,
        sex=sex,
        marital_status=marital,
        birth_place="Padangsidimpuan" if number % 8 == 7 else "Koto Contoh",
        birth_date=born,
        religion=1,
        education=education,
        occupation=work,
        language=1,
        citizenship=1,
        address="",
        rt="",
        rw="",
        jorong=jorong,
        family_relation=relation,
        nik=f"{int(nik) + number // 8:016d}",
        nomor_kk="1306991003080004",
        blood_type=4,
        father="Zainal Abidin",
        mother="Rosna",
        ktp_place="Kabupaten Contoh",
        ktp_date=date(2018, 4, 3),
        resident_since=born if relation == 4 else None,
    )


MUTATIONS = (
    Mutation(
        EventKind.BIRTH, True, date(2026, 11, 2), "Alya Khairunnisa", _WOMAN, "Koto Contoh",
        date(2026, 11, 2), 1,
    ),
    Mutation(
        EventKind.ARRIVAL, True, date(2026, 11, 5), LONG_NAME, _MAN, "Padangsidimpuan",
        date(1990, 5, 1), 1, {"origin": "Kota Bukittinggi, Kecamatan Mandiangin Koto Selayan"},
    ),
    Mutation(
        EventKind.DEATH, False, date(2026, 11, 11), "H. Zainal Abidin", _MAN, "Koto Contoh",
        date(1948, 7, 7), 1, {"place": "RSUD Kabupaten Contoh"},
    ),
    Mutation(
        EventKind.DEPARTURE, False, date(2026, 11, 17), "Suci Ramadani", _WOMAN, "Koto Contoh",
        date(2000, 2, 13), 1, {"destination": "Kota Padang", "address": "Jalan Veteran"},
    ),
    Mutation(
        EventKind.GONE, False, date(2026, 11, 20), "Kasman", _MAN, "Koto Contoh",
        date(1966, 5, 5), 1, {"destination": "Malaysia"},
    ),
    Mutation(
        EventKind.HOUSEHOLD_MOVE, True, date(2026, 11, 21), "Nurlaili", _WOMAN, "Koto Contoh",
        date(1979, 10, 2), 1, {}, "Sawah Liek",
    ),
    Mutation(
        EventKind.INVALIDATION, False, date(2026, 11, 22), "Nurlaili", _WOMAN, "Koto Contoh",
        date(1979, 10, 2), 1,
    ),
)  # fmt: skip
VISITORS = (
    Visitor(
        "Dedi Kurniawan", _MAN, "1371011203850004", "Padang", date(1985, 3, 12), 27, 1, "",
        "Minangkabau", "Kota Padang", "Membangun jembatan nagari", "CV Karya Contoh, Jorong Koto "
        "Tangah", date(2026, 11, 3), None, LifeStatus.ALIVE, "", "Koto Tangah",
    ),
    Visitor(
        "Emma Johansson", _WOMAN, "X1234567", "Göteborg", date(1999, 12, 24), 80, 2, "Swedia",
        "Swedia", "Universitas Contoh", "Penelitian rumah gadang", "", date(2026, 10, 1),
        date(2026, 11, 19), LifeStatus.MOVED, "Rumah gadang Dt. Paduko Alam", "Parik Dalam",
    ),
)  # fmt: skip


def balance(number: int, name: str, start: tuple[int, ...], **flows: PeopleCount) -> Balance:
    """`start` is men, women, foreign men, foreign women and households."""
    men, women, foreign_men, foreign_women, homes = start
    before = PeopleCount(foreign_men, foreign_women, men, women)
    known = {Flow(flow): count for flow, count in flows.items()}
    signs = {Flow.DEATH: -1, Flow.DEPARTURE: -1, Flow.MISSING: -1}
    after = PeopleCount(
        *(
            getattr(before, place)
            + sum(signs.get(flow, 1) * getattr(count, place) for flow, count in known.items())
            for place in ("foreign_men", "foreign_women", "men", "women")
        )
    )
    identity = JorongId(UUID(int=number)) if name else None
    return Balance(identity, name, before, known, after, homes, homes + 1)


BALANCES = (
    balance(
        1, "Koto Tangah", (512, 527, 1, 0, 298),
        birth=PeopleCount(men=1, women=2), arrival=PeopleCount(men=2, women=1),
        death=PeopleCount(men=1), departure=PeopleCount(men=1, women=2),
        internal=PeopleCount(men=2), adjustment=PeopleCount(women=1),
    ),
    balance(
        2, "Balai Lamo", (438, 446, 0, 0, 251),
        birth=PeopleCount(men=1), arrival=PeopleCount(men=1, women=1),
        death=PeopleCount(women=1), internal=PeopleCount(men=-2),
    ),
    balance(
        3, "Sawah Liek", (602, 588, 0, 1, 341),
        birth=PeopleCount(men=2, women=1), missing=PeopleCount(men=1),
        adjustment=PeopleCount(men=-1), arrival=PeopleCount(foreign_women=1),
    ),
    balance(4, "", (3, 1, 0, 0, 2)),
)  # fmt: skip


def register(form, rows, total=None, remarks=(), *, signed: bool = True) -> Register:
    head = samples.WALI_NAGARI if signed else None
    secretary = samples.SEKRETARIS if signed else None
    return Register(
        form,
        PLACE,
        "Bulan November 2026",
        f"{form.title} Nagari Koto Contoh, bulan November 2026",
        rows,
        total,
        knowing_head(head, samples.OFFICE),
        keeping_secretary(secretary, samples.OFFICE, LAST_DAY),
        remarks,
    )


def induk(count: int) -> Register:
    people = [inhabitant(number) for number in range(count)]
    return register(books.INDUK, inhabitant_rows(people, MANNER))


def recapitulation() -> Register:
    rows, total = recapitulation_rows(BALANCES, "jorong")
    form = books.recapitulation("jorong", "bulan")
    return register(form, rows, total, recapitulation_remarks(BALANCES, "jorong"))


def cards() -> Register:
    people = [replace(inhabitant(number), address="Jalan Surau 4", rt="002") for number in range(9)]
    return register(books.KTP_DAN_KK, card_rows(people, replace(MANNER, masked=True)))


REGISTERS: dict[str, tuple[Callable[[], Register], PaperSize]] = {
    "b1_induk": (lambda: induk(28), PaperSize.F4),
    "b1_induk_a4": (lambda: induk(28), PaperSize.A4),
    "b1_induk_kosong": (lambda: register(books.INDUK, [], signed=False), PaperSize.F4),
    "b2_mutasi": (lambda: register(books.MUTASI, mutation_rows(MUTATIONS, MANNER)), PaperSize.F4),
    "b3_rekapitulasi": (recapitulation, PaperSize.F4),
    "b4_sementara": (
        lambda: register(books.SEMENTARA, visitor_rows(VISITORS, MANNER, LAST_DAY)),
        PaperSize.F4,
    ),
    "b5_ktp_kk": (cards, PaperSize.F4),
}
