"""Names what may be true in a letter but seldom is, so that the officer looks at it twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nagari_kit.documents.checking import usable_value
from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.month_year import mentions
from nagari_kit.documents.plausible_dates import AT_BIRTH, LetterDays
from nagari_kit.domain.amounts import grouped, rupiah, rupiah_amount
from nagari_kit.domain.dates import age_on, long_date
from nagari_kit.domain.letters import FieldKind, LetterField

AGE = "umur"
"""The key of what is doubtful about the resident and no field."""


def doubtful_values(
    definition: LetterDefinition, values: Mapping[str, str], days: LetterDays
) -> dict[str, str]:
    """Field id, or AGE, to an Indonesian sentence. Never a reason to refuse the letter.

    Looks at values that `check_values` has no fault to find with.
    """
    found: dict[str, str] = {}
    young = too_young(definition.usual_age, days)
    if young:
        found[AGE] = young
    for field in definition.fields:
        text = usable_value(field, values.get(field.id, ""))
        sentence = _much(field, text) or _before_birth(field, text, days.born)
        if sentence:
            found[field.id] = sentence
    return found


def too_young(usual_age: int, days: LetterDays) -> str:
    """The sentence for a resident under the usual age, or ""."""
    if not usual_age or days.born is None or days.born > days.letter:
        return ""
    age = age_on(days.born, days.letter)
    if age >= usual_age:
        return ""
    return f"Warga ini baru berumur {age} tahun pada tanggal surat."


def _much(field: LetterField, text: str) -> str:
    amount = rupiah_amount(text) if field.usual_most else None
    if amount is None or amount <= field.usual_most:
        return ""
    is_money = FieldKind.MONEY in (field.kind, field.free_kind)
    return f"{field.label}: {rupiah(amount) if is_money else grouped(amount)}. Angkanya benar?"


def _before_birth(field: LetterField, text: str, born: date | None) -> str:
    if field.usual_earliest != AT_BIRTH or born is None:
        return ""
    years = [one for one in mentions(text) if one.has_such_a_month]
    if all(one.span[1] >= born for one in years):
        return ""
    return f"{field.label}: ini sebelum warga lahir, {long_date(born)}."
