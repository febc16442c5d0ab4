"""Says why somebody was found who does not bear the name that was typed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from nagari_kit.domain.search_terms import Reading, Word, begins


def found_by(reading: Reading, row: Row[Any]) -> tuple[str, int]:
    """`ibu: Nurhayati, alamat: Jl. Surau Gadang No. 4`, and how many words the name itself has.

    `row` has the columns COLUMNS and SURROUNDINGS.
    """
    own = f"{row.gelar_depan} {row.name} {row.gelar_belakang} {row.gelar_adat}"
    places = (
        ("ibu", row.mother_name),
        ("ayah", row.father_name),
        ("alamat", row.address),
        ("alamat", row.current_address),
    )
    others = [word for word in reading if not begins(word, own)]
    reasons: dict[str, None] = {}
    for word in others:
        reasons |= dict.fromkeys(_reason(word, places)[:1])
    return ", ".join(reasons), len(reading) - len(others)


def _reason(word: Word, places: tuple[tuple[str, str], ...]) -> list[str]:
    return [f"{label}: {content}" for label, content in places if begins(word, content)]
