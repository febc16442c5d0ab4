"""How a missing number is said: its title, when and by whom, and the chip beside it."""

from __future__ import annotations

from datetime import date

from nagari_kit.domain.number_gaps import GapKind, NumberGap
from nagari_kit.ui.letter_words import ChipWords, near_moment

_EXPLAINED = ChipWords("Dijelaskan", "ok", "circle-check")
_CHIPS = {
    GapKind.UNEXPLAINED: ChipWords("Perlu diisi", "warn", "alert-triangle"),
    GapKind.RESERVED: ChipWords("Masih dipesan", "info", "clock"),
}


def gap_span(gap: NumberGap) -> str:
    """`140`, or `1–145` of several."""
    if gap.first == gap.last:
        return f"{gap.first:03d}"
    return f"{gap.first}–{gap.last}"


def gap_title(gap: NumberGap) -> str:
    """Why it is missing."""
    if gap.reason and gap.kind in {GapKind.NOTED, GapKind.RESERVED}:
        return gap.reason[:1].upper() + gap.reason[1:]
    said = gap.kind.words
    return f"{said}, {gap.reason}" if gap.reason else said


def gap_detail(gap: NumberGap, today: date) -> str:
    """When and by whom it was said."""
    if gap.at is None:
        if gap.kind is GapKind.UNEXPLAINED:
            return f"{gap.count()} nomor tanpa surat" if gap.count() > 1 else "Belum ada keterangan"
        return gap.by
    return ", ".join(part for part in (near_moment(gap.at, today), gap.by) if part)


def gap_chip(gap: NumberGap) -> ChipWords:
    """Whether somebody must still say something."""
    return _CHIPS.get(gap.kind, _EXPLAINED)


def needs_hand(gap: NumberGap) -> bool:
    """Whether the officer can do something about it."""
    return gap.kind in _CHIPS
