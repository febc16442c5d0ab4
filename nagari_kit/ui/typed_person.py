"""What a search box already says of somebody whom it does not find."""

from __future__ import annotations

from nagari_kit.domain import nik
from nagari_kit.domain.search_folding import typed_number


def known_of(typed: str) -> dict[str, str]:
    """Arguments of the page `resident_form`: a whole NIK, or a name; a part of a NIK says nothing.

    >>> known_of("nurlis caniago")
    {'name': 'nurlis caniago'}
    """
    digits = typed_number(typed)
    if digits:
        return {"nik": digits} if len(digits) == nik.LENGTH else {}
    words = " ".join(typed.split())
    return {"name": words} if words else {}
