"""Fixtures of every test: no display, a clock that stands still."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest

from nagari_kit.infra.clock import FixedClock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the window tests is made as the program makes its own."""
    from nagari_kit.ui.style.sheet import FUSION

    return ["nagari-kit", *FUSION]


@pytest.fixture
def clock() -> FixedClock:
    """Tuesday 24 November 2026, 09.41 in Sumatera Barat."""
    return FixedClock(datetime(2026, 11, 24, 2, 41, tzinfo=UTC))
