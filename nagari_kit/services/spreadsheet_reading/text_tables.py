"""Tables in text files: values with any usual separator and encoding, and HTML that says XLS."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

SEPARATORS = ";,\t|"
LOOKED_AT = 60
"""Lines by which the separator is told."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class NotATableError(ValueError):
    """The file is neither a spreadsheet nor a table of text."""


def rows_of_text(content: bytes) -> Iterator[list[str]]:
    """The rows of a file that is no workbook. Raises NotATableError."""
    text = decoded(content)
    begin = text.lstrip()[:2000].lower()
    if begin.startswith("<") and ("<table" in begin or "<html" in begin):
        return iter(_html_rows(text))
    if text.startswith("sep=") and "\n" in text:
        # Excel's own first line, which names the separator.
        first, _, rest = text.partition("\n")
        return csv.reader(io.StringIO(rest, newline=""), delimiter=first.strip()[4:5] or ";")
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))


def decoded(content: bytes) -> str:
    """Text of the file: by its mark, else UTF-8, UTF-16 without mark, or Windows-1252."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    if b"\x00" in content[:4096]:
        halves = content[:4096]
        little = halves[1::2].count(0) >= halves[0::2].count(0)
        return _strictly(content, "utf-16-le" if little else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def separator_of(text: str) -> str:
    """The sign between the values: the one by which the lines fall into equally many.

    Raises NotATableError when no sign does.
    """
    lines = [line for line in text.splitlines()[:LOOKED_AT] if line.strip()]
    best, most = "", 0
    for sign in SEPARATORS:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
        if not widths:
            continue
        width, times = widths.most_common(1)[0]
        if times * width > most and times * 2 >= len(lines) // 2:
            best, most = sign, times * width
    if not best:
        msg = "no separator"
        raise NotATableError(msg)
    return best


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotATableError(str(error.reason)) from error
    if "\x00" in text:
        msg = "binary"
        raise NotATableError(msg)
    return text


def _html_rows(text: str) -> list[list[str]]:
    reader = _TableReader()
    reader.feed(text)
    reader.close()
    if not reader.rows:
        msg = "html without a table"
        raise NotATableError(msg)
    return reader.rows


class _TableReader(HTMLParser):
    """Rows of every table, one after the other; a cell over several columns fills them with ""."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._text: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row or a cell begins."""
        if tag == "tr":
            self._close_cell()
            self.rows.append([])
        elif tag in {"td", "th"}:
            self._close_cell()
            self._text = []
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), 100) if span.isdecimal() else 1
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """A cell ends."""
        if tag in {"td", "th", "tr", "table"}:
            self._close_cell()

    def handle_data(self, data: str) -> None:
        """What stands in a cell."""
        if self._text is not None:
            self._text.append(data)

    def _close_cell(self) -> None:
        if self._text is None or not self.rows:
            return
        self.rows[-1] += ["".join(self._text).strip(), *[""] * (self._span - 1)]
        self._text, self._span = None, 1
