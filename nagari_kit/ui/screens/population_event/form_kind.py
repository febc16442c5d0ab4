"""A form of a peristiwa as a description, and the fields that several of them share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from nagari_kit.domain.event_reports import EventReport
from nagari_kit.domain.population import EventKind
from nagari_kit.ui.screens.population_event.field_specs import (
    RELATIONS,
    Entry,
    FieldSpec,
    proposals,
)
from nagari_kit.ui.screens.population_event.form_values import Reading


class About(Enum):
    """Whom a form must know before it begins."""

    NOBODY = "nobody"
    PERSON = "person"
    AWAY = "away"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class FormKind:
    """`title` heads the form, `card` and `sentence` the choice; `done` is said when it is saved."""

    kind: EventKind
    title: str
    card: str
    sentence: str
    icon: str
    about: About
    done: str
    fields: tuple[FieldSpec, ...]
    compose: Callable[[Reading], EventReport]


def code_field(name: str, label: str, span: int, codes: str) -> FieldSpec:
    """A code of a list."""
    return FieldSpec(name, label, span, Entry.CODE, codes)


def who_field(label: str) -> FieldSpec:
    """Ticks of the people of the household."""
    answers = ("resident_id", "household_id")
    return FieldSpec("resident_ids", label, entry=Entry.PEOPLE, answers=answers)


NEW_HEAD = FieldSpec("new_head_id", "Kepala keluarga baru", entry=Entry.PERSON)
NEW_RELATIONS = FieldSpec(
    RELATIONS,
    "Hubungan dengan kepala keluarga baru",
    entry=Entry.RELATIONS,
    answers=("family_relation",),
)
SUCCESSION = (NEW_HEAD, NEW_RELATIONS)
REASON = FieldSpec("reason", "Sebab (boleh kosong)")
PLACE = (
    FieldSpec("jorong", "Jorong", 6, Entry.JORONG),
    FieldSpec("rw", "RW", 3),
    FieldSpec("rt", "RT", 3),
    FieldSpec("address", "Alamat"),
)
LEAVING_REASONS = proposals(
    "Pekerjaan", "Pendidikan", "Ikut keluarga", "Perkawinan", "Keamanan", "Kesehatan", "Perumahan",
)  # fmt: skip
