"""Finds a letter type by any word that people use for it, best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.search_folding import literal_words

GROUP_TITLES = {
    "umum": "Umum",
    "keluarga": "Keluarga dan waris",
    "nikah": "Nikah",
    "kependudukan": "Kependudukan",
    "usaha": "Usaha",
    "tanah": "Tanah",
    "adat": "Adat",
    "sosial": "Sosial dan bantuan",
    "kepolisian": "Kepolisian dan izin",
    "dinas": "Surat dinas",
}
"""What the groups of the list of types are called, in their order."""

_ALSO_CALLED = {
    "nikah": "kawin KUA mempelai",
    "kependudukan": "dukcapil capil KTP KK",
    "usaha": "dagang UMKM KUR bank",
    "tanah": "sertifikat BPN",
    "sosial": "bansos miskin beasiswa sekolah rumah sakit",
    "kepolisian": "polisi SKCK polsek",
    "dinas": "kantor rapat resmi",
}
_MISSED = 99


def matching_types(types: Sequence[LetterType], typed: str) -> tuple[LetterType, ...]:
    """The types that bear every typed word, by how plainly, then in the order given.

    A word may be the beginning of one. The abbreviation counts most, then title and short title,
    then the group, then what the form asks.
    """
    wanted = literal_words(typed)
    if not wanted:
        return tuple(types)
    ranked = []
    for place, one in enumerate(types):
        tiers = _tiers(one)
        ranks = [_rank(word, tiers) for word in wanted]
        if max(ranks) < _MISSED:
            ranked.append((sum(ranks), place, one))
    return tuple(one for _rank_sum, _place, one in sorted(ranked, key=lambda found: found[:2]))


def grouped_types(types: Iterable[LetterType]) -> tuple[tuple[str, tuple[LetterType, ...]], ...]:
    """Title of each group that has types, with those, in the order of the groups."""
    held: dict[str, list[LetterType]] = {}
    for one in types:
        held.setdefault(one.group if one.group in GROUP_TITLES else "umum", []).append(one)
    return tuple(
        (title, tuple(held[group])) for group, title in GROUP_TITLES.items() if group in held
    )


def _tiers(one: LetterType) -> tuple[tuple[str, ...], ...]:
    asked = [field.label for field in one.fields]
    asked += [option for field in one.fields for option in field.options]
    asked += [role.label for role in one.people]
    asked += [people.label for people in one.people_lists]
    group = f"{GROUP_TITLES.get(one.group, '')} {_ALSO_CALLED.get(one.group, '')}"
    return (
        literal_words(one.abbreviation),
        literal_words(f"{one.title} {one.short_title} {one.id}"),
        literal_words(group),
        literal_words(" ".join(asked)),
    )


def _rank(word: str, tiers: tuple[tuple[str, ...], ...]) -> int:
    """0 for the whole abbreviation; a beginning of it counts as one of the title."""
    if word in tiers[0]:
        return 0
    for rank, words in enumerate(tiers):
        if any(one.startswith(word) for one in words):
            return max(1, 2 * rank)
    return _MISSED
