"""The calendar in the settings: a day that moved is put right in a moment."""

from __future__ import annotations

from datetime import date

import pytest

from nagari_kit.ui.screens import settings
from tests.ui.letter_desk import show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_day_that_moved_is_changed_and_brought_back(qtbot, shell):
    screen = settings.build(shell)
    show(qtbot, screen)
    screen.enter(section="libur")
    section = screen.widget.holidays
    shipped = section.days.count()
    section.day.set_date(date(2026, 12, 28))
    section.submit()
    assert section.rows["name"].error() == "Isi nama hari libur ini."

    section.name.setText("Hari jadi nagari")
    section.submit()

    assert section.days.count() == shipped + 1
    assert shell.workspace.holidays.working_days(date(2026, 12, 25), date(2026, 12, 30)) == 1
    section.day.set_date(date(2026, 12, 28))
    section.restore.click()
    assert section.days.count() == shipped
