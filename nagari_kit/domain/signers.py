"""Who may sign on a day, and who is proposed: Plh. and Plt. over the head they act for.

Forms of signing as in the tata naskah dinas of local governments (Permendagri 1/2023).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from nagari_kit.domain.office import HEAD_POSITIONS, Officer, Standing

_ACTING = {Standing.PLH: 0, Standing.PLT: 1}
_IN_CHARGE = 2
_ACTING_ALWAYS = 3


def rank_signers(officers: Iterable[Officer], on: date) -> tuple[Officer, ...]:
    """Those in office on that day, best first: who leads, who signs a.n., then the others.

    Somebody who acts for a while (Plh., Plt.) goes before whom he acts for, within a term that has
    a first day; of two alike the one who began later. A term that is over counts no more.
    """
    return tuple(sorted((one for one in officers if is_in_office(one, on)), key=_rank))


def is_in_office(officer: Officer, on: date) -> bool:
    """Whether the officer held the position on that day; both ends count."""
    begun = officer.active_from is None or officer.active_from <= on
    return begun and (officer.active_to is None or on <= officer.active_to)


def mandating_head(officers: Iterable[Officer]) -> Officer | None:
    """The head in whose name others sign (a.n.), of officers in office.

    A Plh. holds no office of his own to give a mandate from; he is named only where nobody else
    leads.
    """
    heads = [one for one in officers if one.is_head]
    lasting = [one for one in heads if one.standing is not Standing.PLH]
    return next(iter(lasting or heads), None)


def signing_words(officer: Officer, head_position: str = HEAD_POSITIONS["nagari"]) -> str:
    """In which capacity somebody signs, for lists: `a.n. Wali Nagari, Sekretaris, u.b. Kasi`."""
    standing = "" if officer.standing is Standing.DEFINITIF else f"{officer.standing.value} "
    own = f"{standing}{officer.position}"
    if not officer.on_behalf:
        return own
    if officer.via:
        return f"a.n. {head_position}, {officer.via}, u.b. {own}"
    return f"a.n. {head_position}, {own}"


def _rank(officer: Officer) -> tuple[bool, bool, int, int, str]:
    began = officer.active_from or date.min
    return (
        not officer.is_head,
        not officer.on_behalf,
        _standing_rank(officer),
        -began.toordinal(),
        officer.name.name,
    )


def _standing_rank(officer: Officer) -> int:
    acting = _ACTING.get(officer.standing)
    if acting is None:
        return _IN_CHARGE
    # Without a first day nobody can tell whom he acts for; the head himself goes first.
    return acting if officer.active_from is not None else _ACTING_ALWAYS
