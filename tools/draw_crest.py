"""Draws the crest of the invented kabupaten of the demonstration; it resembles no real one.

    python tools/draw_crest.py

Writes resources/demo/crest.png.
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "demo" / "crest.png"
FONT = ROOT / "resources" / "fonts" / "letters" / "Arimo-Regular.ttf"
WIDTH, HEIGHT, OVERSAMPLE = 500, 600, 4
INK = (36, 36, 36)
GOLD = (201, 162, 39)
GREEN = (31, 90, 58)
WHITE = (255, 255, 255)
MAROON = (142, 38, 38)

Point = tuple[float, float]


def shield(inset: float) -> list[Point]:
    """Straight sides, round foot, ending in a point."""
    left, right, top = inset, WIDTH - inset, inset
    shoulder, foot = HEIGHT * 0.52, HEIGHT - inset * 1.3
    middle = WIDTH / 2
    curve = []
    for index in range(41):
        part = index / 40
        across = math.cos(part * math.pi / 2)
        down = math.sin(part * math.pi / 2) ** 1.25
        curve.append(((right - middle) * across + middle, shoulder + (foot - shoulder) * down))
    mirrored = [(WIDTH - x, y) for x, y in reversed(curve)]
    return [(left, top), (right, top), *curve, *mirrored]


def horns(base: float, tip: float, span: float) -> list[Point]:
    """A roof with two swept ends."""
    middle = WIDTH / 2
    upper = []
    for index in range(41):
        part = index / 20 - 1
        upper.append((middle + part * span, base - 70 + (tip - base + 70) * abs(part) ** 2.2))
    lower = [(middle + part * span * 0.62, base) for part in (1, -1)]
    return [*upper, *lower]


def wave(draw: ImageDraw.ImageDraw, y: float, half: float) -> None:
    """A band of water."""
    points = []
    for index in range(81):
        x = -half + 2 * half * index / 80
        points.append((WIDTH / 2 + x, y + 7 * math.sin(x / 15)))
    stroke(draw, points, 9, WHITE)


def stroke(
    draw: ImageDraw.ImageDraw, points: list[Point], width: float, colour: tuple[int, int, int]
) -> None:
    """A line through the points."""
    draw.line(scaled(points), fill=colour, width=round(width * OVERSAMPLE), joint="curve")


def scaled(points: list[Point]) -> list[Point]:
    """Points on the enlarged picture."""
    return [(x * OVERSAMPLE, y * OVERSAMPLE) for x, y in points]


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """Corners of a rectangle, for drawing."""
    return scaled([(left, top), (right, bottom)])


def main() -> None:
    """Draw large, write small."""
    size = (WIDTH * OVERSAMPLE, HEIGHT * OVERSAMPLE)
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.polygon(scaled(shield(4)), fill=INK)
    draw.polygon(scaled(shield(11)), fill=GOLD)
    draw.polygon(scaled(shield(29)), fill=GREEN)
    draw.rectangle(box(62, 52, WIDTH - 62, 112), fill=WHITE)
    font = ImageFont.truetype(str(FONT), 50 * OVERSAMPLE)
    middle = (WIDTH / 2 * OVERSAMPLE, 83 * OVERSAMPLE)
    draw.text(
        middle, "CONTOH", font=font, fill=INK, anchor="mm", stroke_width=OVERSAMPLE,
        stroke_fill=INK,
    )  # fmt: skip
    draw.polygon(scaled(horns(318, 150, 178)), fill=GOLD)
    draw.polygon(scaled(horns(300, 138, 74)), fill=GOLD)
    draw.rectangle(box(142, 318, WIDTH - 142, 384), fill=WHITE)
    for index in range(5):
        left = 165 + index * 37
        draw.rectangle(box(left, 332, left + 20, 370), fill=MAROON)
    for index, half in enumerate((140, 112, 76)):
        wave(draw, 424 + index * 40, half)
    picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(TARGET, optimize=True)
    print(f"{TARGET.relative_to(ROOT)} {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
