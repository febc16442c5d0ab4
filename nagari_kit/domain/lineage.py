"""The ranji of a kaum: people under their mothers, as far back as it is remembered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nagari_kit.domain.identity import LineageNodeId, ResidentId
from nagari_kit.domain.residents import Sex
from nagari_kit.errors import RuleError

DIED_ONCE = 0
"""Stands for the year of a death whose year nobody remembers."""
_PENGHULU = re.compile(r"\b(?:dt|datuak|datuk|datu)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LineageNode:
    """One person of a ranji. `mother_id` is None for who stands at the top of a line.

    Years are of the common era; a `death_year` of DIED_ONCE says that the person is dead and the
    year not known. `resident_id` leads to the same person in the population books. `spouse` is a
    name (urang sumando for a woman of the kaum). A removed node stays, and says why in `note`.
    """

    id: LineageNodeId
    name: str
    gelar: str = ""
    sex: Sex | None = None
    mother_id: LineageNodeId | None = None
    resident_id: ResidentId | None = None
    kaum: str = ""
    suku: str = ""
    birth_year: int | None = None
    death_year: int | None = None
    spouse: str = ""
    note: str = ""
    removed: bool = False

    @property
    def is_dead(self) -> bool:
        """Whether the person has died."""
        return self.death_year is not None

    @property
    def is_penghulu(self) -> bool:
        """Whether the gelar is that of a penghulu (Datuak), which a man bears."""
        return self.sex is not Sex.FEMALE and bool(_PENGHULU.search(self.gelar))

    @property
    def may_have_children(self) -> bool:
        """Children follow their mother's kaum: the line of a man ends in a ranji."""
        return self.sex is not Sex.MALE


@dataclass(frozen=True, slots=True)
class KaumRow:
    """A kaum in the list: how many people its ranji has, and over how many generations."""

    name: str
    suku: str
    people: int
    generations: int
    penghulu: str


@dataclass(frozen=True, slots=True)
class LineageSigners:
    """Names of the mamak kepala waris and of the head of the KAN; "" leaves dots to write on."""

    mamak: str = ""
    kan: str = ""


@dataclass(frozen=True)
class Lineage:
    """The nodes of one kaum without those that were removed, eldest first among siblings.

    Whoever's mother is not among them stands at the top.
    """

    kaum: str
    nodes: tuple[LineageNode, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[LineageNodeId, LineageNode]:
        """Every node."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def roots(self) -> tuple[LineageNode, ...]:
        """Who stands at the top of a line."""
        return in_order(node for node in self.nodes if node.mother_id not in self.by_id)

    @cached_property
    def _children(self) -> Mapping[LineageNodeId, tuple[LineageNode, ...]]:
        found: dict[LineageNodeId, list[LineageNode]] = defaultdict(list)
        for node in self.nodes:
            if node.mother_id is not None:
                found[node.mother_id].append(node)
        return {mother: in_order(children) for mother, children in found.items()}

    def children(self, mother_id: LineageNodeId) -> tuple[LineageNode, ...]:
        """Of this mother, eldest first."""
        return self._children.get(mother_id, ())

    def branch(self, top: LineageNodeId) -> tuple[LineageNode, ...]:
        """A node with all its descendants, mothers before their children."""
        found = [self.by_id[top]] if top in self.by_id else []
        for node in found:
            found.extend(self.children(node.id))
        return tuple(found)

    def depth(self, node_id: LineageNodeId) -> int:
        """The generation in which a node stands, the topmost being 1."""
        depth = 1
        mother = self.by_id[node_id].mother_id
        while mother is not None and mother in self.by_id:
            depth, mother = depth + 1, self.by_id[mother].mother_id
        return depth

    @cached_property
    def generations(self) -> int:
        """How many generations there are."""
        count, row = 0, list(self.roots)
        while row:
            count += 1
            row = [child for node in row for child in self.children(node.id)]
        return count

    @property
    def suku(self) -> str:
        """The suku of the kaum, as the first node tells it that does."""
        return next((node.suku for node in self.nodes if node.suku), "")

    @property
    def penghulu(self) -> str:
        """Name and gelar of the living penghulu of lowest generation, "" when none is told."""
        bearers = [node for node in self.nodes if node.is_penghulu and not node.is_dead]
        newest = max(bearers, key=lambda node: self.depth(node.id), default=None)
        return f"{newest.name} {newest.gelar}" if newest else ""


def in_order(siblings: Iterable[LineageNode]) -> tuple[LineageNode, ...]:
    """Eldest first where every birth year is known, else as they were entered."""
    entered = sorted(siblings, key=lambda node: node.id.int)
    if any(node.birth_year is None for node in entered):
        return tuple(entered)
    return tuple(sorted(entered, key=lambda node: node.birth_year or 0))


def check_place(node: LineageNode, others: Sequence[LineageNode]) -> None:
    """Refuse what cannot be in a ranji; `others` are the nodes that are not removed.

    Raises RuleError: the mother is not there, is a man, was not born before the child, or
    descends from the node itself; or a man has children.
    """
    known = {other.id: other for other in others if other.id != node.id}
    if not node.may_have_children and any(other.mother_id == node.id for other in known.values()):
        raise RuleError(
            f"{node.name} mempunyai anak di ranji ini, jadi tercatat sebagai perempuan. "
            "Belum ada yang berubah.",
            hint="Pindahkan dulu anak-anaknya ke ibu yang benar.",
            code="RANJI-01",
        )
    if node.mother_id is not None:
        _check_mother(node, node.mother_id, known)


def _check_mother(
    node: LineageNode, mother_id: LineageNodeId, known: Mapping[LineageNodeId, LineageNode]
) -> None:
    if mother_id == node.id or _descends(mother_id, node.id, known):
        raise RuleError(
            f"{node.name} tidak bisa menjadi keturunan dirinya sendiri. Belum ada yang berubah.",
            hint="Pilih ibu yang bukan keturunannya.",
            code="RANJI-05",
        )
    mother = known.get(mother_id)
    if mother is None:
        raise RuleError(
            f"Ibu dari {node.name} tidak ada lagi di ranji. Belum ada yang berubah.",
            hint="Muat ulang ranji, lalu pilih ibunya lagi.",
            code="RANJI-02",
        )
    if not mother.may_have_children:
        raise RuleError(
            f"{mother.name} laki-laki: anaknya masuk kaum ibunya, bukan kaum ini. "
            "Belum ada yang berubah.",
            hint="Pilih seorang perempuan kaum sebagai ibu.",
            code="RANJI-03",
        )
    if mother.birth_year and node.birth_year and mother.birth_year >= node.birth_year:
        raise RuleError(
            f"{node.name} (l. {node.birth_year}) tidak mungkin lahir sebelum ibunya, "
            f"{mother.name} (l. {mother.birth_year}). Belum ada yang berubah.",
            hint="Perbaiki tahun lahir salah satunya.",
            code="RANJI-04",
        )


def _descends(
    one: LineageNodeId, top: LineageNodeId, known: Mapping[LineageNodeId, LineageNode]
) -> bool:
    seen: set[LineageNodeId] = set()
    at = known.get(one)
    while at is not None and at.id not in seen and at.mother_id is not None:
        if at.mother_id == top:
            return True
        seen.add(at.id)
        at = known.get(at.mother_id)
    return False
