"""Several letters at one slow printer: each is printed, and each is told under its own number."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from nagari_kit.errors import PrintError
from nagari_kit.ui.jobs.runner import JobRunner
from nagari_kit.ui.printing import print_desk
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens import letter_issue
from tests.ui.conftest import open_desk
from tests.ui.desk_shell import DeskShell
from tests.ui.letter_desk import file_letter, serve, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def shell(qapp, office_paths, clock) -> Iterator[DeskShell]:
    """A desk whose work runs beside the window, as it does at the office."""
    workspace = open_desk(office_paths, clock)
    desk = DeskShell(workspace, runner=JobRunner())
    yield desk
    assert desk.runner.stop(10_000)
    QApplication.processEvents()
    workspace.close()


@pytest.fixture
def screen(qtbot, shell):
    made = letter_issue.build(shell)
    show(qtbot, made)
    return made


@pytest.fixture
def letters(shell):
    people = [
        serve(shell, "Arman Pakiah"),
        serve(shell, "Zulfadhli Paninggahan", nik="1306990609820004"),
    ]
    return [file_letter(shell, one) for one in people]


class SlowPrinter:
    """The way to the paper, held up until `gate` opens; `refusal` is what it answers then."""

    def __init__(self, refusal: PrintError | None = None) -> None:
        self.gate = threading.Event()
        self._deliver = print_desk.deliver
        self._refusal = refusal

    def __call__(
        self, pdf: bytes, target: PrintTarget, name: str, **terms: object
    ) -> print_desk.Delivered:
        assert self.gate.wait(20)
        if self._refusal is not None:
            raise self._refusal
        return self._deliver(pdf, target, name, **terms)


def said(screen) -> str:
    return " ".join(label.text() for label in screen.widget.result.status.findChildren(QLabel))


def show_both(screen, letters, folder) -> None:
    result = screen.presenter.result
    result.desk.memory.remember(PrintTarget("", folder))
    for letter in letters:
        screen.widget.show_result(letter.title)
        result.open(letter)


def test_the_second_letter_is_printed_after_the_first_one_on_a_slow_printer(
    qtbot, shell, screen, letters, tmp_path, monkeypatch
) -> None:
    printer = SlowPrinter()
    monkeypatch.setattr(print_desk, "deliver", printer)
    show_both(screen, letters, tmp_path / "kertas")
    assert "Sedang mencetak" in said(screen)
    assert not screen.widget.result.print.isEnabled()

    printer.gate.set()

    register = shell.workspace.register
    qtbot.waitUntil(lambda: [register.get(one.id).print_count for one in letters] == [1, 1])
    qtbot.waitUntil(lambda: "PDF tersimpan" in said(screen))
    kept = {path.read_bytes() for path in (tmp_path / "kertas").iterdir()}
    assert kept == {register.document(one.id) for one in letters}


def test_a_refusal_is_told_under_the_number_of_its_own_letter(
    qtbot, shell, screen, letters, tmp_path, monkeypatch
) -> None:
    refusal = PrintError("Printer tidak mau mencetak.", hint="Periksa kertas.", code="CETAK-03")
    printer = SlowPrinter(refusal)
    monkeypatch.setattr(print_desk, "deliver", printer)
    show_both(screen, letters[:1], tmp_path / "kertas")
    result = screen.presenter.result
    screen.widget.show_result(letters[1].title)
    result.desk.memory.remember_folder(tmp_path)
    monkeypatch.setattr(result.desk.memory, "target", lambda: None)
    result.open(letters[1])

    printer.gate.set()

    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert letters[0].number in shell.toasts[0][0]
    assert "tidak mau mencetak" not in said(screen)
    assert screen.widget.result.print.isEnabled()


def test_a_refusal_is_told_when_the_officer_has_left_the_page(
    qtbot, shell, screen, letters, tmp_path, monkeypatch
) -> None:
    refusal = PrintError("Printer tidak mau mencetak.", hint="Periksa kertas.", code="CETAK-03")
    printer = SlowPrinter(refusal)
    monkeypatch.setattr(print_desk, "deliver", printer)
    show_both(screen, letters[:1], tmp_path / "kertas")
    screen.widget.hide()

    printer.gate.set()

    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert letters[0].number in shell.toasts[0][0]


def test_a_wish_repeated_while_it_waits_is_printed_once(
    qtbot, shell, screen, letters, tmp_path, monkeypatch
) -> None:
    printer = SlowPrinter()
    monkeypatch.setattr(print_desk, "deliver", printer)
    desk, target = screen.presenter.result.desk, PrintTarget("", tmp_path / "kertas")
    for letter in (*letters, *letters):
        desk.print_letter(letter, target)
    printer.gate.set()

    qtbot.waitUntil(lambda: not any(desk.is_printing(one.id) for one in letters))
    counted = [shell.workspace.register.get(one.id).print_count for one in letters]
    assert counted == [1, 1]
