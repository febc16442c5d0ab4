"""Inter in its four weights, with figures of equal width, at the size the officer chose."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from nagari_kit.infra.paths import resource_path

FAMILY = "Inter"
SCALES = (1.0, 1.15, 1.3)
_FACES = ("Regular", "Medium", "SemiBold", "Bold")
_scale: list[float] = [1.0]
_loaded: list[int] = []
"""Qt's ids of the faces; empty until they are loaded."""


def load_fonts() -> None:
    """Make the shipped faces known to Qt; needs a QGuiApplication. Twice does no harm."""
    # Not asked of Qt: listing the system's families costs as much as loading ours.
    if not _loaded:
        _loaded.extend(
            QFontDatabase.addApplicationFont(str(resource_path(f"fonts/ui/Inter-{face}.otf")))
            for face in _FACES
        )


def set_font_scale(scale: float) -> None:
    """Multiply every size by `scale`, one of SCALES."""
    _scale[0] = scale
    ui_font.cache_clear()


def scaled(size: int) -> int:
    """A size in pixels after the officer's choice."""
    return round(size * _scale[0])


@lru_cache(maxsize=64)
def ui_font(size: int = 14, weight: int = 400, *, tabular: bool = True) -> QFont:
    """Inter at `size` logical pixels; `weight` 400, 500, 600 or 700. Copy before changing it.

    `tabular`: figures of equal width, as columns of numbers need them.
    """
    font = QFont(FAMILY)
    font.setPixelSize(scaled(size))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), int(tabular))
    return font
