"""Text into lines: chosen for the whole paragraph at once, or simply one after the other.

The justified breaks minimise the sum of (extra width / width of all word spaces) squared, which
keeps the grey of a paragraph even; no word is hyphenated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from nagari_kit.documents.fonts import Face, em_width, printable
from nagari_kit.documents.layout.marks import TextMark, ValueBox
from nagari_kit.documents.snapshot import Span, Spans
from nagari_kit.documents.wording import NO_BREAK

MISSING_SIGN = "…………"
SPACE = 0.25
"""Width of a space in ems; alike in all four faces' serif cuts."""
_SQUEEZE = -0.05
_RAGGED_OVER = 2.2
_SHORT_LAST = 0.22
_SHORT_LAST_COST = 3.0
_LONE_WORD_COST = 7.0
_BALANCED_FILL = 0.5
_REMEMBERED = 4096
"""Most of a letter is the same from one letter, step or keystroke to the next."""
_PIECES = re.compile(r"[ \n]|[^ \n]+")
ASCENT, DESCENT = 0.891, 0.216
"""Of the letter fonts, in ems."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a word in one face, from one field; `width` in ems."""

    text: str
    face: Face
    field_id: str
    width: float


@dataclass(frozen=True, slots=True)
class Word:
    """What is never parted; `spaces` counts its fixed spaces, `ends_line` forces a new line."""

    pieces: tuple[Piece, ...]
    width: float
    spaces: int = 0
    ends_line: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words; `stretch` is what each space gains, in ems. `width` in ems, stretched."""

    words: tuple[Word, ...]
    width: float
    stretch: float = 0.0


def words_of(spans: Spans, limit: float) -> list[Word]:
    """Words of a text, none wider than `limit` ems."""
    words: list[Word] = []
    current: list[Piece] = []

    def close(*, ends_line: bool = False) -> None:
        if current:
            words.extend(_fitting(tuple(current), limit))
            current.clear()
        if ends_line and words:
            last = words[-1]
            words[-1] = Word(last.pieces, last.width, last.spaces, ends_line=True)

    for span in spans:
        face = Face.BOLD if span.bold else Face.REGULAR
        text = MISSING_SIGN if span.missing else printable(span.text)
        for found in _PIECES.findall(text):
            if found == " ":
                close()
            elif found == "\n":
                close(ends_line=True)
            else:
                current.append(Piece(found, face, span.field_id, em_width(found, face)))
    close()
    return words


def _fitting(pieces: tuple[Piece, ...], limit: float) -> list[Word]:
    """One word, or several when one would be wider than a line: first at its fixed spaces."""
    width = sum(piece.width for piece in pieces)
    if width <= limit:
        return [_word(pieces, width)]
    if any(NO_BREAK in piece.text for piece in pieces):
        return [word for part in _at_fixed_spaces(pieces) for word in _fitting(part, limit)]
    return _cut(pieces, limit)


def _word(pieces: tuple[Piece, ...], width: float) -> Word:
    return Word(pieces, width, sum(piece.text.count(NO_BREAK) for piece in pieces))


def _at_fixed_spaces(pieces: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        for index, text in enumerate(piece.text.split(NO_BREAK)):
            if index:
                parts.append([])
            if text:
                part = Piece(text, piece.face, piece.field_id, em_width(text, piece.face))
                parts[-1].append(part)
    return [tuple(part) for part in parts if part]


def _cut(pieces: tuple[Piece, ...], limit: float) -> list[Word]:
    """Sign by sign, for a word without any place to break."""
    words: list[Word] = []
    current: list[Piece] = []
    width = 0.0
    for piece in pieces:
        for sign in piece.text:
            advance = em_width(sign, piece.face)
            if current and width + advance > limit:
                words.append(_word(_joined(current), width))
                current, width = [], 0.0
            current.append(Piece(sign, piece.face, piece.field_id, advance))
            width += advance
    words.append(_word(_joined(current), width))
    return words


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    found = []
    for (face, field_id), group in groupby(pieces, key=lambda one: (one.face, one.field_id)):
        text = "".join(piece.text for piece in group)
        found.append(Piece(text, face, field_id, em_width(text, face)))
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def ragged_lines(spans: Spans, width: float) -> tuple[Line, ...]:
    """Lines each as full as it gets, with the line ends of the text; `width` in ems."""
    return tuple(_wrapped(words_of(spans, width), width))


@lru_cache(maxsize=_REMEMBERED)
def balanced_lines(spans: Spans, width: float) -> tuple[Line, ...]:
    """As few lines as ragged ones, but no last line that is left nearly empty."""
    words = words_of(spans, width)
    lines = _wrapped(words, width)
    if len(lines) < 2 or lines[-1].width >= _BALANCED_FILL * width:
        return tuple(lines)
    return tuple(_evenly(words, width, len(lines)))


def _evenly(words: list[Word], width: float, count: int) -> list[Line]:
    """`count` lines whose free ends differ least: the sum of their squares is smallest."""
    natural = [0.0]
    for word in words:
        natural.append(natural[-1] + word.width + SPACE)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _line in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for begin, (cost, _origin) in best[-1].items():
            for end in range(begin + 1, len(words) + 1):
                free = width - (natural[end] - natural[begin] - SPACE)
                if free < -1e-6:
                    break
                known = reached.get(end)
                if known is None or cost + free * free < known[0]:
                    reached[end] = (cost + free * free, begin)
                if words[end - 1].ends_line:
                    break
        best.append(reached)
    lines: list[Line] = []
    end = len(words)
    for reached in best[:0:-1]:
        begin = reached[end][1]
        lines.append(Line(tuple(words[begin:end]), natural[end] - natural[begin] - SPACE))
        end = begin
    return lines[::-1]


@lru_cache(maxsize=_REMEMBERED)
def justified_lines(spans: Spans, width: float, indent: float) -> tuple[Line, ...]:
    """Even lines of running text; `width` and the `indent` of the first one in ems."""
    words = words_of(spans, width - indent)
    return tuple(_justified(words, width, indent)) if words else ()


def plain_lines(text: str, face: Face, width: float) -> list[str]:
    """A text broken into lines of at most `width` ems, without marks."""
    lines = ragged_lines((Span(text, bold=face is Face.BOLD),), width)
    words = (
        ["".join(piece.text for piece in word.pieces) for word in line.words] for line in lines
    )
    return [" ".join(line) for line in words]


def _wrapped(words: list[Word], width: float) -> list[Line]:
    lines: list[Line] = []
    current: list[Word] = []
    used = 0.0
    for word in words:
        needed = word.width + (SPACE if current else 0.0)
        if current and used + needed > width + 1e-6:
            lines.append(Line(tuple(current), used))
            current, used, needed = [], 0.0, word.width
        current.append(word)
        used += needed
        if word.ends_line:
            lines.append(Line(tuple(current), used))
            current, used = [], 0.0
    if current:
        lines.append(Line(tuple(current), used))
    return lines


def _justified(words: list[Word], width: float, indent: float) -> list[Line]:
    """The cheapest breaks, stretched.

    Falls back to ragged lines when a space would have to grow by over 2.2 times its width.
    """
    breaks = _best_breaks(words, width, indent)
    lines: list[Line] = []
    for number, (begin, end) in enumerate(breaks):
        room = width - (indent if number == 0 else 0.0)
        part = words[begin:end]
        natural, spaces = _measure(part)
        extra = room - natural
        stretch = 0.0
        if spaces and (end < len(words) or extra < 0):
            stretch = extra / spaces
        lines.append(Line(tuple(part), natural + stretch * spaces, stretch))
    if any(line.stretch > _RAGGED_OVER * SPACE for line in lines):
        return [Line(line.words, *_ragged(line)) for line in lines]
    return lines


def _ragged(line: Line) -> tuple[float, float]:
    natural, spaces = _measure(line.words)
    stretch = min(line.stretch, 0.0)
    return natural + stretch * spaces, stretch


def _measure(words: Iterable[Word]) -> tuple[float, int]:
    parts = list(words)
    gaps = len(parts) - 1
    spaces = gaps + sum(word.spaces for word in parts)
    return sum(word.width for word in parts) + gaps * SPACE, spaces


def _best_breaks(words: list[Word], width: float, indent: float) -> list[tuple[int, int]]:
    """First and last word of each line, cheapest for the paragraph as a whole."""
    count = len(words)
    best = [0.0] + [float("inf")] * count
    origin = [0] * (count + 1)
    for begin in range(count):
        if best[begin] == float("inf"):
            continue
        room = width - (indent if begin == 0 else 0.0)
        natural, spaces = -SPACE, -1
        for end in range(begin + 1, count + 1):
            word = words[end - 1]
            natural += word.width + SPACE
            spaces += 1 + word.spaces
            ratio = (room - natural) / (max(spaces, 1) * SPACE)
            if ratio < _SQUEEZE and end > begin + 1:
                break
            cost = best[begin] + _line_cost(ratio, natural / width, end - begin, end == count)
            if cost < best[end]:
                best[end], origin[end] = cost, begin
    breaks = []
    end = count
    while end > 0:
        breaks.append((origin[end], end))
        end = origin[end]
    return breaks[::-1]


def _line_cost(ratio: float, fill: float, words: int, last: bool) -> float:  # noqa: FBT001 - hot
    if not last:
        return ratio * ratio
    if words == 1:
        return _LONE_WORD_COST
    squeezed = ratio * ratio if ratio < 0 else 0.0
    return squeezed + (_SHORT_LAST_COST if fill < _SHORT_LAST else 0.0)


def baseline(leading: float, size: float) -> float:
    """From the top of a line of this leading to its baseline."""
    return (leading - (ASCENT + DESCENT) * size) / 2 + ASCENT * size


def draw_line(line: Line, x: float, y: float, size: float) -> tuple[list[TextMark], list[ValueBox]]:
    """Marks and value boxes of a line that begins at `x` with its baseline at `y`."""
    marks: list[TextMark] = []
    boxes: list[ValueBox] = []
    stretch = line.stretch * size
    at = x
    for face, field_id, text in _runs(line):
        width = em_width(text, face) * size + stretch * (text.count(" ") + text.count(NO_BREAK))
        marks.append(TextMark(at, y, text, face, size, stretch))
        if field_id:
            tail = SPACE * size + stretch if text.endswith(" ") else 0.0
            top = y - ASCENT * size
            boxes.append(ValueBox(field_id, at, top, width - tail, (ASCENT + DESCENT) * size))
        at += width
    return marks, boxes


def _runs(line: Line) -> list[tuple[Face, str, str]]:
    """Neighbouring pieces of one face and field together, each with the space that follows it."""
    runs: list[tuple[Face, str, str]] = []
    last = len(line.words) - 1
    for index, word in enumerate(line.words):
        for position, piece in enumerate(word.pieces):
            closes_word = position == len(word.pieces) - 1
            text = piece.text + (" " if closes_word and index < last else "")
            if runs and runs[-1][:2] == (piece.face, piece.field_id):
                runs[-1] = (piece.face, piece.field_id, runs[-1][2] + text)
            else:
                runs.append((piece.face, piece.field_id, text))
    return runs
