"""Runs the measurements named (or all) and prints one table; exit 1 when a limit is broken."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

from benchmarks.figures import Figure

NOT_MEASUREMENTS = {"__main__", "figures", "stress_office", "stress_papers"}
ON_REQUEST = {"stress", "stress_lists"}
"""Take minutes: only when they are named."""


def names() -> list[str]:
    """Every module of this folder that measures something."""
    found = pkgutil.iter_modules([str(Path(__file__).parent)])
    return sorted(module.name for module in found if module.name not in NOT_MEASUREMENTS)


def main(wanted: list[str]) -> int:
    """Measure, print, judge."""
    broken = 0
    for name in wanted or [name for name in names() if name not in ON_REQUEST]:
        figures: list[Figure] = importlib.import_module(f"benchmarks.{name}").measure()
        for figure in figures:
            verdict = "ok  " if figure.holds else "OVER"
            broken += not figure.holds
            print(
                f"{verdict} {figure.ratio:7.2f} of {figure.limit:6.2f}  {figure.name}"
                f"  {figure.detail}",
                flush=True,
            )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
