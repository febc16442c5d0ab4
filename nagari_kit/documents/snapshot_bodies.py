"""The parts of a letter's body with every value resolved, in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["kiri", "tengah", "kanan"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text. `field_id` is the form's key of what it came from, or "".

    A field's id, or `pihak.` and the id of a role or list of people.

    `missing`: there is no usable value yet; `text` then says in Indonesian what is missing.
    """

    text: str
    bold: bool = False
    field_id: str = ""
    missing: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """Running text; `closing` stays with the signature."""

    spans: Spans
    indent: bool
    closing: bool


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Heads, widths (mm of 170), alignments, and the cells row by row.

    An empty cell stays empty: somebody writes or signs in it. `row_height` is the least height of
    a row in mm, 0 for none.
    """

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    aligns: tuple[str, ...]
    rows: tuple[tuple[Spans, ...], ...]
    row_height: int = 0


@dataclass(frozen=True, slots=True)
class DataLine:
    """One label and its value: running text, or a numbered list, or a ruled table.

    With `items` or `table` the `value` is empty. The widths of a table add up to 144 mm.
    """

    label: Spans
    value: Spans
    items: tuple[Spans, ...] = ()
    table: RuledTable | None = None


@dataclass(frozen=True, slots=True)
class DataTable:
    """Label : value lines. `label_width` in mm, 0: as wide as the letter's labels ask.

    `indent` in mm; -1 is the usual 12.5 mm.
    """

    lines: tuple[DataLine, ...]
    label_width: int = 0
    indent: int = -1


@dataclass(frozen=True, slots=True)
class ModelMark:
    """`Model N1` at the right above the title, 11 pt."""

    text: str


@dataclass(frozen=True, slots=True)
class SectionHead:
    """A bold head with its number (`I.`) in a 9 mm column; `number` may be ""."""

    number: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items counted from 1; their ends (`;`, `; dan`, `.`) are already in the text."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class OfficialHead:
    """Nomor, Sifat, Lampiran, Hal at the left; place, date and addressee at the right.

    Stands in the place of the title. The first line of `addressee` follows `Yth.`.
    """

    lines: tuple[tuple[str, Spans], ...]
    place_date: str
    addressee: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class OrderTable:
    """Label rows of a surat tugas; `commanding` prints the centred word above them."""

    commanding: bool
    lines: tuple[DataLine, ...]


@dataclass(frozen=True, slots=True)
class WitnessLine:
    """A name with a line to sign on, `capacity` small under it.

    `name` "" is a dotted line. `missing` says what is missing, "" when nothing is.
    """

    name: str
    capacity: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class WitnessRow:
    """`Saksi-saksi:` and the witnesses, one under the other or two side by side."""

    title: str
    people: tuple[WitnessLine, ...]
    side_by_side: bool = False


@dataclass(frozen=True, slots=True)
class SignatureCell:
    """One signature in a row of up to three.

    Top to bottom: `place_date`, `caption`, number and day, office lines, space, name, NIP.
    `number` and `day`: None prints no such line, "" a dotted one. `name` "" is a dotted line; `nip`
    None prints nothing, "" `NIP.` and a blank. `prefix` ("a.n.") hangs left of the first office
    line. `stamp_duty` draws the box of the meterai. With `witnesses` the cell holds them under its
    caption and nothing else. `missing` says what is missing, "" when nothing is.
    """

    side: Side
    caption: str = ""
    number: str | None = None
    day: str | None = None
    place_date: str = ""
    prefix: str = ""
    office_lines: tuple[str, ...] = ()
    name: str = ""
    nip: str | None = None
    stamp_duty: bool = False
    witnesses: tuple[WitnessLine, ...] = ()
    missing: str = ""


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Signatures with the same top. `code_place`: the check code stands with this row."""

    cells: tuple[SignatureCell, ...]
    code_place: bool = False


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Numbered signature lines in two columns under `title` (left) and `place_date` (right).

    `stamp_duty` draws the box of the meterai at the first.
    """

    people: tuple[WitnessLine, ...]
    stamp_duty: bool
    title: str = ""
    place_date: str = ""


@dataclass(frozen=True, slots=True)
class CarbonCopies:
    """`Tembusan:` and its numbered lines, 11 pt; their ends are already in the text."""

    lines: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class NextPage:
    """A further page with lines at the right (` : ` aligns) and a centred underlined title."""

    head: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class FormRule:
    """A line on a form, in tenths of a mm from the top left; `thickness` in tenths of a point."""

    x1: int
    y1: int
    x2: int
    y2: int
    thickness: int = 5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class FormFrame:
    """A box on a form, measured alike; `cells` of the same width stand in it side by side."""

    x: int
    y: int
    width: int
    height: int
    thickness: int = 5
    gray: int = 0
    cells: int = 1


@dataclass(frozen=True, slots=True)
class FormText:
    """Text within its box on a form; `size`, in tenths of a point, was chosen so that it fits.

    `comb`: each sign in a box of its own, so many of them; 0 for running text.
    """

    x: int
    y: int
    width: int
    height: int
    spans: Spans
    size: int
    align: str = "kiri"
    comb: int = 0


@dataclass(frozen=True, slots=True)
class FormPage:
    """One page of a form. `background`: SHA-256 in hex of the page image under it, or ""."""

    rules: tuple[FormRule, ...]
    frames: tuple[FormFrame, ...]
    texts: tuple[FormText, ...]
    background: str = ""


Body = (
    ParagraphText
    | DataTable
    | RuledTable
    | ModelMark
    | SectionHead
    | NumberedList
    | OfficialHead
    | OrderTable
    | WitnessRow
    | SignatureRow
    | SignatureLines
    | CarbonCopies
    | NextPage
    | FormPage
)


def spans_of(block: Body) -> tuple[Span, ...]:
    """Every span of a block in reading order; what is missing in a signature as a span too."""
    match block:
        case ParagraphText() | SectionHead():
            return block.spans
        case DataTable() | OrderTable():
            return tuple(span for line in block.lines for span in _line_spans(line))
        case RuledTable():
            return _cells(block)
        case NumberedList():
            return tuple(span for item in block.items for span in item)
        case OfficialHead():
            named = tuple(span for _, spans in block.lines for span in spans)
            return named + tuple(span for line in block.addressee for span in line)
        case CarbonCopies() | FormPage():
            return tuple(span for line in _runs(block) for span in line)
        case ModelMark() | NextPage():
            return ()
        case _:
            return tuple(Span(words, missing=True) for words in _unsigned(block) if words)


def _runs(block: CarbonCopies | FormPage) -> tuple[Spans, ...]:
    if isinstance(block, FormPage):
        return tuple(one.spans for one in block.texts)
    return block.lines


def _line_spans(line: DataLine) -> tuple[Span, ...]:
    items = tuple(span for item in line.items for span in item)
    return (*line.label, *line.value, *items, *(_cells(line.table) if line.table else ()))


def _cells(table: RuledTable) -> tuple[Span, ...]:
    return tuple(span for row in table.rows for cell in row for span in cell)


def _unsigned(block: WitnessRow | SignatureRow | SignatureLines) -> list[str]:
    if isinstance(block, SignatureRow):
        inner = [one.missing for cell in block.cells for one in cell.witnesses]
        return [cell.missing for cell in block.cells] + inner
    return [one.missing for one in block.people]
