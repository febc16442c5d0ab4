"""The plain form of a value: text, whole numbers, lists and maps, as events carry facts."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from operator import attrgetter
from typing import Any
from uuid import UUID

_Reader = tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]
_AS_IT_IS = frozenset({str, int, bool, type(None)})
_WRITTEN: Mapping[type[Any], Callable[[Any], Any]] = {
    UUID: attrgetter("hex"),
    date: date.isoformat,
    datetime: datetime.isoformat,
}
_READERS: dict[type[Any], _Reader] = {}


def known_facts(value: object) -> dict[str, Any]:
    """The fields of a dataclass that say something; None, "" and empty parts are left out.

    An import asks it of thousands at once.
    """
    found: dict[str, Any] = {}
    names, read = _reader(type(value))
    for name, item in zip(names, read(value), strict=True):
        if item is None or item == "":
            continue
        kind = type(item)
        if kind in _AS_IT_IS:
            found[name] = item
        elif (written := _WRITTEN.get(kind)) is not None:
            found[name] = written(item)
        elif kind in _READERS or dataclasses.is_dataclass(kind):
            if inner := known_facts(item):
                found[name] = inner
        else:
            found[name] = plain_facts(item)
    return found


def plain_facts(value: object) -> Any:  # noqa: ANN401 - JSON values of any shape
    """The value in plain form, every field of a dataclass kept; of bytes the SHA-256 in hex."""
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    if (written := _WRITTEN.get(kind)) is not None:
        return written(value)
    if dataclasses.is_dataclass(kind):
        names, read = _reader(kind)
        return {name: plain_facts(item) for name, item in zip(names, read(value), strict=True)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, Mapping):
        return {key: plain_facts(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain_facts(item) for item in value]
    return value


def _reader(kind: type[Any]) -> _Reader:
    """The fields of a dataclass and what reads them all at once."""
    found = _READERS.get(kind)
    if found is None:
        names = tuple(field.name for field in dataclasses.fields(kind))
        found = _READERS[kind] = names, _all_of(names)
    return found


def _all_of(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) == 1:
        # attrgetter of one name gives the value itself.
        only = attrgetter(names[0])
        return lambda value: (only(value),)
    return attrgetter(*names)
