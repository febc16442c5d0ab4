"""Fills a definition with the facts of one letter; the result needs neither of them any more."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from nagari_kit.documents.checking import check_values, usable_value
from nagari_kit.documents.definition_model import (
    Condition,
    DataBlock,
    DataRow,
    KopBlock,
    LetterDefinition,
    ParagraphBlock,
    TableBlock,
)
from nagari_kit.documents.facts import LetterFacts, days_of
from nagari_kit.documents.filters import apply_filters
from nagari_kit.documents.signing import signature_text
from nagari_kit.documents.snapshot import (
    Body,
    DataLine,
    DataTable,
    KopText,
    LetterSnapshot,
    ParagraphText,
    RuledTable,
    Span,
    Spans,
)
from nagari_kit.documents.templates import Literal, Placeholder, Template, parse_template
from nagari_kit.documents.variables import LISTS, PERSON_VARIABLES, VARIABLES
from nagari_kit.documents.wording import DASH, clean, person_name
from nagari_kit.domain.area_names import own_name
from nagari_kit.domain.letters import LetterField
from nagari_kit.domain.office import OfficeProfile
from nagari_kit.domain.residents import Resident

_FIELD = "isian."


def resolve(definition: LetterDefinition, facts: LetterFacts) -> LetterSnapshot:
    """The letter with every placeholder filled; what has no usable value is marked missing."""
    scope = _Scope.of(definition, facts)
    wants_kop = any(isinstance(block, KopBlock) for block in definition.blocks)
    until = facts.valid_until
    return LetterSnapshot(
        definition_id=definition.id,
        definition_version=definition.version,
        definition_sha256=definition.sha256,
        paper=facts.office.paper.value,
        kop=_kop(facts.office) if wants_kop else None,
        title=definition.title,
        short_title=definition.short_title,
        number=clean(facts.number) if facts.number else None,
        issue_date=facts.issue_date.isoformat(),
        valid_until=until.isoformat() if until else None,
        subject_name=person_name(facts.resident.name),
        subject_nik=facts.resident.nik or "",
        values=dict(scope.values),
        body=_body(definition, scope),
        signature=signature_text(facts),
        office_code=facts.office.code,
        office_name=facts.office.name,
    )


def default_values(definition: LetterDefinition, facts: LetterFacts) -> dict[str, str]:
    """Values that the definition proposes for this resident; only fields that have one."""
    scope = _Scope(facts, definition, {}, frozenset())
    proposed = {}
    for field in definition.fields:
        spans = _filled(parse_template(field.default), scope, None)
        text = "".join(span.text for span in spans if not span.missing).strip()
        complete = not any(span.missing for span in spans)
        if text and complete:
            proposed[field.id] = text.replace("\u00a0", " ")
    return proposed


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the names of a definition mean in this letter; `faulty` fields count as missing."""

    facts: LetterFacts
    definition: LetterDefinition
    values: Mapping[str, str]
    faulty: frozenset[str]

    @classmethod
    def of(cls, definition: LetterDefinition, facts: LetterFacts) -> _Scope:
        values = {field.id: _value_of(field, facts) for field in definition.fields}
        faulty = frozenset(check_values(definition, values, days_of(facts)))
        return cls(facts, definition, values, faulty)

    def text(self, name: str) -> str:
        """The plain value of a name that is not about a person of a list."""
        if name.startswith(_FIELD):
            return self.values.get(name.removeprefix(_FIELD), "")
        return VARIABLES[name].read(self.facts)

    def holds(self, condition: Condition | None) -> bool:
        """Whether a block or row is printed."""
        if condition is None:
            return True
        value = self.text(condition.variable)
        match condition.operator:
            case "ada":
                return bool(value)
            case "kosong":
                return not value
            case "==":
                return value == condition.value
            case _:
                return value != condition.value


def _value_of(field: LetterField, facts: LetterFacts) -> str:
    value = usable_value(field, facts.values.get(field.id, ""))
    return own_name(value, facts.office.area_word) if field.area_name else value


def _body(definition: LetterDefinition, scope: _Scope) -> tuple[Body, ...]:
    found: list[Body] = []
    for block in definition.blocks:
        if not scope.holds(block.condition):
            continue
        if isinstance(block, ParagraphBlock):
            spans = _filled(block.template, scope, None)
            found.append(ParagraphText(spans, block.indent, block.closing))
        elif isinstance(block, DataBlock):
            lines = (_data_line(row, scope) for row in block.rows if scope.holds(row.condition))
            found.append(DataTable(tuple(line for line in lines if line is not None)))
        elif isinstance(block, TableBlock):
            found.append(_table(block, scope))
    return tuple(found)


def _data_line(row: DataRow, scope: _Scope) -> DataLine | None:
    label = _filled(row.label, scope, None)
    value = _filled(row.value, scope, None, optional=True)
    if not any(span.text.strip() for span in value):
        if row.empty == "hapus":
            return None
        if row.empty == "wajib":
            return DataLine(label, (Span("".join(span.text for span in label), missing=True),))
        value = (Span(DASH),)
    return DataLine(label, value)


def _table(block: TableBlock, scope: _Scope) -> RuledTable:
    people: tuple[Resident | None, ...] = (None,)
    if block.each:
        people = LISTS[block.each](scope.facts)
    rows = []
    for number, person in enumerate(people, start=1):
        subject = (person, number) if person is not None else None
        for row in block.rows:
            if scope.holds(row.condition):
                rows.append(tuple(_cell(cell, scope, subject) for cell in row.cells))
    return RuledTable(
        heads=tuple(column.title for column in block.columns),
        widths=tuple(column.width for column in block.columns),
        aligns=tuple(column.align for column in block.columns),
        rows=tuple(rows),
    )


def _cell(template: Template, scope: _Scope, subject: tuple[Resident, int] | None) -> Spans:
    spans = _filled(template, scope, subject, optional=True)
    return spans if any(span.text.strip() for span in spans) else (Span(DASH),)


def _filled(
    template: Template,
    scope: _Scope,
    subject: tuple[Resident, int] | None,
    *,
    optional: bool = False,
) -> Spans:
    spans = (
        Span(part.text, part.bold)
        if isinstance(part, Literal)
        else _value(part, scope, subject, optional=optional)
        for part in template
    )
    return tuple(span for span in spans if span.text)


def _value(
    part: Placeholder, scope: _Scope, subject: tuple[Resident, int] | None, *, optional: bool
) -> Span:
    if subject is not None and part.name in PERSON_VARIABLES:
        person, number = subject
        text = PERSON_VARIABLES[part.name].read(person, number, scope.facts)
        return Span(apply_filters(text, part.filters), part.bold)
    text = scope.text(part.name)
    field = None
    if part.name.startswith(_FIELD):
        field = scope.definition.field(part.name.removeprefix(_FIELD))
    if field is not None:
        if field.id in scope.faulty:
            return Span(field.label, part.bold, field.id, missing=True)
        return Span(apply_filters(text, part.filters), part.bold, field.id)
    if not text and not optional:
        return Span(VARIABLES[part.name].label, part.bold, missing=True)
    return Span(apply_filters(text, part.filters), part.bold)


def _kop(office: OfficeProfile) -> KopText:
    kop = office.kop
    return KopText(
        lines=tuple(clean(line) for line in (kop.line1, kop.line2, kop.line3) if clean(line)),
        address=tuple(_address_line(line) for line in kop.address_lines if clean(line)),
        arrangement=kop.arrangement,
        rule=kop.rule,
        preprinted=kop.preprinted,
        logo_sha256=hashlib.sha256(kop.logo).hexdigest() if kop.logo else "",
    )


def _address_line(line: str) -> str:
    """Parts that the office set apart with several spaces stay four spaces apart."""
    parts = (clean(part) for part in re.split(r"\s{2,}", line.strip()))
    return "    ".join(part for part in parts if part)
