"""The preview shows the newest page, crisp, and never an older one over it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.letters import FieldBox
from nagari_kit.errors import LetterError
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.preview.preview_bar import PreviewBar
from nagari_kit.ui.preview.preview_pane import PreviewPane
from tests.ui.test_preview_raster import MM, two_page_pdf

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SQUARE = FieldBox("usaha", 0, 30 * MM, 30 * MM, 20 * MM, 20 * MM)
OVERLEAF = FieldBox("tembusan", 1, 30 * MM, 200 * MM, 20 * MM, 5 * MM)


class HeldRunner(ImmediateRunner):
    """Finishes jobs when told to, in whatever order."""

    def __init__(self) -> None:
        super().__init__()
        self.held = []

    def start(self, fn, **wishes):
        self.held.append((fn, wishes))

    def finish(self, place: int) -> None:
        fn, wishes = self.held.pop(place)
        super().start(fn, **wishes)


@pytest.fixture
def pane(qtbot):
    made = PreviewPane(ImmediateRunner(), "Pratinjau langsung")
    qtbot.addWidget(made)
    made.resize(560, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_image_has_exactly_the_pixels_of_the_screen(pane) -> None:
    pane.show_pdf(two_page_pdf())

    grabbed = pane.desk.viewport().grab().toImage()
    paper = pane.desk.paper_rect()
    dark = grabbed.pixelColor(
        round(paper.left() + paper.width() * 40 / 215),
        round(paper.top() + paper.width() * 40 / 215),
    )
    assert dark.value() < 60
    assert pane.desk.pixel_width == round(paper.width() * pane.devicePixelRatioF())


def test_an_older_result_never_replaces_a_newer_one(qtbot) -> None:
    runner = HeldRunner()
    pane = PreviewPane(runner, "Pratinjau langsung")
    qtbot.addWidget(pane)
    pane.resize(560, 640)
    pane.show_pdf(b"%PDF-broken-and-old")
    pane.show_pdf(two_page_pdf())

    runner.finish(1)
    assert pane.pages == 2
    runner.finish(0)

    assert pane.pages == 2
    assert not pane.is_in_trouble()


def test_the_page_of_the_field_is_turned_up_and_its_place_marked(pane) -> None:
    pane.show_pdf(two_page_pdf(), (SQUARE, OVERLEAF))

    pane.highlight("usaha")
    first = pane.desk.mark_rects()
    pane.highlight("tembusan")

    assert pane.page == 1
    assert len(first) == len(pane.desk.mark_rects()) == 1
    assert pane.desk.viewport().rect().toRectF().intersects(pane.desk.mark_rects()[0])


def test_there_is_no_page_before_the_first_or_after_the_last(pane) -> None:
    pane.show_pdf(two_page_pdf())

    pane.turn_page(-1)
    assert pane.page == 0
    pane.turn_page(1)
    pane.turn_page(1)
    assert pane.page == 1


def test_the_size_of_the_paper_is_said_whole_or_not_at_all(qtbot) -> None:
    bar = PreviewBar("Pratinjau langsung")
    qtbot.addWidget(bar)
    bar.show_paper("F4 (215 × 330 mm)")
    bar.show_pages(0, 2)
    bar.show()
    said = []
    for width in range(800, bar.minimumSizeHint().width(), -10):
        bar.resize(width, 48)
        QApplication.processEvents()
        said.append(bar._paper.text())
        assert not bar._paper.toolTip()

    assert said[0] == "F4 (215 × 330 mm)"
    assert said[-1] == "F4"


def test_the_paper_fills_the_width_until_one_zooms(pane) -> None:
    pane.show_pdf(two_page_pdf())
    fitting = pane.desk.paper_width

    pane.bar.zoom_in.emit()
    assert pane.desk.paper_width == round(fitting * 1.25)
    pane.bar.fit.emit()

    assert pane.desk.paper_width == fitting


def test_trouble_is_told_and_the_last_good_page_stays(pane) -> None:
    pane.show_pdf(two_page_pdf())

    pane.show_trouble(LetterError("Pratinjau tidak bisa dibuat.", hint="Isian tidak hilang."))

    assert pane.is_in_trouble()
    assert pane.pages == 2


def test_the_page_is_as_wide_with_a_scroll_bar_as_without(pane, qtbot) -> None:
    pane.show_pdf(two_page_pdf())
    bar = pane.desk.verticalScrollBar()
    seen: set[tuple[int, ...]] = set()
    for height in range(640, 980, 7):
        pane.resize(560, height)
        widths = {pane.desk.paper_width}
        for _ in range(3):
            pane.show_pdf(two_page_pdf())
            qtbot.waitUntil(lambda: bar.isVisible() == (bar.maximum() > 0))
            widths.add(pane.desk.paper_width)
            seen.add((bar.isVisible(), *widths))

    assert len({width for _bar, width in seen}) == 1
    assert {bar for bar, _width in seen} == {True, False}
