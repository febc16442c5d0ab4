"""The people and officers of the office that the tests of the services work in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from nagari_kit.domain import events
from nagari_kit.domain.identity import HouseholdId, JorongId, OfficerId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Kop, OfficeProfile, Officer, Standing
from nagari_kit.domain.residents import (
    Household,
    Jorong,
    LifeStatus,
    Parents,
    Resident,
    Sex,
)
from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.workspace import Workspace

PASSPHRASE = "durian di bawah rumah gadang"
MORNING = datetime(2026, 11, 24, 2, 41, tzinfo=UTC)
SKU = {
    "nama_usaha": "Warung Sari",
    "jenis_usaha": "Perdagangan eceran",
    "tempat_usaha": "Jorong Koto Tangah",
    "berdiri_sejak": "2019",
    "keperluan": "pengajuan kredit usaha rakyat",
}
SKTM = {"keperluan": "keringanan biaya sekolah", "penghasilan_ayah": "900000"}
FATHER, MOTHER, CHILD = "1306991705800001", "1306995208820002", "1306994107100003"
DEAD, MOVED = "1306990101500004", "1306990202700005"


def profile() -> OfficeProfile:
    return OfficeProfile(
        code="13.06.99.2001",
        name="Koto Contoh",
        kind="nagari",
        kecamatan="Batang Contoh",
        kabupaten="Kabupaten Contoh",
        unit="KN",
        kop=Kop(
            "PEMERINTAH KABUPATEN CONTOH",
            "KECAMATAN BATANG CONTOH",
            "NAGARI KOTO CONTOH",
            ("Jalan Balai Adat Nomor 12, Jorong Koto Tangah, Nagari Koto Contoh 26499",),
        ),
    )


def fill(workspace: Workspace) -> None:
    clock = workspace.clock
    for officer in officers():
        workspace.office.save_officer(officer)
    jorong = Jorong(JorongId(new_uuid7(clock)), "Koto Tangah")
    workspace.office.save_jorong(jorong)
    household = Household(
        HouseholdId(new_uuid7(clock)), "1306990103150001", "Jalan Balai Adat Nomor 3", jorong.id
    )
    with workspace.context.store.write(workspace.actor) as uow:
        uow.households.save(household)
        uow.record(events.household_saved(household))
        uow.commit()
    parents = Parents(FATHER, "Syafrial Alamsyah", MOTHER, "Yusmaniar Sari")
    for resident in (
        person(FATHER, "Syafrial Alamsyah", date(1980, 5, 17), 1),
        person(MOTHER, "Yusmaniar Sari", date(1982, 8, 12), 3, sex=Sex.FEMALE),
        person(CHILD, "Nabila Putri", date(2010, 7, 1), 4, sex=Sex.FEMALE, parents=parents),
        person(DEAD, "Abdul Muis", date(1950, 1, 1), 1, life_status=LifeStatus.DEAD),
        person(MOVED, "Yunaldi Putra", date(1970, 2, 2), 1, life_status=LifeStatus.MOVED),
    ):
        at_home = resident.nik in {FATHER, MOTHER, CHILD}
        workspace.residents.register(_with_home(resident, clock, household.id if at_home else None))


def _with_home(resident: Resident, clock: FixedClock, home: HouseholdId | None) -> Resident:
    return replace(resident, id=ResidentId(new_uuid7(clock)), household_id=home)


def person(nik: str, name: str, born: date, relation: int, **more: object) -> Resident:
    facts: dict[str, object] = {
        "sex": Sex.MALE,
        "birth_place": "Koto Contoh",
        "religion": 1,
        "occupation": 3,
        "marital_status": 2,
        **more,
    }
    return Resident(
        ResidentId(UUID(int=0)),
        PersonName(name),
        nik=nik,
        birth_date=born,
        family_relation=relation,
        **facts,
    )


def officers() -> tuple[Officer, ...]:
    clock = FixedClock(MORNING)
    since = date(2024, 1, 2)
    return (
        Officer(
            OfficerId(new_uuid7(clock)),
            PersonName("Defrizal", gelar_belakang="S.Sos."),
            "Wali Nagari",
            Standing.PJ,
            is_head=True,
            nip="197508172005011004",
            active_from=since,
        ),
        Officer(
            OfficerId(new_uuid7(clock)),
            PersonName("Mardalena", gelar_belakang="S.E."),
            "Sekretaris Nagari",
            on_behalf=True,
            active_from=since,
        ),
        Officer(
            OfficerId(new_uuid7(clock)),
            PersonName("Nasrul"),
            "Wali Nagari",
            is_head=True,
            active_from=date(2018, 1, 1),
            active_to=date(2023, 12, 31),
        ),
    )
