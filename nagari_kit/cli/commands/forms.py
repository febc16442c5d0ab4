"""`forms list`, `install` and `remove`: forms that are added as data."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply
from nagari_kit.infra.command_line import IndonesianParser

if TYPE_CHECKING:
    from nagari_kit.domain.form_packs import FormPack


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    group = add_command(commands, "forms", "borang yang dipasang dari paket", None, shared)
    inner: Subcommands = group.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    add_command(inner, "list", "daftar borang yang terpasang", _list, shared)
    installing = add_command(inner, "install", "pasang paket borang", _install, shared)
    installing.add_argument("file", metavar="BERKAS", type=Path, help="berkas .borang")
    removing = add_command(inner, "remove", "berhenti memakai sebuah borang", _remove, shared)
    removing.add_argument("id", metavar="ID", help="lihat forms list")


def _list(args: Namespace) -> Reply:
    with open_office(args) as office:
        found = office.forms.installed()
    lines = [_told(one) for one in found] or ["Belum ada paket borang yang dipasang."]
    return Reply({"forms": [_content(one) for one in found]}, lines)


def _install(args: Namespace) -> Reply:
    with open_office(args) as office:
        pack, _changes = office.forms.install(args.file)
    return Reply({"form": _content(pack)}, [f"Terpasang: {_told(pack)}"])


def _remove(args: Namespace) -> Reply:
    with open_office(args) as office:
        office.forms.remove(args.id)
    sentence = f"Borang {args.id} tidak dipakai lagi. Surat yang sudah terbit tetap ada."
    return Reply({"id": args.id}, [sentence])


def _told(pack: FormPack) -> str:
    state = "" if pack.in_use else ", tidak dipakai"
    return f"{pack.id}  {pack.title}, versi {pack.version}, {pack.pages} halaman{state}"


def _content(pack: FormPack) -> dict[str, object]:
    return {
        "id": pack.id,
        "version": pack.version,
        "title": pack.title,
        "pages": pack.pages,
        "in_use": pack.in_use,
        "installed_at": pack.installed_at.isoformat(),
        "installed_by": pack.installed_by,
    }
