"""The books of Permendagri 47/2016: which one is wanted for which days, and what stands in it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from nagari_kit.domain.dates import MONTHS, long_date
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.population import DayRule, EventKind
from nagari_kit.domain.residents import LifeStatus, Sex


class BookId(StrEnum):
    """Codes of Permendagri 47/2016."""

    INDUK = "B.1"
    MUTASI = "B.2"
    REKAPITULASI = "B.3"
    SEMENTARA = "B.4"
    KTP_KK = "B.5"
    AGENDA = "A.7"
    EKSPEDISI = "A.8"

    @property
    def is_of_letters(self) -> bool:
        """Whether it holds letters; the others hold the population."""
        return self in {BookId.AGENDA, BookId.EKSPEDISI}

    @property
    def names_people(self) -> bool:
        """Whether people stand in it; the others hold sums alone."""
        return self is not BookId.REKAPITULASI

    @property
    def has_numbers(self) -> bool:
        """Whether NIK or KK numbers stand in it."""
        return self in {BookId.INDUK, BookId.SEMENTARA, BookId.KTP_KK}


@dataclass(frozen=True, slots=True)
class RegisterPeriod:
    """Whole days, both inclusive."""

    start: date
    end: date

    @classmethod
    def month(cls, year: int, month: int) -> RegisterPeriod:
        """A month of the calendar."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> RegisterPeriod:
        """A year of the calendar."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def span(self) -> str:
        """What the headings of B.3 call it: bulan, tahun or masa."""
        if self == RegisterPeriod.month(self.start.year, self.start.month):
            return "bulan"
        return "tahun" if self == RegisterPeriod.year(self.start.year) else "masa"

    @property
    def words(self) -> str:
        """`Bulan November 2026`, `Tahun 2026`, `1 sampai dengan …` of any other days."""
        if self.span == "bulan":
            return f"Bulan {MONTHS[self.start.month - 1]} {self.start.year}"
        if self.span == "tahun":
            return f"Tahun {self.start.year}"
        if self.start == self.end:
            return long_date(self.start)
        return f"{long_date(self.start)} sampai dengan {long_date(self.end)}"


@dataclass(frozen=True, slots=True)
class RegisterWish:
    """A book for a period, of one jorong or of all.

    Unless `full`, most digits of NIK and KK are hidden; a full book needs a `reason`.
    The books of people (B.1, B.5) show the last day of the period. The books of letters are of
    the whole office.
    """

    book: BookId
    period: RegisterPeriod
    jorong_id: JorongId | None = None
    rule: DayRule = DayRule.EVENT
    full: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Inhabitant:
    """Somebody who is counted on a day, as B.1 and B.5 write it; numbers are codes of the lists.

    `sex`, `citizenship`, jorong and KK are those of that day. `resident_since` is the day of birth
    or arrival, None when the books do not know it.
    """

    name: str
    sex: Sex | None
    marital_status: int | None
    birth_place: str
    birth_date: date | None
    religion: int | None
    education: int | None
    occupation: int | None
    language: int | None
    citizenship: int | None
    address: str
    rt: str
    rw: str
    jorong: str
    family_relation: int | None
    nik: str | None
    nomor_kk: str | None
    blood_type: int | None
    father: str
    mother: str
    ktp_place: str
    ktp_date: date | None
    resident_since: date | None


@dataclass(frozen=True, slots=True)
class Mutation:
    """One person who came to be counted, or ceased to be, by one event.

    `is_addition` tells which. `facts` are those of the event. `other_jorong` is where a person of
    a book of one jorong came from or went to within the nagari.
    """

    kind: EventKind
    is_addition: bool
    day: date
    name: str
    sex: Sex | None
    birth_place: str
    birth_date: date | None
    citizenship: int | None
    facts: Mapping[str, str] = field(default_factory=dict)
    other_jorong: str = ""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A temporary resident (penduduk tidak tetap) with what the arrival's report said."""

    name: str
    sex: Sex | None
    identity: str
    birth_place: str
    birth_date: date | None
    occupation: int | None
    citizenship: int | None
    origin_country: str
    ethnic_group: str
    origin: str
    purpose: str
    host: str
    arrived_on: date | None
    left_on: date | None
    life_status: LifeStatus
    address: str
    jorong: str
