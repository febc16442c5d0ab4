"""How the page says what is known of a kaum and of one person in its ranji."""

from __future__ import annotations

from uuid import UUID

from nagari_kit.domain.lineage import DIED_ONCE, Lineage, LineageNode
from nagari_kit.domain.residents import Sex
from nagari_kit.ui.widgets import TreeLabel

_SEX = {Sex.FEMALE: "perempuan", Sex.MALE: "laki-laki"}


def title(kaum: str) -> str:
    """`Ranji kaum Dt. Paduko Alam`."""
    if not kaum:
        return "Ranji kaum"
    return f"Ranji {kaum}" if kaum.lower().startswith("kaum") else f"Ranji kaum {kaum}"


def subtitle(lineage: Lineage) -> str:
    """`Suku Piliang  ·  4 generasi  ·  19 orang  ·  Penghulu: Basri Dt. Paduko Alam`."""
    parts = [f"Suku {lineage.suku}"] if lineage.suku else []
    parts += [f"{lineage.generations} generasi", f"{len(lineage.nodes)} orang"]
    if lineage.penghulu:
        parts.append(f"Penghulu: {lineage.penghulu}")
    return "  ·  ".join(parts)


def labels(lineage: Lineage) -> dict[UUID, TreeLabel]:
    """What the boxes of the ranji say."""
    return {node.id: _label(node, lineage) for node in lineage.nodes}


def facts(node: LineageNode, lineage: Lineage) -> list[tuple[str, str]]:
    """Key and value, in the order in which one tells of a person."""
    mother = lineage.by_id.get(node.mother_id) if node.mother_id else None
    children = len(lineage.children(node.id))
    spouse = "Istri" if node.sex is Sex.MALE else "Suami (urang sumando)"
    found = [
        ("Gelar", node.gelar),
        ("Jenis kelamin", _SEX[node.sex].capitalize() if node.sex else "Belum dicatat"),
        ("Generasi", str(lineage.depth(node.id))),
        ("Ibu", mother.name if mother else "Paling atas di ranji ini"),
        ("Lahir", str(node.birth_year) if node.birth_year else ""),
        ("Wafat", death_words(node).capitalize()),
        (spouse, node.spouse),
        ("Anak di ranji", str(children) if children else ""),
        ("Catatan", node.note),
    ]
    return [(key, value) for key, value in found if value]


def death_words(node: LineageNode) -> str:
    """`1999`, `tahun tidak diketahui`, or ""."""
    if not node.is_dead:
        return ""
    return "tahun tidak diketahui" if node.death_year == DIED_ONCE else str(node.death_year)


def line_words(node: LineageNode) -> str:
    """Why a man has no children here, "" for others."""
    if node.may_have_children:
        return ""
    return "Garis kaum berhenti di sini: anak laki-laki kaum masuk kaum ibunya."


def _label(node: LineageNode, lineage: Lineage) -> TreeLabel:
    if node.gelar:
        detail = node.gelar
    elif node.is_dead:
        word = "almarhum" if node.sex is Sex.MALE else "almarhumah"
        detail = word if node.death_year == DIED_ONCE else f"{word} {node.death_year}"
    else:
        detail = f"l. {node.birth_year}" if node.birth_year else ""
    if not detail and node.spouse:
        detail = node.spouse
    sex = _SEX[node.sex] if node.sex else ""
    spoken = ", ".join(
        part
        for part in (
            node.name,
            node.gelar,
            sex,
            f"generasi {lineage.depth(node.id)}",
            f"lahir {node.birth_year}" if node.birth_year else "",
            "sudah wafat" if node.is_dead else "",
        )
        if part
    )
    icon = "crown" if node.is_penghulu else "link" if node.resident_id else ""
    return TreeLabel(node.name, detail, spoken, node.sex, is_away=node.is_dead, icon=icon)
