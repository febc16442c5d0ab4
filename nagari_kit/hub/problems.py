"""Refusals over HTTP: problem details (RFC 9457) with an Indonesian sentence."""

from __future__ import annotations

import logging

from fastapi import Request
from fastapi.responses import JSONResponse

from nagari_kit.errors import HubError, NagariError
from nagari_kit.hub.exchange import UnknownDeviceError
from nagari_kit.hub.tickets import TicketRefusedError
from nagari_kit.sync.strict_json import MalformedError

logger = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
_STATUS: tuple[tuple[type[NagariError], int, str], ...] = (
    (UnknownDeviceError, 401, "unknown-device"),
    (TicketRefusedError, 403, "ticket"),
    (MalformedError, 400, "bad-container"),
)


class TooLargeError(NagariError):
    """More bytes than one request may carry."""

    default_code = "SINKRON-21"

    def __init__(self) -> None:
        super().__init__(
            "Kiriman terlalu besar untuk satu permintaan. Data kantor tidak berubah.",
            hint="Perbarui Nagari Kit di komputer ini, lalu coba lagi.",
        )


def problem(error: NagariError) -> JSONResponse:
    """The answer for a refusal."""
    status, kind = _kind_of(error)
    content = {
        "type": f"urn:nagari-sync:v1:problem:{kind}",
        "title": kind,
        "status": status,
        "detail": error.user_message,
        "hint": error.hint or "",
        "code": error.code,
        "retry": "later" if status == 503 else "after-action",
    }
    return JSONResponse(content, status_code=status, media_type=MEDIA_TYPE)


async def answer_refusal(_request: Request, error: Exception) -> JSONResponse:
    """FastAPI's handler for NagariError."""
    assert isinstance(error, NagariError)  # noqa: S101 - registered for nothing else
    return problem(error)


async def answer_failure(_request: Request, error: Exception) -> JSONResponse:
    """FastAPI's handler for everything else: a bug or a database that went away."""
    logger.error("request failed", exc_info=error)
    return problem(
        HubError(
            "Hub provinsi sedang terganggu. Data kantor tidak berubah; kiriman dicoba lagi nanti.",
            hint="Coba lagi beberapa saat lagi.",
            code="HUB-09",
        )
    )


def _kind_of(error: NagariError) -> tuple[int, str]:
    if isinstance(error, TooLargeError):
        return 413, "too-large"
    for kind, status, name in _STATUS:
        if isinstance(error, kind):
            return status, name
    return 503, "busy"
