"""The list of residents, a page at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, text

from nagari_kit.db.queries.resident_rows import COLUMNS, JOINS, resident_list_row
from nagari_kit.db.queries.search_expressions import match_any
from nagari_kit.domain.residents import ResidentFilter, ResidentPage
from nagari_kit.domain.search_folding import typed_number
from nagari_kit.domain.search_terms import readings

# Filters and order read the covering index `resident_living`; whole rows only for one page.
_FROM = "FROM resident r"


def resident_page(
    connection: Connection, wanted: ResidentFilter, offset: int, limit: int, today: date
) -> ResidentPage:
    """Rows from `offset` on by name, and the count of the whole filter; two statements."""
    conditions, values = _conditions(wanted, today)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    total = connection.execute(text(f"SELECT count(*) {_FROM} {where}"), values).scalar_one()
    order = "ORDER BY r.name COLLATE NOCASE, r.key"
    statement = text(
        f"SELECT {COLUMNS} FROM (SELECT r.key {_FROM} {where} {order} LIMIT :limit OFFSET :offset)"
        f" best JOIN resident r ON r.key = best.key {JOINS} {order}"
    )
    rows = connection.execute(statement, {**values, "limit": limit, "offset": offset})
    return ResidentPage(tuple(resident_list_row(row) for row in rows), offset, total)


def _conditions(wanted: ResidentFilter, today: date) -> tuple[list[str], dict[str, Any]]:
    conditions: list[str] = []
    values: dict[str, Any] = {}

    def require(condition: str, **given: object) -> None:
        conditions.append(condition)
        values.update(given)

    if not wanted.all_statuses:
        require("r.life_status = 1")
    if wanted.jorong_id is not None:
        require(
            "r.household_id IN (SELECT id FROM household WHERE jorong_id = :jorong)",
            jorong=wanted.jorong_id.bytes,
        )
    if wanted.sex is not None:
        require("r.sex = :sex", sex=int(wanted.sex))
    if wanted.family_relation is not None:
        require("r.family_relation = :relation", relation=wanted.family_relation)
    if wanted.age_from is not None:
        require("r.birth_date <= :born_until", born_until=_years_before(today, wanted.age_from))
    if wanted.age_to is not None:
        require("r.birth_date > :born_after", born_after=_years_before(today, wanted.age_to + 1))
    _require_text(wanted.text, require)
    return conditions, values


def _require_text(typed: str, require: Any) -> None:  # noqa: ANN401 - a local collector
    if digits := typed_number(typed):
        require(
            "r.key IN (SELECT key FROM resident WHERE nik >= :low AND nik < :high UNION ALL"
            " SELECT m.key FROM household home JOIN resident m ON m.household_id = home.id"
            " WHERE home.nomor_kk >= :low AND home.nomor_kk < :high)",
            low=digits,
            high=digits + ":",
        )
    elif understood := readings(typed):
        require(
            "r.key IN (SELECT rowid FROM resident_search WHERE resident_search MATCH :match)",
            match=match_any(understood),
        )


def _years_before(today: date, years: int) -> str:
    year = max(1, today.year - years)
    try:
        return today.replace(year=year).isoformat()
    except ValueError:
        return date(year, 2, 28).isoformat()
