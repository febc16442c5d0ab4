"""The rail and the list of the first set-up show whole what was chosen and answered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from nagari_kit.domain.office import OfficeRegion
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.screens.setup.rail import SetupRail, wrapped
from nagari_kit.ui.screens.setup.region_delegate import RegionDelegate
from nagari_kit.ui.screens.setup.sittings import proposed_profile
from nagari_kit.ui.screens.setup.view import SetupView
from nagari_kit.ui.screens.unlock.office_panel import OfficePanel
from nagari_kit.ui.style.fonts import ui_font

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = "Kampuang Tanjuang Koto Mambang Sungai Durian"


def region(name: str) -> OfficeRegion:
    return OfficeRegion("13.05.99.2001", name, "nagari", "Contoh", "Kabupaten Contoh")


@pytest.mark.parametrize("name", ["Padang Air Dingin", LONG])
def test_the_rail_keeps_name_and_code_whole(qtbot, name) -> None:
    rail = SetupRail((("Pilih nagari", ""), ("Kop", "Wajah setiap surat")))
    qtbot.addWidget(rail)
    rail.set_answer(0, f"{name}\n13.05.99.2001")

    lines = rail.lines(0)
    assert " ".join(lines[:-1]) == name
    assert lines[-1] == "13.05.99.2001"
    assert rail.lines(1) == ["Wajah setiap surat"]


def test_the_log_in_panel_writes_the_longest_name_out(qtbot) -> None:
    panel = OfficePanel()
    qtbot.addWidget(panel)
    panel.setFixedWidth(320)
    panel.show_office(LONG)
    room = panel.office_room(0)
    words = QFontMetrics(ui_font(17, 600)).boundingRect(
        room.toRect(), Qt.TextFlag.TextWordWrap, LONG
    )

    assert words.height() > QFontMetrics(ui_font(17, 600)).height()
    assert words.height() <= room.height()
    assert words.width() <= room.width()
    assert room.right() < panel.width()


def test_what_no_rail_could_hold_ends_in_dots(qapp) -> None:
    metrics = QFontMetrics(ui_font(12))
    lines = wrapped("Datuak " * 40, metrics, 180, 3)

    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert max(metrics.horizontalAdvance(line) for line in lines) <= 180


def test_the_list_writes_the_longest_name_out(qtbot, monkeypatch) -> None:
    drawn: list[str] = []
    draw = RegionDelegate.write

    def note(painter, room, text) -> None:
        drawn.append(draw(painter, room, text))

    monkeypatch.setattr(RegionDelegate, "write", staticmethod(note))
    view = SetupView(ImmediateRunner())
    qtbot.addWidget(view)
    view.resize(1366, 697)
    view.region.show_regions("kampuang", (region(LONG),))
    view.show()
    view.region.list.grab()

    assert f"Nagari {LONG}" in drawn


@pytest.mark.parametrize(
    ("name", "unit"), [("Garagahan", "NG"), ("Koto Nan Gadang", "KNG"), ("IV Koto", "IK")]
)
def test_the_proposed_sign_of_an_office_is_more_than_one_letter(name, unit) -> None:
    assert proposed_profile(region(name)).unit == unit
