"""Knows versions and origins of the office's letter types, and puts one in use."""

from __future__ import annotations

import hashlib
import tomllib
from typing import TYPE_CHECKING, Any

from nagari_kit.domain import events
from nagari_kit.domain.letter_editing import SHIPPED, Content
from nagari_kit.services.context import ServiceContext

if TYPE_CHECKING:
    from nagari_kit.db.store import UnitOfWork


class DefinitionShelf:
    """The library in memory and the table of versions, seen as one. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def version(self, type_id: str, active: int) -> int:
        """What is in use, 0 for nothing; `active` is the office's own that is in use."""
        used = self._context.definitions.get(type_id)
        if used is None:
            return 0
        return active if active and used.origin != SHIPPED else used.version

    def next_version(self, type_id: str, highest: int) -> int:
        """After `highest` that the office ever had, and after the shipped one."""
        shipped = self._context.definitions.shipped(type_id)
        return max(highest, shipped.version if shipped else 0) + 1

    def based_on(self, type_id: str) -> str:
        """What a change of this type starts from, as in DefinitionVersion."""
        shipped = self._context.definitions.shipped(type_id)
        if shipped is not None:
            return f"{type_id}@{shipped.version}@{shipped.sha256}"
        with self._context.store.read() as reader:
            versions = reader.letter_definitions.versions(type_id)
        return next((one.based_on for one in versions), "")

    def base(self, type_id: str, based_on: str) -> tuple[Content | None, str]:
        """What a type is compared with, and what that is called."""
        base_id, _, rest = (based_on or f"{type_id}@").partition("@")
        version = rest.partition("@")[0]
        raw = self._context.definitions.shipped_source(base_id)
        if base_id != type_id and version.isdecimal():
            with self._context.store.read() as reader:
                raw = reader.letter_definitions.source(base_id, int(version)) or raw
        if raw is None:
            return None, "dibuat di kantor ini"
        content = values_of(raw)
        head = content["surat"]
        if base_id != type_id:
            return content, f"berangkat dari {head['judul_pendek']}"
        return content, f"berangkat dari bawaan versi {head['versi']}"

    def comment(self, type_id: str) -> str:
        """What stands above the shipped one."""
        from nagari_kit.documents.definition_writer import leading_comment

        raw = self._context.definitions.shipped_source(type_id)
        return leading_comment(raw) if raw else ""

    def was_ever(self, type_id: str) -> bool:
        """Whether the office ever kept a type of this id."""
        with self._context.store.read() as reader:
            return reader.letter_definitions.highest_version(type_id) > 0

    def put(self, uow: UnitOfWork, type_id: str, raw: bytes, origin: str, based_on: str) -> int:
        """Keep these bytes as the next version, in use from the commit on; returns the number."""
        version = self.next_version(type_id, uow.letter_definitions.highest_version(type_id))
        uow.letter_definitions.put_in_use(type_id, version, raw, origin, based_on)
        uow.record(events.definition_saved(type_id, version, hashlib.sha256(raw).hexdigest()))
        return version

    def use(self, type_id: str, raw: bytes, origin: str) -> None:
        """The next letter is of these bytes; call it after the commit."""
        from nagari_kit.documents.definition_library import OwnSource

        self._context.definitions.put(type_id, OwnSource(raw, origin))


def values_of(raw: bytes) -> dict[str, Any]:
    """The values of a definition that was accepted before."""
    return tomllib.loads(raw.decode("utf-8"))
