"""Which letter types the officer finds by a few typed letters, the plainest first."""

from __future__ import annotations

from nagari_kit.documents.definitions import load_definitions
from nagari_kit.domain.letter_type_search import GROUP_TITLES, grouped_types, matching_types
from nagari_kit.infra.paths import resource_path

TYPES = tuple(
    sorted(
        (one.letter_type for one in load_definitions(resource_path("letters")).values()),
        key=lambda one: (one.frequency, one.title),
    )
)


def found(typed: str) -> list[str]:
    return [one.id for one in matching_types(TYPES, typed)]


def test_a_whole_abbreviation_comes_first() -> None:
    assert found("sktm")[0] == "sktm"
    assert found("n1")[0] == "n1"


def test_words_that_people_use_find_the_type_that_nobody_calls_so() -> None:
    assert "bbm" in found("bbm")
    assert "kelakuan_baik" in found("skck")
    assert {"n1", "n2"} <= set(found("kawin"))
    assert "f101" in found("dukcapil")


def test_every_word_must_fit_and_nothing_typed_shows_all_in_their_order() -> None:
    assert found("tanah sengketa")[0] == "tanah"
    assert found("tanah xyzzy") == []
    assert found("  ") == [one.id for one in TYPES]


def test_every_type_stands_in_one_group_in_the_order_of_the_groups() -> None:
    groups = grouped_types(TYPES)
    assert sum(len(types) for _, types in groups) == len(TYPES)
    order = list(GROUP_TITLES.values())
    titles = [title for title, _ in groups]
    assert titles == sorted(titles, key=order.index)
