"""The PDF that a command leaves: checked before a number is taken, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from nagari_kit.errors import InputError, LetterError


def prepare_target(path: Path) -> Path:
    """Make sure that the file can be written, before anything is numbered. Raises InputError."""
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise InputError(
            f"Folder {target.parent} tidak dapat ditulisi. Nomor surat belum terpakai.",
            hint="Pilih folder lain untuk --out.",
            code="BERKAS-02",
        ) from error
    if target.is_dir():
        raise InputError(
            f"{target} adalah folder. Nomor surat belum terpakai.",
            hint="Beri nama berkas PDF pada --out.",
            code="BERKAS-02",
        )
    return target


def write_letter(target: Path, pdf: bytes, number: str) -> None:
    """Write the filed bytes. Raises LetterError that says that the letter itself is safe."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tulis")
    try:
        unfinished.write_bytes(pdf)
        unfinished.replace(target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise LetterError(
            f"Surat nomor {number} sudah tersimpan di register, "
            f"tetapi {target.name} tidak dapat ditulis.",
            hint=f"Ambil PDF-nya nanti dengan: letters reprint {number} --out BERKAS.",
            code="BERKAS-03",
        ) from error
