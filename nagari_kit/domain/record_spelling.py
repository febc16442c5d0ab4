"""The canonical JSON of many records at once, column by column: an import tells of thousands."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Sequence
from json.encoder import encode_basestring_ascii
from operator import attrgetter
from typing import Any, get_type_hints
from uuid import UUID

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.domain.plain_facts import known_facts, plain_facts

_Column = Sequence[Any]
_Speller = Callable[[_Column], Iterable[str]]
_EMPTY = "{}"


class RecordSpelling:
    """Spells records of one dataclass as `canonical_bytes` would spell their facts.

    Values that repeat are spelled once, as long as this lives.
    """

    def __init__(
        self,
        kind: type[Any],
        *,
        unlike: Collection[str],
        known_only: bool,
        without: Collection[str] = (),
    ) -> None:
        """`unlike` names the fields that hardly repeat, `without` those that are not told.

        `known_only` leaves out None, "" and empty parts, as `known_facts` does.
        """
        names = sorted(field.name for field in dataclasses.fields(kind))
        told = [name for name in names if name not in without]
        kinds = get_type_hints(kind)
        self._read = attrgetter(*told)
        self._columns = [_speller(name, kinds[name], unlike, known_only) for name in told]

    def spell(self, records: Sequence[object]) -> list[str]:
        """One JSON object for each record."""
        if not records:
            return []
        columns = zip(*map(self._read, records), strict=True)
        spelled = [spell(column) for spell, column in zip(self._columns, columns, strict=True)]
        return ["{" + "".join(parts)[:-1] + "}" for parts in zip(*spelled, strict=True)]


class _Repeating(dict[Any, str]):
    """Values of a field, each with its spelling; "" for what is left out."""

    def __init__(self, name: str, *, known_only: bool) -> None:
        super().__init__()
        self._begin = f'"{name}":'
        self._known_only = known_only

    def __missing__(self, value: object) -> str:
        left_out = self._known_only and (value is None or value == "")
        text = "" if left_out else f"{self._begin}{_spelled(value)},"
        self[value] = text
        return text

    def column(self, values: _Column) -> Iterable[str]:
        """The spelling of each."""
        return map(self.__getitem__, values)


class _Parts:
    """Parts of records, told apart by identity: comparing them field by field costs more."""

    def __init__(self, name: str) -> None:
        self._begin = f'"{name}":'
        self._known: dict[int, tuple[object, str]] = {}

    def column(self, values: _Column) -> Iterable[str]:
        """The spelling of each part, "" for an empty one."""
        return map(self._one, values)

    def _one(self, part: object) -> str:
        known = self._known.get(id(part))
        if known is None:
            text = canonical_bytes(known_facts(part)).decode("ascii")
            # The part is kept with it: else another may come to have its identity.
            known = part, "" if text == _EMPTY else f"{self._begin}{text},"
            self._known[id(part)] = known
        return known[1]


def _speller(name: str, kind: Any, unlike: Collection[str], known_only: bool) -> _Speller:  # noqa: ANN401, FBT001 - a type or a union of types
    if known_only and dataclasses.is_dataclass(kind):
        if name not in unlike:
            return _Parts(name).column
        inner = RecordSpelling(kind, unlike=unlike, known_only=True)  # type: ignore[arg-type]
        return lambda column: [
            "" if text == _EMPTY else f'"{name}":{text},' for text in inner.spell(column)
        ]
    if name not in unlike:
        return _Repeating(name, known_only=known_only).column
    begin = f'"{name}":'
    if known_only:
        return lambda column: [
            "" if value is None or value == "" else f"{begin}{_spelled(value)}," for value in column
        ]
    return lambda column: [f"{begin}{_spelled(value)}," for value in column]


def _spelled(value: object) -> str:
    # Exactly these: a kind of text or identity with a meaning of its own goes the long way.
    if isinstance(value, str) and type(value) is str:
        return encode_basestring_ascii(value)
    if isinstance(value, UUID):
        return f'"{value.hex}"'
    return canonical_bytes(plain_facts(value)).decode("ascii")
