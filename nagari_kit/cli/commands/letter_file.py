"""The PDF that a command leaves: checked before a number is taken, written whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

from nagari_kit.errors import InputError, LetterError, StorageError
from nagari_kit.infra.files import make_private_dir, write_atomically


def prepare_target(path: Path, unharmed: str = "Nomor surat belum terpakai.") -> Path:
    """Make sure that the file can be written, before anything is numbered. Raises InputError.

    `unharmed` says in the refusal what was not lost.
    """
    target = path.resolve()
    try:
        make_private_dir(target.parent)
        with tempfile.TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise InputError(
            f"Folder {target.parent} tidak dapat ditulisi. {unharmed}",
            hint="Pilih folder lain untuk --out.",
            code="BERKAS-02",
        ) from error
    if target.is_dir():
        raise InputError(
            f"{target} adalah folder. {unharmed}",
            hint="Beri nama berkas PDF pada --out.",
            code="BERKAS-02",
        )
    return target


def write_letter(target: Path, pdf: bytes, number: str) -> None:
    """Write the filed bytes, for this user alone: they hold a whole NIK.

    Raises LetterError that says that the letter itself is safe.
    """
    try:
        write_atomically(target, pdf)
    except StorageError as error:
        raise LetterError(
            f"Surat nomor {number} sudah tersimpan di register, "
            f"tetapi {target.name} tidak dapat ditulis.",
            hint=f"Ambil PDF-nya nanti dengan: letters reprint {number} --out BERKAS.",
            code="BERKAS-03",
        ) from error
