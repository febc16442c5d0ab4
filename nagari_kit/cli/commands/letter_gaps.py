"""`letters gaps`: which numbers are on no letter, and why."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from nagari_kit.cli.commands.grammar import Subcommands, add_command, positive
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply
from nagari_kit.domain.number_gaps import GapKind, NumberGap, SeriesReport
from nagari_kit.infra.command_line import IndonesianParser

_WORDS = {
    GapKind.VOIDED: "batal",
    GapKind.RESERVED: "masih dipesan",
    GapKind.RELEASED: "pesanan dilepas",
    GapKind.START: "sebelum nomor mulai",
    GapKind.RULE: "aturan nomor diganti",
    GapKind.TAKEN: "sudah dipakai seri lain",
    GapKind.MANUAL: "dilompati nomor yang diketik",
    GapKind.NOTED: "dijelaskan",
    GapKind.UNEXPLAINED: "BELUM DIJELASKAN",
}


def add_gaps(inner: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar of `letters`."""
    parser = add_command(inner, "gaps", "nomor yang tidak ada suratnya dan sebabnya", _gaps, shared)
    parser.add_argument("--year", type=positive, metavar="TAHUN", help="bawaan: tahun ini")


def _gaps(args: Namespace) -> Reply:
    with open_office(args) as office:
        report = office.number_gaps.report(args.year)
    lines = [line for one in report.series for line in _lines(one)]
    rest = report.unexplained()
    closing = f"{rest} nomor belum dijelaskan." if rest else "Semua nomor sudah dijelaskan."
    content = {
        "year": report.year,
        "unexplained": rest,
        "series": [_series_content(one) for one in report.series],
    }
    return Reply(content, [*lines, closing] if lines else ["Belum ada nomor di tahun itu."])


def _series_content(one: SeriesReport) -> dict[str, Any]:
    return {
        "series": one.series.name,
        "year": one.series.year,
        "title": one.title,
        "last": one.last,
        "issued": one.issued,
        "voided": one.voided,
        "waiting": one.waiting,
        "unexplained": one.unexplained(),
        "gaps": [
            {
                "first": gap.first,
                "last": gap.last,
                "kind": gap.kind.value,
                "number": gap.number,
                "reason": gap.reason,
                "at": gap.at.isoformat() if gap.at else None,
                "by": gap.by,
            }
            for gap in one.gaps
        ],
    }


def _lines(one: SeriesReport) -> list[str]:
    head = f"{one.title}: terakhir {one.last}, terbit {one.issued}, batal {one.voided}"
    if one.waiting:
        head = f"{head}, menunggu nomor tulisan tangan {one.waiting}"
    return [head, *(_line(gap) for gap in one.gaps)]


def _line(gap: NumberGap) -> str:
    span = f"{gap.first}" if gap.first == gap.last else f"{gap.first} sampai {gap.last}"
    reason = f": {gap.reason}" if gap.reason else ""
    return f"    {span:16} {_WORDS[gap.kind]}{reason}"
