"""The five patterns of real offices give exactly the numbers that were seen there."""

from __future__ import annotations

from datetime import date

import pytest

from nagari_kit.domain.number_models import MODELS
from nagari_kit.domain.number_rules import settings_faults
from nagari_kit.domain.numbering import NumberFacts, blank_number, facts_by, render_number
from nagari_kit.domain.office import NumberingSettings, NumberRule

TARAM, PASBAR, SOLSEL, PANGKALAN, KOTO_ALAM = (model.rule for model in MODELS)
PEL = NumberRule("{kode}/{urut:2}/{unit}/{tahun}", classification="400.10.2.2.14", unit="PEL")


def facts(code: str, kind: str, short_name: str, day: date) -> NumberFacts:
    return NumberFacts(code, kind, short_name, "13.06.99.2001", day, short_name)


@pytest.mark.parametrize(
    ("rule", "letter", "sequence", "number"),
    [
        (TARAM, ("400.10.2.2", "SKTM", "TRM", date(2026, 1, 5)), 1, "400.10.2.2/001/TUU/2026"),
        (TARAM, ("400.10.2.2.5", "SKM", "TRM", date(2026, 9, 1)), 45, "400.10.2.2.5/045/TUU/2026"),
        (PEL, ("", "SKKB", "TRM", date(2026, 9, 1)), 1, "400.10.2.2.14/01/PEL/2026"),
        (
            PASBAR, ("400.7.22", "SKU", "WN-KA-UG", date(2026, 4, 2)), 55,
            "400.7.22/55/WN-KA-UG/IV/2026",
        ),
        (
            NumberRule("{kode}/ {urut:3} /{wn}/{bulan_romawi}/{tahun}", scope="office"),
            ("400.7.22", "SKU", "WN-KA.UG", date(2026, 1, 9)), 5,
            "400.7.22/ 005 /WN-KA.UG/I/2026",
        ),
        (
            PANGKALAN, ("475", "SKP", "NGR-Pkl", date(2025, 6, 1)), 123,
            "475 / 123 / NGR-Pkl / 2025",
        ),
        (KOTO_ALAM, ("", "SKTM", "WN-KA", date(2025, 3, 1)), 7, "007/SKTM/WN-KA/2025"),
        (
            NumberRule("{urut}/{jenis}/{unit}", scope="type", reset="never", unit="KESRA"),
            ("", "SKTM", "", date(2025, 3, 1)), 7, "7/SKTM/KESRA",
        ),
    ],
)  # fmt: skip
def test_the_numbers_seen_in_real_offices_come_out(rule, letter, sequence, number):
    known = facts_by(rule, facts(*letter))
    assert render_number(rule.pattern, sequence, known) == number


def test_a_number_for_the_hand_is_printed_as_solok_selatan_does():
    known = facts_by(SOLSEL, facts("400", "SKTM", "WN.TSK", date(2021, 2, 1)))
    assert SOLSEL.mode == "blank"
    assert blank_number(SOLSEL.pattern, known) == "400/   /Kesra/WN.TSK/2021"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.place)
def test_each_pattern_to_begin_from_is_sound_for_all_letters(model):
    kinds = {
        "sktm": facts("400.10.2.2", "SKTM", "KN", date(2026, 11, 24)),
        "umum": facts("400.10.2.2", "SKET", "KN", date(2026, 11, 24)),
        "sku": facts("500.3", "SKU", "KN", date(2026, 11, 24)),
    }
    assert settings_faults(NumberingSettings(model.rule), kinds) == {}
