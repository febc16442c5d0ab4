"""Keeps the ranji of each kaum: adds, changes, links and removes people, and takes that back."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from nagari_kit.domain import events
from nagari_kit.domain.identity import LineageNodeId, ResidentId
from nagari_kit.domain.lineage import (
    KaumRow,
    Lineage,
    LineageNode,
    LineageSigners,
    check_place,
)
from nagari_kit.domain.lineage_entry import LineageChange, LineageEntry, entry_faults, tidy
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.office import rank_signers

if TYPE_CHECKING:
    from nagari_kit.db.unit_of_work import UnitOfWork

_UNCHANGED = "Ranji tidak berubah."
_REMOVED = "Dikeluarkan: "


class LineageService:
    """Every wish answers with a `LineageChange` that `undo` takes back. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def kaum(self) -> tuple[KaumRow, ...]:
        """Every kaum that has a ranji, by name."""
        with self._context.store.read() as reader:
            return reader.lineage.kaum()

    def tree(self, kaum: str) -> Lineage:
        """The ranji of a kaum, linked to records as they live on; without anybody if none yet."""
        with self._context.store.read() as reader:
            return reader.lineage.living_records(reader.lineage.lineage(kaum))

    def add(self, kaum: str, entry: LineageEntry) -> LineageChange:
        """Add a person. Raises InputError.fields, RuleError."""
        name = " ".join(kaum.split())
        if not name:
            sentence = "Nama kaum belum diisi."
            raise InputError(f"{sentence} {_UNCHANGED}", {"kaum": sentence})
        node = self._new_node(name, self._checked(entry))
        with self._context.store.write(self._context.actor) as uow:
            check_place(node, uow.lineage.lineage(name).nodes)
            return _saved(uow, (), (node,))

    def add_mother(self, child_id: LineageNodeId, entry: LineageEntry) -> LineageChange:
        """Put a mother over somebody who stood at the top. Raises InputError.fields, RuleError."""
        checked = self._checked(entry)
        with self._context.store.write(self._context.actor) as uow:
            child = uow.lineage.node(child_id)
            nodes = uow.lineage.lineage(child.kaum).nodes
            mother = self._new_node(child.kaum, dataclasses.replace(checked, mother_id=None))
            moved = dataclasses.replace(child, mother_id=mother.id)
            check_place(moved, (*nodes, mother))
            return _saved(uow, (child,), (mother, moved))

    def change(self, node_id: LineageNodeId, entry: LineageEntry) -> LineageChange:
        """Set what is known of a person. Raises InputError.fields, RuleError, NotFoundError."""
        checked = self._checked(entry)
        with self._context.store.write(self._context.actor) as uow:
            node = uow.lineage.node(node_id)
            changed = dataclasses.replace(node, **_fields(checked))
            check_place(changed, uow.lineage.lineage(node.kaum).nodes)
            return _saved(uow, (node,), (changed,))

    def link(self, node_id: LineageNodeId, resident_id: ResidentId | None) -> LineageChange:
        """Say which resident it is, or that it is none. Raises NotFoundError, ConflictError."""
        with self._context.store.write(self._context.actor) as uow:
            node = uow.lineage.node(node_id)
            if resident_id is not None:
                uow.residents.get(resident_id)
                for other in uow.lineage.of_resident(resident_id):
                    if other.id != node_id and other.kaum == node.kaum:
                        raise ConflictError(
                            f"Warga itu sudah ditautkan ke {other.name}. {_UNCHANGED}",
                            hint="Lepas dulu tautan yang lama.",
                            code="RANJI-07",
                        )
            return _saved(uow, (node,), (dataclasses.replace(node, resident_id=resident_id),))

    def remove(self, node_id: LineageNodeId, reason: str) -> LineageChange:
        """Take a person and all descendants out of the drawing; the rows stay, with the reason.

        Raises InputError.fields (`reason`), NotFoundError.
        """
        words = " ".join(reason.split())
        if not words:
            sentence = "Tulis mengapa orang ini dikeluarkan."
            raise InputError(f"{sentence} {_UNCHANGED}", {"reason": sentence})
        with self._context.store.write(self._context.actor) as uow:
            node = uow.lineage.node(node_id)
            branch = uow.lineage.lineage(node.kaum).branch(node_id)
            return _saved(uow, branch, tuple(_removed(one, words) for one in branch))

    def rename(self, kaum: str, name: str, suku: str) -> LineageChange:
        """Give a kaum another name and suku. Raises InputError.fields (`kaum`), ConflictError."""
        wanted, clan = " ".join(name.split()), " ".join(suku.split())
        if not wanted:
            sentence = "Nama kaum belum diisi."
            raise InputError(f"{sentence} {_UNCHANGED}", {"kaum": sentence})
        with self._context.store.write(self._context.actor) as uow:
            if wanted != kaum and uow.lineage.lineage(wanted).nodes:
                raise ConflictError(
                    f"Ranji kaum {wanted} sudah ada. {_UNCHANGED}",
                    hint="Pakai nama lain, atau buka ranji itu.",
                    code="RANJI-08",
                )
            nodes = uow.lineage.lineage(kaum).nodes
            renamed = tuple(dataclasses.replace(one, kaum=wanted, suku=clan) for one in nodes)
            return _saved(uow, nodes, renamed)

    def undo(self, change: LineageChange) -> LineageChange:
        """Put everything back as it was; who had been new is removed.

        Raises ConflictError when one of them was changed since, RuleError.
        """
        with self._context.store.write(self._context.actor) as uow:
            for node in change.after:
                if uow.lineage.node(node.id) != node:
                    raise ConflictError(
                        f"{node.name} sudah diubah lagi sesudah itu. {_UNCHANGED}",
                        hint="Perbaiki langsung di ranjinya.",
                        code="RANJI-09",
                    )
            known = {node.id for node in change.before}
            new = (_removed(one, "diurungkan") for one in change.after if one.id not in known)
            back = (*change.before, *new)
            kaum = {node.kaum for node in back}
            coming = {node.id: node for node in back}
            others = [
                node
                for name in kaum
                for node in uow.lineage.lineage(name).nodes
                if node.id not in coming
            ]
            for node in back:
                if not node.removed:
                    check_place(node, (*others, *(one for one in back if not one.removed)))
            return _saved(uow, change.after, back)

    def document(self, kaum: str, signers: LineageSigners) -> bytes:
        """The ranji as PDF for the wall and for the land office. Raises LetterError."""
        from nagari_kit.documents.lineage import LineageFacts, render_lineage

        today = self._context.clock.today()
        with self._context.store.read() as reader:
            lineage, office = reader.lineage.lineage(kaum), reader.office.profile()
            leading = rank_signers(tuple(reader.office.officers()), today)
        head = next((one for one in leading if one.is_head), None)
        return render_lineage(LineageFacts(lineage, office, head, signers, today))

    def _checked(self, entry: LineageEntry) -> LineageEntry:
        checked = tidy(entry)
        if faults := entry_faults(checked, self._context.clock.today()):
            raise InputError(f"Isian orang ini belum bisa disimpan. {_UNCHANGED}", faults)
        return checked

    def _new_node(self, kaum: str, entry: LineageEntry) -> LineageNode:
        identity = LineageNodeId(new_uuid7(self._context.clock))
        return LineageNode(identity, kaum=kaum, **_fields(entry))


def _fields(entry: LineageEntry) -> dict[str, Any]:
    return {field.name: getattr(entry, field.name) for field in dataclasses.fields(entry)}


def _removed(node: LineageNode, reason: str) -> LineageNode:
    note = "\n".join(part for part in (node.note, f"{_REMOVED}{reason}") if part)
    return dataclasses.replace(node, removed=True, note=note)


def _saved(
    uow: UnitOfWork, before: Sequence[LineageNode], after: Sequence[LineageNode]
) -> LineageChange:
    uow.lineage.save_many(after)
    for node in after:
        uow.record(events.lineage_saved(node))
    uow.commit()
    return LineageChange(tuple(before), tuple(after))
