"""A code of the population books from what a cell says: number, label, or a known short form."""

from __future__ import annotations

from functools import lru_cache

from nagari_kit.domain import code_lists

_SHORT_FORMS: dict[str, dict[str, int]] = {
    "sex": {"l": 1, "lk": 1, "lelaki": 1, "pria": 1, "p": 2, "pr": 2, "wanita": 2},
    "religion": {"kristenprotestan": 2, "katolik": 3, "buddha": 5, "konghucu": 6},
    "marital_status": {
        "bk": 1, "belummenikah": 1, "k": 2, "menikah": 2, "kawintercatat": 2,
        "kawinbelumtercatat": 2, "ch": 3, "ceraihiduptercatat": 3, "ceraihidupbelumtercatat": 3,
        "cm": 4, "janda": 4, "duda": 4,
    },
    "family_relation": {"kk": 1, "istri": 3, "isteri": 3, "orangtua": 7, "pembantu": 10},
    "citizenship": {"indonesia": 1},
    "blood_type": {"tdkth": 13, "tidaktahu": 13, "tdktahu": 13},
    "life_status": {"pindahdalamnegeri": 3, "pindahluarnegeri": 3, "meninggal": 2},
    "ektp": {"ktpel": 2, "ektp": 2, "kia": 1, "3": 1},
}  # fmt: skip
"""Forms that exports of several programs use beside the labels of the books."""


def code_in_file(list_name: str, text: str) -> int | None:
    """The code, or None when the list does not know it. Capitals, spaces and signs do not count."""
    table = _table(list_name)
    exact = table.get(text.casefold())
    return exact if exact is not None else table.get(_plain(text))


@lru_cache(maxsize=32)
def _table(list_name: str) -> dict[str, int]:
    table: dict[str, int] = {}
    for code, label in code_lists.LISTS[list_name].items():
        # Blood types differ by their sign alone, so labels are known in both forms.
        table.setdefault(_plain(label), code)
        table[label.casefold()] = code
        table[str(code)] = code
    for form, code in _SHORT_FORMS.get(list_name, {}).items():
        table.setdefault(form, code)
    return table


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
