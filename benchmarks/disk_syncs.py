"""Counts the disk syncs of issuing one letter, as the kernel sees them (strace).

python -m benchmarks.disk_syncs      issues letters; run under strace by `measure`
"""

from __future__ import annotations

import contextlib
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Figure

LETTERS = 40
WARM_UP = 3
LIMIT = 1.0
NAME = "disk syncs of a letter"
MARK = "/mark-of-the-next-letter"
SYNCS = "fsync,fdatasync,sync,syncfs,sync_file_range,msync"


def measure() -> list[Figure]:
    """Syncs of the usual letter against one; over its limit where strace is missing."""
    strace = shutil.which("strace")
    if strace is None:
        return [_not_measured("strace is not installed")]
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        command = [strace, "-f", "-qq", "-o", str(trace), "-e", f"trace={SYNCS},rmdir"]
        run = subprocess.run(
            [*command, sys.executable, "-m", "benchmarks.disk_syncs"],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode != 0 and "Traceback" not in run.stderr:
            return [_not_measured(f"strace cannot run here: {run.stderr.strip()[-200:]}")]
        if run.returncode != 0:
            raise RuntimeError(run.stderr)
        counts = syncs_between_marks(trace.read_text())[WARM_UP:]
    usual = statistics.median(counts)
    if min(counts) < 1:
        raise RuntimeError("a letter was issued without any disk sync")
    detail = f"{sum(counts)} syncs for {len(counts)} letters, checkpoints included"
    return [Figure(NAME, usual / 1, LIMIT, detail)]


def _not_measured(reason: str) -> Figure:
    """A limit that nobody looked at does not hold."""
    return Figure(NAME, math.inf, LIMIT, f"NOT MEASURED, {reason}")


def syncs_between_marks(trace: str) -> list[int]:
    """Number of completed or begun syncs between each two marks."""
    counts: list[int] = []
    for line in trace.splitlines():
        if MARK in line:
            counts.append(0)
        elif counts and any(f"{name}(" in line for name in SYNCS.split(",")):
            counts[-1] += 1
    return counts[:-1]


def issue_letters() -> None:
    from benchmarks.letter_service import issue, office_with_families

    with office_with_families(LETTERS) as (workspace, children):
        for index, child in enumerate(children):
            mark()
            issue(workspace, child, index)
        mark()


def mark() -> None:
    with contextlib.suppress(OSError):
        Path(MARK).rmdir()


if __name__ == "__main__":
    issue_letters()
