"""Names a sheet of paper as the officer knows it."""

from __future__ import annotations

from nagari_kit.ui.preview.pdf_raster import PageShape

_KNOWN_NAMES = {
    (215, 330): "F4",
    (210, 297): "A4",
    (330, 215): "F4 melintang",
    (297, 210): "A4 melintang",
}


def paper_name(shape: PageShape) -> str:
    """`F4`, `A4`, turned or not, or the size in words for any other page."""
    rounded = (round(shape.width_mm), round(shape.height_mm))
    return _KNOWN_NAMES.get(rounded, f"{rounded[0]} × {rounded[1]} mm")


def paper_words(shape: PageShape) -> str:
    """`F4 (215 × 330 mm)`, as shown to the officer."""
    name = paper_name(shape)
    size = f"{round(shape.width_mm)} × {round(shape.height_mm)} mm"
    return name if name == size else f"{name} ({size})"
