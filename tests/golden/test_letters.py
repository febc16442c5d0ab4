"""Words and looks of the letters, against what was looked at and kept."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageStat

from nagari_kit.documents.definitions import load_definitions
from nagari_kit.documents.letter import LetterSnapshot, RenderedLetter, render, resolve
from nagari_kit.infra.paths import resource_path
from tests.golden.letters import LETTERS
from tests.golden.official_exemplars import EXEMPLARS
from tests.unit.documents import reading

FOLDER = Path(__file__).parent / "kept"
WRITE = os.environ.get("NAGARI_WRITE_GOLDEN") == "1"
SCALE = 60 / 72
NAMES = (*LETTERS, *EXEMPLARS)
FINER = 3
"""Drawn so much larger first: pdfium sets each letter on a whole pixel."""
MOST_DIFFERENCE = 5.0
"""Mean grey levels of 255 in one band. A full line one millimetre off makes 9 and more, one
that pdfium snapped to the next pixel makes 3.3."""
BANDS = 24


def rendered(name: str) -> RenderedLetter:
    if name in EXEMPLARS:
        crest = resource_path("demo/crest.png").read_bytes()
        return render(EXEMPLARS[name], logo=crest, second_logo=crest)
    type_id, facts = LETTERS[name]
    definition = load_definitions(resource_path("letters"))[type_id]
    logo = resource_path("demo/crest.png").read_bytes()
    return render(resolve(definition, facts()), logo=logo, missing_ok=True)


def picture(pdf: bytes) -> Image.Image:
    """All pages in grey, one under the other."""
    document = pdfium.PdfDocument(pdf)
    large = [page.render(scale=SCALE * FINER, grayscale=True).to_pil() for page in document]
    pages = [page.convert("L").reduce(FINER) for page in large]
    document.close()
    whole = Image.new("L", (pages[0].width, sum(page.height for page in pages)), 255)
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    return whole


def worst_band(one: Image.Image, other: Image.Image) -> float:
    """The largest mean difference in any horizontal band."""
    difference = ImageChops.difference(one, other)
    height = difference.height // BANDS
    bands = (
        difference.crop((0, row * height, difference.width, (row + 1) * height))
        for row in range(BANDS)
    )
    return max(ImageStat.Stat(band).mean[0] for band in bands)


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_says_what_was_kept(name) -> None:
    path = FOLDER / f"{name}.txt"
    words = "\n\f\n".join(text.strip() for text in reading.page_texts(rendered(name).pdf)) + "\n"
    if WRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(words, encoding="utf-8")
    assert words == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_looks_as_it_was_kept(name) -> None:
    path = FOLDER / f"{name}.png"
    seen = picture(rendered(name).pdf)
    if WRITE:
        buffer = io.BytesIO()
        seen.save(buffer, "PNG", optimize=True)
        path.write_bytes(buffer.getvalue())
    with Image.open(path) as kept:
        assert kept.size == seen.size
        assert worst_band(kept.convert("L"), seen) < MOST_DIFFERENCE


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "schema1").glob("*.json")))
def test_a_letter_filed_by_the_first_schema_is_printed_as_before(path) -> None:
    logo = resource_path("demo/crest.png").read_bytes()
    filed = LetterSnapshot.from_json(path.read_bytes())
    again = render(filed, logo=logo, missing_ok=True)
    words = "\n\f\n".join(text.strip() for text in reading.page_texts(again.pdf)) + "\n"
    assert words == (FOLDER / f"{path.stem}.txt").read_text(encoding="utf-8")
    with Image.open(FOLDER / f"{path.stem}.png") as kept:
        seen = picture(again.pdf)
        assert kept.size == seen.size
        assert worst_band(kept.convert("L"), seen) < MOST_DIFFERENCE
