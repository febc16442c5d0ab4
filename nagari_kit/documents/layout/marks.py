"""What a page is made of: marks with coordinates, gathered in strips that are never cut through."""

from __future__ import annotations

from dataclasses import dataclass, field

from nagari_kit.documents.fonts import Face

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class TextMark:
    """A run of text; `y` is the baseline, `word_space` is added to every space.

    `upright` text runs upwards from (`x`, `y`) and is read from below: `x` is its baseline.
    """

    x: float
    y: float
    text: str
    face: Face
    size: float
    word_space: float = 0.0
    gray: float = 0.0
    upright: bool = False


@dataclass(frozen=True, slots=True)
class LineMark:
    """A straight line; `dash` is on/off points or empty."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    gray: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class FillMark:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    gray: float


@dataclass(frozen=True, slots=True)
class LogoMark:
    """Where a logo is fitted in, keeping its proportions: the crest, or the office's `second`."""

    x: float
    y: float
    width: float
    height: float
    second: bool = False


@dataclass(frozen=True, slots=True)
class PageImageMark:
    """The image of SHA-256 `digest` over the whole page, from its top left."""

    digest: str
    width: float
    height: float


Mark = TextMark | LineMark | FillMark | LogoMark | PageImageMark


@dataclass(frozen=True, slots=True)
class ValueBox:
    """Where the value of a field stands, relative to its strip."""

    field_id: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class CapPlace:
    """The circle that an office's cap covers, relative to its strip: nothing else stands there.

    What belongs to the same signature, between `left` and `right`, may be touched.
    """

    x: float
    y: float
    left: float
    right: float


CAP_RADIUS = 20 * MM


@dataclass(slots=True)
class Strip:
    """A horizontal piece of the letter that is never cut.

    `space_before` falls away at the top of a page; `glued` strips are not parted from the next
    one; `heads` are repeated above it where a page begins with it.
    """

    height: float
    marks: list[Mark]
    boxes: list[ValueBox]
    space_before: float = 0.0
    glued: bool = False
    heads: tuple[Strip, ...] = ()
    caps: list[CapPlace] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """Strips with the y of their tops."""

    placed: list[tuple[float, Strip]]
