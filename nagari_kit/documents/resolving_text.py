"""Fills one template: text as it is, and in its place the name of what is missing."""

from __future__ import annotations

from dataclasses import replace

from nagari_kit.documents.definition_names import COLUMN, FIELD, LIST, NUMBER, PERSON, ROLE
from nagari_kit.documents.filters import apply_filters
from nagari_kit.documents.person_attributes import ATTRIBUTES
from nagari_kit.documents.resolving_scope import ListRow, Scope
from nagari_kit.documents.snapshot_bodies import Span, Spans
from nagari_kit.documents.table_values import cell_fault
from nagari_kit.documents.templates import Literal, Placeholder, Template
from nagari_kit.documents.variables import VARIABLES
from nagari_kit.documents.wording import typeset

_ENDS = " .;,\n"


def filled(
    template: Template, scope: Scope, row: ListRow | None = None, *, optional: bool = False
) -> Spans:
    """The spans of a template. With `optional` what the books lack is "" instead of missing."""
    spans = (
        Span(part.text, part.bold)
        if isinstance(part, Literal)
        else _value(part, scope, row, optional=optional)
        for part in template
    )
    return tuple(span for span in spans if span.text)


def plain(spans: Spans) -> str:
    """The text of spans."""
    return "".join(span.text for span in spans)


def is_blank(spans: Spans) -> bool:
    """Whether there is nothing to read."""
    return not any(span.text.strip() for span in spans)


def _value(part: Placeholder, scope: Scope, row: ListRow | None, *, optional: bool) -> Span:
    lack = _lack(part.name, scope, row, optional=optional)
    source = _source_of(part.name, scope, row)
    if lack:
        return Span(lack, part.bold, source, missing=True)
    text = apply_filters(scope.text(part.name, row), part.filters)
    return Span(typeset(text) if source else text, part.bold, source)


def _source_of(name: str, scope: Scope, row: ListRow | None) -> str:
    """The key of what the officer enters to change the value, "" when it is nothing of the form."""
    if name.startswith(FIELD):
        return name.removeprefix(FIELD)
    for group in (ROLE, LIST):
        if name.startswith(group):
            return form_key(scope, name.removeprefix(group).split(".", maxsplit=1)[0])
    if row is not None and name != NUMBER and name.startswith((PERSON, COLUMN)):
        return form_key(scope, row.list_id)
    return ""


def form_key(scope: Scope, asked: str) -> str:
    """How the form calls a field, role or list when it tells what is wrong; "" for no such."""
    definition = scope.definition
    if definition.field(asked) is not None:
        return asked
    known = definition.role(asked) or definition.people_list(asked)
    return ROLE + asked if known else ""


def _lack(name: str, scope: Scope, row: ListRow | None, *, optional: bool) -> str:
    """What is missing, in words, or "" when the value can be printed as it is."""
    if name.startswith(FIELD):
        field = scope.definition.field(name.removeprefix(FIELD))
        return field.label if field and field.id in scope.faulty else ""
    if row is not None and name.startswith((PERSON, COLUMN)):
        return _row_lack(name, scope, row)
    if name.startswith(ROLE):
        return _role_lack(name, scope, optional=optional)
    if name.startswith(LIST):
        return _list_lack(name, scope, optional=optional)
    text = scope.text(name)
    return "" if text or optional else VARIABLES[name].label


def _row_lack(name: str, scope: Scope, row: ListRow) -> str:
    if not name.startswith(COLUMN):
        return ""
    column = next((one for one in row.specs if one.id == name.removeprefix(COLUMN)), None)
    faulty = column is not None and cell_fault(column, scope.text(name, row))
    return column.label if column and faulty else ""


def _role_lack(name: str, scope: Scope, *, optional: bool) -> str:
    role_id, part = name.removeprefix(ROLE).split(".", maxsplit=1)
    role = scope.definition.role(role_id)
    label = role.label if role else role_id
    if scope.person(role_id) is None:
        return label if (role and role.required) or not optional else ""
    text = scope.text(name)
    column = next((one for one in role.columns if one.id == part), None) if role else None
    if column is not None:
        lacks = cell_fault(column, text) or not (text or optional)
        return f"{column.label} {label}" if lacks else ""
    return "" if text or optional else f"{ATTRIBUTES[part].label} {label}"


def _list_lack(name: str, scope: Scope, *, optional: bool) -> str:
    list_id = name.removeprefix(LIST).split(".", maxsplit=1)[0]
    return lacking_list(scope, list_id, empty_is_lack=not optional)


def lacking_list(scope: Scope, list_id: str, *, empty_is_lack: bool = False) -> str:
    """The label of a list that has too few lines or an unusable one, else ""."""
    field = scope.definition.field(list_id)
    if field is not None:
        empty = empty_is_lack and not scope.values.get(list_id)
        return field.label if empty or list_id in scope.faulty else ""
    spec = scope.definition.people_list(list_id)
    if spec is None:
        return ""
    least = max(spec.least, 1 if empty_is_lack else 0)
    return spec.label if len(scope.rows(list_id)) < least else ""


def lines_of(spans: Spans) -> tuple[Spans, ...]:
    """The spans of each line that has text."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *rest = span.text.split("\n")
        lines[-1].append(replace(span, text=first))
        lines += [[replace(span, text=text)] for text in rest]
    kept = (tuple(span for span in line if span.text) for line in lines)
    return tuple(line for line in kept if not is_blank(line))


def without_blank_lines(spans: Spans) -> Spans:
    """The spans with their line ends, but no line that has no text."""
    if not any("\n" in span.text for span in spans):
        return spans
    lines = lines_of(spans)
    found: list[Span] = []
    for number, line in enumerate(lines):
        end = "" if number == len(lines) - 1 else "\n"
        found += (*line[:-1], replace(line[-1], text=line[-1].text + end))
    return tuple(found)


def ended(items: tuple[Spans, ...]) -> tuple[Spans, ...]:
    """Items of a sentence: `;` after each, `; dan` before the last, `.` at the end."""
    last = len(items) - 1
    ends = (
        "." if number == last else "; dan" if number == last - 1 else ";"
        for number in range(len(items))
    )
    return tuple(_with_end(item, end) for item, end in zip(items, ends, strict=True))


def separated(items: tuple[Spans, ...]) -> tuple[Spans, ...]:
    """Lines of a list without `dan`: `;` after each, `.` at the end."""
    last = len(items) - 1
    return tuple(
        _with_end(item, "." if number == last else ";") for number, item in enumerate(items)
    )


def _with_end(item: Spans, end: str) -> Spans:
    *before, last = item
    if last.missing:
        return item
    return (*before, replace(last, text=last.text.rstrip(_ENDS) + end))
