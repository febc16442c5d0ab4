"""Words and looks of the population books, against what was looked at and kept."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from nagari_kit.documents.registers.printing import render_register
from tests.golden.registers import LAST_DAY, REGISTERS
from tests.golden.test_letters import FOLDER, MOST_DIFFERENCE, WRITE, picture, worst_band
from tests.unit.documents import reading


def printed(name: str) -> bytes:
    make, paper = REGISTERS[name]
    return render_register(make(), paper, LAST_DAY).pdf


@pytest.mark.parametrize("name", REGISTERS)
def test_a_book_says_what_was_kept(name) -> None:
    path = FOLDER / f"{name}.txt"
    words = "\n\f\n".join(text.strip() for text in reading.page_texts(printed(name))) + "\n"
    if WRITE:
        path.write_text(words, encoding="utf-8")
    assert words == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REGISTERS)
def test_a_book_looks_as_it_was_kept(name) -> None:
    path = FOLDER / f"{name}.png"
    seen = picture(printed(name))
    if WRITE:
        buffer = io.BytesIO()
        seen.save(buffer, "PNG", optimize=True)
        path.write_bytes(buffer.getvalue())
    with Image.open(path) as kept:
        assert kept.size == seen.size
        assert worst_band(kept.convert("L"), seen) < MOST_DIFFERENCE
