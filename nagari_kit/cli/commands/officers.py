"""`officers list` and `officers add`: who may sign."""

from __future__ import annotations

from argparse import Namespace

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply
from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Officer, Standing
from nagari_kit.infra.command_line import IndonesianParser


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    group = add_command(commands, "officers", "pejabat penanda tangan", None, shared)
    inner: Subcommands = group.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    add_command(inner, "list", "daftar pejabat dan ID-nya", _list, shared)
    adding = add_command(inner, "add", "tambah pejabat", _add, shared)
    adding.add_argument("--name", required=True, metavar="NAMA")
    adding.add_argument(
        "--position", required=True, metavar="JABATAN", help='misalnya "Wali Nagari"'
    )
    adding.add_argument("--head", action="store_true", help="memimpin kantor")
    adding.add_argument("--on-behalf", action="store_true", help="menanda tangani a.n. pimpinan")
    adding.add_argument("--standing", choices=[s.value for s in Standing], default="definitif")
    adding.add_argument("--nip", default="", metavar="NIP")


def _list(args: Namespace) -> Reply:
    with open_office(args) as office:
        officers = office.office.officers()
    content = [{"id": str(o.id), "name": o.name.full(), "position": o.position} for o in officers]
    lines = [f"{o.id}  {o.name.full()}, {o.position}" for o in officers]
    return Reply({"officers": content}, lines or ["Belum ada pejabat."])


def _add(args: Namespace) -> Reply:
    from nagari_kit.infra.identifiers import new_uuid7

    with open_office(args) as office:
        officer = Officer(
            id=OfficerId(new_uuid7(office.clock)),
            name=PersonName(args.name),
            position=args.position,
            standing=Standing(args.standing),
            is_head=args.head,
            on_behalf=args.on_behalf,
            nip=args.nip,
        )
        office.office.save_officer(officer)
    content = {"id": str(officer.id), "name": args.name, "position": args.position}
    return Reply(content, [f"{args.name}, {args.position}, sekarang dapat menanda tangani."])
