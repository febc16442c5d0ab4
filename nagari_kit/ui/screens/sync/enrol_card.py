"""Enrols this PC at the hub: address, certificate file and ticket, as the province handed them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLabel, QWidget

from nagari_kit.ui.widgets import Button, Card, LabeledField, TextInput, mark_wrong


@dataclass(frozen=True, slots=True)
class EnrolWish:
    """What was typed; not checked yet."""

    hub_url: str
    ca_file: Path
    ticket: str


class EnrolCard(Card):
    """`enrol_requested` carries an EnrolWish."""

    enrol_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Daftarkan komputer ini", parent)
        self.address = TextInput()
        self.address.setPlaceholderText("https://hub.contoh.go.id")
        self.ca_file = TextInput()
        self.choose = Button(self.tr("Pilih berkas"), kind="secondary", icon="folder")
        self.ticket = TextInput()
        self.submit = Button(
            self.tr("Daftarkan"), kind="primary", icon="plug-connected", key_hint="F9"
        )
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.ca_file, 1)
        row.addWidget(self.choose)
        self.rows = {
            "hub_url": LabeledField(self.tr("Alamat hub provinsi"), self.address),
            "ca_file": LabeledField(self.tr("Berkas sertifikat (.pem)"), pair),
            "ticket": LabeledField(self.tr("Tiket"), self.ticket),
        }
        self.ca_file.setAccessibleName(self.tr("Berkas sertifikat"))
        self._inputs = {"hub_url": self.address, "ca_file": self.ca_file, "ticket": self.ticket}
        self._left_at: TextInput | None = None
        self._build()
        self.choose.clicked.connect(self._ask)
        self.submit.clicked.connect(self._tell)
        for field_id, line in self._inputs.items():
            line.returnPressed.connect(self._tell)
            line.textChanged.connect(lambda _text, one=field_id: self._mark(one, ""))

    def wish(self) -> EnrolWish:
        """What stands in the fields."""
        return EnrolWish(
            self.address.text().strip(),
            Path(self.ca_file.text().strip()),
            self.ticket.text().strip(),
        )

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields; the caret goes to the first wrong one."""
        if "ticket" in errors:
            self.ticket.clear()  # Good once; before the mark, which typing takes away.
        for field_id in self.rows:
            self._mark(field_id, errors.get(field_id, ""))
        first = next((one for one in self._inputs if one in errors), "")
        if first:
            self._inputs[first].setFocus()
            self._inputs[first].selectAll()

    def set_busy(self, *, busy: bool) -> None:
        """While the hub is asked nothing may change; then the caret is where it was."""
        if busy and self.submit.isEnabled():
            self._left_at = next((one for one in self._inputs.values() if one.hasFocus()), None)
        for row in self.rows.values():
            row.setEnabled(not busy)
        self.submit.setEnabled(not busy)
        self.submit.setText(self.tr("Menghubungi provinsi …") if busy else self.tr("Daftarkan"))
        if not busy and self._left_at is not None:
            self._left_at.setFocus()
            self._left_at = None

    def propose(self, address: str) -> None:
        """The address where this PC was enrolled before, unless one is typed already."""
        if not self.address.text():
            self.address.setText(address)

    def take_caret(self) -> None:
        """Begin at the first empty field, unless somebody is at work in the card already."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            lines = self._inputs.values()
            next((line for line in lines if not line.text()), self.address).setFocus()

    def _mark(self, field_id: str, words: str) -> None:
        self.rows[field_id].set_error(words)
        # The row marks the pair of line and button; the frame is the line's.
        mark_wrong(self._inputs[field_id], wrong=bool(words))

    def _tell(self) -> None:
        if self.submit.isEnabled():
            self.enrol_requested.emit(self.wish())

    def _ask(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Pilih berkas sertifikat dari provinsi"),
            str(Path.home()),
            self.tr("Sertifikat (*.pem *.crt *.cer)"),
        )
        if name:
            self.ca_file.setText(name)
            self.ticket.setFocus()

    def _build(self) -> None:
        words = QLabel(
            self.tr(
                "Provinsi memberi tiga hal: alamat, berkas sertifikat, dan tiket sekali pakai. "
                "Sesudah didaftarkan, operator provinsi mencocokkan sidik komputer ini lewat "
                "telepon dan menyetujuinya."
            )
        )
        words.setObjectName("secondary")
        words.setWordWrap(True)
        self.body.setSpacing(12)
        self.body.addWidget(words)
        for row in self.rows.values():
            self.body.addWidget(row)
        line = QHBoxLayout()
        line.addWidget(self.submit)
        line.addStretch(1)
        self.body.addLayout(line)
