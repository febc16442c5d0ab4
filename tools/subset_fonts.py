"""Cuts the fonts of letters and registers down to the signs they need; the result is committed.

    python tools/subset_fonts.py [FOLDER_OF_CROSCORE_FONTS]

Source: the Chrome OS core fonts Tinos and Arimo 1.33 by Google (OFL 1.1, no reserved font name),
as Debian 12 ships them in the package `fonts-croscore`. Run it again only to change the set of
signs: a PDF made before and after differs in its bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/truetype/croscore")
TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts" / "letters"
FACES = (
    "Tinos-Regular",
    "Tinos-Bold",
    "Tinos-Italic",
    "Arimo-Regular",
    "Arimo-Bold",
    "Arimo-Italic",
)
SIGNS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),
    0x2BC,
    *range(0x1E00, 0x1F00),
    *range(0x2010, 0x2016),
    *range(0x2018, 0x2023),
    0x2026,
    0x2032,
    0x2033,
    0x20AC,
    0x2116,
    0x2122,
    0x2212,
    0x25A1,
]


def cut(source: Path, target: Path) -> int:
    """Write the small font; returns its size in bytes."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=SIGNS)
    subsetter.subset(font)
    font.save(target)
    return target.stat().st_size


def main(folder: Path) -> None:
    """Cut every face."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        size = cut(folder / f"{face}.ttf", TARGET / f"{face}.ttf")
        print(f"{face}.ttf {size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE)
