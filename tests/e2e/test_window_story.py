"""One officer, one window, one morning: from an empty register to a letter that the province has.

The real window with its real runner, on a real encrypted office, by keyboard alone; no network
until a real hub starts. How the office is set up on a new PC is told by tests/ui/test_setup.py.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from nagari_kit.domain.letters import IssuedLetter, LetterFilter, LetterStatus
from nagari_kit.domain.residents import ResidentRow
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration import demonstration_officers, demonstration_profile
from nagari_kit.services.demonstration.hub_process import HubProcess
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from nagari_kit.services.workspace import create_workspace
from nagari_kit.ui.widgets import Chip
from tests.e2e.window_desk import CTRL, WindowDesk

pytestmark = [pytest.mark.hub, pytest.mark.qt_log_ignore("This plugin does not support")]

OFFICER, PASSPHRASE = "Rina Marlina", "rangkiang sembilan ruang"
PEOPLE, REFUSED = 300, 2
BUSINESS = {
    "nama_usaha": "Dapur Randang Uni Yus",
    "jenis_usaha": "Industri makanan rumahan",
    "tempat_usaha": "Jorong Koto Tangah",
    "berdiri_sejak": "2019",
    "keperluan": "pembukaan rekening usaha",
}


@pytest.fixture
def paths(tmp_path) -> OfficePaths:
    """An office with its officers and nobody else."""
    made = OfficePaths(tmp_path / "kantor")
    profile = demonstration_profile()
    workspace = create_workspace(made, PASSPHRASE, profile, clock=SystemClock(), actor=OFFICER)
    for officer in demonstration_officers():
        workspace.office.save_officer(officer)
    workspace.close()
    return made


@pytest.fixture
def population():
    return generate_population(PEOPLE, today=SystemClock().today())


@pytest.fixture
def spreadsheet(tmp_path, population):
    path = tmp_path / "penduduk.xlsx"
    write_opensid_xlsx(path, population, planted_faults={"nik_short": REFUSED})
    return path


def test_a_morning_at_the_desk(
    qtbot, paths, population, spreadsheet, tmp_path, monkeypatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    desk = WindowDesk(qtbot, paths)
    log_in(desk)
    import_residents(desk, spreadsheet)
    resident = find_somebody(desk, population)
    letter = issue_a_letter(desk, tmp_path)
    (paper,) = tmp_path.rglob("*.pdf")
    printed = paper.read_bytes()
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True)
    said = text.stdout.decode()
    assert letter.number in said
    assert resident.nik in said
    assert resident.name in " ".join(said.split())
    assert BUSINESS["nama_usaha"] in said
    paper.unlink()
    reprint(desk, letter)
    assert [one.read_bytes() for one in tmp_path.rglob("*.pdf")] == [printed]
    void(desk, letter)
    with HubProcess(tmp_path / "hub") as hub:
        send_to_the_province(desk, hub)
        look_at_the_letter(desk)
        counts = hub.run("stats")
        assert counts["events"] == desk.window.workspace.sync.status().applied
        assert counts["letters"] == 1
    desk.close()

    again = WindowDesk(qtbot, paths)
    log_in(again)
    look_at_the_letter(again)
    assert letter.number in again.words()
    kept = again.window.workspace.register.get(letter.id)
    assert kept.status == LetterStatus.VOIDED
    assert again.window.workspace.register.document(letter.id) == printed
    assert again.window.workspace.residents.summary().people == len(population.residents) - REFUSED
    again.close()


def log_in(desk: WindowDesk) -> None:
    """Name and passphrase."""
    desk.arrive("unlock")
    view = desk.window.stack.current().widget
    if not view.actor.text():
        desk.tab_to(view.actor)
        desk.type(OFFICER)
        desk.press(Qt.Key.Key_Return)
    desk.until(view.passphrase.hasFocus, "the caret in the passphrase")
    desk.type(PASSPHRASE)
    desk.press(Qt.Key.Key_Return)
    desk.arrive("home")


def import_residents(desk: WindowDesk, spreadsheet) -> None:
    """The residents' page, its import, the file, the check, F9."""
    desk.go_to("residents")
    desk.tab_to(button(desk, "Impor"))
    desk.press(Qt.Key.Key_Space)
    desk.arrive("resident_import")
    view = desk.window.stack.current().widget
    desk.until(view.choice.zone.hasFocus, "the place for the file")
    desk.open_file(Qt.Key.Key_Space, spreadsheet)
    desk.until(view.check.isVisible, "the result of the check")
    assert view.check.tiles["refused"].figure() == f"{REFUSED}"
    assert view.check.mend_model.rowCount() == REFUSED, "the refused rows come first"
    desk.press(Qt.Key.Key_F9)
    desk.until(view.done.isVisible, "the end of the import")


def find_somebody(desk: WindowDesk, population) -> ResidentRow:
    """Three letters of a name into the search box of the first page; who stands on top."""
    desk.press(Qt.Key.Key_K, CTRL)
    desk.arrive("home")
    home = desk.window.stack.current().widget
    desk.until(home.search.line.hasFocus, "the caret in the search box")
    desk.type(population.residents[0].name.full()[:3])
    desk.until(lambda: home.results.model.rowCount() > 0, "the hits")
    return home.results.model.rows[0]


def issue_a_letter(desk: WindowDesk, folder: Path) -> IssuedLetter:
    """Enter takes the person who stands on top."""
    desk.press(Qt.Key.Key_Return)
    desk.arrive("letter_issue")
    return choose_and_issue(desk, folder)


def choose_and_issue(desk: WindowDesk, folder: Path) -> IssuedLetter:
    """The letter, its fields with the page beside them, F9, and the first print."""
    screen = desk.window.stack.current()
    catalogue, register = desk.window.workspace.catalogue, desk.window.workspace.register
    desk.until(lambda: bool(screen.widget.types.cards()), "the kinds of letters")
    ids = [one.id for one in catalogue.choice().used]
    desk.press(Qt.Key(Qt.Key.Key_1 + ids.index("sku")))
    desk.until(lambda: screen.presenter.form.sitting is not None, "the fields")
    preview = screen.widget.preview
    desk.until(lambda: preview.pages == 1, "the page beside the fields")
    empty = ink(preview)
    for field in catalogue.get("sku").fields:
        if field.id in BUSINESS:
            assert QApplication.focusWidget().property("field_id") == field.id
            desk.press(Qt.Key.Key_A, CTRL)
            desk.type(BUSINESS[field.id])
            if QApplication.activePopupWidget():
                desk.press(Qt.Key.Key_Escape)
        if field.id != "keperluan":
            desk.press(Qt.Key.Key_Tab)
    desk.until(lambda: ink(preview) > empty, "what was typed, on the page")
    desk.press(Qt.Key.Key_F9)
    desk.until(lambda: register.page(LetterFilter(), 0, 2).total == 1, "the letter in the register")
    (row,) = register.page(LetterFilter(), 0, 2).rows
    desk.until(lambda: row.number in desk.words(), "the number on the screen")
    desk.press(Qt.Key.Key_P, CTRL)
    desk.until(lambda: bool(list(folder.rglob("*.pdf"))), "the printed page")
    desk.until(lambda: register.get(row.id).print_count == 1, "the print in the register")
    return register.get(row.id)


def reprint(desk: WindowDesk, letter: IssuedLetter) -> None:
    """Found in the register by its number, printed again."""
    register = desk.window.workspace.register
    desk.go_to("letter_register")
    book = desk.window.stack.current().widget
    desk.until(book.filters.text.hasFocus, "the caret in the register's search")
    desk.type(letter.number)
    desk.until(lambda: book.table.model().rowCount() == 1, "the row")
    desk.press(Qt.Key.Key_Return)
    desk.until(book.body.is_detail_open, "the letter beside the list")
    desk.press(Qt.Key.Key_P, CTRL)
    desk.until(lambda: QApplication.activeModalWidget() is not None, "the question where to print")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: register.get(letter.id).print_count == 2, "the second print")


def void(desk: WindowDesk, letter: IssuedLetter) -> None:
    """Del, the first reason, and the number stays taken."""
    register = desk.window.workspace.register
    desk.press(Qt.Key.Key_Delete)
    desk.until(lambda: QApplication.activeModalWidget() is not None, "the question why")
    question = QApplication.activeModalWidget()
    desk.press(Qt.Key.Key_Space)
    desk.tab_to(question.confirm)
    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: register.get(letter.id).status == LetterStatus.VOIDED, "the voided letter")
    desk.until(lambda: "Dibatalkan" in chips(desk), "the word for it on the screen")
    assert register.find(letter.number).id == letter.id
    assert desk.window.workspace.numbering.next_number("sku", letter.issue_date) != letter.number


def send_to_the_province(desk: WindowDesk, hub: HubProcess) -> None:
    """Enrolled with a ticket, sent with F9, and the letter's page says who has it."""
    profile = desk.window.workspace.office.profile()
    ticket = hub.run("tickets", "create", "--office", profile.code, "--auto-approve")["ticket"]
    desk.go_to("sync")
    page = desk.window.stack.current().widget
    desk.until(page.enrol.address.hasFocus, "the caret in the address")
    desk.type(hub.url)
    desk.tab_to(page.enrol.ca_file)
    desk.type(str(hub.ca))
    desk.tab_to(page.enrol.ticket)
    desk.type(ticket)
    desk.press(Qt.Key.Key_Return)
    sync = desk.window.workspace.sync
    desk.until(lambda: sync.status().enrolment == "approved", "the province's yes")
    desk.until(lambda: page.now.isVisible() and page.now.isEnabled(), "the button to send")
    here, *_, province = page.flow.cards
    desk.until(lambda: here.figure() != "0", "the count of what waits")
    waiting = here.figure()
    desk.press(Qt.Key.Key_F9)
    desk.until(lambda: here.figure() == "0", "nothing left on this PC")
    desk.until(lambda: province.figure() == waiting, "all of it at the province")
    desk.until(lambda: "Semua sudah diterima provinsi" in desk.words(), "the good news")
    desk.until(lambda: "Surat dibatalkan" in desk.words(), "the list of changes")
    assert "letter." not in desk.words(), "a word of the log, not of the officer"


def look_at_the_letter(desk: WindowDesk) -> None:
    """The register says of the letter that it was voided, and that the province has it."""
    desk.go_to("letter_register")
    book = desk.window.stack.current().widget
    desk.until(lambda: book.table.model().rowCount() == 1, "the row")
    if not book.body.is_detail_open():
        desk.tab_to(book.table)
        desk.press(Qt.Key.Key_Return)
    told = ["Dibatalkan", "Diterima provinsi"]
    desk.until(lambda: chips(desk) == told, "both chips of the letter")


def ink(preview) -> int:
    """How much of the page that is shown is dark, in points of a small picture."""
    image = preview.desk.grab().toImage().scaledToWidth(300)
    return sum(
        image.pixelColor(x, y).lightness() < 160
        for x in range(image.width())
        for y in range(image.height())
    )


def chips(desk: WindowDesk) -> list[str]:
    """What the chips of the shown page say, in their order."""
    found = desk.window.stack.current().widget.findChildren(Chip)
    return [one.text() for one in found if one.isVisible()]


def button(desk: WindowDesk, words: str):
    """The button of the shown page that says `words`."""
    (found,) = [
        one
        for one in desk.window.stack.current().widget.findChildren(QAbstractButton)
        if words in one.text() and one.isVisible()
    ]
    return found
