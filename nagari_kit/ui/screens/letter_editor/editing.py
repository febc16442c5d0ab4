"""Steps from one content of a letter type to the next; none changes what it was given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nagari_kit.domain.letter_editing import Content, NameMeaning
from nagari_kit.services.letter_editor.names import id_from
from nagari_kit.ui.screens.letter_editor.asked_kinds import ASKED
from nagari_kit.ui.screens.letter_editor.block_kinds import BLOCKS, FORM, NEW
from nagari_kit.ui.screens.letter_editor.form_kind import Ask, FormKind

HEAD_ROW, ASKED_ROW, FIRST_BLOCK = 0, 1, 2
"""Rows of the list at the left; blocks follow."""
Values = Mapping[str, Any]
_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}|]*)[^{}]*\}|\*\*")
_FIELD = re.compile(r"isian\.([a-z0-9_]+)")


def form_values(content: Content, row: int) -> Values:
    """What the form of a row shows."""
    if row == HEAD_ROW:
        found: Values = content["surat"]
    elif row == ASKED_ROW:
        found = {part.key: content[part.key] for part in ASKED.parts if part.key in content}
    else:
        found = content["blok"][row - FIRST_BLOCK]
    return found


def with_form(content: Content, row: int, values: Values) -> Content:
    """The content with another form in this row."""
    if row == HEAD_ROW:
        return {**content, "surat": dict(values)}
    if row == ASKED_ROW:
        rest = {name: one for name, one in content.items() if ASKED.part(name) is None}
        return {**rest, **{name: list(items) for name, items in values.items()}}
    blocks = list(content["blok"])
    blocks[row - FIRST_BLOCK] = fitted(dict(values), blocks[row - FIRST_BLOCK])
    return {**content, "blok": blocks}


def fitted(block: dict[str, Any], before: Values) -> dict[str, Any]:
    """A table whose columns were added, moved or removed, its rows with the same cells."""
    columns, old = block.get("kolom"), before.get("kolom")
    if block.get("jenis") != "tabel" or columns is None or old is None or columns == old:
        return block
    if len(columns) == len(old) and sum(a != b for a, b in zip(columns, old, strict=True)) == 1:
        return block
    origin = [next((n for n, one in enumerate(old) if one == column), -1) for column in columns]
    for key in ("baris", "baris_akhir"):
        if key in block:
            block[key] = [
                {**row, "sel": [row["sel"][n] if n >= 0 else "" for n in origin]}
                for row in block[key]
            ]
    return block


def added(content: Content, place: int, kind: str) -> Content:
    """A new block of this kind at a place."""
    return inserted(content, place, {"jenis": kind, **NEW.get(kind, {})})


def inserted(content: Content, place: int, block: Values) -> Content:
    """A block more."""
    blocks = list(content["blok"])
    blocks.insert(place, dict(block))
    return {**content, "blok": blocks}


def removed(content: Content, place: int) -> Content:
    """A block less."""
    blocks = list(content["blok"])
    del blocks[place]
    return {**content, "blok": blocks}


def moved(content: Content, place: int, step: int) -> Content:
    """A block with its neighbour's place."""
    blocks = list(content["blok"])
    blocks[place], blocks[place + step] = blocks[place + step], blocks[place]
    return {**content, "blok": blocks}


def with_field(content: Content, field: Values) -> Content:
    """One more that the officer is asked."""
    return {**content, "isian": [*content.get("isian", []), dict(field)]}


def new_id(content: Content, label: str) -> str:
    """An id that nothing has that the letter type asks."""
    parts = ("isian", "pihak", "daftar_orang")
    taken = {str(one.get("id")) for part in parts for one in content.get(part, [])}
    return id_from(label, taken | {"warga", "anggota", "semua"})


def fields_of(block: Values) -> tuple[str, ...]:
    """Ids of the fields that a block names, each once."""
    return tuple(dict.fromkeys(_FIELD.findall(repr(dict(block)))))


def plain_words(text: str, names: Mapping[str, NameMeaning]) -> str:
    """A sentence with the meaning of each name in the place of the name."""

    def told(match: re.Match[str]) -> str:
        if match[1] is None:
            return "" if match[0] == "**" else match[0][0]
        known = names.get(match[1])
        return f"‹{known.meaning if known else match[1]}›"

    return " ".join(_TOKEN.sub(told, text).split())


def title_of(block: Values) -> str:
    """What the list calls a block."""
    kind = BLOCKS.get(str(block.get("jenis")))
    if block.get("jenis") == "mengetahui":
        return str(block.get("kata", "Mengetahui"))
    return kind.title if kind else str(block.get("jenis"))


def summary_of(block: Values, names: Mapping[str, NameMeaning]) -> str:
    """The second line of a block in the list."""
    items = {"data": "baris", "perintah": "baris", "daftar": "butir"}
    if (key := items.get(str(block.get("jenis")))) is not None:
        return f"{len(block.get(key, []))} {'butir' if key == 'butir' else 'baris'}"
    fixed = {"kop": "dari pengaturan", FORM: "dari paket formulir"}
    if (words := fixed.get(str(block.get("jenis")))) is not None:
        return words
    if block.get("jenis") == "tabel":
        return f"{len(block.get('kolom', []))} kolom"
    if block.get("jenis") == "mengetahui":
        part = BLOCKS["mengetahui"].part("siapa")
        return dict(part.options).get(str(block.get("siapa")), "") if part else ""
    text = block.get("teks") or block.get("baris") or block.get("hal") or ""
    first = text[0] if isinstance(text, list) and text else text
    words = plain_words(str(first), names) if first else ""
    return words or {"ttd": "penanda tangan tanggal surat", "judul": "judul surat"}.get(
        str(block.get("jenis")), ""
    )


def item_words(kind: FormKind, item: Any, names: Mapping[str, NameMeaning]) -> tuple[str, str, str]:  # noqa: ANN401 - text or map
    """Three columns for one item of a list."""
    if isinstance(item, str):
        return plain_words(item, names), "", ""
    when = "bila …" if item.get("jika") else ""
    if "sel" in item:
        return " | ".join(plain_words(one, names) for one in item["sel"]), "", when
    if kind.part("teks") is not None:
        return plain_words(str(item.get("teks", "")), names), "", when
    if kind.part("lebar") is not None:
        return str(item.get("judul") or "tanpa judul"), f"{item.get('lebar', 0)} mm", ""
    first = plain_words(str(item.get("label", "")), names)
    if kind.part("isi") is not None:
        return first, plain_words(str(item.get("isi", "tabel")), names), when
    return first, _kind_words(kind, item), "wajib" if item.get("wajib") else "bila ada"


def _kind_words(kind: FormKind, item: Values) -> str:
    part = kind.part("jenis")
    if part is None or part.ask is not Ask.CHOICE:
        return ""
    value = str(item.get("jenis", "text"))
    words = dict(part.options).get(value, value).casefold()
    count = len(item.get("pilihan", []))
    return f"{words}, {count}" if value == "pilihan" else words
