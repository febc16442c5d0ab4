"""Finds the nagari, desa and kelurahan of Sumatera Barat in the shipped list."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache

from nagari_kit.domain.office import OfficeRegion
from nagari_kit.infra.paths import resource_path

LIST = "regions/sumatera-barat.csv"
DEMONSTRATION = OfficeRegion(
    "13.06.99.2001", "Koto Contoh", "nagari", "Batang Contoh", "Kabupaten Contoh"
)
"""Exists nowhere, so that trying the program out can never be taken for a real office."""


class RegionService:
    """Search in the region list; needs no office. Thread-safe."""

    def search(self, text: str, limit: int = 20) -> tuple[OfficeRegion, ...]:
        """Villages that hold every word of the text in their own or their parents' names.

        A word matches where a name's word begins with it, or the code. Best first: the village of
        exactly that name, then those whose name begins with it, then by name.
        """
        words = _folded(text).split()
        if not words:
            return ()
        found = [entry for entry in _entries() if entry.matches(words)]
        whole = " ".join(words)
        found.sort(key=lambda entry: (entry.distance(whole), entry.name, entry.region.code))
        return tuple(entry.region for entry in found[:limit])

    def by_code(self, code: str) -> OfficeRegion | None:
        """The village of this Kemendagri code, the demonstration's included; None if unknown."""
        wanted = code.strip()
        if wanted == DEMONSTRATION.code:
            return DEMONSTRATION
        return next((one.region for one in _entries() if one.region.code == wanted), None)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A village with its names folded for the search."""

    region: OfficeRegion
    name: str
    words: tuple[str, ...]

    def matches(self, wanted: list[str]) -> bool:
        return all(any(word.startswith(one) for word in self.words) for one in wanted)

    def distance(self, wanted: str) -> int:
        if self.name == wanted:
            return 0
        return 1 if self.name.startswith(wanted) else 2


@lru_cache(maxsize=1)
def _entries() -> tuple[_Entry, ...]:
    with resource_path(LIST).open(encoding="utf-8", newline="") as source:
        rows = [(row[0], row[1], row[2]) for row in csv.reader(source)]
    names = {code: name for code, name, _kind in rows}
    return tuple(_entry(code, name, kind, names) for code, name, kind in rows if kind)


def _entry(code: str, name: str, kind: str, names: dict[str, str]) -> _Entry:
    kecamatan = names[code.rsplit(".", 1)[0]]
    kabupaten = names[code.rsplit(".", 2)[0]]
    region = OfficeRegion(code, name, kind, kecamatan, kabupaten)
    folded = _folded(name)
    parents = f"{_folded(kecamatan)} {_folded(kabupaten)} {kind}".split()
    return _Entry(region, folded, (*folded.split(), *parents, code.replace(".", ""), code))


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("'", "").replace("/", " ").replace("-", " ").split())
