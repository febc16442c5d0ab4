"""A thousand mixed letters, every type in turn, against the same pages drawn by hand.

No two are alike: each has its own number and its own subject, and every third one is as long as
is plausible.
"""

from __future__ import annotations

from dataclasses import replace

from benchmarks.figures import Figure, interleaved
from benchmarks.letter import GIVEN, LIMIT, HandDrawn, forget_lines, register_peer_fonts
from nagari_kit.documents.definitions import load_definitions
from nagari_kit.documents.letter import LetterSnapshot, render, resolve
from nagari_kit.documents.sample_facts import Extent, sample_facts
from nagari_kit.domain.names import PersonName
from nagari_kit.infra.paths import resource_path

LETTERS = 1000
WARM_UP = 10
_EXTENTS = (Extent.USUAL, Extent.LEAST, Extent.LONGEST)


def mixed(count: int) -> list[LetterSnapshot]:
    """So many letters, types in turn."""
    definitions = list(load_definitions(resource_path("letters")).values())
    letters = []
    for index in range(count):
        definition = definitions[index % len(definitions)]
        facts = sample_facts(definition, _EXTENTS[index // len(definitions) % len(_EXTENTS)])
        if facts.resident is not None:
            name = PersonName(
                f"{GIVEN[index % 7]} {GIVEN[index // 7 % 7]} {GIVEN[index // 49 % 7]}"
            )
            resident = replace(facts.resident, name=name, nik=f"130699{index:010d}")
            facts = replace(facts, resident=resident)
        letters.append(
            resolve(definition, replace(facts, number=f"400.10.2.2/{index:03d}/KN/2026"))
        )
    return letters


def measure() -> list[Figure]:
    """Ratio of the sums: what an office waits for a day of letters."""
    register_peer_fonts()
    letters = mixed(LETTERS + WARM_UP)
    peers = iter([HandDrawn(letter) for letter in letters])
    waiting = iter(letters)
    forget_lines()
    mine, theirs = interleaved(
        lambda: render(next(waiting), logo=None, missing_ok=True),
        lambda: next(peers).draw(),
        rounds=LETTERS,
        warm_up=WARM_UP,
    )
    own, other = sum(mine) / LETTERS * 1000, sum(theirs) / LETTERS * 1000
    words = f"{own:.2f} ms against {other:.2f} ms a letter"
    return [Figure("thousand mixed letters", own / other, LIMIT, words)]
