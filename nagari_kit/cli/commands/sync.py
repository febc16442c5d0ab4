"""`sync`, `sync status` and `sync enrol`: the exchange with the province."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply
from nagari_kit.domain.synchronisation import SyncStatus
from nagari_kit.errors import SyncError
from nagari_kit.infra.command_line import IndonesianParser


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    group = add_command(commands, "sync", "kirim perubahan ke provinsi", _sync, shared)
    group.add_argument("--hub", metavar="URL", help="tolak bila kantor terdaftar di hub lain")
    inner: Subcommands = group.add_subparsers(title="perintah", metavar="PERINTAH")
    add_command(inner, "status", "sampai mana pengiriman", _status, shared)
    enrolling = add_command(inner, "enrol", "daftarkan komputer ini dengan tiket", _enrol, shared)
    enrolling.add_argument("--hub", required=True, metavar="URL", help="alamat hub provinsi")
    enrolling.add_argument("--ca", required=True, metavar="BERKAS", help="sertifikat hub")
    enrolling.add_argument("--ticket", required=True, metavar="KODE", help="tiket dari admin")


def _enrol(args: Namespace) -> Reply:
    with open_office(args) as office:
        enrolment = office.sync.enrol(args.hub, Path(args.ca), args.ticket)
    content = {
        "device": enrolment.device,
        "fingerprint": enrolment.fingerprint,
        "state": enrolment.state,
    }
    state = {
        "approved": "Komputer ini terdaftar dan disetujui.",
        "pending": "Komputer ini terdaftar, menunggu persetujuan admin hub.",
    }.get(enrolment.state, f"Keadaan: {enrolment.state}.")
    return Reply(content, [state, f"Sidik kunci: {enrolment.fingerprint}"])


def _sync(args: Namespace) -> Reply:
    with open_office(args) as office:
        if args.hub:
            _refuse_other_hub(office.sync.status(), args.hub)
        return _status_reply(office.sync.sync_now())


def _refuse_other_hub(status: SyncStatus, hub: str) -> None:
    if status.hub_url.rstrip("/") != hub.rstrip("/"):
        raise SyncError(
            "Kantor ini tidak terdaftar di hub itu. Tidak ada yang dikirim.",
            hint="Daftarkan dulu dengan sync enrol, atau jalankan sync tanpa --hub.",
            code="SINKRON-09",
        )


def _status(args: Namespace) -> Reply:
    with open_office(args) as office:
        return _status_reply(office.sync.status())


def _status_reply(status: SyncStatus) -> Reply:
    content = {
        "waiting": status.waiting,
        "sent": status.sent,
        "stored": status.stored,
        "applied": status.applied,
        "hub_epoch": status.hub_epoch,
        "last_sync": status.last_sync.isoformat() if status.last_sync else None,
        "enrolment": status.enrolment,
    }
    return Reply(
        content,
        [
            f"Diterima provinsi: {status.applied} perubahan.",
            f"Menunggu: {status.waiting}, terkirim: {status.sent}, tersimpan: {status.stored}.",
        ],
    )
