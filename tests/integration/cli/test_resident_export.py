"""Residents are written to a spreadsheet from the command line, masked unless a reason is given."""

from __future__ import annotations

import pytest

REASON = "Pindah ke komputer baru"


def test_an_office_moves_to_a_fresh_one_by_export_and_import(run, office, tmp_path):
    out = tmp_path / "semua.xlsx"
    answer = run(
        *("residents", "export", out, "--full", "--reason", REASON),
        *("--data-dir", office, "--json"),
    )
    assert answer.code == 0
    assert answer.json["people"] == 60
    again = run("residents", "import", out, "--data-dir", office, "--json")
    assert again.json["unchanged"] == 60
    assert again.json["refused"] == []


@pytest.mark.parametrize("form", ["opensid", "nagari", "kk"])
def test_numbers_are_masked_unless_a_reason_is_given(run, office, tmp_path, form):
    out = tmp_path / f"{form}.xlsx"
    command = ("residents", "export", out, "--format", form, "--data-dir", office)
    refused = run(*command, "--full", "--json")
    assert refused.code == 1
    assert "alasan" in refused.json["error"]["message"]
    assert not out.exists()
    answer = run(*command)
    assert answer.code == 0
    assert "NIK disamarkan" in answer.out
    assert out.stat().st_mode & 0o077 == 0


def test_a_search_says_why_somebody_was_found(run, office):
    children = run("residents", "search", "surau gadang", "--data-dir", office, "--json")
    reasons = {row["found_by"] for row in children.json["results"]}
    assert all(reason.startswith("alamat: ") for reason in reasons)
