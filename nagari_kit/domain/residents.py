"""Residents, households and jorong as values that cross rooms, and the rows that lists show."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, IntEnum

from nagari_kit.domain.identity import HouseholdId, JorongId, LetterId, ResidentId
from nagari_kit.domain.names import PersonName


class Sex(IntEnum):
    """Code of the KK list: 1 man, 2 woman."""

    MALE = 1
    FEMALE = 2


class LifeStatus(IntEnum):
    """`status_dasar` of the population books."""

    ALIVE = 1
    DEAD = 2
    MOVED = 3
    MISSING = 4
    GONE = 6
    INVALID = 9


class Residency(IntEnum):
    """`status` of the population books: a temporary resident is in book B.4 and in no count."""

    PERMANENT = 1
    TEMPORARY = 2


@dataclass(frozen=True, slots=True)
class Jorong:
    """Sub-area of the nagari; `label` of the level (jorong, korong, kampung) is the office's."""

    id: JorongId
    name: str


@dataclass(frozen=True, slots=True)
class Household:
    """A kartu keluarga. `nomor_kk` is 16 digits, or None when not yet recorded."""

    id: HouseholdId
    nomor_kk: str | None
    address: str = ""
    jorong_id: JorongId | None = None
    rw: str = ""
    rt: str = ""
    registered_on: date | None = None
    printed_on: date | None = None
    welfare: int | None = None


@dataclass(frozen=True, slots=True)
class RestrictedFacts:
    """Health facts (UU PDP: specific data), kept apart and never printed unless a letter needs it.

    Codes are those of `code_lists`.
    """

    disability: int | None = None
    family_planning: int | None = None
    pregnancy: int | None = None
    chronic_illness: int | None = None


@dataclass(frozen=True, slots=True)
class Papers:
    """Numbers and dates of a resident's documents; empty text when there is none."""

    birth_certificate: str = ""
    passport: str = ""
    passport_expiry: date | None = None
    kitas: str = ""
    marriage_certificate: str = ""
    marriage_date: date | None = None
    divorce_certificate: str = ""
    divorce_date: date | None = None
    ektp: int | None = None
    recording_status: int | None = None
    tag_id_card: str = ""
    insurance: int | None = None
    insurance_number: str = ""
    employment_insurance: str = ""
    ktp_place: str = ""
    ktp_date: date | None = None


@dataclass(frozen=True, slots=True)
class BirthFacts:
    """How somebody was born, as a birth letter asks it.

    `time` is "HH.MM" or ""; `weight` in grams, `length` in centimetres, `order` counts the
    mother's children from 1; the rest are codes of `code_lists`.
    """

    time: str = ""
    place_kind: int | None = None
    kind: int | None = None
    order: int | None = None
    helper: int | None = None
    weight: int | None = None
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Parents:
    """Father and mother as written on the KK; a NIK is 16 digits or empty."""

    father_nik: str = ""
    father_name: str = ""
    mother_nik: str = ""
    mother_name: str = ""


@dataclass(frozen=True, slots=True)
class Resident:
    """A person of the nagari. NIK is an attribute, nullable, never a key.

    Integer fields are codes of `code_lists`; None means not known. `suku` is the Minang clan,
    `ethnic_group` what the census calls suku bangsa. A record that was marked invalid says why in
    `invalid_reason`; one that was merged names the record that lives on in `merged_into`.
    """

    id: ResidentId
    name: PersonName
    nik: str | None = None
    sex: Sex | None = None
    birth_place: str = ""
    birth_date: date | None = None
    religion: int | None = None
    education: int | None = None
    current_education: int | None = None
    occupation: int | None = None
    marital_status: int | None = None
    family_relation: int | None = None
    citizenship: int | None = 1
    blood_type: int | None = None
    household_id: HouseholdId | None = None
    current_address: str = ""
    suku: str = ""
    phone: str = ""
    life_status: LifeStatus = LifeStatus.ALIVE
    parents: Parents = Parents()
    papers: Papers = Papers()
    restricted: RestrictedFacts = RestrictedFacts()
    latitude: str = ""
    longitude: str = ""
    ethnic_group: str = ""
    kaum: str = ""
    penghulu: str = ""
    residency: Residency = Residency.PERMANENT
    previous_address: str = ""
    previous_nomor_kk: str = ""
    email: str = ""
    language: int | None = None
    note: str = ""
    origin_country: str = ""
    birth: BirthFacts = BirthFacts()
    invalid_reason: str = ""
    merged_into: ResidentId | None = None

    @property
    def is_counted(self) -> bool:
        """Whether the person belongs to the population of the nagari, as its figures count it."""
        return self.life_status is LifeStatus.ALIVE and self.residency is Residency.PERMANENT

    def as_invalid(self, reason: str) -> Resident:
        """The record marked as never right; it stays to be read, with the reason."""
        return dataclasses.replace(self, life_status=LifeStatus.INVALID, invalid_reason=reason)


@dataclass(frozen=True, slots=True)
class ResidentRow:
    """One line of a list or search result; `nik` and `nomor_kk` are full: mask before showing.

    `found_by` says why somebody was found who does not bear the name, "ibu: Nurhayati".
    """

    id: ResidentId
    name: str
    nik: str | None
    nomor_kk: str | None
    sex: Sex | None
    birth_date: date | None
    jorong: str
    family_relation: int | None
    head_name: str
    recording_status: int | None
    life_status: LifeStatus
    birth_place: str = ""
    marital_status: int | None = None
    religion: int | None = None
    education: int | None = None
    occupation: int | None = None
    suku: str = ""
    address: str = ""
    rw: str = ""
    rt: str = ""
    found_by: str = ""


class KtpStanding(Enum):
    """Whether the face and fingers were taken for a KTP-el; who is 17 or married must have one."""

    RECORDED = "recorded"
    NOT_RECORDED = "not_recorded"
    NOT_REQUIRED = "not_required"


@dataclass(frozen=True, slots=True)
class ResidentFilter:
    """What the list of residents shows; None means no restriction. Ages are whole years, inclusive.

    `text` is matched as the search box does, loosely only when nobody fits exactly. Only people who
    are alive, unless `all_statuses` or `life_status` says otherwise. Whole numbers are codes of
    `code_lists`.
    """

    text: str = ""
    jorong_id: JorongId | None = None
    age_from: int | None = None
    age_to: int | None = None
    sex: Sex | None = None
    family_relation: int | None = None
    all_statuses: bool = False
    life_status: LifeStatus | None = None
    residency: Residency | None = None
    ktp: KtpStanding | None = None
    marital_status: int | None = None
    religion: int | None = None
    education: int | None = None
    occupation: int | None = None
    suku: str = ""
    without_nik: bool = False
    without_kk: bool = False


@dataclass(frozen=True, slots=True)
class ResidentPage:
    """`rows` from `offset` on, sorted by name; `total` counts all rows of the filter.

    With a text, names that begin so come first, then names that fit, then people whose parents or
    address fit; `is_guess`: nobody fits, these may be meant.
    """

    rows: tuple[ResidentRow, ...]
    offset: int
    total: int
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class HouseholdMember:
    """A member of the household of a resident on the record page, or one who was."""

    id: ResidentId
    name: str
    nik: str | None
    sex: Sex | None
    birth_date: date | None
    family_relation: int | None
    occupation: int | None
    recording_status: int | None
    life_status: LifeStatus = LifeStatus.ALIVE


@dataclass(frozen=True, slots=True)
class ResidentLetterRow:
    """A letter on one resident's record page.

    `role` is "" for a letter of the resident, else the id of the role in which it names the
    resident, `role_label` what the form calls it; `subject_name` is whose letter it is.
    """

    id: LetterId
    number: str
    title: str
    issue_date: date
    status: str
    valid_until: date | None
    type_id: str = ""
    role: str = ""
    role_label: str = ""
    subject_name: str = ""


@dataclass(frozen=True, slots=True)
class ResidentRecord:
    """Everything that the record page shows; `members` are the others who live in the KK.

    `former` are those who lived in it until they died, left or were missed.
    """

    resident: Resident
    household: Household | None
    jorong: str
    members: tuple[HouseholdMember, ...]
    letters: tuple[ResidentLetterRow, ...]
    changed_at: datetime | None
    changed_by: str
    former: tuple[HouseholdMember, ...] = ()


@dataclass(frozen=True, slots=True)
class PopulationSummary:
    """Counts of people who are alive; `headless` of the households have nobody as head."""

    people: int
    households: int
    men: int
    women: int
    headless: int = 0


@dataclass(frozen=True, slots=True)
class LetterSubject:
    """A resident with what letters say of the family. `members` are of the household, all alive.

    `jorong` is a name or "". `father` and `mother` are None unless they are in the books.
    """

    resident: Resident
    household: Household | None
    jorong: str
    father: Resident | None
    mother: Resident | None
    members: tuple[Resident, ...]
