"""Somebody who answers in the hub's place, with a certificate of its own."""

from __future__ import annotations

import http.server
import ssl
from pathlib import Path
from threading import Thread

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from nagari_kit.hub.certificates import (
    certificate_pem,
    key_pem,
    make_authority,
    make_server_certificate,
)


class Quiet(http.server.BaseHTTPRequestHandler):
    """Writes no log."""

    def log_message(self, *_words: object) -> None:
        """Stay quiet."""


class LoginPage(Quiet):
    """A wifi that wants to be greeted first."""

    def do_GET(self) -> None:
        page = b"<html><body>Silakan masuk ke jaringan wifi</body></html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    do_POST = do_GET  # noqa: N815 - the name that http.server calls


class CutAnswer(Quiet):
    """The line drops in the middle of what the hub says."""

    def do_POST(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", "4000")
        self.end_headers()
        self.wfile.write(b"setengah")


class Elsewhere(Quiet):
    """Sends who asks on to another path, where something that looks right lies."""

    def do_GET(self) -> None:
        leads = self.path != "/lain"
        self.send_response(307 if leads else 200)
        self.send_header("Location", "/lain")
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", "0" if leads else "5")
        self.end_headers()
        if not leads:
            self.wfile.write(b"palsu")

    do_POST = do_GET  # noqa: N815 - the name that http.server calls


class portal:  # noqa: N801 - reads as a word in the tests
    """A server on the loopback; gives its address and the authority that vouches for it."""

    def __init__(
        self, folder: Path, answer: type[http.server.BaseHTTPRequestHandler] = LoginPage
    ) -> None:
        authority, key = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        ca = make_authority(authority)
        self._ca = folder / "portal-ca.pem"
        self._ca.write_bytes(certificate_pem(ca))
        own = make_server_certificate(key, authority, ca, ["127.0.0.1"])
        (folder / "portal.pem").write_bytes(certificate_pem(own))
        (folder / "portal.key").write_bytes(key_pem(key))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answer)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "portal.pem", folder / "portal.key")
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)

    def __enter__(self) -> tuple[str, Path]:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return f"https://127.0.0.1:{self._server.server_address[1]}", self._ca

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
