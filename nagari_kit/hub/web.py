"""The hub over HTTP: keyset, enrolment, exchange. Handlers are stateless and run in threads."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response

from nagari_kit.errors import NagariError
from nagari_kit.hub.exchange import ExchangeDesk
from nagari_kit.hub.problems import TooLargeError, answer_failure, answer_refusal
from nagari_kit.hub.tickets import TicketOffice

MAX_BODY = 5 * 1024 * 1024
BINARY = "application/octet-stream"


def make_app(desk: ExchangeDesk, tickets: TicketOffice) -> FastAPI:
    """The ASGI application of one hub."""
    app = FastAPI(title="Hub Nagari Kit", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_exception_handler(NagariError, answer_refusal)
    app.add_exception_handler(Exception, answer_failure)

    @app.get("/v1/keyset")
    def keyset() -> JSONResponse:
        body, signature = desk.keys.signed_keyset()
        return JSONResponse({"body": body.decode("ascii"), "sig": signature.hex()})

    @app.post("/v1/enrol")
    async def enrol(request: Request) -> JSONResponse:
        device = await run_in_threadpool(tickets.enrol, await _body(request))
        return JSONResponse(device.as_json())

    @app.post("/v1/exchange")
    async def exchange(request: Request) -> Response:
        answer = await run_in_threadpool(desk.answer, await _body(request))
        return Response(answer, media_type=BINARY)

    return app


async def _body(request: Request) -> bytes:
    """The whole body, refused as soon as it grows too long."""
    pieces: list[bytes] = []
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > MAX_BODY:
            raise TooLargeError
        pieces.append(piece)
    return b"".join(pieces)
