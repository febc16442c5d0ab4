"""How long work reports where it is and learns that nobody wants it any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Progress = Callable[[int, int, str], None]
"""Done, total (0 when not known), and Indonesian words for what is going on."""


class CancelToken(Protocol):
    """The user's wish to stop, asked for once per batch of rows or at least every 200 ms."""

    def raise_if_cancelled(self) -> None:
        """Raise errors.Cancelled when the user has cancelled."""
