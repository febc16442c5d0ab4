"""Makes a file from a scanner or telephone fit to be kept: known by content, small, no metadata."""

from __future__ import annotations

import io
import warnings
from contextlib import closing
from dataclasses import dataclass

from nagari_kit.errors import InputError
from nagari_kit.infra.pdfium import PDFIUM

PDF, JPEG = "application/pdf", "image/jpeg"
LONGEST_SIDE = 2000
"""Pixels: an A4 page at 170 dots per inch, fine enough to read a NIK."""
FACE_SIDE = 480
"""Pixels of a person's photo, which is decoded whenever the page is shown."""
_LARGEST_SOURCE = 80_000_000
"""Pixels; Pillow itself begins to warn above."""
_TOO_MANY_PIXELS = "Gambar itu terlalu besar. Pindai dengan 200 sampai 300 dpi."
_QUALITY = 85
_DOTS_PER_INCH = 150


@dataclass(frozen=True, slots=True)
class Scan:
    """What is kept: a JPEG or a PDF."""

    media_type: str
    content: bytes


def prepared_scan(source: bytes, longest_side: int = LONGEST_SIDE) -> Scan:
    """A PDF as it is; a JPEG or PNG as a JPEG of at most `longest_side`, upright, on white.

    Raises InputError.fields (`file`): not one of the three, damaged, locked, or too many pixels.
    """
    if source.startswith(b"%PDF-"):
        _refuse_unreadable_pdf(source)
        return Scan(PDF, source)
    return Scan(JPEG, _small_picture(source, longest_side))


def as_pdf(scan: Scan) -> bytes:
    """The scan as pages to look at."""
    if scan.media_type == PDF:
        return scan.content
    from PIL import Image

    pages = io.BytesIO()
    with Image.open(io.BytesIO(scan.content), formats=("JPEG",)) as picture:
        picture.save(pages, format="PDF", resolution=_DOTS_PER_INCH)
    return pages.getvalue()


def _small_picture(source: bytes, longest_side: int) -> bytes:
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(source), formats=("PNG", "JPEG"))
        with opened:
            if opened.width * opened.height > _LARGEST_SOURCE:
                raise _refusal(_TOO_MANY_PIXELS)
            # JPEG can be read smaller than it is, in a fraction of the time and memory.
            opened.draft("RGB", (longest_side, longest_side))
            upright = ImageOps.exif_transpose(opened) or opened
            picture = upright.convert("RGBA")
    except Image.DecompressionBombError as error:
        raise _refusal(_TOO_MANY_PIXELS) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise _refusal(
            "Berkas itu bukan gambar JPEG atau PNG dan bukan PDF, atau sudah rusak."
        ) from error
    picture.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    # A new picture takes neither place nor time of the photograph along.
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    small = io.BytesIO()
    paper.save(small, format="JPEG", quality=_QUALITY, optimize=True)
    return small.getvalue()


def _refuse_unreadable_pdf(source: bytes) -> None:
    import pypdfium2  # type: ignore[import-untyped] # ships no type information

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(source)
        except pypdfium2.PdfiumError as error:
            raise _refusal("PDF itu rusak atau terkunci dengan kata sandi.") from error
        with closing(document):
            pages = len(document)
    if not pages:
        raise _refusal("PDF itu tidak punya halaman.")


def _refusal(sentence: str) -> InputError:
    return InputError(
        f"{sentence} Belum ada yang disimpan.",
        {"file": sentence},
        hint="Pilih berkas lain, atau pindai lagi.",
        code="DOKUMEN-02",
    )
