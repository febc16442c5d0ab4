"""The window never waits for the disk: whoever asks the office's file there is caught."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest

from nagari_kit.db.store import Store

_OURS = "/nagari_kit/ui/"


@pytest.fixture(autouse=True)
def the_window_reads_no_file(monkeypatch) -> Iterator[list[str]]:
    """Places of the window that opened a reading or writing on the GUI thread; there are none."""
    found: list[str] = []
    for name in ("read", "write"):
        monkeypatch.setattr(Store, name, _watched(getattr(Store, name), found))
    yield found
    assert not found, "the GUI thread asks the office's file"


def _watched(opening, found: list[str]):
    def watched(*arguments):
        if threading.current_thread() is threading.main_thread():
            place = _place_in_the_window()
            if place:
                found.append(place)
        return opening(*arguments)

    return watched


def _place_in_the_window() -> str:
    """The innermost line of the window that led here; "" when it was the test itself."""
    frame = sys._getframe(2)
    while frame is not None:
        path = frame.f_code.co_filename.replace("\\", "/")
        if _OURS in path:
            return f"{path.rpartition(_OURS)[2]}:{frame.f_lineno}"
        frame = frame.f_back
    return ""
