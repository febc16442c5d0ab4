"""Where a letter goes: one of this PC's printers, or a PDF file in a folder; remembered per PC."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtPrintSupport import QPrinterInfo

from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.infra.files import make_private_dir

MAXIMUM_COPIES = 20
PDF_WORDS = "Berkas PDF"
_FILE = "cetak.ini"


@dataclass(frozen=True, slots=True)
class PrintTarget:
    """`printer` is the system's name of a printer; "" writes the stored bytes into `folder`."""

    printer: str
    folder: Path
    copies: int = 1

    @property
    def is_file(self) -> bool:
        """True when no paper is involved."""
        return not self.printer

    @property
    def words(self) -> str:
        """What the register's log and the officer call it."""
        return self.printer or "PDF"


def printer_names() -> tuple[str, ...]:
    """This PC's printers, the system's default first."""
    names = list(QPrinterInfo.availablePrinterNames())
    default = QPrinterInfo.defaultPrinterName()
    if default in names:
        names.remove(default)
        names.insert(0, default)
    return tuple(names)


def file_name(letter: IssuedLetter) -> str:
    """`500.3-081-KN-2026.pdf`: the number, without what a file name cannot hold."""
    kept = "".join(sign if sign.isalnum() or sign in ".-_" else "-" for sign in letter.number)
    return f"{kept.strip('-.') or letter.id.hex}.pdf"


class PrintMemory:
    """The last choice on this PC, in `device_dir`; an unusable memory counts as none."""

    def __init__(self, device_dir: Path) -> None:
        self._path = device_dir / _FILE

    def target(self) -> PrintTarget | None:
        """The remembered target, or None when nothing was chosen or the printer is gone."""
        settings = self._settings()
        if not settings.contains("printer"):
            return None
        printer = str(settings.value("printer", ""))
        if printer and printer not in printer_names():
            return None
        return replace(self.proposal(), printer=printer)

    def proposal(self) -> PrintTarget:
        """What the panel shows first: the memory's folder, the default printer if there is one."""
        names = printer_names()
        folder = str(self._settings().value("folder", ""))
        return PrintTarget(names[0] if names else "", Path(folder) if folder else default_folder())

    def remember(self, target: PrintTarget) -> None:
        """Keep printer and folder; the number of copies starts at one each time."""
        make_private_dir(self._path.parent)
        settings = self._settings()
        settings.setValue("printer", target.printer)
        settings.setValue("folder", str(target.folder))
        settings.sync()

    def remember_folder(self, folder: Path) -> None:
        """Keep the folder alone; the printer stays as it was chosen."""
        make_private_dir(self._path.parent)
        settings = self._settings()
        settings.setValue("folder", str(folder))
        settings.sync()

    @property
    def folder(self) -> Path:
        """Where PDF files go."""
        return self.proposal().folder

    def _settings(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)


def default_folder() -> Path:
    """`Surat Nagari` in the person's documents."""
    location = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(location) or Path.home()) / "Surat Nagari"
