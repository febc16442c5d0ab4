"""Writes a wedding into the row of a draft, and reads it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import LetterDraft, LetterPerson, People
from nagari_kit.domain.marriage import DRAFT_TYPE, MarriageCase, MarriageSide, Side

_OF_SIDE = ("status", "former", "ended_by", "died_on", "died_at", "death_certificate")
_OF_CASE = ("guardian", "akad_day", "akad_hour", "akad_place", "registrar", "papers_reason")
_ROLES = ("person", "father", "mother", "late_spouse")
_BETWEEN = "\n"


def as_draft(
    case: MarriageCase, draft_id: DraftId, names: Mapping[Side, str], at: datetime
) -> LetterDraft:
    """The row of a case. Values are texts; people stand under `suami.father` and the like."""
    values = {name: str(getattr(case, name)) for name in _OF_CASE}
    values["papers"] = _BETWEEN.join(sorted(case.papers))
    for side in Side:
        values |= {f"{side}.{name}": str(getattr(case.side(side), name)) for name in _OF_SIDE}
    lead = next((case.side(one).person for one in Side if case.side(one).is_resident), None)
    return LetterDraft(
        id=draft_id,
        type_id=DRAFT_TYPE,
        title="Berkas nikah",
        resident_id=lead.resident_id if lead is not None else None,
        resident_name=" dan ".join(names[side] for side in Side if names.get(side)),
        values=values,
        signer_id=case.signer_id,
        saved_at=at,
        issue_date=case.applied_on,
        people=people_of_case(case),
    )


def of_draft(draft: LetterDraft) -> MarriageCase:
    """The case that `as_draft` wrote."""
    known = draft.values
    papers = known.get("papers", "")
    case = MarriageCase(
        groom=_side(draft, Side.GROOM),
        bride=_side(draft, Side.BRIDE),
        papers=frozenset(papers.split(_BETWEEN)) if papers else frozenset(),
        applied_on=draft.issue_date,
        signer_id=draft.signer_id,
        draft_id=draft.id,
    )
    texts: dict[str, str] = {name: known.get(name, "") for name in _OF_CASE}
    return replace(case, **texts)  # type: ignore[arg-type]  # each is a text of the case


def people_of_case(case: MarriageCase) -> People:
    """Everybody who is named, by side and role."""
    found: dict[str, tuple[LetterPerson, ...]] = {}
    for side in Side:
        for role in _ROLES:
            person = getattr(case.side(side), role)
            if person is not None:
                found[f"{side}.{role}"] = (person,)
    return found


def _side(draft: LetterDraft, side: Side) -> MarriageSide:
    people = {role: next(iter(draft.people.get(f"{side}.{role}", ())), None) for role in _ROLES}
    texts = {name: draft.values.get(f"{side}.{name}", "") for name in _OF_SIDE}
    return MarriageSide(**people, **texts)  # type: ignore[arg-type]  # each by its own name
