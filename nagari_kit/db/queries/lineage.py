"""Reads the ranji: which kaum there are, and the nodes of one."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Connection, RowMapping, literal, select

from nagari_kit.db.resident_rows import sex_of
from nagari_kit.db.tables import lineage_node, resident
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
        """Where a resident stands in ranji, by any record that was merged into theirs."""
        given_up = select(literal(resident_id.bytes).label("id")).cte("given_up", recursive=True)
        given_up = given_up.union(
            select(resident.c.id).join(given_up, resident.c.merged_into == given_up.c.id)
        )
        statement = select(lineage_node).where(
            _THERE, lineage_node.c.resident_id.in_(select(given_up.c.id))
        )
        rows = self._connection.execute(statement).mappings()
        return tuple(node_of(row) for row in rows)

    def living_records(self, lineage: Lineage) -> Lineage:
        """The same ranji; who is linked to a record that was merged leads to the one that lives on.

        The rows keep the link as it was made, for a merge that is taken back.
        """
        linked = {node.resident_id for node in lineage.nodes if node.resident_id is not None}
        merged: dict[ResidentId, ResidentId] = {}
        asked = [one.bytes for one in linked]
        while asked:
            statement = select(resident.c.id, resident.c.merged_into).where(
                resident.c.id.in_(asked), resident.c.merged_into.is_not(None)
            )
            rows = self._connection.execute(statement).all()
            merged.update({_resident_id(row.id): _resident_id(row.merged_into) for row in rows})
            asked = [row.merged_into for row in rows if _resident_id(row.merged_into) not in merged]
        if not merged:
            return lineage
        nodes = (
            dataclasses.replace(node, resident_id=_follow(node.resident_id, merged))
            for node in lineage.nodes
        )
        return Lineage(lineage.kaum, tuple(nodes))


def _resident_id(raw: bytes) -> ResidentId:
    return ResidentId(UUID(bytes=raw))


def _follow(at: ResidentId | None, merged: Mapping[ResidentId, ResidentId]) -> ResidentId | None:
    while at is not None and at in merged:
        at = merged[at]
    return at


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
