"""One wedding as the officer enters it once, and which forms of the set it needs for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nagari_kit.domain.dates import age_on
from nagari_kit.domain.identity import DraftId, OfficerId
from nagari_kit.domain.letters import LetterPerson

DRAFT_TYPE = "nikah"
"""Type id under which the draft of a whole set is kept."""
AGE_WITHOUT_LEAVE = 21
"""From this age on no leave of the parents (N5) is needed: UU 1/1974, article 6."""
LEAST_AGE = 19
"""Younger ones need a dispensation of the court: UU 16/2019."""
NOTICE_DAYS = 10
"""Working days before the akad at the latest: PMA 30/2024."""
BEFORE = ("Jejaka", "Perawan", "Duda", "Janda", "Beristri")
ENDED_BY_DEATH, ENDED_BY_COURT = "meninggal", "cerai"


class Side(StrEnum):
    """Groom and bride."""

    GROOM = "suami"
    BRIDE = "istri"

    @property
    def other(self) -> Side:
        """The one whom this one marries."""
        return Side.BRIDE if self is Side.GROOM else Side.GROOM


@dataclass(frozen=True, slots=True)
class MarriageSide:
    """One of the two. `ended_by` says how the former marriage of a widow(er) ended.

    `late_spouse` is the person of the N6; `former` is the name as N1 says it.
    """

    person: LetterPerson | None = None
    father: LetterPerson | None = None
    mother: LetterPerson | None = None
    status: str = ""
    former: str = ""
    ended_by: str = ENDED_BY_DEATH
    late_spouse: LetterPerson | None = None
    died_on: str = ""
    died_at: str = ""
    death_certificate: str = ""

    @property
    def is_resident(self) -> bool:
        """Whether the books of this office have the person."""
        return self.person is not None and self.person.resident_id is not None

    @property
    def was_married(self) -> bool:
        """Whether a former marriage ended."""
        return self.status in {"Duda", "Janda"}

    @property
    def is_widowed(self) -> bool:
        """Whether the former marriage ended by death."""
        return self.was_married and self.ended_by == ENDED_BY_DEATH


@dataclass(frozen=True, slots=True)
class MarriageCase:
    """Everything that the set says. `akad_day` is ISO text, `akad_hour` HH:MM, "" not known.

    `papers`: ids of the papers that lie on the desk; `papers_reason` says why others are not asked
    for. `applied_on` None: today. `guardian` is the wali, for a form that asks for him.
    """

    groom: MarriageSide = MarriageSide()
    bride: MarriageSide = MarriageSide()
    guardian: str = ""
    akad_day: str = ""
    akad_hour: str = ""
    akad_place: str = ""
    registrar: str = ""
    papers: frozenset[str] = frozenset()
    papers_reason: str = ""
    applied_on: date | None = None
    signer_id: OfficerId | None = None
    draft_id: DraftId | None = None

    def side(self, which: Side) -> MarriageSide:
        """Groom or bride."""
        return self.groom if which is Side.GROOM else self.bride

    def with_side(self, which: Side, one: MarriageSide) -> MarriageCase:
        """The case with another groom or bride."""
        return replace(self, groom=one) if which is Side.GROOM else replace(self, bride=one)

    def akad_date(self) -> date | None:
        """The day, when one is given."""
        try:
            return date.fromisoformat(self.akad_day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class FormNeed:
    """A form of the set: `reason` says why it is not needed, or for whom it is."""

    type_id: str
    side: Side
    reason: str
    is_needed: bool = True

    @property
    def key(self) -> str:
        """Names the form within its case: `n1.suami`."""
        return f"{self.type_id}.{self.side}"


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to look at twice; never a reason to refuse."""

    title: str
    sentence: str


_OF_BOTH = (("n2", "Permohonan kedua calon"), ("n4", "Persetujuan kedua calon"))
Births = Mapping[Side, date | None]


def needed_forms(case: MarriageCase, births: Births, today: date) -> tuple[FormNeed, ...]:
    """Every form of the set in the order in which it is printed, needed or not.

    N2 and N4 are of the side that is of this nagari, the groom's when both are.
    """
    on = case.akad_date() or today
    lead = Side.GROOM if case.groom.is_resident or not case.bride.is_resident else Side.BRIDE
    first = [_introduction(case, side) for side in Side]
    both = [
        FormNeed(type_id, lead, words)
        if case.side(lead).is_resident
        else _unneeded(type_id, lead, "calon warga nagari ini belum dipilih")
        for type_id, words in _OF_BOTH
    ]
    leaves = [_leave(case, side, births.get(side), on) for side in Side]
    deaths = [_death(case, side) for side in Side]
    return (*first, *both, *leaves, *deaths)


def _unneeded(type_id: str, side: Side, reason: str) -> FormNeed:
    return FormNeed(type_id, side, reason, is_needed=False)


def _introduction(case: MarriageCase, side: Side) -> FormNeed:
    one = case.side(side)
    if one.person is None:
        return _unneeded("n1", side, f"calon {side} belum dipilih")
    if not one.is_resident:
        return _unneeded("n1", side, "dari nagari atau kelurahannya sendiri")
    return FormNeed("n1", side, f"Pengantar calon {side}")


def _leave(case: MarriageCase, side: Side, born: date | None, on: date) -> FormNeed:
    one = case.side(side)
    if one.person is None:
        return _unneeded("n5", side, f"calon {side} belum dipilih")
    if born is None or born > on:
        return _unneeded("n5", side, "tanggal lahir belum diketahui")
    if age_on(born, on) >= AGE_WITHOUT_LEAVE:
        return _unneeded("n5", side, f"tidak perlu, sudah {AGE_WITHOUT_LEAVE}")
    if not one.is_resident:
        return _unneeded("n5", side, "dari nagari atau kelurahannya sendiri")
    return FormNeed("n5", side, f"Izin orang tua calon {side}")


def _death(case: MarriageCase, side: Side) -> FormNeed:
    one = case.side(side)
    if one.person is None:
        return _unneeded("n6", side, f"calon {side} belum dipilih")
    if not one.is_widowed:
        words = "cerai, cukup akta cerai" if one.was_married else one.status.lower()
        return _unneeded("n6", side, f"tidak perlu, {words or 'status belum dipilih'}")
    if not one.is_resident:
        return _unneeded("n6", side, "dari nagari atau kelurahannya sendiri")
    return FormNeed("n6", side, f"Kematian pasangan calon {side}")


def young_cautions(births: Births, names: Mapping[Side, str], on: date) -> tuple[Caution, ...]:
    """Who is too young without a dispensation of the court."""
    found = []
    for side in Side:
        born = births.get(side)
        if born is None or born > on or (age := age_on(born, on)) >= LEAST_AGE:
            continue
        found.append(
            Caution(
                f"{names.get(side) or f'Calon {side}'} baru {age} tahun pada hari akad.",
                f"Di bawah {LEAST_AGE} tahun perlu dispensasi Pengadilan Agama; "
                "berkas tetap dapat disiapkan.",
            )
        )
    return tuple(found)
