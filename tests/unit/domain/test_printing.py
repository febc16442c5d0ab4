"""A measured printer prints true from then on, whatever it did before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.printing import (
    FRAME,
    RULER,
    TRUE_SIZE,
    Measured,
    PrinterSetting,
    calibrated,
)
from nagari_kit.errors import InputError


def printed(setting: PrinterSetting, stretch: float, right: float, down: float) -> Measured:
    """What the calibration page shows on a printer that stretches and shifts."""
    scale = setting.scale / TRUE_SIZE

    def place(offset: int, shift: float) -> int:
        return round(stretch * (scale * FRAME + offset) + shift)

    ruler = round(stretch * scale * RULER)
    return Measured(ruler, place(setting.offset_right, right), place(setting.offset_down, down))


@given(st.floats(0.96, 1.04), st.floats(-40, 40), st.floats(-40, 40), st.integers(9700, 10300))
def test_one_measured_page_makes_a_printer_true(stretch, right, down, scale) -> None:
    before = PrinterSetting("Epson LX", 12, -7, scale)

    after = calibrated(before, printed(before, stretch, right, down), "F4")

    found = printed(after, stretch, right, down)
    # Tenths of a millimetre: as fine as anybody reads a ruler.
    assert found.ruler == pytest.approx(RULER, abs=1)
    assert found.left == pytest.approx(FRAME, abs=2)
    assert found.top == pytest.approx(FRAME, abs=2)
    assert after.paper == "F4"


def test_a_true_printer_needs_nothing() -> None:
    assert calibrated(PrinterSetting("Laser"), Measured(RULER, FRAME, FRAME), "A4").is_true


@pytest.mark.parametrize(
    ("measured", "field"),
    [
        (Measured(890, 80, 80), "ruler"),
        (Measured(1000, 0, 80), "left"),
        (Measured(1000, 80, 400), "top"),
    ],
)
def test_a_measure_that_no_printer_makes_is_refused_at_its_field(measured, field) -> None:
    with pytest.raises(InputError) as refused:
        calibrated(PrinterSetting("Laser"), measured, "F4")
    assert list(refused.value.fields) == [field]
