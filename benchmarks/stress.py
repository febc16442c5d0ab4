"""Search and lists over 500,000 residents: a kabupaten's size against that of a large nagari.

Only when it is named (`python -m benchmarks stress`): building the offices takes minutes. The
search is held against itself at 50,000 in the same run, by the time that its thread had the
processor: at the 99th percentile a busy machine tells more of its other work. A list is held
against 300 ms, each first page as the officer opens it, its count included, and pages in the
middle and at the end.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.figures import Figure, interleaved, percentile_ms, seconds
from benchmarks.stress_office import stress_office
from nagari_kit.domain.residents import (
    KtpStanding,
    LifeStatus,
    Residency,
    ResidentFilter,
    Sex,
)
from nagari_kit.services.workspace import Workspace

SMALL, LARGE = 50_000, 500_000
QUERIES = 500
SHOWN = 20
SEARCH_LIMIT = 2.0
PAGE = 100
LIST_LIMIT_MS = 300.0
AGAIN = 5


def measure() -> list[Figure]:
    """The 99th percentile of searches at both sizes, and every list in milliseconds."""
    with stress_office(SMALL) as small, stress_office(LARGE) as large:
        figures = list(_searches(small, large))
        lists = [_measured(large, one) for one in _lists(large)]
    worst = max(lists, key=lambda figure: figure.ratio)
    return [*figures, *lists, Figure("the slowest list", worst.ratio, 1.0, worst.name)]


def _searches(small: Workspace, large: Workspace) -> Iterator[Figure]:
    for kind, make in _KINDS.items():
        typed = [make(chance, name) for chance, name in _names(small)]
        waiting = [iter([*typed[:40], *typed]) for _ in range(2)]
        theirs, ours = interleaved(
            _asking(small, waiting[0]),
            _asking(large, waiting[1]),
            rounds=QUERIES,
            warm_up=40,
            clock=time.thread_time,
        )
        for part, words in ((0.5, "median"), (0.99, "99th percentile")):
            own, peer = percentile_ms(ours, part), percentile_ms(theirs, part)
            detail = f"{own:.2f} ms at {LARGE}, {peer:.2f} ms at {SMALL}"
            yield Figure(f"search by {kind}, {words}", own / peer, SEARCH_LIMIT, detail)


def _asking(workspace: Workspace, typed: Iterator[str]) -> Callable[[], object]:
    return lambda: workspace.residents.search(next(typed), SHOWN)


def _first_letters(chance: random.Random, name: str) -> str:
    return name.split(maxsplit=1)[0][: chance.randint(2, 6)]


def _two_words(_chance: random.Random, name: str) -> str:
    words = name.split()
    return f"{words[0]} {words[-1][:2]}"


def _old_spelling(_chance: random.Random, name: str) -> str:
    text = name.lower()
    for new, old in (("u", "oe"), ("j", "dj"), ("y", "j"), ("c", "tj")):
        text = text.replace(new, old)
    return text


def _slip(chance: random.Random, name: str) -> str:
    at = chance.randrange(1, max(2, len(name) - 1))
    return name[:at] + chance.choice("aeiounrs") + name[at + 1 :]


def _nik(chance: random.Random, _name: str) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(50, 99)
    return f"130699{day:02d}{month:02d}{year}000{chance.randint(1, 3)}"


def _parent(_chance: random.Random, name: str) -> str:
    return f"{name.split(maxsplit=1)[0]} nurhayati"


def _address(chance: random.Random, _name: str) -> str:
    street = chance.choice(("surau gadang", "balai adat", "simpang tigo", "tabek ikan"))
    return f"{street} {chance.randint(1, 180)}"


_KINDS: dict[str, Callable[[random.Random, str], str]] = {
    "first letters": _first_letters,
    "two words": _two_words,
    "old spelling": _old_spelling,
    "a slip of the finger": _slip,
    "NIK": _nik,
    "name and mother": _parent,
    "address": _address,
}


def _names(workspace: Workspace) -> Iterator[tuple[random.Random, str]]:
    """Names that are in both offices: the smaller one's are the first of the larger one's."""
    chance = random.Random(3)
    with workspace.context.store.read() as reader:
        source = reader.residents._connection
        names = source.exec_driver_sql("SELECT name FROM resident ORDER BY key").scalars().all()
    for name in chance.sample(names, QUERIES):
        yield chance, name


@dataclass(frozen=True, slots=True)
class _List:
    """A filter as somebody sets it, and the part of its rows that is looked at (0..1)."""

    name: str
    wanted: ResidentFilter
    place: float = 0.0


def _lists(workspace: Workspace) -> list[_List]:
    jorong = workspace.office.jorong()
    first, second = jorong[0].id, jorong[1].id
    everybody = ResidentFilter()
    return [
        _List("everybody", everybody),
        _List("everybody, the middle", everybody, 0.5),
        _List("everybody, the end", everybody, 0.9995),
        _List("a jorong", ResidentFilter(jorong_id=first)),
        _List("a jorong, the end", ResidentFilter(jorong_id=first), 0.99),
        _List("heads of families", ResidentFilter(family_relation=1)),
        _List("women of 17 to 25", ResidentFilter(sex=Sex.FEMALE, age_from=17, age_to=25)),
        _List("65 and older", ResidentFilter(age_from=65)),
        _List("a suku", ResidentFilter(suku="Guci")),
        _List("a religion that nobody has", ResidentFilter(religion=4)),
        _List("an occupation", ResidentFilter(occupation=73)),
        _List("KTP due and not recorded", ResidentFilter(ktp=KtpStanding.NOT_RECORDED)),
        _List("without NIK", ResidentFilter(without_nik=True)),
        _List("without KK", ResidentFilter(without_kk=True)),
        _List("temporary residents", ResidentFilter(residency=Residency.TEMPORARY)),
        _List("moved away", ResidentFilter(life_status=LifeStatus.MOVED)),
        _List("all statuses", ResidentFilter(all_statuses=True)),
        _List("text s", ResidentFilter(text="s")),
        _List("text sy", ResidentFilter(text="sy")),
        _List("text nur", ResidentFilter(text="nur")),
        _List("text syafrizal putra", ResidentFilter(text="syafrizal putra")),
        _List("text surau gadang", ResidentFilter(text="surau gadang")),
        _List("text of a NIK's beginning", ResidentFilter(text="1306991")),
        _List(
            "text in a jorong", ResidentFilter(text="nurhayati", jorong_id=second, sex=Sex.FEMALE)
        ),
        _List(
            "eight filters at once",
            ResidentFilter(
                jorong_id=first,
                sex=Sex.FEMALE,
                age_from=17,
                age_to=40,
                marital_status=2,
                education=5,
                suku="Koto",
                ktp=KtpStanding.RECORDED,
            ),
        ),
    ]


def _measured(workspace: Workspace, one: _List) -> Figure:
    """The slowest of the first looks, each with nothing kept from the one before."""
    total = workspace.residents.page(one.wanted, 0, 1).total
    offset = int(total * one.place) // PAGE * PAGE
    taken = []
    for _ in range(AGAIN):
        if not offset:
            forget_counts(workspace)
        taken.append(seconds(lambda: workspace.residents.page(one.wanted, offset, PAGE)) * 1000)
    median = statistics.median(taken)
    detail = f"{median:.0f} ms, slowest {max(taken):.0f} ms, {total} residents"
    return Figure(f"list: {one.name}", median / LIST_LIMIT_MS, 1.0, detail)


def forget_counts(workspace: Workspace) -> None:
    """Another filter before: counts that are kept must not answer."""
    from nagari_kit.db.queries import kept_lists

    with workspace.context.store.read() as reader:
        kept_lists._offices.pop(reader.residents._connection.engine, None)
