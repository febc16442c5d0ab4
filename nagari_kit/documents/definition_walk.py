"""Goes through the blocks of a definition: their templates, conditions, lists and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nagari_kit.documents.definition_blocks import (
    Block,
    Conditions,
    ConfirmationBlock,
    CopiesBlock,
    DataBlock,
    DataRow,
    FormBlock,
    ListBlock,
    ListSignatureBlock,
    NextPageBlock,
    OfficialHeadBlock,
    OrderBlock,
    ParagraphBlock,
    PersonSignatureBlock,
    SectionBlock,
    TableBlock,
    TableRow,
    WitnessBlock,
)
from nagari_kit.documents.templates import Template


@dataclass(frozen=True, slots=True)
class Piece:
    """Templates and conditions that are read together; `each` names the list they repeat for."""

    templates: tuple[Template, ...]
    conditions: Conditions
    each: str = ""


def pieces(block: Block) -> Iterator[Piece]:
    """Everything of a block that names values, in reading order."""
    yield Piece((), block.conditions)
    match block:
        case ParagraphBlock() | SectionBlock():
            yield Piece((block.template,), ())
        case DataBlock() | OrderBlock():
            for row in block.rows:
                yield from _row_pieces(row)
        case TableBlock():
            yield from _table_pieces(block)
        case ListBlock():
            for item in block.items:
                yield Piece((item.template,), item.conditions, block.each)
        case FormBlock():
            for place in block.places:
                yield Piece((place.template,), (*place.ticked, *place.conditions))
        case _:
            yield from _edge_pieces(block)


def _edge_pieces(block: Block) -> Iterator[Piece]:
    match block:
        case OfficialHeadBlock():
            yield Piece((block.nature, block.attachment, block.subject, *block.addressee), ())
        case CopiesBlock():
            yield Piece(block.lines, ())
        case NextPageBlock():
            yield Piece(block.head, ())
        case _:
            return


def _row_pieces(row: DataRow) -> Iterator[Piece]:
    yield Piece((row.label, row.value), row.conditions)
    if row.table is not None:
        yield from _table_pieces(row.table)


def _table_pieces(table: TableBlock) -> Iterator[Piece]:
    for row in table.rows:
        yield _cells(row, table.each)
    for row in table.last_rows:
        yield _cells(row, "")


def _cells(row: TableRow, each: str) -> Piece:
    return Piece(row.cells, row.conditions, each)


def tables(block: Block) -> tuple[tuple[TableBlock, bool], ...]:
    """The tables of a block; the flag is on for one that is the value of a label."""
    if isinstance(block, TableBlock):
        return ((block, False),)
    if isinstance(block, DataBlock | OrderBlock):
        return tuple((row.table, True) for row in block.rows if row.table is not None)
    return ()


def lists_used(block: Block) -> tuple[str, ...]:
    """Ids of the lists for which something of the block repeats."""
    if isinstance(block, ListBlock | ListSignatureBlock):
        return (block.each,) if block.each else ()
    return tuple(table.each for table, _ in tables(block) if table.each)


def roles_used(block: Block) -> tuple[str, ...]:
    """Ids of the roles that sign in the block."""
    match block:
        case WitnessBlock():
            return block.roles
        case PersonSignatureBlock():
            return (block.role,)
        case ConfirmationBlock():
            return (block.role,) if block.role else ()
        case _:
            return ()
