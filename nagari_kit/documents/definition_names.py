"""The names that one definition may use: the common ones, its own fields, people and lists."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.definition_model import NOBODY, LetterDefinition
from nagari_kit.documents.person_attributes import ATTRIBUTES
from nagari_kit.documents.variables import LISTS, SUBJECT_GROUPS, VARIABLES
from nagari_kit.domain.letter_fields import ColumnSpec, FieldKind
from nagari_kit.domain.letters import SUBJECT_ROLE

FIELD, ROLE, LIST, PERSON, COLUMN = "isian.", "pihak.", "daftar.", "orang.", "kolom."
NUMBER = "orang.nomor"
COUNT, SUM = "jumlah", "jumlah_"
_SUMMED = frozenset({FieldKind.NUMBER, FieldKind.MONEY})


@dataclass(frozen=True, slots=True)
class ListNames:
    """A list that something may repeat for. `own`: it is a field of the definition, else people."""

    columns: tuple[ColumnSpec, ...]
    of_people: bool
    own: bool

    @property
    def row_names(self) -> frozenset[str]:
        """What means something within its rows only."""
        columns = {COLUMN + one.id for one in self.columns}
        people = {PERSON + name for name in ATTRIBUTES} if self.of_people else set()
        return frozenset({NUMBER, *columns, *people})


def lists_of(definition: LetterDefinition) -> dict[str, ListNames]:
    """Every list by id: the household's members, lists of people, table fields."""
    found: dict[str, ListNames] = {}
    if definition.subject != NOBODY:
        found |= dict.fromkeys(LISTS, ListNames((), of_people=True, own=False))
    for one in definition.people_lists:
        found[one.id] = ListNames(one.columns, of_people=True, own=True)
    for field in definition.fields:
        if field.kind is FieldKind.TABLE:
            found[field.id] = ListNames(field.columns, of_people=False, own=True)
    return found


def printable_names(definition: LetterDefinition) -> frozenset[str]:
    """What a template may print anywhere."""
    names = {
        name
        for name in VARIABLES
        if definition.subject != NOBODY or not name.startswith(SUBJECT_GROUPS)
    }
    names |= {FIELD + field.id for field in definition.fields if field.kind is not FieldKind.TABLE}
    for role in definition.people:
        names |= {f"{ROLE}{role.id}.{name}" for name in ATTRIBUTES}
        names |= {f"{ROLE}{role.id}.{one.id}" for one in role.columns}
    for name, one in lists_of(definition).items():
        if one.own:
            names.add(f"{LIST}{name}.{COUNT}")
            summed = (column for column in one.columns if column.kind in _SUMMED)
            names |= {f"{LIST}{name}.{SUM}{column.id}" for column in summed}
    return frozenset(names)


def condition_names(definition: LetterDefinition) -> frozenset[str]:
    """What `jika` may ask: all of that, and whether a table has rows."""
    tables = {FIELD + field.id for field in definition.fields if field.kind is FieldKind.TABLE}
    return printable_names(definition) | tables


def signing_roles(definition: LetterDefinition) -> frozenset[str]:
    """Who may sign: the person of the letter, and everybody in a role."""
    own = set() if definition.subject == NOBODY else {SUBJECT_ROLE}
    return frozenset(own | {role.id for role in definition.people})
