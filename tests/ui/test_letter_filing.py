"""Before the number: papers ticked or waived, another number or day, the sekretaris' desk."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.letter_requirements import RequirementState
from nagari_kit.domain.letters import DraftStage, LetterFilter, LetterInput
from nagari_kit.domain.numbering import MANUAL
from nagari_kit.services.letter_people import row_hit
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens import letter_issue
from nagari_kit.ui.screens.letter_issue.batch_dialog import BatchDialog
from nagari_kit.ui.screens.letter_issue.filing_dialog import FilingDialog
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog
from tests.ui.letter_desk import SKU, file_letter, fill, press, serve, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def screen(qtbot, shell):
    made = letter_issue.build(shell)
    show(qtbot, made)
    yield made
    made.leave()


def opened(qtbot, screen, type_id, resident_id):
    screen.enter(resident_id=resident_id, type_id=type_id)
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    return screen.widget.form


def dialog_of(qtbot, kind):
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def test_one_key_says_that_all_papers_are_there(qtbot, shell, screen) -> None:
    form = opened(qtbot, screen, "sku", serve(shell).id)
    assert [row.answer().state for row in form.requirements.rows.values()][:2] == [
        RequirementState.UNCHECKED,
        RequirementState.UNCHECKED,
    ]
    fill(form.fields, SKU)
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: all(row.tick.isChecked() for row in form.requirements.rows.values()))
    form.issue.click()

    qtbot.waitUntil(lambda: shell.workspace.register.page(LetterFilter(), 0, 1).total == 1)
    (row,) = shell.workspace.register.page(LetterFilter(), 0, 1).rows
    lines = shell.workspace.requirements.of(row.id)
    assert {line.state for line in lines} == {RequirementState.PRESENT}


def test_a_paper_that_must_be_there_is_asked_for_and_may_be_waived_with_a_reason(
    qtbot, shell, screen
) -> None:
    papers = shell.workspace.catalogue.get("keramaian").requirements
    wanted = next(one for one in papers if one.required)
    form = opened(qtbot, screen, "keramaian", serve(shell).id)
    form.show_errors({f"syarat.{wanted.id}": "Belum diperiksa."})
    row = form.requirements.rows[wanted.id]
    assert QApplication.focusWidget() is row.tick

    row.ask_why()
    dialog = dialog_of(qtbot, ReasonDialog)
    dialog.reason.setText("sudah pernah diserahkan")
    dialog.confirm.click()
    kept = {one.requirement_id: one for one in screen.presenter.form.sitting.requirements}
    assert kept[wanted.id].state is RequirementState.WAIVED
    assert not form.summary.isVisible()


def test_a_day_before_others_shows_its_neighbours_and_is_kept(qtbot, shell, screen, clock) -> None:
    earlier = file_letter(shell, serve(shell, "Nurhayati", nik="1306994509820009"))
    form = opened(qtbot, screen, "sku", serve(shell).id)
    fill(form.fields, SKU)
    press(Qt.Key.Key_F8)
    dialog = dialog_of(qtbot, FilingDialog)
    dialog.day.set_date(date(2026, 11, 20))
    assert earlier.number in dialog.number.warning.text()
    dialog.save.click()

    assert "20 November 2026" in form.filing._day.text()
    assert form.filing._warning.isVisible()
    screen.presenter.form.save_now()
    (draft,) = shell.workspace.drafts.all()
    assert draft.issue_date == date(2026, 11, 20)
    form.issue.click()
    qtbot.waitUntil(lambda: shell.workspace.register.page(LetterFilter(), 0, 1).total == 2)


def test_a_number_of_the_paper_agenda_is_typed_with_its_reason(qtbot, shell, screen) -> None:
    form = opened(qtbot, screen, "sku", serve(shell).id)
    fill(form.fields, SKU)
    press(Qt.Key.Key_F8)
    dialog = dialog_of(qtbot, FilingDialog)
    dialog.number.mode.setCurrentIndex(dialog.number.mode.findData(MANUAL))
    dialog.save.click()
    assert dialog.isVisible(), "without number and reason there is nothing to take"
    dialog.number.number.setText("77")
    dialog.number.reason.setText("sudah tercatat di agenda kertas")
    dialog.save.click()
    form.issue.click()

    qtbot.waitUntil(lambda: bool(screen.widget.result.number.text()))
    (row,) = shell.workspace.register.page(LetterFilter(), 0, 1).rows
    assert shell.workspace.register.get(row.id).number_mode == MANUAL


def test_a_draft_goes_to_the_sekretaris_and_comes_back_with_the_reason(
    qtbot, shell, screen
) -> None:
    resident = serve(shell)
    form = opened(qtbot, screen, "sku", resident.id)
    fill(form.fields, SKU)
    form.body.desk.wish.click()
    qtbot.waitUntil(lambda: len(shell.workspace.desk.to_check()) == 1)
    (draft,) = shell.workspace.desk.to_check()
    qtbot.waitUntil(screen.widget.is_choosing_resident)

    screen.enter(draft_id=draft.id)
    qtbot.waitUntil(form.body.desk.approve.isVisible)
    form.body.desk.refuse.click()
    dialog = dialog_of(qtbot, ReasonDialog)
    dialog.reason.setText("nama usahanya salah")
    dialog.confirm.click()
    qtbot.waitUntil(lambda: len(shell.workspace.desk.refused()) == 1)

    screen.enter(draft_id=draft.id)
    qtbot.waitUntil(lambda: "nama usahanya salah" in form.body.desk.said())
    fill(form.fields, {"nama_usaha": "Dapur Randang Uni Ros"})
    screen.presenter.form.save_now()
    assert shell.workspace.drafts.get(draft.id).stage is DraftStage.DRAFT
    assert not form.body.desk.isVisible()


def test_what_the_form_lacks_is_said_before_it_goes_to_the_sekretaris(qtbot, shell, screen) -> None:
    form = opened(qtbot, screen, "sku", serve(shell).id)
    form.body.desk.wish.click()
    qtbot.waitUntil(form.summary.isVisible)
    assert not shell.workspace.desk.to_check()


def test_approved_drafts_are_numbered_and_printed_in_one_go(qtbot, shell, screen, tmp_path) -> None:
    desk = shell.workspace.desk
    for name, nik in (("Nurhayati", "1306994509820009"), ("Zulfadhli", "1306990509820003")):
        resident = serve(shell, name, nik=nik)
        draft = shell.workspace.drafts.save(LetterInput("sku", resident.id, SKU))
        desk.submit(draft.id)
        desk.approve(draft.id)
    screen.presenter.residents.batch.desk.memory.remember(PrintTarget("", tmp_path))
    screen.enter()
    drafts = screen.widget.residents.drafts
    qtbot.waitUntil(lambda: len(drafts.ticked()) == 2)
    drafts.batch.click()
    dialog_of(qtbot, BatchDialog).confirm.click()

    qtbot.waitUntil(lambda: shell.workspace.register.page(LetterFilter(), 0, 1).total == 2)
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == 2)
    qtbot.waitUntil(lambda: not drafts.rows)


def test_the_citizen_takes_a_receipt_along_that_is_no_copy_of_the_letter(
    qtbot, shell, screen, tmp_path
) -> None:
    screen.presenter.result.desk.memory.remember(PrintTarget("", tmp_path))
    form = opened(qtbot, screen, "sku", serve(shell).id)
    fill(form.fields, SKU)
    form.requirements.all.click()
    form.issue.click()
    register = shell.workspace.register
    qtbot.waitUntil(lambda: register.page(LetterFilter(), 0, 1).total == 1)
    (row,) = register.page(LetterFilter(), 0, 1).rows
    qtbot.waitUntil(lambda: register.get(row.id).print_count == 1)
    screen.widget.result.receipt.click()

    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("bukti-terima-*.pdf"))))
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert register.get(row.id).print_count == 1


def test_a_form_that_citizens_sign_takes_no_number_and_says_so(qtbot, shell, screen) -> None:
    form = opened(qtbot, screen, "n4", serve(shell).id)
    assert form.issue.text() == "Simpan && cetak"
    assert form.filing.text() == "Tanpa nomor kantor"
    assert not form.signing.isVisible()
    other = serve(shell, "Nurhayati", nik="1306994509820009")
    (role,) = form.people.parts
    form.people.parts[role].take(row_hit(shell.workspace.residents.search("nurhayati", 1)[0]))
    form.requirements.all.click()
    form.issue.click()

    register = shell.workspace.register
    qtbot.waitUntil(lambda: register.page(LetterFilter(), 0, 1).total == 1)
    assert screen.widget.result.number.text() == "Tanpa nomor kantor"
    (row,) = register.page(LetterFilter(), 0, 1).rows
    assert {one.resident_id for one in register.people(row.id)} == {other.id}
