"""The page of the population books: what is chosen is shown, printed and saved, and no more."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from python_calamine import CalamineWorkbook

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.population import DayRule
from nagari_kit.domain.registers import BookId, RegisterPeriod, RegisterWish
from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.jobs.runner import JobRunner
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens.registers import build
from nagari_kit.ui.screens.registers.book_words import title_words
from nagari_kit.ui.screens.registers.full_dialog import FullBookDialog
from nagari_kit.ui.screens.registers.print_dialog import BookPrintDialog, BookPrintWish
from nagari_kit.ui.style.fonts import SCALES
from nagari_kit.ui.style.tokens import LIGHT
from tests.ui.looks import clipped_words, english_buttons, nameless, tab_through

FULL, COMPACT = (1154, 768), (1029, 558)
RESIDENTS = 240


def opened(shell, qtbot, size=FULL, **arguments):
    made = build(shell)
    qtbot.addWidget(made.widget)
    made.widget.resize(*size)
    made.set_compact(size == COMPACT)
    with qtbot.waitActive(made.widget):
        made.widget.show()
        made.widget.activateWindow()
    made.enter(**arguments)
    return made


@pytest.fixture
def screen(demonstration_shell, qtbot):
    return opened(demonstration_shell, qtbot)


def line(screen) -> str:
    return screen.widget.head._subtitle.text()


def card(screen, book: BookId):
    return screen.widget.choices._cards[book]


def choose(screen, qtbot, book: BookId) -> None:
    card(screen, book).click()
    qtbot.waitUntil(screen.widget.print.isEnabled)


def test_the_page_opens_with_this_month_of_the_first_book(screen) -> None:
    view = screen.widget
    wish = view.choices.wish()

    assert (wish.book, wish.period) == (BookId.INDUK, RegisterPeriod.month(2026, 11))
    assert line(screen).startswith(f"{RESIDENTS} baris, ")
    assert view.preview.pages == 12
    assert "halaman pertama" in view._part.text()
    assert card(screen, BookId.INDUK).hasFocus()


def test_a_page_of_a_long_book_bears_the_number_that_it_has_in_the_book(screen) -> None:
    view = screen.widget
    pages = int(line(screen).split()[2])
    assert pages > 12
    assert view.preview.bar._pages.text() == f"1 dari {pages}"
    view.preview.turn_page(11)
    assert view.preview.bar._pages.text() == f"{pages} dari {pages}"


def test_a_link_can_lead_to_one_book(demonstration_shell, qtbot) -> None:
    screen = opened(demonstration_shell, qtbot, book="B.3")
    assert screen.widget.choices.wish().book is BookId.REKAPITULASI
    assert card(screen, BookId.REKAPITULASI).hasFocus()


def test_arrows_go_through_the_books_and_tab_through_the_rest(screen, qtbot) -> None:
    QTest.keyClick(card(screen, BookId.INDUK), Qt.Key.Key_Down)
    assert screen.widget.choices.wish().book is BookId.MUTASI
    qtbot.waitUntil(lambda: line(screen) == "Belum ada catatan")

    reached = tab_through(card(screen, BookId.MUTASI))
    for part in (screen.widget.choices.jorong, screen.widget.print, screen.widget.preview.desk):
        assert part in reached


def test_another_book_is_shown_from_its_first_page_and_the_same_one_where_it_was(
    screen, qtbot
) -> None:
    preview = screen.widget.preview
    preview.turn_page(1)
    assert preview.page == 1
    screen.reload(Changes.of(Kind.RESIDENTS))
    assert preview.page == 1

    choose(screen, qtbot, BookId.KTP_KK)
    assert preview.page == 0


def test_a_look_that_waits_is_dropped_when_the_page_goes_out_of_sight(screen, qtbot) -> None:
    card(screen, BookId.MUTASI).click()
    assert line(screen) == "Menyusun buku …"
    screen.widget.hide()
    qtbot.waitUntil(lambda: not screen.presenter._timer.isActive())
    assert line(screen) == "Menyusun buku …"


def test_each_choice_changes_the_wish(screen) -> None:
    choices = screen.widget.choices
    choices.period.kind.set_current(1)
    choices.period.kind.current_changed.emit(1)
    choices.jorong.setCurrentIndex(2)
    choices.rule.setCurrentIndex(1)

    wish = choices.wish()
    assert wish.period == RegisterPeriod.year(2026)
    assert wish.jorong_id == choices.jorong.itemData(2)
    assert wish.rule is DayRule.REPORT


def answer(screen, reason: str) -> None:
    """Space on the tick, and type the reason into the dialog that comes."""
    QTest.keyClick(screen.widget.choices.full, Qt.Key.Key_Space)
    dialog = screen.widget.findChild(FullBookDialog)
    QTest.keyClicks(dialog.reason, reason)
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return if reason else Qt.Key.Key_Escape)


def looks(screen, shell) -> list[bool]:
    """Whether each look from now on is a full one."""
    seen, books = [], shell.workspace.books
    look = books.look
    books.look = lambda wish, **more: seen.append(wish.full) or look(wish, **more)
    return seen


def test_the_book_is_masked_until_a_reason_was_typed_once(
    screen, demonstration_shell, qtbot, tmp_path
) -> None:
    choices = screen.widget.choices
    seen = looks(screen, demonstration_shell)
    assert choices.full in tab_through(card(screen, BookId.INDUK))
    assert not choices.wish().full

    QTest.keyClick(choices.full, Qt.Key.Key_Space)
    dialog = screen.widget.findChild(FullBookDialog)
    assert not choices.full.isChecked(), "no tick without a reason"
    QTest.keyClicks(dialog.reason, "Arsip")
    assert not dialog.confirm.isEnabled(), "as long a reason as a full export"
    QTest.keyClicks(dialog.reason, " nagari November")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seen == [True])
    qtbot.waitUntil(screen.widget.print.isEnabled)
    assert choices.full.isChecked()

    out = tmp_path / "buku.xlsx"
    screen.presenter.save(out)
    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    whole = [cell for row in rows for cell in row if len(str(cell)) == 16 and cell.isdigit()]
    assert len(whole) >= RESIDENTS
    assert choices.wish().reason == "Arsip nagari November"

    QTest.keyClick(choices.full, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: seen == [True, False])


def test_esc_leaves_the_book_masked(screen, qtbot) -> None:
    answer(screen, "")
    assert not screen.widget.choices.full.isChecked()
    assert not screen.widget.choices.wish().full


def test_the_reason_ends_when_the_page_is_left(screen, demonstration_shell) -> None:
    answer(screen, "Arsip nagari November")
    assert screen.widget.choices.wish().full
    seen = looks(screen, demonstration_shell)

    screen.leave()
    assert screen.widget.preview.pages == 0, "no whole number is left behind"
    screen.enter()
    assert seen == [False]


def test_books_without_numbers_ask_for_no_reason(screen, qtbot) -> None:
    choices = screen.widget.choices
    answer(screen, "Arsip nagari November")
    for book in (BookId.MUTASI, BookId.REKAPITULASI):
        card(screen, book).click()
        assert not choices.full.isVisible()
        assert (choices.wish().full, choices.wish().reason) == (False, "")
    card(screen, BookId.KTP_KK).click()
    assert choices.full.isVisible()
    assert choices.wish().full


def test_days_that_are_no_period_are_marked_and_nothing_can_be_printed(screen) -> None:
    view = screen.widget
    view.choices.period.kind.set_current(2)
    view.choices.period.kind.current_changed.emit(2)
    view.choices.period.end.set_date(date(2026, 10, 1))

    assert view.choices.period._end_row.error()
    assert not view.print.isEnabled()
    assert view.choices.wish() is None
    assert view.preview.pages == 0

    view.choices.period.end.setText("30 Nov 2026")
    assert not view.choices.period._end_row.error()
    assert view.choices.wish().period == RegisterPeriod(date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), "B.2, September 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "B.2, tahun 2026"),
        (date(2026, 9, 1), date(2026, 9, 24), "B.2, 1–24 Sep 2026"),
        (date(2026, 9, 1), date(2026, 9, 1), "B.2, 1 Sep 2026"),
        (date(2026, 9, 1), date(2026, 10, 4), "B.2, 1 Sep – 4 Okt 2026"),
        (date(2025, 9, 1), date(2026, 10, 4), "B.2, 1 Sep 2025 – 4 Okt 2026"),
    ],
)
def test_the_bar_names_book_and_days_shortly(start, end, words) -> None:
    assert title_words(RegisterWish(BookId.MUTASI, RegisterPeriod(start, end))) == words


def test_a_saved_book_is_the_chosen_one_under_the_chosen_name(
    screen, demonstration_shell, qtbot, tmp_path
) -> None:
    choose(screen, qtbot, BookId.REKAPITULASI)
    for suffix in (".pdf", ".xlsx"):
        path = tmp_path / f"rekap{suffix}"
        screen.presenter.save(path)
        assert path.exists()
        assert demonstration_shell.toasts[-1][:2] == ("Buku B.3 disimpan", str(path))
    assert screen.widget.print.isVisible()
    assert not screen.widget.cancel.isVisible()


def test_a_name_without_suffix_gets_it(screen, demonstration_shell, qtbot, tmp_path, monkeypatch):
    chosen = str(tmp_path / "buku saya")
    offered = []

    def ask(_parent, _title, proposed, _kinds):
        offered.append(proposed)
        return chosen, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    QTest.keyClick(screen.widget, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    assert offered[0].endswith("B1 Induk Penduduk November 2026.xlsx")
    assert (tmp_path / "buku saya.xlsx").exists()


def test_a_folder_that_refuses_is_told_and_the_page_goes_on(
    screen, demonstration_shell, tmp_path
) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    screen.presenter.save(tmp_path / "berkas" / "buku.pdf")

    assert demonstration_shell.errors[-1].code == "BUKU-04"
    assert screen.widget.print.isEnabled()


def test_print_as_file_goes_into_the_folder_and_replaces_no_other_file(
    screen, demonstration_shell, tmp_path
) -> None:
    older = tmp_path / "B1 Induk Penduduk November 2026.pdf"
    older.write_bytes(b"yang lama")
    screen.presenter.print(BookPrintWish(PrintTarget("", tmp_path), range(99)))

    assert older.read_bytes() == b"yang lama"
    made = tmp_path / "B1 Induk Penduduk November 2026 (2).pdf"
    assert made.read_bytes().startswith(b"%PDF")
    assert demonstration_shell.toasts[-1][1] == str(made)


def test_a_printer_that_is_gone_loses_nothing(screen, demonstration_shell, tmp_path) -> None:
    screen.presenter.print(BookPrintWish(PrintTarget("Printer Hilang", tmp_path), range(1)))

    error = demonstration_shell.errors[-1]
    assert error.code == "CETAK-02"
    assert "Surat" not in error.user_message, "a book is no letter"
    assert screen.widget.print.isEnabled()


def test_the_dialog_asks_for_pages_of_paper_alone(screen, tmp_path) -> None:
    dialog = BookPrintDialog("B.1", 20, PrintTarget("", tmp_path), screen.widget)
    dialog.form.printer.addItem("Epson", "Epson")
    assert dialog.wish().pages == range(20)
    assert dialog.confirm.text() == "Simpan"

    dialog.form.printer.setCurrentIndex(dialog.form.printer.findData("Epson"))
    dialog.first.setValue(7)
    dialog.last.setValue(3)
    assert dialog.wish().pages == range(6, 7), "the last page is never before the first"
    assert dialog.confirm.text() == "Cetak"
    dialog.reject()


def test_a_book_under_way_can_be_stopped(demonstration_shell, qtbot, tmp_path) -> None:
    runner = JobRunner()
    demonstration_shell.runner = runner
    screen = opened(demonstration_shell, qtbot)
    qtbot.waitUntil(screen.widget.print.isEnabled, timeout=20_000)
    path = tmp_path / "buku.xlsx"

    screen.presenter.save(path)
    assert screen.widget.cancel.isVisible()
    QTest.keyClick(screen.widget, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)
    QApplication.processEvents()

    assert screen.widget.print.isVisible()
    assert demonstration_shell.toasts
    if demonstration_shell.toasts[-1][0] == "Dibatalkan":
        assert not path.exists()


def test_new_people_are_in_the_book_at_once(screen, demonstration_shell) -> None:
    reads = []
    books = demonstration_shell.workspace.books
    look = books.look
    books.look = lambda wish, **more: reads.append(wish) or look(wish, **more)

    screen.reload(Changes.of(Kind.LETTERS))
    assert reads == []
    screen.reload(Changes.of(Kind.POPULATION))
    assert len(reads) == 1


def test_a_new_letter_is_in_the_agenda_at_once_which_is_of_the_whole_office(
    screen, demonstration_shell
) -> None:
    choices = screen.widget.choices
    choices._cards[BookId.AGENDA].click()
    assert not choices._jorong_row.isVisible()
    assert not choices._rule_row.isVisible()

    reads = []
    books = demonstration_shell.workspace.books
    look = books.look
    books.look = lambda wish, **more: reads.append(wish) or look(wish, **more)
    screen.reload(Changes.of(Kind.POPULATION))
    assert reads == []
    screen.reload(Changes.of(Kind.LETTERS))
    assert [wish.book for wish in reads] == [BookId.AGENDA]


def test_trouble_is_told_in_place_and_can_be_tried_again(screen) -> None:
    view = screen.widget
    view.show_trouble(StorageLockedError("Data sedang dipakai. Tidak ada yang berubah."))
    assert view._trouble.isVisible()
    assert not view.print.isEnabled()

    view._trouble.action_requested.emit()
    assert not view._trouble.isVisible()
    assert view.print.isEnabled()


@pytest.mark.parametrize("size", [FULL, COMPACT])
@pytest.mark.parametrize("scale", SCALES)
def test_every_part_is_whole_named_and_indonesian(
    demonstration_shell, qtbot, restyled, size, scale
) -> None:
    restyled(LIGHT, scale)
    screen = opened(demonstration_shell, qtbot, size)
    view = screen.widget
    for state in (0, 2):
        view.choices.period.kind.set_current(state)
        view.choices.period.kind.current_changed.emit(state)
        QApplication.processEvents()
        assert clipped_words(view) == []
        assert nameless(view) == []
        assert english_buttons(view) == []
        page = view.choices._page
        assert page.widget().width() <= page.viewport().width() + 6, "nothing hides at the right"
