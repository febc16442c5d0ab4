"""The whole grammar of nagari-kit: commands, their values, their help in Indonesian."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nagari_kit.cli.commands import (
    demo,
    doctor,
    figures,
    forms,
    init,
    letters,
    officers,
    register,
    residents,
    sync,
)
from nagari_kit.infra.command_line import IndonesianParser

if TYPE_CHECKING:
    from nagari_kit.cli.commands.grammar import Subcommands

DESCRIPTION = (
    "Pelayanan surat dan data penduduk kantor nagari. Tanpa perintah, jendela program dibuka."
)


def build_parser() -> IndonesianParser:
    """A parser whose namespace carries `run`, the function of the chosen command, or None."""
    parser = IndonesianParser(
        prog="nagari-kit", description=DESCRIPTION, parents=[_shared(at_top=True)]
    )
    parser.set_defaults(run=None)
    commands: Subcommands = parser.add_subparsers(title="perintah", metavar="PERINTAH")
    shared = _shared(at_top=False)
    for module in (
        demo,
        init,
        residents,
        letters,
        register,
        figures,
        officers,
        forms,
        sync,
        doctor,
    ):
        module.add_to(commands, shared)
    return parser


def _shared(*, at_top: bool) -> IndonesianParser:
    """What every command takes, before or after its name."""
    absent = None if at_top else argparse.SUPPRESS
    shared = IndonesianParser(add_help=False)
    shared.add_argument("--data-dir", metavar="FOLDER", default=absent, help="folder data kantor")
    shared.add_argument(
        "--passphrase-file",
        metavar="BERKAS",
        default=absent,
        help="berkas berisi kata sandi; boleh juga lewat NAGARI_PASSPHRASE",
    )
    shared.add_argument(
        "--json",
        action="store_true",
        default=False if at_top else argparse.SUPPRESS,
        help="jawab dengan satu objek JSON",
    )
    return shared
