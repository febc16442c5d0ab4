"""One TOML file with the line numbers that tomllib does not keep."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from nagari_kit.errors import DefinitionError

_HEADER = re.compile(r"^\s*\[\[?\s*([A-Za-z_]+)\s*\]\]?")
_SYNTAX_LINE = re.compile(r"line (\d+)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
MOST_BYTES = 256 * 1024
MOST_LETTERS = 4000
MOST_NUMBER = 10**12
_EXACT = 1e-6


def wrong_at(name: str, line: int, what: str, advice: str = "") -> DefinitionError:
    """The refusal of a definition; its text (`detail`) is `file:line`."""
    return DefinitionError(
        f"Jenis surat di berkas {name} baris {line} tidak bisa dipakai: {what}. "
        "Surat yang sudah terbit tidak berubah.",
        hint=advice or "Perbaiki baris itu, lalu buka program lagi.",
        detail=f"{name}:{line}",
    )


def line_of_refusal(error: DefinitionError) -> int:
    """The line that a refusal is about, 1 when it names none."""
    last = str(error).rpartition(":")[2]
    return int(last) if last.isdecimal() else 1


class TomlSource:
    """The parsed values, and where a section or a text stands in the file."""

    def __init__(self, name: str, raw: bytes) -> None:
        """Parse; `name` is told in errors. Raises DefinitionError for what is no readable TOML."""
        self.name = name
        self.raw = raw
        if len(raw) > MOST_BYTES:
            raise self.error(1, f"berkasnya lebih dari {MOST_BYTES // 1024} KB")
        try:
            text = self.raw.decode("utf-8")
            self.values: dict[str, Any] = tomllib.loads(text)
        except UnicodeDecodeError as error:
            line = self.raw.count(b"\n", 0, error.start) + 1
            raise self.error(line, "huruf tidak tersimpan sebagai UTF-8") from error
        except tomllib.TOMLDecodeError as error:
            found = _SYNTAX_LINE.search(str(error))
            line = int(found.group(1)) if found else self.raw.count(b"\n") + 1
            raise self.error(line, f"tulisan TOML tidak terbaca ({error})") from error
        except (ValueError, RecursionError) as error:
            # What tomllib passes on of Python's own limits: digits of a number, depth of lists.
            raise self.error(1, "angka atau daftar di dalamnya terlalu panjang") from error
        self._lines = text.splitlines()
        self._headers: dict[str, list[int]] = {}
        for number, content in enumerate(self._lines, start=1):
            if match := _HEADER.match(content):
                self._headers.setdefault(match.group(1), []).append(number)

    @classmethod
    def of_file(cls, path: Path) -> TomlSource:
        """The file's content. Raises DefinitionError when it cannot be read."""
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise wrong_at(path.name, 1, "berkasnya tidak dapat dibaca") from error
        return cls(path.name, content)

    def header_line(self, section: str, index: int = 0) -> int:
        """Line of the n-th `[section]` or `[[section]]`, 1 when there is none."""
        found = self._headers.get(section, [])
        return found[index] if index < len(found) else 1

    def line_of(self, fragment: str, start: int) -> int:
        """Line of the first occurrence of `fragment` within the section that begins at `start`."""
        for number in range(start, len(self._lines) + 1):
            content = self._lines[number - 1]
            if number > start and _HEADER.match(content):
                break
            if fragment in content:
                return number
        return start

    def error(self, line: int, what: str, advice: str = "") -> DefinitionError:
        """The refusal in words: file, line, what is wrong, what to do."""
        return wrong_at(self.name, line, what, advice)


class Section:
    """The keys of one table; what is left over when it is done is an unknown key."""

    def __init__(self, source: TomlSource, values: dict[str, Any], line: int, title: str) -> None:
        self.source = source
        self.line = line
        self.title = title
        self._values = dict(values)

    def error(self, what: str, fragment: str = "", advice: str = "") -> DefinitionError:
        """A refusal at the line where `fragment` stands in this section."""
        line = self.source.line_of(fragment, self.line) if fragment else self.line
        return self.source.error(line, what, advice)

    def text(self, key: str, default: str | None = None, *, most: int = MOST_LETTERS) -> str:
        """A text of at most `most` letters; without a default it must be there and not be empty."""
        value = self._values.pop(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.error(f"{self.title} memerlukan “{key}” berupa teks", key)
        self._check_text(key, value, most)
        return value

    def _check_text(self, key: str, value: str, most: int) -> None:
        if len(value) > most:
            raise self.error(f"“{key}” berisi {len(value)} huruf, paling banyak {most}", key)
        if _CONTROL.search(value):
            raise self.error(f"“{key}” memuat tanda yang tidak bisa dicetak", key)

    def flag(self, key: str, *, default: bool) -> bool:
        """`true` or `false`."""
        value = self._values.pop(key, default)
        if not isinstance(value, bool):
            raise self.error(f"“{key}” harus true atau false", key)
        return value

    def number(self, key: str, *, most: int = MOST_NUMBER) -> int:
        """A whole number from 1 to `most`."""
        value = self._values.pop(key, None)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise self.error(
                f"{self.title} memerlukan “{key}” berupa bilangan 1 sampai {most}", key
            )
        return value

    def whole(self, key: str, *, most: int, default: int) -> int:
        """A whole number from 0 to `most`, or the default."""
        value = self._values.pop(key, None)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            raise self.error(f"“{key}” harus bilangan 0 sampai {most}", key)
        return value

    def tenths(self, key: str, *, most: int, default: int | None = None) -> int:
        """A number from 0 to `most` with at most one decimal, counted in tenths."""
        value = self._values.pop(key, None)
        if value is None and default is not None:
            return default
        tenths = -1.0
        if isinstance(value, int | float) and not isinstance(value, bool):
            tenths = value * 10.0
        if not 0 <= tenths <= most * 10 or abs(tenths - round(tenths)) > _EXACT:
            raise self.error(
                f"{self.title} memerlukan “{key}” berupa bilangan 0 sampai {most}, "
                "paling banyak satu angka di belakang koma",
                key,
            )
        return round(tenths)

    def has(self, key: str) -> bool:
        """Whether the key is there and not yet taken."""
        return key in self._values

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty when it is not there."""
        value = self._values.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f"“{key}” harus daftar teks", key)
        for item in value:
            self._check_text(key, item, MOST_LETTERS)
        return tuple(value)

    def text_or_texts(self, key: str) -> tuple[str, ...]:
        """A text as a list of one, or a list of texts; empty when it is not there."""
        if isinstance(self._values.get(key, []), list):
            return self.texts(key)
        return (self.text(key),)

    def texts_or_tables(self, key: str, title: str) -> tuple[str | Section, ...]:
        """A list in which each item is a text or an inline table, at least one."""
        value = self._values.pop(key, None)
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(item, str | dict) for item in value)
        ):
            raise self.error(f"{self.title} memerlukan “{key}” berupa daftar", key)
        found: list[str | Section] = []
        for item in value:
            if isinstance(item, str):
                self._check_text(key, item, MOST_LETTERS)
                found.append(item)
            else:
                found.append(Section(self.source, item, self.line, title))
        return tuple(found)

    def tables(self, key: str, title: str) -> tuple[Section, ...]:
        """A list of inline tables, at least one; each becomes a section of its own."""
        value = self._values.pop(key, None)
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(item, dict) for item in value)
        ):
            raise self.error(f"{self.title} memerlukan “{key}” berupa daftar {{ … }}", key)
        return tuple(Section(self.source, item, self.line, title) for item in value)

    def done(self) -> None:
        """Refuse what nobody asked for."""
        for key in self._values:
            raise self.error(
                f"kunci “{key}” tidak dikenal di {self.title}",
                key,
                "Hapus kunci itu atau perbaiki ejaannya, lalu buka program lagi.",
            )
