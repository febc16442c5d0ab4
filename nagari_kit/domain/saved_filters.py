"""A filter of residents under a name, and its form as text."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from enum import Enum
from typing import Any
from uuid import UUID

from nagari_kit.domain.identity import JorongId, SavedFilterId
from nagari_kit.domain.residents import KtpStanding, LifeStatus, Residency, ResidentFilter, Sex

_KINDS = {"sex": Sex, "life_status": LifeStatus, "residency": Residency, "ktp": KtpStanding}


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that the office keeps as a tab of its list."""

    id: SavedFilterId
    name: str
    wanted: ResidentFilter


def as_text(wanted: ResidentFilter) -> str:
    """Canonical JSON of what the filter narrows down; what it leaves open is not named."""
    open_filter = ResidentFilter()
    narrowed: dict[str, Any] = {}
    for field in dataclasses.fields(wanted):
        value = getattr(wanted, field.name)
        if value != getattr(open_filter, field.name):
            narrowed[field.name] = _plain(value)
    return json.dumps(narrowed, sort_keys=True)


def from_text(content: str) -> ResidentFilter:
    """The filter of its text; what a newer program added is passed over."""
    known = {field.name for field in dataclasses.fields(ResidentFilter)}
    given = {name: value for name, value in json.loads(content).items() if name in known}
    for name, kind in _KINDS.items():
        if name in given:
            given[name] = kind(given[name])
    if "jorong_id" in given:
        given["jorong_id"] = JorongId(UUID(given["jorong_id"]))
    return ResidentFilter(**given)


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return value.hex
    return value.value if isinstance(value, Enum) else value
