"""Keep the named files fully covered, where a missed branch costs a number or a secret.

Reads the JSON report of coverage.py (`coverage json`), lists every uncovered line and branch of
the named files, holds the rooms and files below to their floors, and fails when one of both is
missed. The window carries no number: its tests are stories, run by `make test`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

FULLY_COVERED = (
    "nagari_kit/db/guard.py",
    "nagari_kit/db/store.py",
    "nagari_kit/db/unit_of_work.py",
    "nagari_kit/domain/canonical_json.py",
    "nagari_kit/domain/event_chain.py",
    "nagari_kit/domain/events.py",
    "nagari_kit/domain/nik.py",
    "nagari_kit/domain/numbering.py",
    "nagari_kit/domain/search_folding.py",
    "nagari_kit/infra/crypto.py",
    "nagari_kit/services/letter_issue.py",
    "nagari_kit/services/letter_register.py",
    "nagari_kit/sync/container.py",
    "nagari_kit/sync/device_keys.py",
    "nagari_kit/sync/padme.py",
    "nagari_kit/sync/receipts.py",
)
ROOM_FLOORS = {
    "cli": 86.0,
    "db": 95.0,
    "documents": 95.0,
    "domain": 98.0,
    "hub": 77.0,
    "infra": 92.0,
    "services": 87.0,
    "sync": 95.0,
}
"""Percent of lines and branches together; a ratchet: floors are raised, never lowered."""
FILE_FLOORS = {
    "nagari_kit/db/event_store.py": 96.0,
    "nagari_kit/db/key_slots.py": 97.0,
    "nagari_kit/db/migrate.py": 94.0,
    "nagari_kit/hub/exchange.py": 97.0,
    "nagari_kit/hub/intake.py": 96.0,
    "nagari_kit/hub/opener.py": 93.0,
    "nagari_kit/hub/projection.py": 95.0,
    "nagari_kit/hub/receipt_book.py": 100.0,
    "nagari_kit/hub/tickets.py": 100.0,
    "nagari_kit/services/letter_numbers.py": 100.0,
    "nagari_kit/services/office_folder.py": 95.0,
    "nagari_kit/services/sync_service.py": 95.0,
    "nagari_kit/services/sync_session.py": 93.0,
    "nagari_kit/services/workspace.py": 90.0,
    "nagari_kit/sync/keyset.py": 91.0,
    "nagari_kit/sync/messages.py": 92.0,
    "nagari_kit/sync/strict_json.py": 93.0,
}
"""As ROOM_FLOORS, for files where trust, numbers or whole offices are decided."""


def _below_floor(files: dict[str, Any]) -> list[str]:
    """Rooms and files whose share of lines and branches that ran is below their floor."""
    floors = [(f"nagari_kit/{room}/", floor) for room, floor in ROOM_FLOORS.items()]
    found = []
    for place, floor in (*floors, *FILE_FLOORS.items()):
        reports = [report["summary"] for name, report in files.items() if name.startswith(place)]
        ran = sum(one["covered_lines"] + one["covered_branches"] for one in reports)
        there = sum(one["num_statements"] + one["num_branches"] for one in reports)
        share = 100 * ran / there if there else 0.0
        if share < floor:
            found.append(f"{place}: {share:.1f} % of its floor {floor:.0f} %")
    return found


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
    low = _below_floor(files)
    for line in (*gaps, *low):
        print(line)
    print(
        f"{len(FULLY_COVERED)} named files, {len(gaps)} gaps; {len(low)} places below their floor"
    )
    return 1 if gaps or low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
