"""Reads the block of a form: a page image or drawn parts, and the places of the values on it."""

from __future__ import annotations

import re

from nagari_kit.documents.definition_blocks import Block, Conditions, FormBlock, FormPlace
from nagari_kit.documents.definition_reading import (
    MOST_IN_A_LINE,
    conditions,
    count,
    one_of,
    template,
)
from nagari_kit.documents.snapshot_bodies import FormFrame, FormRule
from nagari_kit.documents.toml_source import Section

SMALLEST_SIZE = 80
"""8 pt: smaller is no letter that an office reads."""
_WIDEST, _HIGHEST = 215, 330
_THICKEST, _LARGEST = 5, 24
_USUAL_THICKNESS, _USUAL_SIZE = 5, 110
_MOST_CELLS, _MOST_LINES, _DARKEST = 40, 20, 50
_ALIGNMENTS = ("kiri", "tengah", "kanan")
IMAGE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}\.(png|jpg|jpeg)\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


def form_page(section: Section, when: Conditions) -> Block:
    """`borang`. Raises DefinitionError for what stands outside of the largest page."""
    image = section.text("latar", "", most=MOST_IN_A_LINE)
    digest = section.text("latar_sha256", "", most=MOST_IN_A_LINE)
    if image and not IMAGE_NAME.match(image):
        raise section.error(
            f"nama gambar “{image}” tidak sah",
            "latar",
            "Pakai huruf kecil, angka, - atau _, dengan akhiran .png atau .jpg.",
        )
    if bool(image) != bool(digest) or (digest and not _SHA256.match(digest)):
        raise section.error("“latar” dan “latar_sha256” (64 angka heksa) harus ada berdua", "latar")
    return FormBlock(
        background=digest,
        image=image,
        rules=tuple(_rule(one) for one in _parts(section, "garis")),
        frames=tuple(_frame(one) for one in _parts(section, "kotak")),
        places=(
            *(_words(one) for one in _parts(section, "teks")),
            *(_place(one) for one in _parts(section, "tempat")),
        ),
        conditions=when,
    )


def _parts(section: Section, key: str) -> tuple[Section, ...]:
    return section.tables(key, key) if section.has(key) else ()


def _rule(part: Section) -> FormRule:
    rule = FormRule(
        x1=part.tenths("x1", most=_WIDEST),
        y1=part.tenths("y1", most=_HIGHEST),
        x2=part.tenths("x2", most=_WIDEST),
        y2=part.tenths("y2", most=_HIGHEST),
        thickness=part.tenths("tebal", most=_THICKEST, default=_USUAL_THICKNESS),
        dashed=part.flag("putus", default=False),
    )
    part.done()
    return rule


def _frame(part: Section) -> FormFrame:
    frame = FormFrame(
        *_box(part),
        thickness=part.tenths("tebal", most=_THICKEST, default=_USUAL_THICKNESS),
        gray=part.whole("kelabu", most=_DARKEST, default=0),
        cells=count(part, "sel", most=_MOST_CELLS, default=1),
    )
    part.done()
    return frame


def _words(part: Section) -> FormPlace:
    """What is printed on the form itself."""
    place = FormPlace(
        template(part, "teks"),
        *_box(part),
        size=_size(part),
        align=one_of(part, "rata", _ALIGNMENTS, _ALIGNMENTS[0]),
        lines=count(part, "baris", most=_MOST_LINES, default=1),
        conditions=conditions(part),
    )
    part.done()
    return place


def _place(part: Section) -> FormPlace:
    is_tick = part.has("cawang")
    place = FormPlace(
        () if is_tick else template(part, "isi"),
        *_box(part),
        size=_size(part),
        align=one_of(part, "rata", _ALIGNMENTS, "tengah" if is_tick else "kiri"),
        comb=count(part, "kotak", most=_MOST_CELLS),
        lines=count(part, "baris", most=_MOST_LINES, default=1),
        ticked=conditions(part, "cawang"),
        required=part.flag("wajib", default=False),
        conditions=conditions(part),
    )
    part.done()
    return place


def _box(part: Section) -> tuple[int, int, int, int]:
    return (
        part.tenths("x", most=_WIDEST),
        part.tenths("y", most=_HIGHEST),
        part.tenths("lebar", most=_WIDEST),
        part.tenths("tinggi", most=_HIGHEST),
    )


def _size(part: Section) -> int:
    size = part.tenths("ukuran", most=_LARGEST, default=_USUAL_SIZE)
    if size < SMALLEST_SIZE:
        raise part.error("“ukuran” paling kecil 8", "ukuran")
    return size
