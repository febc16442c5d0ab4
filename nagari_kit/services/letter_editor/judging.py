"""Finds all that is wrong with an edited definition, and the place of each thing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nagari_kit.domain.letter_editing import LOCAL, Content, EditFault
from nagari_kit.errors import DefinitionError

if TYPE_CHECKING:
    from nagari_kit.documents.definitions import LetterDefinition

MOST_FAULTS = 12
_HEADER = re.compile(r"\[\[?([a-z_]+)\]\]?\Z")
_KEY = re.compile(r"([a-z_]+) = ")
_REASON = re.compile(r"tidak bisa dipakai: (.*?)\. Surat yang sudah terbit", re.DOTALL)
_UNPRINTED = re.compile(r"(isian|pihak|daftar) “([a-z0-9_]+)” ditanyakan tetapi tidak dicetak")
_PARTS = {"isian": "isian", "pihak": "pihak", "daftar": "daftar_orang"}
_ASKED = ("isian", "pihak", "daftar_orang", "syarat")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The definition when nothing is wrong; `text` is what was judged."""

    definition: LetterDefinition | None
    faults: tuple[EditFault, ...]
    text: bytes


def judge(type_id: str, content: Content, comment: str = "", origin: str = LOCAL) -> Judgement:
    """Every fault that does not only follow from another one, in order of the text's lines.

    The reader refuses at the first fault: the part that it is about is taken out, and the rest is
    read again. What is only missing because of that is no fault.
    """
    from nagari_kit.documents.definition_reader import parse_definition
    from nagari_kit.documents.definition_writer import write_definition

    whole = write_definition(content, comment)
    left: dict[str, Any] = {**deepcopy(dict(content))}
    places = {part: list(range(len(left.get(part, ())))) for part in (*_ASKED, "blok")}
    faults: list[EditFault] = []
    for _turn in range(MOST_FAULTS):
        raw = write_definition(left, comment)
        try:
            definition = parse_definition(raw, type_id, origin)
        except DefinitionError as error:
            fault = _fault(error, raw)
            is_echo = bool(faults) and (fault.part != "blok" or _is_about_the_whole(fault))
            if is_echo and fault.part not in _ASKED:
                break
            if not (is_echo and _is_printed_somewhere(fault, left, content)):
                faults.append(_at_its_place(fault, places, content, comment))
            if not _take_out(left, places, fault):
                break
        else:
            if not faults:
                return Judgement(definition, (), whole)
            break
    return Judgement(None, tuple(sorted(faults, key=lambda one: one.line)), whole)


def _fault(error: DefinitionError, raw: bytes) -> EditFault:
    from nagari_kit.documents.toml_source import line_of_refusal

    line = line_of_refusal(error)
    part, index, key, item = place_of_line(raw.decode("utf-8"), line)
    reason = _REASON.search(error.user_message)
    sentence = reason[1] if reason else error.user_message
    sentence, hint = _for_the_window(sentence.strip(), error.hint or "", raw)
    return EditFault(part, index, sentence[:1].upper() + sentence[1:] + ".", hint, line, key, item)


def _for_the_window(sentence: str, hint: str, raw: bytes) -> tuple[str, str]:
    """The same in the words of the forms: labels for ids, and what can be done there."""
    if "buka program lagi" in hint:
        hint = ""
    if "{" in sentence or sentence.startswith("syarat memakai"):
        hint = "Hapus yang merah, lalu sisipkan nama dari daftar (Ctrl+Spasi)."
    if sentence.startswith("syarat memakai"):
        hint = "Pilih nama lain di “Bila … maka”, atau hapus syaratnya."
    unprinted = _UNPRINTED.match(sentence)
    if unprinted:
        part, name = unprinted[1], unprinted[2]
        label = next(
            (
                str(one.get("label"))
                for one in tomllib.loads(raw.decode("utf-8")).get(_PARTS[part], ())
                if one.get("id") == name
            ),
            name,
        )
        sentence = f"{part} “{label}” ditanyakan tetapi tidak dicetak"
        hint = f"Sisipkan {part} itu di salah satu blok, atau hapus dari Yang ditanyakan."
    return sentence, hint


def place_of_line(text: str, line: int) -> tuple[str, int, str, int]:
    """Part, its number from 0, key and item of the list there, of a line that we wrote."""
    part, key, item = "surat", "", -1
    counts: dict[str, int] = {}
    for content in text.splitlines()[:line]:
        if header := _HEADER.match(content):
            part, key, item = header[1], "", -1
            counts[part] = counts.get(part, -1) + 1
        elif found := _KEY.match(content):
            key, item = found[1], -1
        elif content.startswith("    "):
            item += 1
    return part, counts.get(part, 0), key, item


def _is_printed_somewhere(fault: EditFault, left: Content, content: Content) -> bool:
    """Whether what is “not printed” only is not because a faulty block was taken out."""
    if "tidak dicetak" not in fault.sentence:
        return False
    name = str(left[fault.part][fault.index].get("id"))
    return re.search(rf"\b{re.escape(name)}\b", repr(content.get("blok", ()))) is not None


def _is_about_the_whole(fault: EditFault) -> bool:
    """Whether a part that was taken out may be the cause."""
    return "Kantor" in fault.sentence or "menandatangani" in fault.sentence


def _at_its_place(
    fault: EditFault, places: Mapping[str, list[int]], content: Content, comment: str
) -> EditFault:
    """The same fault with number and line as in the whole text."""
    from nagari_kit.documents.definition_writer import write_definition

    index = fault.index
    if fault.part in places and index < len(places[fault.part]):
        index = places[fault.part][index]
    lines = write_definition(content, comment).decode("utf-8").splitlines()
    line = next(
        (
            number
            for number in range(1, len(lines) + 1)
            if place_of_line("\n".join(lines), number)[:2] == (fault.part, index)
        ),
        fault.line,
    )
    for number in range(line, len(lines) + 1):
        found = place_of_line("\n".join(lines), number)
        if found[:2] != (fault.part, index):
            break
        if found[2:] == (fault.key, fault.item):
            line = number
            break
    return EditFault(
        fault.part, index, fault.sentence, fault.hint, line, key=fault.key, item=fault.item
    )


def _take_out(left: dict[str, Any], places: dict[str, list[int]], fault: EditFault) -> bool:
    """Remove what is faulty; what is asked stays as a bare question, for others may name it."""
    items = left.get(fault.part)
    if not isinstance(items, list) or fault.index >= len(items):
        return False
    bare = {"id": str(items[fault.index].get("id", "")), "label": "x"}
    if fault.part in _ASKED and items[fault.index] != bare and fault.key not in {"id", ""}:
        items[fault.index] = bare
        return True
    del items[fault.index]
    del places[fault.part][fault.index]
    return True


def with_taken_abbreviation(judged: Judgement, abbreviation: str, owner: str) -> Judgement:
    """The same, and the abbreviation is another type's."""
    lines = judged.text.decode("utf-8").splitlines()
    line = next((n for n, one in enumerate(lines, 1) if one.startswith("singkatan = ")), 1)
    fault = EditFault(
        "surat",
        0,
        f"Singkatan {abbreviation} sudah dipakai {owner}.",
        "Tulis singkatan yang lain.",
        line,
        key="singkatan",
    )
    return Judgement(None, (fault, *judged.faults), judged.text)
