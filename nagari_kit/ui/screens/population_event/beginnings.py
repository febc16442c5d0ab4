"""What stands in a form before anything is typed, and what it is about in one line."""

from __future__ import annotations

from nagari_kit.domain.family_succession import CHILD, HEAD, HUSBAND, WIFE
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.services.event_forms import EventStart
from nagari_kit.ui.record_forms.household_picker import Mode, PickerWords
from nagari_kit.ui.screens.population_event.form_kind import FormKind
from nagari_kit.ui.screens.population_event.person_words import without_capital

_PARENTS = frozenset({HEAD, HUSBAND, WIFE})
_CHOOSE = "Cari dan pilih KK-nya."
PICKERS = {
    EventKind.ARRIVAL: PickerWords(
        ((Mode.NEW, "KK baru"), (Mode.KNOWN, "KK yang sudah ada")), unchosen=_CHOOSE
    ),
    EventKind.RETURN: PickerWords(
        ((Mode.NONE, "KK semula"), (Mode.KNOWN, "KK lain"), (Mode.NEW, "KK baru")),
        none="Kembali ke KK tempat namanya masih tercatat.",
        unchosen=_CHOOSE,
    ),
    EventKind.HOUSEHOLD_MERGE: PickerWords(
        ((Mode.KNOWN, "KK yang sudah ada"),), unchosen="Cari dan pilih KK yang dituju."
    ),
}
"""What the picker of a KK offers in each form that has one."""


def first_texts(form: FormKind, start: EventStart) -> dict[str, str]:
    """Both days today, the people and the place that are known."""
    today = f"{start.today:%d-%m-%Y}"
    texts = {"event_date": today, "report_date": today, "scope": "3"}
    if form.kind is EventKind.RETURN:
        back = start.away if len(start.away) == 1 else (start.person,)
        texts["resident_ids"] = " ".join(str(one.id) for one in back if one is not None)
    elif start.person is not None:
        texts["resident_ids"] = str(start.person.id)
    home = start.household
    if home is not None and form.kind in {EventKind.HOUSEHOLD_MOVE, EventKind.HOUSEHOLD_SPLIT}:
        texts |= {"rw": home.rw, "rt": home.rt, "address": home.address}
        texts["jorong"] = str(home.jorong_id or "")
    if form.kind is EventKind.BIRTH:
        texts["child_relation"] = str(CHILD)
        texts |= _parent("mother", start, Sex.FEMALE) | _parent("father", start, Sex.MALE)
    return texts


def offered_people(form: FormKind, start: EventStart) -> tuple[Resident, ...]:
    """Whom the ticks of a form show: who is here, or who is away."""
    if form.kind is EventKind.RETURN:
        return start.away
    person = start.person
    if form.kind is EventKind.INVALIDATION and person is not None:
        return start.members if person in start.members else (person, *start.members)
    return start.members


def parent_nik(start: EventStart, name: str) -> str:
    """The NIK of the member who is called so, or ""."""
    found = member_named(start, name)
    return (found.nik or "") if found is not None else ""


def member_named(start: EventStart, name: str) -> Resident | None:
    """The member of the household who is called so."""
    return next((one for one in start.members if one.name.full() == name), None)


def home_hit(start: EventStart) -> HouseholdHit | None:
    """The household of the form as the picker shows it."""
    if start.household is None:
        return None
    head = start.head
    return HouseholdHit(
        start.household,
        start.area,
        head.id if head else None,
        head.name.full() if head else "",
        len(start.members),
    )


def about_words(form: FormKind, start: EventStart) -> str:
    """`Syafrial, keluarga Yusmaniar, Jorong Koto Tangah`, or "" of nobody in particular."""
    head = start.head
    family = f"Keluarga {head.name.full()}" if head else ""
    if start.household is not None and head is None:
        family = "KK tanpa kepala keluarga"
    person = start.person.name.full() if start.person is not None else ""
    if person:
        family = without_capital(family)
    if head is not None and start.person is not None and head.id == start.person.id:
        person, family = f"{person}, kepala keluarga", ""
    place = f"{start.area_word.capitalize()} {start.area}" if start.area else ""
    if form.kind is EventKind.ARRIVAL and not (person or family):
        return "Orang dari luar nagari yang menetap, atau tinggal sementara"
    return ", ".join(part for part in (person, family, place) if part)


def _parent(name: str, start: EventStart, sex: Sex) -> dict[str, str]:
    """The head or the head's spouse of this sex; nobody where that is not plain."""
    likely = [one for one in start.members if one.sex is sex and one.family_relation in _PARENTS]
    if len(likely) != 1:
        return {}
    return {f"{name}_name": likely[0].name.full(), f"{name}_nik": likely[0].nik or ""}
