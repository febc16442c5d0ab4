"""Finds the nagari, desa and kelurahan of Sumatera Barat in the shipped list."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nagari_kit.domain.office import OfficeRegion
from nagari_kit.domain.search_folding import folded_words, indexed_words, literal_words
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

        A word matches where a name's word begins with it, as spelled or as it sounds, or the code.
        Best first: the village of exactly that name, then those whose name begins with it, then by
        name.
        """
        wanted = [forms for word in text.split() for forms in _forms(word)]
        if not wanted:
            return ()
        found = [entry for entry in _entries() if entry.matches(wanted)]
        whole = " ".join(literal_words(text))
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

    def matches(self, wanted: list[tuple[str, ...]]) -> bool:
        return all(any(word.startswith(forms) for word in self.words) for forms in wanted)

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
    words = indexed_words(f"{name} {kecamatan} {kabupaten} {kind}").split()
    literal = " ".join(literal_words(name))
    return _Entry(region, literal, (*words, code.replace(".", ""), code))


def _forms(typed: str) -> Iterator[tuple[str, ...]]:
    """Ways to read what was typed between two blanks; a code keeps its dots."""
    if typed.replace(".", "").isdigit():
        yield (typed,)
    else:
        yield from zip(literal_words(typed), folded_words(typed), strict=True)
