"""`demo`: the demonstration nagari, in the window or as a story without one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from nagari_kit.cli.commands.grammar import Subcommands, add_command, positive
from nagari_kit.cli.office_session import the_clock
from nagari_kit.cli.reply import Reply, say
from nagari_kit.infra.command_line import IndonesianParser
from nagari_kit.services.demonstration import DEFAULT_RESIDENTS, HeadlessRequest, run_headless

DEFAULT_OUT = "nagari-contoh"


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    parser = add_command(commands, "demo", "nagari contoh dengan warga rekaan", _demo, shared)
    parser.add_argument(
        "--residents",
        type=positive,
        default=DEFAULT_RESIDENTS,
        metavar="N",
        help=f"jumlah warga rekaan (baku {DEFAULT_RESIDENTS})",
    )
    parser.add_argument("--headless", action="store_true", help="jalankan tanpa jendela")
    parser.add_argument("--out", metavar="FOLDER", help="tempat surat dan ringkasan")


def _demo(args: Namespace) -> Reply:
    if not args.headless and not args.json:
        say("Tidak ada layar di sini: contoh dijalankan tanpa jendela.")
    out = Path(args.out or DEFAULT_OUT).resolve()
    request = HeadlessRequest(
        out=out,
        residents=args.residents,
        data_dir=Path(args.data_dir).resolve() if args.data_dir else None,
    )
    summary = run_headless(request, clock=the_clock(), say=say)
    return Reply(summary.content(), summary.lines())
