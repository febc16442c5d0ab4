"""Puts a new office's files in their place: after a power cut there is a whole office or none."""

from __future__ import annotations

import shutil

from nagari_kit.errors import NotFoundError
from nagari_kit.infra.files import sync_folder
from nagari_kit.infra.paths import OfficePaths

_STAGING = ".sedang-dibuat"


def staging_of(paths: OfficePaths) -> OfficePaths:
    """Where an office is made before it is moved to its folder."""
    return OfficePaths(paths.data_dir / _STAGING)


def clear_staging(paths: OfficePaths) -> None:
    """Throw away an office that was never finished; nobody has worked in it."""
    shutil.rmtree(staging_of(paths).data_dir, ignore_errors=True)


def move_in(paths: OfficePaths) -> None:
    """Move the finished office from staging; the key file last, for it makes the office exist."""
    made = staging_of(paths)
    made.database.replace(paths.database)
    if made.device_dir.is_dir():
        shutil.rmtree(paths.device_dir, ignore_errors=True)
        made.device_dir.replace(paths.device_dir)
    _show_key(made, paths)
    clear_staging(paths)


def finish_interrupted(paths: OfficePaths) -> None:
    """Complete a move that a power cut stopped between its steps; else nothing happens."""
    made = staging_of(paths)
    moved = paths.database.is_file() and not made.database.exists()
    if moved and made.key_slots.is_file() and not paths.key_slots.exists():
        if made.device_dir.is_dir() and not paths.device_dir.exists():
            made.device_dir.replace(paths.device_dir)
        _show_key(made, paths)
        clear_staging(paths)


def _show_key(made: OfficePaths, paths: OfficePaths) -> None:
    """The last step; a disk may not do it before the others, nor forget it after."""
    sync_folder(paths.data_dir)
    made.key_slots.replace(paths.key_slots)
    sync_folder(paths.data_dir)


def office_exists(paths: OfficePaths) -> bool:
    """Whether an office was made in this folder, an interrupted making completed.

    Raises NotFoundError when only one of its two files is there (KUNCI-03, KUNCI-11): a first
    set-up beside it would lead the officer astray.
    """
    finish_interrupted(paths)
    has_key, has_data = paths.key_slots.is_file(), paths.database.is_file()
    if has_key and not has_data:
        raise NotFoundError(
            "Berkas data kantor (nagari.db) tidak ada. "
            f"Folder {paths.data_dir} hanya berisi kuncinya; kunci itu tidak diubah.",
            hint="Ambil nagari.db dari cadangan, letakkan di folder itu, lalu buka program ini "
            "lagi. Jangan membuat kantor baru di situ.",
            code="KUNCI-03",
        )
    if has_data and not has_key:
        raise NotFoundError(
            "Berkas kunci kantor (kunci.json) tidak ada. "
            f"Data di folder {paths.data_dir} masih ada dan tidak diubah, tetapi "
            "tidak dapat dibuka tanpa kunci itu.",
            hint="Ambil kunci.json dari cadangan, letakkan di folder itu, lalu buka program ini "
            "lagi. Jangan membuat kantor baru di situ.",
            code="KUNCI-11",
        )
    return has_key
