"""Reads the register of outgoing letters, voids letters and hands out stored documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letter_history import LetterHistory
from nagari_kit.domain.letters import (
    IssuedLetter,
    LetterFilter,
    LetterStatus,
    NamedPerson,
    PrintKind,
    RegisterPage,
)
from nagari_kit.errors import ConflictError, InputError, NotFoundError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_people import role_labels
from nagari_kit.services.letter_replacement import named_first

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader

SHORTEST_REASON = 5
MOST_COPIES = 99


class LetterRegisterService:
    """The letters that were issued. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def page(self, wanted: LetterFilter, offset: int, limit: int) -> RegisterPage:
        """Rows from `offset` on, newest first."""
        with self._context.store.read() as reader:
            return reader.letters.page(wanted, offset, limit)

    def get(self, letter_id: LetterId) -> IssuedLetter:
        """The letter. Raises NotFoundError."""
        with self._context.store.read() as reader:
            return reader.letters.get(letter_id)

    def find(self, number: str) -> IssuedLetter:
        """The letter that bears this number, blanks aside. Raises NotFoundError."""
        with self._context.store.read() as reader:
            found = reader.letters.find_by_number(number)
        if not found:
            raise NotFoundError(
                f"Surat nomor {number.strip()} tidak ada di register kantor ini.",
                hint="Periksa nomornya, atau cari dengan nama warga.",
                code="SURAT-10",
            )
        return found[0]

    def document(self, letter_id: LetterId) -> bytes:
        """The PDF exactly as it was filed. Raises NotFoundError."""
        with self._context.store.read() as reader:
            return reader.letters.document(letter_id)

    def people(self, letter_id: LetterId) -> tuple[NamedPerson, ...]:
        """Who is named in the letter besides its person, by role."""
        with self._context.store.read() as reader:
            return reader.letter_people.of(letter_id)

    def history(self, letter_id: LetterId) -> LetterHistory:
        """People, steps and tied letters of one letter. Raises NotFoundError."""
        with self._context.store.read() as reader:
            letter = reader.letters.get(letter_id)
            labels = role_labels(self._context.definitions.get(letter.type_id))
            return LetterHistory(
                people=tuple(
                    (labels.get(one.role, one.role), one)
                    for one in reader.letter_people.of(letter_id)
                ),
                steps=reader.letter_steps.of(letter_id),
                replaces=_number_of(reader, letter.replaces),
                replaced_by=_number_of(reader, letter.replaced_by),
            )

    def void(self, letter_id: LetterId, reason: str) -> IssuedLetter:
        """Cancel the letter; its number stays and is never given again.

        Raises InputError.fields (`reason`, at least five letters), ConflictError when void.
        """
        said = " ".join(reason.split())
        with self._context.store.write(self._context.actor) as uow:
            letter = uow.letters.get(letter_id)
            if letter.status is LetterStatus.VOIDED:
                raise ConflictError(
                    f"{named_first(letter)} sudah dibatalkan sebelumnya.",
                    hint=f"Alasan yang tercatat: {letter.void_reason}",
                    code="SURAT-14",
                )
            if sum(1 for sign in said if sign.isalpha()) < SHORTEST_REASON:
                raise InputError(
                    "Surat belum dibatalkan: alasannya belum jelas.",
                    {"reason": "Tulis alasan pembatalan, paling sedikit lima huruf."},
                )
            uow.letters.void(letter_id, said, self._context.actor, self._context.clock.now())
            uow.record(events.letter_voided(letter_id, letter.number, said))
            voided = uow.letters.get(letter_id)
            uow.commit()
        return voided

    def record_print(
        self, letter_id: LetterId, printer: str, copies: int, *, receipt: bool = False
    ) -> IssuedLetter:
        """Note that paper came out: the letter, or the receipt of its papers, which counts apart.

        Raises NotFoundError, InputError (`copies`).
        """
        if not 1 <= copies <= MOST_COPIES:
            raise InputError(
                "Cetakan belum dicatat.",
                {"copies": f"Jumlah lembar antara 1 dan {MOST_COPIES}."},
            )
        now = self._context.clock.now()
        with self._context.store.write(self._context.actor) as uow:
            uow.letters.get(letter_id)
            kind = PrintKind.RECEIPT if receipt else PrintKind.LETTER
            uow.letters.log_print(letter_id, printer, copies, now, self._context.actor, kind)
            letter = uow.letters.get(letter_id)
            uow.commit()
        return letter


def _number_of(reader: Reader, letter_id: LetterId | None) -> str:
    if letter_id is None:
        return ""
    letter = reader.letters.get(letter_id)
    return letter.number or letter.title
