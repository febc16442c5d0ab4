"""What the set-up needs of the window before there is an office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nagari_kit.errors import NagariError
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.ui.jobs.runner import Runner

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SetupOffice:
    """`opened` takes the office that was made and leaves the set-up for the main window."""

    paths: OfficePaths
    clock: Clock
    runner: Runner
    show_error: Callable[[NagariError], None]
    opened: Callable[[Workspace], None]
