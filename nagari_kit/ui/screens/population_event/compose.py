"""From a form to the report of its event, one small function per kind."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

from nagari_kit.domain import nomor_kk
from nagari_kit.domain.dates import typed_date
from nagari_kit.domain.event_reports import (
    ArrivalReport,
    BirthReport,
    DeathReport,
    DepartureReport,
    GoneReport,
    HeadChangeReport,
    HouseholdMoveReport,
    InvalidationReport,
    MergeReport,
    MissingReport,
    MovementScope,
    ReturnReport,
    SplitReport,
)
from nagari_kit.domain.family_succession import CHILD
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.name_titles import person_name
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import (
    BirthFacts,
    Household,
    Parents,
    Residency,
    Resident,
    Sex,
)
from nagari_kit.errors import InputError
from nagari_kit.ui.record_forms.household_picker import Mode
from nagari_kit.ui.screens.population_event.form_values import NewcomerTexts, Reading

TEMPORARY = str(int(Residency.TEMPORARY))
_UNMARRIED, _NO_SCHOOL, _NO_WORK = 1, 1, 1
_NOWHERE = "Peristiwa belum disimpan. Belum ada yang berubah."


def birth(form: Reading) -> BirthReport:
    """The child takes religion, suku and ethnic group from its mother."""
    mother = next(
        (one for one in form.start.members if one.name.full() == form.text("mother_name")), None
    )
    kin = mother or form.start.head
    child = Resident(
        form.fresh.child,
        person_name(form.needed("name", "Tulis nama anak seperti pada akta.", "Anak")),
        nik=form.digits("nik") or None,
        sex=_sex(form, "sex"),
        birth_place=form.text("birth_place"),
        birth_date=form.day("event_date"),
        religion=kin.religion if kin else None,
        education=_NO_SCHOOL,
        occupation=_NO_WORK,
        marital_status=_UNMARRIED,
        family_relation=form.code("child_relation") or CHILD,
        suku=mother.suku if mother else "",
        ethnic_group=mother.ethnic_group if mother else "",
        kaum=mother.kaum if mother else "",
        penghulu=mother.penghulu if mother else "",
        parents=Parents(
            father_nik=form.digits("father_nik"),
            father_name=form.text("father_name"),
            mother_nik=form.digits("mother_nik"),
            mother_name=form.text("mother_name"),
        ),
        birth=BirthFacts(
            time=form.clock("time"),
            place_kind=form.code("place_kind"),
            kind=form.code("birth_kind"),
            order=form.number("order"),
            helper=form.code("helper"),
            weight=form.number("weight"),
            length=form.number("length"),
        ),
    )
    return BirthReport(child=child, household_id=_household(form).id, **form.shared())


def death(form: Reading) -> DeathReport:
    """Of one person. What the akta asks for (F-2.01) is asked here, while the family is present."""
    place = form.needed("place", "Tulis di mana ia meninggal.")
    form.needed("cause", "Pilih sebab kematian seperti yang diterangkan keluarga.")
    form.needed("reporter_name", "Tulis siapa yang melaporkan kematian ini.")
    return DeathReport(
        resident_id=_person(form),
        place=place,
        time=form.clock("time"),
        cause=form.code("cause"),
        helper=form.code("helper"),
        certificate=form.text("certificate"),
        new_head_id=form.person("new_head_id"),
        **form.shared(),
    )


def departure(form: Reading) -> DepartureReport:
    """Of those who are ticked."""
    return DepartureReport(
        resident_ids=_ticked(form, "Centang siapa yang pindah."),
        destination=form.needed("destination", "Tulis tujuan pindah."),
        address=form.text("address"),
        scope=MovementScope(form.text("scope") or MovementScope.KABUPATEN.value),
        reason=form.text("reason"),
        kept_nomor_kk=form.text("kept_nomor_kk") == "1",
        new_head_id=form.person("new_head_id"),
        **form.shared(),
    )


def missing(form: Reading) -> MissingReport:
    """Of one person."""
    return MissingReport(
        resident_id=_person(form),
        last_seen=form.text("last_seen"),
        police_report=form.text("police_report"),
        new_head_id=form.person("new_head_id"),
        **form.shared(),
    )


def gone(form: Reading) -> GoneReport:
    """Of one person."""
    return GoneReport(
        resident_id=_person(form),
        destination=form.text("destination"),
        reason=form.text("reason"),
        new_head_id=form.person("new_head_id"),
        **form.shared(),
    )


def return_home(form: Reading) -> ReturnReport:
    """Of those who are ticked, into the KK that the picker names."""
    return ReturnReport(
        resident_ids=_ticked(form, "Centang siapa yang kembali."),
        household=form.home(),
        origin=form.text("origin"),
        **form.shared(),
    )


def arrival(form: Reading) -> ArrivalReport:
    """Of new people, permanent or for a time."""
    residency = Residency.TEMPORARY if form.text("residency") == TEMPORARY else Residency.PERMANENT
    origin = form.needed("origin", "Tulis dari mana datangnya.")
    home = form.home()
    if home is None:
        # Shown as a KK of their own until one is chosen.
        home = Household(form.fresh.household, None)
    people = tuple(
        replace(
            _newcomer(form, one, place),
            residency=residency,
            previous_address=form.text("origin"),
        )
        for place, one in enumerate(form.values.newcomers)
    )
    visits = residency is Residency.TEMPORARY
    return ArrivalReport(
        people=people,
        household=home,
        origin=origin,
        reason=form.text("reason"),
        host=form.text("host") if visits else "",
        purpose=form.text("purpose") if visits else "",
        **form.shared(),
    )


def split(form: Reading) -> SplitReport:
    """Those who are ticked open the KK described."""
    chosen = _ticked(form, "Centang siapa yang pecah KK.")
    head = form.person("head_id")
    if head is None:
        form.faults["head_id"] = "Pilih kepala KK baru."
    return SplitReport(
        resident_ids=chosen,
        head_id=head or _nobody(form),
        household=_placed(form, _opened(form)),
        new_head_of_rest_id=form.person("new_head_of_rest_id"),
        reason=form.text("reason"),
        **form.shared(),
    )


def merge(form: Reading) -> MergeReport:
    """Everybody of this KK joins the one that the picker names."""
    target = form.home()
    if target is None:
        form.faults.setdefault("household", "Cari dan pilih KK yang dituju.")
        form.gaps.pop("household", None)
    return MergeReport(
        from_id=_household(form).id,
        into_id=target.id if target else HouseholdId(form.fresh.household),
        reason=form.text("reason"),
        **form.shared(),
    )


def head_change(form: Reading) -> HeadChangeReport:
    """Another member leads."""
    head = form.person("head_id")
    if head is None:
        form.faults["head_id"] = "Tidak ada anggota lain yang dapat menjadi kepala keluarga."
    return HeadChangeReport(
        household_id=_household(form).id,
        head_id=head or _nobody(form),
        reason=form.text("reason"),
        **form.shared(),
    )


def household_move(form: Reading) -> HouseholdMoveReport:
    """The whole household lives elsewhere in the nagari."""
    return HouseholdMoveReport(
        household=_placed(form, _household(form)), reason=form.text("reason"), **form.shared()
    )


def invalidation(form: Reading) -> InvalidationReport:
    """Records that should never have been made."""
    return InvalidationReport(
        resident_ids=_ticked(form, "Centang data siapa yang tidak valid."),
        reason=form.needed("reason", "Tulis mengapa data ini tidak valid."),
        **form.shared(),
    )


def _person(form: Reading) -> ResidentId:
    person = form.start.person
    if person is None:
        raise InputError(_NOWHERE, {"resident_id": "Pilih dahulu orangnya."})
    return person.id


def _household(form: Reading) -> Household:
    home = form.start.household
    if home is None:
        raise InputError(_NOWHERE, {"household_id": "Orang ini belum punya KK."})
    return home


def _opened(form: Reading) -> Household:
    number = form.digits("household")
    if number and (fault := nomor_kk.fault(number)):
        form.faults["household"] = fault
    today = form.start.today
    return Household(form.fresh.household, number or None, registered_on=today)


def _nobody(form: Reading) -> ResidentId:
    return form.fresh.child


def _ticked(form: Reading, sentence: str) -> tuple[ResidentId, ...]:
    chosen = form.values.people("resident_ids")
    if not chosen:
        form.faults["resident_ids"] = sentence
    return chosen


def _sex(form: Reading, name: str) -> Sex | None:
    code = form.code(name)
    if code is None:
        form.gaps[name] = "Pilih jenis kelamin."
    return Sex(code) if code else None


def _placed(form: Reading, home: Household) -> Household:
    return dataclasses.replace(
        home,
        address=form.text("address"),
        jorong_id=form.jorong("jorong"),
        rw=form.text("rw"),
        rt=form.text("rt"),
    )


def _opens_household(form: Reading) -> bool:
    """Whether a single newcomer opens a KK, of which nobody else can be the head."""
    choice = form.values.household
    is_new = choice is not None and choice.mode is Mode.NEW
    return is_new and len(form.values.newcomers) == 1


def _newcomer(form: Reading, one: NewcomerTexts, place: int) -> Resident:
    born = typed_date(one.birth_date) if one.birth_date else None
    key = f"people.{place}"
    if one.birth_date and born is None:
        form.faults[key] = "Tulis tanggal lahir seperti 31-12-1982."
    elif not one.name:
        form.gaps[key] = "Tulis namanya."
    elif not one.sex:
        form.gaps[key] = "Pilih jenis kelaminnya."
    elif not one.relation and not _opens_household(form):
        form.gaps[key] = "Pilih hubungannya dengan kepala keluarga."
    name = person_name(one.name) if one.name else PersonName("Pendatang")
    return Resident(
        one.id,
        name,
        nik=one.nik or None,
        sex=Sex(int(one.sex)) if one.sex else None,
        birth_date=born,
        family_relation=int(one.relation) if one.relation else None,
    )
