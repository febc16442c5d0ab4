"""An empty office on disk with the import service on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration import demonstration_profile
from nagari_kit.services.workspace import Workspace, create_workspace


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    made = create_workspace(
        OfficePaths(tmp_path / "kantor"), "rahasia", demonstration_profile(), clock=clock
    )
    yield made
    made.close()
