"""Reads the ranji: which kaum there are, and the nodes of one."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import Connection, RowMapping, select

from nagari_kit.db.resident_rows import sex_of
from nagari_kit.db.tables import lineage_node
from nagari_kit.domain.identity import LineageNodeId, ResidentId
from nagari_kit.domain.lineage import KaumRow, Lineage, LineageNode
from nagari_kit.errors import NotFoundError

_THERE = lineage_node.c.removed == 0


class LineageQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def kaum(self) -> tuple[KaumRow, ...]:
        """Every kaum that has a ranji, by name."""
        found: dict[str, list[LineageNode]] = defaultdict(list)
        for row in self._connection.execute(select(lineage_node).where(_THERE)).mappings():
            found[row["kaum"]].append(node_of(row))
        return tuple(
            _kaum_row(Lineage(name, tuple(found[name]))) for name in sorted(found, key=str.casefold)
        )

    def lineage(self, kaum: str) -> Lineage:
        """The nodes of a kaum that were not removed; none for a name that nobody bears."""
        statement = select(lineage_node).where(_THERE, lineage_node.c.kaum == kaum)
        rows = self._connection.execute(statement).mappings()
        return Lineage(kaum, tuple(node_of(row) for row in rows))

    def node(self, node_id: LineageNodeId) -> LineageNode:
        """One node, removed or not. Raises NotFoundError."""
        statement = select(lineage_node).where(lineage_node.c.id == node_id.bytes)
        row = self._connection.execute(statement).mappings().one_or_none()
        if row is None:
            raise NotFoundError(
                "Orang ini tidak ada di ranji. Belum ada yang berubah.",
                hint="Muat ulang ranjinya, lalu pilih lagi.",
                code="RANJI-06",
            )
        return node_of(row)

    def of_resident(self, resident_id: ResidentId) -> tuple[LineageNode, ...]:
        """Where a resident stands in ranji."""
        statement = select(lineage_node).where(
            _THERE, lineage_node.c.resident_id == resident_id.bytes
        )
        rows = self._connection.execute(statement).mappings()
        return tuple(node_of(row) for row in rows)


def node_of(row: RowMapping) -> LineageNode:
    """A row as a value."""
    mother, linked = row["mother_id"], row["resident_id"]
    return LineageNode(
        id=LineageNodeId(UUID(bytes=row["id"])),
        name=row["name"],
        gelar=row["gelar"],
        sex=sex_of(row["sex"]),
        mother_id=LineageNodeId(UUID(bytes=mother)) if mother else None,
        resident_id=ResidentId(UUID(bytes=linked)) if linked else None,
        kaum=row["kaum"],
        suku=row["suku"],
        birth_year=row["birth_year"],
        death_year=row["death_year"],
        spouse=row["spouse"],
        note=row["note"],
        removed=bool(row["removed"]),
    )


def _kaum_row(lineage: Lineage) -> KaumRow:
    return KaumRow(
        lineage.kaum, lineage.suku, len(lineage.nodes), lineage.generations, lineage.penghulu
    )
