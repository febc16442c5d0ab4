"""Letters with people, papers, steps and replacements from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from nagari_kit.domain.residents import Resident
from tests.integration.cli.conftest import Run
from tests.integration.cli.test_commands import SKU

TASK = (
    "--set", "dasar=Undangan Camat", "--set", "tugas=Menghadiri rapat",
    "--set", "waktu=25 November 2026",
    "--set", 'pelaksana=[{"nama":"Mardalena","jabatan":"Sekretaris Nagari"}]',
)  # fmt: skip


@pytest.fixture
def base(office: Path) -> tuple[object, ...]:
    return ("--data-dir", office, "--json")


@pytest.fixture
def sku(run: Run, base, tmp_path: Path, grown_up: Resident) -> dict:
    out = tmp_path / "sku.pdf"
    answer = run("letters", "issue", "sku", "--nik", grown_up.nik, *SKU, "--out", out, *base)
    assert answer.code == 0, answer.err
    return answer.json


def test_people_are_named_by_nik_or_by_name(
    run: Run, base, tmp_path: Path, grown_up: Resident
) -> None:
    kind = next(
        one for one in run("letters", "types", *base).json["types"] if one["id"] == "ahli_waris"
    )
    assert [one["id"] for one in kind["people"]] == ["saksi1", "saksi2"]
    assert kind["lists"][0]["columns"] == ["hubungan"]

    words = (
        "letters", "issue", "ahli_waris", "--nik", grown_up.nik,
        "--set", "tanggal_meninggal=2026-10-01", "--set", "tempat_meninggal=Rumah",
        "--set", "riwayat=Menikah satu kali", "--set", "keperluan=pengurusan pensiun",
        "--person", f"ahli_waris={grown_up.nik};hubungan=Anak",
        "--person", "ahli_waris=Zainal Arifin;hubungan=Saudara",
        "--person", "saksi1=H. Amril", "--out", tmp_path / "waris.pdf",
    )  # fmt: skip
    refused = run(*words, *base)
    assert refused.code == 1
    assert "saksi2" in refused.out

    issued = run(*words, "--person", "saksi2=Nasrul, S.Pd.", *base)
    assert issued.code == 0, issued.err
    assert "belum tercatat meninggal" in issued.err
    unknown = run(*words, "--person", "saksi2=1306999999999999", *base)
    assert unknown.code == 1
    assert "Tidak ada warga dengan NIK itu" in unknown.out


def test_a_letter_of_the_office_needs_no_nik_and_one_for_a_resident_does(
    run: Run, base, tmp_path: Path
) -> None:
    out = ("--out", tmp_path / "surat.pdf")
    task = run("letters", "issue", "surat_tugas", *TASK, *out, *base)
    assert task.code == 0, task.err
    assert run("letters", "list", *base).json["letters"][0]["resident"] == "Mardalena"
    missing = run("letters", "issue", "sku", *SKU, *out, *base)
    assert missing.code == 2
    assert "--nik" in missing.err


def test_the_steps_of_a_letter_show_in_the_list(run: Run, base, office: Path, sku: dict) -> None:
    number = sku["number"]
    assert run("letters", "list", *base).json["letters"][0]["progress"] == "issued"

    (waiting,) = run("letters", "waiting", *base).json["letters"]
    assert (waiting["number"], waiting["checked_by"]) == (number, "")

    signed = run("letters", "step", number, "signed", *base)
    assert run("letters", "waiting", *base).json["letters"] == []
    assert signed.json == {
        "id": sku["id"], "number": number, "step": "signed", "progress": "signed"
    }  # fmt: skip
    handed = run("letters", "step", sku["id"], "handed-over", "--person", "Yusmaniar", *base)
    assert handed.json["progress"] == "handed_over"
    (row,) = run("letters", "list", *base).json["letters"]
    assert (row["progress"], row["validity"]) == ("handed_over", "berlaku")
    assert "diserahkan" in run("letters", "list", "--data-dir", office).out

    twice = run("letters", "step", number, "signed", *base)
    assert (twice.code, twice.json["error"]["code"]) == (1, "SURAT-23")
    back = run("letters", "step", number, "undo", "--note", "salah surat", *base)
    assert back.json["progress"] == "signed"


def test_a_letter_takes_the_place_of_another(
    run: Run, base, tmp_path: Path, grown_up: Resident, sku: dict
) -> None:
    words = ("letters", "issue", "sku", "--nik", grown_up.nik, *SKU, "--out", tmp_path / "b.pdf")
    new = run(*words, "--replaces", sku["number"], *base)
    assert new.code == 0, new.err

    rows = {row["number"]: row for row in run("letters", "list", *base).json["letters"]}
    assert rows[sku["number"]]["status"] == "voided"
    assert rows[new.json["number"]]["status"] == "issued"


def test_a_number_is_chosen_or_left_for_the_hand(
    run: Run, base, tmp_path: Path, grown_up: Resident
) -> None:
    words = ("letters", "issue", "sku", "--nik", grown_up.nik, *SKU, "--out", tmp_path / "a.pdf")
    assert run(*words, "--number", "77", *base).code == 1
    chosen = run(*words, "--number", "77", "--number-reason", "nomor lama", *base)
    assert "077" in chosen.json["number"]

    later = run(*words, "--number-later", *base)
    assert later.json["number"] == ""
    voided = run("letters", "void", later.json["id"], "--reason", "salah orang", *base)
    assert voided.json["status"] == "voided"


def test_papers_are_ticked_or_waived_with_a_reason(
    run: Run, base, tmp_path: Path, grown_up: Resident
) -> None:
    words = ("letters", "issue", "sku", "--nik", grown_up.nik, *SKU, "--out", tmp_path / "a.pdf")
    assert run(*words, "--paper", "ktp", "--paper", "kk=ya", *base).code == 1
    answer = run(*words, "--paper", "ktp", "--paper", "kk=KK sedang dicetak", *base)
    assert answer.code == 0, answer.err
