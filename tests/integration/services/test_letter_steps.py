"""The way of a letter after its number: only forward, only added, and told to the province."""

from __future__ import annotations

import json
from datetime import date

import pytest
from sqlalchemy.exc import DatabaseError

from nagari_kit.domain.letter_steps import Progress, StepKind, StepWish
from nagari_kit.domain.letters import LetterFilter
from nagari_kit.errors import ConflictError, InputError

SIGNED, ARCHIVED = StepWish(StepKind.SIGNED), StepWish(StepKind.ARCHIVED)
HANDED = StepWish(StepKind.HANDED_OVER, person="Yusmaniar Sari", note="istri")
SENT = StepWish(StepKind.SENT, person="Bagian umum", place="Kantor Camat Batang Contoh")
BACK = StepWish(StepKind.TAKEN_BACK, note="salah surat")


@pytest.fixture
def letter(workspace, sku):
    return workspace.issuing.issue(sku)


def kinds(workspace, letter) -> list[str]:
    return [one.kind.value for one in workspace.steps.of(letter.id)]


def test_a_letter_is_signed_handed_over_sent_and_archived(workspace, letter):
    for wish, progress in (
        (SIGNED, Progress.SIGNED),
        (HANDED, Progress.HANDED_OVER),
        (SENT, Progress.SENT),
        (ARCHIVED, Progress.ARCHIVED),
    ):
        assert workspace.steps.record(letter.id, wish).progress is progress

    handed = workspace.steps.of(letter.id)[1]
    assert (handed.person, handed.note, handed.by) == ("Yusmaniar Sari", "istri", "Rina Marlina")
    assert handed.on == date(2026, 11, 24)
    row = workspace.register.page(LetterFilter(progress=Progress.ARCHIVED), 0, 9).rows[0]
    assert row.progress is Progress.ARCHIVED
    assert workspace.register.page(LetterFilter(progress=Progress.SIGNED), 0, 9).total == 0


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ((SIGNED,), SIGNED),
        ((HANDED,), SIGNED),
        ((ARCHIVED,), HANDED),
        ((), BACK),
        ((SIGNED, BACK), BACK),
        ((), StepWish(StepKind.CHECKED)),
    ],
)
def test_no_step_is_told_twice_or_backwards(workspace, letter, before, wanted):
    for wish in before:
        workspace.steps.record(letter.id, wish)
    told = kinds(workspace, letter)

    with pytest.raises(ConflictError) as refusal:
        workspace.steps.record(letter.id, wanted)

    assert refusal.value.code == "SURAT-23"
    assert kinds(workspace, letter) == told


def test_a_step_is_taken_back_by_a_further_one_and_both_stay(workspace, letter):
    workspace.steps.record(letter.id, SIGNED)
    workspace.steps.record(letter.id, HANDED)

    assert workspace.steps.record(letter.id, BACK).progress is Progress.SIGNED
    assert workspace.steps.record(letter.id, HANDED).progress is Progress.HANDED_OVER
    assert kinds(workspace, letter) == ["signed", "handed_over", "taken_back", "handed_over"]


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (StepWish(StepKind.HANDED_OVER), "person"),
        (StepWish(StepKind.SENT, person="Bagian umum"), "place"),
        (StepWish(StepKind.SIGNED, date(2026, 11, 25)), "day"),
        (StepWish(StepKind.SIGNED, date(2026, 11, 23)), "day"),
        (StepWish(StepKind.SIGNED, note="x" * 121), "note"),
    ],
)
def test_a_step_that_says_too_little_is_refused_in_its_field(workspace, letter, wish, field):
    with pytest.raises(InputError) as refusal:
        workspace.steps.record(letter.id, wish)

    assert set(refusal.value.fields) == {field}
    assert workspace.register.get(letter.id).progress is Progress.ISSUED


def test_a_void_letter_is_only_archived(workspace, letter):
    workspace.register.void(letter.id, "salah nama")

    with pytest.raises(ConflictError) as refusal:
        workspace.steps.record(letter.id, SIGNED)
    assert refusal.value.code == "SURAT-22"
    assert workspace.steps.record(letter.id, ARCHIVED).progress is Progress.ARCHIVED


def test_many_letters_are_signed_at_once_or_none(workspace, sku):
    letters = [workspace.issuing.issue(sku).id for _ in range(3)]
    workspace.steps.record(letters[2], SIGNED)

    with pytest.raises(ConflictError):
        workspace.steps.record_many(letters, SIGNED)
    assert workspace.register.get(letters[0]).progress is Progress.ISSUED
    signed = workspace.steps.record_many(letters[:2], SIGNED)
    assert {one.progress for one in signed} == {Progress.SIGNED}


def test_the_province_learns_the_step_and_not_who_took_the_letter(workspace, letter):
    workspace.steps.record(letter.id, HANDED)

    with workspace.context.store.read() as reader:
        life = reader.events.incarnation().inc
        event = reader.events.after(life, 0, 9999)[-1]
        assert reader.letters.at_odds() == ()
    assert event.type == "letter.stepped"
    assert json.loads(event.body)["d"] == {
        "letter_id": letter.id.hex,
        "number": letter.number,
        "step": "handed_over",
        "on": "2026-11-24",
        "progress": "handed_over",
    }


def test_steps_cannot_be_rewritten_and_a_mark_that_no_step_tells_of_is_found(workspace, letter):
    workspace.steps.record(letter.id, SIGNED)
    store = workspace.context.store
    for statement in ("UPDATE letter_step SET by = 'x'", "DELETE FROM letter_step"):
        with store._engine.connect() as forced, pytest.raises(DatabaseError, match="append-only"):
            forced.exec_driver_sql(statement)
    with store._engine.begin() as forced:
        forced.exec_driver_sql("UPDATE letter SET progress = 'archived'")

    with store.read() as reader:
        assert reader.letters.at_odds() == (letter.number,)
