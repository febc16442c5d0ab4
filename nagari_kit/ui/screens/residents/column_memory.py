"""Remembers on this PC which columns the list of residents has."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from nagari_kit.domain.resident_columns import FIRST_COLUMNS, ListColumn, in_order
from nagari_kit.infra.files import make_private_dir

_FILE = "daftar-penduduk.ini"
_KEY = "kolom"


class ColumnMemory:
    """An INI file in the device's folder; what a newer program wrote there is passed over."""

    def __init__(self, device_dir: Path) -> None:
        self._path = device_dir / _FILE

    def columns(self) -> tuple[ListColumn, ...]:
        """From left to right; the usual ones until somebody chose."""
        known = {one.value for one in ListColumn}
        stored = str(self._file().value(_KEY, "")).split(" ")
        chosen = frozenset(ListColumn(word) for word in stored if word in known)
        return in_order(chosen) if chosen else FIRST_COLUMNS

    def remember(self, columns: tuple[ListColumn, ...]) -> None:
        """These from now on."""
        make_private_dir(self._path.parent)
        file = self._file()
        file.setValue(_KEY, " ".join(columns))
        file.sync()

    def _file(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)
