"""`figures --month`: what scripts rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

from nagari_kit.infra.clock import SystemClock
from tests.integration.cli.conftest import PEOPLE, Run


def test_this_month_counts_everybody_once(run: Run, office: Path) -> None:
    month = f"{SystemClock().today():%Y-%m}"
    answer = run("figures", "--month", month, "--data-dir", office, "--json")

    assert answer.code == 0
    assert answer.json["people"] == answer.json["total"]["end"] == PEOPLE
    assert answer.json["balanced"] is True
    assert sum(one["men"] + one["women"] for one in answer.json["ages"]) == PEOPLE
    assert sum(one["end"] for one in answer.json["lampid"]) == PEOPLE


def test_one_jorong_is_a_part_and_an_unknown_one_is_named(run: Run, office: Path) -> None:
    asked = ("figures", "--month", "2026", "--data-dir", office, "--json", "--jorong")
    known = run(*asked[:-1]).json["lampid"][0]["jorong"]
    assert 0 < run(*asked, known.upper()).json["people"] < PEOPLE

    answer = run(*asked, "Antah Berantah")
    assert answer.code == 1
    assert answer.json["error"]["code"] == "ANGKA-03"
    assert known in answer.json["error"]["hint"]


@pytest.mark.parametrize("typed", ["2026-13", "november", "26-11"])
def test_what_is_no_month_is_wrong_usage(run: Run, office: Path, typed: str) -> None:
    assert run("figures", "--month", typed, "--data-dir", office).code == 2


def test_a_month_to_come_is_refused(run: Run, office: Path) -> None:
    answer = run("figures", "--month", "2999-01", "--data-dir", office, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (1, "ANGKA-04")
