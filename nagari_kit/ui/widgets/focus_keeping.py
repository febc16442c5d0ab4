"""Brings the focus back to a part that was shut for a moment."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


class FocusKeeper:
    """Qt sends the focus on when its widget is disabled; the next Enter would go astray.

    Call `before_shutting` and `after_shutting` around disabling, `after_opening` when all is
    enabled again.
    """

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._held: QWidget | None = None
        self._sent_to: QWidget | None = None

    def before_shutting(self) -> None:
        """Remember what inside the owner has the focus."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._owner.isAncestorOf(focused)
        self._held = focused if inside else None

    def after_shutting(self) -> None:
        """Remember where Qt has sent it."""
        self._sent_to = QApplication.focusWidget()

    def after_opening(self) -> None:
        """Give the focus back, unless the officer has gone elsewhere meanwhile."""
        held, self._held = self._held, None
        if held is None or QApplication.focusWidget() not in (self._sent_to, None):
            return
        if held.isEnabled() and held.isVisible():
            held.setFocus()
