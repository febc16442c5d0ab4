"""What a screen may ask of the window around it, and what the window asks of a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.changes import Changes
from nagari_kit.errors import NagariError
from nagari_kit.ui.jobs.runner import Runner

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace


class Shell(Protocol):
    """The window as screens see it.

    Names to navigate to: home, residents, resident_record(resident_id), resident_import,
    resident_form(resident_id | household_id, name, nik, then, type_id),
    household(household_id, resident_id), lineage(kaum),
    letter_issue(resident_id, type_id, draft_id), marriage(resident_id, draft_id),
    letter_register(letter_id),
    letter_editor(type_id), signing_desk(desk), incoming_letters(add), registers(book),
    figures(tab), sync, data_quality(rule), settings(section);
    without navigation: unlock, setup.
    """

    @property
    def runner(self) -> Runner:
        """Runs work beside the window."""

    @property
    def workspace(self) -> Workspace:
        """The open office; only after it was unlocked."""

    @property
    def is_compact(self) -> bool:
        """Whether the window is small."""

    def navigate(self, screen: str, **arguments: Any) -> None:  # noqa: ANN401 - each its own
        """Show another screen; `arguments` go to its `enter`."""

    def toast(self, text: str, detail: str = "", undo: Callable[[], Any] | None = None) -> None:
        """Say that something is done; with `undo` it can be taken back for eight seconds."""

    def show_error(self, error: NagariError, parent: QWidget | None = None) -> None:
        """Tell what happened, what was not lost and what to do."""

    def show_help(self) -> None:
        """Show the keys of the program."""

    def restyle(self) -> None:
        """Theme or size of letters changed in the device's settings: show everything anew."""

    def changed(self, changes: Changes, initiator: object) -> None:
        """Tell all other screens that data changed."""


def has_page(name: str) -> bool:
    """Whether this program has a screen of that name: a link to another leads nowhere."""
    found = find_spec(f"nagari_kit.ui.screens.{name}")
    # An empty folder is a package without a file.
    return found is not None and found.origin is not None


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Something typed that is on no disk: its name, and what leads `enter` back to it.

    `is_refused`: the disk would not take it; else nobody asked it to yet.
    """

    words: str
    way: dict[str, Any]
    is_refused: bool = True


@runtime_checkable
class HoldsTyping(Protocol):
    """A screen that keeps what was typed after it was left, as long as the disk refuses it."""

    def unsaved(self) -> Unsaved | None:
        """What would be lost if the program ended now."""

    def give_up(self) -> None:
        """The officer lets go of it."""


class Screen(Protocol):
    """One page of the window; `build(shell)` of its package makes it."""

    widget: Any

    def enter(self, **arguments: Any) -> None:  # noqa: ANN401 - each its own
        """The page is shown; begin."""

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a setter
        """The window became small or large."""

    def leave(self) -> None:
        """Another page is about to be shown."""
