"""The window learns by itself what the province decided, and sends what waits."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QObject, QTimer

from nagari_kit.domain.synchronisation import SyncStatus
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.sync_watch import EVERY, WHILE_PENDING, SyncWatch, pill_words
from tests.integration.sync.conftest import ticket_of

TODAY = date(2026, 11, 24)


@pytest.mark.hub
def test_a_pc_that_was_approved_sends_by_itself(qapp, workspace, hub) -> None:
    device = workspace.sync.enrol(hub.url, hub.ca, ticket_of(hub)).device
    home = QObject()
    watch = SyncWatch(ImmediateRunner(), home)
    timer = watch.findChild(QTimer)
    watch.watch(workspace)
    assert timer.isActive()
    assert timer.interval() == WHILE_PENDING
    timer.timeout.emit()
    assert workspace.sync.status().applied == 0

    hub.run("devices", "approve", device)
    timer.timeout.emit()

    status = workspace.sync.status()
    assert (status.enrolment, status.waiting) == ("approved", 0)
    assert status.applied == workspace.verify_log()
    assert timer.interval() == EVERY


def test_the_pill_is_not_green_while_something_is_still_to_be_received() -> None:
    def words(stored: int):
        now = datetime(2026, 11, 24, 2, 34, tzinfo=UTC)
        status = SyncStatus(
            "approved", 0, 0, stored, 9, "", "", now, now, online=True, last_error=""
        )
        return pill_words(status, TODAY)

    assert words(0).text.startswith("Tersinkron")
    assert words(3).text == "3 menunggu provinsi"
    assert words(3).icon != words(0).icon
