"""The gap report: every number of a counter is on a letter, or somebody said why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.number_gaps import GapKind, GapNote, NumberPlace, gaps_in
from nagari_kit.domain.number_reservations import Reservation
from nagari_kit.domain.numbering import Series

AT = datetime(2026, 11, 6, 3, 0, tzinfo=UTC)
SERIES = Series("office", 2026)


def letters(*sequences: int) -> list[NumberPlace]:
    return [NumberPlace(one, f"{one:03d}/KN/2026") for one in sequences]


def note(first: int, last: int, kind: str, reason: str = "") -> GapNote:
    return GapNote(first, last, kind, reason, AT, "Rina")


def kept(sequence: int, state: str = "open", reason: str = "") -> Reservation:
    number = f"{sequence:03d}/KN/2026"
    own = UUID(int=sequence)
    return Reservation(
        own, SERIES, sequence, number, "sku", "undangan", AT, "Rina", state, AT, "Dewi", reason
    )


def said(gaps):
    return [(gap.first, gap.last, gap.kind.name) for gap in gaps]


def test_each_cause_is_told_where_it_lies():
    voided = replace(letters(140)[0], voided=True, reason="salah nama", at=AT, by="Rina")
    gaps = gaps_in(
        [*letters(101, 104, 139), voided, *letters(150)],
        [kept(102), kept(103, "released", "acara batal")],
        [note(1, 100, "start"), note(105, 138, "rule"), note(141, 147, "manual", "agenda kertas")],
    )

    assert said(gaps) == [
        (1, 100, "START"), (102, 102, "RESERVED"), (103, 103, "RELEASED"), (105, 138, "RULE"),
        (140, 140, "VOIDED"), (141, 147, "MANUAL"), (148, 149, "UNEXPLAINED"),
    ]  # fmt: skip
    assert gaps[2].reason == "acara batal"
    assert gaps[5].reason == "agenda kertas"


def test_the_last_note_on_a_number_holds_and_a_letter_that_came_later_fills_its_gap():
    notes = [note(2, 9, "manual"), note(4, 5, "note", "kertas rusak")]
    assert said(gaps_in(letters(1, 7, 10), [], notes)) == [
        (2, 3, "MANUAL"), (4, 5, "NOTED"), (6, 6, "MANUAL"), (8, 9, "MANUAL"),
    ]  # fmt: skip


def test_numbers_kept_at_the_end_are_gaps_until_they_are_used():
    assert said(gaps_in(letters(1), [kept(2), kept(3)], [])) == [
        (2, 2, "RESERVED"), (3, 3, "RESERVED"),
    ]  # fmt: skip
    assert gaps_in(letters(1, 2), [kept(2, "used")], []) == ()
    assert gaps_in([], [], []) == ()


@given(
    st.sets(st.integers(1, 60), max_size=40),
    st.lists(st.tuples(st.integers(1, 60), st.integers(0, 20)), max_size=8),
)
def test_gaps_and_letters_together_are_the_whole_counter(taken, spans):
    notes = [note(first, first + more, "note", "x") for first, more in spans]
    gaps = gaps_in(letters(*taken), [], notes)

    missing = [number for gap in gaps for number in range(gap.first, gap.last + 1)]
    assert sorted([*taken, *missing]) == list(range(1, max(taken, default=0) + 1))
    covered = {number for one in notes for number in range(one.first, one.last + 1)}
    for gap in gaps:
        noted = gap.kind is GapKind.NOTED
        assert all((number in covered) is noted for number in range(gap.first, gap.last + 1))
