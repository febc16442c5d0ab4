"""Which drawing belongs to which part of a letter, and in what order the parts stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nagari_kit.documents.fonts import printable
from nagari_kit.documents.layout.body import head_strips, list_strips, paragraph_strips
from nagari_kit.documents.layout.data_lines import data_strips, label_width, order_strips
from nagari_kit.documents.layout.kop import kop_strip
from nagari_kit.documents.layout.marks import MM, Strip
from nagari_kit.documents.layout.official import (
    copies_strip,
    further_head,
    model_strip,
    official_strip,
)
from nagari_kit.documents.layout.people_lines import listed_strips, witness_strips
from nagari_kit.documents.layout.signature import signature_strip
from nagari_kit.documents.layout.signature_row import signature_row_strip
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.layout.tables import table_strips
from nagari_kit.documents.layout.title import DRAFT_NUMBER, TitleText, title_strip
from nagari_kit.documents.snapshot import (
    Body,
    CarbonCopies,
    DataTable,
    LetterSnapshot,
    ModelMark,
    NextPage,
    NumberedList,
    OfficialHead,
    OrderTable,
    ParagraphText,
    RuledTable,
    SectionHead,
    SignatureLines,
    SignatureRow,
    WitnessRow,
)

_SIGNED = SignatureRow | SignatureLines | WitnessRow
_AFTER_FURTHER_TITLE = 3 * MM
_AFTER_FURTHER_HEAD = 8 * MM
_TITLE_UNDER_MODEL = 1 * MM


@dataclass(frozen=True, slots=True)
class Setting:
    """On what and how one letter is drawn; `crests` are the widths of its logos, 0 for none."""

    sheet: Sheet
    step: Step
    label: float
    crests: tuple[float, float]


@dataclass(slots=True)
class Section:
    """Strips that begin on a page of their own; from `signed` on they belong to the signatures."""

    strips: list[Strip]
    signed: int


def sections(
    snapshot: LetterSnapshot, sheet: Sheet, step: Step, crests: tuple[float, float]
) -> list[Section]:
    """The letter itself, then every further page that it asks for."""
    tables = [block for block in snapshot.body if isinstance(block, DataTable)]
    setting = Setting(sheet, step, label_width(tables), crests)
    parts: list[tuple[NextPage | None, list[Body]]] = [(None, [])]
    for block in snapshot.body:
        if isinstance(block, NextPage):
            parts.append((block, []))
        else:
            parts[-1][1].append(block)
    return [
        _first(snapshot, blocks, setting)
        if page is None
        else _further(snapshot, page, blocks, setting)
        for page, blocks in parts
    ]


def _first(snapshot: LetterSnapshot, blocks: list[Body], setting: Setting) -> Section:
    sheet, step = setting.sheet, setting.step
    strips: list[Strip] = []
    if snapshot.kop is not None:
        scale = snapshot.look.kop_size / 100 or 1.0
        strips.append(kop_strip(snapshot.kop, sheet, setting.crests, scale, step.smallest))
    air = step.air
    if blocks and isinstance(blocks[0], ModelMark):
        strips.append(model_strip(blocks[0], sheet, air=air))
        blocks, air = blocks[1:], _TITLE_UNDER_MODEL
    if snapshot.title_shown:
        number = printable(snapshot.number) if snapshot.number else DRAFT_NUMBER
        title = TitleText(
            snapshot.title_lines or (snapshot.title,),
            snapshot.title_note,
            number if snapshot.number_shown else None,
        )
        strips.append(title_strip(title, sheet, air=air))
    return _with_blocks(snapshot, strips, blocks, setting, coded=snapshot.signed_by_office)


def _further(
    snapshot: LetterSnapshot, page: NextPage, blocks: list[Body], setting: Setting
) -> Section:
    strips = further_head(page, setting.sheet)
    if page.title:
        air = _AFTER_FURTHER_HEAD if strips else 0.0
        title = TitleText((page.title,))
        strips.append(title_strip(title, setting.sheet, air=air, after=_AFTER_FURTHER_TITLE))
    return _with_blocks(snapshot, strips, blocks, setting, coded=False)


def _with_blocks(
    snapshot: LetterSnapshot,
    strips: list[Strip],
    blocks: list[Body],
    setting: Setting,
    *,
    coded: bool,
) -> Section:
    """Body, then the office's signature, then the copies: those stand under it."""
    copies = [block for block in blocks if isinstance(block, CarbonCopies)]
    body = [block for block in blocks if not isinstance(block, CarbonCopies)]
    first_signed = next(
        (index for index, block in enumerate(body) if isinstance(block, _SIGNED)), len(body)
    )
    strips += _drawn(body[:first_signed], setting)
    signed = len(strips)
    ending = _drawn(body[first_signed:], setting, gap=None)
    if snapshot.signature is not None and not any(isinstance(one, SignatureRow) for one in body):
        text = snapshot.signature if coded else replace(snapshot.signature, place_date="")
        ending.append(signature_strip(text, setting.sheet, setting.step, coded=coded))
    ending += [copies_strip(block, setting.sheet) for block in copies]
    return Section(strips + ending, signed)


def _drawn(blocks: Iterable[Body], setting: Setting, gap: float | None = 0.0) -> list[Strip]:
    """The strips of the blocks; `gap` stands before the first, None for its own."""
    strips: list[Strip] = []
    for block in blocks:
        made = _strips_of(block, setting)
        if made and gap is not None and not isinstance(block, OfficialHead):
            made[0].space_before = gap
        gap = _gap_after(block, setting.step)
        strips += made
    return strips


def _gap_after(block: Body, step: Step) -> float | None:
    if isinstance(block, DataTable | RuledTable | OrderTable | NumberedList):
        return step.table_gap
    if isinstance(block, OfficialHead):
        return 0.0
    return step.paragraph_gap / 2 if isinstance(block, SectionHead) else None


def _strips_of(block: Body, setting: Setting) -> list[Strip]:
    sheet, step = setting.sheet, setting.step
    match block:
        case ParagraphText():
            made = paragraph_strips(block, sheet, step)
            for strip in made if block.closing else []:
                strip.glued = True
            return made
        case DataTable():
            return data_strips(block, sheet, step, setting.label)
        case RuledTable():
            return table_strips(block, sheet, step)
        case OrderTable():
            return order_strips(block, sheet, step)
        case SectionHead():
            return head_strips(block, sheet, step)
        case NumberedList():
            return list_strips(block, sheet, step)
        case _:
            return _edge_strips(block, sheet, step)


def _edge_strips(block: Body, sheet: Sheet, step: Step) -> list[Strip]:
    """What stands at the head or the foot of a letter."""
    match block:
        case SignatureRow():
            return [signature_row_strip(block, sheet, step)]
        case SignatureLines():
            return listed_strips(block, sheet, step)
        case WitnessRow():
            return witness_strips(block, sheet, step)
        case OfficialHead():
            return [official_strip(block, sheet, step)]
        case ModelMark():
            return [model_strip(block, sheet, air=step.paragraph_gap)]
        case _:
            msg = f"no drawing for {type(block).__name__}"
            raise TypeError(msg)
