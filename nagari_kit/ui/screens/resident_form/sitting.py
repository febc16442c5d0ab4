"""What one filling-in of the form is about, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.name_titles import mixed_case
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.resident_checks import relation_fault, remarks
from nagari_kit.domain.residents import Household, Residency, Resident
from nagari_kit.services.resident_entry import FormStart
from nagari_kit.ui.record_forms.household_picker import Mode, NewHousehold
from nagari_kit.ui.screens.resident_form.field_specs import SPECS
from nagari_kit.ui.screens.resident_form.form_values import texts_of, written

HOUSEHOLD = "household"
_HEAD = 1


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller knows. `then` is the screen that comes next, "" for the person's page."""

    resident_id: ResidentId | None = None
    household_id: HouseholdId | None = None
    name: str = ""
    nik: str = ""
    then: str = ""
    type_id: str | None = None


@dataclass(frozen=True, slots=True)
class HouseholdChoice:
    """What the picker says."""

    mode: Mode
    hit: HouseholdHit | None
    new: NewHousehold
    fault: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the form comes to: the record, its KK, and what is wrong or odd by field."""

    resident: Resident
    household: Household | None
    faults: Mapping[str, str]
    doubts: Mapping[str, str]
    all_doubts: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Sitting:
    """`base` is the record that is changed; `touched` are fields that may be marked.

    `bearers` are names of those who bear a NIK that was looked up, "" for nobody; `namesakes` of
    those who were born on the same day under the name.
    """

    request: Request
    start: FormStart
    base: Resident
    new_household_id: HouseholdId
    today: date
    touched: set[str] = field(default_factory=set)
    bearers: dict[str, tuple[str, ResidentId | None]] = field(default_factory=dict)
    namesakes: dict[tuple[str, date], str] = field(default_factory=dict)
    is_typed: bool = False

    @property
    def is_new(self) -> bool:
        """Whether somebody new is written down."""
        return self.start.known is None

    def first_texts(self) -> dict[str, str]:
        """What stands in the fields at first."""
        return texts_of(self.base)

    def first_mode(self) -> Mode:
        """Which KK is proposed."""
        if self.start.home is not None or self.is_new:
            return Mode.KNOWN
        return Mode.NONE

    def judge(self, texts: Mapping[str, str], choice: HouseholdChoice) -> Verdict:
        """What the fields come to."""
        resident, faults = written(self.base, texts)
        resident, household = self._with_home(resident, choice)
        doubts: list[tuple[str, str]] = []
        for remark in remarks(resident, self.today, self.start.known):
            if remark.field in faults:
                continue
            if remark.is_fault:
                faults[remark.field] = remark.sentence
            else:
                doubts.append((remark.field, remark.sentence))
        self._judge_home(resident, choice, faults)
        name = self.bearers.get(resident.nik or "", ("", None))[0]
        if name:
            faults["nik"] = f"NIK ini sudah tercatat atas nama {name}."
        if resident.birth_date is not None:
            known = self.namesakes.get((resident.name.name, resident.birth_date), "")
            if known:
                sentence = f"Sudah ada {known} yang lahir pada tanggal yang sama."
                doubts.append(("name.name", sentence))
        by_field: dict[str, str] = {}
        for path, sentence in doubts:
            by_field[path] = f"{by_field[path]} {sentence}" if path in by_field else sentence
        return Verdict(resident, household, faults, by_field, tuple(doubts))

    def counted_changes(self, resident: Resident) -> bool:
        """Whether a fact that figures count is corrected: the books want to know why."""
        known = self.start.known
        return known is not None and any(
            getattr(resident, name) != getattr(known, name)
            for name in ("sex", "citizenship", "household_id", "residency")
        )

    def _judge_home(
        self, resident: Resident, choice: HouseholdChoice, faults: dict[str, str]
    ) -> None:
        if choice.fault:
            faults[HOUSEHOLD] = choice.fault
        known = self.start.known
        place = (resident.household_id, resident.family_relation)
        if known is not None and place == (known.household_id, known.family_relation):
            return
        hit = choice.hit
        other = hit is not None and hit.head_id not in {None, resident.id}
        sentence = relation_fault(
            resident.family_relation,
            hit.head_name if hit is not None and other else "",
            opens_household=choice.mode is Mode.NEW,
        )
        if not sentence and hit is not None and resident.family_relation is None:
            sentence = "Pilih hubungannya dengan kepala keluarga."
        if sentence:
            faults["family_relation"] = sentence

    def _with_home(
        self, resident: Resident, choice: HouseholdChoice
    ) -> tuple[Resident, Household | None]:
        if choice.mode is Mode.NEW:
            new = choice.new
            home = Household(
                self.new_household_id,
                new.nomor_kk or None,
                new.address,
                new.jorong_id,
                new.rw,
                new.rt,
                registered_on=self.today,
            )
            relation = resident.family_relation or _HEAD
            return replace(resident, household_id=home.id, family_relation=relation), home
        if choice.mode is Mode.KNOWN and choice.hit is not None:
            found = choice.hit.household
            return replace(resident, household_id=found.id), found
        return replace(resident, household_id=None), None


def new_resident(resident_id: ResidentId, request: Request) -> Resident:
    """Somebody of whom only what was typed into a search box is known."""
    typed = " ".join(request.name.split())
    return Resident(
        resident_id,
        PersonName(mixed_case(typed.upper() if typed.islower() else typed)),
        nik=request.nik or None,
        citizenship=1,
        residency=Residency.PERMANENT,
    )


def labels() -> dict[str, str]:
    """What fields are called in sentences."""
    return {path: spec.label for path, spec in SPECS.items()} | {HOUSEHOLD: "KK"}
