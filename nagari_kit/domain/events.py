"""What happened, as the log records it and the province reads it: one builder per kind."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.domain.correspondence import IncomingLetter
from nagari_kit.domain.exporting import ExportRequest
from nagari_kit.domain.identity import HouseholdId, LetterId, ResidentId
from nagari_kit.domain.letter_look import LetterLook
from nagari_kit.domain.letter_steps import Progress, StepKind
from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.domain.lineage import LineageNode
from nagari_kit.domain.neighbours import Neighbours
from nagari_kit.domain.office import NumberingSettings, OfficeProfile, Officer
from nagari_kit.domain.plain_facts import known_facts, plain_facts
from nagari_kit.domain.population import PopulationEvent
from nagari_kit.domain.registers import RegisterWish
from nagari_kit.domain.residents import Household, Jorong, Resident


class Spelled(str):
    """What an event says, as canonical JSON already."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A fact. `data` holds text, whole numbers, lists and maps only; `sv` is its form's version.

    `records` is how many records it tells of.
    """

    type: str
    sv: int
    data: Mapping[str, Any] | Spelled
    records: int = 1


REMARKS = ("note", "invalid_reason")
"""What officers wrote about a person in their own words: no fact of the person, so it stays."""


def facts_told(resident: Resident) -> dict[str, Any]:
    """What travels of a person: all facts that are known, and no officer's remark on them."""
    facts = known_facts(resident)
    for name in REMARKS:
        facts.pop(name, None)
    return facts


def resident_registered(resident: Resident) -> Event:
    """A person entered the books of the office; what is not known is left out."""
    return Event("resident.registered", 1, facts_told(resident))


def resident_changed(resident: Resident, base_hash: str | None) -> Event:
    """All of a person's facts are now these; what is not known is left out.

    `base_hash` names the state that was changed, if known.
    """
    return Event("resident.changed", 1, {**facts_told(resident), "base": base_hash})


def household_saved(household: Household) -> Event:
    """A kartu keluarga was opened or amended."""
    return Event("household.saved", 1, plain_facts(household))


def jorong_saved(jorong: Jorong) -> Event:
    """A sub-area was added or renamed."""
    return Event("jorong.saved", 1, plain_facts(jorong))


def population_recorded(
    event: PopulationEvent,
    people: Sequence[ResidentId],
    households: Sequence[HouseholdId],
    count: int,
) -> Event:
    """Something happened to the population; what the form says beyond the dates stays here.

    So do reasons: why it was undone, why a record is not valid.

    `people` and `households` may be left empty when there are too many to name; `count` is of
    people.
    """
    data = {
        "id": event.id.hex,
        "kind": event.kind.value,
        "event_date": event.event_date.isoformat(),
        "report_date": event.report_date.isoformat(),
        "people": [one.hex for one in people],
        "households": [one.hex for one in households],
        "count": count,
        "reverses": event.reverses.hex if event.reverses else None,
    }
    return Event("population.recorded", 1, data)


def lineage_saved(node: LineageNode) -> Event:
    """Somebody was entered in a ranji, changed or removed.

    Names, gelar and years stay in the office: the province learns how many ranji there are and how
    far back they reach, nothing of who is in them.
    """
    mother = node.mother_id.hex if node.mother_id else None
    data = {"id": node.id.hex, "mother": mother, "removed": int(node.removed)}
    return Event("lineage.saved", 1, data)


def office_configured(profile: OfficeProfile) -> Event:
    """The office's profile is now this; of the logo only the hash travels."""
    data = plain_facts(profile)
    del data["look"]
    logo = profile.kop.logo
    data["kop"]["logo"] = hashlib.sha256(logo).hexdigest() if logo else None
    return Event("office.configured", 1, data)


def look_saved(look: LetterLook) -> Event:
    """The office's letters now look like this; of the second logo only the hash travels."""
    return Event("office.look_saved", 1, plain_facts(look))


def officer_saved(officer: Officer) -> Event:
    """An officer was added or changed."""
    return Event("officer.saved", 1, plain_facts(officer))


def numbering_saved(settings: NumberingSettings) -> Event:
    """The rules of letter numbers are now these."""
    return Event("numbering.saved", 1, plain_facts(settings))


@dataclass(frozen=True, slots=True)
class DefinitionReference:
    """Which letter definition a letter was made from; `sha256` hex."""

    id: str
    version: int
    sha256: str


def letter_issued(
    letter: IssuedLetter, definition: DefinitionReference, snapshot_sha256: str, people: int = 0
) -> Event:
    """A letter was filed; `people` counts who else is named in it, no name of them travels.

    `sequence` is null and `number` "" while the number is written by hand or when there is none.
    """
    data = {
        "letter_id": letter.id.hex,
        "number": letter.number,
        "series": letter.series,
        "year": letter.year,
        "sequence": letter.sequence,
        "type_id": letter.type_id,
        "issue_date": letter.issue_date.isoformat(),
        "resident_id": letter.resident_id.hex if letter.resident_id else None,
        "resident_name": letter.resident_name if letter.resident_id else "",
        "signer": f"{letter.signer_name}, {letter.signer_position}" if letter.signer_name else "",
        "valid_until": letter.valid_until.isoformat() if letter.valid_until else None,
        "pdf_sha256": letter.sha256,
        "definition": plain_facts(definition),
        "snapshot_sha256": snapshot_sha256,
        "people": people,
        "mode": letter.number_mode,
        "replaces": letter.replaces.hex if letter.replaces else None,
    }
    return Event("letter.issued", 1, data)


def letter_voided(letter_id: LetterId, number: str, reason: str) -> Event:
    """A letter was cancelled; its number stays taken."""
    return Event(
        "letter.voided", 1, {"letter_id": letter_id.hex, "number": number, "reason": reason}
    )


def letter_stepped(letter: IssuedLetter, kind: StepKind, on: date, progress: Progress) -> Event:
    """Something became of a letter; who took or received it stays in the office."""
    data = {
        "letter_id": letter.id.hex,
        "number": letter.number,
        "step": kind.value,
        "on": on.isoformat(),
        "progress": progress.value,
    }
    return Event("letter.stepped", 1, data)


def correspondence_received(letter: IncomingLetter) -> Event:
    """A letter came in, was read again, or was entered by mistake; remarks on it stay here."""
    content = plain_facts(letter.content)
    content.pop("note", None)
    data = {
        "id": letter.id.hex,
        "agenda_year": letter.agenda_year,
        "agenda_number": letter.agenda_number,
        "void": int(bool(letter.void_reason)),
        **content,
    }
    return Event("correspondence.received", 1, data)


def neighbours_saved(neighbours: Neighbours) -> Event:
    """Who else signs below the office's letters is now this."""
    return Event("office.neighbours", 1, plain_facts(neighbours))


def definition_saved(type_id: str, version: int, sha256: str) -> Event:
    """A letter type of the office is now in use in this version; its words stay here."""
    return Event("definition.saved", 1, {"id": type_id, "version": version, "sha256": sha256})


def definition_withdrawn(type_id: str) -> Event:
    """A letter type that only the office had is no longer in use."""
    return Event("definition.withdrawn", 1, {"id": type_id})


def export_made(request: ExportRequest, people: int, households: int) -> Event:
    """Residents left the office as a spreadsheet: how many, in which form, and why. No names."""
    data = {
        "form": request.form.value,
        "full": int(request.full),
        "chosen": int(request.chosen is not None),
        "people": people,
        "households": households,
        "reason": request.reason.strip(),
    }
    return Event("export.made", 1, data)


def book_exported(wish: RegisterWish, people: int) -> Event:
    """A population book left the office: which, of which days, how many rows, why. No names."""
    data = {
        "form": "buku",
        "book": wish.book.value,
        "from": wish.period.start.isoformat(),
        "to": wish.period.end.isoformat(),
        "full": int(wish.full),
        "chosen": 0,
        "people": people,
        "households": 0,
        "reason": wish.reason.strip(),
    }
    return Event("export.made", 1, data)


def event_body(event: Event, *, event_id: UUID, nonce: bytes, at: datetime, by: str) -> bytes:
    """The canonical bytes of an event.

    `nonce`: 16 random bytes, so that a hash seen by others cannot be guessed back to a NIK.
    `at`: the moment by this PC's clock, as evidence only. `by`: who was at the desk.
    """
    said = event.data
    told = said if isinstance(said, Spelled) else canonical_bytes(dict(said)).decode("ascii")
    before = canonical_bytes({"at": at.isoformat(timespec="seconds"), "by": by})
    after = canonical_bytes({"id": event_id.hex, "r": nonce.hex(), "sv": event.sv, "t": event.type})
    # The keys stand in their order: "d" after "by", before "id".
    return b'%s,"d":%s,%s' % (before[:-1], told.encode("ascii"), after[1:])
