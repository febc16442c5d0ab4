"""A wedding by keys alone: found, typed, checked and printed as one set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.letters import LetterFilter
from nagari_kit.domain.marriage import DRAFT_TYPE, Side
from nagari_kit.domain.residents import Parents, Sex
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.record_forms.outsider_dialog import OutsiderDialog
from nagari_kit.ui.screens import letter_issue, marriage
from tests.ui.letter_desk import press, serve, show, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PARENTS = Parents(father_name="Syafrial Tuo", mother_name="Nurhayati Tuo")


@pytest.fixture
def groom(shell):
    return serve(
        shell, "Febri Andika", birth_date=date(2000, 2, 5), marital_status=1, parents=PARENTS
    )


@pytest.fixture
def bride(shell):
    return serve(
        shell,
        "Dewi Anggraini",
        nik="1306994406020011",
        sex=Sex.FEMALE,
        birth_date=date(2002, 6, 4),
        marital_status=1,
        parents=PARENTS,
    )


@pytest.fixture
def screen(qtbot, shell):
    made = marriage.build(shell)
    show(qtbot, made)
    yield made
    made.give_up()


def find(qtbot, picker, typed: str) -> None:
    qtbot.waitUntil(picker.search.hasFocus)
    type_text(typed)
    # The row that offers to type somebody stands there already, with other words.
    qtbot.waitUntil(lambda: bool(picker.rows) and typed in picker.rows[-1].accessibleName())
    press(Qt.Key.Key_Return)


def name_stranger(qtbot, picker, name: str) -> None:
    find(qtbot, picker, name)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), OutsiderDialog))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    # The offscreen platform gives the window no focus back by itself.
    picker.window().activateWindow()
    qtbot.waitUntil(picker.window().isActiveWindow)


def test_a_whole_set_is_entered_and_issued_by_keys(qtbot, shell, screen, groom, bride, tmp_path):
    view = screen.widget
    screen.enter(resident_id=groom.id)
    assert view.sides[Side.GROOM].person.hit().name == "Febri Andika"
    view.finish.print_form.show_target(PrintTarget("", tmp_path))

    press(Qt.Key.Key_F9)
    find(qtbot, view.sides[Side.BRIDE].person.picker, "Dewi Anggraini")
    qtbot.waitUntil(lambda: screen.presenter.case.bride.is_resident)
    press(Qt.Key.Key_F9)
    for slot in view.parents.slots.values():
        slot.focus()
        name_stranger(qtbot, slot.picker, "Xqzvw")
    press(Qt.Key.Key_F9)
    for typed in ("19-12-2026", "09.00", "Masjid Raya Koto Contoh"):
        type_text(typed)
        press(Qt.Key.Key_Tab)
    for tick in view.akad.ticks.values():
        tick.setFocus()
        press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F9)

    letters = screen.presenter.letters
    assert [one.type_id for one in letters] == ["n1", "n1", "n2", "n4"]
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == len(letters))
    assert shell.errors == []
    assert all(one.type_id != DRAFT_TYPE for one in shell.workspace.drafts.all())


def test_what_is_missing_is_named_and_leads_to_its_page(qtbot, shell, screen, groom):
    before = shell.workspace.register.page(LetterFilter(), 0, 1).total
    screen.enter(resident_id=groom.id)

    for _ in range(5):
        press(Qt.Key.Key_F9)

    assert "Calon istri belum dipilih." in screen.widget.errors.accessibleName()
    screen.widget.error_chosen.emit("istri.person")
    assert screen.widget.step == 1
    assert shell.workspace.register.page(LetterFilter(), 0, 1).total == before


def test_a_set_is_kept_while_it_is_typed_and_opened_again(qtbot, shell, screen, groom):
    screen.enter(resident_id=groom.id)
    for _ in range(3):
        press(Qt.Key.Key_F9)
    type_text("19-12-2026")
    screen.leave()

    (draft,) = [one for one in shell.workspace.drafts.all() if one.type_id == DRAFT_TYPE]
    desk = letter_issue.build(shell)
    qtbot.addWidget(desk.widget)
    desk.enter(draft_id=draft.id)
    assert shell.visits[-1] == ("marriage", {"draft_id": draft.id})
    screen.enter(draft_id=draft.id)
    assert screen.presenter.case.akad_day == "2026-12-19"
    assert screen.unsaved() is None


def test_the_set_stands_before_its_forms_in_the_list_of_types(qtbot, shell, groom):
    desk = letter_issue.build(shell)
    show(qtbot, desk)
    desk.enter(resident_id=groom.id)
    desk.widget.types.search.setText("nikah")
    titles = [card.letter_type.title for card in desk.widget.types.cards()]
    assert "Berkas nikah N1 sampai N6" in titles

    desk.widget.types.chosen.emit(DRAFT_TYPE)
    assert shell.visits[-1] == ("marriage", {"resident_id": groom.id})
    desk.leave()


def test_a_late_announcement_is_told_and_stops_nothing(qtbot, shell, screen, groom):
    marriages = shell.workspace.marriages
    case = marriages.save(replace(marriages.begin(groom.id), akad_day="2026-12-05"))

    screen.enter(draft_id=case.draft_id)

    assert "tinggal 8 hari kerja" in screen.widget.caution.text()
    assert screen.widget.forward.isEnabled()


def test_every_sheet_says_why_it_is_not_needed(qtbot, screen, groom):
    screen.enter(resident_id=groom.id)
    qtbot.waitUntil(lambda: len(screen.widget.desk.cards) >= 5)

    reasons = {one.sheet.need.type_id: one.sheet.need.reason for one in screen.widget.desk.cards}
    assert reasons["n5"] == "tidak perlu, sudah 21"
    assert reasons["n6"] == "tidak perlu, jejaka"
