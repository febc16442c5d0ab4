"""The office's crest, made ready for paper once: flattened on white, no finer than a printer."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import lru_cache

from nagari_kit.errors import LetterError

_MOST_PIXELS = 400
"""25 mm at 400 dots per inch."""
_LARGEST_SOURCE = 40_000_000


@dataclass(frozen=True, slots=True)
class PreparedLogo:
    """RGB samples, deflated; width and height in pixels."""

    width: int
    height: int
    deflated: bytes


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
    picture.thumbnail((_MOST_PIXELS, _MOST_PIXELS), Image.Resampling.LANCZOS)
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return PreparedLogo(paper.width, paper.height, zlib.compress(paper.tobytes(), 9))
