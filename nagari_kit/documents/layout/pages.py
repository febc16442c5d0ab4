"""Fits a letter to one page step by step, or sets it on clean further pages."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.fonts import Face, printable, text_width
from nagari_kit.documents.layout.drawing import Section, sections
from nagari_kit.documents.layout.form_page import form_page
from nagari_kit.documents.layout.kop import CREST
from nagari_kit.documents.layout.marks import MM, Page, Strip, TextMark
from nagari_kit.documents.layout.pagination import height, keep_together, one_page, paginated
from nagari_kit.documents.layout.steps import STEPS, TWO_PAGES, Sheet, Step, sheet, steps_for
from nagari_kit.documents.layout.title import DRAFT_NUMBER
from nagari_kit.documents.snapshot import FormPage, LetterSnapshot
from nagari_kit.domain.office import PaperSize

_FOOT_SIZE, _FOOT_GRAY = 9.0, 0x55 / 0xFF


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Pages of a letter, the sheet they are for, and the step that was used."""

    sheet: Sheet
    pages: list[Page]
    step: Step


def lay_out(
    snapshot: LetterSnapshot, *, crest_shape: float = 0.0, second_shape: float = 0.0
) -> LaidOut:
    """The first step by which the letter itself fits one page; else the standard step on several.

    `crest_shape` is the crest's width divided by its height, 0 for none; so is `second_shape`.
    """
    forms = [block for block in snapshot.body if isinstance(block, FormPage)]
    if forms:
        return _laid_forms(snapshot, forms)
    crests = (min(crest_shape, 1.0) * CREST, min(second_shape, 1.0) * CREST)
    paper = sheet(PaperSize(snapshot.paper), snapshot.look, with_kop=snapshot.kop is not None)
    steps = steps_for(snapshot.look, float(snapshot.smallest_size))
    for step in steps:
        parts = sections(snapshot, paper, step, crests)
        if height(parts[0].strips) <= paper.capacity(0):
            first = [one_page(parts[0].strips, paper.top)]
            return LaidOut(paper, _with_feet(snapshot, first, parts[1:], paper, step), step)
    step = steps[TWO_PAGES]
    parts = sections(snapshot, paper, step, crests)
    return LaidOut(paper, _with_feet(snapshot, [], parts, paper, step), step)


def _laid_forms(snapshot: LetterSnapshot, forms: list[FormPage]) -> LaidOut:
    """Every page as it was designed: the office's margins and sizes do not move it."""
    paper = sheet(PaperSize(snapshot.paper), with_kop=False)
    step = STEPS[TWO_PAGES]
    return LaidOut(paper, [form_page(one, paper.width, paper.height) for one in forms], step)


def _with_feet(
    snapshot: LetterSnapshot, pages: list[Page], parts: list[Section], paper: Sheet, step: Step
) -> list[Page]:
    """The pages so far and those of the parts; with feet when there are several."""
    for part in parts:
        keep_together(part, paper)
        pages += paginated(part.strips, paper, len(pages))
    if len(pages) > 1:
        for number, page in enumerate(pages, start=1):
            page.placed.append((0.0, _foot(snapshot, paper, step, number, len(pages))))
    return pages


def _foot(snapshot: LetterSnapshot, paper: Sheet, step: Step, number: int, count: int) -> Strip:
    y = paper.height - paper.foot
    named = f" Nomor {snapshot.number or DRAFT_NUMBER}" if snapshot.number_shown else ""
    left = printable(snapshot.title + named)
    right = f"Halaman {number} dari {count}"
    usual = step.at_least(_FOOT_SIZE)
    right_width = text_width(right, Face.ITALIC, usual)
    left_width = text_width(left, Face.ITALIC, usual)
    room = paper.text_width - right_width - 5 * MM
    size = min(usual, usual * room / left_width)
    return Strip(
        0.0,
        [
            TextMark(paper.left, y, left, Face.ITALIC, size, gray=_FOOT_GRAY),
            TextMark(paper.text_right - right_width, y, right, Face.ITALIC, usual, gray=_FOOT_GRAY),
        ],
        [],
    )
