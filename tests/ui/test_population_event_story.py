"""A head of family dies: the widow leads, as it was shown; it was a mistake and is undone."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.changes import Kind
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.residents import LifeStatus
from nagari_kit.ui.jobs.runner import JobRunner
from nagari_kit.ui.screens.population_event import build
from nagari_kit.ui.screens.population_event.form_presenter import PLAN_AFTER_MS
from tests.ui.conftest import open_desk
from tests.ui.desk_shell import DeskShell
from tests.ui.event_desk import (
    choose,
    give_reason,
    newest,
    person,
    planned,
    press,
    settle_families,
    write,
)
from tests.ui.letter_desk import show

KEY = Qt.Key
WIDOWED = 4


def test_the_widow_leads_the_family_until_it_turns_out_that_he_lives(qtbot, shell) -> None:
    family, _ = settle_families(shell)
    father, mother, son, girl = family.people
    before = [person(shell, one) for one in family.people]
    screen = build(shell)
    show(qtbot, screen)
    qtbot.waitUntil(screen.widget.isActiveWindow)

    screen.enter(resident_id=father.id)
    press(KEY.Key_2)
    write(screen, "event_date", "20-11-2026")
    said = planned(screen)
    assert "Anggota KK 1306 99•• •••• 0001: 4 → 3" in said
    assert "Meninggal, LAMPID November 2026: 0 → 1" in said
    assert "Yusmaniar tercatat cerai mati" in said
    assert "Yusmaniar menjadi kepala keluarga" in said
    assert [person(shell, one) for one in family.people] == before, "nothing is saved yet"

    press(KEY.Key_F9)
    faults = screen.widget.form.sheet().faults()
    assert set(faults) == {"place", "cause", "reporter_name"}, "an empty form buries nobody"
    assert person(shell, father).life_status is LifeStatus.ALIVE

    tell_of_death(screen)
    press(KEY.Key_F9)
    assert screen.widget.done.title() == "Syafrial Koto tercatat meninggal"
    assert person(shell, father).life_status is LifeStatus.DEAD
    widow = person(shell, mother)
    assert (widow.family_relation, widow.marital_status) == (1, WIDOWED)
    assert Kind.POPULATION in shell.told[-1].kinds

    screen.widget.to_book.click()
    book = screen.widget.book
    row = book.chosen()
    assert (row.kind, row.can_be_undone) == (EventKind.DEATH, True)
    book.undo.click()
    give_reason("Ternyata dirawat di Padang")

    assert [person(shell, one) for one in family.people] == before
    assert newest(shell).kind is EventKind.UNDO
    assert not book.undo.isEnabled(), "an event is undone once"
    assert [one.id for one in (son, girl)] == [one.id for one in before[2:]]


@pytest.fixture
def desk(qapp, qtbot, office_paths, clock) -> Iterator[DeskShell]:
    """An office whose work really runs beside the window."""
    made = DeskShell(open_desk(office_paths, clock), runner=JobRunner())
    yield made
    qtbot.waitUntil(lambda: not made.runner.is_busy, timeout=30_000)
    made.workspace.close()


@pytest.fixture
def family(desk):
    return settle_families(desk)[0]


@pytest.fixture
def screen(qtbot, desk, family):
    made = build(desk)
    show(qtbot, made)
    qtbot.waitUntil(made.widget.isActiveWindow)
    return made


def open_form(qtbot, desk, screen, **whom) -> None:
    screen.enter(**whom)
    qtbot.waitUntil(lambda: screen.widget.shows(screen.widget.form))
    qtbot.waitUntil(lambda: not desk.runner.is_busy)


def hold_writes(desk) -> threading.Event:
    """Nothing is written until the event is set."""
    gate = threading.Event()
    desk.runner.start(
        lambda _progress, _token: gate.wait(20), key="gate", on_success=id, lane="write"
    )
    return gate


def tell_of_death(screen) -> None:
    """What the akta asks for."""
    write(screen, "place", "Rumah")
    choose(screen, "cause", "Sakit")
    write(screen, "reporter_name", "Yusmaniar")


def deaths(desk) -> int:
    return sum(row.kind is EventKind.DEATH for row in desk.workspace.population.recent(9))


def test_two_quick_presses_of_the_key_make_one_event(qtbot, desk, screen, family) -> None:
    open_form(qtbot, desk, screen, kind="death", resident_id=family[0].id)
    tell_of_death(screen)
    gate = hold_writes(desk)
    QTest.keyClick(screen.widget, KEY.Key_F9)
    QTest.keyClick(screen.widget, KEY.Key_F9)
    screen.presenter.form.save()
    gate.set()
    qtbot.waitUntil(lambda: screen.widget.shows(screen.widget.done))
    qtbot.waitUntil(lambda: not desk.runner.is_busy)
    assert deaths(desk) == 1
    assert not desk.errors


def test_the_effect_follows_the_form_and_late_answers_are_dropped(
    qtbot, desk, screen, family
) -> None:
    open_form(qtbot, desk, screen, kind="death", resident_id=family[0].id)
    pane = screen.widget.form.pane
    qtbot.waitUntil(lambda: "Yusmaniar menjadi kepala" in pane.words())
    combo = screen.widget.form.sheet().inputs["new_head_id"].widget
    combo.setFocus()
    QTest.keyClick(combo, KEY.Key_Down)
    QTest.keyClick(combo, KEY.Key_Up)
    QTest.keyClick(combo, KEY.Key_Down)
    qtbot.waitUntil(lambda: "Rizki Pratama menjadi kepala" in pane.words())
    screen.enter(kind="gone", resident_id=family[3].id)
    qtbot.waitUntil(lambda: not desk.runner.is_busy)
    assert screen.presenter.form.sitting.form.kind is EventKind.DEATH, "typing is held"


def test_an_event_that_is_saved_late_is_told_and_leaves_the_next_question_alone(
    qtbot, desk, screen, family
) -> None:
    open_form(qtbot, desk, screen, kind="gone", resident_id=family[2].id)
    gate = hold_writes(desk)
    QTest.keyClick(screen.widget, KEY.Key_F9)
    screen.leave()
    screen.enter(kind="death", resident_id=family[1].id)
    assert not screen.widget.form.save.isEnabled(), "the first is still on its way"
    gate.set()
    qtbot.waitUntil(lambda: bool(desk.toasts))
    assert desk.toasts[0][0] == "Rizki Pratama tercatat pergi"
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    assert screen.presenter.form.sitting.start.person.id == family[1].id
    assert screen.widget.shows(screen.widget.form)
    assert deaths(desk) == 0


def test_a_late_answer_to_a_page_that_was_left_is_only_a_toast(qtbot, desk, screen, family) -> None:
    open_form(qtbot, desk, screen, kind="gone", resident_id=family[2].id)
    gate = hold_writes(desk)
    QTest.keyClick(screen.widget, KEY.Key_F9)
    screen.leave()
    screen.widget.hide()
    gate.set()
    qtbot.waitUntil(lambda: bool(desk.toasts))
    assert screen.unsaved() is None
    assert QApplication.activeModalWidget() is None


def test_the_effect_waits_until_the_fingers_rest(qtbot, desk, screen, family) -> None:
    open_form(qtbot, desk, screen, kind="death", resident_id=family[1].id)
    asked = []
    timer = screen.presenter.form._timer
    timer.timeout.connect(lambda: asked.append(1))
    write(screen, "place", "Rumah sakit umum daerah")
    write(screen, "note", "Dikebumikan di pandam pakuburan kaum")
    qtbot.waitUntil(lambda: bool(asked) and not desk.runner.is_busy)
    assert timer.interval() == PLAN_AFTER_MS
    assert len(asked) <= 2, "not once for each stroke"
