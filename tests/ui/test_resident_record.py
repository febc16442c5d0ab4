"""One resident's record: complete, masked, and the shortest way to a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from nagari_kit.domain import events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.event_reports import DeathReport
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.resident_documents import DocumentKind
from nagari_kit.domain.residents import LifeStatus, Resident, ResidentFilter
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.ui.screens.resident_record import build
from nagari_kit.ui.screens.resident_record.head_card import Portrait
from nagari_kit.ui.screens.resident_record.purpose_dialog import PURPOSES
from nagari_kit.ui.screens.resident_record.timeline_row import TimelineRow
from nagari_kit.ui.widgets import Chip
from nagari_kit.ui.widgets.line_row import LineRow
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
    return made


@pytest.fixture
def record(demonstration_shell):
    """Somebody with a NIK, a family and letters."""
    residents = demonstration_shell.workspace.residents
    rows = residents.page(ResidentFilter(), 0, 300).rows
    records = (residents.record(row.id) for row in rows)
    return next(one for one in records if one.letters and one.members and one.resident.nik)


def test_the_nik_is_masked_until_asked_for_with_a_purpose_and_again_for_the_next_person(
    screen, record, demonstration_shell, caplog
) -> None:
    caplog.set_level("INFO")
    screen.enter(resident_id=record.resident.id)
    head, number = screen.widget.head, record.resident.nik
    assert number not in _digits(head.nik_text())
    QTest.keyClick(head.letter, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert number not in _digits(head.nik_text())
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_1)
    assert number in _digits(head.nik_text())
    looks = demonstration_shell.workspace.accesses.of(record.resident.id)
    said = [look.purpose for look in looks]
    assert said[:2] == [f"melihat NIK: {PURPOSES[0]}", "membuka data"]
    assert said[2].endswith(record.letters[0].number), "the letter showed the record, too"
    assert record.resident.id.hex in caplog.text
    assert number not in caplog.text
    screen.leave()
    assert number not in _digits(head.nik_text())

    screen.enter(resident_id=record.members[0].id)
    screen.enter(resident_id=record.resident.id)
    assert number not in _digits(head.nik_text())


def test_another_purpose_is_written_and_without_one_nothing_is_shown(
    screen, record, demonstration_shell
) -> None:
    screen.enter(resident_id=record.resident.id)
    screen.widget.head.reveal.click()
    asked = QApplication.activeModalWidget()
    assert not asked.show_other.isEnabled()
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert record.resident.nik not in _digits(screen.widget.head.nik_text())
    screen.widget.head.reveal.click()
    asked = QApplication.activeModalWidget()
    asked.other.setFocus()
    QTest.keyClicks(asked.other, "1 berkas bantuan")
    QTest.keyClick(asked.other, Qt.Key.Key_Return)
    assert record.resident.nik in _digits(screen.widget.head.nik_text())
    newest = demonstration_shell.workspace.accesses.of(record.resident.id)[0]
    assert newest.purpose == "melihat NIK: 1 berkas bantuan"


def test_f9_writes_a_letter_for_the_person_on_the_page(screen, record, demonstration_shell) -> None:
    screen.enter(resident_id=record.resident.id)
    assert screen.widget.head.letter.hasFocus()
    QTest.keyClick(screen.widget.head.letter, Qt.Key.Key_F9)
    assert demonstration_shell.visits == [("letter_issue", {"resident_id": record.resident.id})]


def test_a_relative_opens_the_own_record_and_a_letter_opens_in_the_register(
    screen, record, demonstration_shell
) -> None:
    screen.enter(resident_id=record.resident.id)
    letter = _rows(screen.widget.letters)[0]
    letter.setFocus()
    QTest.keyClick(letter, Qt.Key.Key_Space)
    wanted = {"letter_id": record.letters[0].id}
    assert demonstration_shell.visits[-1] == ("letter_register", wanted)

    relative = _rows(screen.widget.family)[0]
    relative.setFocus()
    QTest.keyClick(relative, Qt.Key.Key_Space)
    QTest.keyClick(screen.widget.head.letter, Qt.Key.Key_F9)
    wanted = {"resident_id": record.members[0].id}
    assert demonstration_shell.visits[-1] == ("letter_issue", wanted)


def test_the_record_lists_the_whole_family_and_every_letter(screen, record) -> None:
    screen.enter(resident_id=record.resident.id)
    assert len(_rows(screen.widget.family)) == len(record.members)
    assert len(_rows(screen.widget.letters)) == len(record.letters)
    screen.reload(Changes.of(Kind.LETTERS))
    QApplication.processEvents()
    assert len(_rows(screen.widget.letters)) == len(record.letters)


def test_for_the_dead_no_letter_is_offered_or_promised(screen, record, demonstration_shell) -> None:
    identity = ResidentId(new_uuid7(demonstration_shell.workspace.clock))
    dead = replace(record.resident, id=identity, nik=None, life_status=LifeStatus.DEAD)
    demonstration_shell.workspace.residents.register(dead)
    screen.enter(resident_id=dead.id)

    assert screen.widget._remark.isVisible()
    assert "bisa dibuat" not in screen.widget._remark.text()
    assert screen.widget.back.hasFocus()
    QTest.keyClick(screen.widget.back, Qt.Key.Key_F9)
    assert demonstration_shell.visits == []


def test_a_record_that_is_gone_is_told_in_the_page_and_escape_leads_back(
    screen, demonstration_shell
) -> None:
    gone = ResidentId(new_uuid7(demonstration_shell.workspace.clock))
    screen.enter(resident_id=gone)
    assert screen.widget._trouble.isVisible()
    assert not screen.widget.head.isVisible()
    QTest.keyClick(screen.widget, Qt.Key.Key_Escape)
    assert demonstration_shell.visits == [("residents", {})]


@pytest.mark.parametrize("size", [FULL, COMPACT])
def test_the_record_is_named_unclipped_indonesian_and_reached_with_tab(
    screen, record, size
) -> None:
    screen.widget.resize(*size)
    screen.set_compact(size is COMPACT)
    screen.enter(resident_id=record.resident.id)
    for _ in range(3):
        # The page asks for its height again when its columns have theirs.
        QApplication.processEvents()
    assert not nameless(screen.widget)
    assert not clipped_words(screen.widget)
    assert not english_buttons(screen.widget)
    reached = tab_through(screen.widget.head.letter)
    assert {*_rows(screen.widget.family), *_rows(screen.widget.letters)} <= set(reached)
    head = screen.widget.head
    buttons = {head.reveal, head.more, screen.widget.identity.change, screen.widget.documents.add}
    assert buttons <= set(reached)


def test_a_scan_is_added_looked_at_and_deleted_with_a_reason(
    screen, record, demonstration_shell, tmp_path
) -> None:
    path = tmp_path / "ktp.png"
    picture = QImage(600, 380, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.lightGray)
    picture.save(str(path))
    screen.enter(resident_id=record.resident.id)
    QTest.keyClick(screen.widget.head.letter, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    asked = QApplication.activeModalWidget()
    asked.path.setText(str(tmp_path / "tidak-ada.png"))
    asked.keep.click()
    assert "tidak bisa dibuka" in asked._rows["file"].error()
    asked.path.setText(str(path))
    QTest.keyClick(asked.path, Qt.Key.Key_Return)
    assert not asked.isVisible()
    scans = demonstration_shell.workspace.scans
    (kept,) = scans.of(record.resident.id)
    QApplication.processEvents()
    (row,) = _rows(screen.widget.documents)
    assert row.text() == "KTP-el"
    row.click()
    viewer = QApplication.activeModalWidget()
    assert viewer.preview.pages == 1
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    screen.widget.documents.removal_requested.emit(kept)
    QTest.keyClicks(QApplication.activeModalWidget().reason, "orang lain")
    QTest.keyClick(QApplication.activeModalWidget().reason, Qt.Key.Key_Return)
    assert scans.of(record.resident.id) == ()
    assert _rows(screen.widget.documents) == []


def test_a_photo_shows_the_face_in_place_of_the_initials(
    screen, record, demonstration_shell, tmp_path
) -> None:
    screen.enter(resident_id=record.resident.id)
    portrait = screen.widget.head.findChild(Portrait)
    before = portrait.grab().toImage().pixelColor(32, 38)
    path = tmp_path / "foto.png"
    picture = QImage(300, 400, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(path))
    demonstration_shell.workspace.scans.add(record.resident.id, DocumentKind.PHOTO, path)
    screen.reload(Changes.of(Kind.RESIDENTS))
    after = portrait.grab().toImage().pixelColor(32, 38)
    assert after.red() > 200
    assert after.green() < 90
    assert after != before


def test_who_died_bears_the_day_and_the_page_tells_what_happened(
    screen, record, demonstration_shell
) -> None:
    workspace = demonstration_shell.workspace
    workspace.population.record(
        DeathReport(
            event_date=date(2026, 10, 15),
            report_date=date(2026, 11, 24),
            resident_id=record.resident.id,
            place="RSUD Batang Contoh",
        )
    )
    screen.enter(resident_id=record.resident.id)
    assert "Meninggal 15 Okt" in [chip.text() for chip in screen.widget.head.findChildren(Chip)]
    assert "Meninggal 15 Okt" in screen.widget.head.letter.toolTip()
    told = [row.accessibleName() for row in screen.widget.events.findChildren(TimelineRow)]
    assert any("Meninggal" in words and "di RSUD Batang Contoh" in words for words in told)


def test_a_relative_who_died_is_marked_and_heads_nobody_any_more(
    screen, demonstration_shell
) -> None:
    workspace = demonstration_shell.workspace
    heads = workspace.residents.page(ResidentFilter(family_relation=1, age_from=30), 0, 100).rows
    records = (workspace.residents.record(row.id) for row in heads)
    record = next(one for one in records if one.members)
    workspace.population.record(
        DeathReport(
            event_date=date(2026, 10, 15),
            report_date=date(2026, 11, 24),
            resident_id=record.resident.id,
        )
    )
    screen.enter(resident_id=record.members[0].id)
    rows = screen.widget.family.findChildren(LineRow)
    said = [row.accessibleName() for row in rows if record.resident.name.full() == row.text()]
    assert said == [f"{record.resident.name.full()}, Dulu kepala keluarga, Meninggal"]
    told = [row.accessibleName() for row in screen.widget.events.findChildren(TimelineRow)]
    assert any(one.startswith("Kematian dalam keluarga") for one in told)
    assert not any(one.startswith("Meninggal") for one in told)


def test_who_has_no_kk_is_led_to_the_form_that_puts_them_in_one(
    screen, demonstration_shell
) -> None:
    workspace = demonstration_shell.workspace
    one = workspace.residents.register(
        Resident(workspace.entry.new_resident_id(), PersonName("Nurlis"))
    )
    screen.enter(resident_id=one.id)
    QTest.keyClick(screen.widget.family.choose, Qt.Key.Key_Space)
    assert demonstration_shell.visits[-1] == ("resident_form", {"resident_id": one.id})


def test_an_address_in_capitals_is_read_without_shouting(screen, demonstration_shell) -> None:
    workspace = demonstration_shell.workspace
    row = workspace.residents.page(ResidentFilter(), 0, 1).rows[0]
    one = workspace.residents.record(row.id).resident
    with workspace.context.store.write("Rina") as uow:
        loud = replace(one, current_address="JORONG KAMPUANG DALAM NO. 4")
        uow.residents.save(loud)
        uow.record(events.resident_changed(loud, None))
        uow.commit()
    screen.enter(resident_id=one.id)
    words = [label.text() for label in screen.widget.identity.findChildren(QLabel)]
    assert any(text.startswith("Jorong Kampuang Dalam No. 4") for text in words)


def test_a_record_is_marked_invalid_with_a_reason_and_says_so(
    screen, record, demonstration_shell
) -> None:
    screen.enter(resident_id=record.resident.id)
    screen.widget.head.invalidate.trigger()
    asked = QApplication.activeModalWidget()
    QTest.keyClicks(asked.reason, "tertulis dua kali")
    QTest.keyClick(asked.reason, Qt.Key.Key_Return)
    one = demonstration_shell.workspace.residents.record(record.resident.id).resident
    assert one.life_status is LifeStatus.INVALID
    assert "tertulis dua kali" in screen.widget._standing.text()
    assert not screen.widget.head.letter.isEnabled()
    assert not screen.widget.head.invalidate.isVisible()


def test_alt_u_leads_to_the_correction(screen, record, demonstration_shell) -> None:
    screen.enter(resident_id=record.resident.id)
    QTest.keyClick(screen.widget.head.letter, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    wanted = {"resident_id": record.resident.id}
    assert demonstration_shell.visits == [("resident_form", wanted)]


def _rows(card) -> list[LineRow]:
    rows = [row for row in card.findChildren(LineRow) if row.isVisibleTo(card)]
    return sorted(rows, key=lambda row: row.y())


def _digits(words: str) -> str:
    return "".join(one for one in words if one.isdigit())
