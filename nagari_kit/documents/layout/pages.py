"""Fits a letter to one page step by step, or sets it on clean further pages."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.fonts import Face, printable, text_width
from nagari_kit.documents.layout.body import data_strips, label_width, paragraph_strips
from nagari_kit.documents.layout.kop import CREST, kop_strip
from nagari_kit.documents.layout.marks import MM, Page, Strip, TextMark
from nagari_kit.documents.layout.signature import signature_strip
from nagari_kit.documents.layout.steps import STEPS, TWO_PAGES, Sheet, Step, sheet
from nagari_kit.documents.layout.tables import table_strips
from nagari_kit.documents.layout.title import DRAFT_NUMBER, title_strip
from nagari_kit.documents.snapshot import DataTable, LetterSnapshot, ParagraphText, RuledTable
from nagari_kit.domain.office import PaperSize
from nagari_kit.errors import LetterError

_FOOT_SIZE, _FOOT_GRAY = 9.0, 0x55 / 0xFF
_LARGEST_CLOSING = 0.45
"""A closing group taller than this part of a page may be parted, but not its last lines."""
_LINES_WITH_SIGNATURE = 4


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Pages of a letter, the sheet they are for, and the step that was used."""

    sheet: Sheet
    pages: list[Page]
    step: Step


def lay_out(snapshot: LetterSnapshot, *, crest_shape: float = 0.0) -> LaidOut:
    """The first step by which the letter fits one page; else the standard step on several.

    `crest_shape` is the crest's width divided by its height, 0 for none.
    """
    crest = min(crest_shape, 1.0) * CREST
    paper = sheet(PaperSize(snapshot.paper), with_kop=snapshot.kop is not None)
    for step in STEPS:
        strips = _strips(snapshot, paper, step, crest=crest)
        if _height(strips) <= paper.capacity(0):
            return LaidOut(paper, [_page(strips, paper.top)], step)
    strips = _strips(snapshot, paper, TWO_PAGES, crest=crest)
    _loosen_closing(strips, paper)
    pages = _paginated(strips, paper)
    for number, page in enumerate(pages, start=1):
        page.placed.append((0.0, _foot(snapshot, paper, number, len(pages))))
    return LaidOut(paper, pages, TWO_PAGES)


def _strips(snapshot: LetterSnapshot, paper: Sheet, step: Step, *, crest: float) -> list[Strip]:
    strips: list[Strip] = []
    if snapshot.kop is not None:
        strips.append(kop_strip(snapshot.kop, paper, crest))
    strips.append(title_strip(snapshot.title, snapshot.number, paper, air=step.air))
    label = label_width([block for block in snapshot.body if isinstance(block, DataTable)])
    gap: float | None = 0.0
    for block in snapshot.body:
        if isinstance(block, ParagraphText):
            made = paragraph_strips(block, paper, step)
            if block.closing:
                for strip in made:
                    strip.glued = True
        elif isinstance(block, DataTable):
            made = data_strips(block, paper, step, label)
        elif isinstance(block, RuledTable):
            made = table_strips(block, paper, step)
        else:
            raise undrawn(block)
        if made and gap is not None:
            made[0].space_before = gap
        gap = step.table_gap if isinstance(block, DataTable | RuledTable) else None
        strips += made
    if snapshot.signature is not None:
        strips.append(signature_strip(snapshot.signature, paper, step))
    return strips


def undrawn(block: object) -> LetterError:
    """A part that this program cannot draw yet: better no letter than one that lacks it."""
    return LetterError(
        "Surat ini memuat bagian yang belum bisa dicetak program ini. Tidak ada yang hilang.",
        hint="Perbarui program di laptop ini, lalu cetak lagi.",
        code="SURAT-18",
        detail=f"no drawing for {type(block).__name__}",
    )


def _height(strips: list[Strip]) -> float:
    return sum(strip.space_before + strip.height for strip in strips) - strips[0].space_before


def _page(strips: list[Strip], top: float) -> Page:
    page = Page([])
    y = top
    for index, strip in enumerate(strips):
        y += strip.space_before if index else 0.0
        page.placed.append((y, strip))
        y += strip.height
    return page


def _loosen_closing(strips: list[Strip], paper: Sheet) -> None:
    """Lets a very long closing part itself, keeping four lines with the signature."""
    begin = len(strips) - 1
    while begin > 0 and strips[begin - 1].glued:
        begin -= 1
    if _height(strips[begin:]) <= paper.capacity(1) * _LARGEST_CLOSING:
        return
    for strip in strips[begin + 2 : -1 - _LINES_WITH_SIGNATURE]:
        strip.glued = False


def _paginated(strips: list[Strip], paper: Sheet) -> list[Page]:
    pages: list[list[Strip]] = [[]]
    used = 0.0
    for group in _groups(strips):
        room = paper.capacity(len(pages) - 1)
        needed = group[0].space_before + _height(group)
        if pages[-1] and used + needed > room:
            pages.append([])
            used = 0.0
            group = [*group[0].heads, *group]  # noqa: PLW2901 - the heads belong to it from here
        used += _height(group) + (group[0].space_before if pages[-1] else 0.0)
        pages[-1] += group
    return [
        _page(page, paper.top if number == 0 else paper.next_top)
        for number, page in enumerate(pages)
    ]


def _groups(strips: list[Strip]) -> list[list[Strip]]:
    """Runs of strips that stay on one page."""
    groups: list[list[Strip]] = [[]]
    for strip in strips:
        groups[-1].append(strip)
        if not strip.glued:
            groups.append([])
    return [group for group in groups if group]


def _foot(snapshot: LetterSnapshot, paper: Sheet, number: int, count: int) -> Strip:
    y = paper.height - paper.foot
    left = printable(f"{snapshot.title} Nomor {snapshot.number or DRAFT_NUMBER}")
    right = f"Halaman {number} dari {count}"
    right_width = text_width(right, Face.ITALIC, _FOOT_SIZE)
    left_width = text_width(left, Face.ITALIC, _FOOT_SIZE)
    room = paper.text_width - right_width - 5 * MM
    size = min(_FOOT_SIZE, _FOOT_SIZE * room / left_width)
    return Strip(
        0.0,
        [
            TextMark(paper.left, y, left, Face.ITALIC, size, gray=_FOOT_GRAY),
            TextMark(
                paper.text_right - right_width, y, right, Face.ITALIC, _FOOT_SIZE, gray=_FOOT_GRAY
            ),
        ],
        [],
    )
