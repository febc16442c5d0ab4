"""What the names of a definition mean in one letter, and which of its values cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from nagari_kit.documents.checking import check_values, usable_value
from nagari_kit.documents.definition_blocks import Condition, Conditions
from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.definition_names import (
    COLUMN,
    COUNT,
    FIELD,
    LIST,
    NUMBER,
    PERSON,
    ROLE,
    SUM,
)
from nagari_kit.documents.facts import LetterFacts, days_of, prepared
from nagari_kit.documents.people import PersonFacts
from nagari_kit.documents.person_attributes import ATTRIBUTES
from nagari_kit.documents.table_values import rows_of, usable_cell
from nagari_kit.documents.variables import LISTS, VARIABLES
from nagari_kit.domain.amounts import rupiah_amount
from nagari_kit.domain.area_names import own_name
from nagari_kit.domain.letter_fields import ColumnSpec, LetterField


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of a list: its number from 1, the person (None in a table), its columns."""

    number: int
    person: PersonFacts | None
    columns: Mapping[str, str]
    specs: tuple[ColumnSpec, ...] = ()
    list_id: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the names mean in this letter; `faulty` fields count as missing."""

    facts: LetterFacts
    definition: LetterDefinition
    values: Mapping[str, str]
    faulty: frozenset[str]
    _read: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What was read already: a name is asked for its lack, its value and by conditions."""

    @classmethod
    def of(cls, definition: LetterDefinition, facts: LetterFacts) -> Scope:
        """With the values as they travel."""
        values = {field.id: _value_of(field, facts) for field in definition.fields}
        faulty = frozenset(check_values(definition, values, days_of(facts)))
        age_day = None if definition.age_field in faulty else _day(values.get(definition.age_field))
        known = prepared(facts, validity_unit=definition.validity_unit, age_day=age_day)
        return cls(known, definition, values, faulty)

    @classmethod
    def without_values(cls, definition: LetterDefinition, facts: LetterFacts) -> Scope:
        """For what a definition proposes before anything is typed."""
        known = prepared(facts, validity_unit=definition.validity_unit)
        return cls(known, definition, {}, frozenset())

    def text(self, name: str, row: ListRow | None = None) -> str:
        """The plain value of a name, "" when it is not known."""
        if row is not None and name.startswith((PERSON, COLUMN)):
            return self._of_row(name, row)
        found = self._read.get(name)
        if found is None:
            found = self._read[name] = self._of_letter(name)
        return found

    def _of_letter(self, name: str) -> str:
        if name.startswith(FIELD):
            return self.values.get(name.removeprefix(FIELD), "")
        if name.startswith(ROLE):
            return self._of_role(*name.removeprefix(ROLE).split(".", maxsplit=1))
        if name.startswith(LIST):
            return self._of_list(*name.removeprefix(LIST).split(".", maxsplit=1))
        return VARIABLES[name].read(self.facts)

    def holds(self, conditions: Conditions, row: ListRow | None = None) -> bool:
        """Whether a block or row is printed."""
        return all(_holds(one, self.text(one.variable, row)) for one in conditions)

    def person(self, role_id: str) -> PersonFacts | None:
        """Who is in a role."""
        return next(iter(self.facts.people.get(role_id, ())), None)

    def rows(self, list_id: str) -> tuple[ListRow, ...]:
        """The lines of a list."""
        field = self.definition.field(list_id)
        if field is not None:
            found = enumerate(rows_of(self.values.get(list_id, "")), start=1)
            return tuple(
                ListRow(number, None, row, field.columns, list_id) for number, row in found
            )
        spec = self.definition.people_list(list_id)
        columns = spec.columns if spec else ()
        people = self.facts.people.get(list_id, ()) if spec else LISTS[list_id](self.facts)
        return tuple(
            ListRow(number, person, _usable(columns, person), columns, list_id)
            for number, person in enumerate(people, start=1)
        )

    def _of_row(self, name: str, row: ListRow) -> str:
        if name == NUMBER:
            return str(row.number)
        if name.startswith(COLUMN):
            return row.columns.get(name.removeprefix(COLUMN), "")
        if row.person is None:
            return ""
        return ATTRIBUTES[name.removeprefix(PERSON)].read(row.person, self.facts)

    def _of_role(self, role_id: str, part: str) -> str:
        person = self.person(role_id)
        if person is None:
            return ""
        role = self.definition.role(role_id)
        column = next((one for one in role.columns if one.id == part), None) if role else None
        if column is not None:
            return usable_cell(column, person.columns.get(part, ""))
        return ATTRIBUTES[part].read(person, self.facts)

    def _of_list(self, list_id: str, part: str) -> str:
        rows = self.rows(list_id)
        if not rows:
            return ""
        if part == COUNT:
            return str(len(rows))
        column = part.removeprefix(SUM)
        return str(sum(rupiah_amount(row.columns.get(column, "")) or 0 for row in rows))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _holds(condition: Condition, value: str) -> bool:
    match condition.operator:
        case "ada":
            return bool(value)
        case "kosong":
            return not value
        case "==":
            return value == condition.value
        case _:
            return value != condition.value


def _usable(columns: tuple[ColumnSpec, ...], person: PersonFacts) -> dict[str, str]:
    return {one.id: usable_cell(one, person.columns.get(one.id, "")) for one in columns}


def _value_of(field: LetterField, facts: LetterFacts) -> str:
    value = usable_value(field, facts.values.get(field.id, ""))
    return own_name(value, facts.office.area_word) if field.area_name else value
