"""Whether a command line asks for the window, and which office the window then opens."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nagari_kit.infra.paths import default_data_dir


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What the window opens. With `demonstration` the passphrase is the demonstration's own.

    For the demonstration the caller runs `services.demonstration.prepare_demonstration` on
    `data_dir` with `residents` people first: quick when it is there already.
    """

    data_dir: Path
    demonstration: bool = False
    residents: int = 0


def has_display() -> bool:
    """Whether a window could be shown to anybody."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def needs_window(argv: Sequence[str]) -> bool:
    """No command, or a demonstration that may show itself; never for --help."""
    raise NotImplementedError


def window_request(argv: Sequence[str]) -> WindowRequest:
    """The office to open for a command line for which `needs_window` is true."""
    return WindowRequest(default_data_dir())
