"""The stopwatch: from the first page to a printed SKTM by keys alone, and by few of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.letter_requirements import RequirementState
from nagari_kit.domain.letters import LetterFilter
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration import demonstration_officers, demonstration_profile
from nagari_kit.services.workspace import create_workspace
from nagari_kit.ui.printing.target import PrintMemory, PrintTarget
from tests.e2e.test_window_story import OFFICER, PASSPHRASE, log_in
from tests.e2e.window_desk import WindowDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MOST_STROKES = 14
NAME, PURPOSE = "zulfadhli", "pengajuan beasiswa"


class CountingDesk(WindowDesk):
    """Counts the keys that are no typed value."""

    strokes = 0

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.strokes += 1
        super().press(key, modifier)


@pytest.fixture
def paths(tmp_path) -> OfficePaths:
    """An office with its officers and one resident, on a PC that printed before."""
    made = OfficePaths(tmp_path / "kantor")
    clock = SystemClock()
    workspace = create_workspace(
        made, PASSPHRASE, demonstration_profile(), clock=clock, actor=OFFICER
    )
    for officer in demonstration_officers():
        workspace.office.save_officer(officer)
    workspace.residents.register(
        Resident(
            id=new_uuid7(clock),
            name=PersonName("Zulfadhli Paninggahan"),
            nik="1306990509820003",
            sex=Sex.MALE,
            birth_place="Koto Contoh",
            birth_date=date(1982, 9, 5),
            current_address="Jalan Balai Nagari",
        )
    )
    workspace.close()
    PrintMemory(made.device_dir).remember(PrintTarget("", tmp_path / "cetakan"))
    return made


def test_an_sktm_is_printed_in_at_most_fourteen_strokes(qtbot, paths, tmp_path) -> None:
    desk = CountingDesk(qtbot, paths)
    log_in(desk)
    home = desk.window.stack.current().widget
    desk.until(home.search.line.hasFocus, "the caret in the search box")
    desk.strokes = 0

    desk.type(NAME)
    desk.press(Qt.Key.Key_Return)
    desk.arrive("letter_issue")
    screen = desk.window.stack.current()
    desk.until(screen.widget.types.search.hasFocus, "the list of letters")
    desk.type("sktm")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: screen.presenter.form.sitting is not None, "the form")
    assert QApplication.focusWidget().property("field_id") == "keperluan"
    desk.type(PURPOSE)
    if QApplication.activePopupWidget():
        desk.press(Qt.Key.Key_Escape)
    desk.until(lambda: bool(screen.widget.form.requirements.rows), "the papers")
    desk.press(Qt.Key.Key_F7)
    desk.press(Qt.Key.Key_F9)
    register = desk.window.workspace.register
    if _asks_again(desk, screen, register):
        desk.press(Qt.Key.Key_F9)

    printed = tmp_path / "cetakan"
    desk.until(lambda: bool(list(printed.glob("*.pdf"))), "the printed page")
    (row,) = register.page(LetterFilter(), 0, 2).rows
    desk.until(lambda: register.get(row.id).print_count == 1, "the print in the register")
    assert row.type_id == "sktm"
    assert _printed(printed) == register.document(row.id)
    states = {line.state for line in desk.window.workspace.requirements.of(row.id)}
    assert states == {RequirementState.PRESENT}
    assert desk.strokes <= MOST_STROKES
    desk.close()


def _asks_again(desk: WindowDesk, screen, register) -> bool:
    """Whether the form wants F9 once more, for something that seldom is true."""
    form = screen.widget.form
    desk.until(
        lambda: register.page(LetterFilter(), 0, 1).total or "F9" in form.footer.note(),
        "the number, or a question",
    )
    return not register.page(LetterFilter(), 0, 1).total


def _printed(folder: Path) -> bytes:
    (paper,) = folder.glob("*.pdf")
    return paper.read_bytes()
