"""The first run: from an empty folder to an open office, with the keyboard alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Officer
from nagari_kit.errors import InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.infra.paths import OfficePaths, resource_path
from nagari_kit.services.demonstration import demonstration_profile
from nagari_kit.services.office_folder import office_exists
from nagari_kit.services.setup_draft import FILE, SetupDraftService
from nagari_kit.services.setup_preview import SetupPreviewService
from nagari_kit.services.workspace import create_workspace, open_workspace
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.screens.setup.presenter import PREVIEW_AFTER_MS
from nagari_kit.ui.screens.setup.view import KOP, OFFICERS, PASSPHRASE, PRINT, REGION, SetupView
from nagari_kit.ui.widgets import Banner
from tests.ui.looks import clipped_words, english_buttons, nameless, tab_through
from tests.unit.documents.reading import running_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ICON_ONLY = "button "
"""A button of an icon alone has no words to clip."""
WORDS = "randang surau gadang pagi"
CREST = resource_path("demo/crest.png").read_bytes()


@pytest.fixture
def first_run(qtbot, tmp_path, clock):
    """The window over a folder in which there is nothing yet."""
    paths = OfficePaths(tmp_path / "baru")
    window = MainWindow(paths, clock, DeviceSettings(paths.device_dir), ImmediateRunner())
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.begin()
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_first_run_needs_no_mouse_and_ends_in_an_office_that_opens(
    first_run, qtbot, clock
) -> None:
    view = _view(first_run)
    _choose_region(qtbot, view, "sungai pua")
    _press(Qt.Key.Key_Return)
    assert view.current == KOP
    _write("Jalan Balai Adat Nomor 12, 26181")
    _press(Qt.Key.Key_F9)
    assert view.current == OFFICERS
    _write("Defrizal")
    _press(Qt.Key.Key_F9)
    assert view.current == PASSPHRASE
    _write("Rina Marlina")
    _press(Qt.Key.Key_Tab)
    _write(WORDS)
    _press(Qt.Key.Key_Tab)
    _write(WORDS)
    _press(Qt.Key.Key_Tab)
    _press(Qt.Key.Key_Tab)
    _press(Qt.Key.Key_Space)
    _press(Qt.Key.Key_F9)
    assert view.current == PRINT
    _press(Qt.Key.Key_F9)

    assert first_run.stack.name == "home"
    assert first_run.workspace.actor == first_run.settings.actor == "Rina Marlina"
    first_run.close()
    office = open_workspace(first_run.paths, WORDS, clock=clock, actor="Defrizal")
    assert office.office.profile().name == "Sungai Pua"
    assert office.office.profile().kop.address_lines[0].startswith("Jalan Balai Adat")
    assert [one.name.name for one in office.office.signers(clock.today())] == ["Defrizal"]
    office.close()
    assert not (first_run.paths.data_dir / FILE).exists()


def test_what_was_entered_before_a_power_cut_is_there_again(first_run, qtbot, clock) -> None:
    view = _view(first_run)
    _choose_region(qtbot, view, "sungai pua")
    _press(Qt.Key.Key_Return)
    _write("Jalan Balai Adat Nomor 12, 26181")
    _press(Qt.Key.Key_F9)

    paths = first_run.paths
    again = MainWindow(paths, clock, DeviceSettings(paths.device_dir), ImmediateRunner())
    qtbot.addWidget(again)
    again.begin()
    assert _view(again).current == OFFICERS
    assert _view(again).kop.form.inputs["address"].text() == "Jalan Balai Adat Nomor 12, 26181"
    again.close()


def test_the_passphrase_is_never_written_down_by_the_program(first_run, qtbot) -> None:
    view = _at_the_passphrase(first_run, qtbot)
    view.passphrase.first.setText(WORDS)
    view.passphrase.second.setText(WORDS)
    view.passphrase.written.setChecked(True)
    _press(Qt.Key.Key_F9)

    assert view.current == PRINT
    assert view.passphrase.passphrase() == ""
    kept = [one for one in first_run.paths.data_dir.rglob("*") if one.is_file()]
    assert kept
    assert not [one.name for one in kept if WORDS.encode() in one.read_bytes()]


@pytest.mark.parametrize(
    ("first", "second", "written", "field"),
    [
        ("pendek", "pendek", True, "passphrase"),
        ("12345678", "12345678", True, "passphrase"),
        (WORDS, "randang surau", True, "again"),
        (WORDS, WORDS, False, "written"),
    ],
)
def test_no_office_is_made_with_a_passphrase_that_would_lock_it_for_good(
    first_run, qtbot, first, second, written, field
) -> None:
    view = _at_the_passphrase(first_run, qtbot)
    view.passphrase.first.setText(first)
    view.passphrase.second.setText(second)
    view.passphrase.written.setChecked(written)
    _press(Qt.Key.Key_F9)

    assert view.current == PASSPHRASE
    assert list(view.passphrase.missing()) == [field]
    assert not first_run.paths.key_slots.exists()


def test_the_steps_hold_the_officer_until_they_are_answered(first_run, qtbot) -> None:
    view = _view(first_run)
    _press(Qt.Key.Key_F9)
    assert view.current == REGION
    _choose_region(qtbot, view, "sungai pua")
    _press(Qt.Key.Key_F9)
    _press(Qt.Key.Key_F9)
    _press(Qt.Key.Key_F9)
    assert view.current == OFFICERS
    assert "pimpinan" in view.officers.head.rows["name"].error()
    _press(Qt.Key.Key_Escape)
    assert view.current == KOP
    assert SetupDraftService(first_run.paths).load().profile is not None


@pytest.mark.parametrize("who", ["head", "secretary"])
def test_a_mistyped_nip_is_told_at_its_field_and_makes_no_office(first_run, qtbot, who) -> None:
    view = _at_the_passphrase(first_run, qtbot)
    _press(Qt.Key.Key_Escape)
    view.officers.secretary.inputs["name"].setText("Mardalena")
    form = getattr(view.officers, who)
    form.inputs["nip"].setText("123abc")
    _press(Qt.Key.Key_F9)
    assert view.current == OFFICERS
    assert "18 angka" in form.rows["nip"].error()
    assert _focused() is form.inputs["nip"]

    form.inputs["nip"].setText("19800101 200501 1 001")
    _press(Qt.Key.Key_F9)
    _agree_on_a_passphrase(view)
    assert view.current == PRINT
    _press(Qt.Key.Key_F9)
    nips = [one.nip for one in first_run.workspace.office.officers()]
    assert sorted(nips) == ["", "198001012005011001"]


def test_an_officer_who_is_refused_leaves_no_half_made_office(tmp_path, clock) -> None:
    paths = OfficePaths(tmp_path / "kantor")
    head = Officer(OfficerId(new_uuid7(clock)), PersonName("Defrizal"), "Wali Nagari", nip="12")
    with pytest.raises(InputError) as refusal:
        create_workspace(paths, WORDS, demonstration_profile(), clock=clock, officers=(head,))

    assert list(refusal.value.fields) == ["nip"]
    assert not office_exists(paths)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"catatan", "bukan gambar"), (CREST[: len(CREST) // 3], "rusak"), (b"", "bukan gambar")],
)
def test_a_logo_that_is_no_picture_is_told_in_red_and_keeps_the_former(
    first_run, qtbot, tmp_path, content, said
) -> None:
    view = _at_the_passphrase(first_run, qtbot)
    view.show_step(KOP)
    logo = view.kop.form.logo
    file = tmp_path / "logo.png"
    file.write_bytes(CREST)
    logo.take_file(file)
    assert logo.error() == ""
    file.write_bytes(content)
    logo.take_file(file)

    assert said in logo.error()
    assert logo.logo() == CREST
    assert [one for one in logo.findChildren(QLabel, "errorText") if one.isVisible()]


def test_only_one_thing_is_shouted_at_the_passphrase(first_run, qtbot) -> None:
    view = _at_the_passphrase(first_run, qtbot)
    for line in (view.passphrase.first, view.passphrase.second):
        line.setText(WORDS)
    _press(Qt.Key.Key_F9)
    assert len([one for one in view.passphrase.findChildren(Banner) if one.isVisible()]) == 1
    _press(Qt.Key.Key_Escape)
    _press(Qt.Key.Key_F9)
    shown = [one for one in view.passphrase.findChildren(Banner) if one.isVisible()]
    assert shown == [view.passphrase.warning]


def test_what_was_typed_last_does_not_draw_a_letter_over_the_ruler(first_run, qtbot) -> None:
    view = _at_the_passphrase(first_run, qtbot)
    _press(Qt.Key.Key_Escape)
    # Letters come with the places of what was typed, the ruler without.
    drawn: list[tuple[object, ...]] = []
    view.preview.show_pdf = lambda _pdf, *boxes: drawn.append(boxes)
    _write(" S")
    _press(Qt.Key.Key_F9)
    _agree_on_a_passphrase(view)
    qtbot.wait(2 * PREVIEW_AFTER_MS)

    assert view.current == PRINT
    assert drawn[-1] == ()


@pytest.mark.parametrize("size", [(1366, 697), (1093, 558)])
def test_every_step_is_named_unclipped_and_indonesian(first_run, qtbot, size) -> None:
    first_run.resize(*size)
    view = _at_the_passphrase(first_run, qtbot)
    for place in (REGION, KOP, OFFICERS, PASSPHRASE):
        view.show_step(place)
        QApplication.processEvents()
        assert not nameless(view)
        assert not [words for words in clipped_words(view) if words != ICON_ONLY]
        assert not english_buttons(view)
        assert view.forward in tab_through(_focused())


def _view(window: MainWindow) -> SetupView:
    screen = window.stack.current()
    assert screen is not None
    assert isinstance(screen.widget, SetupView)
    return screen.widget


def _at_the_passphrase(window: MainWindow, qtbot) -> SetupView:
    view = _view(window)
    _choose_region(qtbot, view, "sungai pua")
    _press(Qt.Key.Key_F9)
    _press(Qt.Key.Key_F9)
    view.officers.head.inputs["name"].setText("Defrizal")
    _press(Qt.Key.Key_F9)
    assert view.current == PASSPHRASE
    view.passphrase.actor.setText("Rina Marlina")
    return view


def _agree_on_a_passphrase(view: SetupView) -> None:
    for line in (view.passphrase.first, view.passphrase.second):
        line.setText(WORDS)
    view.passphrase.written.setChecked(True)
    _press(Qt.Key.Key_F9)


def _choose_region(qtbot, view: SetupView, name: str) -> None:
    _write(name)
    qtbot.waitUntil(lambda: view.region.region() is not None)
    found = [view.region.list.item(row).text() for row in range(view.region.list.count())]
    for _ in range(found.index("Sungai Pua")):
        _press(Qt.Key.Key_Down)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _write(text: str) -> None:
    QTest.keyClicks(_focused(), text)


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focused(), key)


def test_hits_without_a_choice_are_called_wrong_in_red(first_run, qtbot) -> None:
    view = _view(first_run)
    QTest.keyClicks(QApplication.focusWidget(), "ko")
    qtbot.waitUntil(lambda: view.region.list.count() > 0)
    _press(Qt.Key.Key_F9)
    assert view.current == REGION
    assert view.region.hint.isVisible()
    assert view.region.hint.objectName() == "errorText"


def test_a_name_that_was_missing_is_not_held_against_the_officer_any_more(first_run, qtbot) -> None:
    view = _view(first_run)
    _choose_region(qtbot, view, "sungai pua")
    _press(Qt.Key.Key_Return)
    _write("Jalan Balai Adat Nomor 12, 26181")
    _press(Qt.Key.Key_F9)
    _press(Qt.Key.Key_F9)
    assert view.current == OFFICERS
    assert view.officers.head.rows["name"].error()

    _write("DRS. H. YUSRIZAL DT. BANDARO, S.SOS., M.SI")

    assert not view.officers.head.rows["name"].error()
    head, _secretary = view.officers.officers()
    paper = SetupPreviewService().letter(view.kop.form.profile(), head, date(2026, 11, 24))
    assert "Drs. H. YUSRIZAL DT. BANDARO, S.Sos., M.Si" in running_text(paper.pdf)
