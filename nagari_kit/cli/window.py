"""Whether a command line asks for the window, and which office the window then opens."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nagari_kit.infra.paths import default_data_dir


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What the window opens. With `demonstration` the passphrase is the demonstration's own.

    For the demonstration the caller runs `services.demonstration.prepare_demonstration` on
    `data_dir` with `residents` people first: quick when it is there already.
    """

    data_dir: Path
    demonstration: bool = False
    residents: int = 0


def has_display() -> bool:
    """Whether a window could be shown to anybody."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def needs_window(argv: Sequence[str]) -> bool:
    """No command, or a demonstration that may show itself; `argv` is without the program's name.

    A wrong command line and --help need none: `main` answers them.
    """
    if any(word in {"-h", "--help"} for word in argv):
        return False
    try:
        request = _parsed(argv)
    except _WrongUsageError:
        return False
    if request is None:
        return False
    return has_display() if request.demonstration else True


def window_request(argv: Sequence[str]) -> WindowRequest:
    """The office to open for a command line for which `needs_window` is true."""
    return _parsed(argv) or WindowRequest(default_data_dir())


class _WrongUsageError(Exception):
    pass


def _parsed(argv: Sequence[str]) -> WindowRequest | None:
    """None for a command that never shows a window."""
    from nagari_kit.cli.parser import build_parser
    from nagari_kit.infra.command_line import UsageError

    try:
        args = build_parser().parse_args(list(argv))
    except UsageError as error:
        raise _WrongUsageError from error
    chosen = Path(args.data_dir).resolve() if args.data_dir else None
    if args.run is None:
        return WindowRequest(chosen or default_data_dir())
    if getattr(args, "headless", None) is not False or args.json:
        return None
    return WindowRequest(
        chosen or demonstration_dir(args.out), demonstration=True, residents=args.residents
    )


def demonstration_dir(out: str | None) -> Path:
    """Where the window's demonstration lives: inside DIR, or beside the user's own data."""
    if out:
        return Path(out).resolve() / "nagari-contoh"
    return default_data_dir().with_name("nagari-kit-contoh")
