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
from nagari_kit.db.queries.search_expressions import match_whole, match_whole_name
from nagari_kit.domain.search_folding import SHORTEST_FOLDED
from nagari_kit.domain.search_terms import Reading

MIN_LIKENESS = 70
"""Least likeness (rapidfuzz ratio, percent) of a known word to the typed one."""

SURE = 85
"""Likeness from which on a misspelt name counts as a hit of the name."""

NEAR = 65
"""The same before it is taken into account that vowels are heard differently."""

SAME_CONSONANTS = 45
"""The same when the consonants are those that were typed."""

LENGTH_APART = 2
"""Letters that a misspelt word may have more or fewer."""

ALTERNATIVES = 8
"""Known words that one typed word may mean."""

CLOSE = 8
"""Percent by which a word may be less like than the likest, to be asked for at first."""

CANDIDATES = 100
_NEW_WORDS = (
    "SELECT key, word FROM search_word WHERE key > ? AND word NOT GLOB '[@a-z]*' ORDER BY key"
)
_LAST = "SELECT max(key) FROM search_word"
_hits = text(
    "SELECT r.key, r.folded_name FROM (SELECT rowid FROM resident_search"
    f" WHERE resident_search MATCH :match LIMIT {CANDIDATES}) hit"
    " JOIN resident r INDEXED BY resident_hit ON r.key = hit.rowid"
)
_AS_ONE_VOWEL = str.maketrans("EIOU", "AAAA")
_WITHOUT_VOWELS = str.maketrans("", "", "AEIOUH")


class KnownWords:
    """Words of the books by how they begin and how long they are, and by their consonants.

    Who misspells a word keeps its first letter, or puts another in its place (Julkifli for
    Zulkifli), drops it (Endri for Hendri) or puts one before it; or hears other vowels (Romadhon):
    a typed word is compared with a tenth of the words, not with all.
    """

    def __init__(self) -> None:
        self.last = 0
        self._places: dict[tuple[str, int], list[str]] = {}

    def add(self, words: Iterable[str]) -> None:
        """More words, each for the first time."""
        for word in words:
            for beginning in (word[0], f"-{word[1:3]}", word[:2]):
                self._places.setdefault((beginning, len(word)), []).append(word)
            self._places.setdefault((_consonants(word), 0), []).append(word)

    def of_same_consonants(self, word: str) -> list[str]:
        """Those that differ in vowels and h alone."""
        return self._places.get((_consonants(word), 0), [])

    def near(self, word: str) -> list[str]:
        """Others that may be meant; a word may be there twice."""
        beginnings = {word[0], f"-{word[1:3]}", f"-{word[:2]}", word[1:3]}
        lengths = range(len(word) - LENGTH_APART, len(word) + LENGTH_APART + 1)
        found: list[str] = []
        for beginning in beginnings:
            for length in lengths:
                found += self._places.get((beginning, length), ())
        return found


def _consonants(word: str) -> str:
    return f"+{word.translate(_WITHOUT_VOWELS)}"


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
        found = _candidates(connection, groups)
        if found:
            scored = ((*_score(groups, name, words), key) for key, name in found.items())
            return {key: -likeness for likeness, _, key in sorted(scored)[:limit]}
    return {}


def _candidates(connection: Connection, groups: list[dict[str, float]]) -> dict[int, str]:
    """Folded names by row key: of the likest words first, so that a crowd hides nobody."""
    close = [_closest(group) for group in groups]
    matches: list[str] = []
    for each in (close, groups):
        if len(groups) == 1:
            # Who has no other name is hidden by those who bear it among others.
            matches.append(match_whole_name(each[0]))
        matches.append(match_whole(each))
    found: dict[int, str] = {}
    for match in dict.fromkeys(matches):
        if len(found) < CANDIDATES:
            rows = connection.execute(_hits, {"match": match})
            found |= {row.key: row.folded_name for row in rows}
    return found


def _closest(group: dict[str, float]) -> list[str]:
    least = max(group.values()) - CLOSE
    return [word for word, likeness in group.items() if likeness >= least]


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


def _score(groups: list[dict[str, float]], folded_name: str, words: int) -> tuple[float, int]:
    """Likeness of the typed words to the likest of the name, negative; then what the name has more.

    In percent, of as many words as were typed.
    """
    own = folded_name.split()
    total = sum(max(group.get(word, 0.0) for word in own) for group in groups)
    return -total / words, len(own)


def _alternatives(word: str, known: KnownWords) -> dict[str, float]:
    """Known words that are like it, the likest first."""
    from rapidfuzz import fuzz, process

    if len(word) < SHORTEST_FOLDED:
        return {word: 100.0}
    flat = word.translate(_AS_ONE_VOWEL)
    found: dict[str, float] = {}
    for among, least in (
        (known.near(word), NEAR),
        (known.of_same_consonants(word), SAME_CONSONANTS),
    ):
        # A word may come from several places: thrice the number leaves enough.
        near = process.extract(
            word, among, scorer=fuzz.ratio, score_cutoff=least, limit=3 * ALTERNATIVES
        )
        for one, ratio, _ in near:
            found[one] = max(ratio, (ratio + _flat_ratio(flat, one)) / 2)
    likest = sorted(found.items(), key=lambda each: -each[1])[:ALTERNATIVES]
    return {one: likeness for one, likeness in likest if likeness >= MIN_LIKENESS}


def _flat_ratio(flat: str, other: str) -> float:
    """Likeness when all vowels are one: Minang speech and Arabic letters leave them open."""
    from rapidfuzz import fuzz

    return fuzz.ratio(flat, other.translate(_AS_ONE_VOWEL))


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
