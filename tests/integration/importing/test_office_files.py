"""Files as offices have them, one for each layout and each trouble, go in as they should."""

from __future__ import annotations

import dataclasses
import multiprocessing
import os
import signal
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nagari_kit.domain.residents import LifeStatus, Sex
from nagari_kit.infra.clock import FixedClock
from nagari_kit.services.resident_import.matching import propose
from nagari_kit.services.resident_import.recognition import UnmatchedColumnsError
from nagari_kit.services.spreadsheet_reading.workbook import read_workbook
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from tests.data.import_people import families
from tests.data.make_import_files import bip_2016, write_xlsx
from tests.integration.importing.conftest import Desk, desk_in, make_office_file

FILES = Path(__file__).parents[2] / "data" / "imports"
WHOLE = {
    "opensid-43-kolom.xlsx": ("opensid", "ekspor OpenSID"),
    "siak-37-kolom.xlsx": ("siak", "SIAK 37 kolom"),
    "bip-2016.xlsx": ("bip", "BIP 2016"),
    "bip-2012.xls": ("bip", "BIP 2012"),
    "bip-luwu-timur.xlsx": ("bip", "BIP Luwu Timur"),
    "bip-ektp.xlsx": ("bip", "BIP e-KTP"),
    "prodeskel.xls": ("mapped", "daftar Prodeskel"),
    "nagari.xlsx": ("nagari", "ekspor Nagari Kit"),
    "titik-koma-cp1252.csv": ("mapped", "kolom dicocokkan"),
    "koma-utf8-bom.csv": ("siak", "SIAK 37 kolom"),
    "tab-utf16.txt": ("opensid", "ekspor OpenSID"),
    "garis-utf8.csv": ("mapped", "kolom dicocokkan"),
    "warga-jorong.ods": ("mapped", "kolom dicocokkan"),
}
"""Files of which every row goes in."""

REFUSED = {
    "tidak-rapi.xlsx": {
        13: ("nik", "angka terakhirnya bisa hilang"),
        19: ("tanggallahir", "01-01-1900 muncul bila tanggalnya kosong"),
        20: ("tanggallahir", "31-02-2011 tidak ada"),
    },
    "ganda-dan-salah.xlsx": {
        14: ("nik", "sama dengan baris 4 di KK lain"),
        15: ("nik", "sama dengan baris 5"),
        16: ("nik", "NIK 12 angka, harus 16"),
        17: ("nama", "Nama wajib diisi"),
        18: ("no_kk", "No. KK wajib diisi"),
        19: ("agama_id", "JEDI"),
    },
}
"""Refused rows as the spreadsheet numbers them: the column and part of the reason."""


@pytest.mark.parametrize(("name", "form"), WHOLE.items())
def test_a_file_of_each_layout_goes_in_whole_and_a_second_time_changes_nothing(
    desk: Desk, name: str, form: tuple[str, str]
) -> None:
    plan = desk.imports.dry_run(FILES / name, guess=True)
    assert (plan.format, plan.layout) == form
    assert (len(plan.rows), plan.count("added"), plan.new_households) == (12, 12, 3)
    desk.imports.apply(FILES / name, plan)
    for family in families():
        for person in family.people:
            record = desk.record(person.nik)
            stored = record.resident
            assert stored.name.name.replace("\u2019", "'").upper() == person.name
            assert (stored.birth_date, stored.sex) == (
                person.born,
                Sex.MALE if person.sex == "L" else Sex.FEMALE,
            )
            assert stored.family_relation in {1, 3, 4}
            assert record.household is not None
            assert record.household.nomor_kk == family.nomor_kk
    before = desk.events()
    again = desk.imports.dry_run(FILES / name, guess=True)
    assert again.count("unchanged") == 12
    assert desk.imports.apply(FILES / name, again).event_id is None
    assert desk.events() == before


@pytest.mark.parametrize("name", ["bip-2016.xlsx", "bip-luwu-timur.xlsx"])
def test_a_family_lives_where_the_line_above_it_says(desk: Desk, name: str) -> None:
    desk.imports.apply(FILES / name, desk.imports.dry_run(FILES / name))
    family = families()[1]
    record = desk.record(family.people[0].nik)
    assert record.household is not None
    assert record.jorong == "Kampuang Dalam"
    assert (record.household.rt, record.household.rw) == (family.rt, family.rw)
    assert record.household.address == family.address


def test_words_and_short_forms_of_other_programs_are_understood(desk: Desk) -> None:
    path = FILES / "bip-ektp.xlsx"
    desk.imports.apply(path, desk.imports.dry_run(path))
    father, mother = (desk.find(person.nik) for person in families()[0].people[:2])
    assert (father.marital_status, father.occupation, father.education) == (2, 9, 5)
    assert (mother.family_relation, mother.occupation) == (3, 2)
    assert (father.papers.ektp, father.papers.recording_status) == (2, 3)


def test_who_moved_abroad_in_siak_is_no_resident_any_more(desk: Desk) -> None:
    path = FILES / "siak-37-kolom.xlsx"
    desk.imports.apply(path, desk.imports.dry_run(path))
    assert desk.find(families()[2].people[2].nik).life_status is LifeStatus.MOVED
    assert desk.people() == 11


def test_what_only_our_own_form_knows_comes_in(desk: Desk) -> None:
    path = FILES / "nagari.xlsx"
    desk.imports.apply(path, desk.imports.dry_run(path))
    head, child = families()[2].people[0], families()[2].people[2]
    stored = desk.find(head.nik)
    assert (stored.name.name, stored.name.gelar_adat) == ("Gusnedi", "Dt. Rajo Basa")
    assert (stored.kaum, stored.phone) == ("Kaum Dt. Rajo Basa", "081200000001")
    assert desk.find(child.nik).birth.weight == 3100


@pytest.mark.parametrize(("name", "expected"), REFUSED.items())
def test_every_refused_row_says_why_and_the_others_come_in(
    desk: Desk, name: str, expected: dict[int, tuple[str, str]]
) -> None:
    plan = desk.imports.dry_run(FILES / name, guess=True)
    found = {finding.row: finding for finding in plan.refused}
    assert found.keys() == expected.keys()
    for row, (column, reason) in expected.items():
        assert found[row].column == column
        assert reason in found[row].reason
    result = desk.imports.apply(FILES / name, plan)
    assert result.added == len(plan.rows) - len(expected) == desk.people()
    again = desk.imports.dry_run(FILES / name, guess=True)
    assert (again.count("unchanged"), again.count("refused")) == (result.added, len(expected))


def test_days_written_in_seven_ways_and_hidden_signs_are_read(desk: Desk) -> None:
    path = FILES / "tidak-rapi.xlsx"
    desk.imports.apply(path, desk.imports.dry_run(path, guess=True))
    (first, *_), second = families()[0].people, families()[1].people
    daughter = desk.find(families()[0].people[3].nik)
    assert (daughter.name.name, daughter.birth_date) == ("Nur'aini", date(2009, 3, 17))
    assert desk.find(first.nik).birth_date == first.born
    assert desk.find(families()[0].people[2].nik).birth_date == date(2001, 2, 11)
    assert desk.find(second[0].nik).birth_date == second[0].born


def test_refused_rows_come_back_in_the_layout_that_they_came_in(desk: Desk, tmp_path: Path) -> None:
    for path in (FILES / "tidak-rapi.xlsx", _bip_with_a_wrong_nik(tmp_path)):
        plan = desk.imports.dry_run(path, guess=True)
        back = desk.imports.write_refused(plan, tmp_path / "ditolak.xlsx")
        again = desk.imports.dry_run(back, guess=True)
        assert (again.format, again.layout) == (plan.format, plan.layout)
        assert [f.reason for f in again.refused] == [f.reason for f in plan.refused]
        assert len(again.rows) == plan.count("refused")
        assert "alasan_ditolak" in str(read_workbook(back).sheets[0].rows)


def _bip_with_a_wrong_nik(folder: Path) -> Path:
    rows = [list(row) for row in bip_2016()]
    at = next(place for place, row in enumerate(rows) if row and row[0] == 2)
    rows[at][2] = "13069945097500"
    write_xlsx(folder / "bip.xlsx", rows)
    return folder / "bip.xlsx"


def test_a_sum_in_the_column_of_niks_is_nobody(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "jumlah.xlsx"
    write_xlsx(path, [*bip_2016(), ["TOTAL PENDUDUK", "", 12], ["Dicetak oleh", "", "ADMIN"]])
    plan = desk.imports.dry_run(path)
    assert (len(plan.rows), plan.count("added")) == (12, 12)


def test_a_sheet_of_unknown_headings_asks_once_and_is_known_from_then_on(desk: Desk) -> None:
    path = FILES / "kolom-asing.xlsx"
    with pytest.raises(UnmatchedColumnsError) as asked:
        desk.imports.dry_run(path)
    matching = asked.value.matching
    by_heading = dict(zip(matching.headings, matching.keys, strict=True))
    assert (by_heading["Identitas"], by_heading["Keluarga"]) == ("nik", "no_kk")
    assert (by_heading["Sebutan"], by_heading["Posisi"]) == ("nama", "kk_level")
    plan = desk.imports.dry_run(path, matching=matching)
    assert (plan.format, plan.count("added")) == ("mapped", 12)
    desk.imports.apply(path, plan)
    first = families()[0].people[0]
    assert desk.find(first.nik).birth_date == first.born
    assert desk.find(first.nik).birth_place == "Koto Contoh"
    assert desk.imports.dry_run(path).count("unchanged") == 12


def test_what_the_officer_corrects_in_the_matching_holds(desk: Desk) -> None:
    path = FILES / "kolom-asing.xlsx"
    proposal = propose(read_workbook(path))
    assert proposal is not None
    keys = (*proposal.keys[:-1], "suku")
    matching = dataclasses.replace(proposal, keys=keys)
    desk.imports.apply(path, desk.imports.dry_run(path, matching=matching))
    assert desk.find(families()[0].people[0].nik).suku == "lunas"


def _import_and_die(folder: str, key: bytes, path: str, at: int) -> None:
    desk = desk_in(Path(folder), key, FixedClock(datetime(2026, 11, 24, 2, 41, tzinfo=UTC)))
    written = 0

    def progress(_done: int, _total: int, words: str) -> None:
        nonlocal written
        written += words == "Mencatat warga"
        if written >= at:
            os.kill(os.getpid(), signal.SIGKILL)

    plan = desk.imports.dry_run(Path(path))
    desk.imports.apply(Path(path), plan, progress=progress)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("at", [1, 2])
def test_an_import_that_is_killed_leaves_nothing_half_in(
    tmp_path: Path, clock: FixedClock, at: int
) -> None:
    sheet = tmp_path / "warga.xlsx"
    write_opensid_xlsx(sheet, generate_population(2500))
    key = os.urandom(32)
    make_office_file(tmp_path / "kantor", key, clock)
    asked = (str(tmp_path / "kantor"), key, str(sheet), at)
    child = multiprocessing.get_context("spawn").Process(target=_import_and_die, args=asked)
    child.start()
    child.join(120)
    assert child.exitcode == -signal.SIGKILL
    desk = desk_in(tmp_path / "kantor", key, clock)
    try:
        # The one event is that of the office itself.
        assert (desk.people(), desk.jorong(), desk.events()) == (0, (), 1)
        plan = desk.imports.dry_run(sheet)
        assert desk.imports.apply(sheet, plan).added == 2500
    finally:
        desk.store.close()
