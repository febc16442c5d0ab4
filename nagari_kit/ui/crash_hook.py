"""Lets a bug on the GUI side become a sentence instead of the end of the program."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from nagari_kit.errors import NagariError
from nagari_kit.ui.jobs.job import UnexpectedError

_log = logging.getLogger(__name__)


def install_crash_hook(show: Callable[[NagariError], object]) -> None:
    """Let a bug on the GUI side become a sentence; the window stays up."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unexpected", exc_info=(kind, error, trace))
        show(error if isinstance(error, NagariError) else UnexpectedError(error))

    sys.excepthook = hook
