"""The only door to HTTP: posts to one hub whose certificate authority this office trusts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError

from nagari_kit.errors import InputError, OfflineError, ServerRefusedError, SyncError

CONNECT_SECONDS = 10.0
READ_SECONDS = 90.0
MAX_ANSWER = 4 * 1024 * 1024
BINARY = "application/octet-stream"
_UNTOUCHED = "Data kantor tidak berubah; kiriman dicoba lagi nanti."


@dataclass(frozen=True, slots=True)
class HubTransport:
    """`url` begins with https://; `ca_file` is the PEM of the hub's own authority, pinned."""

    url: str
    ca_file: Path

    def get(self, path: str) -> bytes:
        """The answer's bytes. Raises OfflineError, ServerRefusedError, SyncError."""
        return self._call("GET", path, None)

    def post(self, path: str, body: bytes) -> bytes:
        """Send bytes, get bytes. Raises OfflineError, ServerRefusedError, SyncError."""
        return self._call("POST", path, body)

    def _call(self, method: str, path: str, body: bytes | None) -> bytes:
        try:
            with requests.Session() as session:
                answer = session.request(
                    method,
                    self.url.rstrip("/") + path,
                    data=body,
                    headers={"Content-Type": BINARY},
                    timeout=(CONNECT_SECONDS, READ_SECONDS),
                    verify=str(self.ca_file),
                    allow_redirects=False,
                    stream=True,
                )
                content = answer.raw.read(MAX_ANSWER + 1, decode_content=True)
        except requests.exceptions.SSLError as error:
            raise SyncError(
                f"Yang menjawab bukan hub provinsi. {_UNTOUCHED}",
                hint="Di wifi umum, buka dulu halaman masuknya. Bila tetap, hubungi admin.",
                code="SINKRON-04",
                detail=type(error).__name__,
            ) from error
        except (requests.RequestException, HTTPError, OSError) as error:
            raise OfflineError(
                f"Hub provinsi tidak dapat dihubungi. {_UNTOUCHED}",
                hint="Periksa sambungan internet. Pelayanan surat tetap berjalan.",
                detail=type(error).__name__,
            ) from error
        return _judged(answer, content)


def checked_url(text: str) -> str:
    """The hub's address without a path. Raises InputError (`hub_url`)."""
    address = text.strip().rstrip("/")
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or parts.path or parts.query:
        sentence = "Alamat hub ditulis seperti https://hub.contoh.go.id."
        raise InputError(f"{sentence} Tidak ada yang dikirim.", {"hub_url": sentence})
    return address


def _judged(answer: requests.Response, content: bytes) -> bytes:
    kind = answer.headers.get("Content-Type", "").split(";")[0]
    if answer.status_code == requests.codes.ok and kind in {BINARY, "application/json"}:
        if len(content) > MAX_ANSWER:
            raise _not_the_hub("answer too long")
        return content
    if kind == "application/problem+json":
        raise _refusal(answer.status_code, content)
    raise _not_the_hub(f"status {answer.status_code}, {kind}")


def _refusal(status: int, content: bytes) -> ServerRefusedError:
    """An unsigned word of the hub: it may be shown and may delay, and changes nothing else."""
    try:
        found: dict[str, Any] = json.loads(content)
        message, hint, code = (
            str(found.get(name, ""))[:400] for name in ("detail", "hint", "code")
        )
    except (ValueError, AttributeError):
        message, hint, code = "", "", ""
    return ServerRefusedError(
        message or f"Hub provinsi menolak kiriman ({status}). {_UNTOUCHED}",
        hint=hint or None,
        code=code or None,
        detail=f"status {status}",
    )


def _not_the_hub(detail: str) -> SyncError:
    return SyncError(
        f"Jawaban yang datang bukan dari hub provinsi. {_UNTOUCHED}",
        hint="Di wifi umum, buka dulu halaman masuknya, lalu coba lagi.",
        code="SINKRON-05",
        detail=detail,
    )
