"""Drafts on their way over the sekretaris' desk, and the letters that wait for a signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from nagari_kit.domain.letter_requirements import RequirementAnswer, RequirementState
from nagari_kit.domain.letter_steps import StepKind, StepWish
from nagari_kit.domain.letters import DraftStage, LetterInput, LetterPerson
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.numbering import NumberChoice
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.errors import ConflictError, InputError, RuleError
from nagari_kit.services.workspace import open_workspace
from tests.integration.services.sample_office import PASSPHRASE, SKTM


@pytest.fixture
def draft(workspace, sku):
    return workspace.drafts.save(sku)


def test_everything_of_a_draft_survives_the_end_of_the_program(workspace, paths, clock, sku):
    wanted = replace(
        sku,
        issue_date=date(2026, 11, 23),
        people={
            "pelapor": (LetterPerson(sku.resident_id, columns={"hubungan": "anak"}),),
            "saksi1": (LetterPerson(outsider=Outsider(PersonName("Amril"), birth_place="Solok")),),
        },
        number=NumberChoice("manual", "12", "buku lama"),
        requirements=(RequirementAnswer("ktp", RequirementState.WAIVED, "hilang, ada surat"),),
    )
    draft = workspace.drafts.save(wanted)
    workspace.close()

    again = open_workspace(paths, PASSPHRASE, clock=clock)
    try:
        assert again.drafts.get(draft.id) == draft
        assert again.drafts.get(draft.id).as_input() == replace(wanted, draft_id=draft.id)
    finally:
        again.close()


def test_a_draft_goes_over_the_desk_to_a_letter_that_says_who_checked_it(workspace, draft, clock):
    assert workspace.desk.submit(draft.id).stage is DraftStage.CHECK
    assert [one.id for one in workspace.desk.to_check()] == [draft.id]
    clock.moment += timedelta(minutes=5)
    workspace.desk.approve(draft.id, "KTP sudah saya lihat")
    assert [one.id for one in workspace.desk.ready()] == [draft.id]

    letter = workspace.issuing.issue(workspace.drafts.get(draft.id).as_input())

    (waiting,) = workspace.desk.to_sign()
    assert (waiting.row.id, waiting.checked_by) == (letter.id, "Rina Marlina")
    assert waiting.check_note == "KTP sudah saya lihat"
    assert workspace.desk.ready() == ()
    assert [one.kind for one in workspace.steps.of(letter.id)] == [StepKind.CHECKED]


def test_what_is_being_checked_gets_no_number_until_it_is_decided_or_taken_back(workspace, draft):
    workspace.desk.submit(draft.id)
    with pytest.raises(RuleError) as refusal:
        workspace.issuing.issue(draft.as_input())
    assert refusal.value.code == "SURAT-18"

    workspace.desk.take_back(draft.id)
    assert workspace.issuing.issue(draft.as_input()).sequence == 1


def test_a_refused_draft_says_why_and_is_issued_only_when_it_was_mended(workspace, draft):
    workspace.desk.submit(draft.id)
    with pytest.raises(InputError) as short:
        workspace.desk.refuse(draft.id, "no")
    assert set(short.value.fields) == {"reason"}
    workspace.desk.refuse(draft.id, "Nama usaha belum sama dengan izinnya")

    with pytest.raises(RuleError) as refusal:
        workspace.issuing.issue(draft.as_input())
    assert "Nama usaha belum sama" in refusal.value.user_message
    assert [one.stage_note for one in workspace.desk.refused()] == [
        "Nama usaha belum sama dengan izinnya"
    ]

    mended = replace(draft.as_input(), values={**draft.values, "nama_usaha": "Warung Sari Baru"})
    assert workspace.drafts.save(mended).stage is DraftStage.DRAFT
    assert workspace.issuing.issue(mended).sequence == 1


def test_a_check_holds_while_nothing_changes_and_falls_with_the_first_change(workspace, draft):
    workspace.desk.submit(draft.id)
    workspace.desk.approve(draft.id)

    assert workspace.drafts.save(draft.as_input()).stage is DraftStage.READY
    changed = replace(draft.as_input(), values={**draft.values, "tenaga_kerja": "3"})
    assert workspace.drafts.save(changed).stage is DraftStage.DRAFT
    letter = workspace.issuing.issue(changed)
    assert workspace.desk.to_sign()[0].checked_by == ""
    assert workspace.steps.of(letter.id) == ()


def test_an_unfinished_draft_is_not_laid_on_the_desk(workspace, sku):
    draft = workspace.drafts.save(replace(sku, values={"nama_usaha": "Warung"}))

    with pytest.raises(InputError) as refusal:
        workspace.desk.submit(draft.id)

    assert "jenis_usaha" in refusal.value.fields
    assert workspace.drafts.get(draft.id).stage is DraftStage.DRAFT


@pytest.mark.parametrize("act", ["approve", "submit"])
def test_two_people_at_the_desk_do_not_decide_twice(workspace, draft, act):
    workspace.desk.submit(draft.id)
    if act == "approve":
        workspace.desk.approve(draft.id)

    with pytest.raises(ConflictError) as refusal:
        getattr(workspace.desk, act)(draft.id)
    assert refusal.value.code == "SURAT-20"


def test_the_oldest_waits_first_and_signed_or_void_letters_wait_no_more(
    workspace, sku, child, clock
):
    first = workspace.issuing.issue(sku)
    clock.moment += timedelta(minutes=9)
    second = workspace.issuing.issue(LetterInput("sktm", child, SKTM))
    backdated = workspace.issuing.issue(replace(sku, issue_date=date(2026, 11, 20)))
    waiting = [one.row.id for one in workspace.desk.to_sign()]
    assert waiting == [backdated.id, first.id, second.id]

    workspace.steps.record(first.id, StepWish(StepKind.SIGNED))
    workspace.register.void(second.id, "salah orang")
    assert [one.row.id for one in workspace.desk.to_sign()] == [backdated.id]
    clock.moment += timedelta(days=60)
    assert workspace.desk.to_sign() == ()
