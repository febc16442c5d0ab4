"""The editor of letter types: blocks as forms, a live page, versions; issued letters stay."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.letter_editor.presenter import EditorPresenter
from nagari_kit.ui.screens.letter_editor.view import EditorView
from nagari_kit.ui.shell import Shell, Unsaved


class LetterEditorScreen:
    """What the shell shows under the name `letter_editor`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = EditorView(shell.runner)
        self.presenter = EditorPresenter(shell, self.widget)

    def enter(self, type_id: str = "") -> None:
        """Edit this type; without one the list of types in the settings is shown."""
        self.presenter.enter(type_id)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """What was changed is kept as a draft."""
        self.presenter.leave()

    def unsaved(self) -> Unsaved | None:
        """What no disk has."""
        return self.presenter.unsaved()

    def give_up(self) -> None:
        """The officer lets go of it."""
        self.presenter.stop()


def build(shell: Shell) -> LetterEditorScreen:
    """Make the screen."""
    return LetterEditorScreen(shell)
