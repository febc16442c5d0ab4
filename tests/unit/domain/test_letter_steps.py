"""The laws of a letter's way: forward only, each step once, taken back as it came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.letter_steps import (
    Progress,
    StepKind,
    may_follow,
    progress_after,
    standing_steps,
)

_ORDER = (Progress.ISSUED, Progress.SIGNED, Progress.HANDED_OVER, Progress.SENT, Progress.ARCHIVED)


@st.composite
def ways(draw) -> list[StepKind]:
    """A history as an office could have entered it: each step was allowed when it came."""
    told: list[StepKind] = []
    for wanted in draw(st.lists(st.sampled_from(StepKind), max_size=25)):
        if may_follow(told, wanted):
            told.append(wanted)
    return told


@given(ways())
def test_no_step_stands_twice_and_none_after_the_archive(told):
    standing = standing_steps(told)

    assert len(set(standing)) == len(standing)
    assert StepKind.ARCHIVED not in standing[:-1]
    assert StepKind.SIGNED not in standing[1:]


@given(ways(), st.sampled_from(StepKind))
def test_taking_a_step_back_restores_what_was_before(told, wanted):
    if wanted is StepKind.TAKEN_BACK or not may_follow(told, wanted):
        return

    assert standing_steps([*told, wanted, StepKind.TAKEN_BACK]) == standing_steps(told)
    assert progress_after([*told, wanted, StepKind.TAKEN_BACK]) == progress_after(told)


@given(ways())
def test_as_many_steps_can_be_taken_back_as_stand(told):
    for _ in standing_steps(told):
        assert may_follow(told, StepKind.TAKEN_BACK)
        told.append(StepKind.TAKEN_BACK)

    assert progress_after(told) is Progress.ISSUED
    assert not may_follow(told, StepKind.TAKEN_BACK)


@given(ways())
def test_a_check_before_the_number_moves_nothing(told):
    assert not may_follow(told, StepKind.CHECKED)
    assert progress_after([StepKind.CHECKED, *told]) == progress_after(told)
    assert progress_after(told) in _ORDER
