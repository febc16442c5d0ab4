"""The colours of the theme "Balai", light and dark, with contrasts of WCAG AA."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtCore import Qt


@dataclass(frozen=True, slots=True)
class Tint:
    """Fill and ink of a status: chip, tile or banner."""

    fill: str
    ink: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour by its role, as #RRGGBB."""

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
    focus: str
    scrim: str

    @property
    def is_dark(self) -> bool:
        """Whether this is the dark set."""
        return self.name == "dark"

    def color(self, role: str) -> QColor:
        """A role as a QColor. Raises AttributeError for an unknown one."""
        return QColor(str(getattr(self, role)))

    def chip(self, kind: str) -> Tint:
        """Fill and ink of `ok`, `warn`, `err`, `info`, `gold`, `pri`, `clay`; else neutral."""
        tints = {
            "ok": Tint(self.ok_soft, self.ok),
            "warn": Tint(self.warn_soft, self.warn),
            "err": Tint(self.err_soft, self.err),
            "info": Tint(self.info_soft, self.info),
            "gold": Tint(self.gold_soft, self.gold_ink),
            "pri": Tint(self.pri_soft, self.pri_ink),
            "clay": Tint(self.clay_soft, self.clay),
        }
        return tints.get(kind, Tint(self.sunken, self.ink2))


LIGHT = Theme(
    name="light",
    bg="#F6F5F1",
    surface="#FFFFFF",
    sunken="#EFEDE7",
    border="#E1DED5",
    border_strong="#8A8778",
    ink="#1B1F1D",
    ink2="#4B524E",
    ink3="#666D68",
    pri="#0B5D4E",
    pri_hover="#094C40",
    pri_pressed="#073B32",
    on_pri="#FFFFFF",
    pri_soft="#E3F0EC",
    pri_ink="#0A4F42",
    nav="#10231F",
    nav_ink="#C9D6D0",
    nav_ink2="#8FA59C",
    nav_sel="#1D3A33",
    gold="#E3B04B",
    gold_soft="#FBF0D9",
    gold_ink="#7A5200",
    ok="#1B6B3A",
    ok_soft="#E2F2E6",
    warn="#8A4B00",
    warn_soft="#FDEFD8",
    err="#B3261E",
    err_soft="#FCE8E6",
    info="#1F5A93",
    info_soft="#E4EEF8",
    clay="#8A4526",
    clay_soft="#F8EAE1",
    focus="#1F6FEB",
    scrim="#8010231F",
)
DARK = Theme(
    name="dark",
    bg="#121715",
    surface="#1A211E",
    sunken="#0E1311",
    border="#2C3632",
    border_strong="#75857D",
    ink="#ECEFED",
    ink2="#BAC4BF",
    ink3="#95A29B",
    pri="#4DB79F",
    pri_hover="#62C5AE",
    pri_pressed="#3AA38B",
    on_pri="#06231C",
    pri_soft="#16332C",
    pri_ink="#8FD9C7",
    nav="#0B110F",
    nav_ink="#C2CEC8",
    nav_ink2="#82958C",
    nav_sel="#1B2A25",
    gold="#E3B04B",
    gold_soft="#352A12",
    gold_ink="#EBC77A",
    ok="#7FD19A",
    ok_soft="#14301E",
    warn="#F0B867",
    warn_soft="#362710",
    err="#FF9B92",
    err_soft="#3D1A17",
    info="#8FBDEE",
    info_soft="#172B40",
    clay="#E3A27A",
    clay_soft="#3A2317",
    focus="#6CA8FF",
    scrim="#99000000",
)
SYSTEM = "system"
"""Choice of the officer who follows the operating system."""

_chosen: dict[str, Theme] = {}


def choose_theme(choice: str) -> Theme:
    """Make `light`, `dark` or `system` current and return it."""
    _chosen["now"] = _resolved(choice)
    return _chosen["now"]


def current_theme() -> Theme:
    """The theme that everything is painted in; light until another is chosen."""
    return _chosen.get("now", LIGHT)


def _resolved(choice: str) -> Theme:
    if choice == SYSTEM:
        hints = QGuiApplication.styleHints()
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice == DARK.name else LIGHT
