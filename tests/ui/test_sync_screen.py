"""The exchange with the province: enrolled from the page, and offline is no alarm."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from nagari_kit.domain.changes import Kind
from nagari_kit.domain.synchronisation import SyncItem
from nagari_kit.services.demonstration.hub_process import HubProcess
from nagari_kit.ui.screens.sync import build
from nagari_kit.ui.screens.sync.lists import ChangesCard
from tests.ui.looks import clipped_words, english_buttons, nameless

FULL, COMPACT = (1154, 697), (1021, 558)
NOWHERE = "https://127.0.0.1:9"


@pytest.fixture
def hub(tmp_path_factory):
    """A province on the loopback, over real TLS; it has never heard of this PC."""
    with HubProcess(tmp_path_factory.mktemp("provinsi") / "hub") as process:
        yield process


@pytest.fixture
def screen(shell, qtbot):
    made = build(shell)
    qtbot.addWidget(made.widget)
    made.widget.resize(*FULL)
    made.widget.show()
    qtbot.waitExposed(made.widget)
    made.widget.activateWindow()
    made.enter()
    return made


def test_nothing_is_asked_of_the_province_before_all_three_things_are_there(screen, shell) -> None:
    enrol = screen.widget.enrol
    assert enrol.address.hasFocus()
    QTest.keyClick(enrol.ticket, Qt.Key.Key_Return)

    assert all(row.error() for row in enrol.rows.values())
    assert enrol.address.hasFocus()
    assert shell.workspace.sync.status().enrolment == "none"
    assert not shell.workspace.sync.history(1)


def test_a_certificate_that_is_none_is_refused_at_its_field(screen, shell, tmp_path) -> None:
    wrong = tmp_path / "foto.pem"
    wrong.write_bytes(b"bukan sertifikat")
    _enrol(screen, NOWHERE, wrong, "tiket")

    assert ".pem" in screen.widget.enrol.rows["ca_file"].error()
    assert screen.widget.enrol.ticket.text() == "tiket"
    assert screen.widget.enrol.submit.isEnabled()
    assert shell.workspace.sync.status().enrolment == "none"


def test_enter_in_any_field_asks_and_what_is_filled_loses_its_red(screen) -> None:
    enrol = screen.widget.enrol
    for line in (enrol.address, enrol.ca_file, enrol.ticket):
        enrol.show_errors({})
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert all(row.error() for row in enrol.rows.values())
    QTest.keyClick(screen.widget, Qt.Key.Key_F9)
    QTest.keyClicks(enrol.address, "https://hub")
    enrol.ca_file.setText("/berkas/hub.pem")

    assert [row.error() for row in enrol.rows.values()] == [
        "",
        "",
        "Isi tiket dari surat provinsi.",
    ]
    assert not enrol.ca_file.property("wrong")
    assert enrol.ticket.property("wrong")


@pytest.mark.hub
@pytest.mark.parametrize("ticket", ["7K3M", "7K3M-9PQR-2XWA"])
def test_after_a_refused_ticket_the_caret_stands_in_the_ticket(screen, hub, ticket) -> None:
    _enrol(screen, hub.url, hub.ca, ticket)
    enrol = screen.widget.enrol

    assert enrol.rows["ticket"].error()
    assert enrol.ticket.text() == "", "a ticket is good once"
    QTest.keyClicks(QApplication.focusWidget(), "B")
    assert enrol.ticket.text() == "B"
    assert enrol.address.text() == hub.url


@pytest.mark.hub
def test_an_approved_pc_sends_with_f9_until_the_province_has_everything(screen, shell, hub) -> None:
    _enrol(screen, hub.url, hub.ca, _ticket(hub, shell, "--auto-approve"))
    assert shell.workspace.sync.status().enrolment == "approved"
    waiting = int(screen.widget.flow.cards[0].figure())
    assert waiting > 0
    QTest.keyClick(screen.widget, Qt.Key.Key_F9)

    assert [card.figure() for card in screen.widget.flow.cards] == ["0", "0", "0", str(waiting)]
    assert "Semua sudah diterima provinsi" in _words(screen.widget.head)
    assert Kind.SYNC in shell.told[-1].kinds


@pytest.mark.hub
def test_a_pc_that_waits_for_approval_shows_what_to_read_out(screen, shell, hub) -> None:
    _enrol(screen, hub.url, hub.ca, _ticket(hub, shell))
    status = shell.workspace.sync.status()
    assert status.enrolment == "pending"
    assert screen.widget.standing.fingerprint.text().split() == status.fingerprint.split()
    assert "Menunggu persetujuan" in _words(screen.widget.head)
    screen.set_compact(True)
    assert screen.widget.standing.fingerprint.isVisibleTo(screen.widget)


@pytest.mark.hub
def test_a_pc_that_lost_its_keys_is_offered_to_enrol_again_and_can(screen, shell, hub) -> None:
    _enrol(screen, hub.url, hub.ca, _ticket(hub, shell, "--auto-approve"))
    shutil.rmtree(shell.workspace.paths.device_dir)
    screen.enter()
    enrol = screen.widget.enrol

    assert enrol.isVisible()
    assert not screen.widget.now.isVisible()
    assert "perlu didaftarkan lagi" in _words(screen.widget.head)
    assert enrol.address.text() == hub.url
    assert enrol.ticket.text() == "", "a ticket is good once"

    _enrol(screen, hub.url, hub.ca, _ticket(hub, shell, "--auto-approve"))
    assert screen.widget.now.isVisible()
    assert shell.workspace.sync.status().enrolment == "approved"


@pytest.mark.hub
def test_without_a_connection_the_changes_wait_and_the_page_stays_calm(
    screen, shell, tmp_path_factory
) -> None:
    with HubProcess(tmp_path_factory.mktemp("pergi") / "hub") as gone:
        _enrol(screen, gone.url, gone.ca, _ticket(gone, shell, "--auto-approve"))
    waiting = screen.widget.flow.cards[0].figure()
    screen.widget.now.click()

    assert screen.widget.flow.cards[0].figure() == waiting
    assert screen.widget.now.text() == "Coba sambung lagi"
    assert screen.widget.now.isEnabled()
    assert "tidak ada yang hilang" in _words(screen.widget.head)
    assert not shell.errors
    assert shell.workspace.sync.history(1)[0].outcome == "offline"


@pytest.mark.parametrize("height", [200, 217, 239, 260])
def test_no_list_ends_in_half_a_row(qtbot, height) -> None:
    card = ChangesCard("Perubahan terakhir", "Belum ada.")
    qtbot.addWidget(card)
    at = datetime(2026, 11, 24, 2, 41, tzinfo=UTC)
    items = tuple(SyncItem("letter.issued", str(place), at, "applied") for place in range(20))
    card.show_items(items, at.date())
    card.resize(700, height)
    card.show()
    QApplication.processEvents()

    scroll = card.findChild(QScrollArea)
    row = scroll.widget().findChildren(QLabel)[0].parentWidget()
    assert scroll.viewport().height() % row.height() == 0
    assert scroll.viewport().height() >= row.height()


@pytest.mark.parametrize("size", [FULL, COMPACT])
def test_the_enrolment_is_named_unclipped_and_indonesian(screen, size) -> None:
    screen.widget.resize(*size)
    screen.set_compact(size is COMPACT)
    QApplication.processEvents()
    assert not nameless(screen.widget)
    assert not clipped_words(screen.widget)
    assert not english_buttons(screen.widget)


def _enrol(screen, address, ca_file, ticket: str) -> None:
    enrol = screen.widget.enrol
    enrol.address.setText(address)
    enrol.ca_file.setText(str(ca_file))
    enrol.ticket.setText(ticket)
    QTest.keyClick(enrol.ticket, Qt.Key.Key_Return)


def _ticket(hub, shell, *words: str) -> str:
    code = shell.workspace.office.profile().code
    return hub.run("tickets", "create", "--office", code, *words)["ticket"]


def _words(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))
