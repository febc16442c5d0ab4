"""The ranji page by keyboard: enter, change, remove and take back; link; print."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.lineage_entry import LineageEntry
from nagari_kit.domain.residents import Sex
from nagari_kit.ui.printing.sheet_viewer import SheetViewer
from nagari_kit.ui.screens.lineage import build
from nagari_kit.ui.screens.lineage.link_dialog import LinkDialog
from nagari_kit.ui.screens.lineage.node_dialog import NodeDialog
from nagari_kit.ui.screens.lineage.small_dialogs import RemoveDialog, RenameDialog, SignersDialog
from tests.ui.looks import clipped_words, english_buttons, nameless

KAUM = "Dt. Paduko Alam"
FULL, COMPACT = (1154, 697), (1021, 558)


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
def ranji(demonstration_shell):
    return demonstration_shell.workspace.lineage


@pytest.fixture
def rabiah(ranji):
    return ranji.add(KAUM, LineageEntry("Siti Rabiah", sex=Sex.FEMALE)).after[0]


def shown(screen, kind: type[QWidget]):
    """The dialog of that kind that stands open."""
    return next(one for one in screen.widget.findChildren(kind) if one.isVisible())


def names(ranji) -> list[str]:
    return sorted(node.name for node in ranji.tree(KAUM).nodes)


def press(target: QWidget, key: Qt.Key, control: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(target, key, modifier)


def test_a_ranji_is_begun_and_grows_by_keyboard_alone(screen, ranji, demonstration_shell) -> None:
    screen.enter()
    press(QApplication.focusWidget(), Qt.Key.Key_F9)
    first = shown(screen, NodeDialog)
    QTest.keyClicks(first.kaum, KAUM)
    QTest.keyClicks(first.name, "Siti Rabiah")
    press(first.name, Qt.Key.Key_Return)
    tree = screen.widget.tree_card.tree
    assert tree.hasFocus()

    press(tree, Qt.Key.Key_Insert)
    child = shown(screen, NodeDialog)
    QTest.keyClicks(child.name, "Nurani")
    press(child.name, Qt.Key.Key_Return, control=True)
    sibling = shown(screen, NodeDialog)
    assert sibling is not child
    QTest.keyClicks(sibling.name, "Basri")
    sibling.sex.set_current(1)
    QTest.keyClicks(sibling.gelar, KAUM)
    press(sibling.name, Qt.Key.Key_Return)
    assert names(ranji) == ["Basri", "Nurani", "Siti Rabiah"]
    assert screen.widget.chosen().name == "Basri"
    assert next(row for row in ranji.kaum() if row.name == KAUM).penghulu == f"Basri {KAUM}"
    assert Kind.LINEAGE in demonstration_shell.told[-1].kinds


def test_a_mans_line_ends(screen, ranji) -> None:
    ranji.add(KAUM, LineageEntry("Basri", sex=Sex.MALE))
    screen.enter(kaum=KAUM)
    press(screen.widget.tree_card.tree, Qt.Key.Key_Insert)
    assert not [one for one in screen.widget.findChildren(NodeDialog) if one.isVisible()]
    assert not screen.widget.panel.child.isEnabled()


def test_a_refusal_stays_in_the_form_beside_its_field(screen, rabiah, ranji) -> None:
    screen.enter(kaum=KAUM)
    press(screen.widget.tree_card.tree, Qt.Key.Key_F2)
    dialog = shown(screen, NodeDialog)
    dialog.birth_year.setText("19")
    dialog.save.click()
    assert dialog.birth_year.property("wrong")
    dialog.birth_year.setText("1964")
    dialog.name.setText("  ")
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.name.property("wrong")
    assert not dialog.birth_year.property("wrong")
    assert dialog.save.isEnabled()
    dialog.name.setText("Siti Rabiatun")
    dialog.save.click()
    assert names(ranji) == ["Siti Rabiatun"]


def test_removing_asks_for_a_reason_and_can_be_taken_back(
    screen, rabiah, ranji, demonstration_shell
) -> None:
    ranji.add(KAUM, LineageEntry("Nurani", sex=Sex.FEMALE, mother_id=rabiah.id))
    screen.enter(kaum=KAUM)
    press(screen.widget.tree_card.tree, Qt.Key.Key_Down)
    press(screen.widget.tree_card.tree, Qt.Key.Key_Delete)
    dialog = shown(screen, RemoveDialog)
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.reason, "salah kaum")
    dialog.confirm.click()
    assert names(ranji) == ["Siti Rabiah"]
    assert screen.widget.chosen().id == rabiah.id
    said, _, undo = demonstration_shell.toasts[-1]
    assert "Nurani" in said
    undo()
    assert names(ranji) == ["Nurani", "Siti Rabiah"]
    assert screen.widget.chosen().name == "Nurani"


def test_the_oldest_gets_a_mother_and_the_kaum_another_name(screen, rabiah, ranji) -> None:
    screen.enter(kaum=KAUM)
    screen.widget.panel.mother.click()
    dialog = shown(screen, NodeDialog)
    QTest.keyClicks(dialog.name, "Tuo Banun")
    dialog.save.click()
    assert [node.name for node in ranji.tree(KAUM).roots] == ["Tuo Banun"]
    screen.widget.rename.click()
    rename = shown(screen, RenameDialog)
    rename.kaum.clear()
    rename.confirm.click()
    assert rename.isVisible()
    QTest.keyClicks(rename.kaum, "Dt. Rajo Basa")
    rename.confirm.click()
    there = [row.name for row in ranji.kaum()]
    assert "Dt. Rajo Basa" in there
    assert KAUM not in there
    assert screen.widget.lineage().kaum == "Dt. Rajo Basa"


def test_a_person_is_linked_to_a_resident_and_opens_there(
    screen, rabiah, demonstration_shell
) -> None:
    screen.enter(kaum=KAUM)
    screen.widget.panel.link.click()
    dialog = shown(screen, LinkDialog)
    dialog.search.setText("siti")
    assert dialog.results.count() > 1
    press(dialog.search, Qt.Key.Key_Down)
    assert dialog.results.currentRow() == 1
    press(dialog.search, Qt.Key.Key_Return)
    linked = screen.widget.chosen().resident_id
    assert linked is not None
    screen.widget.panel.open.click()
    assert demonstration_shell.visits[-1] == ("resident_record", {"resident_id": linked})
    screen.widget.panel.link.click()
    shown(screen, LinkDialog).let_go.click()
    assert screen.widget.chosen().resident_id is None


def test_the_paper_is_shown_with_the_names_that_were_given(screen, rabiah) -> None:
    screen.enter(kaum=KAUM)
    press(screen.widget.tree_card.tree, Qt.Key.Key_P, control=True)
    dialog = shown(screen, SignersDialog)
    QTest.keyClicks(dialog.mamak, "Basri")
    press(dialog.mamak, Qt.Key.Key_Return)
    viewer = shown(screen, SheetViewer)
    assert viewer.windowTitle() == f"Ranji kaum {KAUM}"
    press(viewer, Qt.Key.Key_Escape)


def test_another_kaum_is_chosen_in_the_head(screen, rabiah, ranji) -> None:
    ranji.add("Dt. Rajo Basa", LineageEntry("Upiak", sex=Sex.FEMALE))
    screen.enter(kaum=KAUM)
    screen.widget.kaum.setCurrentIndex(screen.widget.kaum.findData("Dt. Rajo Basa"))
    assert screen.widget.chosen().name == "Upiak"
    screen.enter()
    assert screen.widget.lineage().kaum == "Dt. Rajo Basa"
    screen.reload(Changes.of(Kind.LINEAGE))
    assert screen.widget.lineage().kaum == "Dt. Rajo Basa"


def test_from_a_kaum_without_anybody_one_finds_the_others(screen, rabiah) -> None:
    screen.enter(kaum="Dt. Sati")
    assert screen.widget.kaum.isVisible()
    screen.widget.kaum.setCurrentIndex(screen.widget.kaum.findData(KAUM))
    assert screen.widget.chosen().id == rabiah.id


def test_a_kaum_without_a_ranji_offers_to_begin_it(screen) -> None:
    screen.enter(kaum="Dt. Sati")
    screen.widget._empty.action_requested.emit()
    dialog = shown(screen, NodeDialog)
    assert dialog.kaum.text() == "Dt. Sati"
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("size", [FULL, COMPACT])
def test_the_page_is_named_unclipped_and_indonesian(screen, rabiah, size) -> None:
    screen.widget.resize(*size)
    screen.set_compact(size is COMPACT)
    screen.enter(kaum=KAUM)
    for tab in range(2 if size is COMPACT else 1):
        screen.widget._tabs.set_current(tab)
        QApplication.processEvents()
        assert not nameless(screen.widget)
        assert not clipped_words(screen.widget)
        assert not english_buttons(screen.widget)
    screen.widget.panel.edit.click()
    dialog = shown(screen, NodeDialog)
    QApplication.processEvents()
    assert not nameless(dialog)
    assert not clipped_words(dialog)
    dialog.reject()
