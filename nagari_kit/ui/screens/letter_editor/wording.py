"""What the editor says of a letter type, and what its forms are told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import unified_diff

from nagari_kit.domain.letter_editing import (
    Content,
    EditFault,
    Examination,
    NameMeaning,
    OpenedDefinition,
)
from nagari_kit.ui.letter_words import clock_time, near_moment
from nagari_kit.ui.screens.letter_editor.asked_kinds import ASKED, HEAD
from nagari_kit.ui.screens.letter_editor.block_kinds import BLOCKS
from nagari_kit.ui.screens.letter_editor.block_list import RowWords
from nagari_kit.ui.screens.letter_editor.editing import (
    ASKED_ROW,
    FIRST_BLOCK,
    HEAD_ROW,
    Values,
    item_words,
    plain_words,
    summary_of,
    title_of,
)
from nagari_kit.ui.screens.letter_editor.form_kind import FormKind
from nagari_kit.ui.screens.letter_editor.part_inputs import FormContext

_MOST_LOSSES, _WIDEST = 6, 70
_ASKED_PARTS = tuple(part.key for part in ASKED.parts)


def row_of(fault: EditFault) -> int:
    """The row of the list at the left that a fault belongs to."""
    if fault.part == "blok":
        return FIRST_BLOCK + fault.index
    return ASKED_ROW if fault.part in _ASKED_PARTS else HEAD_ROW


def place_of(fault: EditFault) -> tuple[str, int]:
    """Key and item within the form of that row."""
    if fault.part in _ASKED_PARTS:
        return fault.part, fault.index
    return fault.key, fault.item


def list_rows(
    content: Content, found: Examination | None, names: Mapping[str, NameMeaning]
) -> tuple[RowWords, ...]:
    """Every row with its state."""
    faults: dict[int, str] = {}
    for fault in found.faults if found else ():
        faults.setdefault(row_of(fault), fault.sentence)
    changed = found.changed if found else frozenset()
    counts = [(len(content.get(key, ())), words) for key, words in zip(
        _ASKED_PARTS, ("isian", "orang", "daftar", "syarat"), strict=True
    )]  # fmt: skip
    asked = ", ".join(f"{count} {words}" for count, words in counts if count)
    head = content["surat"]
    rows = [
        RowWords(HEAD.icon, HEAD.title, str(head.get("judul", "")), fault=faults.get(HEAD_ROW, "")),
        RowWords(ASKED.icon, ASKED.title, asked or "tidak ada", fault=faults.get(ASKED_ROW, "")),
    ]
    for place, block in enumerate(content.get("blok", ())):
        kind = BLOCKS.get(str(block.get("jenis")))
        rows.append(
            RowWords(
                kind.icon if kind else "help",
                title_of(block),
                summary_of(block, names),
                place in changed,
                faults.get(FIRST_BLOCK + place, ""),
            )
        )
    return tuple(rows)


def form_of(content: Content, row: int) -> FormKind:
    """The form of a row."""
    if row == HEAD_ROW:
        return HEAD
    if row == ASKED_ROW:
        return ASKED
    kind = str(content["blok"][row - FIRST_BLOCK].get("jenis"))
    return BLOCKS.get(kind, FormKind(kind, "help", ()))


def context_of(content: Content, found: Examination, block: Values | None) -> FormContext:
    """Names and options for the form of a block, or of the rest."""
    names = {one.source: one for one in found.names}
    asking = dict(names)
    each = str(block.get("untuk", "")) if block else ""
    for one in found.row_names.get(each, ()):
        names = {one.source: one, **names}
    fields = content.get("isian", ())
    for one in fields:
        if one.get("jenis") == "tabel" and one.get("label"):
            source = f"isian.{one.get('id')}"
            asking[source] = NameMeaning(source, str(one["label"]), "")
    roles = [(str(one.get("id")), str(one.get("label"))) for one in content.get("pihak", ())]
    lists = [("", "Tidak diulang"), ("anggota", "Anggota keluarga warga")]
    lists += [
        (str(one.get("id")), str(one.get("label"))) for one in content.get("daftar_orang", ())
    ]
    lists += [
        (str(one.get("id")), str(one.get("label"))) for one in fields if one.get("jenis") == "tabel"
    ]
    signers = [("warga", "Warga yang diterangkan"), *roles]
    columns = tuple(str(one.get("judul", "")) for one in block.get("kolom", ())) if block else ()
    return FormContext(
        names,
        {**names, **asking},
        {
            "lists": lists,
            "roles": roles,
            "signers": signers,
            "signers_or_none": [("", "Titik-titik"), *signers],
        },
        columns,
    )


def form_faults(faults: Sequence[EditFault], row: int) -> dict[str, dict[int, str]]:
    """By key and item, those of one row."""
    found: dict[str, dict[int, str]] = {}
    for fault in faults:
        if row_of(fault) == row:
            key, item = place_of(fault)
            found.setdefault(key, {}).setdefault(item, fault.sentence)
    return found


def version_words(
    opened: OpenedDefinition, found: Examination, *, is_draft: bool
) -> tuple[str, str]:
    """Title and words of the version bar."""
    differ = len(found.changed) + found.lost
    blocks = f"; {differ} blok berbeda" if differ else ""
    if is_draft:
        return f"Versi {opened.next_version}, draf di nagari ini", opened.base_words + blocks
    origin = {"lokal": "buatan kantor", "paket": "paket provinsi, tanda tangan sah"}.get(
        opened.origin, "bawaan program"
    )
    words = "" if opened.origin == "bawaan" else opened.base_words + blocks
    return f"Versi {opened.version}, {origin}", words


def saved_words(opened: OpenedDefinition, today: date) -> str:
    """When the draft was kept."""
    if opened.draft_at is None:
        return ""
    if opened.draft_at.astimezone().date() == today:
        return f"Tersimpan {clock_time(opened.draft_at)}"
    return f"Tersimpan {near_moment(opened.draft_at, today)}"


def losses(
    content: Content, found: Examination, *, is_draft: bool, names: Mapping[str, NameMeaning]
) -> tuple[str, ...]:
    """What goes when the shipped one is used again."""
    lines: list[str] = []
    if is_draft:
        lines.append("Draf yang belum dipakai hilang dan tidak bisa dikembalikan.")
    blocks = content.get("blok", ())
    for place in sorted(found.changed)[:_MOST_LOSSES]:
        words = summary_of(blocks[place], names)
        shown = words if len(words) <= _WIDEST else words[:_WIDEST].rsplit(" ", 1)[0] + " …"
        lines.append(f"{title_of(blocks[place])}: {shown}")
    if len(found.changed) > _MOST_LOSSES:
        lines.append(f"Dan {len(found.changed) - _MOST_LOSSES} blok lain yang diubah.")
    if found.lost:
        lines.append(f"{found.lost} blok bawaan yang dibuang kembali dicetak.")
    return tuple(lines) or ("Perubahan kantor pada jenis surat ini tidak dipakai lagi.",)


def compared(
    content: Content, base: Content, names: Mapping[str, NameMeaning]
) -> tuple[tuple[str, str], ...]:
    """What differs, in words: the mark `-` or `+`, then what is printed or asked."""
    before, after = (_told(one, names) for one in (base, content))
    lines = unified_diff(before, after, lineterm="", n=0)
    return tuple((line[0], line[1:]) for line in list(lines)[2:] if line[0] in "+-")


def _told(content: Content, names: Mapping[str, NameMeaning]) -> list[str]:
    head = content["surat"]
    lines = [f"{part.label}: {head.get(part.key)}" for part in HEAD.parts if head.get(part.key)]
    for part in ASKED.parts:
        for one in content.get(part.key, ()):
            if part.items is not None:
                words = [word for word in item_words(part.items, one, names) if word]
                lines.append(f"{part.items.title}: {', '.join(words)}")
    for block in content.get("blok", ()):
        lines += _told_block(block, names)
    return lines


def _told_block(block: Values, names: Mapping[str, NameMeaning]) -> list[str]:
    title, kind = title_of(block), BLOCKS.get(str(block.get("jenis")))
    lines: list[str] = []
    for part in kind.parts if kind else ():
        value = block.get(part.key)
        if part.items is not None:
            for item in value or ():
                words = [word for word in item_words(part.items, item, names) if word]
                lines.append(f"{title}: {', '.join(words)}")
        elif isinstance(value, list):
            lines += [f"{title}: {plain_words(str(one), names)}" for one in value]
        elif isinstance(value, str):
            lines.append(f"{title}: {plain_words(value, names)}")
        elif value not in (None, part.default):
            lines.append(f"{title}: {part.label}")
    return lines or [title]
