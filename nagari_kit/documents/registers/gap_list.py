"""The list of numbers that no letter bears, as a sheet to be signed: form and rows."""

from __future__ import annotations

from datetime import timedelta, timezone

from nagari_kit.documents.registers.form import BookForm, Column, Kind, Row
from nagari_kit.domain.number_gaps import GapReport, NumberGap

# Sumatera Barat is seven hours ahead of UTC and has no summer time.
_WIB = timezone(timedelta(hours=7))
GAPS = BookForm(
    "",
    "Laporan Sela Nomor Surat",
    (
        Column("No.", 12, Kind.NUMBER),
        Column("Seri", 62),
        Column("Nomor", 52),
        Column("Banyak", 18, Kind.COUNT),
        Column("Sebab", 60),
        Column("Keterangan", 60),
        Column("Tanggal", 20, Kind.DATE),
        Column("Dicatat oleh", 36),
    ),
    size=9.0,
    head_rows=(10.0,),
)


def gap_rows(report: GapReport) -> list[Row]:
    """Every gap of every counter, in order."""
    found = [(one.title, gap) for one in report.series for gap in one.gaps]
    return [_row(place, title, gap) for place, (title, gap) in enumerate(found, start=1)]


def gap_remarks(report: GapReport) -> tuple[str, ...]:
    """How far each counter came, and whether anything is left to be said."""
    counts = tuple(
        f"{one.title}: nomor terakhir {one.last}, terbit {one.issued}, batal {one.voided}."
        for one in report.series
    )
    rest = report.unexplained()
    last = f"{rest} nomor belum dijelaskan." if rest else "Semua nomor sudah dijelaskan."
    return (*counts, last)


def _row(place: int, title: str, gap: NumberGap) -> Row:
    span = str(gap.first) if gap.first == gap.last else f"{gap.first} sampai {gap.last}"
    number = gap.number or span
    day = gap.at.astimezone(_WIB).date() if gap.at is not None else None
    return (place, title, number, gap.count(), gap.kind.words, gap.reason, day, gap.by)
