"""Reads the command line of an ordinary morning without loading the commands' grammar.

The grammar costs as much as a third of the time to the first window and is not needed for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_OPTION = "--data-dir"


def plain_office(words: Sequence[str]) -> Path | None:
    """Folder of the office for no words or only `--data-dir FOLDER`; None for anything else.

    None also where no window could be shown: then the commands answer.
    """
    if not _has_display():
        return None
    if not words:
        from nagari_kit.infra.paths import default_data_dir

        return default_data_dir()
    if len(words) == 2 and words[0] == _OPTION:
        return Path(words[1]).resolve()
    return None


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(map(os.environ.get, ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")))
