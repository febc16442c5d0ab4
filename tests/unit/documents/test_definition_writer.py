"""A definition that is written anew reads as before."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.documents.definition_reader import parse_definition
from nagari_kit.documents.definition_writer import leading_comment, write_definition
from nagari_kit.infra.paths import resource_path

SHIPPED = sorted(resource_path("letters").glob("*.toml"))
_TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
_VALUES = st.recursive(
    _TEXTS | st.booleans() | st.integers(-(2**40), 2**40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_type_reads_the_same_after_it_was_written_anew(path: Path) -> None:
    raw = path.read_bytes()
    values = tomllib.loads(raw.decode("utf-8"))
    written = write_definition(values, leading_comment(raw))
    again = tomllib.loads(written.decode("utf-8"))
    assert again == values
    assert [list(one) for one in again["blok"]] == [list(one) for one in values["blok"]]
    assert write_definition(again, leading_comment(written)) == written
    before, after = (parse_definition(one, path.stem, "lokal") for one in (raw, written))
    assert (before.blocks, before.fields, before.people) == (
        after.blocks,
        after.fields,
        after.people,
    )


@given(st.dictionaries(_TEXTS, _VALUES, max_size=4))
def test_any_words_come_back_as_they_were_written(head: dict[str, object]) -> None:
    written = write_definition({"surat": head, "blok": [head]})
    assert tomllib.loads(written.decode("utf-8")) == {"surat": head, "blok": [head]}
