"""`register BOOK`: what scripts rely on."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.integration.cli.conftest import PEOPLE, Run
from tests.unit.documents import reading

# A month that is over, and long after the office was filled.
DAYS = ("--from", "2099-01-01", "--to", "2099-01-31")


@pytest.mark.parametrize("name", ["B.1", "b1", "induk"])
def test_a_book_is_written_as_pdf(run: Run, office: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "buku.pdf"
    answer = run("register", name, *DAYS, "--out", out, "--data-dir", office, "--json")

    assert answer.code == 0
    content = out.read_bytes()
    assert answer.json == {
        "book": "B.1",
        "file": str(out),
        "pages": len(reading.page_sizes_mm(content)),
        "rows": PEOPLE,
        "sha256": hashlib.sha256(content).hexdigest(),
        "full": False,
    }
    assert "Bulan Januari 2099" in reading.page_texts(content)[0]


def test_the_totals_of_b3_are_the_rows_of_b1_also_in_a_spreadsheet(
    run: Run, office: Path, tmp_path: Path
) -> None:
    out = tmp_path / "rekap.xlsx"
    answer = run("register", "B.3", *DAYS, "--out", out, "--data-dir", office, "--json")

    assert answer.json["pages"] is None
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    total = next(row for row in rows if row[1] == "Jumlah")
    assert total[31] == PEOPLE


def test_a_book_of_one_jorong_holds_its_people_alone(
    run: Run, office: Path, tmp_path: Path
) -> None:
    def rows(*more: str) -> int:
        out = tmp_path / "buku.pdf"
        answer = run("register", "B.1", *DAYS, "--out", out, "--data-dir", office, "--json", *more)
        return int(answer.json["rows"])

    refusal = run(
        "register", "B.1", *DAYS, "--out", tmp_path / "x.pdf", "--data-dir", office,
        "--json", "--jorong", "Antah Berantah",
    )  # fmt: skip
    names = refusal.json["error"]["hint"].removeprefix("Yang ada: ").rstrip(".").split(", ")

    assert refusal.code == 1
    assert not (tmp_path / "x.pdf").exists()
    assert sum(rows("--jorong", name.upper()) for name in names) == PEOPLE == rows()


def test_numbers_are_masked_unless_a_reason_is_given(
    run: Run, office: Path, tmp_path: Path
) -> None:
    def whole_numbers(out: Path) -> list[str]:
        rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
        return re.findall(r"\b\d{16}\b", " ".join(str(cell) for row in rows for cell in row))

    out = tmp_path / "buku.xlsx"
    command = ("register", "B.1", *DAYS, "--out", out, "--data-dir", office)
    refused = run(*command, "--full", "--json")
    assert refused.code == 1
    assert "alasan" in refused.json["error"]["message"]
    assert not out.exists()

    masked = run(*command)
    assert "NIK disamarkan" in masked.out
    assert whole_numbers(out) == []

    full = run(*command, "--full", "--reason", "Buku resmi Januari", "--json")
    assert full.json["full"] is True
    assert len(whole_numbers(out)) >= PEOPLE


@pytest.mark.parametrize(
    "words",
    [
        ("A.77", *DAYS, "--out", "x.pdf"),
        ("B.1", "--from", "kemarin", "--to", "2026-11-30", "--out", "x.pdf"),
        ("B.1", *DAYS),
    ],
)
def test_a_wrong_command_is_explained_in_indonesian(
    run: Run, office: Path, words: tuple[str, ...]
) -> None:
    answer = run("register", *words, "--data-dir", office)
    assert answer.code == 2
    assert "pemakaian" in answer.err


def test_what_cannot_be_written_is_refused_and_nothing_is_left(
    run: Run, office: Path, tmp_path: Path
) -> None:
    for out, days in (
        (tmp_path / "buku.doc", DAYS),
        (tmp_path / "buku.pdf", ("--from", "2099-02-01", "--to", "2099-01-01")),
    ):
        answer = run("register", "B.1", *days, "--out", out, "--data-dir", office, "--json")
        assert answer.code == 1
        assert answer.json["error"]["code"].startswith("BUKU-")
        assert not out.exists()
