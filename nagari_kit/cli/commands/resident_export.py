"""`residents export`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply
from nagari_kit.domain.exporting import ExportForm, ExportRequest
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.infra.command_line import IndonesianParser

FORMS = tuple(form.value for form in ExportForm if form is not ExportForm.LIST)


def add_to(inner: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar of `residents`."""
    exporting = add_command(inner, "export", "tulis penduduk ke lembar kerja", _export, shared)
    exporting.add_argument("file", metavar="BERKAS", help="XLSX yang akan ditulis")
    exporting.add_argument(
        "--format", choices=FORMS, default=ExportForm.OPENSID.value, help="bentuk berkas"
    )
    exporting.add_argument(
        "--full", action="store_true", help="dengan NIK utuh dan data kesehatan; perlu --reason"
    )
    exporting.add_argument("--reason", default="", metavar="TEKS", help="alasan ekspor lengkap")


def _export(args: Namespace) -> Reply:
    form = ExportForm(args.format)
    # A KK lists who belongs to it now; the other forms have a column for who is gone.
    wanted = ResidentFilter(all_statuses=form is not ExportForm.KK)
    request = ExportRequest(form, wanted, full=args.full, reason=args.reason)
    with open_office(args) as office:
        made = office.exports.export(Path(args.file), request)
    content = {
        "file": str(made.file),
        "format": form.value,
        "people": made.people,
        "households": made.households,
        "full": bool(args.full),
    }
    shown = "NIK utuh, tercatat di buku kejadian" if args.full else "NIK disamarkan"
    return Reply(
        content, [f"{made.file}: {made.people} warga, {made.households} keluarga. {shown}."]
    )
