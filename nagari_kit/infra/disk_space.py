"""How much room is left where the office keeps its data."""

from __future__ import annotations

import shutil
from pathlib import Path

MEGABYTE = 1024 * 1024
ENOUGH_BYTES = 500 * MEGABYTE
"""Room for a copy of a large office while it is written."""


def free_bytes(folder: Path) -> int:
    """Free bytes on the disk of `folder`, which need not exist yet. Raises OSError."""
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(existing).free
