"""argparse that speaks Indonesian: usage, help and every message about a wrong command line."""

from __future__ import annotations

import argparse
from typing import NoReturn

_WORDS = {
    "usage: ": "pemakaian: ",
    "positional arguments": "yang wajib diberikan",
    "options": "pilihan",
    "show this help message and exit": "tampilkan bantuan ini",
    "subcommands": "perintah",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "the following arguments are required: %s": "yang belum diberikan: %s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "one of the arguments %s is required": "salah satu dari %s wajib diberikan",
    "not allowed with argument %s": "tidak boleh bersama %s",
    "ignored explicit argument %r": "tidak memakai nilai %r",
    "expected one argument": "butuh satu nilai",
    "expected at most one argument": "paling banyak satu nilai",
    "expected at least one argument": "paling sedikit satu nilai",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak dapat dipakai",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r tidak ada; pilihannya: %(choices)s"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "perintah %(parser_name)r tidak ada; pilihannya: %(choices)s"
    ),
    "ambiguous option: %(option)s could match %(matches)s": (
        "pilihan %(option)s bisa berarti %(matches)s"
    ),
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
}


def _translated(message: str) -> str:
    return _WORDS.get(message, message)


def _counted(singular: str, plural: str, number: int) -> str:
    if number == 1:
        return _translated(singular)
    return f"butuh {number} nilai" if plural.startswith("expected") else plural


# argparse takes its words from these two names and offers no other door.
argparse._ = _translated  # type: ignore[attr-defined]
argparse.ngettext = _counted  # type: ignore[attr-defined]


class UsageError(Exception):
    """The command line is wrong; `usage` is the line that shows the right form."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.usage = usage


class IndonesianParser(argparse.ArgumentParser):
    """A parser whose mistakes are raised as UsageError instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise UsageError(message, self.format_usage())
