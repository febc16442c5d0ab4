"""A letter type as frozen values: its fields, blocks and conditions."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.templates import Placeholder, Template, placeholders
from nagari_kit.domain.letters import LetterField, LetterType


@dataclass(frozen=True, slots=True)
class Condition:
    """`jika`: one variable, `==` or `!=` a word, or `ada` / `kosong`. One level, no nesting."""

    variable: str
    operator: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class KopBlock:
    """The letterhead."""

    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """Title and number."""

    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    """Running text. `closing`: stays with the signature; `indent`: first line moves in."""

    template: Template
    indent: bool = True
    closing: bool = False
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class DataRow:
    """Label and value.

    `empty` says what an empty value does: `tanda` prints a dash, `hapus` leaves the row out,
    `wajib` is a missing value.
    """

    label: Template
    value: Template
    empty: str = "tanda"
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class DataBlock:
    """Label : value rows."""

    rows: tuple[DataRow, ...]
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """Head, width in mm of the 170 mm text width, alignment `kiri`, `tengah` or `kanan`."""

    title: str
    width: int
    align: str = "kiri"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One template for each column."""

    cells: tuple[Template, ...]
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A ruled table. With `each`, its rows repeat for every person of that list."""

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    each: str = ""
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Place, date, office, name of the signer; the place of the QR stands at its left."""

    condition: Condition | None = None


Block = KopBlock | TitleBlock | ParagraphBlock | DataBlock | TableBlock | SignatureBlock


@dataclass(frozen=True, slots=True)
class LetterDefinition:
    """One letter type. `sha256` is the hex hash of the file's bytes; `code` its classification."""

    id: str
    version: int
    title: str
    short_title: str
    abbreviation: str
    code: str
    fields: tuple[LetterField, ...]
    validity_months: int | None
    blocks: tuple[Block, ...]
    sha256: str
    usual_age: int = 0

    @property
    def letter_type(self) -> LetterType:
        """What lists and forms need to know."""
        return LetterType(
            id=self.id,
            title=self.title,
            short_title=self.short_title,
            abbreviation=self.abbreviation,
            code=self.code,
            fields=self.fields,
            validity_months=self.validity_months,
            usual_age=self.usual_age,
        )

    def field(self, field_id: str) -> LetterField | None:
        """The field of this id."""
        return next((field for field in self.fields if field.id == field_id), None)


def block_templates(block: Block) -> tuple[Template, ...]:
    """Every template of a block, in reading order."""
    if isinstance(block, ParagraphBlock):
        return (block.template,)
    if isinstance(block, DataBlock):
        return tuple(part for row in block.rows for part in (row.label, row.value))
    if isinstance(block, TableBlock):
        return tuple(cell for row in block.rows for cell in row.cells)
    return ()


def block_conditions(block: Block) -> tuple[Condition, ...]:
    """Every condition of a block and its rows."""
    rows = block.rows if isinstance(block, DataBlock | TableBlock) else ()
    found = (block.condition, *(row.condition for row in rows))
    return tuple(condition for condition in found if condition is not None)


def block_placeholders(block: Block) -> tuple[Placeholder, ...]:
    """Every placeholder of a block."""
    return tuple(one for template in block_templates(block) for one in placeholders(template))
