"""Whether rows and records of one NIK mean one person: a slip of a digit overwrites nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher

from nagari_kit.domain import nik as nik_rules
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.domain.search_folding import folded_words
from nagari_kit.services.resident_import.resident_cells import NO_NIK, same_name
from nagari_kit.services.resident_import.row_parsing import FileRow

_Key = str | tuple[str, ...]
_LIKE = 0.8
"""Of 1: one or two letters of an ordinary name."""
_COMMON = frozenset(
    word
    for name in ("Muhammad", "Ahmad", "Abdul", "Siti", "Nur", "Sri", "Putri", "Putra", "Dewi")
    for word in folded_words(name)
)


def is_another_person(row: FileRow, stored: Resident) -> bool:
    """Whether name, birth date and sex of the row speak of somebody else than the record.

    A name or a birth date put right is still the same person. The NIK holds day and sex already,
    so that the name is the only evidence besides: it must be alike, and words that half the nagari
    bears (Muhammad, Siti) tell nobody apart.
    """
    name, born, sex = row.value("nama"), row.value("tanggallahir"), row.value("sex")
    other_day = isinstance(born, date) and stored.birth_date not in {None, born}
    other_sex = isinstance(sex, int) and stored.sex not in {None, Sex(sex)}
    if other_day and other_sex:
        return True
    return isinstance(name, str) and not _are_alike(name, stored.name.full())


def refuse_twins(rows: Sequence[FileRow]) -> None:
    """Of rows that bear one NIK, or without NIK one name and birth, at most one comes in.

    When they are one person twice, the first. When they are two people, the one whose birth date
    and sex agree with the NIK; none when that does not tell them apart.
    """
    first: dict[_Key, FileRow] = {}
    groups: dict[_Key, list[FileRow]] = {}
    for row in rows:
        key = _key(row)
        if key and (earlier := first.setdefault(key, row)) is not row:
            groups.setdefault(key, [earlier]).append(row)
    for key, group in groups.items():
        kept = group[0] if isinstance(key, tuple) else _kept(group)
        _refuse_others(group, kept, "Nama dan kelahiran" if isinstance(key, tuple) else "NIK")


def _key(row: FileRow) -> _Key:
    """The NIK, or name and birth of somebody without one; "" when neither is known."""
    nik = row.values[row.shape.nik]
    if nik != NO_NIK:
        return str(nik or "")
    name = "".join(row.text("nama").split()).casefold()
    return (name, row.text("tempatlahir").casefold(), row.text("tanggallahir"))


def _kept(group: list[FileRow]) -> FileRow | None:
    first = group[0]
    if all(_says_the_same(first, other) for other in group[1:]):
        return first
    agreeing = [row for row in group if not _contradicts_its_nik(row)]
    return agreeing[0] if len(agreeing) == 1 else None


def _refuse_others(group: list[FileRow], kept: FileRow | None, what: str) -> None:
    for row in group:
        if row is kept:
            continue
        other = kept or next(one for one in group if one is not row)
        reason = f"{what} sama dengan baris {other.row}"
        if row.text("no_kk") and other.text("no_kk") and row.text("no_kk") != other.text("no_kk"):
            reason += " di KK lain"
        if kept is None:
            reason += ", padahal orangnya berbeda; periksa NIK pada KTP keduanya"
        row.refuse("nik", reason)


def _says_the_same(one: FileRow, other: FileRow) -> bool:
    return same_name(one.text("nama"), other.text("nama")) and (
        one.text("tanggallahir") == other.text("tanggallahir")
    )


def _contradicts_its_nik(row: FileRow) -> bool:
    nik, born, sex = row.value("nik"), row.value("tanggallahir"), row.value("sex")
    if not isinstance(nik, str):
        return False
    return bool(
        nik_rules.doubts(
            nik,
            birth_date=born if isinstance(born, date) else None,
            sex=Sex(sex) if isinstance(sex, int) else None,
        )
    )


def _are_alike(one: str, other: str) -> bool:
    """Whether a word that tells people apart stands in both, or the names differ by a slip."""
    words, others = folded_words(one), folded_words(other)
    telling, telling_others = set(words) - _COMMON, set(others) - _COMMON
    if telling and telling_others:
        if telling & telling_others:
            return True
    elif set(words) & set(others):
        return True
    return SequenceMatcher(None, "".join(words), "".join(others)).ratio() >= _LIKE
