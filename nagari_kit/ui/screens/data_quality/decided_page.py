"""Why somebody said that a doubt is right as it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nagari_kit.services.data_quality import DoubtCase
from nagari_kit.ui.letter_words import short_moment
from nagari_kit.ui.screens.data_quality.doubt_words import person_line
from nagari_kit.ui.widgets import KeyValueList

_WIDEST = 560


class DecidedPage(QWidget):
    """Only to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = KeyValueList()
        self._facts.setMaximumWidth(_WIDEST)
        self._people = QLabel()
        self._people.setObjectName("secondary")
        self._people.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(14)
        column.addWidget(self._people)
        column.addWidget(self._facts)
        column.addStretch(1)

    def begin(self, case: DoubtCase) -> None:
        """The reason, who gave it and when."""
        decision = case.item.decision
        lines = [f"{one.name.full()}: {person_line(one, case.homes)}" for one in case.people]
        self._people.setText("\n".join(lines))
        if decision is not None:
            self._facts.set_pairs(
                (
                    ("Alasan", decision.reason),
                    ("Ditandai oleh", decision.decided_by),
                    ("Pada", short_moment(decision.decided_at)),
                )
            )
