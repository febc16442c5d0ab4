"""FTS5 expressions of what was typed; words hold capitals and digits only, so nothing escapes.

A beginning that is longer than the prefix index costs FTS5 the merging of everybody who bears a
word that begins so, before the first hit comes out: twenty times as long in a kabupaten as a whole
word, which it reads as it goes. So a long beginning is spelled out into the words of the books.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

from nagari_kit.domain.search_terms import WHOLE_NAME, Reading, Word

NAME_PREFIX = 6
"""Letters up to which the index of names answers a beginning at once."""

SURROUNDINGS_PREFIX = 7
"""The same of the index of surroundings."""

ENDINGS = 160
"""Words that all long beginnings may be spelled out into; with more they are left to FTS5."""

_known = text(
    "SELECT form.value AS form, known.word FROM json_each(:forms) form CROSS JOIN search_word known"
    " ON known.word >= form.value AND known.word < form.value || '~'"
    f" LIMIT {ENDINGS + 1}"
)


class Expressions:
    """Expressions on one connection for one of the two indexes."""

    def __init__(self, connection: Connection, *, surroundings: bool = False) -> None:
        self._connection = connection
        self._prefix = SURROUNDINGS_PREFIX if surroundings else NAME_PREFIX
        self._surroundings = surroundings
        self._terms: dict[str, list[str]] = {}

    def match_all(self, reading: Reading) -> str:
        """Every word, in one of its spellings, begins a word that is indexed."""
        return self.match_any((reading,))

    def match_any(self, understood: Sequence[Reading]) -> str:
        """At least one of the readings fits."""
        self._spell_out({form for reading in understood for word in reading for form in word})
        found = [" AND ".join(self._begins(word) for word in reading) for reading in understood]
        return found[0] if len(found) == 1 else " OR ".join(f"({one})" for one in found)

    def _begins(self, word: Word) -> str:
        wanted = [term for form in word for term in self._terms[form]]
        # Joined neighbours are no known words: they are asked for when nothing else is.
        wanted = wanted or [f'"{form}"*' for form in word]
        return wanted[0] if len(wanted) == 1 else f"({' OR '.join(dict.fromkeys(wanted))})"

    def _spell_out(self, forms: set[str]) -> None:
        new = forms - self._terms.keys()
        self._terms |= {form: [f'"{form}"*'] for form in new}
        long = [form for form in new if len(form) > self._prefix]
        if not long:
            return
        # As they stand in the table of words: sounds, and spellings or surroundings.
        others = {self._sign(form): form for form in long}
        wanted = others | {form: form for form in long}
        rows = self._connection.execute(_known, {"forms": json.dumps(list(wanted))}).all()
        if len(rows) > ENDINGS:
            return
        self._terms |= {form: [] for form in long}
        for form, word in rows:
            self._terms[wanted[form]].append(f'"{word.removeprefix("@").upper()}"')

    def _sign(self, form: str) -> str:
        return f"@{form}" if self._surroundings else form.lower()


def match_whole(words: Iterable[Iterable[str]]) -> str:
    """For every word one of its alternatives stands in the index, as a whole word."""
    groups = (" OR ".join(f'"{one}"' for one in alternatives) for alternatives in words)
    return " AND ".join(f"({group})" for group in groups)


def match_whole_name(sounds: Iterable[str]) -> str:
    """The name is one of these and nothing more."""
    return " OR ".join(f'"{sound}{WHOLE_NAME}"' for sound in sounds)
