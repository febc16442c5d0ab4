"""Writes the nodes of ranji; none is ever deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nagari_kit.db.queries.lineage import LineageQueries
from nagari_kit.db.repositories.residents import upsert
from nagari_kit.db.tables import lineage_node
from nagari_kit.domain.lineage import LineageNode


class LineageRepository(LineageQueries):
    """Ranji within a unit of work."""

    def save(self, node: LineageNode) -> None:
        """Add or replace one node."""
        self.save_many([node])

    def save_many(self, nodes: Sequence[LineageNode]) -> None:
        """Add or replace nodes, mothers before their children."""
        if nodes:
            self._connection.execute(upsert(lineage_node, "id"), [_row(node) for node in nodes])


def _row(node: LineageNode) -> dict[str, Any]:
    return {
        "id": node.id.bytes,
        "name": node.name,
        "gelar": node.gelar,
        "sex": node.sex,
        "mother_id": node.mother_id.bytes if node.mother_id else None,
        "resident_id": node.resident_id.bytes if node.resident_id else None,
        "kaum": node.kaum,
        "suku": node.suku,
        "birth_year": node.birth_year,
        "death_year": node.death_year,
        "spouse": node.spouse,
        "note": node.note,
        "removed": int(node.removed),
    }
