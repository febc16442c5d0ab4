"""Puts a theme on the application: palette, base font and the style sheet of the resources."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from nagari_kit.infra.paths import resource_path
from nagari_kit.ui.style.fonts import load_fonts, scaled, set_font_scale, ui_font
from nagari_kit.ui.style.tokens import DARK, LIGHT, Theme, set_current_theme

SYSTEM = "sistem"
FUSION = ("-style", "fusion")
"""Words for QApplication. Qt's style asked for later costs the first window 4 ms of classes."""
_SIZES = range(11, 31)


def apply_style(application: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Show everything in `theme`; may be called again while windows are open.

    The application was made with the words of FUSION.
    """
    load_fonts()
    set_font_scale(scale)
    set_current_theme(theme)
    application.setPalette(_palette(theme))
    application.setFont(ui_font())
    application.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """The shipped sheet with colours and sizes filled in. Raises KeyError for an unknown token."""
    template = resource_path("styles/nagari.qss").read_text(encoding="utf-8")
    sizes = {f"px{size}": f"{scaled(size)}px" for size in _SIZES}
    return Template(template).substitute(theme.as_mapping() | sizes)


def theme_for(application: QApplication, wish: str) -> Theme:
    """The theme that the officer wishes: `terang`, `gelap`, or that of the system."""
    if wish == SYSTEM:
        dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if wish == DARK.name else LIGHT


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, token in (
        (role.Window, theme.bg),
        (role.WindowText, theme.ink),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.surface),
        (role.Text, theme.ink),
        (role.Button, theme.surface),
        (role.ButtonText, theme.ink),
        (role.Highlight, theme.pri),
        (role.HighlightedText, theme.on_pri),
        (role.PlaceholderText, theme.ink3),
        (role.Link, theme.pri_ink),
        (role.ToolTipBase, theme.nav),
        (role.ToolTipText, "#FFFFFF"),
        (role.Mid, theme.border),
    ):
        palette.setColor(target, QColor(token))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(theme.ink3))
    return palette
