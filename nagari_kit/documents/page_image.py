"""The page image of a form, made ready for paper once: flattened on white, 200 dots per inch."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache

from nagari_kit.documents.logo import PreparedLogo
from nagari_kit.errors import LetterError

_MOST_PIXELS = 2600
"""The height of F4 at 200 dots per inch."""
_COLOURS = 32
_LARGEST_SOURCE = 40_000_000


@lru_cache(maxsize=4)
def prepared_page(source: bytes) -> PreparedLogo:
    """From PNG or JPEG bytes. Raises LetterError when they are no readable picture."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(source), formats=("PNG", "JPEG")) as opened:
            size = opened.width * opened.height
            picture = (
                Image.new("RGBA", (1, 1)) if size > _LARGEST_SOURCE else opened.convert("RGBA")
            )
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise page_image_missing(type(error).__name__) from error
    if size > _LARGEST_SOURCE:
        raise page_image_missing("too large")
    picture.thumbnail((_MOST_PIXELS, _MOST_PIXELS), Image.Resampling.BICUBIC)
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    indexed = paper.quantize(_COLOURS, dither=Image.Dither.NONE)
    palette = bytes(indexed.getpalette() or ())
    return PreparedLogo(indexed.width, indexed.height, palette, zlib.compress(indexed.tobytes(), 9))


def page_image_missing(detail: str) -> LetterError:
    """The refusal of a form whose page image is not there or cannot be read."""
    return LetterError(
        "Gambar halaman borang ini tidak ada atau tidak terbaca. "
        "Surat belum terbit, isiannya tetap ada.",
        hint="Pasang lagi paket borangnya, lalu cetak sekali lagi.",
        code="SURAT-24",
        detail=f"page image: {detail}",
    )
