"""The letters that come in and go out, as the agenda (A.7) and the ekspedisi (A.8) keep them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nagari_kit.domain.identity import IncomingLetterId
from nagari_kit.domain.letter_steps import StepKind

LONGEST = {"sender": 120, "subject": 300, "number": 60, "note": 300}
"""Characters of what is typed; the columns of the book hold no more."""


@dataclass(frozen=True, slots=True)
class IncomingReport:
    """What the officer reads from the paper. `number` and `letter_date` are the sender's own."""

    received_on: date
    sender: str
    subject: str
    number: str = ""
    letter_date: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class IncomingLetter:
    """A letter that came in. `agenda_number` counts within `agenda_year` and stays for ever.

    `void_reason` is not empty when it was entered by mistake; the number is not used again.
    """

    id: IncomingLetterId
    agenda_year: int
    agenda_number: int
    content: IncomingReport
    recorded_on: date
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class OutgoingLetter:
    """An issued letter as the books name it.

    `title` as printed ("Surat Keterangan Usaha"); `person` whom it is about, "" for official ones;
    `jorong` where that person lives now. `recorded_on` is the day on which it got its number,
    `day` the one that it bears.
    """

    number: str
    day: date
    recorded_on: date
    title: str
    purpose: str
    person: str
    jorong: str
    addressed_to: str
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One line of A.7: `position` within the year of `recorded_on`, and one of the two letters."""

    position: int
    recorded_on: date
    incoming: IncomingLetter | None = None
    outgoing: OutgoingLetter | None = None


@dataclass(frozen=True, slots=True)
class DispatchEntry:
    """One line of A.8: a letter was handed over or sent, to whom and who took it.

    `taken_back` says why the line does not hold any more; its number stays.
    """

    position: int
    recorded_on: date
    on: date
    letter: OutgoingLetter
    kind: StepKind
    person: str = ""
    place: str = ""
    note: str = ""
    taken_back: str = ""


def agenda(
    outgoing: Iterable[OutgoingLetter], incoming: Sequence[IncomingLetter]
) -> tuple[AgendaEntry, ...]:
    """The lines of one year in one running number, as letters were recorded.

    A letter that came in keeps the number that was stamped on it; those that went out take the
    numbers between, in the order given. So no number moves when something is entered later.
    """
    stamped = {one.agenda_number: one for one in incoming}
    lines = [AgendaEntry(number, one.recorded_on, incoming=one) for number, one in stamped.items()]
    position = 0
    for letter in outgoing:
        position += 1
        while position in stamped:
            position += 1
        lines.append(AgendaEntry(position, letter.recorded_on, outgoing=letter))
    return tuple(sorted(lines, key=lambda one: one.position))
