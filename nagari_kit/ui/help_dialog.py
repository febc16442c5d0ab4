"""The keys of the program on one card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nagari_kit.ui.widgets import Button, FormDialog, KeyHint

_KEYS = (
    ("F2", "Cari warga"),
    ("↑ ↓  Enter", "Pilih, lalu buka"),
    ("F9", "Tombol utama halaman: buat, terbitkan, masukkan"),
    ("Ctrl P", "Cetak surat yang sudah terbit, atau buku penduduk"),
    ("Esc", "Kembali; isian tersimpan sebagai draf"),
    ("Ctrl Z", "Urungkan, selama pemberitahuannya masih tampak"),
    ("Ctrl 1 … 7", "Pindah halaman"),
    ("Ctrl K", "Ke beranda"),
    ("Ctrl L", "Kunci layar"),
)


class HelpDialog(FormDialog):
    """Enter and Esc close it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            icon="keyboard",
            kind="info",
            title="Bantuan",
            subtitle="Semua pekerjaan dapat dilakukan tanpa tetikus.",
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (keys, words) in enumerate(_KEYS):
            grid.addWidget(KeyHint(keys), row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(QLabel(words), row, 1)
        self.body.addLayout(grid)
        self.add_foot("Setiap pesan galat punya kode untuk dibacakan lewat telepon", "info-circle")
        close = Button("Tutup", kind="secondary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.add_button(close)
        close.setFocus()
