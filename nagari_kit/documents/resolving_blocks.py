"""Makes the parts of a letter's body from the blocks of its definition."""

from __future__ import annotations

from functools import singledispatch

from nagari_kit.documents.definition_blocks import (
    CopiesBlock,
    DataBlock,
    DataRow,
    FormBlock,
    ListBlock,
    ModelBlock,
    NextPageBlock,
    OfficialHeadBlock,
    OrderBlock,
    ParagraphBlock,
    SectionBlock,
    TableBlock,
    TableRow,
)
from nagari_kit.documents.resolving_form import form_page
from nagari_kit.documents.resolving_scope import ListRow, Scope
from nagari_kit.documents.resolving_text import (
    ended,
    filled,
    form_key,
    is_blank,
    lacking_list,
    lines_of,
    plain,
    separated,
    without_blank_lines,
)
from nagari_kit.documents.snapshot_bodies import (
    Body,
    CarbonCopies,
    DataLine,
    DataTable,
    ModelMark,
    NextPage,
    NumberedList,
    OfficialHead,
    OrderTable,
    ParagraphText,
    RuledTable,
    SectionHead,
    Span,
    Spans,
)
from nagari_kit.documents.templates import Template
from nagari_kit.documents.wording import DASH, DRAFT_NUMBER, clean, long_date


@singledispatch
def text_bodies(block: object, scope: Scope) -> list[Body]:
    """The parts of one block that holds text; none for kop, title and what somebody signs."""
    del block, scope
    return []


@text_bodies.register
def _paragraphs(block: ParagraphBlock, scope: Scope) -> list[Body]:
    """One; a value that stands alone makes one of each of its lines."""
    spans = filled(block.template, scope)
    if len(block.template) != 1 or not any("\n" in span.text for span in spans):
        return [ParagraphText(spans, block.indent, block.closing)]
    return [ParagraphText(line, block.indent, block.closing) for line in lines_of(spans)]


@text_bodies.register
def _section(block: SectionBlock, scope: Scope) -> list[Body]:
    return [SectionHead(block.number, filled(block.template, scope))]


@text_bodies.register
def _model(block: ModelBlock, scope: Scope) -> list[Body]:
    del scope
    return [ModelMark(block.text)]


@text_bodies.register
def _data(block: DataBlock, scope: Scope) -> list[Body]:
    return [DataTable(data_lines(block.rows, scope), block.label_width, block.indent)]


@text_bodies.register
def _order(block: OrderBlock, scope: Scope) -> list[Body]:
    return [OrderTable(block.commanding, data_lines(block.rows, scope))]


@text_bodies.register
def _table(block: TableBlock, scope: Scope) -> list[Body]:
    return [ruled_table(block, scope)]


def data_lines(rows: tuple[DataRow, ...], scope: Scope) -> tuple[DataLine, ...]:
    """The rows that are printed."""
    lines = (_data_line(row, scope) for row in rows if scope.holds(row.conditions))
    return tuple(line for line in lines if line is not None)


def _data_line(row: DataRow, scope: Scope) -> DataLine | None:
    label = filled(row.label, scope)
    if row.table is not None:
        return DataLine(label, (), table=ruled_table(row.table, scope))
    value = filled(row.value, scope, optional=True)
    if is_blank(value):
        if row.empty == "hapus":
            return None
        if row.empty == "wajib":
            return DataLine(label, (Span(plain(label), missing=True),))
        return DataLine(label, (Span(DASH),))
    if row.listed:
        items = lines_of(value)
        if len(items) > 1:
            return DataLine(label, (), ended(items))
    return DataLine(label, value)


def ruled_table(block: TableBlock, scope: Scope) -> RuledTable:
    """The table with a line for each of its list; too short a list leaves a missing value."""
    rows: list[tuple[Spans, ...]] = []
    repeats: tuple[ListRow | None, ...] = scope.rows(block.each) if block.each else (None,)
    for one in repeats:
        rows += _rows(block.rows, scope, one)
    lack = lacking_list(scope, block.each) if block.each else ""
    if lack:
        blanks = ((Span(DASH),),) * (len(block.columns) - 1)
        rows.append(((Span(lack, field_id=form_key(scope, block.each), missing=True),), *blanks))
    if rows:
        rows += _rows(block.last_rows, scope, None)
    return RuledTable(
        heads=tuple(column.title for column in block.columns),
        widths=tuple(column.width for column in block.columns),
        aligns=tuple(column.align for column in block.columns),
        rows=tuple(rows),
        row_height=block.row_height,
    )


def _rows(rows: tuple[TableRow, ...], scope: Scope, one: ListRow | None) -> list[tuple[Spans, ...]]:
    return [
        tuple(_cell(cell, scope, one) for cell in row.cells)
        for row in rows
        if scope.holds(row.conditions, one)
    ]


def _cell(template: Template, scope: Scope, one: ListRow | None) -> Spans:
    if not template:
        return ()
    spans = filled(template, scope, one, optional=True)
    return (Span(DASH),) if is_blank(spans) else without_blank_lines(spans)


@text_bodies.register
def _numbered(block: ListBlock, scope: Scope) -> list[Body]:
    repeats: tuple[ListRow | None, ...] = scope.rows(block.each) if block.each else (None,)
    items = tuple(
        line
        for one in repeats
        for item in block.items
        if scope.holds(item.conditions, one)
        for line in lines_of(filled(item.template, scope, one))
    )
    lack = lacking_list(scope, block.each) if block.each else ""
    if lack:
        items = (*items, (Span(lack, field_id=form_key(scope, block.each), missing=True),))
    return [NumberedList(ended(items))] if items else []


@text_bodies.register
def _official_head(block: OfficialHeadBlock, scope: Scope) -> list[Body]:
    facts = scope.facts
    number = clean(facts.number) if facts.number else DRAFT_NUMBER
    attachment = filled(block.attachment, scope, optional=True)
    subject = tuple(
        Span(span.text, bold=True, field_id=span.field_id, missing=span.missing)
        for span in filled(block.subject, scope)
    )
    addressee = tuple(
        line for one in block.addressee for line in lines_of(filled(one, scope, optional=True))
    )
    head = OfficialHead(
        lines=(
            ("Nomor", (Span(number),)),
            ("Sifat", filled(block.nature, scope)),
            ("Lampiran", (Span(DASH),) if is_blank(attachment) else attachment),
            ("Hal", subject),
        ),
        place_date=f"{clean(facts.office.name)}, {long_date(facts.issue_date)}",
        addressee=addressee,
    )
    return [head]


@text_bodies.register
def _copies(block: CopiesBlock, scope: Scope) -> list[Body]:
    lines = tuple(
        line for one in block.lines for line in lines_of(filled(one, scope, optional=True))
    )
    return [CarbonCopies(separated(lines))] if lines else []


@text_bodies.register
def _form(block: FormBlock, scope: Scope) -> list[Body]:
    return [form_page(block, scope)]


@text_bodies.register
def _next_page(block: NextPageBlock, scope: Scope) -> list[Body]:
    return [NextPage(tuple(plain(filled(one, scope)) for one in block.head), block.title)]
