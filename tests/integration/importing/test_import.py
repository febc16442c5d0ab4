"""Residents come in from the spreadsheet: all that can, nothing half, the rest by name."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.importing import ImportPlan, MendedCell
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Resident
from nagari_kit.errors import Cancelled, ConflictError, ImportFileError
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from tests.integration.importing.conftest import Desk
from tests.integration.importing.sheets import KK, person, write_sheet
from tests.opening import enter_people

NIK = "1306994509820003"


def _import(desk: Desk, path: Path):
    plan = desk.imports.dry_run(path)
    desk.imports.apply(path, plan)
    return plan


def test_a_dry_run_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "warga.xlsx", person())
    plan = desk.imports.dry_run(path)
    assert (plan.format, plan.count("added"), plan.new_households) == ("opensid", 1, 1)
    assert desk.people() == 0


def test_a_resident_comes_in_whole(desk: Desk, tmp_path: Path) -> None:
    _import(desk, write_sheet(tmp_path / "w.xlsx", person(suku="Caniago", pekerjaan_id=84)))
    resident = desk.find(NIK)
    record = desk.record(NIK)
    assert (resident.name.name, resident.birth_date) == ("Yusmaniar", date(1982, 9, 5))
    assert (resident.suku, resident.occupation, resident.marital_status) == ("Caniago", 84, 4)
    assert record.jorong == "Koto Tuo"
    assert record.household is not None
    assert (record.household.nomor_kk, record.household.rt) == (KK, "002")
    assert record.household.address == "Jl. Surau Gadang No. 7"


def test_capitals_of_a_sheet_come_in_as_a_letter_prints_them(desk: Desk, tmp_path: Path) -> None:
    shouted = {"tempatlahir": "KOTO CONTOH", "nama_ayah": "JUFRI FIRDAUS", "nama_ibu": "NUR'AINI"}
    path = write_sheet(tmp_path / "w.xlsx", person(**shouted))
    _import(desk, path)
    resident = desk.find(NIK)
    parents = (resident.parents.father_name, resident.parents.mother_name)
    assert (resident.birth_place, *parents) == ("Koto Contoh", "Jufri Firdaus", "Nur'aini")
    assert _import(desk, path).count("unchanged") == 1


def test_the_same_file_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "warga.xlsx"
    write_opensid_xlsx(path, generate_population(400))
    _import(desk, path)
    before = desk.events()
    plan = _import(desk, path)
    assert plan.count("unchanged") == 400
    assert desk.events() == before


def test_a_change_shows_the_old_value_beside_the_new(desk: Desk, tmp_path: Path) -> None:
    _import(desk, write_sheet(tmp_path / "a.xlsx", person()))
    again = write_sheet(
        tmp_path / "b.xlsx", person(pekerjaan_id="PEDAGANG", alamat="Jl. Baru No. 1", sex=None)
    )
    plan = _import(desk, again)
    (row,) = plan.rows
    assert row.verdict == "changed"
    assert ("alamat", "Jl. Surau Gadang No. 7", "Jl. Baru No. 1") in row.changes
    assert ("pekerjaan_id", "", "84") in row.changes
    resident = desk.find(NIK)
    assert resident.sex == 2, "an empty cell must not wipe what is known"


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"nik": "130699450982000"}, "nik", "NIK 15 angka, harus 16"),
        ({"nik": 1306994509820000}, "nik", "bilangan"),
        ({"nik": None}, "nik", "NIK kosong"),
        ({"nik": "1306990000000000"}, "nik", ""),
        ({"nama": None}, "nama", "Nama wajib diisi"),
        ({"nama": "YUSM4NIAR"}, "nama", "angka"),
        ({"no_kk": "13069925"}, "no_kk", "8 angka, harus 16"),
        ({"no_kk": None}, "no_kk", "wajib diisi"),
        ({"kk_level": None}, "kk_level", "wajib diisi"),
        ({"tanggallahir": "31-02-1982"}, "tanggallahir", "tidak ada"),
        ({"tanggallahir": "5/9/12"}, "tanggallahir", "1912 atau 2012"),
        ({"agama_id": "JEDI"}, "agama_id", "JEDI"),
        ({"kk_level": 99}, "kk_level", "99"),
        ({"ayah_nik": "123"}, "ayah_nik", "3 angka"),
        ({"tag_id_card": "123"}, "tag_id_card", "10 sampai 17"),
    ],
)
def test_a_refused_row_tells_row_column_value_and_reason(
    desk: Desk, tmp_path: Path, cells: dict, column: str, reason: str
) -> None:
    other = person(nik="1306990101600001", sex=1, tanggallahir="01-01-1960", kk_level=9)
    path = write_sheet(tmp_path / "warga.xlsx", other, person(**cells))
    plan = _import(desk, path)
    findings = [finding for finding in plan.refused if finding.column == column]
    assert len(findings) == 1, plan.refused
    assert findings[0].row == 3
    assert reason in findings[0].reason
    assert desk.people() == 1


def test_nik_against_birth_and_sex_is_a_doubt_and_no_refusal(desk: Desk, tmp_path: Path) -> None:
    plan = _import(desk, write_sheet(tmp_path / "w.xlsx", person(sex=1)))
    assert plan.count("added") == 1
    assert any(warning.column == "nik" for warning in plan.warnings)


def test_codes_and_labels_are_one(desk: Desk, tmp_path: Path) -> None:
    row = person(
        agama_id="islam", kk_level="Kepala Keluarga", sex="P", golongan_darah_id="Tdk Th",
        pendidikan_kk_id="TAMAT SD / SEDERAJAT", warganegara_id="WNI",
    )  # fmt: skip
    assert _import(desk, write_sheet(tmp_path / "w.xlsx", row)).count("added") == 1
    resident = desk.find(NIK)
    assert (resident.religion, resident.family_relation, resident.sex) == (1, 1, 2)
    assert (resident.blood_type, resident.education, resident.citizenship) == (13, 3, 1)


def test_headings_empties_and_totals_between_the_rows_are_passed_over(
    desk: Desk, tmp_path: Path
) -> None:
    headings = tuple(person())
    second = person(nik="1306990101600001", sex=1, tanggallahir="01-01-1960", kk_level=9)
    stop = [None, "###"]
    path = write_sheet(
        tmp_path / "w.xlsx",
        [None], person(), list(headings), [None], second, [None, None, None, None, "JUMLAH 2"],
        [None, "Laki-laki", "1", "Perempuan", "1"],
        stop, person(nik="123"), headings=headings,
    )  # fmt: skip
    plan = desk.imports.dry_run(path)
    assert [(row.row, row.verdict) for row in plan.rows] == [(3, "added"), (6, "added")]


def test_two_rows_with_one_nik_do_not_both_come_in(desk: Desk, tmp_path: Path) -> None:
    plan = _import(desk, write_sheet(tmp_path / "w.xlsx", person(), person()))
    assert [row.verdict for row in plan.rows] == ["added", "refused"]
    assert plan.refused[0].reason == "NIK sama dengan baris 2"


def test_people_without_a_nik_are_known_again_by_name_and_birth(desk: Desk, tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "w.xlsx", person(nik="0", nama="ALYA", kk_level=4))
    _import(desk, path)
    assert _import(desk, path).count("unchanged") == 1
    assert desk.people() == 1


def test_cancelling_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "warga.xlsx"
    write_opensid_xlsx(path, generate_population(300))
    plan = desk.imports.dry_run(path)
    before = desk.events()

    class WhileWriting:
        armed = False

        def raise_if_cancelled(self) -> None:
            if self.armed:
                raise Cancelled

    token = WhileWriting()

    def progress(done: int, total: int, words: str) -> None:
        token.armed = words == "Mencatat warga"

    with pytest.raises(Cancelled):
        desk.imports.apply(path, plan, progress=progress, token=token)
    assert desk.people() == 0
    assert desk.jorong() == ()
    assert desk.events() == before
    assert desk.imports.apply(path, plan).added == 300


def test_a_file_that_changed_since_the_dry_run_is_not_written(desk: Desk, tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "w.xlsx", person())
    plan = desk.imports.dry_run(path)
    write_sheet(path, person(nama="LAIN"))
    with pytest.raises(ConflictError):
        desk.imports.apply(path, plan)
    assert desk.people() == 0


def test_who_came_in_since_the_dry_run_does_not_come_in_twice(desk: Desk, tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "w.xlsx", person(suku="Caniago"))
    plan = desk.imports.dry_run(path)
    already = Resident(ResidentId(UUID(int=7)), PersonName("Yusmaniar"), nik=NIK)
    with desk.store.write("Rina") as uow:
        enter_people(uow, desk.clock, [already])
        uow.commit()

    result = desk.imports.apply(path, plan)

    assert (result.added, result.changed) == (0, 1)
    assert (desk.find(NIK).id, desk.find(NIK).suku) == (already.id, "Caniago")


def test_another_kind_of_sheet_is_named_as_such(desk: Desk, tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "w.xlsx", headings=("barang", "harga"))
    with pytest.raises(ImportFileError, match="nama") as refusal:
        desk.imports.dry_run(path)
    assert refusal.value.code == "IMPOR-05"


def test_the_refused_rows_come_back_as_a_sheet_that_can_be_mended(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "warga.xlsx"
    planted = write_opensid_xlsx(
        path, generate_population(200), planted_faults={"nik_short": 2, "religion_unknown": 1}
    )
    plan = _import(desk, path)
    assert [f.row for f in plan.refused] == [fault.row for fault in planted]
    back = desk.imports.write_refused(plan, tmp_path / "ditolak.xlsx")
    again = desk.imports.dry_run(back)
    assert [f.reason for f in again.refused] == [f.reason for f in plan.refused]
    assert again.count("refused") == 3
    assert not [w for w in again.warnings if w.row == 1], "the column of reasons is known"


@pytest.fixture
def plan_with_a_refused_row(desk: Desk, tmp_path: Path) -> ImportPlan:
    path = tmp_path / "warga.xlsx"
    write_opensid_xlsx(path, generate_population(20), planted_faults={"nik_short": 1})
    return desk.imports.dry_run(path)


def test_refused_niks_go_through_no_temporary_file_and_are_for_this_user_alone(
    desk: Desk,
    plan_with_a_refused_row: ImportPlan,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_temporary_file(*_arguments: object, **_more: object) -> None:
        pytest.fail("a temporary file was made")

    for name in ("mkstemp", "mkdtemp", "TemporaryFile", "NamedTemporaryFile"):
        monkeypatch.setattr(tempfile, name, no_temporary_file)
    back = desk.imports.write_refused(plan_with_a_refused_row, tmp_path / "hasil" / "ditolak.xlsx")

    assert [file.name for file in back.parent.iterdir()] == ["ditolak.xlsx"]
    if os.name == "posix":
        assert back.stat().st_mode & 0o077 == 0


def test_a_list_of_refused_rows_that_cannot_be_written_leaves_the_old_file(
    desk: Desk, plan_with_a_refused_row: ImportPlan, tmp_path: Path
) -> None:
    taken = tmp_path / "ditolak.xlsx"
    (taken / "isi").mkdir(parents=True)
    with pytest.raises(ImportFileError) as refusal:
        desk.imports.write_refused(plan_with_a_refused_row, taken)
    assert refusal.value.code == "IMPOR-09"
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".ditolak")]


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("KAMPUANG DALAM", "Kampuang Dalam"),
        ("Kampung Baru", "Kampung Baru"),
        ("KORONG GADANG", "Korong Gadang"),
        ("Dusun Tuo", "Dusun Tuo"),
        ("JORONG_KAMPUANG TANGAH", "Kampuang Tangah"),
        ("jorong  Koto Tuo", "Koto Tuo"),
    ],
)
def test_only_the_offices_own_word_is_cut_from_a_subarea(
    desk: Desk, tmp_path: Path, written: str, stored: str
) -> None:
    _import(desk, write_sheet(tmp_path / "a.xlsx", person(dusun=written)))
    assert [one.name for one in desk.jorong()] == [stored]


def test_a_name_longer_than_its_column_is_never_cut_in_silence(desk: Desk, tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "a.xlsx", person(nama="Siti " + "Aminah " * 20))
    plan = desk.imports.dry_run(path)
    cut = [found for found in plan.warnings if "dipotong" in found.reason]
    assert [found.column for found in cut] == ["nama"]


def test_a_slip_in_a_nik_does_not_overwrite_who_bears_it(desk: Desk, tmp_path: Path) -> None:
    true = person(nama="NURLAILA", tanggallahir="05-09-1982", sex="2")
    _import(desk, write_sheet(tmp_path / "benar.xlsx", true))
    before = desk.find(NIK)
    slip = person(nama="WAN", tanggallahir="05-05-1999", sex="1", kk_level="4")

    plan = _import(desk, write_sheet(tmp_path / "salah.xlsx", slip))

    assert (plan.count("refused"), plan.count("changed")) == (1, 0)
    assert "milik Nurlaila" in plan.refused[0].reason
    assert desk.find(NIK) == before


def test_a_name_or_a_birth_date_put_right_is_still_the_same_person(
    desk: Desk, tmp_path: Path
) -> None:
    _import(desk, write_sheet(tmp_path / "1.xlsx", person(nama="NURLAILA", sex="2")))
    renamed = _import(desk, write_sheet(tmp_path / "2.xlsx", person(nama="NURLAELA", sex="2")))
    redated = _import(
        desk,
        write_sheet(
            tmp_path / "3.xlsx", person(nama="NURLAELA", sex="2", tanggallahir="06-09-1982")
        ),
    )
    assert (renamed.count("changed"), redated.count("changed")) == (1, 1)


def test_of_two_people_with_one_nik_the_one_who_agrees_with_it_comes_in(
    desk: Desk, tmp_path: Path
) -> None:
    slip = person(nama="WAN", tanggallahir="05-05-1999", sex="1")
    true = person(nama="NURLAILA", tanggallahir="05-09-1982", sex="2")
    plan = _import(desk, write_sheet(tmp_path / "dua.xlsx", slip, true))
    assert [row.verdict for row in plan.rows] == ["refused", "added"]
    other = person(nama="YULIA", tanggallahir="05-09-1982", sex="2")
    both = desk.imports.dry_run(write_sheet(tmp_path / "kembar.xlsx", true, other))
    assert [row.verdict for row in both.rows] == ["refused", "refused"]


def test_a_mended_cell_takes_its_row_out_of_the_refused_and_changes_no_file(
    desk: Desk, tmp_path: Path
) -> None:
    path = write_sheet(tmp_path / "w.xlsx", person(nik="130699450982000"))
    plan = desk.imports.dry_run(path)
    assert plan.count("refused") == 1
    mended = desk.imports.mend(plan, MendedCell(2, "nik", NIK))
    assert (mended.count("refused"), mended.count("added")) == (0, 1)
    assert desk.imports.apply(path, mended).added == 1
    assert desk.find(NIK).name.name == "Yusmaniar"


def test_a_mended_nik_that_another_row_bears_is_refused_at_once(desk: Desk, tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "w.xlsx", person(), person(nik="13069945098200"))
    plan = desk.imports.mend(desk.imports.dry_run(path), MendedCell(3, "nik", NIK))
    assert [finding.reason for finding in plan.refused] == ["NIK sama dengan baris 2"]


def test_mended_cells_hold_when_others_wrote_since_the_dry_run(desk: Desk, tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "w.xlsx", person(agama_id="JEDI"))
    plan = desk.imports.mend(desk.imports.dry_run(path), MendedCell(2, "agama_id", "ISLAM"))
    with desk.store.write("Rina") as uow:
        other = Resident(ResidentId(UUID(int=9)), PersonName("Lain"), nik="1306990101600001")
        enter_people(uow, desk.clock, [other])
        uow.commit()
    assert desk.imports.apply(path, plan).added == 1
    assert desk.find(NIK).religion == 1


def test_a_second_head_beside_the_one_in_the_books_is_a_doubt(desk: Desk, tmp_path: Path) -> None:
    _import(desk, write_sheet(tmp_path / "satu.xlsx", person(nama="YUSMANIAR", kk_level=1)))
    newcomer = {"nik": "1306990101600001", "sex": 1, "tanggallahir": "01-01-1960", "kk_level": 1}

    alone = desk.imports.dry_run(write_sheet(tmp_path / "dua.xlsx", person(**newcomer)))
    told = [(one.row, one.reason) for one in alone.warnings if one.column == "kk_level"]
    assert told == [(2, "KK ini sudah punya kepala keluarga di data, Yusmaniar")]

    # The sheet that says what becomes of the head in the books raises no doubt.
    both = write_sheet(
        tmp_path / "tiga.xlsx", person(nama="YUSMANIAR", kk_level=3), person(**newcomer)
    )
    assert not [one for one in desk.imports.dry_run(both).warnings if one.column == "kk_level"]


def test_the_head_of_a_kk_is_not_taken_away_without_a_word(desk: Desk, tmp_path: Path) -> None:
    head = person(nama="YUSMANIAR", kk_level=1)
    child = person(
        nik="1306990101100001", nama="BUYUNG", sex=1, tanggallahir="01-01-2010", kk_level=4
    )
    _import(desk, write_sheet(tmp_path / "satu.xlsx", head, child))

    for name, cells in {
        "pindah": {"no_kk": "1306990000000099"},
        "anak": {"kk_level": 4},
        "mati": {"status_dasar": 2},
    }.items():
        sheet = write_sheet(tmp_path / f"{name}.xlsx", {**head, **cells})
        told = [one.reason for one in desk.imports.dry_run(sheet).warnings]
        assert any("tidak punya kepala" in reason for reason in told), name


def test_a_list_without_kk_numbers_amends_the_homes_of_people_in_the_books(
    desk: Desk, tmp_path: Path
) -> None:
    _import(desk, write_sheet(tmp_path / "satu.xlsx", person(alamat="Jalan Lamo")))
    plan = _import(
        desk, write_sheet(tmp_path / "dua.xlsx", person(no_kk=None, alamat="Jalan Baru"))
    )

    assert (plan.count("changed"), plan.new_households) == (1, 0)
    with desk.store.read() as reader:
        (home,) = reader.households.by_nomor_kk([KK]).values()
    assert home.address == "Jalan Baru"


def test_people_of_whom_neither_nik_nor_birth_is_known_do_not_come_in_again(
    desk: Desk, tmp_path: Path
) -> None:
    path = write_sheet(
        tmp_path / "w.xlsx",
        person(),
        person(nik="0", nama="ALYA", kk_level=4, tanggallahir=None),
    )
    assert _import(desk, path).count("added") == 2
    assert _import(desk, path).count("unchanged") == 2
    assert desk.people() == 2


def test_a_common_name_hides_nobody_without_a_nik(desk: Desk, tmp_path: Path) -> None:
    many = [
        person(
            nik=f"130699{1 + number % 28:02d}01{60 + number // 28:02d}{number + 1:04d}",
            nama="ADI SAPUTRA", sex=1, kk_level=4,
            tanggallahir=f"{1 + number % 28:02d}-01-{1960 + number // 28}",
        )
        for number in range(70)
    ]  # fmt: skip
    one = person(nik="0", nama="ADI SAPUTRA", sex=1, kk_level=4, tanggallahir="03-03-2020")
    path = write_sheet(tmp_path / "w.xlsx", *many, one)
    _import(desk, path)
    people = desk.people()
    again = _import(desk, path)
    assert again.count("added") == 0
    assert desk.people() == people


def test_a_nik_that_was_issued_since_is_put_on_the_record(desk: Desk, tmp_path: Path) -> None:
    child = {"nama": "ALYA PUTRI", "kk_level": 4, "tanggallahir": "05-09-2020"}
    _import(desk, write_sheet(tmp_path / "satu.xlsx", person(), person(nik="0", **child)))
    numbered = person(nik="1306994509200001", **child)
    plan = _import(desk, write_sheet(tmp_path / "dua.xlsx", numbered))

    assert plan.count("changed") == 1
    assert any("tercatat tanpa NIK" in one.reason for one in plan.warnings)
    assert desk.people() == 2
    assert desk.find("1306994509200001").name.name == "Alya Putri"


@pytest.mark.parametrize(
    "cells",
    [
        {"nama": "MUHAMMAD RIZKI", "tanggallahir": "03-03-2001"},
        {"nama": "ZULKIFLI", "tanggallahir": None},
        {"nama": "MUHAMMAD RIZKI", "tanggallahir": None},
        {"nama": "MUHAMMAD RIZKI"},
        {"nama": "MUHAMMAD FAJAR", "tanggallahir": "03-03-2001", "sex": 2},
    ],
)
def test_a_name_that_many_bear_lets_nobody_be_overwritten(
    desk: Desk, tmp_path: Path, cells: dict
) -> None:
    fajar = person(nik="1306990101800001", nama="MUHAMMAD FAJAR", sex=1, tanggallahir="01-01-1980")
    _import(desk, write_sheet(tmp_path / "satu.xlsx", fajar))
    plan = _import(desk, write_sheet(tmp_path / "dua.xlsx", {**fajar, **cells}))

    assert plan.count("refused") == 1
    assert "orang lain" in plan.refused[0].reason
    assert desk.find("1306990101800001").name.name == "Muhammad Fajar"


def test_a_year_of_two_digits_is_read_where_only_one_century_is_past(
    desk: Desk, tmp_path: Path
) -> None:
    plan = _import(desk, write_sheet(tmp_path / "w.xlsx", person(tanggallahir="5/9/82")))

    assert plan.count("added") == 1
    assert any("dibaca 1982" in one.reason for one in plan.warnings)
    assert desk.find(NIK).birth_date == date(1982, 9, 5)
