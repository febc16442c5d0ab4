"""The first set-up interrupted and changed: what was typed stays, and no choice goes unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.names import PersonName
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.setup_draft import ASIDE, FILE, SetupDraftService
from nagari_kit.services.workspace import create_workspace
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.screens.setup.passphrase_strength import judge
from nagari_kit.ui.screens.setup.view import OFFICERS, PASSPHRASE
from tests.ui.letter_desk import press, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WORDS = "randang surau gadang pagi"


@pytest.fixture
def begin(qtbot, tmp_path, clock):
    """Start the program in one folder, as often as wished."""
    windows: list[MainWindow] = []

    def start() -> MainWindow:
        paths = OfficePaths(tmp_path / "baru")
        window = MainWindow(paths, clock, DeviceSettings(paths.device_dir), ImmediateRunner())
        qtbot.addWidget(window)
        window.resize(1366, 697)
        window.begin()
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        windows.append(window)
        return window

    yield start
    for window in windows:
        window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def view_of(window: MainWindow):
    return window.stack.current().widget


def choose_nagari(qtbot, window: MainWindow, typed: str) -> None:
    region = view_of(window).region
    qtbot.waitUntil(lambda: QApplication.focusWidget() is region.search)
    type_text(typed)
    qtbot.waitUntil(lambda: region.region() is not None)
    press(Qt.Key.Key_Return)


def name_the_head() -> None:
    type_text("Syafrizal")
    press(Qt.Key.Key_F9)


def test_a_power_cut_between_office_and_officers_is_mended_when_it_is_opened(
    begin, qtbot, clock
) -> None:
    window = begin()
    choose_nagari(qtbot, window, "sungai batang tanjung raya")
    press(Qt.Key.Key_F9)
    name_the_head()
    paths = window.paths
    profile = SetupDraftService(paths).load().profile
    assert profile is not None
    create_workspace(paths, WORDS, profile, clock=clock).close()

    opened = begin()
    assert opened.stack.name == "unlock"
    opened.stack.current().presenter.unlock("Petugas", WORDS)

    assert [one.name.name for one in opened.workspace.office.officers()] == ["Syafrizal"]


def test_a_draft_with_an_unusable_officer_never_locks_the_office_out(begin, qtbot, clock) -> None:
    window = begin()
    choose_nagari(qtbot, window, "sungai batang tanjung raya")
    press(Qt.Key.Key_F9)
    name_the_head()
    paths = window.paths
    drafts = SetupDraftService(paths)
    draft = drafts.load()
    assert draft.profile is not None
    create_workspace(paths, WORDS, draft.profile, clock=clock).close()
    head, secretary = draft.officers
    named = replace(secretary, name=PersonName("Mardalena"))
    drafts.save(replace(draft, officers=(replace(head, nip="123abc"), named)))

    opened = begin()
    opened.stack.current().presenter.unlock("Petugas", WORDS)

    assert opened.stack.name == "home"
    assert [one.name.name for one in opened.workspace.office.officers()] == ["Mardalena"]
    assert "pejabat yang tidak bisa dipakai" in opened.toaster.text()
    assert [one.name for one in paths.data_dir.glob("penyiapan*")] == [ASIDE]


def test_a_draft_that_cannot_be_read_never_locks_the_office_out(begin, qtbot, clock) -> None:
    window = begin()
    choose_nagari(qtbot, window, "maninjau")
    paths = window.paths
    profile = SetupDraftService(paths).load().profile
    assert profile is not None
    create_workspace(paths, WORDS, profile, clock=clock).close()
    (paths.data_dir / FILE).write_bytes(b"{")

    opened = begin()
    opened.stack.current().presenter.unlock("Petugas", WORDS)

    assert opened.stack.name == "home"
    assert (paths.data_dir / ASIDE).read_bytes() == b"{"


def test_an_old_draft_with_an_unusable_officer_leads_back_to_the_field(begin, qtbot) -> None:
    window = begin()
    choose_nagari(qtbot, window, "maninjau")
    press(Qt.Key.Key_F9)
    name_the_head()
    drafts = SetupDraftService(window.paths)
    draft = drafts.load()
    drafts.save(replace(draft, officers=tuple(replace(one, nip="12") for one in draft.officers)))
    window.hide()

    view = view_of(begin())
    assert view.current == PASSPHRASE
    assert view.rail.lines(OFFICERS) == ["Syafrizal"]
    view.passphrase.actor.setText("Rina Marlina")
    for line in (view.passphrase.first, view.passphrase.second):
        line.setText(WORDS)
    view.passphrase.written.setChecked(True)
    view.forward.click()

    assert view.current == OFFICERS
    assert "18 angka" in view.officers.head.rows["nip"].error()
    assert view.window().focusWidget() is view.officers.head.inputs["nip"]
    assert not window.paths.key_slots.exists()


def test_no_nagari_goes_in_that_nobody_chose(begin, qtbot) -> None:
    region = view_of(window := begin()).region
    choose_nagari(qtbot, window, "maninjau")
    press(Qt.Key.Key_Escape)
    region.search.clear()
    type_text("xyzq")
    qtbot.waitUntil(lambda: not region.is_searching)
    press(Qt.Key.Key_F9)

    assert view_of(window).current == 0
    assert "Pilih nagarinya dulu" in region.hint.text()


def test_two_letters_choose_no_nagari_until_one_is_pointed_at(begin, qtbot) -> None:
    region = view_of(window := begin()).region
    qtbot.waitUntil(lambda: QApplication.focusWidget() is region.search)
    type_text("pa")
    qtbot.waitUntil(lambda: region.list.count() > 1)
    press(Qt.Key.Key_F9)
    assert view_of(window).current == 0

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F9)
    assert view_of(window).current == 1


def test_choosing_another_nagari_keeps_the_names_of_the_officers(begin, qtbot) -> None:
    window = begin()
    view = view_of(window)
    choose_nagari(qtbot, window, "sungai batang tanjung raya")
    press(Qt.Key.Key_F9)
    name_the_head()
    for _ in range(3):
        press(Qt.Key.Key_Escape)
    view.region.search.clear()
    choose_nagari(qtbot, window, "maninjau")

    assert view.kop.form.profile().name == "Maninjau"
    assert view.officers.head.officer().name.name == "Syafrizal"


def test_enter_before_the_hits_are_shown_chooses_nothing_unseen(begin, qtbot) -> None:
    window = begin()
    view = view_of(window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view.region.search)
    type_text("maninjau")
    press(Qt.Key.Key_Return)
    assert view.current == 0
    region = view.region.region()
    assert region is not None
    assert region.name == "Maninjau"

    press(Qt.Key.Key_Return)
    assert view.current == 1


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [("pendek", 0), ("nagari123", 1), ("12345678901234", 1), ("surau82tabek", 2), (WORDS, 3)],
)
def test_the_strength_of_a_passphrase_is_judged_by_length_and_guesses(passphrase, level) -> None:
    assert judge(passphrase).level == level
