"""Carries a letter's stored bytes to a printer or into a folder; runs off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nagari_kit.domain.printing import PrinterSetting
from nagari_kit.errors import PrintError, StorageError
from nagari_kit.infra.files import write_atomically
from nagari_kit.ui.preview.pdf_raster import page_shapes
from nagari_kit.ui.printing.painting import PrintTerms, open_printer, print_pages, rendering_dpi
from nagari_kit.ui.printing.target import PrintTarget

_TRUE = PrinterSetting("")
_STORED = "Suratnya tetap tersimpan dan nomornya tetap berlaku."


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of it. `file` is set when the bytes went to a folder instead of paper."""

    target: PrintTarget
    file: Path | None = None


def deliver(
    pdf: bytes,
    target: PrintTarget,
    name: str,
    kept: str = _STORED,
    setting: PrinterSetting = _TRUE,
) -> Delivered:
    """Print `pdf` on the target's printer, or write it as `name` into the target's folder.

    `kept`: what a refusal says that was not lost. `setting`: what is put right on that printer.

    To be called in one worker thread: Qt allows painting on a printer there, as long as no
    printer dialog takes part. Raises PrintError with what was not lost.
    """
    if target.is_file:
        return Delivered(target, save_stored_bytes(pdf, target.folder / name, kept))
    printer = open_printer(
        target.printer, page_shapes(pdf)[0], copies=target.copies, title=Path(name).stem, kept=kept
    )
    print_pages(printer, pdf, rendering_dpi(printer), terms=PrintTerms(kept, setting))
    return Delivered(target)


def save_stored_bytes(pdf: bytes, wanted: Path, kept: str = _STORED) -> Path:
    """Write exactly `pdf`, for this user alone: it holds a whole NIK. Returns the path used.

    The file appears whole or not at all.
    A file of that name with other content is never replaced: ` (2)`, ` (3)` … is added.
    Raises PrintError when the folder cannot be written.
    """
    try:
        path = _free_path(wanted, pdf)
        write_atomically(path, pdf)
    except (OSError, StorageError) as error:
        raise PrintError(
            f"Berkas PDF tidak bisa disimpan di {wanted.parent}. {kept}",
            hint="Pilih folder lain, atau periksa apakah flashdisk terpasang dan tidak penuh.",
            code="CETAK-04",
            detail=f"{type(error).__name__}: {getattr(error, 'detail', '')}",
        ) from error
    return path


def _free_path(wanted: Path, pdf: bytes) -> Path:
    path = wanted
    count = 1
    while path.exists() and path.read_bytes() != pdf:
        count += 1
        path = wanted.with_name(f"{wanted.stem} ({count}){wanted.suffix}")
    return path
