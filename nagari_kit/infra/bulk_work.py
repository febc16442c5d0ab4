"""Spares work on many small objects the search for cycles that such objects never form."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

_FREED_AT_ONCE = 500
_lock = Lock()
_running = 0


@contextmanager
def many_objects() -> Iterator[None]:
    """No search for cycles inside: with 50,000 rows in memory it costs a quarter of the time.

    Nor does one search what was made inside afterwards: it would hold up the window for a tenth
    of a second. Memory is given back by reference counts all the same; only cycles that arose
    meanwhile stay. May be nested and used from several threads.
    """
    _enter()
    try:
        yield
    finally:
        _leave()


def let_go(*lists: list[Any]) -> None:
    """Empty lists piece by piece: to free 50,000 rows at once would hold up the window."""
    for one in lists:
        while one:
            del one[-_FREED_AT_ONCE:]


def _enter() -> None:
    global _running  # noqa: PLW0603 - the interpreter has one collector
    with _lock:
        _running += 1
        gc.disable()


def _leave() -> None:
    global _running  # noqa: PLW0603 - the interpreter has one collector
    with _lock:
        _running -= 1
        if _running == 0:
            gc.freeze()
            gc.enable()
