"""The words under which a resident is found, and the ways to read what an officer types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from nagari_kit.domain.search_folding import (
    APOSTROPHES,
    SHORTEST_FOLDED,
    fold_word,
    literal_words,
)

MOST_WORDS = 6
"""Words of a query that are looked at; nobody needs a seventh to find a person."""

Word = tuple[str, ...]
"""Ways to spell one typed word; each is the beginning of what is looked for."""
Reading = tuple[Word, ...]
"""One way to understand what was typed: all of its words must be there."""

# "St." is Sutan for a man and Siti for a woman; neither is the other.
_SHORT_FORMS = {"SUTAN": ("ST",), "SITI": ("ST",), "SITTI": ("ST",), "ST": ("SUTAN", "SITI")}
_ABDUL = re.compile(r"ABD(?:U|OE)(?!LL?[AO]H)(L?)(.{3,})")
_PLACE_WORDS = frozenset({"JL", "JLN", "JALAN", "NO", "RT", "RW", "KM", "GANG", "GG", "JORONG"})


def name_terms(name: str) -> str:
    """What the index of names stores: words as spelled and as they sound, and neighbours joined.

    So "Nur Hayati" is found as nurhayati, "Abdurrahman" as abdul rahman.
    """
    words = literal_words(name)
    joined = (both for _, both in _joined(words))
    return " ".join(dict.fromkeys(chain(words, name_sounds(name), joined, _parted(name))))


def _parted(name: str) -> tuple[str, ...]:
    """What stands beside an apostrophe, as words of its own: Aini of Nur'aini, Arcy of D'Arcy."""
    plain = APOSTROPHES.sub(" ", name)
    if plain == name:
        return ()
    return tuple(word for word in literal_words(plain) if len(word) >= SHORTEST_FOLDED)


@lru_cache(maxsize=16_384)
def name_sounds(name: str) -> tuple[str, ...]:
    """The folded words of a name: what a misspelt word is compared with."""
    return tuple(sound for word in literal_words(name) for sound in _sounding(word))


def surroundings_terms(name: str, parents: Iterable[str], places: Iterable[str]) -> str:
    """What the index of a person's surroundings stores: own name, father, mother, addresses."""
    people = (name_sounds(text) for text in (name, *parents))
    around = (_place_sounds(text) for text in places)
    return " ".join(dict.fromkeys(chain.from_iterable(chain(people, around))))


@lru_cache(maxsize=4096)
def _place_sounds(text: str) -> tuple[str, ...]:
    return tuple(fold_word(word) for word in literal_words(text) if word not in _PLACE_WORDS)


def literal_reading(typed: str) -> Reading:
    """The typed words just as they are spelled."""
    return tuple((word,) for word in literal_words(typed)[:MOST_WORDS])


def readings(typed: str) -> tuple[Reading, ...]:
    """Every way to understand the typed words, the plain one first; empty for no words."""
    words = literal_words(typed)[:MOST_WORDS]
    if not words:
        return ()
    plain = tuple(_forms(word) for word in words)
    found = [plain]
    found += [
        (*plain[:place], _forms(words[place] + words[place + 1]), *plain[place + 2 :])
        for place, _ in _joined(words)
    ]
    for place, word in enumerate(words):
        if split := _split_abdul(word):
            apart = tuple((sound,) for sound in split)
            found.append((*plain[:place], *apart, *plain[place + 1 :]))
    return tuple(found)


def surroundings_reading(typed: str) -> Reading:
    """The typed words as the index of surroundings has them; empty when they tell too little."""
    words = [word for word in literal_words(typed)[:MOST_WORDS] if word not in _PLACE_WORDS]
    if not any(len(word) >= SHORTEST_FOLDED for word in words):
        return ()
    return tuple((fold_word(word),) for word in words if len(word) > 1)


def begins(word: Word, text: str) -> bool:
    """Whether a word of the text begins with one of the spellings, as written or as it sounds."""
    return any(
        one.startswith(word) or fold_word(one).startswith(word) for one in literal_words(text)
    )


def _forms(word: str) -> Word:
    return tuple(dict.fromkeys((word, fold_word(word))))


@lru_cache(maxsize=65_536)
def _sounding(word: str) -> tuple[str, ...]:
    """Kept: a nagari has a few thousand words of names, and an import asks for each many times."""
    return (fold_word(word), *_SHORT_FORMS.get(word, ()), *_split_abdul(word))


def _split_abdul(word: str) -> tuple[str, ...]:
    """`ABDURRAHMAN` -> `ABDUL`, `RAHMAN`: the l of the article takes on the sound that follows."""
    match = _ABDUL.fullmatch(word)
    return ("ABDUL", fold_word(match[2])) if match else ()


def _joined(words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Place of the first word and the folded join, for neighbours that may be one name."""
    for place in range(len(words) - 1):
        one, other = words[place], words[place + 1]
        if min(len(one), len(other)) > 1:
            yield place, fold_word(one + other)
