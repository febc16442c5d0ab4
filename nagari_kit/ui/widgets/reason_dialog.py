"""Asks for a few words why, before something that people may ask about later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from nagari_kit.ui.widgets import Button, FormDialog, LabeledField, TextInput

SHORTEST = 5


class ReasonDialog(FormDialog):
    """The button stays closed until a few words were written; Esc leads back.

    A kind of question that wants more says so in `shortest` and `question`.
    """

    shortest: ClassVar[int] = SHORTEST
    question: ClassVar[str] = "Sebabnya, beberapa kata"

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        subtitle: str,
        lines: Sequence[tuple[str, str]],
        confirm: str,
        back: str = "Kembali",
    ) -> None:
        super().__init__(parent, icon="alert-triangle", kind="warn", title=title, subtitle=subtitle)
        self.reason = TextInput()
        self.confirm = Button(confirm, kind="primary")
        self.back = Button(back, kind="secondary")
        if lines:
            self.add_consequences(lines)
        self.body.addWidget(LabeledField(self.tr(self.question), self.reason))
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.reason.textChanged.connect(self._check)
        self.reason.returnPressed.connect(self.confirm.click)
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self.confirm.setEnabled(False)
        self.confirm.setDefault(True)
        self.reason.setFocus()

    def words(self) -> str:
        """The reason."""
        return " ".join(self.reason.text().split())

    def _check(self, _text: str) -> None:
        self.confirm.setEnabled(len(self.words()) >= self.shortest)
