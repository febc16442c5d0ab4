"""Names: those that a sentence may print, with meaning and sample, and new ids from words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from nagari_kit.domain.letter_editing import Content, NameMeaning

_MOST = 40
_SUMMED = {"angka", "uang"}
_NOBODY = "tanpa"


def id_from(words: str, taken: Container[str]) -> str:
    """A new id of small letters, digits and `_`, made of words and not in `taken`."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    stem = re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")[:_MOST].strip("_")
    if not stem[:1].isalpha():
        stem = f"surat_{stem}".rstrip("_")
    found, number = stem, 2
    while found in taken:
        found, number = f"{stem}_{number}", number + 1
    return found


def names_of(content: Content) -> tuple[NameMeaning, ...]:
    """Every name that may stand in a sentence, the type's own first; faulty parts are left out."""
    return tuple(
        one for group in (_asked(content), _people(content), _common(content)) for one in group
    )


def _asked(content: Content) -> Iterator[NameMeaning]:
    for field in _items(content, "isian"):
        if field.get("jenis") == "tabel":
            yield from _counts(field)
        else:
            options = field.get("pilihan") or ["ditanyakan"]
            yield NameMeaning(f"isian.{field['id']}", str(field["label"]), str(options[0]))
    for people in _items(content, "daftar_orang"):
        yield from _counts(people)


def _counts(one: Mapping[str, Any]) -> Iterator[NameMeaning]:
    label = str(one["label"])
    yield NameMeaning(f"daftar.{one['id']}.jumlah", f"Banyaknya baris {label}", "3")
    for column in _columns(one):
        if column.get("jenis") in _SUMMED:
            words = f"Jumlah {column['label']} di {label}"
            yield NameMeaning(f"daftar.{one['id']}.jumlah_{column['id']}", words, "750000")


def _people(content: Content) -> Iterator[NameMeaning]:
    from nagari_kit.documents.person_attributes import ATTRIBUTES

    for role in _items(content, "pihak"):
        stem, label = f"pihak.{role['id']}.", str(role["label"])
        for name, one in ATTRIBUTES.items():
            yield NameMeaning(stem + name, f"{one.label}: {label}", one.sample)
        for column in _columns(role):
            yield NameMeaning(stem + str(column["id"]), f"{column['label']}: {label}", "")


def row_names(content: Content) -> dict[str, tuple[NameMeaning, ...]]:
    """By list: what a row that repeats for it may print, besides all other names."""
    from nagari_kit.documents.person_attributes import ATTRIBUTES

    number = NameMeaning("orang.nomor", "Nomor baris", "1")
    person = [NameMeaning(f"orang.{n}", one.label, one.sample) for n, one in ATTRIBUTES.items()]
    found: dict[str, tuple[NameMeaning, ...]] = {"anggota": (number, *person)}
    for part, people in (("daftar_orang", person), ("isian", [])):
        for one in _items(content, part):
            columns = [
                NameMeaning(f"kolom.{column['id']}", str(column["label"]), "")
                for column in _columns(one)
            ]
            if people or columns:
                found[str(one["id"])] = (number, *columns, *people)
    return found


def _common(content: Content) -> Iterator[NameMeaning]:
    from nagari_kit.documents.variables import SUBJECT_GROUPS, VARIABLES

    head = content.get("surat")
    nobody = isinstance(head, Mapping) and head.get("pokok") == _NOBODY
    for name, one in VARIABLES.items():
        if not (nobody and name.startswith(SUBJECT_GROUPS)):
            yield NameMeaning(name, one.label, one.sample)


def _items(content: Content, part: str) -> Iterator[Mapping[str, Any]]:
    yield from _named(content.get(part, ()))


def _columns(one: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from _named(one.get("kolom", ()))


def _named(items: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    for one in items:
        if isinstance(one, Mapping) and one.get("id") and one.get("label"):
            yield one
