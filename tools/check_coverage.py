"""Keep the named files fully covered: those where a missed branch costs a number or a secret.

Reads the JSON report of coverage.py (`coverage json`), lists every uncovered line and branch of
the files below, and fails when there is one. Other files carry no number: their tests are
stories, and a percentage would only invite tests that restate the code.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

FULLY_COVERED = (
    "nagari_kit/domain/canonical_json.py",
    "nagari_kit/domain/event_chain.py",
    "nagari_kit/domain/nik.py",
    "nagari_kit/domain/numbering.py",
    "nagari_kit/domain/search_folding.py",
    "nagari_kit/infra/crypto.py",
    "nagari_kit/sync/container.py",
    "nagari_kit/sync/padme.py",
    "nagari_kit/sync/receipts.py",
)


def _gaps(name: str, files: dict[str, Any]) -> list[str]:
    if name not in files:
        return [f"{name}: no test touched it"]
    report = files[name]
    lines = [f"{name}:{line}: line never ran" for line in report["missing_lines"]]
    branches = [
        f"{name}:{source}: never went on to {'the end' if target < 0 else f'line {target}'}"
        for source, target in report.get("missing_branches", ())
        if source not in report["missing_lines"]
    ]
    return lines + branches


def main(argv: list[str]) -> int:
    """Check one report; `argv` holds its path. Returns the exit code."""
    files = json.loads(Path(argv[0]).read_text(encoding="utf-8"))["files"]
    gaps = [gap for name in FULLY_COVERED for gap in _gaps(name, files)]
    for gap in gaps:
        print(gap)
    print(f"{len(FULLY_COVERED)} named files, {len(gaps)} gaps")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
