"""Parses the command line, runs one command, prints its answer, gives the exit code."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Run one command; 0 done, 1 refused or failed, 2 wrong usage. Never raises a traceback."""
    raise NotImplementedError
