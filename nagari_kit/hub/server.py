"""Runs the hub on one TLS port until it is told to stop."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import sys
from collections.abc import Iterator, Sequence

from nagari_kit.errors import HubError
from nagari_kit.hub.database import Database
from nagari_kit.hub.exchange import ExchangeDesk
from nagari_kit.hub.hub_keys import HubKeys
from nagari_kit.hub.intake import Intake
from nagari_kit.hub.opener import Opener
from nagari_kit.hub.tickets import TicketOffice
from nagari_kit.hub.web import make_app
from nagari_kit.infra.clock import Clock

GRACE_SECONDS = 10
BACKLOG = 512
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared, not bound


def serve(
    database: Database, keys: HubKeys, clock: Clock, listen: str, *, names: Sequence[str] = ()
) -> None:
    """Answer until SIGTERM or SIGINT. `listen` is HOST:PORT, port 0 for any free one.

    `names` are those under which offices reach the hub: they stand in its certificate, the first
    of them in the greeting. Without one it is the address, or this machine's name when the hub
    listens everywhere.

    Ends with KeyboardInterrupt. First line on standard output, once requests are answered: JSON
    `{"url", "ca", "pid"}`. Raises HubError when it cannot listen there: HUB-02 (port taken),
    HUB-06 (no address), HUB-07 (not an address of this PC), HUB-08 (port not allowed).
    """
    import uvicorn

    host, port = _address(listen)
    known = [*names, *([host] if host not in EVERYWHERE else [socket.getfqdn()])]
    with _bound(host, port) as listening:
        opener = Opener(database, keys, clock)
        opener.open_all()
        desk = ExchangeDesk(database, keys, clock, Intake(database, keys, clock), opener)
        certificate, key = keys.write_server_certificate(known)
        config = uvicorn.Config(
            make_app(desk, TicketOffice(database, keys, clock)),
            ssl_certfile=str(certificate),
            ssl_keyfile=str(key),
            http="httptools",
            lifespan="off",
            log_level="warning",
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
        actual = listening.getsockname()[1]
        greeting = {
            "url": f"https://{known[0]}:{actual}",
            "ca": str(keys.ca_file),
            "pid": os.getpid(),
        }
        sys.stdout.write(json.dumps(greeting) + "\n")
        sys.stdout.flush()
        uvicorn.Server(config).run(sockets=[listening])


def _address(listen: str) -> tuple[str, int]:
    name, _, port = listen.rpartition(":")
    host = name.strip("[]")
    numeric = port.isascii() and port.isdigit() and len(port) <= 5
    if not host or not host.isascii() or not numeric or int(port) > 65535:
        raise HubError(
            f"Alamat “{listen}” tidak dapat dipakai. Hub belum dijalankan.",
            hint="Tulis seperti 127.0.0.1:8443; angka 0 memilih port yang bebas.",
            code="HUB-06",
        )
    return host, int(port)


@contextlib.contextmanager
def _bound(host: str, port: int) -> Iterator[socket.socket]:
    with contextlib.ExitStack() as stack:
        try:
            listening = stack.enter_context(_open_socket(host))
            listening.bind((host, port))
            listening.listen(BACKLOG)
        except (OSError, UnicodeError) as error:
            raise _cannot_listen(host, port, error) from error
        yield listening


def _open_socket(host: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's delay (40 ms an answer) off only where the protocol is named.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return listening


def _cannot_listen(host: str, port: int, error: OSError | UnicodeError) -> HubError:
    reason = error.errno if isinstance(error, OSError) else None
    if isinstance(error, (socket.gaierror, UnicodeError)):
        what = f"Nama atau alamat {host} tidak dikenal"
        hint, code = "Periksa ejaannya, atau tulis alamat IP komputer ini.", "HUB-07"
    elif reason == errno.EADDRINUSE:
        what = f"Port {port} di {host} sedang dipakai program lain"
        hint = "Pilih port lain dengan --listen, atau 0 untuk port yang bebas."
        code = "HUB-02"
    elif reason == errno.EADDRNOTAVAIL:
        what = f"Alamat {host} bukan milik komputer ini"
        hint = "Tulis alamat IP komputer ini, atau 0.0.0.0 untuk semua alamatnya."
        code = "HUB-07"
    elif isinstance(error, PermissionError):
        what = f"Port {port} di {host} tidak boleh dibuka oleh pengguna ini"
        hint, code = "Pilih port 1024 ke atas, misalnya 8443.", "HUB-08"
    else:
        what = f"Alamat {host} dengan port {port} tidak dapat dibuka di komputer ini"
        hint, code = "Periksa setelan jaringan komputer ini, atau pilih alamat lain.", "HUB-07"
    detail = f"{type(error).__name__} {reason}"
    return HubError(f"{what}. Hub belum dijalankan.", hint=hint, code=code, detail=detail)
