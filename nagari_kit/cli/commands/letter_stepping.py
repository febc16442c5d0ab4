"""`letters step` and `waiting`: what became of letters after their number."""

from __future__ import annotations

from argparse import Namespace

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.commands.letter_choice import called, chosen_letter
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply
from nagari_kit.domain.dates import typed_date
from nagari_kit.domain.letter_steps import Progress, StepKind, StepWish
from nagari_kit.infra.command_line import IndonesianParser, UsageError

_STEPS = {
    "signed": StepKind.SIGNED,
    "handed-over": StepKind.HANDED_OVER,
    "sent": StepKind.SENT,
    "archived": StepKind.ARCHIVED,
    "undo": StepKind.TAKEN_BACK,
}
PROGRESS_WORDS = {
    Progress.ISSUED: "terbit",
    Progress.SIGNED: "ditandatangani",
    Progress.HANDED_OVER: "diserahkan",
    Progress.SENT: "dikirim",
    Progress.ARCHIVED: "diarsipkan",
}


def add_step(inner: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar of `letters`."""
    step = add_command(inner, "step", "catat langkah surat sesudah terbit", _step, shared)
    step.add_argument("number", metavar="NOMOR", help="atau ID, bila belum bernomor")
    step.add_argument("step", choices=list(_STEPS), metavar="LANGKAH", help=", ".join(_STEPS))
    step.add_argument("--person", default="", metavar="NAMA", help="yang menerima surat")
    step.add_argument("--to", default="", metavar="TUJUAN", help="ke mana surat dikirim")
    step.add_argument(
        "--note", default="", metavar="KETERANGAN", help="hubungan penerima, atau alasan undo"
    )
    step.add_argument("--date", metavar="TANGGAL", help="baku: hari ini")
    add_command(inner, "waiting", "surat yang menunggu tanda tangan", _waiting, shared)


def _step(args: Namespace) -> Reply:
    day = typed_date(args.date) if args.date else None
    if args.date and day is None:
        raise UsageError(f"--date {args.date!r}: tulis tanggal seperti 24-11-2026", "")
    wish = StepWish(_STEPS[args.step], day, args.person, args.to, args.note)
    with open_office(args) as office:
        letter = office.steps.record(chosen_letter(office, args.number).id, wish)
    content = {
        "id": str(letter.id),
        "number": letter.number,
        "step": args.step,
        "progress": letter.progress.value,
    }
    return Reply(content, [f"{called(letter)}: {PROGRESS_WORDS[letter.progress]}."])


def _waiting(args: Namespace) -> Reply:
    with open_office(args) as office:
        waiting = office.desk.to_sign()
    letters = [
        {
            "id": str(one.row.id),
            "number": one.row.number,
            "type": one.row.type_id,
            "date": one.row.issue_date.isoformat(),
            "resident": one.row.resident_name,
            "checked_by": one.checked_by,
        }
        for one in waiting
    ]
    lines = [
        f"{one.row.number or '(tanpa nomor)':24} {one.row.short_title}, {one.row.resident_name}"
        f"{f', diperiksa {one.checked_by}' if one.checked_by else ''}"
        for one in waiting
    ]
    return Reply({"letters": letters}, lines or ["Tidak ada surat yang menunggu."])
