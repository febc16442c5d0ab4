"""The hub's HTTP doors: keyset, enrolment and exchange."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.hub.database import Database
from nagari_kit.hub.exchange import ExchangeDesk
from nagari_kit.hub.hub_keys import HubKeys
from nagari_kit.hub.intake import Intake
from nagari_kit.hub.opener import Opener
from nagari_kit.hub.problems import TooLargeError, add_problem_answers
from nagari_kit.hub.tickets import TicketOffice
from nagari_kit.infra.clock import Clock
from nagari_kit.sync.container import MAX_CONTAINER

MAX_BODY = 2 * MAX_CONTAINER


@dataclass(frozen=True, slots=True)
class Hub:
    """The hub's parts, bound together."""

    database: Database
    keys: HubKeys
    desk: ExchangeDesk
    tickets: TicketOffice
    opener: Opener


def make_hub(database: Database, keys: HubKeys, clock: Clock) -> Hub:
    """Wire the parts together; starts nothing."""
    opener = Opener(database, keys, clock)
    intake = Intake(database, keys, clock)
    desk = ExchangeDesk(database, keys, clock, intake, opener)
    return Hub(database, keys, desk, TicketOffice(database, keys, clock), opener)


def make_app(hub: Hub) -> FastAPI:
    """The ASGI application; stateless, so that any number of workers may run."""
    app = FastAPI(title="Hub Nagari Kit", docs_url=None, redoc_url=None, openapi_url=None)
    add_problem_answers(app)

    @app.get("/v1/keyset")
    def keyset() -> Response:
        body, signature = hub.keys.signed_keyset()
        return _json({"keyset": body.decode("ascii"), "sig": signature.hex()})

    @app.post("/v1/enrol")
    async def enrol(request: Request) -> Response:
        raw = await _bounded_body(request)
        device = await run_in_threadpool(hub.tickets.enrol, raw)
        return _json({"device": device.device_id.hex(), "state": device.state})

    @app.post("/v1/exchange")
    async def exchange(request: Request) -> Response:
        raw = await _bounded_body(request)
        reply = await run_in_threadpool(hub.desk.answer, raw)
        return Response(reply, media_type="application/json")

    return app


async def _bounded_body(request: Request) -> bytes:
    pieces: list[bytes] = []
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > MAX_BODY:
            raise TooLargeError
        pieces.append(piece)
    return b"".join(pieces)


def _json(content: dict[str, str]) -> Response:
    return Response(canonical_bytes(content), media_type="application/json")
