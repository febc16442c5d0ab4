"""The officer walks on while something is still under way: every answer finds its own letter."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.letters import LetterFilter, LetterInput
from nagari_kit.hub.certificates import certificate_pem, make_authority
from nagari_kit.services.letter_preview import LetterPreviewService
from nagari_kit.ui.jobs.runner import JobRunner
from nagari_kit.ui.screens import letter_issue, sync
from nagari_kit.ui.screens.sync.enrol_card import EnrolWish
from tests.ui.conftest import open_desk
from tests.ui.desk_shell import DeskShell
from tests.ui.letter_desk import SKU, fill, press, serve, show

SECOND = {**SKU, "nama_usaha": "Warung Zulfadhli"}


@pytest.fixture
def desk(qapp, qtbot, office_paths, clock) -> Iterator[DeskShell]:
    """An office whose work really runs beside the window."""
    shell = DeskShell(open_desk(office_paths, clock), runner=JobRunner())
    yield shell
    qtbot.waitUntil(lambda: not shell.runner.is_busy, timeout=30_000)
    shell.workspace.close()


@pytest.fixture
def screen(qtbot, desk):
    made = letter_issue.build(desk)
    show(qtbot, made)
    yield made
    made.leave()


@pytest.fixture
def people(desk):
    arman = serve(desk, "Arman Pakiah")
    return arman, serve(desk, "Zulfadhli Paninggahan", nik="1306990609820004")


def test_a_letter_that_is_numbered_late_leaves_the_next_one_alone(
    qtbot, desk, screen, people
) -> None:
    gate = begin_and_walk_on(qtbot, desk, screen, people)
    form = screen.presenter.form
    fill(screen.widget.form.fields, {"nama_usaha": "Warung", "jenis_usaha": "Kelontong"})
    gate.set()

    qtbot.waitUntil(lambda: bool(desk.toasts))
    (row,) = letters(desk)
    assert row.resident_name == "Arman Pakiah"
    assert row.number in desk.toasts[0][0]
    assert form.sitting.record.resident.id == people[1].id
    assert form.sitting.values["jenis_usaha"] == "Kelontong"
    screen.leave()
    qtbot.waitUntil(lambda: not desk.runner.is_busy)
    (draft,) = desk.workspace.drafts.all()
    assert draft.values["jenis_usaha"] == "Kelontong"


def test_two_letters_asked_for_at_once_are_both_answered(qtbot, desk, screen, people) -> None:
    gate = begin_and_walk_on(qtbot, desk, screen, people)
    shown = []
    screen.presenter.form.issued.connect(shown.append)
    fill(screen.widget.form.fields, SECOND)
    screen.widget.form.issue.click()
    gate.set()

    qtbot.waitUntil(lambda: bool(shown) and bool(desk.toasts))
    assert [one.resident_name for one in shown] == ["Zulfadhli Paninggahan"]
    assert "Arman Pakiah" in desk.toasts[0][0]
    assert len(letters(desk)) == 2


def test_a_hub_that_never_answers_holds_up_no_letter(qtbot, desk, screen, people, tmp_path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        page = sync.build(desk)
        qtbot.addWidget(page.widget)
        port = silent.getsockname()[1]
        page.presenter.enrol(EnrolWish(f"https://127.0.0.1:{port}", certificate(tmp_path), "T"))
        open_form(qtbot, screen, people[0])
        fill(screen.widget.form.fields, SKU)
        screen.widget.form.issue.click()
        qtbot.waitUntil(lambda: len(letters(desk)) == 1, timeout=4_000)
        assert desk.runner.is_busy, "the hub was asked and has not answered"


def test_drafts_never_open_windows_of_their_own(qtbot, desk, people) -> None:
    desk.workspace.drafts.save(LetterInput("sku", people[0].id, {"nama_usaha": "Warung"}))
    opened = []
    watch = QApplication.topLevelWidgets
    screen = letter_issue.build(desk)
    show(qtbot, screen)
    before = {id(one) for one in watch() if one.isVisible()}
    step = screen.widget.residents
    add = step.drafts._column.addWidget

    def added(row, *rest) -> None:
        opened.extend(one for one in watch() if one.isVisible() and id(one) not in before)
        add(row, *rest)

    step.drafts._column.addWidget = added
    screen.enter()
    qtbot.waitUntil(lambda: bool(step.drafts.rows))
    assert not opened


def test_f9_pressed_again_while_the_number_is_taken_does_nothing(
    qtbot, desk, screen, people
) -> None:
    form, shown = screen.presenter.form, []
    form.issued.connect(shown.append)
    gate = hold_the_writers(qtbot, desk, screen, people[0])
    form.issue()
    form.issue()
    gate.set()

    qtbot.waitUntil(lambda: bool(shown) and not desk.runner.is_busy)
    assert [one.id for one in shown] == [row.id for row in letters(desk)]
    assert not desk.toasts, "the second press is answered as if it were another letter"


def test_a_refusal_that_comes_late_is_not_written_into_the_next_form(
    qtbot, desk, screen, people
) -> None:
    gate = begin_and_walk_on(qtbot, desk, screen, people, {"nama_usaha": "Warung"})
    gate.set()

    qtbot.waitUntil(lambda: bool(desk.errors))
    assert "keperluan" in desk.errors[0].fields
    form = screen.widget.form
    assert form.summary.isHidden()
    assert screen.presenter.form.sitting.record.resident.id == people[1].id


def test_a_preview_that_comes_late_does_not_cover_the_filed_letter(
    qtbot, desk, screen, people, monkeypatch
) -> None:
    open_form(qtbot, screen, people[0])
    fill(screen.widget.form.fields, SKU)
    qtbot.waitUntil(lambda: not desk.runner.is_busy)
    gate, draw = threading.Event(), LetterPreviewService.preview

    def slow(*wanted):
        drawn = draw(*wanted)
        assert gate.wait(20)
        return drawn

    monkeypatch.setattr(LetterPreviewService, "preview", slow)
    screen.presenter.form._refresh_preview()
    screen.presenter.form.issue()
    pane = screen.widget.preview

    def is_filed() -> bool:
        return any(pane._pdf == desk.workspace.register.document(row.id) for row in letters(desk))

    qtbot.waitUntil(is_filed)
    gate.set()
    qtbot.waitUntil(lambda: not desk.runner.is_busy)
    assert is_filed()


def test_a_field_that_is_left_is_on_disk_at_once(qtbot, desk, screen, people) -> None:
    open_form(qtbot, screen, people[0])
    screen.presenter.form._keeper._timer.setInterval(600_000)
    fill(screen.widget.form.fields, {"nama_usaha": "Warung"})
    assert not desk.workspace.drafts.all()
    press(Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: bool(desk.workspace.drafts.all()))
    assert desk.workspace.drafts.all()[0].values["nama_usaha"] == "Warung"


def begin_and_walk_on(qtbot, desk, screen, people, values=SKU) -> threading.Event:
    """Arman's letter waits for its number, Zulfadhli's form is open; set the event to go on."""
    gate = hold_the_writers(qtbot, desk, screen, people[0], values)
    screen.widget.form.issue.click()
    screen.leave()
    open_form(qtbot, screen, people[1])
    return gate


def hold_the_writers(qtbot, desk, screen, resident, values=SKU) -> threading.Event:
    """A form that is filled in, and a write lane that waits for the event."""
    open_form(qtbot, screen, resident)
    fill(screen.widget.form.fields, values)
    qtbot.waitUntil(lambda: not desk.runner.is_busy)
    gate = threading.Event()
    desk.runner.start(
        lambda _progress, _token: gate.wait(20), key="hold", on_success=bool, lane="write"
    )
    return gate


def open_form(qtbot, screen, resident) -> None:
    screen.enter(resident_id=resident.id, type_id="sku")

    def is_open() -> bool:
        sitting = screen.presenter.form.sitting
        return sitting is not None and sitting.record.resident.id == resident.id

    qtbot.waitUntil(is_open)


def letters(desk):
    return desk.workspace.register.page(LetterFilter(), 0, 9).rows


def certificate(folder: Path) -> Path:
    """Any certificate: the hub never comes to show its own."""
    path = folder / "ca.pem"
    path.write_bytes(certificate_pem(make_authority(Ed25519PrivateKey.generate())))
    return path
