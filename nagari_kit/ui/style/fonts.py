"""The program's own letters (Inter), in pixels of the logical screen, with the officer's scale."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from nagari_kit.infra.paths import resource_path

FAMILY = "Inter"
SCALES = (1.0, 1.15, 1.3)
_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
_scale = {"now": 1.0}


def load_fonts() -> None:
    """Register the shipped faces once per process."""
    if FAMILY not in QFontDatabase.families():
        for name in _FILES:
            QFontDatabase.addApplicationFont(str(resource_path(f"fonts/ui/{name}")))


def choose_scale(scale: float) -> None:
    """Multiply all sizes from now on; one of SCALES."""
    _scale["now"] = scale


def scaled(size: int) -> int:
    """A size of the design in pixels as the officer wants it."""
    return round(size * _scale["now"])


def ui_font(size: int = 14, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Inter at `size` design pixels; `tabular` gives figures of one width (NIK, numbers, times)."""
    font = QFont(FAMILY)
    font.setPixelSize(scaled(size))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
