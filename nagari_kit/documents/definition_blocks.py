"""The blocks that a letter is composed of, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.snapshot_bodies import FormFrame, FormRule
from nagari_kit.documents.templates import Template


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of `jika`: a variable, `==` or `!=` some words, or `ada` / `kosong`."""

    variable: str
    operator: str
    value: str = ""


Conditions = tuple[Condition, ...]
"""All of them must hold; none: always."""


@dataclass(frozen=True, slots=True)
class KopBlock:
    """The letterhead."""

    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """Title and number. `lines` () is the definition's title; `note` stands under it."""

    lines: tuple[str, ...] = ()
    note: str = ""
    numbered: bool = True
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class ModelBlock:
    """`Model N1` above the title."""

    text: str
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """A numbered bold head."""

    number: str
    template: Template
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    """Running text. `closing`: stays with the signature; `indent`: first line moves in."""

    template: Template
    indent: bool = True
    closing: bool = False
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class TableColumn:
    """Head, width in mm, alignment `kiri`, `tengah` or `kanan`."""

    title: str
    width: int
    align: str = "kiri"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One template for each column; an empty one leaves its cell empty, to be written in."""

    cells: tuple[Template, ...]
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A ruled table. With `each`, `rows` repeat for every line of that list, `last_rows` do not.

    `row_height` in mm, 0 for as high as the text.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    each: str = ""
    last_rows: tuple[TableRow, ...] = ()
    row_height: int = 0
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class DataRow:
    """Label and value.

    `empty` says what an empty value does: `tanda` prints a dash, `hapus` leaves the row out,
    `wajib` is a missing value. `listed`: each line of the value is a numbered item. With `table`
    the value is that table and `value` is ().
    """

    label: Template
    value: Template
    empty: str = "tanda"
    listed: bool = False
    table: TableBlock | None = None
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class DataBlock:
    """Label : value rows; `label_width` 0 and `indent` -1 are the letter's usual ones, else mm."""

    rows: tuple[DataRow, ...]
    label_width: int = 0
    indent: int = -1
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class OrderBlock:
    """The rows of a surat tugas; `commanding` prints the centred word above them."""

    rows: tuple[DataRow, ...]
    commanding: bool = False
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list; each line of its text is an item of its own."""

    template: Template
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A numbered list; with `each` its items repeat for every line of that list."""

    items: tuple[ListItem, ...]
    each: str = ""
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class OfficialHeadBlock:
    """Nomor, sifat, lampiran, hal and addressee of a surat dinas, in the place of the title."""

    nature: Template
    attachment: Template
    subject: Template
    addressee: tuple[Template, ...]
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class CopiesBlock:
    """Tembusan; each line of a text is a line of its own."""

    lines: tuple[Template, ...]
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class NextPageBlock:
    """A further page: lines at the right, and a title."""

    head: tuple[Template, ...]
    title: str = ""
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class WitnessBlock:
    """Witnesses by role, or so many blank lines. In a row they stand in its `side`."""

    roles: tuple[str, ...]
    count: int = 0
    title: str = "Saksi-saksi:"
    side_by_side: bool = False
    in_row: bool = False
    side: str = "kiri"
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class PersonSignatureBlock:
    """A citizen signs. `role` is `warga` or a role; `dated` prints place and date above."""

    role: str
    caption: str = ""
    stamp_duty: bool = False
    dated: bool = False
    side: str = ""
    in_row: bool = True
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class ListSignatureBlock:
    """Everybody of a list signs in two columns."""

    each: str
    title: str = ""
    stamp_duty: bool = False
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class ConfirmationBlock:
    """Another office confirms, or with `who` `kantor` this one. `role` names who signs, or ""."""

    who: str
    word: str
    numbered: bool
    role: str = ""
    side: str = "kiri"
    in_row: bool = False
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The office signs: place, date, office, name; the check code stands with it."""

    side: str = "kanan"
    in_row: bool = False
    dated: bool = True
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class FormPlace:
    """A value at its place on a form. Measures in tenths of a mm, `size` in tenths of a point.

    `comb` boxes with one sign each, 0 for running text of at most `lines` lines. With `ticked`
    the place shows a cross while those conditions hold. `required`: nothing to print is missing.
    """

    template: Template
    x: int
    y: int
    width: int
    height: int
    size: int
    align: str = "kiri"
    comb: int = 0
    lines: int = 1
    ticked: Conditions = ()
    required: bool = False
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class FormBlock:
    """A page on which everything has its place. `background`: SHA-256 of a page image, or ""."""

    background: str
    image: str
    rules: tuple[FormRule, ...]
    frames: tuple[FormFrame, ...]
    places: tuple[FormPlace, ...]
    conditions: Conditions = ()


RowBlock = WitnessBlock | PersonSignatureBlock | ConfirmationBlock | SignatureBlock
"""What may stand side by side at the foot of a letter."""

Block = (
    KopBlock
    | TitleBlock
    | ModelBlock
    | SectionBlock
    | ParagraphBlock
    | TableBlock
    | DataBlock
    | OrderBlock
    | ListBlock
    | OfficialHeadBlock
    | CopiesBlock
    | NextPageBlock
    | ListSignatureBlock
    | FormBlock
    | RowBlock
)
