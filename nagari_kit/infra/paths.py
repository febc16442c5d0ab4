"""Where data, logs and resources live, in development and in the frozen program.

The only module that looks at `sys.frozen`, `__file__` or the environment for a place.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs


def resource_path(name: str) -> Path:
    """Absolute path of a shipped file, such as `letters/sku.toml`.

    Raises ValueError for an absolute name or one that climbs out of the resources folder.
    """
    relative = Path(name)
    if relative.is_absolute() or ".." in relative.parts:
        msg = f"not a resource name: {name!r}"
        raise ValueError(msg)
    return _resource_root() / relative


def _resource_root() -> Path:
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "resources"
    package = Path(__file__).resolve().parent.parent
    bundled = package / "resources"
    return bundled if bundled.is_dir() else package.parent / "resources"


def default_data_dir() -> Path:
    """The user's data folder of the program; never beside the executable."""
    return Path(platformdirs.user_data_dir("nagari-kit", appauthor=False))


def default_hub_dir() -> Path:
    """The hub's own data folder."""
    return Path(platformdirs.user_data_dir("nagari-hub", appauthor=False))


@dataclass(frozen=True, slots=True)
class OfficePaths:
    """The files of one office inside its data folder."""

    data_dir: Path

    @property
    def database(self) -> Path:
        """The encrypted SQLite file."""
        return self.data_dir / "nagari.db"

    @property
    def key_slots(self) -> Path:
        """The wrapped database key, one slot per way in."""
        return self.data_dir / "kunci.json"

    @property
    def device_dir(self) -> Path:
        """This PC's own keys and anchor: outside the database and outside its backups."""
        return self.data_dir / "perangkat"

    @property
    def backups(self) -> Path:
        """Dated copies made before an upgrade."""
        return self.data_dir / "cadangan"

    @property
    def logs(self) -> Path:
        """Rotating log files, without personal data."""
        return self.data_dir / "log"
