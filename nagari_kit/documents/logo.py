"""The office's crest, made ready for paper once: flattened on white, no finer than a printer."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import lru_cache

from nagari_kit.errors import LetterError

_MOST_PIXELS = 354
"""25 mm at 360 dots per inch."""
_COLOURS = 256
_LARGEST_SOURCE = 40_000_000


@dataclass(frozen=True, slots=True)
class PreparedLogo:
    """One byte for each pixel, deflated, that points into a palette of RGB triples."""

    width: int
    height: int
    palette: bytes
    deflated: bytes

    @property
    def shape(self) -> float:
        """Width divided by height."""
        return self.width / self.height


@lru_cache(maxsize=8)
def prepared_logo(source: bytes) -> PreparedLogo:
    """From PNG or JPEG bytes. Raises LetterError when they are no readable picture."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(source), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _LARGEST_SOURCE:
                raise LetterError(
                    "Logo kop terlalu besar untuk dicetak. Surat belum terbit.",
                    hint="Simpan logo itu lebih kecil, paling lebar 2000 titik, lalu pilih lagi.",
                    code="SURAT-08",
                )
            picture = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError) as error:
        raise LetterError(
            "Logo kop tidak terbaca. Surat belum terbit, isiannya tetap ada.",
            hint="Buka Pengaturan, Kop surat, lalu pilih berkas logo PNG atau JPEG yang lain.",
            code="SURAT-05",
            detail=f"logo: {type(error).__name__}",
        ) from error
    picture.thumbnail((_MOST_PIXELS, _MOST_PIXELS), Image.Resampling.BICUBIC)
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    indexed = paper.quantize(_COLOURS, dither=Image.Dither.NONE)
    palette = bytes(indexed.getpalette() or ())
    return PreparedLogo(indexed.width, indexed.height, palette, zlib.compress(indexed.tobytes(), 9))
