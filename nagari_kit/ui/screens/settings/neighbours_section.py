"""Who else signs below letters: the camat, and the adat council with its chair."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nagari_kit.domain.neighbours import AdatCouncil, Camat, Neighbours
from nagari_kit.ui.screens.settings.section import EditedSection
from nagari_kit.ui.widgets import Button, Card, LabeledField, TextInput

_CAMAT = (
    ("camat_name", "Nama camat dengan gelarnya", "Drs. Hendri Yanto, M.Si."),
    ("camat_position", "Jabatan", "Camat"),
    ("camat_nip", "NIP", ""),
)
_KAN = (
    ("kan_name", "Nama KAN", "KAN Koto Contoh"),
    ("kan_chair", "Ketua KAN dengan gelarnya", "H. Syafrizal Dt. Rajo Basa"),
)


class NeighboursSection(EditedSection):
    """`save_requested` carries the Neighbours as they stand here."""

    save_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Camat dan KAN",
            "Untuk baris “Mengetahui”. Yang kosong dicetak bertitik-titik.",
            parent,
        )
        self.inputs: dict[str, TextInput] = {}
        self.rows: dict[str, LabeledField] = {}
        self.column.addWidget(self._card(self.tr("Camat"), _CAMAT))
        self.column.addWidget(self._card(self.tr("Kerapatan Adat Nagari"), _KAN))
        self.finish()
        self.save = Button(self.tr("Simpan nama"), kind="primary", icon="check", key_hint="F9")
        self.footer.add_button(self.save)
        self.save.clicked.connect(self.submit)

    def show_neighbours(self, neighbours: Neighbours) -> None:
        """Fill the fields."""
        camat, kan = neighbours.camat, neighbours.kan
        texts = {
            "camat_name": camat.name,
            "camat_position": camat.position,
            "camat_nip": camat.nip,
            "kan_name": kan.name,
            "kan_chair": kan.chair,
        }
        for key, text in texts.items():
            self.inputs[key].setText(text)
        self.show_errors({})
        self.note_shown()

    def content(self) -> Neighbours:
        """What stands in the fields."""
        text = {key: " ".join(line.text().split()) for key, line in self.inputs.items()}
        return Neighbours(
            Camat(text["camat_name"], text["camat_position"], text["camat_nip"]),
            AdatCouncil(text["kan_name"], text["kan_chair"]),
        )

    def submit(self) -> None:
        """Ask to save what stands here."""
        self.note_submitted()
        self.save_requested.emit(self.content())

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields; the caret goes to the first wrong one."""
        for key, row in self.rows.items():
            row.set_error(errors.get(key, ""))
        for key, line in self.inputs.items():
            if key in errors:
                line.setFocus()
                return

    def show_saved(self) -> None:
        """Say that it is kept."""
        self.note_stored()
        self.footer.set_note(self.tr("Nama tersimpan."), "circle-check", "ok")

    def _card(self, title: str, fields: tuple[tuple[str, str, str], ...]) -> Card:
        card = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for place, (key, label, example) in enumerate(fields):
            line = self.inputs[key] = TextInput()
            line.setPlaceholderText(example)
            row = self.rows[key] = LabeledField(self.tr(label), line)
            line.textEdited.connect(lambda _text, one=row: one.set_error(""))
            # Names with titles are long: they take the whole width.
            if place == 0 or len(fields) == 2:
                grid.addWidget(row, place, 0, 1, 2)
            else:
                grid.addWidget(row, 1 + (place - 1) // 2, (place - 1) % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        return card
