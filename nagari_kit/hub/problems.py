"""Refusals over HTTP: RFC 9457 problem+json with Indonesian sentences. They never change state."""

from __future__ import annotations

import logging
import secrets

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from nagari_kit.errors import HubError, NagariError
from nagari_kit.hub.exchange import UnknownDeviceError
from nagari_kit.hub.tickets import TicketRefusedError
from nagari_kit.sync.strict_json import MalformedError

BASE = "https://nagari-kit.id/problems/"
logger = logging.getLogger(__name__)

_KINDS: dict[type[NagariError], tuple[str, int, str]] = {
    MalformedError: ("bad-container", 400, "after-action"),
    UnknownDeviceError: ("unknown-device", 401, "after-action"),
    TicketRefusedError: ("ticket", 403, "after-action"),
    HubError: ("busy", 503, "later"),
}


class TooLargeError(HubError):
    """More bytes than one exchange may bring."""

    default_code = "SINKRON-14"

    def __init__(self) -> None:
        super().__init__("Kiriman terlalu besar. Data kantor tidak berubah.")


def add_problem_answers(app: FastAPI) -> None:
    """Turn errors into answers; what is no NagariError is logged and hidden."""

    def refuse(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, NagariError)  # noqa: S101 - registered for it alone
        kind, status, retry = _kind(error)
        trace = secrets.token_hex(4)
        logger.warning("%s %s %s: %s", trace, request.url.path, error.code, error)
        return _problem(status, kind, retry, error, trace)

    def fail(request: Request, error: Exception) -> JSONResponse:
        trace = secrets.token_hex(4)
        logger.error("%s %s failed", trace, request.url.path, exc_info=error)
        wrapped = HubError(
            "Hub sedang terganggu. Data kantor tidak berubah dan akan dikirim ulang.",
            hint="Coba lagi nanti.",
            code="HUB-02",
        )
        return _problem(503, "busy", "later", wrapped, trace)

    app.add_exception_handler(NagariError, refuse)
    app.add_exception_handler(Exception, fail)


def _kind(error: NagariError) -> tuple[str, int, str]:
    if isinstance(error, TooLargeError):
        return "too-large", 413, "after-action"
    for known, answer in _KINDS.items():
        if isinstance(error, known):
            return answer
    return "busy", 503, "later"


def _problem(status: int, kind: str, retry: str, error: NagariError, trace: str) -> JSONResponse:
    content = {
        "type": BASE + kind,
        "title": error.user_message,
        "status": status,
        "detail": error.hint or "",
        "code": error.code,
        "retry": retry,
        "trace": trace,
    }
    return JSONResponse(content, status, media_type="application/problem+json")
