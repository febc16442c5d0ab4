"""The letter that takes the place of a voided one: its copy, whatever else lies about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from nagari_kit.domain.letters import LetterInput
from nagari_kit.ui.screens import letter_issue, letter_register
from nagari_kit.ui.screens.letter_register.void_dialog import VoidDialog
from nagari_kit.ui.widgets import Button
from tests.ui.letter_desk import SKU, file_letter, serve, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def resident(shell):
    return serve(shell)


def void_and_replace(qtbot, shell, letter):
    """As the officer does it: the form that opens after the voiding."""
    register = letter_register.build(shell)
    show(qtbot, register)
    register.enter(letter_id=letter.id, void=True)
    dialog = register.widget.findChild(VoidDialog)
    dialog.choose(0)
    dialog.replace.setChecked(True)
    dialog.confirm.click()
    qtbot.waitUntil(lambda: bool(shell.visits))
    (name, arguments), *_ = shell.visits
    assert name == "letter_issue"
    register.widget.hide()
    screen = letter_issue.build(shell)
    show(qtbot, screen)
    screen.enter(**arguments)
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    return screen.presenter.form.sitting


def test_it_copies_the_voided_letter_and_neither_a_later_one_nor_a_draft(
    qtbot, shell, resident
) -> None:
    office = shell.workspace
    signer = office.office.signers(office.clock.today())[-1]
    assert signer != office.office.signers(office.clock.today())[0]
    voided = office.issuing.issue(
        LetterInput("sku", resident.id, {**SKU, "nama_usaha": "Usaha Satu"}, signer_id=signer.id)
    )
    office.issuing.issue(LetterInput("sku", resident.id, {**SKU, "nama_usaha": "Usaha Dua"}))
    office.drafts.save(LetterInput("sku", resident.id, {"nama_usaha": "Draf lain"}))

    sitting = void_and_replace(qtbot, shell, voided)

    assert {name: sitting.values.get(name) for name in SKU} == {**SKU, "nama_usaha": "Usaha Satu"}
    assert sitting.signer_id == signer.id
    assert sitting.draft_id is None


def test_a_signer_who_signs_no_more_gives_way_to_one_who_does(qtbot, shell, resident) -> None:

    office = shell.workspace
    today = office.clock.today()
    first, *_, gone = office.office.signers(today)
    voided = office.issuing.issue(LetterInput("sku", resident.id, SKU, signer_id=gone.id))
    office.office.save_officer(replace(gone, active_to=today - timedelta(days=1)))

    assert void_and_replace(qtbot, shell, voided).signer_id == first.id


def test_it_is_a_draft_from_the_start(qtbot, shell, resident) -> None:
    office = shell.workspace
    voided = office.issuing.issue(LetterInput("sku", resident.id, SKU))
    sitting = void_and_replace(qtbot, shell, voided)

    qtbot.waitUntil(lambda: sitting.draft_id is not None)

    (draft,) = office.drafts.all()
    assert {name: draft.values.get(name) for name in SKU} == SKU


def test_the_new_letter_and_the_void_one_name_each_other(qtbot, shell, resident) -> None:
    office = shell.workspace
    voided = office.issuing.issue(LetterInput("sku", resident.id, SKU))

    sitting = void_and_replace(qtbot, shell, voided)
    new = office.issuing.issue(sitting.letter_input())

    assert new.replaces == voided.id
    gone = office.register.get(voided.id)
    assert gone.replaced_by == new.id
    assert not gone.void_reason.startswith("diganti")


def test_old_and_new_letter_lead_to_each_other_in_the_register(qtbot, shell) -> None:
    resident = serve(shell)
    old = file_letter(shell, resident)
    new = shell.workspace.issuing.issue(
        LetterInput("sku", resident.id, {**SKU, "nama_usaha": "Kedai Baru"}, replaces=old.id)
    )
    book = letter_register.build(shell)
    show(qtbot, book)
    book.enter(letter_id=new.id)
    qtbot.waitUntil(book.widget.body.is_detail_open)

    def links() -> list[Button]:
        found = book.widget.detail.findChildren(Button)
        return [one for one in found if one.text().startswith("Buka surat") and one.isVisible()]

    for words, wanted in (("Buka surat yang diganti", old), ("Buka surat pengganti", new)):
        qtbot.waitUntil(lambda said=words: [one.text() for one in links()] == [said])
        links()[0].click()
        qtbot.waitUntil(lambda letter=wanted: book.presenter.detail.wanted == letter.id)
