"""Turns an SVG drawing into the PNG that letters print; a drawing is never kept as such.

Qt draws it without scripts and without the network, at more points than the largest printed logo
needs.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter

_LONG_SIDE = 1200
"""25 mm at 1200 dots per inch."""
_BEGINS_WITHIN = 1024


def is_svg(content: bytes) -> bool:
    """Whether it looks like an SVG file."""
    return b"<svg" in content[:_BEGINS_WITHIN].lower()


def png_of(content: bytes) -> bytes | None:
    """PNG bytes on a transparent ground, or None when Qt cannot draw it."""
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return None
    scale = _LONG_SIDE / max(size.width(), size.height())
    image = QImage(size * scale, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes
    return bytes(buffer.data().data())
