"""The desk of the sekretaris and the wali nagari, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.letter_steps import Progress, StepKind
from nagari_kit.domain.letters import DraftStage, LetterInput, LetterStatus
from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.screens.home import build as build_home
from nagari_kit.ui.screens.signing_desk import build
from nagari_kit.ui.screens.signing_desk.view import SIGN
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog
from tests.ui.looks import clipped_words, english_buttons, nameless

FULL, COMPACT = (1154, 768), (1021, 558)


@pytest.fixture
def screen(demonstration_shell, qtbot):
    made = build(demonstration_shell)
    qtbot.addWidget(made.widget)
    made.widget.resize(*FULL)
    made.widget.show()
    qtbot.waitExposed(made.widget)
    made.widget.activateWindow()
    return made


@pytest.fixture
def work(demonstration_shell):
    return demonstration_shell.workspace


def press(key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def reason_dialog(screen) -> ReasonDialog:
    return next(one for one in screen.widget.findChildren(ReasonDialog) if one.isVisible())


def submitted(work):
    """A complete draft on the sekretaris' desk."""
    earlier = work.register.get(work.desk.to_sign()[0].row.id)
    copy = work.previews.copy_of(earlier.id)
    wanted = LetterInput(earlier.type_id, earlier.resident_id, copy.values, people=copy.people)
    return work.desk.submit(work.drafts.save(wanted).id)


def test_the_oldest_letter_lies_on_the_desk_with_its_pages_and_checks(screen, work) -> None:
    screen.enter()
    oldest = work.desk.to_sign()[0]
    assert screen.widget.current().letter_id == oldest.row.id
    assert screen.widget.preview.pages >= 1
    said = [check.sentence for check in work.signing_desk.paper(screen.widget.current()).checks]
    assert "Penanda tangan menjabat" in said
    assert "Belum diperiksa sekretaris" in said


def test_f9_signs_and_the_next_letter_comes_by_itself(screen, work, demonstration_shell) -> None:
    first, second = (one.row for one in work.desk.to_sign()[:2])
    screen.enter()
    press(Qt.Key.Key_F9)

    assert work.register.get(first.id).progress is Progress.SIGNED
    assert screen.widget.current().letter_id == second.id
    assert Kind.LETTERS in demonstration_shell.told[-1].kinds
    assert work.signing_desk.desks().signed[0].letter_id == first.id


def test_a_signature_can_be_taken_back_and_both_steps_stay(
    screen, work, demonstration_shell
) -> None:
    first = work.desk.to_sign()[0].row
    screen.enter()
    press(Qt.Key.Key_F9)
    words, _, undo = demonstration_shell.toasts[-1]
    assert first.number in words
    undo()

    assert work.desk.to_sign()[0].row.id == first.id
    kinds = [step.kind for step in work.steps.of(first.id)]
    assert kinds[-2:] == [StepKind.SIGNED, StepKind.TAKEN_BACK]
    assert first.id not in {one.letter_id for one in work.signing_desk.desks().signed}


def test_a_letter_is_refused_only_with_a_reason_and_its_number_stays(screen, work) -> None:
    first = work.desk.to_sign()[0].row
    screen.enter()
    press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    dialog = reason_dialog(screen)
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert work.register.get(first.id).status is LetterStatus.ISSUED

    QTest.keyClicks(dialog.reason, "alamat warga keliru")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    voided = work.register.get(first.id)
    assert voided.status is LetterStatus.VOIDED
    assert (voided.number, voided.void_reason) == (first.number, "alamat warga keliru")
    assert screen.widget.current().letter_id != first.id


def test_arrows_and_alt_l_walk_over_the_cards_and_write_nothing(screen, work) -> None:
    waiting = [one.row.id for one in work.desk.to_sign()]
    screen.enter()
    press(Qt.Key.Key_Down)
    assert screen.widget.current().letter_id == waiting[1]
    press(Qt.Key.Key_Up)
    for expected in (*waiting[1:], waiting[0]):
        press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
        assert screen.widget.current().letter_id == expected
    assert [one.row.id for one in work.desk.to_sign()] == waiting


def test_page_down_moves_the_paper_and_not_the_cards(screen) -> None:
    screen.enter()
    before = screen.widget.current()
    press(Qt.Key.Key_PageDown)
    assert screen.widget.current() == before
    assert screen.widget.preview.desk.verticalScrollBar().value() > 0


def test_the_sekretaris_approves_with_a_note_that_the_wali_nagari_reads(screen, work) -> None:
    draft = submitted(work)
    screen.enter(desk="check")
    assert screen.widget.current().draft_id == draft.id
    screen.widget.decision.note.setFocus()
    QTest.keyClicks(screen.widget.decision.note, "Ditunggu sampai 10.30")
    press(Qt.Key.Key_F9)

    (ready,) = work.desk.ready()
    assert (ready.id, ready.stage_note) == (draft.id, "Ditunggu sampai 10.30")
    card = next(one for one in work.signing_desk.desks().to_sign if one.draft_id == draft.id)
    assert card.is_ready
    assert card.note == "Ditunggu sampai 10.30"


def test_an_approval_taken_back_lays_the_draft_on_the_desk_again(
    screen, work, demonstration_shell
) -> None:
    draft = submitted(work)
    screen.enter(desk="check")
    press(Qt.Key.Key_F9)
    demonstration_shell.toasts[-1][2]()
    assert [one.id for one in work.desk.to_check()] == [draft.id]
    assert work.desk.ready() == ()


def test_a_refused_draft_goes_back_with_the_reason(screen, work) -> None:
    draft = submitted(work)
    screen.enter(desk="check")
    press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    dialog = reason_dialog(screen)
    QTest.keyClicks(dialog.reason, "penghasilan belum benar")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    (refused,) = work.desk.refused()
    assert (refused.id, refused.stage) == (draft.id, DraftStage.REFUSED)
    assert refused.stage_note == "penghasilan belum benar"
    assert screen.widget.current() is None


def test_a_draft_that_is_ready_leads_to_its_number(screen, work, demonstration_shell) -> None:
    draft = submitted(work)
    work.desk.approve(draft.id)
    screen.enter(desk="sign")
    while screen.widget.current().draft_id != draft.id:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F9)
    assert demonstration_shell.visits[-1] == ("letter_issue", {"draft_id": draft.id})


def checked_letter(work):
    """A letter of a draft that the sekretaris approved before it got its number."""
    draft = submitted(work)
    work.desk.approve(draft.id)
    return work.issuing.issue(work.drafts.get(draft.id).as_input())


def test_all_checked_letters_are_signed_in_one_go_and_no_other(screen, work) -> None:
    unchecked = {one.row.id for one in work.desk.to_sign()}
    for _ in range(2):
        checked_letter(work)
    screen.enter()
    assert screen.widget.many.text() == "Tanda tangani 2 diperiksa"
    screen.widget.many.setFocus()
    press(Qt.Key.Key_Space)
    assert {one.row.id for one in work.desk.to_sign()} == unchecked


def test_an_empty_desk_says_so(screen, work) -> None:
    screen.enter(desk="sign")
    while screen.widget.current() is not None:
        press(Qt.Key.Key_F9)
    assert screen.widget.tabs.current() == SIGN
    said = {label.text() for label in screen.widget.findChildren(QLabel) if label.isVisible()}
    assert "Tidak ada surat yang menunggu." in said
    assert work.desk.to_sign() == ()


@pytest.mark.parametrize("size", [FULL, COMPACT])
def test_everything_has_a_name_and_no_word_is_clipped(screen, work, size) -> None:
    submitted(work)
    screen.widget.set_compact(compact=size == COMPACT)
    screen.widget.resize(*size)
    for desk in ("check", "sign"):
        screen.enter(desk=desk)
        QApplication.processEvents()
        assert nameless(screen.widget) == []
        assert english_buttons(screen.widget) == []
        assert clipped_words(screen.widget) == []


def test_the_home_page_leads_to_the_desk(demonstration_shell, qtbot) -> None:
    home = build_home(demonstration_shell)
    qtbot.addWidget(home.widget)
    home.widget.show()
    home.enter()
    QTest.keyClick(home.widget.day.desk, Qt.Key.Key_Space)
    assert demonstration_shell.visits[-1] == ("signing_desk", {})


def test_nothing_is_signed_while_the_desk_cannot_be_read(screen, work) -> None:
    screen.enter()
    waiting = work.desk.to_sign()
    screen.widget.show_trouble(StorageLockedError("Data sedang dipakai program lain."))
    QTest.keyClick(screen.widget, Qt.Key.Key_F9)
    assert work.desk.to_sign() == waiting


def test_a_list_that_is_read_again_leaves_the_note_that_is_being_typed(screen, work) -> None:
    submitted(work)
    screen.enter(desk="check")
    QTest.keyClicks(screen.widget.decision.note, "Ditunggu")
    screen.reload(Changes.of(Kind.LETTERS))
    assert screen.widget.decision.note.text() == "Ditunggu"
