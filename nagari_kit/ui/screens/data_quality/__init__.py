"""Periksa data: what is doubtful in the books, one after the other, and how it is settled."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.doubts import DoubtRule
from nagari_kit.ui.screens.data_quality.presenter import DataQualityPresenter
from nagari_kit.ui.screens.data_quality.view import DataQualityView
from nagari_kit.ui.shell import Shell


class DataQualityScreen:
    """What the shell shows under the name `data_quality`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = DataQualityView()
        self.presenter = DataQualityPresenter(shell, self.widget)

    def enter(self, rule: DoubtRule | str = "") -> None:
        """Show the doubts of a rule, or the first ones that are open."""
        self.presenter.enter(DoubtRule(rule) if rule else None)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Nothing to keep."""


def build(shell: Shell) -> DataQualityScreen:
    """Make the screen."""
    return DataQualityScreen(shell)
