"""The demonstration nagari: Koto Contoh with synthetic residents, letters of the last days, a draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from nagari_kit.infra.clock import Clock
from nagari_kit.infra.paths import OfficePaths

DEMONSTRATION_CODE = "13.06.99.2001"
DEMONSTRATION_PASSPHRASE = "koto contoh"  # noqa: S105 - guards invented people only
DEMONSTRATION_ACTOR = "Rina Marlina"
DEFAULT_RESIDENTS = 5000


def prepare_demonstration(
    data_dir: Path,
    *,
    clock: Clock,
    residents: int = DEFAULT_RESIDENTS,
    progress: Callable[[int, int, str], None] | None = None,
) -> OfficePaths:
    """Make the demonstration office in the folder, or leave the one that is there as it is.

    Reproducible: same residents, clock and folder give the same people and letters. The passphrase
    is `DEMONSTRATION_PASSPHRASE`. Raises ConflictError when the folder holds another office.
    """
    raise NotImplementedError
