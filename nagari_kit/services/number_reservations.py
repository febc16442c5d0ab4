"""Keeps numbers for letters that come later, and lets them go with a reason."""

from __future__ import annotations

from uuid import UUID

from nagari_kit.domain import number_events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.number_reservations import (
    MOST_AT_ONCE,
    OPEN,
    RELEASED,
    Reservation,
    ReservationWish,
)
from nagari_kit.errors import ConflictError, InputError, NotFoundError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_numbers import number_facts, place_after, rule_of

SHORTEST_REASON = 5


class NumberReservationService:
    """Reserved numbers. Thread-safe, safe for several processes."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def open(self, type_id: str = "") -> tuple[Reservation, ...]:
        """Numbers that wait for their letter, of one type unless ""."""
        with self._context.store.read() as reader:
            kept = reader.numbering.open_reservations()
        return tuple(one for one in kept if type_id in {"", one.type_id})

    def reserve(self, wish: ReservationWish) -> tuple[Reservation, ...]:
        """Keep the next numbers of the type's counter; they are frozen as they will be printed.

        Raises InputError (`count`, `reason`, `on`), NotFoundError for the type.
        """
        definition = self._context.definition(wish.type_id)
        reason = _checked_reason(wish)
        now, actor = self._context.clock.now(), self._context.actor
        on = wish.on or self._context.clock.today()
        kept: list[Reservation] = []
        with self._context.store.write(actor) as uow:
            rule = rule_of(uow.numbering.settings(), definition)
            facts = number_facts(uow.queries, rule, definition, on)
            counted = None
            for _ in range(wish.count):
                found = place_after(uow.queries, rule, definition.id, facts, counted)
                uow.numbering.note_skips(found.series, found.skips)
                counted = found.sequence
                own = new_uuid7(self._context.clock)
                place = (found.series, found.sequence, found.number)
                kept.append(Reservation(own, *place, definition.id, reason, now, actor))
            uow.numbering.keep(kept)
            uow.record(number_events.number_reserved(kept))
            uow.commit()
        return tuple(kept)

    def release(self, reservation_id: UUID, reason: str) -> Changes:
        """Nobody gets the number any more; it stays in the gap report with the reason.

        Raises NotFoundError, ConflictError (NOMOR-01) when a letter has it or it was let go,
        InputError (`reason`).
        """
        said = " ".join(reason.split())
        if sum(1 for sign in said if sign.isalpha()) < SHORTEST_REASON:
            raise InputError(
                "Nomor belum dilepas: alasannya belum jelas.",
                {"reason": "Tulis alasan, paling sedikit lima huruf."},
            )
        with self._context.store.write(self._context.actor) as uow:
            kept = uow.numbering.reservation(reservation_id)
            if kept is None:
                raise NotFoundError("Nomor pesanan itu tidak ada. Tidak ada yang berubah.")
            if kept.state != OPEN:
                raise ConflictError(
                    f"Nomor {kept.number} sudah tidak menunggu lagi. Tidak ada yang berubah.",
                    hint="Muat ulang daftar pesanan.",
                    code="NOMOR-01",
                )
            uow.numbering.close_reservation(reservation_id, RELEASED, said)
            uow.record(number_events.number_released(kept, said))
            uow.commit()
        return Changes.of(Kind.NUMBERING)


def _checked_reason(wish: ReservationWish) -> str:
    reason, faults = " ".join(wish.reason.split()), {}
    if not 1 <= wish.count <= MOST_AT_ONCE:
        faults["count"] = f"Sekali pesan antara 1 dan {MOST_AT_ONCE} nomor."
    if sum(1 for sign in reason if sign.isalpha()) < SHORTEST_REASON:
        faults["reason"] = "Tulis untuk apa nomornya dipesan, paling sedikit lima huruf."
    if faults:
        raise InputError("Nomor belum dipesan.", faults)
    return reason
