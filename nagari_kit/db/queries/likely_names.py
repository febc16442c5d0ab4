"""Finds whose name was likely meant when nobody bears the words that were typed.

The typed words are compared with the words that occur in names, not with every name: a nagari of
500,000 has ten times the people of one of 50,000, and hardly more words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, text

from nagari_kit.db.engine import WRITING
from nagari_kit.db.queries.search_expressions import match_whole
from nagari_kit.domain.search_folding import SHORTEST_FOLDED
from nagari_kit.domain.search_terms import Reading

MIN_LIKENESS = 70
"""Least likeness (rapidfuzz ratio, percent) of a known word to the typed one."""

LENGTH_APART = 3
"""Letters that a misspelt word may have more or fewer."""

ALTERNATIVES = 8
"""Known words that one typed word may mean."""

CANDIDATES = 150
_NEW_WORDS = "SELECT key, word FROM search_word WHERE key > ? ORDER BY key"
_LAST = "SELECT max(key) FROM search_word"
_hits = text(
    "SELECT r.key, r.folded_name FROM (SELECT rowid FROM resident_search"
    f" WHERE resident_search MATCH :match LIMIT {CANDIDATES}) hit"
    " JOIN resident r INDEXED BY resident_hit ON r.key = hit.rowid"
)


class KnownWords:
    """Words of the books by how they begin and how long they are.

    Who misspells a word keeps its first letter, or puts another in its place (Julkifli for
    Zulkifli), drops it (Endri for Hendri) or puts one before it: a typed word is compared with a
    tenth of the words, not with all.
    """

    def __init__(self) -> None:
        self.last = 0
        self._places: dict[tuple[str, int], list[str]] = {}

    def add(self, words: Iterable[str]) -> None:
        """More words, each for the first time."""
        for word in words:
            for beginning in (word[0], f"-{word[1:3]}", word[:2]):
                self._places.setdefault((beginning, len(word)), []).append(word)

    def like(self, word: str) -> list[str]:
        """Those that may be meant; a word may be there twice."""
        beginnings = {word[0], f"-{word[1:3]}", f"-{word[:2]}", word[1:3]}
        lengths = range(len(word) - LENGTH_APART, len(word) + LENGTH_APART + 1)
        found: list[str] = []
        for beginning in beginnings:
            for length in lengths:
                found += self._places.get((beginning, length), ())
        return found


_kept: WeakKeyDictionary[Engine, KnownWords] = WeakKeyDictionary()
_lock = Lock()


def likely_keys(
    connection: Connection, understood: Sequence[Reading], limit: int
) -> dict[int, float]:
    """Keys of at most `limit` residents whose names are like the words, the likest first.

    With each its likeness in percent, that of a word which no known word is like being none.
    """
    typed = [tuple(word[-1] for word in reading) for reading in understood]
    if max(len(word) for word in typed[0]) < SHORTEST_FOLDED:
        return {}
    known = _known_words(connection)
    likeness = {word: _alternatives(word, known) for reading in typed for word in reading}
    for wanted, words in _attempts(typed):
        groups = [likeness[word] for word in wanted]
        if not all(groups):
            continue
        rows = connection.execute(_hits, {"match": match_whole(groups)}).all()
        if rows:
            scored = ((-_score(groups, row.folded_name) / words, row.key) for row in rows)
            return {key: -likeness for likeness, key in sorted(scored)[:limit]}
    return {}


def _attempts(typed: list[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], int]]:
    """The words to look for, and how many the reading has.

    All words of each reading, then all but one of the plain one: of three one may be wrong
    altogether.
    """
    for reading in typed:
        yield reading, len(reading)
    plain = typed[0]
    if len(plain) > 2:
        for fewer in combinations(plain, len(plain) - 1):
            yield fewer, len(plain)


def _score(groups: list[dict[str, float]], folded_name: str) -> float:
    """Sum of the likeness of each typed word to the likest word of the name."""
    words = folded_name.split()
    return sum(max(group.get(word, 0.0) for word in words) for group in groups)


def _alternatives(word: str, known: KnownWords) -> dict[str, float]:
    from rapidfuzz import fuzz, process

    if len(word) < SHORTEST_FOLDED:
        return {word: 100.0}
    # A word may come from two places: twice the number leaves enough.
    found = process.extract(
        word,
        known.like(word),
        scorer=fuzz.ratio,
        score_cutoff=MIN_LIKENESS,
        limit=2 * ALTERNATIVES,
    )
    likest = {one: likeness for one, likeness, _ in found}
    return dict(list(likest.items())[:ALTERNATIVES])


def _known_words(connection: Connection) -> KnownWords:
    if connection.get_execution_options().get(WRITING):
        # What is written here may yet be taken back: nothing to remember.
        known = KnownWords()
        known.add(row[1] for row in connection.exec_driver_sql(_NEW_WORDS, (0,)))
        return known
    last = connection.exec_driver_sql(_LAST).scalar_one() or 0
    with _lock:
        kept = _kept.get(connection.engine)
        if kept is None or kept.last > last:
            # Fewer than before: the index was made anew.
            kept = _kept[connection.engine] = KnownWords()
        if kept.last < last:
            kept.add(row[1] for row in connection.exec_driver_sql(_NEW_WORDS, (kept.last,)))
            kept.last = last
        return kept
