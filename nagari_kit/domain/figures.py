"""The figures of the population, as reports show them; each number has names behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.population import Balance, DayRule, Flow
from nagari_kit.domain.registers import RegisterPeriod
from nagari_kit.domain.residents import Jorong, Sex

BAND_YEARS = 5
LAST_BAND_FROM = 75
KTP_AGE = 17
"""Age from which a KTP-el is due (UU 24/2013 pasal 63); the married earlier."""


class Trait(StrEnum):
    """What a table of figures counts people by."""

    EDUCATION = "education"
    CURRENT_EDUCATION = "current_education"
    OCCUPATION = "occupation"
    RELIGION = "religion"
    MARITAL_STATUS = "marital_status"
    FAMILY_RELATION = "family_relation"
    CITIZENSHIP = "citizenship"
    BLOOD_TYPE = "blood_type"
    RECORDING = "recording"
    JORONG = "jorong"


class Recording(StrEnum):
    """Where somebody stands with the KTP-el."""

    NOT_DUE = "not_due"
    DUE = "due"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class TraitCount:
    """One line of a table: the code of the trait's list (None: not recorded) or text."""

    value: int | str | None
    label: str
    men: int
    women: int
    unknown: int = 0

    @property
    def total(self) -> int:
        """Everybody of the line."""
        return self.men + self.women + self.unknown


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Ages `first` to `last`, both included; `last` None for the oldest band."""

    first: int
    last: int | None
    men: int
    women: int


@dataclass(frozen=True, slots=True)
class PopulationFigures:
    """A nagari or one jorong at the end of a day. Ratios are None when nobody stands below.

    `dependency` counts those under 15 and over 64 per hundred of 15 to 64; `sex_ratio` men per
    hundred women; `change` is against the first day of the month. `without_birth_date` and
    `without_sex` are people whom the pyramid cannot show.
    """

    day: date
    people: int
    change: int
    households: int
    men: int
    women: int
    sex_ratio: float | None
    dependency: float | None
    ktp_due: int
    ktp_recorded: int
    bands: tuple[AgeBand, ...]
    without_birth_date: int
    without_sex: int


@dataclass(frozen=True, slots=True)
class MonthlyFlows:
    """Births and deaths of one month, by its first day."""

    month: date
    births: int
    deaths: int


@dataclass(frozen=True, slots=True)
class LampidReport:
    """Births, deaths, arrivals, departures of a period, by jorong and in all.

    `balanced` is whether start and flows give the end everywhere; `recorded_since` is the day on
    which the books were filled, None while they are empty.
    """

    start: date
    end: date
    rows: tuple[Balance, ...]
    total: Balance
    balanced: bool
    recorded_since: date | None


@dataclass(frozen=True, slots=True)
class PeopleBehind:
    """Which people a number counts, at the end of `day`; None means no restriction.

    `value` belongs to `trait`; with a trait and value None those count who have none recorded.
    `no_birth_date` and `no_sex` keep those whom a pyramid cannot show; `one_of_household` the
    person who stands for a KK: its head, or who comes first when it has none. `rule` says which
    day of an event counts.
    """

    day: date
    jorong_id: JorongId | None = None
    sex: Sex | None = None
    age_from: int | None = None
    age_to: int | None = None
    trait: Trait | None = None
    value: int | str | None = None
    rule: DayRule = DayRule.EVENT
    no_birth_date: bool = False
    no_sex: bool = False
    one_of_household: bool = False


@dataclass(frozen=True, slots=True)
class FlowBehind:
    """Which people a number of the LAMPID report counts, over whole days, both inclusive.

    `jorong_id` None means all; `placeless` those alone who belong to no jorong.
    """

    start: date
    end: date
    flow: Flow
    rule: DayRule = DayRule.EVENT
    jorong_id: JorongId | None = None
    placeless: bool = False


@dataclass(frozen=True, slots=True)
class FiguresChoices:
    """What a page of figures offers: the office's sub-areas, what it calls one, and today.

    `since` is the day on which the books were filled from a list, None when they never were;
    `is_empty`: nobody was ever recorded.
    """

    jorong: tuple[Jorong, ...]
    area_word: str
    today: date
    since: date | None
    is_empty: bool


@dataclass(frozen=True, slots=True)
class MonthBalance:
    """The balance of one month, by its first day."""

    month: date
    balance: Balance


@dataclass(frozen=True, slots=True)
class PopulationOverview:
    """What a page of figures shows first; `figures` are those of the period's last day or today."""

    period: RegisterPeriod
    figures: PopulationFigures
    lampid: LampidReport
    months: tuple[MonthlyFlows, ...]


class FigureTable(StrEnum):
    """Tables of a report that are not by a trait."""

    AGES = "ages"
    LAMPID = "lampid"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class ReportWish:
    """A report for paper or spreadsheet: its tables in order, for a period, of one jorong or all.

    Tables of people show the last day of the period, or today while that is to come. `rule`
    concerns LAMPID alone.
    """

    period: RegisterPeriod
    tables: tuple[FigureTable | Trait, ...]
    jorong_id: JorongId | None = None
    rule: DayRule = DayRule.EVENT


@dataclass(frozen=True, slots=True)
class NamesReport:
    """The names behind a number as a spreadsheet; `title` and `about` say which number it is."""

    title: str
    about: str
    behind: PeopleBehind | FlowBehind
