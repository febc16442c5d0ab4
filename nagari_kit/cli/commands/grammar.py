"""How a command joins the grammar: its parser, its help, the function that it runs."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable
from typing import TypeAlias

from nagari_kit.cli.reply import Reply
from nagari_kit.infra.command_line import IndonesianParser

# argparse has no public name for what add_subparsers gives.
Subcommands: TypeAlias = "argparse._SubParsersAction[IndonesianParser]"  # noqa: SLF001
Run: TypeAlias = Callable[[Namespace], Reply | None]


def add_command(
    commands: Subcommands, name: str, words: str, run: Run | None, shared: IndonesianParser
) -> IndonesianParser:
    """A command with its one-line help; `run` None for a group of commands."""
    parser = commands.add_parser(
        name, help=words, description=f"{words[:1].upper()}{words[1:]}.", parents=[shared]
    )
    if run is not None:
        parser.set_defaults(run=run)
    return parser


def positive(text: str) -> int:
    """A whole number above nought, for argparse."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number
