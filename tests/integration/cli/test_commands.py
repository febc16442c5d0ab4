"""What scripts rely on: commands, exit codes, JSON, sentences in Indonesian."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import os
from pathlib import Path

import pytest

from nagari_kit.domain.residents import Resident
from nagari_kit.infra.logging_setup import LOG_NAME
from nagari_kit.infra.paths import OfficePaths
from tests.integration.cli.conftest import PEOPLE, Run

SKU = (
    "--set", "nama_usaha=Dapur Randang", "--set", "jenis_usaha=Industri makanan rumahan",
    "--set", "tempat_usaha=Jorong Koto Tuo", "--set", "berdiri_sejak=Maret 2019",
    "--set", "keperluan=pembukaan rekening usaha",
)  # fmt: skip


def test_an_import_repeated_changes_nothing(run: Run, office: Path, people_file: Path) -> None:
    answer = run("residents", "import", people_file, "--data-dir", office, "--json")
    assert answer.code == 0
    found = answer.json
    assert (found["format"], found["rows"], found["dry_run"]) == ("opensid", PEOPLE, False)
    assert (found["added"], found["changed"], found["unchanged"]) == (0, 0, PEOPLE)
    assert found["refused"] == []


def test_search_finds_by_name_nik_and_kk(run: Run, office: Path, grown_up: Resident) -> None:
    for text in (grown_up.name.name, str(grown_up.nik)):
        results = run("residents", "search", text, "--data-dir", office, "--json").json["results"]
        assert str(grown_up.nik) in [row["nik"] for row in results]


def test_people_read_masked_numbers_and_the_log_has_none(
    run: Run, office: Path, grown_up: Resident, tmp_path: Path
) -> None:
    said = run("residents", "search", str(grown_up.nik), "--data-dir", office).out
    assert grown_up.name.name in said
    assert str(grown_up.nik) not in said
    words = ("--nik", str(grown_up.nik), "--out", tmp_path / "surat.pdf", "--data-dir", office)
    assert run("letters", "issue", "sku", *words).code == 1
    logging.getLogger("nagari_kit.cli").info("the log is open")
    logged = (OfficePaths(office).logs / LOG_NAME).read_text("utf-8")
    assert "the log is open" in logged
    assert str(grown_up.nik) not in logged
    assert grown_up.name.name not in logged


def test_search_answers_one_object_for_each_line(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("yus\ntiada-nama-ini\n"))
    lines = run("residents", "search", "-", "--data-dir", office, "--json").out.splitlines()
    assert len(lines) == 2
    assert json.loads(lines[1]) == {"results": []}


def test_letter_types_tell_their_fields(run: Run, office: Path) -> None:
    types = run("letters", "types", "--data-dir", office, "--json").json["types"]
    assert {"sku", "sktm", "domisili"} <= {kind["id"] for kind in types}
    sku = next(kind for kind in types if kind["id"] == "sku")
    assert {"id", "label", "required", "options"} == set(sku["fields"][0])


def test_a_letter_is_issued_listed_reprinted_and_voided(
    run: Run, office: Path, tmp_path: Path, grown_up: Resident
) -> None:
    base = ("--data-dir", office, "--json")
    out = tmp_path / "surat.pdf"
    issued = run("letters", "issue", "sku", "--nik", grown_up.nik, *SKU, "--out", out, *base)
    assert issued.code == 0, issued.err
    letter = issued.json
    assert letter["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert letter["status"] == "issued"

    again = tmp_path / "lagi.pdf"
    assert run("letters", "reprint", letter["number"], "--out", again, *base).code == 0
    if os.name == "posix":
        assert [file.stat().st_mode & 0o077 for file in (out, again)] == [0, 0], "it bears a NIK"
    assert again.read_bytes() == out.read_bytes()

    voided = run("letters", "void", letter["number"], "--reason", "Salah nama", *base)
    assert voided.json == {"number": letter["number"], "status": "voided"}
    (row,) = run("letters", "list", *base).json["letters"]
    assert (row["number"], row["status"]) == (letter["number"], "voided")


def test_a_reprint_of_a_voided_letter_says_so_and_why(
    run: Run, office: Path, tmp_path: Path, grown_up: Resident
) -> None:
    base = ("--data-dir", office, "--json")
    first, again = tmp_path / "surat.pdf", tmp_path / "lagi.pdf"
    issued = run("letters", "issue", "sku", "--nik", grown_up.nik, *SKU, "--out", first, *base)
    number = issued.json["number"]
    valid = run("letters", "reprint", number, "--out", again, *base)
    assert (valid.err, "void_reason" in valid.json) == ("", False)

    run("letters", "void", number, "--reason", "Salah nama usaha", *base)
    voided = run("letters", "reprint", number, "--out", tmp_path / "batal.pdf", *base)

    assert voided.code == 0
    assert "sudah dibatalkan (Salah nama usaha)" in voided.err
    assert (voided.json["status"], voided.json["void_reason"]) == ("voided", "Salah nama usaha")
    assert (tmp_path / "batal.pdf").read_bytes() == first.read_bytes()


def test_an_unknown_field_takes_no_number(
    run: Run, office: Path, tmp_path: Path, grown_up: Resident
) -> None:
    base = ("--data-dir", office, "--json")
    words = ("letters", "issue", "sku", "--nik", grown_up.nik, *SKU)
    answer = run(*words, "--set", "warna=biru", "--out", tmp_path / "s.pdf", *base)
    assert answer.code == 1
    assert "warna" in answer.json["error"]["message"]
    assert "nomor belum terpakai" in answer.err
    assert run("letters", "list", *base).json["letters"] == []


def test_an_unwritable_target_takes_no_number(
    run: Run, office: Path, tmp_path: Path, grown_up: Resident
) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    out = tmp_path / "berkas" / "surat.pdf"
    base = ("--data-dir", office, "--json")
    answer = run("letters", "issue", "sku", "--nik", grown_up.nik, *SKU, "--out", out, *base)
    assert answer.code == 1
    assert run("letters", "list", *base).json["letters"] == []


def test_a_wrong_passphrase_opens_nothing(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NAGARI_PASSPHRASE", "salah")
    answer = run("letters", "list", "--data-dir", office, "--json")
    assert answer.code == 1
    assert answer.json["error"]["code"] == "KUNCI-02"
    assert "sandi" in answer.err


def test_without_a_passphrase_the_way_to_give_one_is_told(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NAGARI_PASSPHRASE")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    answer = run("letters", "list", "--data-dir", office)
    assert answer.code == 1
    assert "--passphrase-file" in answer.err


def test_a_broken_spreadsheet_is_refused_and_the_office_stays(
    run: Run, office: Path, tmp_path: Path, people_file: Path
) -> None:
    broken = tmp_path / "putus.xlsx"
    broken.write_bytes(people_file.read_bytes()[:3000])
    answer = run("residents", "import", broken, "--data-dir", office, "--json")
    assert answer.code == 1
    assert "tidak berubah" in answer.json["error"]["message"]
    assert answer.json["error"]["hint"]


def test_an_office_is_not_made_twice(run: Run, office: Path) -> None:
    answer = run("init", "--office", "13.06.01.2001", "--data-dir", office, "--json")
    assert answer.code == 1
    assert answer.json["error"]["message"]


def test_doctor_finds_a_healthy_office_well(run: Run, office: Path) -> None:
    answer = run("doctor", "--data-dir", office, "--json")
    assert answer.json["ok"] is True, answer.json
    assert {check["name"] for check in answer.json["checks"]} >= {"jam", "kunci", "ruang disk"}


def test_doctor_says_when_there_is_no_office(run: Run, tmp_path: Path) -> None:
    answer = run("doctor", "--data-dir", tmp_path / "kosong", "--json")
    assert answer.code == 1
    assert answer.json["ok"] is False


def test_what_the_register_knows_need_not_be_set(
    run: Run, office: Path, tmp_path: Path, grown_up: Resident
) -> None:
    words = ("--set", "sejak=2025-01-02", "--set", "keperluan=melamar pekerjaan")
    target = ("--nik", grown_up.nik, "--out", tmp_path / "surat.pdf", "--data-dir", office)
    answer = run("letters", "issue", "domisili", *words, *target)
    assert answer.code == 0, answer.err


def test_a_strange_paper_in_a_provisioning_file_is_told_by_its_key(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "nagari.toml"
    file.write_text('office = "13.06.01.2001"\npaper = "A3"\n', encoding="utf-8")
    answer = run("init", "--provision", file, "--data-dir", tmp_path / "baru", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (1, "ISI-05")
    assert "A3" in answer.json["error"]["message"]
    assert not (tmp_path / "baru").exists()
