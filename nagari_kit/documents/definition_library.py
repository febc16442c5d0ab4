"""The letter types of an office: those that the program ships, and over them the office's own."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.definition_reader import parse_definition, read_definition
from nagari_kit.errors import DefinitionError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OwnSource:
    """A definition that the office keeps: its TOML, and `lokal` or `paket`."""

    raw: bytes
    origin: str


class DefinitionLibrary(Mapping[str, LetterDefinition]):
    """Each definition is read when it is first asked for: opening an office must not wait for all.

    A faulty one of the office's own gives way to the shipped one, `faults` says why. Thread-safe.
    """

    def __init__(self, folder: Path, own: Mapping[str, OwnSource] | None = None) -> None:
        """Raises DefinitionError when the folder holds no definition: the program is not whole."""
        self._files = {path.stem: path for path in sorted(folder.glob("*.toml"))}
        if not self._files:
            raise DefinitionError(
                "Jenis surat tidak ditemukan di pemasangan program ini. Data kantor tidak berubah.",
                hint="Pasang ulang program, lalu buka lagi.",
                detail="no letter definition",
            )
        self._own: dict[str, OwnSource] = dict(own or {})
        self._read: dict[str, LetterDefinition] = {}
        self._shipped: dict[str, LetterDefinition] = {}
        self.faults: dict[str, DefinitionError] = {}
        self._lock = RLock()

    def __getitem__(self, type_id: str) -> LetterDefinition:
        """The definition in use. Raises KeyError, DefinitionError for a broken installation."""
        with self._lock:
            found = self._read.get(type_id)
            if found is None:
                found = self._own_of(type_id) or self.shipped(type_id)
                if found is None:
                    raise KeyError(type_id)
                self._read[type_id] = found
            return found

    def __iter__(self) -> Iterator[str]:
        """Ids of all that can be used."""
        with self._lock:
            usable = [name for name in self._own if name in self._files or self._own_of(name)]
            return iter(sorted({*self._files, *usable}))

    def __len__(self) -> int:
        """How many can be used."""
        return sum(1 for _ in self)

    def shipped(self, type_id: str) -> LetterDefinition | None:
        """What the program brings, whatever the office made of it; None for the office's own."""
        with self._lock:
            found = self._shipped.get(type_id)
            if found is None and type_id in self._files:
                found = self._shipped[type_id] = read_definition(self._files[type_id])
            return found

    def source(self, type_id: str) -> bytes:
        """The TOML of the definition in use. Raises KeyError."""
        with self._lock:
            own = self._own.get(type_id)
            if own is not None and self[type_id].origin == own.origin:
                return own.raw
        return self._files[type_id].read_bytes()

    def shipped_source(self, type_id: str) -> bytes | None:
        """The TOML that the program brings, None for the office's own."""
        path = self._files.get(type_id)
        return path.read_bytes() if path is not None else None

    def put(self, type_id: str, source: OwnSource | None) -> None:
        """From now on the office's own is this; None: the shipped one again."""
        with self._lock:
            self._read.pop(type_id, None)
            self.faults.pop(type_id, None)
            if source is None:
                self._own.pop(type_id, None)
            else:
                self._own[type_id] = source

    def _own_of(self, type_id: str) -> LetterDefinition | None:
        own = self._own.get(type_id)
        if own is None or type_id in self.faults:
            return None
        try:
            return parse_definition(own.raw, type_id, own.origin)
        except DefinitionError as error:
            # Made by another version of the program: the letters of this kind must go on.
            self.faults[type_id] = error
            _log.warning("the office's own definition %s cannot be used", type_id)
            return None
