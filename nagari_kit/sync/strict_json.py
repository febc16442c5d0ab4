"""Reads JSON that a stranger wrote: bounded, whole numbers only, no key twice."""

from __future__ import annotations

import json
import re
from typing import Any

from nagari_kit.errors import CryptoError

MAX_DEPTH = 8
MAX_TEXT = 64 * 1024
MAX_INTEGER = 2**53
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class MalformedError(CryptoError):
    """Bytes that are not what the protocol allows; nothing was taken from them."""

    default_code = "SINKRON-20"

    def __init__(self, detail: str) -> None:
        super().__init__(
            "Data sinkron rusak atau bukan dari Nagari Kit. Tidak ada yang diubah.",
            hint="Kirim ulang; data di komputer kantor tetap utuh.",
            detail=detail,
        )


def load_object(raw: bytes) -> dict[str, Any]:
    """The JSON object in `raw`. Raises MalformedError for anything out of bounds."""
    try:
        found = json.loads(
            raw.decode("ascii"),
            object_pairs_hook=_unique_keys,
            parse_int=_bounded_integer,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
    except (ValueError, RecursionError) as error:
        raise MalformedError(f"json: {type(error).__name__}") from error
    if not isinstance(found, dict):
        raise MalformedError("json: not an object")
    _check_bounds(found, MAX_DEPTH)
    return found


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("key twice")
    return found


def _bounded_integer(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > MAX_INTEGER:
        raise ValueError("integer out of range")
    return int(text)


def _no_number(text: str) -> Any:  # noqa: ANN401 - never returns; the hook's type asks for it
    raise ValueError(f"not a whole number: {text[:8]}")


def _check_bounds(value: object, depth: int) -> None:
    if depth < 0:
        raise MalformedError("json: too deep")
    if isinstance(value, str) and len(value) > MAX_TEXT:
        raise MalformedError("json: text too long")
    if isinstance(value, dict):
        for key, item in value.items():
            _check_bounds(key, depth)
            _check_bounds(item, depth - 1)
    elif isinstance(value, list):
        for item in value:
            _check_bounds(item, depth - 1)


def hex_field(found: dict[str, Any], name: str, size: int) -> bytes:
    """The field as `size` bytes, from lower-case hex."""
    text = found.get(name)
    try:
        value = bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        value = b""
    if len(value) != size or value.hex() != text:
        raise MalformedError(f"field {name}")
    return value


def text_field(found: dict[str, Any], name: str, limit: int = 200) -> str:
    """The field as text of at most `limit` characters that UTF-8 and every database can hold."""
    value = found.get(name)
    if not isinstance(value, str) or len(value) > limit or not is_storable(value):
        raise MalformedError(f"field {name}")
    return value


def ascii_field(found: dict[str, Any], name: str, limit: int) -> bytes:
    """The field as the bytes of ASCII text of at most `limit` characters."""
    value = text_field(found, name, limit)
    if not value.isascii():
        raise MalformedError(f"field {name}")
    return value.encode("ascii")


def is_storable(text: str) -> bool:
    """Whether the text is free of NUL and lone surrogates, which JSON can spell."""
    return not _UNSTORABLE.search(text)


def count_field(found: dict[str, Any], name: str) -> int:
    """The field as a whole number, not negative."""
    value = found.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise MalformedError(f"field {name}")
    return value
