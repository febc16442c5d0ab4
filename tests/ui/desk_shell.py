"""A desk around a screen under test: a real office, work done at once, and a memory of wishes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.changes import Changes
from nagari_kit.errors import NagariError
from nagari_kit.services.workspace import Workspace
from nagari_kit.ui.jobs.immediate import ImmediateRunner


@dataclass
class DeskShell:
    """The window's side of the Shell protocol; what screens ask for is kept in lists."""

    workspace: Workspace
    runner: ImmediateRunner = field(default_factory=ImmediateRunner)
    is_compact: bool = False
    visits: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    toasts: list[tuple[str, str, Callable[[], Any] | None]] = field(default_factory=list)
    errors: list[NagariError] = field(default_factory=list)
    told: list[Changes] = field(default_factory=list)

    def navigate(self, screen: str, **arguments: Any) -> None:
        self.visits.append((screen, arguments))

    def toast(self, text: str, detail: str = "", undo: Callable[[], Any] | None = None) -> None:
        self.toasts.append((text, detail, undo))

    def show_error(self, error: NagariError, parent: QWidget | None = None) -> None:
        self.errors.append(error)

    def restyle(self) -> None:
        pass

    def changed(self, changes: Changes, initiator: object) -> None:
        self.told.append(changes)
