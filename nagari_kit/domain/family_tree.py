"""Who belongs to whom in a household: couples, children and parents, as far as the KK tells it.

The relation to the head (SHDK) and the parents as written on the KK (NIK first, then the name) say
it together. What they leave open is not guessed: such a member stands beside the others, without
a line.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import NAMESPACE_OID, UUID, uuid5

from nagari_kit.domain.family_succession import (
    CHILD,
    GRANDCHILD,
    HEAD,
    HUSBAND,
    IN_LAW_CHILD,
    PARENT,
    PARENT_IN_LAW,
    WIFE,
)
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.name_titles import person_name
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.domain.search_folding import folded

_SPOUSES = frozenset({HUSBAND, WIFE})
_MARRIED = 2
_DIVORCED = 3
_YOUNGEST_PARENT = 10
_MARRIED_PAIRS = {
    frozenset({CHILD, IN_LAW_CHILD}),
    frozenset({PARENT}),
    frozenset({PARENT_IN_LAW}),
    *(frozenset({HEAD, spouse}) for spouse in _SPOUSES),
}
_NOBODY = UUID(int=0)
_USUAL_ROW = {PARENT: -1, PARENT_IN_LAW: -1, CHILD: 1, IN_LAW_CHILD: 1, GRANDCHILD: 2}


@dataclass(frozen=True, slots=True)
class Kin:
    """One person of the tree. `resident` is None when only a name on the KK is known.

    `is_member` is false for who is shown because members are joined through them: dead, in
    another KK, or not in the books.
    """

    key: UUID
    name: str
    sex: Sex | None
    is_member: bool
    resident: Resident | None = None


@dataclass(frozen=True, slots=True)
class Couple:
    """Two who belong together; not `married` when only a child says so."""

    first: UUID
    second: UUID
    married: bool = True

    def joins(self, one: UUID, other: UUID) -> bool:
        """Whether it is these two."""
        return {one, other} == {self.first, self.second}


@dataclass(frozen=True)
class Family:
    """A household as a graph without contradictions.

    `rows` count generations downwards; every couple stands in one row, every child one row below
    each of the `parents` (at most two) that it has here.
    """

    people: tuple[Kin, ...] = ()
    couples: tuple[Couple, ...] = ()
    parents: dict[UUID, tuple[UUID, ...]] = field(default_factory=dict)
    rows: dict[UUID, int] = field(default_factory=dict)


def read_family(members: Sequence[Resident], others: Sequence[Resident] = ()) -> Family:
    """The family of a household.

    `members` live in it; `others` are known parents who do not, and former members. Of the others
    only those appear through whom members are joined.
    """
    reading = _FamilyReading(members, others)
    reading.read_spouses()
    reading.read_written_parents()
    reading.read_relations()
    reading.read_children_in_law()
    return reading.family()


class _FamilyReading:
    """Takes one fact after the other, the surest first, and drops what contradicts."""

    def __init__(self, members: Sequence[Resident], others: Sequence[Resident]) -> None:
        self._members = {one.id: one for one in members}
        self._others = {one.id: one for one in others if one.id not in self._members}
        self._people: dict[UUID, Kin] = {one.id: _kin(one) for one in self._members.values()}
        self._couples: list[Couple] = []
        self._parents: dict[UUID, list[UUID]] = defaultdict(list)
        self._named: dict[UUID, Kin] = {}
        self._levels = _Levels()
        self._head = next(
            (one for one in self._members.values() if one.family_relation == HEAD), None
        )

    def read_spouses(self) -> None:
        """Head and every spouse."""
        if self._head is None:
            return
        for one in self._members.values():
            if one.family_relation in _SPOUSES and one.id != self._head.id:
                self._marry(self._head.id, one.id)

    def read_written_parents(self) -> None:
        """Father and mother as the KK names them, where at least one of the two is a member."""
        named = {
            child.id: (self._written(child, Sex.MALE), self._written(child, Sex.FEMALE))
            for child in self._members.values()
        }
        shared = Counter(named.values())
        for child_id, pair in named.items():
            known = any(one in self._members for one in pair)
            # Both outside: worth showing only where they make brothers and sisters of members.
            siblings = shared[pair] > 1 and _NOBODY not in pair
            if known or siblings:
                self._descend(child_id, [one for one in pair if one != _NOBODY])

    def read_relations(self) -> None:
        """Children, parents and parents-in-law of the head, where no parent is written."""
        if self._head is None:
            return
        head = self._head.id
        spouses = [couple.second for couple in self._couples if couple.first == head]
        married_child = self._only_parent_of_grandchildren()
        for one in self._members.values():
            relation = one.family_relation
            if relation == CHILD and not self._parents[one.id]:
                self._descend(one.id, [head, *spouses[:1]] if len(spouses) < 2 else [head])
            elif relation == GRANDCHILD and not self._parents[one.id] and married_child:
                self._descend(one.id, [married_child])
        self._elders(PARENT, head)
        if len(spouses) == 1:
            self._elders(PARENT_IN_LAW, spouses[0])

    def read_children_in_law(self) -> None:
        """A menantu belongs to the one child whom nothing else speaks against."""
        for one in self._members.values():
            if one.family_relation != IN_LAW_CHILD or self._is_coupled(one.id):
                continue
            fitting = [
                child.id
                for child in self._members.values()
                if child.family_relation == CHILD
                and child.marital_status in {_MARRIED, None}
                and not self._is_coupled(child.id)
                and (child.sex is None or child.sex is not one.sex)
            ]
            rivals = [
                other
                for other in self._members.values()
                if other.family_relation == IN_LAW_CHILD
                and other.sex is one.sex
                and not self._is_coupled(other.id)
            ]
            if len(fitting) == 1 and len(rivals) == 1:
                self._marry(fitting[0], one.id)

    def family(self) -> Family:
        """What was read, everybody in a row."""
        usual: dict[UUID, int] = {
            one.id: _USUAL_ROW.get(one.family_relation or 0, 0) for one in self._members.values()
        }
        anchor = self._head.id if self._head else None
        rows = self._levels.rows(list(self._people), usual, anchor)
        return Family(
            tuple(self._people.values()),
            tuple(self._couples),
            {child: tuple(sorted(parents)) for child, parents in self._parents.items() if parents},
            rows,
        )

    def _marry(self, one: UUID, other: UUID, *, married: bool = True) -> None:
        if any(couple.joins(one, other) for couple in self._couples):
            return
        if self._levels.join(one, other, 0):
            self._couples.append(Couple(one, other, married))

    def _descend(self, child: UUID, parents: Sequence[UUID]) -> None:
        """Put the child under those of the parents for whom there is room and no contradiction."""
        for parent in parents:
            mine = self._parents[child]
            if parent in mine or len(mine) == 2 or not self._levels.join(parent, child, 1):
                continue
            self._show(parent)
            mine.append(parent)
        if len(self._parents[child]) == 2:
            one, other = self._parents[child]
            self._marry(one, other, married=self._are_spouses(one, other))

    def _are_spouses(self, one: UUID, other: UUID) -> bool:
        """Whether their relations to the head say so, and no divorce speaks against it."""
        pair = [self._members.get(ResidentId(key)) for key in (one, other)]
        known = [person for person in pair if person and person.marital_status != _DIVORCED]
        relations = frozenset(person.family_relation for person in known)
        return len(known) == 2 and relations in _MARRIED_PAIRS

    def _elders(self, relation: int, child: UUID) -> None:
        elders = [one.id for one in self._members.values() if one.family_relation == relation]
        free = [one for one in elders if not any(one in had for had in self._parents.values())]
        if len(elders) <= 2 and free:
            self._descend(child, free)

    def _only_parent_of_grandchildren(self) -> UUID | None:
        """The one child of the head who can be the parent of grandchildren."""
        grown = [
            one.id
            for one in self._members.values()
            if one.family_relation == CHILD and one.marital_status not in {1, None}
        ]
        return grown[0] if len(grown) == 1 else None

    def _is_coupled(self, one: UUID) -> bool:
        return any(one in (couple.first, couple.second) for couple in self._couples)

    def _written(self, child: Resident, sex: Sex) -> UUID:
        """The key of the parent as written: a member, one of the others, a bare name, nobody."""
        father = sex is Sex.MALE
        written = child.parents
        nik = written.father_nik if father else written.mother_nik
        name = (written.father_name if father else written.mother_name).strip()
        for known in (self._members, self._others):
            found = _bearer(child, known.values(), nik, name, sex)
            if found is not None:
                return found.id
        words = _words(name)
        if not words:
            return _NOBODY
        key = uuid5(NAMESPACE_OID, f"{sex.name} {' '.join(words)}")
        self._named[key] = Kin(key, name, sex, is_member=False)
        return key

    def _show(self, key: UUID) -> None:
        if key not in self._people:
            outside = self._others.get(ResidentId(key))
            self._people[key] = _kin(outside, is_member=False) if outside else self._named[key]


class _Levels:
    """Rows of people relative to each other; a fact that contradicts earlier ones is refused."""

    def __init__(self) -> None:
        self._above: dict[UUID, tuple[UUID, int]] = {}

    def join(self, upper: UUID, lower: UUID, step: int) -> bool:
        """Say that `lower` stands `step` rows below `upper`; False when that cannot be."""
        upper_top, upper_row = self._place(upper)
        lower_top, lower_row = self._place(lower)
        if upper_top == lower_top:
            return lower_row - upper_row == step
        self._above[lower_top] = (upper_top, upper_row + step - lower_row)
        return True

    def rows(
        self, people: Sequence[UUID], usual: dict[UUID, int], anchor: UUID | None
    ) -> dict[UUID, int]:
        """A row for everybody, the topmost 0; who is joined to nobody gets the usual one."""
        starts: dict[UUID, int] = {}
        for one in ([anchor] if anchor else []) + [one for one in people if one in usual]:
            top, row = self._place(one)
            starts.setdefault(top, usual.get(one, 0) - row)
        places = {one: self._place(one) for one in people}
        found = {one: starts.get(top, 0) + row for one, (top, row) in places.items()}
        highest = min(found.values(), default=0)
        return {one: row - highest for one, row in found.items()}

    def _place(self, one: UUID) -> tuple[UUID, int]:
        row = 0
        while one in self._above:
            one, step = self._above[one]
            row += step
        return one, row


def _kin(one: Resident, *, is_member: bool = True) -> Kin:
    return Kin(one.id, one.name.full(), one.sex, is_member, one)


def _words(name: str) -> frozenset[str]:
    return frozenset(folded(person_name(name).name).split()) if name else frozenset()


def _bearer(
    child: Resident, people: Iterable[Resident], nik: str, name: str, sex: Sex
) -> Resident | None:
    """The one of the people who is the parent as written: by NIK, else by the whole name.

    A name that is written shorter or longer counts when only one person fits it.
    """
    fitting = [one for one in people if one.id != child.id and _can_be_parent(one, child, sex)]
    if nik:
        for one in fitting:
            if one.nik == nik:
                return one
    wanted = _words(name)
    if not wanted:
        return None
    named = [(one, _words(one.name.name)) for one in fitting if one.nik != nik or not nik]
    same = [one for one, words in named if words == wanted]
    alike = same or [one for one, words in named if words <= wanted or wanted <= words]
    return alike[0] if len(alike) == 1 else None


def _can_be_parent(one: Resident, child: Resident, sex: Sex) -> bool:
    if one.sex is not None and one.sex is not sex:
        return False
    born, later = one.birth_date, child.birth_date
    return born is None or later is None or later.year - born.year >= _YOUNGEST_PARENT
