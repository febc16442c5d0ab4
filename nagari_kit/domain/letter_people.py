"""People of a letter as forms show them, and how what is wrong with them is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nagari_kit.domain.letters import LetterPerson
from nagari_kit.domain.residents import LifeStatus, Sex

ROLE_FIELD = "pihak."
"""Before the id of a role or list in the keys of `InputError.fields` and of problems."""
SUBJECT_FIELD = "resident"
"""The key of what is wrong with the person of the letter."""


@dataclass(frozen=True, slots=True)
class PersonHit:
    """Somebody who stands in a role, or may. `nik` is masked, "" when none is known.

    `place`: name of the sub-area of a resident, whole address of an outsider. `relation`: code of
    the relation to the head, for people of the household of the letter's person.
    """

    person: LetterPerson
    name: str
    nik: str = ""
    sex: Sex | None = None
    birth_date: date | None = None
    life_status: LifeStatus = LifeStatus.ALIVE
    place: str = ""
    relation: int | None = None

    @property
    def is_outsider(self) -> bool:
        """Whether it is nobody of the books."""
        return self.person.resident_id is None

    def is_same(self, other: PersonHit) -> bool:
        """Whether it is one person, whatever the columns say."""
        mine, theirs = self.person, other.person
        if mine.resident_id is not None or theirs.resident_id is not None:
            return mine.resident_id == theirs.resident_id
        return mine.outsider == theirs.outsider
