"""Asks where a spreadsheet goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from nagari_kit.ui.printing.target import PrintMemory
from nagari_kit.ui.shell import Shell

_SUFFIX = ".xlsx"
_KIND = "Lembar kerja Excel (*.xlsx)"


def chosen_sheet(shell: Shell, view: QWidget, stem: str) -> Path | None:
    """The file that the officer chose, with its ending; None when she did not."""
    memory = PrintMemory(shell.workspace.paths.device_dir)
    place = str(memory.folder / f"{stem}{_SUFFIX}")
    chosen, _kind = QFileDialog.getSaveFileName(view, view.tr("Simpan"), place, _KIND)
    if not chosen:
        return None
    path = Path(chosen)
    memory.remember_folder(path.parent)
    return path if path.suffix.lower() == _SUFFIX else Path(f"{path}{_SUFFIX}")
