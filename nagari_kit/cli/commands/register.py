"""`register BOOK`: writes a book of the law as PDF or spreadsheet."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.commands.jorong_choice import named_jorong
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply
from nagari_kit.domain.dates import typed_date
from nagari_kit.domain.population import DayRule
from nagari_kit.domain.registers import BookId, RegisterPeriod, RegisterWish
from nagari_kit.infra.command_line import IndonesianParser

_RULES = {"peristiwa": DayRule.EVENT, "lapor": DayRule.REPORT}
_NAMES = {
    "induk": BookId.INDUK,
    "mutasi": BookId.MUTASI,
    "rekapitulasi": BookId.REKAPITULASI,
    "sementara": BookId.SEMENTARA,
    "ktp": BookId.KTP_KK,
    "kk": BookId.KTP_KK,
    "agenda": BookId.AGENDA,
    "ekspedisi": BookId.EKSPEDISI,
}


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    writing = add_command(commands, "register", "tulis buku register ke berkas", _write, shared)
    writing.add_argument(
        "book",
        type=_book,
        metavar="BUKU",
        help="B.1 sampai B.5, A.7, A.8, atau induk, mutasi, agenda, …",
    )
    writing.add_argument(
        "--from", dest="start", required=True, type=_day, metavar="TANGGAL", help="hari pertama"
    )
    writing.add_argument(
        "--to", dest="end", required=True, type=_day, metavar="TANGGAL", help="hari terakhir"
    )
    writing.add_argument(
        "--out", required=True, metavar="BERKAS", help="berkas .pdf atau .xlsx yang ditulis"
    )
    writing.add_argument("--jorong", metavar="NAMA", help="hanya jorong ini")
    writing.add_argument(
        "--by",
        choices=sorted(_RULES),
        default="peristiwa",
        help="menurut tanggal peristiwa (biasa) atau tanggal lapor",
    )
    writing.add_argument(
        "--full", action="store_true", help="dengan NIK dan nomor KK utuh; perlu --reason"
    )
    writing.add_argument("--reason", default="", metavar="TEKS", help="alasan buku lengkap")


def _write(args: Namespace) -> Reply:
    with open_office(args) as office:
        wish = RegisterWish(
            args.book,
            RegisterPeriod(args.start, args.end),
            named_jorong(office, args.jorong, "Buku belum ditulis.", "BUKU-05")
            if args.jorong
            else None,
            _RULES[args.by],
            args.full,
            args.reason,
        )
        made = office.books.write(wish, Path(args.out).resolve())
    content = {
        "book": made.book.value,
        "file": str(made.path),
        "pages": made.pages,
        "rows": made.rows,
        "sha256": made.sha256,
        "full": bool(args.full),
    }
    pages = f", {made.pages} halaman" if made.pages is not None else ""
    return Reply(
        content, [f"Buku {made.book.value}: {made.rows} baris{pages}, {made.path}{_shown(wish)}"]
    )


def _shown(wish: RegisterWish) -> str:
    if not wish.book.has_numbers:
        return ""
    return ". NIK utuh, tercatat di buku kejadian" if wish.full else ". NIK disamarkan"


def _book(text: str) -> BookId:
    typed = text.strip().casefold()
    if typed in _NAMES:
        return _NAMES[typed]
    for book in BookId:
        if typed.replace(".", "") == book.value.replace(".", "").casefold():
            return book
    raise ArgumentTypeError(f"“{text}” bukan buku register; pilih B.1 sampai B.5, A.7 atau A.8")


def _day(text: str) -> date:
    day = typed_date(text)
    if day is None:
        raise ArgumentTypeError(f"“{text}” bukan tanggal; tulis seperti 2026-11-30")
    return day
