"""A tree that is walked by keys, fits its room while it stays readable, and pans beyond."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from nagari_kit.domain.identity import LineageNodeId
from nagari_kit.domain.lineage import Lineage, LineageNode
from nagari_kit.domain.lineage_layout import draw_lineage
from nagari_kit.domain.residents import Sex
from nagari_kit.ui.widgets import TreeLabel, TreeView


def key(number: int) -> UUID:
    return UUID(int=number)


def kaum(children: int) -> Lineage:
    top = LineageNode(LineageNodeId(key(1)), "Rabiah", sex=Sex.FEMALE)
    below = [
        LineageNode(LineageNodeId(key(number)), f"Anak {number}", mother_id=top.id)
        for number in range(2, children + 2)
    ]
    return Lineage("K", (top, *below))


@pytest.fixture
def tree(qtbot):
    view = TreeView("Pohon keluarga", smallest=0.75)
    qtbot.addWidget(view)
    view.resize(800, 340)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus()
    return view


def show(tree: TreeView, children: int) -> None:
    lineage = kaum(children)
    labels = {
        node.id: TreeLabel(node.name, "anak", f"{node.name}, anak", node.sex)
        for node in lineage.nodes
    }
    tree.show_tree(lambda measures: draw_lineage(lineage, measures), labels)


def test_arrows_walk_and_enter_opens(tree, qtbot) -> None:
    show(tree, 3)
    opened: list[UUID] = []
    tree.opened.connect(opened.append)
    assert tree.current() == key(1)
    for pressed in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(tree, pressed)
    assert tree.current() == key(3)
    assert "Anak 3" in tree.accessibleName()
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert opened == [key(3)]


def test_what_fits_is_shown_whole_in_its_true_size(tree) -> None:
    show(tree, 3)
    assert tree.eye.zoom == 1
    assert all(QRectF(tree.rect()).contains(tree.place_of(key(one))) for one in range(1, 5))


def test_what_does_not_fit_stays_readable_and_the_current_one_in_sight(tree) -> None:
    show(tree, 30)
    assert tree.eye.zoom == 0.75
    for number in (2, 31, 16):
        tree.set_current(key(number))
        assert QRectF(tree.rect()).contains(tree.place_of(key(number)))
    QTest.keyClick(tree, Qt.Key.Key_Minus)
    assert tree.eye.zoom < 0.75
    tree.resize(700, 300)
    assert tree.eye.zoom < 0.75
    QTest.keyClick(tree, Qt.Key.Key_0)
    assert tree.eye.zoom == 0.75


def test_a_click_chooses_a_drag_moves_and_nothing_is_dragged_out_of_sight(tree) -> None:
    show(tree, 30)
    tree.set_current(key(2))
    before = tree.place_of(key(16))
    QTest.mousePress(tree, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    tree.eye.move(QPointF(-300, 0), QRectF(tree.rect()))
    QTest.mouseRelease(tree, Qt.MouseButton.LeftButton, pos=QPoint(100, 200))
    assert tree.place_of(key(16)).left() == pytest.approx(before.left() - 300)
    tree.eye.move(QPointF(-90_000, -90_000), QRectF(tree.rect()))
    assert QRectF(tree.rect()).intersects(tree.place_of(key(31)))
    place = tree.place_of(key(31)).center().toPoint()
    QTest.mouseClick(tree, Qt.MouseButton.LeftButton, pos=place)
    assert tree.current() == key(31)


def test_who_was_current_stays_so_when_the_tree_is_shown_anew(tree) -> None:
    show(tree, 3)
    tree.set_current(key(4))
    show(tree, 5)
    assert tree.current() == key(4)
    show(tree, 1)
    assert tree.current() == key(1)


def test_an_empty_tree_takes_keys_without_harm(tree) -> None:
    tree.show_tree(lambda measures: draw_lineage(Lineage("K"), measures), {})
    for pressed in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_0):
        QTest.keyClick(tree, pressed)
    assert tree.current() is None
    tree.grab()
