"""Where the officer enters what was measured on a printed page, printer by printer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nagari_kit.domain.printing import Measured, PrinterSetting
from nagari_kit.ui.widgets import Button, Card, ComboInput, LabeledField, TextInput

_FIELDS = (
    ("ruler", "Panjang penggaris mendatar (mm)", "100"),
    ("left", "Bingkai dari tepi kiri (mm)", "8"),
    ("top", "Bingkai dari tepi atas (mm)", "8"),
)


class PrinterCard(Card):
    """`print_requested` and `forget_requested` carry a printer; `measured` it and a Measured."""

    chosen = Signal(str)
    print_requested = Signal(str)
    measured = Signal(str, object)
    forget_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ukur printer", parent)
        self.printer = ComboInput()
        self.words = QLabel()
        self.words.setObjectName("secondary")
        self.words.setWordWrap(True)
        self.inputs = {key: TextInput() for key, _label, _usual in _FIELDS}
        self.rows = {
            key: LabeledField(self.tr(label), self.inputs[key]) for key, label, _usual in _FIELDS
        }
        for key, _label, usual in _FIELDS:
            self.inputs[key].setPlaceholderText(usual)
            self.rows[key].wrap_label()
        self.print_page = Button(self.tr("Cetak lembar ukur"), icon="printer")
        self.save = Button(self.tr("Simpan hasil ukur"), icon="check")
        self.forget = Button(self.tr("Hapus ukuran"), kind="ghost", icon="trash")
        self._build()
        self.printer.currentIndexChanged.connect(lambda _place: self.chosen.emit(self.name()))
        self.print_page.clicked.connect(lambda: self.print_requested.emit(self.name()))
        self.forget.clicked.connect(lambda: self.forget_requested.emit(self.name()))
        self.save.clicked.connect(self.submit)

    def name(self) -> str:
        """The chosen printer, "" when this PC has none."""
        return str(self.printer.currentData() or "")

    def show_printers(self, names: tuple[str, ...]) -> None:
        """Offer these; the chosen one stays chosen."""
        before = self.name()
        with QSignalBlocker(self.printer):
            self.printer.clear()
            for name in names:
                self.printer.addItem(name, name)
            if not names:
                self.printer.addItem(self.tr("Belum ada printer di komputer ini"), "")
            self.printer.setCurrentIndex(max(0, self.printer.findData(before)))
        for part in (self.printer, self.print_page, self.save, *self.inputs.values()):
            part.setEnabled(bool(names))

    def show_setting(self, setting: PrinterSetting) -> None:
        """Say what is put right on the chosen printer."""
        self.forget.setVisible(bool(setting.paper))
        if not setting.paper:
            self.words.setText(self.tr("Belum diukur: dicetak apa adanya."))
        elif setting.is_true:
            self.words.setText(self.tr("Sudah diukur: tercetak tepat."))
        else:
            words = self.tr("Diluruskan saat mencetak: kanan {0} mm, bawah {1} mm, ukuran {2} %.")
            size = f"{setting.scale / 100:.2f}".replace(".", ",")
            right, down = _millimetres(setting.offset_right), _millimetres(setting.offset_down)
            self.words.setText(words.format(right, down, size))

    def submit(self) -> None:
        """Tell what was measured; empty fields are true ones."""
        found: dict[str, int] = {}
        faults: dict[str, str] = {}
        for key, _label, usual in _FIELDS:
            tenths = _tenths(self.inputs[key].text().strip() or usual)
            if tenths is None:
                faults[key] = self.tr("Isi angka, misalnya {0}.").format(usual)
            else:
                found[key] = tenths
        self.show_errors(faults)
        if not faults:
            self.measured.emit(self.name(), Measured(**found))

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields; the caret goes to the first wrong one."""
        for key, row in self.rows.items():
            row.set_error(errors.get(key, ""))
        for key, line in self.inputs.items():
            if key in errors:
                line.setFocus()
                return

    def clear(self) -> None:
        """What was measured is kept; the next page is measured anew."""
        for line in self.inputs.values():
            line.clear()
        self.show_errors({})

    def _build(self) -> None:
        advice = QLabel(
            self.tr(
                "Cetak lembar ukur, ukur dengan mistar, isikan hasilnya. Setelah itu surat dan "
                "buku tercetak pada tempat dan ukuran yang tepat."
            )
        )
        advice.setObjectName("secondary")
        advice.setWordWrap(True)
        self.body.addWidget(advice)
        self.body.addWidget(LabeledField(self.tr("Printer"), self.printer))
        self.body.addWidget(self.words)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for row in self.rows.values():
            fields.addWidget(row, 1)
        self.body.addLayout(fields)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.print_page)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        buttons.addWidget(self.forget)
        self.body.addLayout(buttons)


def _tenths(text: str) -> int | None:
    """Tenths of a millimetre of `100,5` or `100.5`; None when it is no number."""
    try:
        return round(float(text.replace(",", ".")) * 10)
    except (ValueError, OverflowError):
        return None


def _millimetres(tenths: int) -> str:
    return f"{tenths / 10:+.1f}".replace(".", ",").replace("-", "−")
