"""The household page by keyboard: members and tree agree, links lead on, the sheet is made."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import HouseholdId
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.ui.printing.sheet_viewer import SheetViewer
from nagari_kit.ui.screens.household import build
from nagari_kit.ui.screens.household.check_line import CheckLine
from tests.ui.looks import clipped_words, english_buttons, nameless, tab_through

FULL, COMPACT = (1154, 697), (1021, 558)


@pytest.fixture
def screen(demonstration_shell, qtbot):
    made = build(demonstration_shell)
    qtbot.addWidget(made.widget)
    made.widget.resize(*FULL)
    made.widget.show()
    qtbot.waitExposed(made.widget)
    made.widget.activateWindow()
    made.widget.show_links(events=True, form=True, lineage=True)
    return made


@pytest.fixture
def record(demonstration_shell):
    """The largest household of the demonstration."""
    workspace = demonstration_shell.workspace
    rows = workspace.residents.page(ResidentFilter(family_relation=1), 0, 200).rows
    homes = [workspace.residents.record(row.id).household for row in rows]
    records = (workspace.households.record(home.id) for home in homes if home)
    return max(records, key=lambda one: len(one.members))


def test_row_and_node_follow_each_other(screen, record) -> None:
    screen.enter(household_id=record.household.id)
    view, tree = screen.widget, screen.widget.tree_card.tree
    assert view.table.hasFocus()
    assert tree.current() == view.chosen() == record.members[0].id
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert tree.current() == view.chosen() == record.members[1].id
    tree.setFocus()
    child = next(one for one in record.members if one.family_relation == 4)
    tree.set_current(child.id)
    assert view.chosen() == child.id


def test_enter_opens_the_person_in_table_and_tree(screen, record, demonstration_shell) -> None:
    screen.enter(household_id=record.household.id, resident_id=record.members[2].id)
    QTest.keyClick(screen.widget.table, Qt.Key.Key_Return)
    QTest.keyClick(screen.widget.tree_card.tree, Qt.Key.Key_Return)
    wanted = ("resident_record", {"resident_id": record.members[2].id})
    assert demonstration_shell.visits == [wanted, wanted]


def test_no_nik_stands_whole_on_the_page(screen, record) -> None:
    screen.enter(household_id=record.household.id)
    model = screen.widget.table.model()
    shown = [
        str(model.index(row, column).data())
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    digits = ["".join(sign for sign in words if sign.isdigit()) for words in shown]
    assert not any(one.nik in digits for one in record.members if one.nik)


def test_keys_lead_to_form_list_and_events(screen, record, demonstration_shell) -> None:
    screen.enter(household_id=record.household.id)
    identity = record.household.id
    QTest.keyClick(screen.widget.table, Qt.Key.Key_F9)
    for button in screen.widget.panel.buttons:
        button.click()
    QTest.keyClick(screen.widget.table, Qt.Key.Key_Escape)
    kinds = (EventKind.HOUSEHOLD_SPLIT, EventKind.HEAD_CHANGE, EventKind.HOUSEHOLD_MOVE)
    assert demonstration_shell.visits == [
        ("resident_form", {"household_id": identity}),
        *(("population_event", {"kind": kind, "household_id": identity}) for kind in kinds),
        ("residents", {}),
    ]


def test_the_data_sheet_is_shown_and_the_look_at_whole_numbers_remembered(
    screen, record, demonstration_shell
) -> None:
    screen.enter(household_id=record.household.id)
    QTest.keyClick(screen.widget.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    viewer = screen.widget.findChild(SheetViewer)
    assert viewer is not None
    assert viewer.isVisible()
    assert not english_buttons(viewer)
    looks = demonstration_shell.workspace.accesses.of(record.members[0].id)
    assert looks[0].purpose == "Mencetak lembar data keluarga"
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert screen.widget.sheet.isEnabled()


def test_a_missing_thing_leads_to_the_member_whom_it_is_about(screen, record) -> None:
    screen.enter(household_id=record.household.id)
    lines = screen.widget.panel.findChildren(CheckLine)
    assert len([line for line in lines if line.isVisibleTo(screen.widget)]) == len(record.checks)


def test_the_chosen_member_stays_when_data_changes_elsewhere(screen, record) -> None:
    screen.enter(household_id=record.household.id)
    screen.widget.choose(record.members[3].id)
    screen.widget.tree_card.tree.setFocus()
    screen.reload(Changes.of(Kind.POPULATION))
    assert screen.widget.chosen() == record.members[3].id
    assert screen.widget.tree_card.tree.hasFocus()
    screen.reload(Changes.of(Kind.LETTERS))


def test_a_household_that_is_gone_is_told_in_the_page(screen) -> None:
    screen.enter(household_id=HouseholdId(UUID(int=5)))
    assert screen.widget._trouble.isVisible()
    assert not screen.widget.table.isVisible()


@pytest.mark.parametrize("size", [FULL, COMPACT])
def test_the_page_is_named_unclipped_indonesian_and_reached_with_tab(screen, record, size) -> None:
    screen.widget.resize(*size)
    screen.set_compact(size is COMPACT)
    screen.enter(household_id=record.household.id)
    for tab in range(3 if size is COMPACT else 1):
        screen.widget._tabs.set_current(tab)
        QApplication.processEvents()
        assert not nameless(screen.widget)
        assert not clipped_words(screen.widget)
        assert not english_buttons(screen.widget)
    if size is FULL:
        reached = tab_through(screen.widget.table)
        assert {screen.widget.tree_card.tree, *screen.widget.panel.buttons} <= set(reached)
