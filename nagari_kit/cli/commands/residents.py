"""`residents import`, `residents export` and `residents search`."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nagari_kit.cli.commands import resident_export
from nagari_kit.cli.commands.grammar import Subcommands, add_command, positive
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply, print_json
from nagari_kit.domain.importing import ImportFinding, ImportPlan
from nagari_kit.domain.nik import masked
from nagari_kit.domain.residents import ResidentRow
from nagari_kit.infra.command_line import IndonesianParser

FORMATS = ("auto", "opensid", "siak", "bip", "nagari")
SHOWN = 20
STDIN = "-"


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    group = add_command(commands, "residents", "data penduduk", None, shared)
    inner: Subcommands = group.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    importing = add_command(inner, "import", "masukkan penduduk dari lembar kerja", _import, shared)
    importing.add_argument("file", metavar="BERKAS", help="XLSX, XLS, ODS atau CSV")
    importing.add_argument("--dry-run", action="store_true", help="periksa saja, jangan simpan")
    importing.add_argument("--format", choices=FORMATS, default="auto", help="bentuk berkas")
    importing.add_argument(
        "--refused", metavar="BERKAS", help="simpan baris yang ditolak ke lembar kerja ini"
    )
    resident_export.add_to(inner, shared)
    searching = add_command(
        inner, "search", "cari nama, NIK, nomor KK, orang tua, atau alamat", _search, shared
    )
    searching.add_argument("text", metavar="KATA", help="kata yang dicari; - membaca baris masukan")
    searching.add_argument("--limit", type=positive, default=20, metavar="N", help="paling banyak")


def _import(args: Namespace) -> Reply:
    path = Path(args.file)
    with open_office(args) as office:
        plan = office.imports.dry_run(path, format=args.format, guess=True)
        if args.refused and plan.refused:
            office.imports.write_refused(plan, Path(args.refused))
        event = None
        if not args.dry_run:
            event = office.imports.apply(path, plan).event_id
    content: dict[str, Any] = {
        "format": plan.format,
        "rows": len(plan.rows),
        **{verdict: plan.count(verdict) for verdict in ("added", "changed", "unchanged")},
        "layout": plan.layout,
        "refused": [_told(plan, finding) for finding in plan.refused],
        "refused_rows": plan.count("refused"),
        "warnings": [_told(plan, finding) for finding in plan.warnings],
        "dry_run": bool(args.dry_run),
        "event": str(event) if event else None,
    }
    return Reply(content, _import_lines(plan, dry_run=args.dry_run))


def _told(plan: ImportPlan, finding: ImportFinding) -> dict[str, Any]:
    """A finding under the heading that the file gives its column."""
    return {**asdict(finding), "column": plan.heading_of(finding.column)}


def _import_lines(plan: ImportPlan, *, dry_run: bool) -> list[str]:
    done = "Uji coba, belum ada yang berubah." if dry_run else "Selesai, semua tersimpan."
    counts = {verdict: plan.count(verdict) for verdict in ("added", "changed", "unchanged")}
    lines = [
        f"{plan.file_name} ({plan.layout}): {len(plan.rows)} baris dibaca. {done}",
        (
            f"  ditambah {counts['added']}, berubah {counts['changed']}, "
            f"sama {counts['unchanged']}, ditolak {plan.count('refused')}"
        ),
    ]
    lines += _finding_lines("Ditolak", plan, plan.refused)
    lines += _finding_lines("Perlu dilihat", plan, plan.warnings)
    return lines


def _finding_lines(title: str, plan: ImportPlan, findings: tuple[ImportFinding, ...]) -> list[str]:
    if not findings:
        return []
    lines = [f"{title}:"]
    lines += [
        f"  baris {finding.row}, {plan.heading_of(finding.column)} “{finding.value}”: "
        f"{finding.reason}"
        for finding in findings[:SHOWN]
    ]
    if len(findings) > SHOWN:
        lines.append(f"  … dan {len(findings) - SHOWN} lagi")
    return lines


def _search(args: Namespace) -> Reply | None:
    with open_office(args) as office:
        if args.text != STDIN:
            return _found(office.residents.search(args.text, args.limit))
        for line in sys.stdin:
            print_json(_found(office.residents.search(line.strip(), args.limit)).content)
    return None


def _found(rows: tuple[ResidentRow, ...]) -> Reply:
    results = [
        {
            "id": str(row.id),
            "name": row.name,
            "nik": row.nik,
            "nomor_kk": row.nomor_kk,
            "jorong": row.jorong,
            "found_by": row.found_by,
        }
        for row in rows
    ]
    lines = [
        f"{masked(row.nik) if row.nik else 'belum punya NIK':19}  {row.name}, {row.jorong}"
        + (f" ({row.found_by})" if row.found_by else "")
        for row in rows
    ]
    return Reply({"results": results}, lines or ["Tidak ada warga yang cocok."])
