"""A dry run sorted into the tabs that the screen shows; made in the worker, not while painting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nagari_kit.domain.importing import ImportFinding, ImportPlan, ImportRow
from nagari_kit.services.resident_import.known_columns import COLUMN
from nagari_kit.ui.letter_words import masked_number, thousands

EMPTY = "(kosong)"
TITLES = {
    "added": "Ditambah",
    "changed": "Berubah",
    "unchanged": "Sama",
    "refused": "Ditolak",
}
"""The tab of each verdict."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab: headings and rows of text. `reason` is the column that says what is wrong, or -1."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    reason: int = -1


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What the dry run brings to the screen; the tab that needs work comes first.

    The rows of that tab stand in a grid of their own.
    """

    plan: ImportPlan
    sheets: tuple[Sheet, ...]

    @property
    def to_write(self) -> int:
        """Rows that an import would write."""
        return self.plan.count("added") + self.plan.count("changed")


def checked(plan: ImportPlan) -> CheckedFile:
    """Sort the rows of a plan into sheets."""
    by_verdict: dict[str, list[ImportRow]] = {}
    for row in plan.rows:
        by_verdict.setdefault(row.verdict, []).append(row)
    sheets = [
        Sheet(TITLES["refused"], (), [(str(row.row),) for row in by_verdict.get("refused", [])]),
        Sheet(
            TITLES["changed"],
            ("Baris", "Nama", "Kolom", "Sekarang", "Menjadi"),
            _changed(by_verdict.get("changed", [])),
        ),
        _people(TITLES["added"], by_verdict.get("added", [])),
        _people(TITLES["unchanged"], by_verdict.get("unchanged", [])),
    ]
    if plan.warnings:
        sheets.insert(1, _doubts(plan))
    return CheckedFile(plan, tuple(sheets))


def _people(title: str, rows: list[ImportRow]) -> Sheet:
    return Sheet(
        title,
        ("Baris", "Nama", "NIK", "Tanggal lahir", "No. KK"),
        [
            (
                thousands(row.row),
                row.name,
                masked_number(row.nik),
                row.birth_date,
                masked_number(row.nomor_kk),
            )
            for row in rows
        ],
    )


def _changed(rows: list[ImportRow]) -> list[tuple[str, ...]]:
    return [
        (thousands(row.row), row.name, titled(column), old or EMPTY, new or EMPTY)
        for row in rows
        for column, old, new in row.changes
    ]


def _doubts(plan: ImportPlan) -> Sheet:
    names = {row.row: row.name for row in plan.rows}
    return Sheet(
        "Perlu dilihat",
        ("Baris", "Nama", "Kolom", "Nilai di berkas", "Yang perlu dilihat"),
        [_finding(finding, names.get(finding.row, "")) for finding in plan.warnings],
        reason=4,
    )


def titled(key: str) -> str:
    """`Tanggal lahir` for the column that the file calls `tanggallahir`."""
    known = COLUMN.get(key)
    return known.title if known else key


def _finding(finding: ImportFinding, name: str) -> tuple[str, ...]:
    return (
        thousands(finding.row),
        name or "(nama kosong)",
        titled(finding.column),
        finding.value or EMPTY,
        finding.reason,
    )
