"""`letters types`, `issue`, `void`, `reprint`, `list`; `gaps` joins from its own module."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any
from uuid import UUID

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.commands.letter_file import prepare_target, write_letter
from nagari_kit.cli.commands.letter_gaps import add_gaps
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply, say
from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.letters import (
    IssuedLetter,
    LetterFilter,
    LetterInput,
    LetterRow,
    LetterStatus,
    LetterType,
)
from nagari_kit.errors import InputError, NotFoundError
from nagari_kit.infra.command_line import IndonesianParser, UsageError

PAGE = 500


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    group = add_command(commands, "letters", "surat", None, shared)
    inner: Subcommands = group.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    add_command(inner, "types", "jenis surat dan isiannya", _types, shared)
    add_command(inner, "list", "register surat keluar", _list, shared)
    issuing = add_command(inner, "issue", "terbitkan surat", _issue, shared)
    issuing.add_argument("type", metavar="JENIS", help="misalnya sku; lihat letters types")
    issuing.add_argument("--nik", required=True, metavar="NIK", help="NIK warga")
    issuing.add_argument(
        "--set", action="append", default=[], metavar="ISIAN=NILAI", help="nilai satu isian"
    )
    issuing.add_argument("--signer", metavar="ID", help="penanda tangan; lihat officers list")
    issuing.add_argument("--out", required=True, metavar="BERKAS", help="PDF yang ditulis")
    voiding = add_command(
        inner, "void", "batalkan surat; nomornya tetap di register", _void, shared
    )
    voiding.add_argument("number", metavar="NOMOR")
    voiding.add_argument("--reason", required=True, metavar="ALASAN")
    add_gaps(inner, shared)
    again = add_command(inner, "reprint", "ambil lagi PDF yang diarsipkan", _reprint, shared)
    again.add_argument("number", metavar="NOMOR")
    again.add_argument("--out", required=True, metavar="BERKAS", help="PDF yang ditulis")


def _types(args: Namespace) -> Reply:
    with open_office(args) as office:
        types = office.catalogue.types()
    lines = []
    for kind in types:
        lines.append(f"{kind.id}: {kind.title}")
        lines += [f"    {f.id}{' (wajib)' if f.required else ''}: {f.label}" for f in kind.fields]
    return Reply({"types": [_type_content(kind) for kind in types]}, lines)


def _type_content(kind: LetterType) -> dict[str, Any]:
    fields = [
        {"id": f.id, "label": f.label, "required": f.required, "options": list(f.options)}
        for f in kind.fields
    ]
    return {"id": kind.id, "title": kind.title, "fields": fields, "code": kind.code}


def _values(pairs: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for pair in pairs:
        field, equals, value = pair.partition("=")
        if not equals or not field:
            raise UsageError(f"--set {pair!r}: tulis ISIAN=NILAI", "")
        values[field.strip()] = value
    return values


def _refuse_unknown_fields(kind: LetterType, values: dict[str, str]) -> None:
    known = [field.id for field in kind.fields]
    unknown = [name for name in values if name not in known]
    if unknown:
        raise InputError(
            f"Isian “{unknown[0]}” tidak ada pada {kind.title}. Surat belum dibuat, "
            "nomor belum terpakai.",
            hint=f"Isian yang ada: {', '.join(known)}.",
            code="ISI-03",
        )


def _issue(args: Namespace) -> Reply:
    values = _values(args.set)
    out = prepare_target(Path(args.out))
    with open_office(args) as office:
        kind = office.catalogue.get(args.type)
        _refuse_unknown_fields(kind, values)
        resident = office.residents.find_by_nik(args.nik)
        if resident is None:
            raise NotFoundError(
                "Tidak ada warga dengan NIK itu. Surat belum dibuat, nomor belum terpakai.",
                hint="Periksa angka NIK, atau cari namanya dengan residents search.",
            )
        values = office.previews.defaults(kind.id, resident.id, as_last=False) | values
        doubt = office.previews.clock_watch().doubt()
        if doubt:
            say(f"Peringatan: {doubt} Tanggal dan nomor surat mengikuti jam itu.")
        wanted = LetterInput(kind.id, resident.id, values, signer_id=_signer(args.signer))
        for sentence in office.previews.doubts(wanted).values():
            say(f"Peringatan: {sentence}")
        letter = office.issuing.issue(wanted)
        write_letter(out, office.register.document(letter.id), letter.number)
    return _letter_reply(letter, out, f"Surat nomor {letter.number} terbit: {out}")


def _signer(text: str | None) -> OfficerId | None:
    if text is None:
        return None
    try:
        return OfficerId(UUID(text))
    except ValueError as error:
        raise NotFoundError(
            "Penanda tangan itu tidak ada. Surat belum dibuat, nomor belum terpakai.",
            hint="Lihat ID pejabat dengan officers list.",
        ) from error


def _reprint(args: Namespace) -> Reply:
    out = prepare_target(Path(args.out), "Surat di register tidak berubah.")
    with open_office(args) as office:
        letter = office.register.find(args.number)
        write_letter(out, office.register.document(letter.id), letter.number)
    if letter.status is LetterStatus.VOIDED:
        say(
            f"Peringatan: surat nomor {letter.number} sudah dibatalkan ({letter.void_reason}). "
            "PDF-nya ditulis persis seperti yang tersimpan, tanpa tanda batal. "
            "Jangan serahkan sebagai surat yang berlaku."
        )
    return _letter_reply(letter, out, f"Surat nomor {letter.number} ditulis lagi: {out}")


def _letter_reply(letter: IssuedLetter, out: Path, sentence: str) -> Reply:
    content = {
        "id": str(letter.id),
        "number": letter.number,
        "type": letter.type_id,
        "status": letter.status.value,
        "file": str(out),
        "sha256": letter.sha256,
    }
    if letter.status is LetterStatus.VOIDED:
        content["void_reason"] = letter.void_reason
    return Reply(content, [sentence])


def _void(args: Namespace) -> Reply:
    with open_office(args) as office:
        letter = office.register.find(args.number)
        letter = office.register.void(letter.id, args.reason)
    return Reply(
        {"number": letter.number, "status": letter.status.value},
        [
            f"Surat nomor {letter.number} dibatalkan.",
            "Nomornya tetap di register dan tidak dipakai lagi.",
        ],
    )


def _list(args: Namespace) -> Reply:
    rows: list[LetterRow] = []
    with open_office(args) as office:
        while True:
            page = office.register.page(LetterFilter(), len(rows), PAGE)
            rows.extend(page.rows)
            if len(rows) >= page.total or not page.rows:
                break
    letters = [
        {
            "id": str(row.id),
            "number": row.number,
            "series": row.series,
            "type": row.type_id,
            "date": row.issue_date.isoformat(),
            "status": row.status.value,
            "resident": row.resident_name,
        }
        for row in rows
    ]
    lines = [
        f"{row.number:24} {row.issue_date:%d-%m-%Y}  {row.short_title}, {row.resident_name}"
        f"{'  BATAL' if row.status.value == 'voided' else ''}"
        for row in rows
    ]
    return Reply({"letters": letters}, lines or ["Register masih kosong."])
