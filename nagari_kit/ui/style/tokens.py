"""The "Balai" theme: every colour of the window by name, in light and in dark.

Text colours reach at least 4.5:1 on the grounds they stand on, borders of inputs 3:1 (WCAG 2.2,
1.4.3 and 1.4.11). Gold is kept for what waits for a person's decision and for the mark.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tint:
    """Ground and ink of a chip, tile or banner."""

    fill: str
    ink: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#RRGGBB` (`scrim`, `shadow`: `#AARRGGBB`)."""

    name: str
    bg: str
    surface: str
    sunken: str
    border: str
    border_strong: str
    ink: str
    ink2: str
    ink3: str
    pri: str
    pri_hover: str
    pri_pressed: str
    on_pri: str
    pri_soft: str
    pri_ink: str
    nav: str
    nav_ink: str
    nav_ink2: str
    nav_sel: str
    gold: str
    on_gold: str
    gold_soft: str
    gold_ink: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    err: str
    err_soft: str
    info: str
    info_soft: str
    clay: str
    clay_soft: str
    chart1: str
    chart2: str
    chart3: str
    focus: str
    scrim: str
    shadow: str

    def color(self, token: str) -> QColor:
        """A colour by the name of its token."""
        return QColor(str(getattr(self, token)))

    def chip(self, kind: str) -> Tint:
        """Ground and ink for `ok`, `warn`, `err`, `info`, `gold`, `clay`, `pri`, else neutral."""
        return _tint(self, kind)

    def as_mapping(self) -> dict[str, str]:
        """Every token by name, for the style sheet."""
        return {entry.name: str(getattr(self, entry.name)) for entry in fields(self)}


def _tint(theme: Theme, kind: str) -> Tint:
    pairs = {
        "ok": (theme.ok_soft, theme.ok),
        "warn": (theme.warn_soft, theme.warn),
        "err": (theme.err_soft, theme.err),
        "info": (theme.info_soft, theme.info),
        "gold": (theme.gold_soft, theme.gold_ink),
        "clay": (theme.clay_soft, theme.clay),
        "pri": (theme.pri_soft, theme.pri_ink),
    }
    return Tint(*pairs.get(kind, (theme.sunken, theme.ink2)))


LIGHT = Theme(
    name="terang",
    bg="#F6F5F1", surface="#FFFFFF", sunken="#EFEDE7", border="#E1DED5", border_strong="#8A8778",
    ink="#1B1F1D", ink2="#4B524E", ink3="#666D68",
    pri="#0B5D4E", pri_hover="#094C40", pri_pressed="#073B32", on_pri="#FFFFFF",
    pri_soft="#E3F0EC", pri_ink="#0A4F42",
    nav="#10231F", nav_ink="#C9D6D0", nav_ink2="#8FA59C", nav_sel="#1D3A33",
    gold="#E3B04B", on_gold="#10231F", gold_soft="#FBF0D9", gold_ink="#7A5200",
    ok="#1B6B3A", ok_soft="#E2F2E6", warn="#8A4B00", warn_soft="#FDEFD8",
    err="#B3261E", err_soft="#FCE8E6", info="#1F5A93", info_soft="#E4EEF8",
    clay="#8A4526", clay_soft="#F8EAE1",
    chart1="#0B5D4E", chart2="#C0733F", chart3="#8A8778",
    focus="#1F6FEB", scrim="#8010231F", shadow="#3D10231F",
)  # fmt: skip

DARK = Theme(
    name="gelap",
    bg="#121715", surface="#1A211E", sunken="#0E1311", border="#2C3632", border_strong="#75857D",
    ink="#ECEFED", ink2="#BAC4BF", ink3="#95A29B",
    pri="#4DB79F", pri_hover="#62C5AE", pri_pressed="#3AA38B", on_pri="#06231C",
    pri_soft="#16332C", pri_ink="#8FD9C7",
    nav="#0B110F", nav_ink="#C2CEC8", nav_ink2="#82958C", nav_sel="#1B2A25",
    gold="#E3B04B", on_gold="#10231F", gold_soft="#352A12", gold_ink="#EBC77A",
    ok="#7FD19A", ok_soft="#14301E", warn="#F0B867", warn_soft="#362710",
    err="#FF9B92", err_soft="#3D1A17", info="#8FBDEE", info_soft="#172B40",
    clay="#E3A27A", clay_soft="#3A2317",
    chart1="#4DB79F", chart2="#E0976B", chart3="#75857D",
    focus="#6CA8FF", scrim="#99000000", shadow="#66000000",
)  # fmt: skip

_in_force: list[Theme] = [LIGHT]


def current_theme() -> Theme:
    """The theme in force; ask again at every paint."""
    return _in_force[0]


def set_current_theme(theme: Theme) -> None:
    """Put `theme` in force; `style.sheet.apply_style` repaints with it."""
    _in_force[0] = theme
