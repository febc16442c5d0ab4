"""`officers list`, `add` and `end`: who may sign."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply
from nagari_kit.domain.dates import typed_date
from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.name_titles import person_name
from nagari_kit.domain.office import Officer, Standing
from nagari_kit.errors import NotFoundError
from nagari_kit.infra.command_line import IndonesianParser, UsageError


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    group = add_command(commands, "officers", "pejabat penanda tangan", None, shared)
    inner: Subcommands = group.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    add_command(inner, "list", "daftar pejabat dan ID-nya", _list, shared)
    adding = add_command(inner, "add", "tambah pejabat", _add, shared)
    adding.add_argument("--name", required=True, metavar="NAMA", help="dengan gelarnya")
    adding.add_argument(
        "--position", required=True, metavar="JABATAN", help='misalnya "Wali Nagari"'
    )
    adding.add_argument(
        "--head", action="store_true", help="memimpin kantor; mengakhiri jabatan yang lama"
    )
    adding.add_argument("--on-behalf", action="store_true", help="menanda tangani a.n. pimpinan")
    adding.add_argument(
        "--via", default="", metavar="JABATAN", help="jabatan sebelum u.b., untuk --on-behalf"
    )
    adding.add_argument("--standing", choices=[s.value for s in Standing], default="definitif")
    adding.add_argument("--nip", default="", metavar="NIP")
    adding.add_argument("--sk", default="", metavar="NOMOR", help="nomor surat keputusan")
    adding.add_argument("--sk-date", metavar="TANGGAL", help="tanggal surat keputusan")
    adding.add_argument("--from", dest="since", metavar="TANGGAL", help="mulai menjabat")
    adding.add_argument("--until", metavar="TANGGAL", help="hari terakhir menjabat")
    ending = add_command(inner, "end", "akhiri jabatan seorang pejabat", _end, shared)
    ending.add_argument("id", metavar="ID", help="lihat officers list")
    ending.add_argument("--on", metavar="TANGGAL", help="hari terakhir; baku: kemarin")


def _list(args: Namespace) -> Reply:
    with open_office(args) as office:
        officers = office.office.officers()
    content = [_content(one) for one in officers]
    lines = [f"{one.id}  {_line(one)}" for one in officers]
    return Reply({"officers": content}, lines or ["Belum ada pejabat."])


def _content(one: Officer) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "name": one.name.full(),
        "position": one.position,
        "standing": one.standing.value,
        "head": one.is_head,
        "on_behalf": one.on_behalf,
        "via": one.via,
        "sk": one.sk_number,
        "sk_date": one.sk_date.isoformat() if one.sk_date else None,
        "from": one.active_from.isoformat() if one.active_from else None,
        "until": one.active_to.isoformat() if one.active_to else None,
    }


def _line(one: Officer) -> str:
    standing = "" if one.standing is Standing.DEFINITIF else f"{one.standing.value} "
    words = [f"{one.name.full()}, {standing}{one.position}"]
    if one.is_head:
        words.append("pimpinan")
    if one.active_from:
        words.append(f"sejak {one.active_from:%d-%m-%Y}")
    if one.active_to:
        words.append(f"sampai {one.active_to:%d-%m-%Y}")
    return ", ".join(words)


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    day = typed_date(text)
    if day is None:
        raise UsageError(f"{option} {text!r}: tulis tanggal seperti 24-11-2026", "")
    return day


def _add(args: Namespace) -> Reply:
    from nagari_kit.infra.identifiers import new_uuid7

    begun, ended = _day("--from", args.since), _day("--until", args.until)
    decided = _day("--sk-date", args.sk_date)
    with open_office(args) as office:
        before = {one.id: one for one in office.office.officers()}
        officer = Officer(
            id=OfficerId(new_uuid7(office.clock)),
            name=person_name(args.name),
            position=args.position,
            standing=Standing(args.standing),
            is_head=args.head,
            on_behalf=args.on_behalf,
            via=args.via,
            nip=args.nip,
            sk_number=args.sk,
            sk_date=decided,
            active_from=begun,
            active_to=ended,
        )
        office.office.save_officer(officer)
        former = [one for one in office.office.officers() if before.get(one.id, one) != one]
    content = {"id": str(officer.id), "name": officer.name.full(), "position": args.position}
    lines = [f"{officer.name.full()}, {args.position}, sekarang dapat menanda tangani."]
    lines += [f"Jabatan {_line(one)}, berakhir." for one in former]
    return Reply(content, lines)


def _end(args: Namespace) -> Reply:
    last = _day("--on", args.on)
    with open_office(args) as office:
        chosen = next((one for one in office.office.officers() if str(one.id) == args.id), None)
        if chosen is None:
            raise NotFoundError(
                "Pejabat itu tidak ada. Tidak ada yang berubah.",
                hint="Lihat ID pejabat dengan officers list.",
            )
        ended = replace(chosen, active_to=last or office.clock.today() - timedelta(days=1))
        office.office.save_officer(ended)
    return Reply(_content(ended), [f"Jabatan {_line(ended)}, tersimpan. Surat lama tetap."])
