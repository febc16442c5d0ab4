"""The list of letter types: any word finds, the most used stand first, some need nobody."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from nagari_kit.domain.letter_type_search import grouped_types, matching_types
from nagari_kit.domain.residents import LifeStatus
from nagari_kit.ui.screens import letter_issue
from tests.ui.letter_desk import file_letter, press, serve, show, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def screen(qtbot, shell):
    made = letter_issue.build(shell)
    show(qtbot, made)
    yield made
    made.leave()


def offered(screen) -> list[str]:
    return [card.letter_type.id for card in screen.widget.types.cards()]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("sktm", "sktm"),
        ("tidak mampu", "sktm"),
        ("bbm", "bbm"),
        ("kk", "pengantar_kependudukan"),
        ("waris", "ahli_waris"),
        ("n1", "n1"),
        ("rapat", "undangan"),
        ("SKK", "kematian"),
    ],
)
def test_any_word_that_people_use_finds_the_letter(shell, typed, wanted) -> None:
    types = shell.workspace.catalogue.types()
    found = [one.id for one in matching_types(types, typed)]
    assert wanted in found[:3]


def test_a_word_of_the_group_finds_all_its_letters(shell) -> None:
    types = shell.workspace.catalogue.types()
    found = {one.id for one in matching_types(types, "nikah")}
    assert {one.id for one in types if one.group == "nikah"} <= found
    assert matching_types(types, "nikah")[0].id == "n1", "the most used one, whatever the ids say"
    assert sum(len(members) for _title, members in grouped_types(types)) == len(types)


def test_letters_narrow_the_list_and_enter_takes_the_first(qtbot, shell, screen) -> None:
    screen.enter(resident_id=serve(shell).id)
    qtbot.waitUntil(screen.widget.types.search.hasFocus)

    type_text("sktm")
    assert offered(screen)[0] == "sktm"
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    assert screen.presenter.form.sitting.letter_type.id == "sktm"


def test_what_this_office_issued_most_stands_first(shell, screen) -> None:
    resident = serve(shell)
    before = shell.workspace.catalogue.choice().used[0].id
    assert before != "sku"
    file_letter(shell, resident)
    screen.enter(resident_id=resident.id)
    assert offered(screen)[0] == "sku"
    # Every type, and the marriage set as one entry.
    assert len(offered(screen)) == len(shell.workspace.catalogue.types()) + 1


def test_a_letter_of_nobody_asks_for_no_resident(qtbot, shell, screen) -> None:
    screen.enter()
    qtbot.waitUntil(screen.widget.residents.search.hasFocus)
    press(Qt.Key.Key_F6)
    qtbot.waitUntil(screen.widget.types.search.hasFocus)
    type_text("undangan")
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    sitting = screen.presenter.form.sitting
    assert (sitting.letter_type.id, sitting.resident_id) == ("undangan", None)
    assert not screen.widget.form.person.isVisible()


def test_for_a_letter_about_the_dead_they_stand_before_the_living(qtbot, shell, screen) -> None:
    for place in range(9):
        serve(shell, f"Zulfadhli {'I' * (place + 1)}", nik=None)
    dead = serve(shell, "Zulfadhli Tuo", nik=None, life_status=LifeStatus.DEAD)

    screen.enter(type_id="kematian")
    step = screen.widget.residents
    step.search.setText("zulfadhli")
    qtbot.waitUntil(lambda: step.hits() == 8)
    assert step._hits[0].id == dead.id
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    assert screen.presenter.form.sitting.resident_id == dead.id
    assert screen.presenter.form.sitting.record.resident.birth_date == date(1982, 9, 5)
