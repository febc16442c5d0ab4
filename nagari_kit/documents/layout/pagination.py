"""Strips onto pages: what stays together, and no signature without text of the letter."""

from __future__ import annotations

from nagari_kit.documents.layout.drawing import Section
from nagari_kit.documents.layout.marks import Page, Strip
from nagari_kit.documents.layout.steps import Sheet

_LARGEST_CLOSING = 0.45
"""A closing group taller than this part of a page may be parted, but not its last lines."""
_LARGEST_SIGNED = 0.92
"""The same for one with witnesses, heirs, camat: it may fill a page."""
_LINES_WITH_SIGNATURE, _PARAGRAPHS_WITH_SIGNATURE = 4, 2


def height(strips: list[Strip]) -> float:
    """Of the strips under each other at the top of a page."""
    if not strips:
        return 0.0
    return sum(strip.space_before + strip.height for strip in strips) - strips[0].space_before


def one_page(strips: list[Strip], top: float) -> Page:
    """All strips on one page."""
    page = Page([])
    y = top
    for index, strip in enumerate(strips):
        y += strip.space_before if index else 0.0
        page.placed.append((y, strip))
        y += strip.height
    return page


def keep_together(section: Section, sheet: Sheet) -> None:
    """Marks what moves as one: the signatures, and at least four lines of text with them."""
    strips, signed = section.strips, section.signed
    if signed >= len(strips):
        return
    for strip in strips[_text_before(strips, signed) : -1]:
        strip.glued = True
    begin = signed
    while begin > 0 and strips[begin - 1].glued:
        begin -= 1
    room = sheet.capacity(1)
    several = len(strips) - signed > 1
    if height(strips[begin:]) <= room * (_LARGEST_SIGNED if several else _LARGEST_CLOSING):
        return
    for strip in strips[begin + 2 : signed - _LINES_WITH_SIGNATURE]:
        strip.glued = False
    if several and height(strips[max(signed - _LINES_WITH_SIGNATURE, begin) :]) > room:
        _part_signatures(strips, signed)


def _text_before(strips: list[Strip], signed: int) -> int:
    """Where the text begins that stays with the signatures: four lines, or two paragraphs."""
    paragraphs = 0
    for at in range(signed - 1, max(signed - _LINES_WITH_SIGNATURE, 0), -1):
        paragraphs += strips[at].space_before > 0
        if paragraphs == _PARAGRAPHS_WITH_SIGNATURE:
            return at
    return max(signed - _LINES_WITH_SIGNATURE, 0)


def _part_signatures(strips: list[Strip], signed: int) -> None:
    """More signatures than a page holds: a heading keeps its first two, the last two stay."""
    for strip in strips[signed + 2 : -3]:
        strip.glued = False


def paginated(strips: list[Strip], sheet: Sheet, begun: int) -> list[Page]:
    """As many pages as needed; `begun` pages of the letter stand before them."""
    pages: list[list[Strip]] = [[]]
    used = 0.0
    for group in _groups(strips, min(sheet.capacity(0), sheet.capacity(1))):
        room = sheet.capacity(begun + len(pages) - 1)
        needed = group[0].space_before + height(group)
        if pages[-1] and used + needed > room:
            pages.append([])
            used = 0.0
            group = [*group[0].heads, *group]  # noqa: PLW2901 - the heads belong to it from here
        used += height(group) + (group[0].space_before if pages[-1] else 0.0)
        pages[-1] += group
    return [
        one_page(page, sheet.top if begun + number == 0 else sheet.next_top)
        for number, page in enumerate(pages)
    ]


def _groups(strips: list[Strip], room: float) -> list[list[Strip]]:
    """Runs of strips that stay on one page; one that no page holds is parted where it must."""
    groups: list[list[Strip]] = [[]]
    for strip in strips:
        if groups[-1] and height([*groups[-1], strip]) > room:
            groups.append([])
        groups[-1].append(strip)
        if not strip.glued:
            groups.append([])
    return [group for group in groups if group]
