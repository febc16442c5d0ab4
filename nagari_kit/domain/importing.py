"""What a dry run of a spreadsheet import finds, and what the import did."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.domain.identity import PopulationEventId


@dataclass(frozen=True, slots=True)
class ImportFinding:
    """One doubt or refusal. `row` is the row number that the spreadsheet program shows."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row as the dry run judged it.

    `verdict` is `added`, `changed`, `unchanged` or `refused`. `changes` lists (column, old, new).
    `cells` maps the file's headings to the text that was read.
    """

    row: int
    verdict: str
    name: str
    nik: str
    birth_date: str
    sex: str
    nomor_kk: str
    cells: dict[str, str]
    changes: tuple[tuple[str, str, str], ...] = ()
    findings: tuple[ImportFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The result of a dry run; nothing was written. `file_sha256` ties it to the bytes read."""

    format: str
    file_name: str
    file_sha256: str
    rows: tuple[ImportRow, ...]
    warnings: tuple[ImportFinding, ...]
    new_households: int
    seconds: float

    def count(self, verdict: str) -> int:
        """Number of rows with that verdict."""
        return sum(1 for row in self.rows if row.verdict == verdict)

    @property
    def refused(self) -> tuple[ImportFinding, ...]:
        """Every finding of every refused row."""
        return tuple(f for row in self.rows if row.verdict == "refused" for f in row.findings)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What one import wrote, all of it in one transaction; `event_id` names it for undoing.

    Without `event_id` nothing was written.
    """

    added: int
    changed: int
    unchanged: int
    refused: int
    event_id: PopulationEventId | None = None
