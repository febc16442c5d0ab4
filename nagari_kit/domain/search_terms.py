"""The words under which a resident is found, and the ways to read what an officer types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from itertools import chain, islice, product

from nagari_kit.domain.search_folding import (
    APOSTROPHES,
    SHORTEST_FOLDED,
    fold_word,
    literal_words,
)

WHOLE_NAME = "0"
"""What stands behind the words of a name, joined: so that a name of one word can be asked for."""

MOST_WORDS = 6
"""Words of a query that are looked at; nobody needs a seventh to find a person."""

Word = tuple[str, ...]
"""Ways to spell one typed word; each is the beginning of what is looked for."""
Reading = tuple[Word, ...]
"""One way to understand what was typed: all of its words must be there."""

# "St." is Sutan for a man and Siti for a woman; neither is the other.
_SHORT_FORMS = {"SUTAN": ("ST",), "SITI": ("ST",), "SITTI": ("ST",), "ST": ("SUTAN", "SITI")}
_ABDUL = re.compile(r"ABD(?:U|OE)(?!LL?[AO]H)(L?)(.{3,})")
# The l of the Arabic article takes on the sound that follows: Fadhlul Rahman, Fadhlurrahman.
_ARTICLE = re.compile(r"(.{3,}U)([NRSZ])(\2.{2,})")
_MEETS_ARTICLE = frozenset("DNRSTZ")
# The Arabic 'ain before a consonant, which many write and speak as k: Ma'mun, Makmun.
_STOP = re.compile("(?<=[AEIOUaeiou])['’‘`´ʼ](?=[BCDFGJKLMNPRSTWYZbcdfgjklmnprstwyz])")
_TITLES = frozenset(
    {"H", "HJ", "HAJI", "HAJJAH", "DR", "DRS", "DRA", "IR", "BAPAK", "PAK", "IBU", "BU"}
)
_MOST_WHOLE = 8
_PLACE_WORDS = frozenset({"JL", "JLN", "JALAN", "NO", "RT", "RW", "KM", "GANG", "GG", "JORONG"})


def name_terms(name: str, own: str = "") -> str:
    """What the index of names stores: words as spelled and as they sound, and neighbours joined.

    So "Nur Hayati" is found as nurhayati, "Abdurrahman" as abdul rahman; `own` is the name without
    the titles.
    """
    words = literal_words(name)
    wholes = [f"{_joint(map(fold_word, words))}{WHOLE_NAME}"]
    if own and own != name:
        wholes.append(f"{_joint(map(fold_word, literal_words(own)))}{WHOLE_NAME}")
    joined = filter(None, map(_folded_join, words, words[1:]))
    return " ".join(
        dict.fromkeys((*words, *name_sounds(name), *joined, *_parted(name), *filter(_more, wholes)))
    )


def name_spellings(name: str) -> tuple[str, ...]:
    """The words of a name as they are spelled, what stands beside an apostrophe among them."""
    return (*literal_words(name), *_parted(name))


def whole_names(typed: str) -> tuple[str, ...]:
    """How a name sounds that is what was typed and nothing more; empty while it is being typed."""
    words = literal_words(typed)[:MOST_WORDS]
    if sum(map(len, words)) <= SHORTEST_FOLDED or len(words[-1]) < SHORTEST_FOLDED:
        return ()
    untitled = tuple(word for word in words if word not in _TITLES)
    ways = chain.from_iterable(
        product(*((fold_word(word), *_SHORT_FORMS.get(word, ())) for word in each))
        for each in dict.fromkeys((words, untitled))
        if each
    )
    return tuple(dict.fromkeys(_joint(way) for way in islice(ways, _MOST_WHOLE)))


def _more(term: str) -> bool:
    return term != WHOLE_NAME


def _joint(words: Iterable[str]) -> str:
    """Words without the blank between, as they sound when they are said in one breath."""
    return reduce(_met, words, "")


def _met(one: str, other: str) -> str:
    if one.endswith("UL") and other[:1] in _MEETS_ARTICLE:
        one = one[:-1]
    return one + (other[1:] if one[-1:] == other[:1] else other)


def _parted(name: str) -> tuple[str, ...]:
    """What stands beside an apostrophe, as words of its own: Aini of Nur'aini, Arcy of D'Arcy."""
    if not APOSTROPHES.search(name):
        return ()
    plain = APOSTROPHES.sub(" ", name)
    return tuple(word for word in literal_words(plain) if len(word) >= SHORTEST_FOLDED)


@lru_cache(maxsize=16_384)
def name_sounds(name: str) -> tuple[str, ...]:
    """The folded words of a name: what a misspelt word is compared with."""
    words = literal_words(name)
    if (stopped := _STOP.sub("K", name)) != name:
        words += tuple(word for word in literal_words(stopped) if word not in words)
    return tuple(sound for word in words for sound in _sounding(word))


def surroundings_terms(name: str, parents: Iterable[str], places: Iterable[str]) -> str:
    """What the index of a person's surroundings stores: own name, father, mother, addresses."""
    people = map(name_sounds, (name, *parents))
    around = map(_place_sounds, places)
    return " ".join(dict.fromkeys(chain.from_iterable((*people, *around))))


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
        (*plain[:place], _forms(both), *plain[place + 2 :]) for place, both in _neighbours(words)
    ]
    for place, word in enumerate(words):
        if split := _taken_apart(word):
            apart = tuple((sound,) for sound in split)
            found.append((*plain[:place], *apart, *plain[place + 1 :]))
    if (stopped := _STOP.sub("K", typed)) != typed:
        found.append(tuple(_forms(word) for word in literal_words(stopped)[:MOST_WORDS]))
    untitled = tuple(word for word in words if word not in _TITLES)
    if len(untitled) < len(words) and any(len(word) > SHORTEST_FOLDED for word in untitled):
        # Titles are typed out of politeness, and are not in every book.
        found.append(tuple(_forms(word) for word in untitled))
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
    return (fold_word(word), *_SHORT_FORMS.get(word, ()), *_taken_apart(word))


def _taken_apart(word: str) -> tuple[str, ...]:
    """`ABDURRAHMAN` -> `ABDUL`, `RAHMAN`; `KHAIRUNNISA` -> `HERUL`, `NISA`."""
    if match := _ABDUL.fullmatch(word):
        return ("ABDUL", fold_word(match[2]))
    if match := _ARTICLE.fullmatch(word):
        return (fold_word(f"{match[1]}L"), fold_word(match[3]))
    return ()


def _joined(words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Place of the first word and the folded join, for neighbours that may be one name."""
    return ((place, both) for place, both in enumerate(map(_folded_join, words, words[1:])) if both)


@lru_cache(maxsize=65_536)
def _folded_join(one: str, other: str) -> str:
    """Two neighbours as one word, folded; "" when one of them is a letter alone."""
    return fold_word(_met(one, other)) if min(len(one), len(other)) > 1 else ""


def _neighbours(words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for place in range(len(words) - 1):
        one, other = words[place], words[place + 1]
        if min(len(one), len(other)) > 1:
            yield place, _met(one, other)
