"""What the officer fills in when something happens to people or households: one form each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.population import Reporter
from nagari_kit.domain.residents import Household, Resident


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """`event_date` is when it happened, `report_date` when the office heard of it.

    `relations` overrules the proposed relation in the KK (codes of `FAMILY_RELATION`) by person.
    """

    event_date: date
    report_date: date
    reporter: Reporter = field(default_factory=Reporter)
    note: str = ""
    relations: Mapping[ResidentId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthReport(_Report):
    """A child was born into a household. `child` bears name, sex, birth facts and parents."""

    child: Resident
    household_id: HouseholdId


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathReport(_Report):
    """Somebody died. `cause` and `helper` are codes, `time` "HH.MM" or ""."""

    resident_id: ResidentId
    place: str = ""
    time: str = ""
    cause: int | None = None
    helper: int | None = None
    certificate: str = ""
    new_head_id: ResidentId | None = None


class MovementScope(StrEnum):
    """How far somebody goes (codes 1 to 4 of `ref_pindah`)."""

    NAGARI = "1"
    KECAMATAN = "2"
    KABUPATEN = "3"
    PROVINCE = "4"


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureReport(_Report):
    """People of one household move out of the nagari."""

    resident_ids: tuple[ResidentId, ...]
    destination: str
    address: str = ""
    scope: MovementScope = MovementScope.KECAMATAN
    reason: str = ""
    kept_nomor_kk: bool = False
    new_head_id: ResidentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingReport(_Report):
    """Somebody is missing. `police_report` is the number of the police's paper, if any."""

    resident_id: ResidentId
    last_seen: str = ""
    police_report: str = ""
    new_head_id: ResidentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneReport(_Report):
    """Somebody went away without moving: nobody knows where, or without papers."""

    resident_id: ResidentId
    destination: str = ""
    reason: str = ""
    new_head_id: ResidentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalReport(_Report):
    """People come to live here. `household` is one of the nagari's, or new to it.

    Temporary ones (book B.4) name whom they visit and why in `host` and `purpose`.
    """

    people: tuple[Resident, ...]
    household: Household
    origin: str
    reason: str = ""
    host: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationReport(_Report):
    """People who have long lived here enter the books only now."""

    people: tuple[Resident, ...]
    household: Household | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReport(_Report):
    """People who moved, went or were missing are back; `household` None means their old one."""

    resident_ids: tuple[ResidentId, ...]
    household: Household | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitReport(_Report):
    """Members of a household open a KK of their own (pecah KK). `household` is the new one."""

    resident_ids: tuple[ResidentId, ...]
    head_id: ResidentId
    household: Household
    new_head_of_rest_id: ResidentId | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReport(_Report):
    """Everybody of one household joins another (gabung KK)."""

    from_id: HouseholdId
    into_id: HouseholdId
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadChangeReport(_Report):
    """Another member becomes head of the household."""

    household_id: HouseholdId
    head_id: ResidentId
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdMoveReport(_Report):
    """A whole household moves within the nagari. `household` holds the new place."""

    household: Household
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionReport(_Report):
    """The books were wrong: these are the records as they should be. Nothing happened to people.

    Households that the records name and that differ from the books are in `households`.
    `looked_at` are the records as the officer saw them: who is otherwise by now is not overwritten.
    """

    people: tuple[Resident, ...]
    households: tuple[Household, ...] = ()
    looked_at: tuple[Resident, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidationReport(_Report):
    """Records that should never have been made: marked "tidak valid", never deleted."""

    resident_ids: tuple[ResidentId, ...]
    reason: str


EventReport = (
    BirthReport
    | DeathReport
    | DepartureReport
    | MissingReport
    | GoneReport
    | ArrivalReport
    | RegistrationReport
    | ReturnReport
    | SplitReport
    | MergeReport
    | HeadChangeReport
    | HouseholdMoveReport
    | CorrectionReport
    | InvalidationReport
)
