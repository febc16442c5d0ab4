"""Residents leave the office whole or masked, on the record, and come back unchanged."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from nagari_kit.domain.exporting import ExportForm, ExportRequest
from nagari_kit.domain.residents import ResidentFilter, Sex
from nagari_kit.errors import Cancelled, InputError, NotFoundError, StorageError
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.resident_export import service as export_service
from nagari_kit.services.resident_import.resident_cells import cells_of
from nagari_kit.services.synthetic_population import generate_population
from nagari_kit.services.workspace import create_workspace
from tests.integration.services.sample_office import PASSPHRASE, profile
from tests.opening import enter_people

REASON = "Diminta kecamatan untuk verifikasi KK"
PEOPLE = 400


def _office(folder, clock):
    return create_workspace(OfficePaths(folder), PASSPHRASE, profile(), clock=clock)


@pytest.fixture
def village(tmp_path, clock):
    opened = _office(tmp_path / "desa", clock)
    population = generate_population(PEOPLE, seed=5, today=date(2026, 11, 24))
    with opened.context.store.write("Rina") as uow:
        for area in population.jorong:
            uow.jorong.save(area)
            uow.record(export_service.events.jorong_saved(area))
        enter_people(uow, clock, population.residents, population.households)
        uow.commit()
    yield opened
    opened.close()


def _sheet(path) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def _everybody(workspace) -> dict[str, dict[str, object]]:
    with workspace.context.store.read() as reader:
        keys = reader.lists.keys(ResidentFilter(all_statuses=True))
        people = [
            one
            for at in range(0, len(keys), 250)
            for one in reader.lists.people(keys[at : at + 250])
        ]
    return {one.resident.nik: cells_of(one.resident, one.household, one.jorong) for one in people}


def _records(workspace) -> list[dict[str, object]]:
    with workspace.context.store.read() as reader:
        head = reader.events.head()[0]
        inc = reader.events.incarnation().inc
        logged = reader.events.after(inc, head - 1, 5)
    return [json.loads(one.body)["d"] for one in logged if one.type == "export.made"]


def test_a_full_opensid_export_comes_back_equal_in_a_fresh_office(village, tmp_path, clock):
    out = tmp_path / "penduduk.xlsx"
    asked = ExportRequest(
        ExportForm.OPENSID, ResidentFilter(all_statuses=True), full=True, reason=REASON
    )
    result = village.exports.export(out, asked)
    assert result.people == PEOPLE

    fresh = _office(tmp_path / "baru", clock)
    try:
        plan = fresh.imports.dry_run(out)
        assert plan.count("refused") == 0, plan.refused[:3]
        fresh.imports.apply(out, plan)
        assert _everybody(fresh) == _everybody(village)
    finally:
        fresh.close()


@pytest.mark.parametrize("form", [ExportForm.OPENSID, ExportForm.NAGARI, ExportForm.KK])
def test_an_export_masks_numbers_and_leaves_health_facts_out_unless_full(village, tmp_path, form):
    somebody = village.residents.search("sya", 1)[0]
    person = village.residents.record(somebody.id).resident
    with village.context.store.write("Rina") as uow:
        told = replace(person, restricted=replace(person.restricted, disability=2))
        uow.residents.save(told)
        uow.record(export_service.events.resident_changed(told, None))
        uow.commit()

    masked, full = tmp_path / "samar.xlsx", tmp_path / "lengkap.xlsx"
    village.exports.export(masked, ExportRequest(form))
    village.exports.export(full, ExportRequest(form, full=True, reason=REASON))

    shown = {str(cell) for row in _sheet(masked) for cell in row}
    assert not {cell for cell in shown if len(cell) == 16 and cell.isdigit()}
    assert person.nik in {str(cell) for row in _sheet(full) for cell in row}
    assert not shown & {"NETRA/BUTA", "Disabilitas"}
    if form is not ExportForm.KK:
        assert {"NETRA/BUTA", "2.0"} & {str(cell) for row in _sheet(full) for cell in row}


def test_every_export_leaves_a_record_that_names_nobody(village, tmp_path):
    chosen = tuple(row.id for row in village.residents.search("sya", 3))
    village.exports.export(tmp_path / "a.xlsx", ExportRequest(ExportForm.NAGARI, chosen=chosen))
    assert _records(village) == [
        {"form": "nagari", "full": 0, "chosen": 1, "people": 3, "households": 3, "reason": ""}
    ]
    village.exports.export(
        tmp_path / "b.xlsx", ExportRequest(ExportForm.KK, full=True, reason=f"  {REASON} ")
    )
    (made,) = _records(village)
    assert (made["full"], made["people"], made["reason"]) == (1, PEOPLE, REASON)


def test_a_full_export_without_a_reason_writes_and_records_nothing(village, tmp_path):
    out = tmp_path / "semua.xlsx"
    with pytest.raises(InputError) as refused:
        village.exports.export(out, ExportRequest(ExportForm.OPENSID, full=True, reason="ya"))
    assert set(refused.value.fields) == {"reason"}
    assert not out.exists()
    assert _records(village) == []


def test_text_that_looks_like_a_formula_is_written_as_text(village, tmp_path):
    somebody = village.residents.search("sya", 1)[0]
    person = village.residents.record(somebody.id).resident
    evil = '=HYPERLINK("http://contoh","klik")'
    with village.context.store.write("Rina") as uow:
        told = replace(person, current_address=evil, suku="@cmd", note="+62 812")
        uow.residents.save(told)
        uow.record(export_service.events.resident_changed(told, None))
        uow.commit()
    out = tmp_path / "rumus.xlsx"
    village.exports.export(out, ExportRequest(ExportForm.NAGARI, chosen=(somebody.id,)))

    import zipfile

    with zipfile.ZipFile(out) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        styles = parts.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert 'quotePrefix="1"' in styles
    assert evil in {cell for row in _sheet(out) for cell in row}


class _Never:
    def __init__(self, after: int) -> None:
        self.left = after

    def raise_if_cancelled(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_cancelled_export_leaves_the_old_file_and_nothing_beside_it(village, tmp_path, after):
    out = tmp_path / "ekspor" / "lama.xlsx"
    out.parent.mkdir()
    out.write_bytes(b"yang lama")
    with pytest.raises(Cancelled):
        village.exports.export(out, ExportRequest(ExportForm.OPENSID), token=_Never(after))
    assert list(out.parent.iterdir()) == [out]
    assert out.read_bytes() == b"yang lama"
    assert list((village.paths.data_dir / "sementara-ekspor").iterdir()) == []


def test_an_export_that_cannot_be_written_says_so(village, tmp_path):
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(StorageError) as refused:
        village.exports.export(tmp_path / "berkas" / "a.xlsx", ExportRequest(ExportForm.KK))
    assert "tidak berubah" in refused.value.user_message
    with pytest.raises(InputError):
        village.exports.export(tmp_path / "a.pdf", ExportRequest(ExportForm.KK))
    nobody = ResidentFilter(sex=Sex.MALE, age_from=140)
    with pytest.raises(NotFoundError):
        village.exports.export(tmp_path / "a.xlsx", ExportRequest(ExportForm.KK, nobody))


def test_the_blocks_of_households_hold_everybody_once(village, tmp_path):
    out = tmp_path / "kk.xlsx"
    result = village.exports.export(out, ExportRequest(ExportForm.KK, full=True, reason=REASON))
    rows = _sheet(out)
    heads = [row for row in rows if row[0] == "No. KK"]
    members = [row for row in rows if isinstance(row[0], float)]
    assert (len(heads), len(members)) == (result.households, result.people)
    assert len({row[1] for row in heads}) == result.households
    firsts = [row for row in members if row[0] == 1.0]
    assert {row[10] for row in firsts} == {"KEPALA KELUARGA"}


def test_the_own_form_brings_every_fact_to_a_fresh_office(village, tmp_path, clock):
    somebody = village.residents.record(village.residents.search("sya", 1)[0].id).resident
    with village.context.store.write("Rina") as uow:
        told = replace(
            somebody,
            ethnic_group="Minangkabau",
            kaum="Dt. Bandaro",
            penghulu="Amril",
            note="Pensiunan guru, tinggal di rumah gadang",
            origin_country="Indonesia",
            previous_nomor_kk="1306990103150009",
            restricted=replace(somebody.restricted, disability=2, chronic_illness=6),
            birth=replace(somebody.birth, time="04.30", order=2, weight=3100),
        )
        uow.residents.save(told)
        uow.record(export_service.events.resident_changed(told, None))
        uow.commit()
    out = tmp_path / "nagari.xlsx"
    asked = ResidentFilter(all_statuses=True)
    village.exports.export(out, ExportRequest(ExportForm.NAGARI, asked, full=True, reason=REASON))

    fresh = _office(tmp_path / "baru", clock)
    try:
        plan = fresh.imports.dry_run(out)
        assert plan.format == "nagari"
        assert plan.count("refused") == 0, plan.refused[:3]
        fresh.imports.apply(out, plan)
        assert _everybody(fresh) == _everybody(village)
        found = fresh.residents.find_by_nik(told.nik)
        assert replace(found, id=told.id, household_id=told.household_id) == told
    finally:
        fresh.close()


@pytest.mark.parametrize("form", [ExportForm.OPENSID, ExportForm.NAGARI])
def test_a_masked_file_that_is_imported_enters_and_changes_nobody(village, tmp_path, form):
    out = tmp_path / "samar.xlsx"
    village.exports.export(out, ExportRequest(form))
    plan = village.imports.dry_run(out)
    assert plan.count("refused") == len(plan.rows) == PEOPLE
