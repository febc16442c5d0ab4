"""Asks whether the letter's date is right, when this PC's clock cannot be trusted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.dates import long_date
from nagari_kit.ui.widgets import ConfirmDialog


def ask_about_date(parent: QWidget, doubt: str, day: date, confirmed: Callable[[], object]) -> None:
    """Call `confirmed` when the officer says that a letter dated `day` is right."""
    dialog = ConfirmDialog(
        parent,
        title=f"Tanggal surat {long_date(day)}?",
        text=(
            f"{doubt}\n\nTanggal dan nomor surat mengikuti jam komputer. Bila jamnya salah, "
            "kembali dan betulkan dulu; isian tetap tersimpan."
        ),
        confirm="Tanggalnya benar, beri nomor",
        danger=False,
    )
    dialog.accepted.connect(confirmed)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
