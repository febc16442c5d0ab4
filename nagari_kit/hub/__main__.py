"""The nagari-hub command: serve, tickets, devices, stats; all work beside a running hub."""

from __future__ import annotations

import contextlib
import json
import logging
import signal
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from nagari_kit.errors import HubError, NagariError
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.command_line import IndonesianParser, UsageError
from nagari_kit.infra.files import storage_error
from nagari_kit.infra.paths import default_hub_dir

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
DEFAULT_LISTEN = "127.0.0.1:8443"
_STATES = {"pending": "menunggu", "approved": "disetujui", "revoked": "dicabut"}
_COUNTED = {
    "offices": "kantor",
    "devices": "komputer",
    "containers": "kiriman",
    "events": "perubahan",
    "letters": "surat",
    "residents": "warga",
    "quarantined": "ditahan",
    "forks": "riwayat bercabang",
    "applied_receipts": "tanda terima penuh",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 refused or failed, 2 wrong usage."""
    parser = _parser()
    try:
        args = parser.parse_args(list(sys.argv[1:] if argv is None else argv))
    except UsageError as mistake:
        _say(f"{mistake.usage}nagari-hub: {mistake}")
        return WRONG_USAGE
    except SystemExit as finished:
        return finished.code if isinstance(finished.code, int) else DONE
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    try:
        args.run(args)
    except NagariError as error:
        return _refuse(error, args)
    except OSError as error:
        return _refuse(storage_error(error), args)
    except KeyboardInterrupt:
        _say("Hub dihentikan.")
    except Exception as error:  # noqa: BLE001 - the last door before a traceback
        # The type alone: libpq quotes the address with its password.
        return _refuse(_bug(error), args)
    return DONE


def _bug(error: Exception) -> HubError:
    return HubError(
        "Hub menemui kesalahan yang belum dikenal. Data yang sudah diterima tidak hilang.",
        hint="Ulangi sekali lagi; bila tetap gagal, sampaikan kode ini kepada pengembang.",
        code=f"HUB-99 {type(error).__name__}",
    )


def _parser() -> IndonesianParser:
    shared = IndonesianParser(add_help=False)
    shared.add_argument("--data-dir", type=Path, metavar="FOLDER", help="folder data hub")
    shared.add_argument("--database", metavar="URL", help="PostgreSQL yang dipakai")
    shared.add_argument("--json", action="store_true", help="jawab dengan satu objek JSON")
    parser = IndonesianParser(prog="nagari-hub", description="Hub provinsi Nagari Kit.")
    commands = parser.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    serving = commands.add_parser("serve", parents=[shared], help="jalankan hub")
    serving.add_argument("--listen", default=DEFAULT_LISTEN, metavar="ALAMAT:PORT")
    serving.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="NAMA",
        help="nama atau alamat yang dipakai kantor untuk menghubungi hub; boleh diulang",
    )
    serving.set_defaults(run=_serve)
    tickets = commands.add_parser("tickets", help="tiket pendaftaran kantor")
    made = tickets.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    creating = made.add_parser("create", parents=[shared], help="buat tiket baru")
    creating.add_argument("--office", required=True, metavar="KODE", help="kode wilayah kantor")
    creating.add_argument("--auto-approve", action="store_true", help="setujui begitu mendaftar")
    creating.set_defaults(run=_create_ticket)
    devices = commands.add_parser("devices", help="komputer kantor yang terdaftar")
    chosen = devices.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    chosen.add_parser("list", parents=[shared], help="daftar").set_defaults(run=_list_devices)
    for word, state, help_text in (
        ("approve", "approved", "setujui"),
        ("revoke", "revoked", "cabut"),
    ):
        deciding = chosen.add_parser(word, parents=[shared], help=help_text)
        deciding.add_argument("device", metavar="PERANGKAT", help="kode perangkat")
        deciding.set_defaults(run=_decide, state=state)
    commands.add_parser("stats", parents=[shared], help="jumlah yang disimpan").set_defaults(
        run=_stats
    )
    return parser


@contextlib.contextmanager
def _hub(args: Namespace) -> Iterator[tuple[Any, Any]]:
    """Database and keys of the hub in the data folder."""
    from nagari_kit.hub.database import Database
    from nagari_kit.hub.embedded_postgres import EmbeddedPostgres
    from nagari_kit.hub.hub_keys import open_hub_keys

    folder: Path = args.data_dir or default_hub_dir()
    keys = open_hub_keys(folder)
    with contextlib.ExitStack() as stack:
        url = args.database
        if url is None:
            url = stack.enter_context(EmbeddedPostgres(folder)).url
        database = Database(url)
        stack.callback(database.close)
        yield database, keys


def _serve(args: Namespace) -> None:
    from nagari_kit.hub.server import serve

    # Whenever it comes, even again from uvicorn: the database must still be closed.
    signal.signal(signal.SIGTERM, _stop)
    with _hub(args) as (database, keys):
        serve(database, keys, SystemClock(), args.listen, names=args.name)


def _stop(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _create_ticket(args: Namespace) -> None:
    from nagari_kit.hub.tickets import TicketOffice

    with _hub(args) as (database, keys):
        office = TicketOffice(database, keys, SystemClock())
        ticket = office.create(args.office, auto_approve=args.auto_approve)
    answer = {"ticket": ticket, "office": args.office}
    _answer(args, answer, [f"Tiket untuk {args.office}: {ticket}", "Berlaku 30 hari, satu kali."])


def _list_devices(args: Namespace) -> None:
    from nagari_kit.hub.devices import list_devices

    with _hub(args) as (database, _keys):
        devices = [device.as_json() for device in list_devices(database)]
    _answer_devices(args, devices)


def _decide(args: Namespace) -> None:
    from nagari_kit.hub.devices import set_state

    with _hub(args) as (database, _keys):
        device = set_state(database, args.device, args.state)
    _answer_devices(args, [device.as_json()])


def _stats(args: Namespace) -> None:
    from nagari_kit.hub.statistics import count_holdings

    with _hub(args) as (database, _keys):
        counts = count_holdings(database)
    _answer(args, counts, [f"{_COUNTED[name]}: {count}" for name, count in counts.items()])


def _answer_devices(args: Namespace, devices: list[dict[str, str]]) -> None:
    lines = [
        f"{one['device']}  {one['office']}  {_STATES[one['state']]}  {one['fingerprint']}"
        for one in devices
    ]
    _answer(args, {"devices": devices}, lines or ["Belum ada komputer yang terdaftar."])


def _answer(args: Namespace, content: dict[str, Any], lines: list[str]) -> None:
    text = json.dumps(content, ensure_ascii=False) if args.json else "\n".join(lines)
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _refuse(error: NagariError, args: Namespace) -> int:
    said = {"code": error.code, "message": error.user_message, "hint": error.hint or ""}
    if args.json or isinstance(error, HubError):
        # Who waits for the first line of `serve` learns the reason from it.
        # ASCII: what was typed may hold bytes that no terminal can print.
        sys.stdout.write(json.dumps({"error": said}) + "\n")
        sys.stdout.flush()
    _say(f"{error.user_message} {error.hint or ''} ({error.code})")
    return REFUSED


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
