"""The words of `nagari-hub`: what each command does with an open hub."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from nagari_kit.errors import InputError
from nagari_kit.hub.app import Hub, make_hub
from nagari_kit.hub.database import Database
from nagari_kit.hub.devices import list_devices, set_state
from nagari_kit.hub.embedded_postgres import EmbeddedPostgres
from nagari_kit.hub.hub_keys import open_hub_keys
from nagari_kit.hub.statistics import count_everything
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.paths import default_hub_dir

Reply = dict[str, Any] | None
_OFFICE = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?")


@contextmanager
def open_hub(args: Namespace) -> Iterator[Hub]:
    """The hub on the given server, or on its own PostgreSQL. Raises HubError."""
    folder = Path(args.data_dir) if args.data_dir else default_hub_dir()
    with ExitStack() as stack:
        keys = open_hub_keys(folder / "keys")
        url = args.database or stack.enter_context(EmbeddedPostgres(folder)).url
        database = Database(url)
        stack.callback(database.close)
        yield make_hub(database, keys, SystemClock())


def run_serve(args: Namespace) -> Reply:
    """Serve until stopped. The port is taken first: a refusal must not start a database."""
    from nagari_kit.hub.serving import open_port, parse_listen, serve, stop_on_sigterm

    host, port = parse_listen(args.listen)
    with open_port(host, port) as listener:
        stop_on_sigterm()
        with open_hub(args) as hub:
            serve(hub, listener, host)
    return None


def create_ticket(args: Namespace) -> Reply:
    """One ticket for one PC of an office."""
    if not _OFFICE.fullmatch(args.office):
        sentence = "Kode kantor berbentuk 13.06.01.2001. Tiket tidak dibuat."
        raise InputError(sentence, {"office": sentence}, code="HUB-08")
    with open_hub(args) as hub:
        ticket = hub.tickets.create(args.office, auto_approve=args.auto_approve)
    return {"ticket": ticket, "office": args.office}


def show_devices(args: Namespace) -> Reply:
    """All PCs."""
    with open_hub(args) as hub:
        return {"devices": [device.as_json() for device in list_devices(hub.database)]}


def approve_device(args: Namespace) -> Reply:
    """Let a PC in and apply what it sent while it waited."""
    with open_hub(args) as hub:
        device = set_state(hub.database, args.device, "approved")
        hub.opener.open_all()
    return {"devices": [device.as_json()]}


def revoke_device(args: Namespace) -> Reply:
    """From now on what this PC sends is kept in quarantine."""
    with open_hub(args) as hub:
        device = set_state(hub.database, args.device, "revoked")
    return {"devices": [device.as_json()]}


def show_statistics(args: Namespace) -> Reply:
    """Counts of everything."""
    with open_hub(args) as hub:
        return dict(count_everything(hub.database))
