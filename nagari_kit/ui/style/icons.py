"""Tabler's outline icons in the colour and size that a place needs.

The SVG files draw in `currentColor`; the colour is put in before rendering, at twice the size so
that they stay sharp at 125 and 150 percent.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nagari_kit.infra.paths import resource_path

_DENSITY = 2
_THIN_FROM = 20
_STROKE = 'stroke-width="2"'


def icon_pixmap(name: str, color: str | QColor, size: int) -> QPixmap:
    """The icon as a picture of `size` logical pixels. Raises FileNotFoundError for a wrong name."""
    return _rendered(name, color if isinstance(color, str) else color.name(), size)


def icon(name: str, color: str | QColor, size: int = 18) -> QIcon:
    """The icon for places that take a QIcon."""
    return QIcon(icon_pixmap(name, color, size))


@lru_cache(maxsize=512)
def _rendered(name: str, color: str, size: int) -> QPixmap:
    drawing = _source(name).replace("currentColor", color)
    if size >= _THIN_FROM:
        drawing = drawing.replace(_STROKE, 'stroke-width="1.75"')
    pixmap = QPixmap(size * _DENSITY, size * _DENSITY)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(
        painter, QRectF(0, 0, size * _DENSITY, size * _DENSITY)
    )
    painter.end()
    pixmap.setDevicePixelRatio(_DENSITY)
    return pixmap


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
