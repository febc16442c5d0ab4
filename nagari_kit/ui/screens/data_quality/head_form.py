"""Chooses who heads a KK, and what the others are who were written so wrongly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nagari_kit.domain import code_lists
from nagari_kit.domain.family_succession import HEAD
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Resident
from nagari_kit.services.data_quality import DoubtCase
from nagari_kit.ui.code_words import calm
from nagari_kit.ui.screens.data_quality.doubt_words import person_line
from nagari_kit.ui.widgets import Banner, ComboInput, LabeledField, ScrollPage

_MARGINS = QMargins(18, 14, 18, 14)


class HeadForm(QWidget):
    """`edited`: another head or relation was chosen. `home_requested`: show the whole family.

    Nobody is chosen to begin with: who heads a family is said by the officer, never by a key too
    many.
    """

    edited = Signal()
    home_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: DoubtCase | None = None
        self.head = ComboInput()
        self.head_row = LabeledField(self.tr("Kepala keluarga"), self.head)
        self.nobody: Banner | None = None
        self.relations: dict[ResidentId, LabeledField] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._page: ScrollPage | None = None

    def begin(self, case: DoubtCase, leaders: Sequence[Resident]) -> None:
        """The members of a KK; `leaders` are those who may head it, the likeliest first."""
        self._case = case
        self.relations = {}
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._offer(leaders) if leaders else self._offer_nobody())
        column.addSpacing(10)
        for one in case.members:
            self._add_member(column, one, case)
        column.addStretch(1)
        self._show(column)
        self._show_relations()

    def take_focus(self) -> None:
        """The choice of the head, or what is to be done when there is none."""
        if self.nobody is not None:
            self.nobody.take_focus()
        else:
            self.head.setFocus()

    def chosen(self) -> tuple[ResidentId, Mapping[ResidentId, int]] | None:
        """The head and the relations of wrong heads; None while one of them is missing."""
        head: ResidentId | None = self.head.currentData()
        if head is None:
            self.head_row.set_error(self.tr("Pilih siapa yang mengepalai keluarga ini."))
            return None
        found: dict[ResidentId, int] = {}
        for resident_id, row in self.relations.items():
            code = _code_of(row)
            if resident_id == head:
                continue
            row.set_error("" if code else self.tr("Pilih hubungannya dengan kepala keluarga."))
            if code is None:
                return None
            found[resident_id] = code
        return head, found

    def _offer(self, leaders: Sequence[Resident]) -> LabeledField:
        self.nobody = None
        self.head = ComboInput()
        self.head.addItem(self.tr("Pilih …"), None)
        for one in leaders:
            self.head.addItem(one.name.full(), one.id)
        self.head.currentIndexChanged.connect(self._show_relations)
        likeliest = self.tr("Yang paling mungkin: {0}.").format(leaders[0].name.full())
        self.head_row = LabeledField(self.tr("Kepala keluarga"), self.head, likeliest)
        return self.head_row

    def _offer_nobody(self) -> Banner:
        self.head = ComboInput(self)
        self.head.hide()
        self.nobody = Banner(
            "info",
            self.tr("Semua anggota KK ini masih anak-anak."),
            self.tr(
                "Satukan mereka dengan KK walinya lewat “Gabung KK”. Kalau di kartu KK memang "
                "salah satu anak yang tertulis sebagai kepala, catat dengan “Ganti kepala”."
            ),
            self.tr("Buka keluarga"),
        )
        self.nobody.action_requested.connect(self.home_requested)
        return self.nobody

    def _add_member(self, column: QVBoxLayout, one: Resident, case: DoubtCase) -> None:
        name = QLabel(one.name.full())
        name.setObjectName("rowTitle")
        line = QLabel(person_line(one, case.homes))
        line.setObjectName("secondary")
        line.setWordWrap(True)
        column.addWidget(name)
        column.addWidget(line)
        if one.family_relation == HEAD:
            combo = ComboInput()
            combo.addItem(self.tr("Pilih …"), None)
            for code, label in code_lists.FAMILY_RELATION.items():
                if code != HEAD:
                    combo.addItem(calm(label), code)
            combo.currentIndexChanged.connect(self.edited)
            words = self.tr("Hubungan {0} dengan kepala keluarga").format(one.name.name)
            self.relations[one.id] = LabeledField(words, combo)
            column.addWidget(self.relations[one.id])
        column.addSpacing(10)

    def _show_relations(self) -> None:
        head = self.head.currentData()
        for resident_id, row in self.relations.items():
            row.setVisible(head is not None and resident_id != head)
        self.head_row.set_error("")
        self.edited.emit()

    def _show(self, column: QVBoxLayout) -> None:
        if self._page is not None:
            self._layout.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = ScrollPage(column, _MARGINS)
        self._layout.addWidget(self._page)


def _code_of(row: LabeledField) -> int | None:
    field = row.field
    return field.currentData() if isinstance(field, ComboInput) else None
