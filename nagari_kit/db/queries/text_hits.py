"""Whom a text in the list's filter means: names first, then parents and addresses."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, text

from nagari_kit.db.queries.likely_names import SURE, likely_keys
from nagari_kit.db.queries.search_expressions import (
    Expressions,
    match_whole,
    match_whole_name,
)
from nagari_kit.db.queries.search_reason import found_by
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.search_folding import SHORTEST_FOLDED, fold_word
from nagari_kit.domain.search_terms import (
    Reading,
    literal_reading,
    name_spellings,
    readings,
    surroundings_reading,
    whole_names,
)

MOST = 2000
"""Hits that are looked up one by one; for more, the list of everybody is walked through."""

LIKELY = 100
"""People of a list who may be meant when nobody bears the name."""

# The plus keeps the planner on the index of the list, which has every fact in the right order.
_NIK = "+r.nik >= :low AND +r.nik < :high"
_INITIAL = "r.name COLLATE NOCASE >= :initial AND r.name COLLATE NOCASE < :following"
_NIK_OR_KK = (
    "r.key IN (SELECT key FROM resident WHERE nik >= :low AND nik < :high UNION ALL"
    " SELECT m.key FROM household home JOIN resident m ON m.household_id = home.id"
    " WHERE home.nomor_kk >= :low AND home.nomor_kk < :high)"
)
_NAMES = "resident_search"
_SURROUNDINGS = "resident_surroundings"
_full_names = text(
    "SELECT r.key, r.name, r.gelar_depan, r.gelar_belakang, r.gelar_adat"
    " FROM json_each(:keys) one JOIN resident r ON r.key = one.value"
)
_bearers = text(
    "SELECT count(*) FROM (SELECT 1 FROM resident WHERE nik >= :low AND nik < :high LIMIT :most)"
)


@dataclass(frozen=True, slots=True)
class Hits:
    """A condition on `resident r`, and the values bound in it; false when there are none."""

    condition: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.condition)


@dataclass(frozen=True, slots=True)
class TextHits:
    """Who bears the name, whose name sounds the same, and who has it around; nobody is in two.

    `is_guess`: nobody bears it, `names` are those that may be meant.
    """

    names: Hits
    sounding: Hits = Hits()
    around: Hits = Hits()
    reading: Reading = ()
    is_guess: bool = False

    def reason(self, row: Row[Any]) -> str:
        """Why one of `around` was found; the row has COLUMNS and SURROUNDINGS."""
        return found_by(self.reading, row)[0]


def number_bounds(digits: str) -> dict[str, str]:
    """What `bears_number` binds: every number that begins with the digits."""
    return {"low": digits, "high": digits + ":"}


def bears_number(connection: Connection, bounds: Mapping[str, str]) -> str:
    """The condition that the NIK or the number of the KK begins so.

    So few digits that thousands of NIK fit tell no family apart: then the NIK alone is looked at.
    """
    found = connection.execute(_bearers, {**bounds, "most": MOST + 1}).scalar_one()
    return _NIK if found > MOST else _NIK_OR_KK


def text_hits(connection: Connection, typed: str) -> TextHits | None:
    """Whom the words mean; None when there are no words.

    As the search box has it: words that begin with these letters, and words that sound the same in
    whole; only when there are none, beginnings that sound so; only when there are none, who was
    likely meant, and parents and addresses. A longer list is no better answer.
    """
    understood = readings(typed)
    if not understood:
        return None
    if len(understood[0]) == 1 and len(initial := understood[0][0][0]) == 1:
        return TextHits(_beginning(initial))
    expressions = Expressions(connection)
    sounding = _sounding_the_same(connection, typed)
    names = _spelled(connection, expressions, typed, sounding)
    if names is not None:
        return names
    if sounding:
        return TextHits(_among(sounding))
    match = expressions.match_any(understood)
    begun = _keys(connection, _NAMES, match)
    if begun:
        many = len(begun) > MOST
        return TextHits(_matching(_NAMES, "named", match) if many else _among(begun))
    return _likely(connection, understood, surroundings_reading(typed))


def _spelled(
    connection: Connection, expressions: Expressions, typed: str, sounding: list[int]
) -> TextHits | None:
    """Whose name has words that begin with the very letters, then who only sounds the same."""
    words = [word for (word,) in literal_reading(typed)]
    match = expressions.match_all(literal_reading(typed))
    found = _keys(connection, _NAMES, match)
    if len(found) > MOST:
        hits = _matching(_NAMES, "named", match)
        # Sounds stand in the same index: Syarif is found as Sarif, but not listed under Sar.
        like = {f"word{place}": f"{word}%" for place, word in enumerate(words)}
        spelled = (f"(r.name LIKE :{one} OR r.name LIKE '% ' || :{one})" for one in like)
        return TextHits(
            Hits(" AND ".join((hits.condition, *spelled)), {**hits.values, **like}),
        )
    bearers = _who_begin(connection, found, words)
    if not bearers:
        return None
    others = frozenset(bearers)
    return TextHits(_among(bearers), _among([key for key in sounding if key not in others]))


def _who_begin(connection: Connection, keys: Sequence[int], words: Sequence[str]) -> list[int]:
    rows = connection.execute(_full_names, {"keys": json.dumps(list(keys))}).all()
    return [row.key for row in rows if _begins_with(words, row)]


def _begins_with(words: Sequence[str], row: Row[Any]) -> bool:
    titles = (row.gelar_depan, row.gelar_belakang, row.gelar_adat)
    own = name_spellings(PersonName(row.name, *titles).full())
    return all(any(one.startswith(word) for one in own) for word in words)


def _sounding_the_same(connection: Connection, typed: str) -> list[int]:
    """Whose name has whole words that sound as these do: Sjafrizal and Safrizal for Syafrizal."""
    words = [word for (word,) in literal_reading(typed)]
    if max(map(len, words)) <= SHORTEST_FOLDED or min(map(len, words)) < SHORTEST_FOLDED:
        return []
    match = f"({match_whole([[fold_word(word)] for word in words])})"
    if wholes := whole_names(typed):
        match = f"{match} OR {match_whole_name(wholes)}"
    found = _keys(connection, _NAMES, match)
    return found if len(found) <= MOST else []


def _likely(connection: Connection, understood: Sequence[Reading], reading: Reading) -> TextHits:
    """When nobody bears the name: surely misspelt, else around, else perhaps misspelt."""
    likely = likely_keys(connection, understood, LIKELY)
    names = [key for key, likeness in likely.items() if likeness >= SURE]
    around = _around(connection, reading, names) if reading else Hits()
    if not names and not around:
        names = list(likely)
    return TextHits(_among(names), around=around, reading=reading, is_guess=bool(names))


def _around(connection: Connection, reading: Reading, names: Collection[int]) -> Hits:
    match = Expressions(connection, surroundings=True).match_all(reading)
    found = _keys(connection, _SURROUNDINGS, match)
    if len(found) <= MOST:
        known = frozenset(names)
        return _among([key for key in found if key not in known])
    hits = _matching(_SURROUNDINGS, "around", match)
    if not names:
        return hits
    return Hits(f"{hits.condition} AND NOT {_among(names).condition}", hits.values)


def _keys(connection: Connection, index: str, match: str) -> list[int]:
    statement = text(f"SELECT rowid FROM {index} WHERE {index} MATCH :match LIMIT :most")
    rows = connection.execute(statement, {"match": match, "most": MOST + 1})
    return list(rows.scalars())


def _beginning(initial: str) -> Hits:
    """A single letter is the beginning of the name, as in a card index."""
    return Hits(_INITIAL, {"initial": initial, "following": chr(ord(initial) + 1)})


def _matching(index: str, name: str, match: str) -> Hits:
    condition = f"+r.key IN (SELECT rowid FROM {index} WHERE {index} MATCH :{name})"
    return Hits(condition, {name: match})


def _among(keys: Collection[int]) -> Hits:
    marks = ", ".join(str(int(key)) for key in keys)
    return Hits(f"r.key IN ({marks})") if keys else Hits()
