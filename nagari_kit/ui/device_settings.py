"""What this PC remembers of the window: theme, size of letters, place, who worked last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from nagari_kit.infra.files import make_private_dir
from nagari_kit.ui.style.fonts import SCALES
from nagari_kit.ui.style.sheet import SYSTEM

if TYPE_CHECKING:
    from nagari_kit.domain.office import OfficeProfile

_FILE = "jendela.ini"
_THEMES = ("terang", "gelap", SYSTEM)


class DeviceSettings:
    """An INI file in the device's folder; an unreadable value counts as not set."""

    def __init__(self, device_dir: Path) -> None:
        self._path = device_dir / _FILE

    @property
    def theme(self) -> str:
        """`terang` (default), `gelap` or `sistem`."""
        value = str(self._file().value("theme", _THEMES[0]))
        return value if value in _THEMES else _THEMES[0]

    @property
    def font_scale(self) -> float:
        """One of style.fonts.SCALES."""
        try:
            value = float(str(self._file().value("font_scale", 1.0)))
        except ValueError:
            return 1.0
        return value if value in SCALES else 1.0

    @property
    def actor(self) -> str:
        """Who worked here last, "" at first."""
        return str(self._file().value("actor", ""))

    @property
    def office(self) -> str:
        """Name of the nagari, for the window before it is unlocked."""
        return str(self._file().value("office", ""))

    @property
    def place(self) -> str:
        """Its kecamatan and kabupaten, a line each, "" before the office was opened here."""
        return str(self._file().value("place", ""))

    @property
    def geometry(self) -> QByteArray | None:
        """As QWidget.saveGeometry gave it."""
        value = self._file().value("geometry")
        return value if isinstance(value, QByteArray) else None

    def remember_office(self, profile: OfficeProfile) -> None:
        """What the log-in says of the office before it is open: there are nagari of one name."""
        place = f"Kecamatan {profile.kecamatan}\n{profile.kabupaten}"
        self.remember(office=profile.name, place=place)

    def remember(self, **values: object) -> None:
        """Write `theme`, `font_scale`, `actor`, `office`, `place`, `geometry`."""
        make_private_dir(self._path.parent)
        file = self._file()
        for key, value in values.items():
            file.setValue(key, value)
        file.sync()

    def _file(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)
