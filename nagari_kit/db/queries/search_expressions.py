"""FTS5 expressions of what was typed; words hold capitals and digits only, so nothing escapes."""

from __future__ import annotations

from collections.abc import Iterable

from nagari_kit.domain.search_terms import Reading, Word


def match_all(reading: Reading) -> str:
    """Every word, in one of its spellings, begins a word that is indexed."""
    return " AND ".join(_begins(word) for word in reading)


def match_any(understood: Iterable[Reading]) -> str:
    """At least one of the readings fits."""
    return " OR ".join(f"({match_all(reading)})" for reading in understood)


def match_whole(words: Iterable[Iterable[str]]) -> str:
    """For every word one of its alternatives stands in the index, as a whole word."""
    groups = (" OR ".join(f'"{one}"' for one in alternatives) for alternatives in words)
    return " AND ".join(f"({group})" for group in groups)


def _begins(word: Word) -> str:
    if len(word) == 1:
        return f'"{word[0]}"*'
    either = " OR ".join(f'"{form}"*' for form in word)
    return f"({either})"
