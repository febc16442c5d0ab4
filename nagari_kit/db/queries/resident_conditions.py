"""What a filter of residents asks, as conditions of SQL on `resident r`."""

from __future__ import annotations

from datetime import date
from typing import Any

from nagari_kit.domain.residents import KtpStanding, LifeStatus, ResidentFilter

_KTP_AT = 17
"""Age from which on a KTP-el is due (UU 24/2013 pasal 63); the married need one earlier."""

_CODES = ("sex", "family_relation", "marital_status", "religion", "education", "occupation")
_RECORDED = "coalesce(r.recording_status, 0) BETWEEN 3 AND 8"
_DUE = "(r.birth_date <= :ktp_due OR coalesce(r.marital_status, 1) <> 1)"
_KTP = {
    KtpStanding.RECORDED: _RECORDED,
    KtpStanding.NOT_RECORDED: f"NOT ({_RECORDED}) AND coalesce({_DUE}, 0)",
    KtpStanding.NOT_REQUIRED: f"NOT ({_RECORDED}) AND NOT coalesce({_DUE}, 0)",
}
_WITHOUT_KK = (
    "(r.household_id IS NULL OR r.household_id IN"
    " (SELECT id FROM household WHERE nomor_kk IS NULL))"
)


def conditions(wanted: ResidentFilter, today: date) -> tuple[list[str], dict[str, Any]]:
    """Conditions to be joined by AND and the values bound in them; the text is not among them."""
    found: list[str] = []
    values: dict[str, Any] = {}
    for code in _CODES:
        value = getattr(wanted, code)
        if value is not None:
            found.append(f"r.{code} = :{code}")
            values[code] = int(value)
    for part in (_standing(wanted), _ages(wanted, today), _papers(wanted, today)):
        found += part[0]
        values |= part[1]
    if wanted.jorong_id is not None:
        found.append("r.jorong_id = :jorong")
        values["jorong"] = wanted.jorong_id.bytes
    if wanted.suku:
        found.append("r.suku = :suku COLLATE NOCASE")
        values["suku"] = wanted.suku
    return found, values


_Part = tuple[list[str], dict[str, Any]]


def _standing(wanted: ResidentFilter) -> _Part:
    found: list[str] = []
    values: dict[str, Any] = {}
    if wanted.life_status is not None:
        found.append("r.life_status = :life_status")
        values["life_status"] = int(wanted.life_status)
    elif not wanted.all_statuses:
        # Written out, so that the planner sees the partial index of those who are alive.
        found.append(f"r.life_status = {LifeStatus.ALIVE.value}")
    if wanted.residency is not None:
        found.append("r.residency = :residency")
        values["residency"] = int(wanted.residency)
    return found, values


def _ages(wanted: ResidentFilter, today: date) -> _Part:
    found: list[str] = []
    values: dict[str, Any] = {}
    if wanted.age_from is not None:
        found.append("r.birth_date <= :born_until")
        values["born_until"] = years_before(today, wanted.age_from)
    if wanted.age_to is not None:
        found.append("r.birth_date > :born_after")
        values["born_after"] = years_before(today, wanted.age_to + 1)
    return found, values


def _papers(wanted: ResidentFilter, today: date) -> _Part:
    found: list[str] = []
    values: dict[str, Any] = {}
    if wanted.ktp is not None:
        found.append(_KTP[wanted.ktp])
        values["ktp_due"] = years_before(today, _KTP_AT)
    if wanted.without_nik:
        found.append("r.nik IS NULL")
    if wanted.without_kk:
        found.append(_WITHOUT_KK)
    return found, values


def years_before(today: date, years: int) -> str:
    """The day on which somebody was born who turns that old today, as the database writes it."""
    year = max(1, today.year - years)
    try:
        return today.replace(year=year).isoformat()
    except ValueError:
        return date(year, 2, 28).isoformat()
