"""Asks why a book is to show whole NIK and KK numbers, once for the time on the page."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.exporting import SHORTEST_REASON
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog


class FullBookDialog(ReasonDialog):
    """As long a reason as a full export of residents needs."""

    shortest: ClassVar[int] = SHORTEST_REASON
    question: ClassVar[str] = f"Alasannya, paling sedikit {SHORTEST_REASON} huruf"

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(
            parent,
            title=self.tr("Buku dengan nomor utuh"),
            subtitle=title,
            lines=[
                (
                    "history",
                    self.tr(
                        "Setiap kali dicetak atau disimpan, dicatat: buku, jumlah baris, alasan "
                        "ini, petugas dan waktunya."
                    ),
                ),
                (
                    "lock",
                    self.tr("Buku memuat NIK dan nomor KK utuh. Simpan di tempat aman."),
                ),
            ],
            confirm=self.tr("Tampilkan utuh"),
        )
