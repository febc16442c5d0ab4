"""Draws the shipped outline icons (Tabler, MIT) in any colour, sharp on every screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nagari_kit.infra.paths import resource_path
from nagari_kit.ui.style.tokens import current_theme

_RATIO = 2.0


def icon_pixmap(name: str, color: str | QColor, size: int) -> QPixmap:
    """The icon `size` logical pixels square. Raises FileNotFoundError for an unknown name."""
    return _drawn(name, color if isinstance(color, str) else color.name(), size)


def icon(name: str, color: str | QColor | None = None, size: int = 18) -> QIcon:
    """The same as a QIcon, in the ink of the theme unless told; paler when disabled."""
    theme = current_theme()
    made = QIcon(icon_pixmap(name, color or theme.ink, size))
    made.addPixmap(icon_pixmap(name, theme.ink3, size), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, size: int) -> QPixmap:
    source = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    stroke = "2" if size <= 18 else "1.75"
    source = source.replace("currentColor", color).replace(
        'stroke-width="2"', f'stroke-width="{stroke}"'
    )
    pixmap = QPixmap(round(size * _RATIO), round(size * _RATIO))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(_RATIO)
    return pixmap
