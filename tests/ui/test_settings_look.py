"""The officer changes how letters look and tells what a printer prints beside the truth."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from nagari_kit.domain.letter_look import LetterLook
from nagari_kit.ui.office_forms.kop_form import KopForm
from nagari_kit.ui.office_forms.logo_row import LogoRow
from nagari_kit.ui.screens.settings import build, look_presenter

EPSON = "EPSON L3210 Series"
SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="30" height="40">'
    b'<rect width="30" height="40" fill="#1f5a3a"/></svg>'
)


@pytest.fixture
def section(shell, monkeypatch, qtbot):
    monkeypatch.setattr(look_presenter, "printer_names", lambda: (EPSON, "Canon iP2770"))
    screen = build(shell)
    qtbot.addWidget(screen.widget)
    screen.widget.show()
    screen.enter(section="halaman")
    return screen.widget.look


def test_a_changed_look_is_kept_and_shown_again(section, shell) -> None:
    section.inputs["margin_left"].setText("30")
    section.size_choice.set_value("125")
    section.copies.setPlainText("Camat Batang Contoh\n\n  Kapolsek   Batang Contoh ")
    section.submit()

    look = LetterLook(
        margin_left=30, base_size=125, copies=("Camat Batang Contoh", "Kapolsek Batang Contoh")
    )
    assert shell.workspace.look.look() == look
    section.show_look(look)
    assert section.content() == look


@pytest.mark.parametrize("typed", ["5", "lebar", "-3"])
def test_a_margin_that_would_spoil_the_page_is_marked_and_nothing_changes(
    section, shell, typed
) -> None:
    section.inputs["margin_right"].setText(typed)
    section.submit()

    assert "antara 15 dan 35 mm" in section.rows["margin_right"].error()
    assert shell.workspace.look.look() == LetterLook()


def test_a_measured_printer_is_put_right_from_then_on(section, shell) -> None:
    card = section.printers
    assert "Belum diukur" in card.words.text()
    card.inputs["ruler"].setText("100,6")
    card.inputs["left"].setText("7,5")
    card.save.click()

    setting = shell.workspace.printers.setting(EPSON)
    assert (setting.scale, setting.offset_right) == (9940, 5)
    assert "kanan +0,5 mm" in card.words.text()
    assert card.inputs["ruler"].text() == ""

    card.forget.click()
    assert shell.workspace.printers.setting(EPSON).is_true


def test_a_measure_that_is_no_number_is_marked_at_its_field(section, shell) -> None:
    section.printers.inputs["top"].setText("delapan")
    section.printers.save.click()

    assert section.printers.rows["top"].error()
    assert shell.workspace.printers.settings() == ()


def test_without_a_printer_nothing_can_be_measured(shell, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(look_presenter, "printer_names", lambda: ())
    screen = build(shell)
    qtbot.addWidget(screen.widget)
    screen.enter(section="halaman")

    assert not screen.widget.look.printers.save.isEnabled()


def test_a_drawing_becomes_a_sharp_picture(qtbot, tmp_path) -> None:
    path = tmp_path / "lambang.svg"
    path.write_bytes(SVG)
    row = LogoRow()
    qtbot.addWidget(row)
    row.take_file(path)

    image = QImage.fromData(row.logo())
    assert (image.width(), image.height()) == (900, 1200)
    assert row.error() == ""


def test_a_broken_drawing_is_refused(qtbot, tmp_path) -> None:
    path = tmp_path / "lambang.svg"
    path.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'><rect")
    row = LogoRow()
    qtbot.addWidget(row)
    row.take_file(path)

    assert row.logo() is None
    assert row.error()


def test_the_largest_line_is_offered_in_its_four_ways(shell, qtbot) -> None:
    form = KopForm(wide=True)
    qtbot.addWidget(form)
    form.show_profile(shell.workspace.office.profile())

    completer = form.inputs["line3"].completer()
    offered = [completer.model().index(row, 0).data() for row in range(completer.completionCount())]
    assert len(offered) == 4
    assert offered[1].startswith("WALI NAGARI ")
