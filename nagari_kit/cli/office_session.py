"""Opens the office that a command works on: data folder, passphrase, clock."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.errors import AccessDeniedError, InputError
from nagari_kit.infra.clock import Clock, SystemClock
from nagari_kit.infra.logging_setup import start_office_log
from nagari_kit.infra.paths import OfficePaths, default_data_dir

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

PASSPHRASE_VARIABLE = "NAGARI_PASSPHRASE"  # noqa: S105 - the name of a variable


def the_clock() -> Clock:
    """The clock of every command."""
    return SystemClock()


def office_paths(args: Namespace) -> OfficePaths:
    """The data folder that was named, or the user's own."""
    chosen = getattr(args, "data_dir", None)
    return OfficePaths(Path(chosen).resolve() if chosen else default_data_dir())


def passphrase(args: Namespace) -> str:
    """From the file, the environment or the keyboard.

    Raises InputError when the file cannot be read, AccessDeniedError when there is none at all.
    """
    given = stated_passphrase(args)
    if given:
        return given
    if sys.stdin.isatty():
        return getpass.getpass("Kata sandi: ")
    raise AccessDeniedError(
        "Kata sandi belum diberikan; data tidak dibuka.",
        hint=f"Beri --passphrase-file BERKAS, atau isi {PASSPHRASE_VARIABLE}.",
        code="KUNCI-10",
    )


def stated_passphrase(args: Namespace) -> str | None:
    """The same without asking; None when neither file nor environment has one."""
    file = getattr(args, "passphrase_file", None)
    if file is None:
        return os.environ.get(PASSPHRASE_VARIABLE)
    try:
        return Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"Berkas kata sandi {file} tidak dapat dibaca.",
            hint="Periksa nama berkas dan hak bacanya.",
            code="ISI-02",
        ) from error


@contextmanager
def open_office(args: Namespace) -> Iterator[Workspace]:
    """The workspace, closed afterwards. Raises AccessDeniedError, NotFoundError, StorageError."""
    from nagari_kit.services.workspace import open_workspace

    paths = office_paths(args)
    start_office_log(paths)
    workspace = open_workspace(paths, passphrase(args), clock=the_clock())
    try:
        yield workspace
    finally:
        workspace.close()
