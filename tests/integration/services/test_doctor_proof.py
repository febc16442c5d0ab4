"""Who goes round the triggers and changes a letter or the log is seen."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from nagari_kit.domain.event_reports import GoneReport, InvalidationReport
from nagari_kit.domain.events import jorong_saved
from nagari_kit.domain.identity import HouseholdId, JorongId, ResidentId
from nagari_kit.domain.letters import LetterInput
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.residents import Household, Jorong, Resident
from nagari_kit.errors import StorageCorruptError
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.doctor import examine_open
from nagari_kit.services.workspace import create_workspace
from tests.integration.services.sample_office import FATHER, PASSPHRASE, SKU, fill, profile
from tests.opening import enter_people


@pytest.fixture
def workspace(tmp_path, clock):
    made = create_workspace(
        OfficePaths(tmp_path / "kantor"), PASSPHRASE, profile(), clock=clock, actor="Rina"
    )
    fill(made)
    father = made.residents.find_by_nik(FATHER)
    made.issuing.issue(LetterInput("sku", father.id, SKU))
    second = made.issuing.issue(LetterInput("sku", father.id, SKU))
    made.register.void(second.id, "salah nama")
    yield made
    made.close()


def tamper(workspace, *statements: str) -> None:
    with workspace.context.store._engine.connect() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
        ).scalars()
        for name in list(names):
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.commit()


def faults(workspace) -> set[str]:
    return {check.name for check in examine_open(workspace).checks if not check.ok}


def test_what_was_not_touched_is_well(workspace):
    assert faults(workspace) == set()


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("UPDATE letter_document SET pdf = x'25504446'", "surat"),
        ("UPDATE letter_document SET snapshot = x'7b7d'", "surat"),
        ("UPDATE letter SET resident_name = 'Orang Lain'", "surat"),
        ("UPDATE letter SET signer_name = 'Orang Lain'", "surat"),
        ("UPDATE letter SET status = 'voided'", "surat"),
        ("UPDATE letter SET status = 'issued'", "surat"),
        ("UPDATE letter SET void_reason = 'lain' WHERE status = 'voided'", "surat"),
        ("UPDATE letter SET event_seq = 1", "surat"),
        ("UPDATE event_log SET type = 'jorong.saved' WHERE seq = 2", "catatan peristiwa"),
        (
            "DELETE FROM event_log WHERE seq = (SELECT max(seq) FROM event_log)",
            "surat",
        ),
        ("UPDATE resident SET life_status = 2 WHERE life_status = 1", "penduduk"),
        ("DELETE FROM population_posting", "penduduk"),
        ("UPDATE letter_document SET pdf = 'teks'", "surat"),
        ("UPDATE letter_document SET snapshot = 'teks'", "surat"),
        ("UPDATE population_event SET event_date = '2020-01-01'", "data dan catatan"),
        ("UPDATE population_event SET report_date = '2020-01-01'", "data dan catatan"),
        ("UPDATE population_event SET kind = 'birth' WHERE key = 1", "data dan catatan"),
        ("DELETE FROM population_event_person", "data dan catatan"),
        ("UPDATE resident SET name = 'Orang Lain' WHERE key = 1", "data dan catatan"),
        ("UPDATE resident SET nik = '1306990101010001' WHERE key = 2", "data dan catatan"),
        ("UPDATE resident SET birth_date = 'kemarin' WHERE key = 2", "data dan catatan"),
        ("UPDATE resident SET religion = 'x', sex = 'y' WHERE key = 2", "data dan catatan"),
        ("UPDATE resident SET papers = '[' WHERE key = 2", "data dan catatan"),
        ("UPDATE household SET nomor_kk = '1306990101010002'", "data dan catatan"),
        ("UPDATE jorong SET name = 'Lain'", "data dan catatan"),
        (
            "INSERT INTO household(id, nomor_kk) VALUES (randomblob(16), '1306990101010003')",
            "data dan catatan",
        ),
    ],
)
def test_the_doctor_sees_what_was_altered(workspace, statement, name):
    tamper(workspace, statement)
    assert name in faults(workspace)


def test_who_is_given_another_sex_in_every_table_is_seen(workspace):
    tamper(
        workspace,
        *(f"UPDATE {table} SET sex = 2" for table in ("resident", "population_standing")),
        "UPDATE population_posting SET sex = 2",
    )
    assert faults(workspace) == {"data dan catatan"}


def test_who_came_with_a_long_list_is_held_against_it(workspace):
    area = Jorong(JorongId(uuid4()), "Balai Ahad")
    homes = [
        Household(HouseholdId(uuid4()), f"130699010315{place:04d}", jorong_id=area.id)
        for place in range(1000, 1150)
    ]
    people = [
        Resident(ResidentId(uuid4()), PersonName("Nurlis"), household_id=home.id, family_relation=1)
        for home in homes
    ]
    with workspace.context.store.write("Rina") as uow:
        uow.jorong.save(area)
        uow.record(jorong_saved(area))
        enter_people(uow, workspace.clock, people, homes, kind=EventKind.IMPORT)
        uow.commit()
    assert faults(workspace) == set()

    tamper(
        workspace, "UPDATE resident SET suku = 'Lain' WHERE key = (SELECT max(key) FROM resident)"
    )
    assert faults(workspace) == {"data dan catatan"}


def test_an_office_with_a_year_of_events_and_undoing_is_well(workspace):
    father = workspace.residents.find_by_nik(FATHER)
    today = workspace.clock.today()
    on = {"event_date": today, "report_date": today, "note": "catatan"}
    remarked = replace(father, note="Rajin", phone="081234567890")
    workspace.entry.correct(remarked, father, None, "telepon baru")
    gone = workspace.population.record(GoneReport(resident_id=father.id, **on))
    workspace.population.undo(gone.event.id, "sudah kembali")
    workspace.population.record(InvalidationReport(resident_ids=(father.id,), reason="uji", **on))
    assert faults(workspace) == set()


def test_a_letter_whose_file_was_changed_is_not_handed_out(workspace):
    father = workspace.residents.find_by_nik(FATHER)
    letter = workspace.residents.record(father.id).letters[0]
    tamper(workspace, "UPDATE letter_document SET pdf = x'25504446'")
    with pytest.raises(StorageCorruptError) as refusal:
        workspace.register.document(letter.id)
    assert refusal.value.code == "SURAT-17"


def test_a_tail_that_was_cut_off_after_it_was_sent_is_seen(workspace):
    tamper(
        workspace,
        "INSERT INTO container_out SELECT x'01', inc, 1, 900, 'sent',"
        " '2026-11-24T00:00:00+00:00', x'00' FROM incarnation",
    )
    assert "catatan peristiwa" in faults(workspace)


def test_a_delivery_without_the_provinces_signature_is_seen(workspace):
    tamper(
        workspace,
        "INSERT INTO container_out SELECT x'01', inc, 1, 2, 'applied',"
        " '2026-11-24T00:00:00+00:00', x'00' FROM incarnation",
    )
    assert "tanda terima" in faults(workspace)


def test_a_damaged_page_is_seen(workspace):
    with workspace.context.store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        size = int(connection.exec_driver_sql("PRAGMA cipher_page_size").scalar_one())
    workspace.context.store._engine.dispose()
    with workspace.paths.database.open("r+b") as file:
        file.seek((pages - 3) * size + 100)
        file.write(b"rusak" * 20)
    assert "isi berkas" in faults(workspace)
