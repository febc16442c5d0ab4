"""Writes the values of a definition as TOML in the form of the shipped files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

PARTS = ("surat", "syarat", "pihak", "daftar_orang", "isian", "blok")
"""In the order of the files."""
_WIDEST = 100
_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_OTHER_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def leading_comment(raw: bytes) -> str:
    """The lines that begin with `#` before the first part, as they stand."""
    lines: list[str] = []
    for line in raw.decode("utf-8", errors="replace").splitlines():
        if not line.startswith("#"):
            break
        lines.append(line)
    return "\n".join(lines)


def write_definition(values: Mapping[str, Any], comment: str = "") -> bytes:
    """UTF-8 TOML that reads back as `values`: parts in order, one table item per line.

    `values` holds what tomllib gives: texts, numbers, booleans, lists and maps of them.
    """
    chunks = [_table("[surat]", values.get("surat", {}))]
    for part in (*PARTS[1:], *(name for name in values if name not in PARTS)):
        chunks += [_table(f"[[{part}]]", one) for one in values.get(part, ())]
    body = "\n\n".join(chunks) + "\n"
    return (f"{comment}\n{body}" if comment else body).encode("utf-8")


def read_values(raw: bytes) -> dict[str, Any]:
    """The values of a definition that was accepted before. Raises tomllib.TOMLDecodeError."""
    return tomllib.loads(raw.decode("utf-8"))


def _table(head: str, values: Mapping[str, Any]) -> str:
    return "\n".join(
        [head, *(f"{_key(name)} = {_outer(name, one)}" for name, one in values.items())]
    )


def _outer(name: str, value: object) -> str:
    """A value on the first level: a list of tables takes a line for each, so does a long one."""
    if not isinstance(value, list):
        return _inner(value)
    flat = _inner(value)
    tables = any(isinstance(item, dict) for item in value)
    if not tables and len(name) + 3 + len(flat) <= _WIDEST:
        return flat
    if tables and len(value) == 1 and len(name) + 3 + len(flat) <= _WIDEST:
        return flat
    return "[\n" + "".join(f"    {_inner(item)},\n" for item in value) + "]"


def _inner(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{ " + _joined(f"{_key(k)} = {_inner(one)}" for k, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + _joined(_inner(one) for one in value) + "]"
    msg = f"no value of a definition: {type(value).__name__}"
    raise TypeError(msg)


def _joined(pieces: Iterable[str]) -> str:
    return ", ".join(pieces)


def _key(name: str) -> str:
    return name if _BARE.match(name) else _text(name)


def _text(value: str) -> str:
    """A literal text where escapes would clutter it, as patterns are written by hand."""
    is_plain = "'" not in value and not _OTHER_CONTROL.search(value)
    if is_plain and ("\\" in value or '"' in value):
        return f"'{value}'"
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in value)
    return '"' + _OTHER_CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'
