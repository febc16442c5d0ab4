"""The `nagari-hub` command: grammar, JSON answers and refusals."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence

from nagari_kit.errors import NagariError
from nagari_kit.hub import commands
from nagari_kit.hub.commands import Reply


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 done, 1 refused or failed, 2 wrong usage."""
    args = _grammar().parse_args(arguments)
    try:
        reply = args.run(args)
    except NagariError as error:
        refusal = {"code": error.code, "message": error.user_message, "hint": error.hint}
        _say({"error": refusal})
        sys.stderr.write(f"{error.user_message} {error.hint or ''} [{error.code}]\n")
        return 1
    except KeyboardInterrupt:
        return 0
    if reply is not None:
        _say(reply)
    return 0


def _say(content: object) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _grammar() -> ArgumentParser:
    shared = ArgumentParser(add_help=False)
    shared.add_argument("--data-dir", metavar="DIR", help="folder kunci dan PostgreSQL bawaan")
    shared.add_argument("--database", metavar="URL", help="alamat server PostgreSQL")
    shared.add_argument("--json", action="store_true", help="jawaban selalu JSON")
    parser = ArgumentParser(prog="nagari-hub", description="Hub provinsi untuk Nagari Kit.")
    words = parser.add_subparsers(required=True, metavar="PERINTAH")

    def add(
        name: str, run: Callable[[Namespace], Reply], explanation: str, under: object = words
    ) -> ArgumentParser:
        command = under.add_parser(name, help=explanation, parents=[shared])  # type: ignore[attr-defined]  # argparse keeps the type private
        command.set_defaults(run=run)
        assert isinstance(command, ArgumentParser)  # noqa: S101 - narrows argparse's type
        return command

    serving = add("serve", commands.run_serve, "jalankan hub")
    serving.add_argument("--listen", default="127.0.0.1:8443", metavar="HOST:PORT")
    add("stats", commands.show_statistics, "jumlah kantor, kiriman, surat")
    tickets = words.add_parser("tickets", help="tiket pendaftaran").add_subparsers(
        required=True, metavar="PERINTAH"
    )
    creating = add("create", commands.create_ticket, "buat tiket", tickets)
    creating.add_argument("--office", required=True, metavar="KODE", help="kode wilayah kantor")
    creating.add_argument(
        "--auto-approve", action="store_true", help="setujui perangkat tanpa pemeriksaan kedua"
    )
    devices = words.add_parser("devices", help="komputer kantor").add_subparsers(
        required=True, metavar="PERINTAH"
    )
    add("list", commands.show_devices, "daftar komputer", devices)
    for name, run, explanation in (
        ("approve", commands.approve_device, "setujui komputer"),
        ("revoke", commands.revoke_device, "cabut komputer"),
    ):
        add(name, run, explanation, devices).add_argument("device", metavar="PERANGKAT")
    return parser


if __name__ == "__main__":
    sys.exit(main())
