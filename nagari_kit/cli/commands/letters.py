"""`letters types`, `void`, `reprint`, `list`; the others join from their own modules."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.commands.letter_choice import called, chosen_letter
from nagari_kit.cli.commands.letter_file import prepare_target, write_letter
from nagari_kit.cli.commands.letter_gaps import add_gaps
from nagari_kit.cli.commands.letter_issuing import add_issuing, letter_reply, type_content
from nagari_kit.cli.commands.letter_stepping import PROGRESS_WORDS, add_step
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply, say
from nagari_kit.domain.letters import LetterFilter, LetterRow, LetterStatus, Validity
from nagari_kit.infra.command_line import IndonesianParser

PAGE = 500


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    group = add_command(commands, "letters", "surat", None, shared)
    inner: Subcommands = group.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    add_command(inner, "types", "jenis surat dan isiannya", _types, shared)
    add_command(inner, "list", "register surat keluar", _list, shared)
    add_issuing(inner, shared)
    add_step(inner, shared)
    voiding = add_command(
        inner, "void", "batalkan surat; nomornya tetap di register", _void, shared
    )
    voiding.add_argument("number", metavar="NOMOR", help="atau ID, bila belum bernomor")
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
    return Reply({"types": [type_content(kind) for kind in types]}, lines)


def _reprint(args: Namespace) -> Reply:
    out = prepare_target(Path(args.out), "Surat di register tidak berubah.")
    with open_office(args) as office:
        letter = chosen_letter(office, args.number)
        write_letter(out, office.register.document(letter.id), letter.number)
    if letter.status is LetterStatus.VOIDED:
        say(
            f"Peringatan: {called(letter)} sudah dibatalkan ({letter.void_reason}). "
            "PDF-nya ditulis persis seperti yang tersimpan, tanpa tanda batal. "
            "Jangan serahkan sebagai surat yang berlaku."
        )
    return letter_reply(letter, out, f"{called(letter)} ditulis lagi: {out}")


def _void(args: Namespace) -> Reply:
    with open_office(args) as office:
        letter = chosen_letter(office, args.number)
        letter = office.register.void(letter.id, args.reason)
    return Reply(
        {"number": letter.number, "status": letter.status.value},
        [
            f"{called(letter)} dibatalkan.",
            "Nomornya tetap di register dan tidak dipakai lagi.",
        ],
    )


def _list(args: Namespace) -> Reply:
    rows: list[LetterRow] = []
    with open_office(args) as office:
        today = office.clock.today()
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
            "progress": row.progress.value,
            "valid_until": row.valid_until.isoformat() if row.valid_until else None,
            "validity": row.validity(today).value,
        }
        for row in rows
    ]
    lines = [
        f"{row.number or '(tanpa nomor)':24} {row.issue_date:%d-%m-%Y}  {row.short_title}, "
        f"{row.resident_name}  {_state(row, today)}"
        for row in rows
    ]
    return Reply({"letters": letters}, lines or ["Register masih kosong."])


def _state(row: LetterRow, today: date) -> str:
    """How far it came, and whether it may still be used."""
    validity = row.validity(today)
    if validity is Validity.VOID:
        return "BATAL"
    words = PROGRESS_WORDS[row.progress]
    return f"{words}, lewat masa berlaku" if validity is Validity.OVER else words
