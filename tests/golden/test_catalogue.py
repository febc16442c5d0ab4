"""Every shipped letter, with usual, with least and with the longest plausible data."""

from __future__ import annotations

import re
from functools import cache

import pytest
from PIL import Image

from nagari_kit.documents.checking import check_values
from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.definitions import load_definitions
from nagari_kit.documents.facts import days_of
from nagari_kit.documents.layout.overlaps import findings, smallest_size
from nagari_kit.documents.layout.pages import LaidOut, lay_out
from nagari_kit.documents.letter import LetterSnapshot, render, resolve
from nagari_kit.documents.sample_facts import Extent, sample_facts
from nagari_kit.infra.paths import resource_path
from tests.golden.test_letters import FOLDER, MOST_DIFFERENCE, WRITE, picture, worst_band
from tests.unit.documents import reading

MARKERS = re.compile(r"[{}]|\bNone\b|\bnan\b|\bisian\.|\*\*")


@cache
def definitions() -> dict[str, LetterDefinition]:
    return load_definitions(resource_path("letters"))


IDS = sorted(definitions())


@cache
def made(type_id: str, extent: Extent) -> tuple[LetterSnapshot, LaidOut]:
    definition = definitions()[type_id]
    facts = sample_facts(definition, extent)
    assert check_values(definition, facts.values, days_of(facts)) == {}
    snapshot = resolve(definition, facts)
    return snapshot, lay_out(snapshot, crest_shape=0.8)


def test_all_letters_of_the_catalogue_are_there() -> None:
    frequencies = sorted(one.frequency for one in definitions().values())
    assert len(IDS) >= 48
    assert frequencies[-1] < 100, "every letter has its place in the list"
    assert all(one.code and one.old_code for one in definitions().values())


@pytest.mark.parametrize("extent", list(Extent), ids=[one.name for one in Extent])
@pytest.mark.parametrize("type_id", IDS)
def test_nothing_is_missing_over_each_other_or_too_small(type_id: str, extent: Extent) -> None:
    snapshot, laid = made(type_id, extent)
    definition = definitions()[type_id]

    assert snapshot.missing() == ()
    assert findings(laid) == ()
    if definition.smallest_size:
        assert smallest_size(laid) >= definition.smallest_size
    text = "\n".join(reading.page_texts(render(snapshot, logo=None).pdf))
    assert MARKERS.search(text) is None, text


@pytest.mark.parametrize("type_id", IDS)
def test_a_letter_of_the_catalogue_says_what_was_kept(type_id: str) -> None:
    snapshot, _ = made(type_id, Extent.USUAL)
    path = FOLDER / "katalog" / f"{type_id}.txt"
    pages = reading.page_texts(render(snapshot, logo=None).pdf)
    words = "\n\f\n".join(text.strip() for text in pages) + "\n"
    if WRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(words, encoding="utf-8")
    assert words == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("type_id", IDS)
def test_a_letter_of_the_catalogue_looks_as_it_was_kept(type_id: str) -> None:
    snapshot, _ = made(type_id, Extent.USUAL)
    path = FOLDER / "katalog" / f"{type_id}.png"
    seen = picture(render(snapshot, logo=resource_path("demo/crest.png").read_bytes()).pdf)
    if WRITE:
        seen.quantize(16).save(path, optimize=True)
        return
    with Image.open(path) as kept:
        assert kept.size == seen.size
        assert worst_band(kept.convert("L"), seen.quantize(16).convert("L")) < MOST_DIFFERENCE
