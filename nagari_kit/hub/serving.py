"""Runs the hub on a TLS port until it is told to stop, and says first where it is."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import sys
from types import FrameType

import uvicorn

from nagari_kit.errors import HubError
from nagari_kit.hub.app import Hub, make_app

GRACE_SECONDS = 5


def parse_listen(text: str) -> tuple[str, int]:
    """HOST:PORT. Raises HubError."""
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdigit() or int(port) > 65535:
        raise HubError(
            f"Alamat {text!r} tidak dikenal.",
            hint="Tulis HOST:PORT, misalnya 127.0.0.1:8443.",
            code="HUB-06",
        )
    return host.strip("[]"), int(port)


def open_port(host: str, port: int) -> socket.socket:
    """A bound socket. Raises HubError code HUB-07 when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise HubError(
            f"Port {port} di {host} sudah dipakai program lain atau tidak boleh dibuka."
            " Hub tidak dijalankan; data hub tidak berubah.",
            hint="Hentikan program itu, atau pilih port lain dengan --listen HOST:PORT.",
            code="HUB-07",
            detail=str(error),
        ) from error
    return listener


def stop_on_sigterm() -> None:
    """Make SIGTERM leave through `finally`, so that PostgreSQL is stopped in order."""

    def leave(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, leave)


def serve(hub: Hub, listener: socket.socket, host: str) -> None:
    """Open what a killed process left, print the greeting line, answer until SIGTERM or Ctrl-C."""
    logging.basicConfig(stream=sys.stderr, level=logging.INFO)
    hub.opener.open_all()
    certificate, key = hub.keys.write_server_certificate(host)
    config = uvicorn.Config(
        make_app(hub),
        ssl_certfile=certificate,
        ssl_keyfile=key,
        http="httptools",
        lifespan="off",
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = uvicorn.Server(config)
    shown = f"[{host}]" if ":" in host else host
    greeting = {
        "url": f"https://{shown}:{listener.getsockname()[1]}",
        "ca": str(hub.keys.ca_file),
        "pid": os.getpid(),
    }
    sys.stdout.write(json.dumps(greeting) + "\n")
    sys.stdout.flush()
    server.run(sockets=[listener])
