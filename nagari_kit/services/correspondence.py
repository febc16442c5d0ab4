"""Enters the letters that come in and gives them their number in the agenda."""

from __future__ import annotations

from dataclasses import replace

from nagari_kit.domain import events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.correspondence import LONGEST, IncomingLetter, IncomingReport
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.identity import IncomingLetterId
from nagari_kit.errors import ConflictError, InputError, NotFoundError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_numbers import shared_agenda_number

_LABELS = {
    "sender": "Pengirim",
    "subject": "Isi singkat",
    "number": "Nomor surat",
    "note": "Keterangan",
}
_SHORTEST_REASON = 5


class IncomingLetterService:
    """Letters from others. None is deleted; one entered by mistake is marked. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def of_year(self, year: int) -> tuple[IncomingLetter, ...]:
        """Letters that were entered in that year, by their number in the agenda."""
        with self._context.store.read() as reader:
            return reader.correspondence.incoming(year)

    def first_year(self) -> int:
        """The oldest year with a line in the agenda, this year before the first."""
        today = self._context.clock.today()
        with self._context.store.read() as reader:
            first = reader.correspondence.first_day()
        return min(first.year, today.year) if first is not None else today.year

    def receive(self, report: IncomingReport) -> tuple[IncomingLetter, Changes]:
        """Enter a letter; its number is that of the next line of the agenda. Raises InputError.

        Or it is the next of the counter that it shares with the office's letters. `fields` are
        those of IncomingReport (code MASUK-01).
        """
        content = self._checked(report)
        today = self._context.clock.today()
        with self._context.store.write(self._context.actor) as uow:
            number = shared_agenda_number(uow, today)
            if number is None:
                number = uow.correspondence.next_number(today.year)
            identity = IncomingLetterId(new_uuid7(self._context.clock))
            letter = IncomingLetter(identity, today.year, number, content, today)
            uow.correspondence.receive(letter)
            uow.record(events.correspondence_received(letter))
            uow.commit()
        return letter, Changes.of(Kind.CORRESPONDENCE)

    def amend(self, letter_id: IncomingLetterId, report: IncomingReport) -> Changes:
        """Mend what was misread. Raises InputError, NotFoundError, ConflictError when void."""
        content = self._checked(report)
        with self._context.store.write(self._context.actor) as uow:
            letter = _standing(uow.correspondence.find(letter_id))
            amended = replace(letter, content=content)
            uow.correspondence.amend(letter_id, content)
            uow.record(events.correspondence_received(amended))
            uow.commit()
        return Changes.of(Kind.CORRESPONDENCE)

    def void(self, letter_id: IncomingLetterId, reason: str) -> Changes:
        """Mark as entered by mistake; line and number stay. Raises InputError.fields["reason"]."""
        words = " ".join(reason.split())
        if len(words) < _SHORTEST_REASON:
            sentence = "Tulis sebabnya, contoh: tercatat dua kali."
            raise InputError(
                f"{sentence} Catatan surat masuk tidak berubah.",
                {"reason": sentence},
                code="MASUK-02",
            )
        with self._context.store.write(self._context.actor) as uow:
            letter = _standing(uow.correspondence.find(letter_id))
            uow.correspondence.void(letter_id, words)
            uow.record(events.correspondence_received(replace(letter, void_reason=words)))
            uow.commit()
        return Changes.of(Kind.CORRESPONDENCE)

    def _checked(self, report: IncomingReport) -> IncomingReport:
        typed = {name: " ".join(getattr(report, name).split()) for name in LONGEST}
        faults = {
            name: f"{_LABELS[name]} paling panjang {most} huruf."
            for name, most in LONGEST.items()
            if len(typed[name]) > most
        }
        for name in ("sender", "subject"):
            if not typed[name]:
                faults[name] = f"{_LABELS[name]} belum diisi."
        today = self._context.clock.today()
        if report.received_on > today:
            faults["received_on"] = "Tanggal terima tidak boleh sesudah hari ini."
        if report.letter_date is not None and report.letter_date > report.received_on:
            faults["letter_date"] = (
                f"Tanggal surat tidak boleh sesudah diterima, {long_date(report.received_on)}."
            )
        if faults:
            raise InputError(
                "Surat masuk belum dicatat: ada isian yang perlu diperbaiki. Isian tetap ada.",
                faults,
                code="MASUK-01",
            )
        return IncomingReport(
            report.received_on,
            typed["sender"],
            typed["subject"],
            typed["number"],
            report.letter_date,
            typed["note"],
        )


def _standing(found: IncomingLetter | None) -> IncomingLetter:
    if found is None:
        raise NotFoundError(
            "Surat masuk ini tidak ada di agenda kantor ini.",
            hint="Buka lagi daftar surat masuk.",
            code="MASUK-03",
        )
    if found.void_reason:
        raise ConflictError(
            f"Surat masuk nomor agenda {found.agenda_number} sudah dibatalkan. "
            "Catatannya tidak berubah.",
            hint="Catat surat itu lagi sebagai surat masuk baru.",
            code="MASUK-04",
        )
    return found
