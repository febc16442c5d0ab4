"""Numbering in the window: shared counters, missing numbers, kept ones, those of the hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from nagari_kit.domain.letters import LetterFilter, LetterInput
from nagari_kit.domain.number_reservations import ReservationWish
from nagari_kit.domain.numbering import NumberChoice
from nagari_kit.domain.office import INCOMING, OFFICIAL, NumberingSettings, NumberRule
from nagari_kit.ui.screens.settings import build
from nagari_kit.ui.screens.settings.hand_number_dialog import HandNumberDialog
from nagari_kit.ui.screens.settings.reservation_dialog import ReservationDialog
from nagari_kit.ui.widgets.number_choice import NumberChoiceField
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog

TODAY = date(2026, 11, 24)
OFFICE = NumberRule("{urut:3}/{jenis}/{wn}/{tahun}", scope="office")
Key = Qt.Key


@pytest.fixture
def shell(demonstration_shell):
    """People and letters are there."""
    return demonstration_shell


@pytest.fixture
def screen(shell, qtbot):
    made = build(shell)
    qtbot.addWidget(made.widget)
    made.widget.resize(1154, 697)
    made.widget.show()
    return made


@pytest.fixture
def wanted(shell) -> LetterInput:
    """Another letter like the last SKU of the demonstration."""
    row = shell.workspace.register.page(LetterFilter(type_id="sku"), 0, 1).rows[0]
    return LetterInput("sku", row.resident_id, shell.workspace.previews.copy_of(row.id).values)


def dialog_of(kind):
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return next(one for one in shown if isinstance(one, kind))


def choose(combo, value) -> None:
    combo.setCurrentIndex(combo.findData(value))


def test_the_rule_is_shown_with_four_examples(screen, shell):
    shell.workspace.numbering.save(NumberingSettings(OFFICE))
    screen.enter("nomor")
    section = screen.widget.numbering
    shown = [value.text() for value in section.card.examples.values]
    first = int(section.start.text())
    assert shown[0].startswith(f"{first:03d}/")
    assert shown[1].startswith(f"{first + 1:03d}/")
    assert shown[2].startswith("001/")
    assert shown[2].endswith("/2027")
    assert shown[3].startswith("······/")
    assert "nomor lama tetap" in section.footer.note()


def test_a_pattern_of_another_office_is_taken_over_with_one_choice(screen, shell):
    screen.enter("nomor")
    section = screen.widget.numbering
    section.card._choose_model(5)
    assert section.pattern.pattern() == "{urut:3}/{jenis}/{wn}/{tahun}"
    assert section.scope.currentData() == "type"
    assert not section.discard.isHidden()
    section.discard.click()
    assert section.pattern.pattern() == "{kode}/{urut:3}/{unit}/{tahun}"


def test_official_and_incoming_letters_get_or_share_a_series(screen, shell):
    screen.enter("nomor")
    section = screen.widget.numbering
    section.pattern.set_pattern(OFFICE.pattern)
    choose(section.scope, "office")
    choose(section.counter.official, "own")
    choose(section.counter.incoming, "same")
    section.submit()
    settings = shell.workspace.numbering.settings()
    assert settings.by_type[OFFICIAL].scope == "group"
    assert settings.by_type[INCOMING].scope == "office"
    assert section.kind.findData(OFFICIAL) == 1

    choose(section.counter.official, "same")
    choose(section.counter.incoming, "own")
    section.submit()
    assert shell.workspace.numbering.settings().by_type == {}


def test_a_next_number_that_has_passed_is_told_at_its_field(screen, shell, qtbot):
    shell.workspace.numbering.save(NumberingSettings(OFFICE))
    screen.enter("nomor")
    section = screen.widget.numbering
    coming = int(section.start.text())
    section.start.selectAll()
    QTest.keyClicks(section.start, "2")
    qtbot.waitUntil(lambda: "sudah lewat" in section.rows["start"].error())
    section.start.selectAll()
    QTest.keyClicks(section.start, str(coming + 50))
    QTest.keyClick(screen.widget, Key.Key_F9)
    assert shell.workspace.numbering.settings().default.start == coming + 50
    assert section.start.text() == str(coming + 50)


def test_where_counters_are_many_the_next_number_is_asked_per_type(screen):
    screen.enter("nomor")
    section = screen.widget.numbering
    assert not section.start.isEnabled()
    choose(section.kind, "sktm")
    assert section.start.isEnabled()
    assert section.start.text().isdigit()
    assert section.rows["official"].isHidden()


def test_a_missing_number_is_explained_by_keys(screen, shell, wanted):
    workspace = shell.workspace
    workspace.numbering.save(NumberingSettings(replace(OFFICE, start=200)))
    letter = workspace.issuing.issue(replace(wanted, number=NumberChoice("blank")))
    workspace.hand_numbers.enter(letter.id, "203")
    screen.enter("nomor")
    section = screen.widget.numbering
    assert section.series.current().title == "Semua surat kantor"

    QTest.keyClick(section.gaps.list, Key.Key_Return)
    dialog = dialog_of(ReasonDialog)
    QTest.keyClicks(dialog.reason, "kertas rusak")
    QTest.keyClick(dialog.reason, Key.Key_Return)

    assert workspace.number_gaps.report().unexplained() == 0
    assert section.series.current().unexplained() == 0
    index = section.gaps.model.index(0, 0)
    told = section.gaps.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("200–202, Kertas rusak, hari ini 09.41")
    assert told.endswith("Dijelaskan")
    QTest.keyClick(section.gaps.list, Key.Key_Return)
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isModal()]


def test_the_report_of_missing_numbers_is_saved_as_a_sheet(screen, shell, tmp_path, monkeypatch):
    target = tmp_path / "sela.pdf"
    answers = iter([("", ""), (str(target), "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: next(answers))
    screen.enter("nomor")
    sheet = screen.widget.numbering.gaps.sheet
    sheet.click()
    assert shell.toasts == []
    sheet.click()
    assert target.read_bytes().startswith(b"%PDF")
    assert shell.toasts[0][1] == str(target)


def test_numbers_are_kept_and_let_go_in_the_dialog(screen, shell):
    shell.workspace.numbering.save(NumberingSettings(OFFICE))
    screen.enter("nomor")
    section = screen.widget.numbering
    section.series.reserve.click()
    dialog = dialog_of(ReservationDialog)
    choose(dialog.kind, "sku")
    assert "/SKU/" in dialog.next.text()
    dialog.count.setText("nol")
    dialog.confirm.click()
    assert dialog.rows["count"].error()
    assert dialog.rows["reason"].error()

    dialog.count.setText("2")
    dialog.reason.setText("undangan rapat nagari")
    dialog.confirm.click()
    kept = shell.workspace.reservations.open()
    assert [one.number in dialog.kept.item(place).text() for place, one in enumerate(kept)] == [
        True, True,
    ]  # fmt: skip

    dialog.kept.setCurrentRow(0)
    dialog.release.click()
    asking = dialog_of(ReasonDialog)
    asking.reason.setText("rapat batal")
    asking.confirm.click()
    assert shell.workspace.reservations.open() == kept[1:]
    assert dialog.kept.count() == 1
    dialog.back.click()
    section.series.table.selectRow(0)
    assert section.series.current().missing() == 2

    QTest.keyClick(section.gaps.list, Key.Key_Return)
    asking = dialog_of(ReasonDialog)
    asking.reason.setText("tidak jadi juga")
    asking.confirm.click()
    assert shell.workspace.reservations.open() == ()


def test_numbers_of_the_hand_are_entered_until_none_waits(screen, shell, wanted):
    workspace = shell.workspace
    workspace.numbering.save(NumberingSettings(replace(OFFICE, mode="blank")))
    first, second = workspace.issuing.issue(wanted), workspace.issuing.issue(wanted)
    screen.enter("nomor")
    section = screen.widget.numbering
    assert section.series.enter.text() == "Catat 2 nomor tulisan tangan"
    section.series.enter.click()
    dialog = dialog_of(HandNumberDialog)
    QTest.keyClicks(dialog.number, "300")
    QTest.keyClick(dialog.number, Key.Key_Return)
    assert dialog.list.count() == 1
    QTest.keyClicks(dialog.number, "300")
    QTest.keyClick(dialog.number, Key.Key_Return)
    assert "sudah dipakai" in dialog.row.error()
    dialog.number.setText("301")
    dialog.confirm.click()
    assert workspace.hand_numbers.waiting() == ()
    numbers = [workspace.register.get(one.id).sequence for one in (first, second)]
    assert sorted(numbers) == [300, 301]
    assert section.series.enter.isHidden()


def test_a_letter_may_choose_its_number(shell, qtbot, wanted):
    workspace = shell.workspace
    workspace.numbering.save(NumberingSettings(OFFICE))
    (kept,) = workspace.reservations.reserve(ReservationWish("sku", 1, "undangan rapat"))
    field = NumberChoiceField()
    qtbot.addWidget(field)
    field.show()
    field.show_options(workspace.numbering.options("sku", TODAY))
    assert field.choice() == NumberChoice()
    assert not field.warning.isVisible()

    choose(field.mode, "reserved")
    assert field.choice() == NumberChoice("reserved", reservation_id=kept.id)
    choose(field.mode, "manual")
    field.number.setText(" 77 ")
    field.reason.setText("agenda kertas")
    assert field.choice() == NumberChoice("manual", "77", "agenda kertas")
    field.show_errors({"number": "Nomor itu sudah dipakai."})
    assert field.rows["number"].error()
    choose(field.mode, "blank")
    assert "ruang kosong" in field.told.text()

    field.set_choice(NumberChoice("reserved", reservation_id=kept.id))
    workspace.reservations.release(kept.id, "rapat batal")
    field.show_options(workspace.numbering.options("sku", TODAY))
    assert field.choice() == NumberChoice()


def test_a_back_dated_letter_warns_with_its_neighbours(shell, qtbot, wanted):
    workspace = shell.workspace
    workspace.numbering.save(NumberingSettings(OFFICE))
    first = workspace.issuing.issue(replace(wanted, issue_date=date(2026, 11, 23)))
    field = NumberChoiceField()
    qtbot.addWidget(field)
    field.show()
    field.show_options(workspace.numbering.options("sku", date(2026, 11, 20)))
    said = field.warning.accessibleName()
    assert f"Sesudahnya sudah ada {first.number}, 23 November 2026" in said
    assert "urutan yang lama tidak diubah" in said
