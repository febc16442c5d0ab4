"""What the headless demonstration counted on both sides, for scripts and for people."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

SUMMARY_JSON = "summary.json"
SUMMARY_TEXT = "ringkasan.txt"
NOT_COUNTED = -1


@dataclass(frozen=True, slots=True)
class Side:
    """Counts of one side; NOT_COUNTED where it does not count."""

    events: int
    applied: int
    letters: int
    residents: int


@dataclass(frozen=True, slots=True)
class HeadlessSummary:
    """Everything that happened. `seconds` by step; `letters` are the numbers, as printed."""

    out: Path
    data_dir: Path
    residents: int
    added: int
    refused: int
    letters: tuple[str, ...]
    files: tuple[str, ...]
    office: Side
    hub: Side
    seconds: dict[str, float]

    @property
    def agree(self) -> bool:
        """Whether both sides count the same, and the province acknowledged everything."""
        people = {self.office.residents, self.hub.residents} - {NOT_COUNTED}
        return (
            self.office.events == self.office.applied == self.hub.events == self.hub.applied
            and self.office.letters == self.hub.letters == len(self.letters)
            and len(people) == 1
        )

    def content(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "out": str(self.out),
            "data_dir": str(self.data_dir),
            "residents": self.residents,
            "added": self.added,
            "refused": self.refused,
            "letters": list(self.letters),
            "files": list(self.files),
            "office": _counted(self.office),
            "hub": _counted(self.hub),
            "agree": self.agree,
            "seconds": {**self.seconds, "total": round(sum(self.seconds.values()), 2)},
        }

    def lines(self) -> list[str]:
        """For people."""
        verdict = (
            "Hitungan kantor dan provinsi sama."
            if self.agree
            else "PERHATIAN: hitungan kantor dan provinsi berbeda."
        )
        return [
            "Contoh Nagari Koto Contoh (semua warga rekaan)",
            f"  {self.added} warga masuk dari lembar kerja, {self.refused} baris ditolak.",
            f"  {len(self.letters)} surat terbit: {_span(self.letters)}",
            (
                f"  Kantor  : {self.office.letters} surat, {self.office.events} perubahan, "
                f"{self.office.applied} sudah diterima provinsi."
            ),
            f"  Provinsi: {self.hub.letters} surat, {self.hub.events} perubahan.",
            f"  {verdict}",
            f"  Surat dan ringkasan ada di {self.out}",
            f"  Waktu: {_decimal(sum(self.seconds.values()))} detik.",
        ]


def _counted(side: Side) -> dict[str, int]:
    return {name: count for name, count in asdict(side).items() if count != NOT_COUNTED}


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def _span(numbers: tuple[str, ...]) -> str:
    return f"{numbers[0]} sampai {numbers[-1]}" if numbers else "-"


def write_summary(summary: HeadlessSummary) -> None:
    """Leave summary.json and ringkasan.txt in the folder."""
    content = json.dumps(summary.content(), ensure_ascii=False, indent=2)
    (summary.out / SUMMARY_JSON).write_text(content + "\n", encoding="utf-8")
    text = "\n".join(summary.lines()) + "\n"
    (summary.out / SUMMARY_TEXT).write_text(text, encoding="utf-8")


def earlier_files(summary: Path) -> list[str]:
    """Letters that an earlier run left beside its summary; plain names of PDFs only."""
    try:
        names = json.loads(summary.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [
        name
        for name in names
        if isinstance(name, str) and name.endswith(".pdf") and Path(name).name == name
    ]
