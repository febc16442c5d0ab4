"""One spelling of a value as JSON bytes, so that hashes of equal values are equal."""

from __future__ import annotations

import json


def canonical_bytes(value: object) -> bytes:
    """Sorted keys, no blanks, ASCII only, whole numbers only.

    Allowed: dict with text keys, list, tuple, str, int, bool, None. Raises TypeError for anything
    else, floats first of all: their spelling differs between programs.
    """
    _refuse_foreign(value)
    return _ENCODER.encode(value).encode("ascii")


_ENCODER = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
)


_SIMPLE = frozenset({str, int, bool, type(None)})


def _refuse_foreign(value: object) -> None:
    if type(value) in _SIMPLE or isinstance(value, str | int):
        return
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"key is {type(key).__name__}, not text")
            if type(item) not in _SIMPLE:
                _refuse_foreign(item)
        return
    if isinstance(value, list | tuple):
        for item in value:
            _refuse_foreign(item)
        return
    raise TypeError(f"{type(value).__name__} has no canonical form")
