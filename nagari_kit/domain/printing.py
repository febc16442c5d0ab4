"""How far a printer prints beside the truth, and what is done about it."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.errors import InputError

TRUE_SIZE = 10_000
"""Hundredths of a per cent."""
RULER = 1000
"""Tenths of a millimetre: the rulers of the calibration page."""
FRAME = 80
"""Tenths of a millimetre from the paper's edges to the frame of the calibration page."""
_RULER_RANGE = (900, 1100)
_FRAME_RANGE = (20, 200)


@dataclass(frozen=True, slots=True)
class PrinterSetting:
    """What is put right before paper is printed on this printer.

    Offsets in tenths of a millimetre to the right and down, `scale` in hundredths of a per cent.
    `paper` is the size on which it was measured, "" while it never was.
    """

    printer: str
    offset_right: int = 0
    offset_down: int = 0
    scale: int = TRUE_SIZE
    paper: str = ""

    @property
    def is_true(self) -> bool:
        """Nothing has to be put right."""
        return (self.offset_right, self.offset_down, self.scale) == (0, 0, TRUE_SIZE)


@dataclass(frozen=True, slots=True)
class Measured:
    """What the officer read on the printed calibration page, in tenths of a millimetre.

    `ruler`: how long the 100 mm are; `left` and `top`: from the paper's edge to the frame.
    """

    ruler: int
    left: int
    top: int


def calibrated(before: PrinterSetting, measured: Measured, paper: str) -> PrinterSetting:
    """The setting by which the next page comes out true; `before` was used for the measured one.

    A printer makes `stretch · sent + shift` of every place that it is sent. Raises InputError with
    `fields` (`ruler`, `left`, `top`) for measures that no printer makes.
    """
    _refuse_impossible(measured)
    stretch = measured.ruler / RULER / (before.scale / TRUE_SIZE)
    scale = round(TRUE_SIZE / stretch)
    return PrinterSetting(
        before.printer,
        _offset(before.offset_right, before.scale, measured.left, stretch),
        _offset(before.offset_down, before.scale, measured.top, stretch),
        scale,
        paper,
    )


def _offset(before: int, scale: int, found: int, stretch: float) -> int:
    """So that the frame stands where it should, whatever the printer adds."""
    shift = found - stretch * (scale / TRUE_SIZE * FRAME + before)
    return round(-shift / stretch)


def _refuse_impossible(measured: Measured) -> None:
    faults: dict[str, str] = {}
    lowest, highest = _RULER_RANGE
    if not lowest <= measured.ruler <= highest:
        faults["ruler"] = (
            "Isi antara 90 dan 110 mm. Di luar itu, periksa ukuran kertas di setelan printer."
        )
    lowest, highest = _FRAME_RANGE
    for field, words in (("left", "tepi kiri"), ("top", "tepi atas")):
        if not lowest <= getattr(measured, field) <= highest:
            faults[field] = f"Jarak dari {words}: isi antara 2 dan 20 mm."
    if faults:
        raise InputError("Kalibrasi belum disimpan. Setelan yang lama tidak berubah.", faults)
