"""Fixtures of every test: no display, no network but this PC's own, a clock that stands still."""

from __future__ import annotations

import ipaddress
import os
import socket
from datetime import UTC, datetime

import pytest

from nagari_kit.infra.clock import FixedClock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch) -> None:
    """A test that calls another machine fails instead."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address) -> None:
        if self.family != socket.AF_UNIX and not ipaddress.ip_address(address[0]).is_loopback:
            raise AssertionError(f"a test calls {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the window tests is made as the program makes its own."""
    from nagari_kit.ui.style.sheet import FUSION

    return ["nagari-kit", *FUSION]


@pytest.fixture
def clock() -> FixedClock:
    """Tuesday 24 November 2026, 09.41 in Sumatera Barat."""
    return FixedClock(datetime(2026, 11, 24, 2, 41, tzinfo=UTC))
