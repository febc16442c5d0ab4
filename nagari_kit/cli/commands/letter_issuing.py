"""`letters issue`: a letter with its people, papers and number, written to a PDF."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.commands.letter_choice import called, chosen_letter
from nagari_kit.cli.commands.letter_file import prepare_target, write_letter
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply, say
from nagari_kit.domain.dates import typed_date
from nagari_kit.domain.identity import OfficerId, ResidentId
from nagari_kit.domain.letter_requirements import RequirementAnswer, RequirementState
from nagari_kit.domain.letters import (
    IssuedLetter,
    LetterInput,
    LetterPerson,
    LetterStatus,
    LetterType,
)
from nagari_kit.domain.name_titles import person_name
from nagari_kit.domain.numbering import BLANK, MANUAL, NumberChoice
from nagari_kit.domain.outsiders import NIK_DIGITS, Outsider
from nagari_kit.errors import InputError, NotFoundError
from nagari_kit.infra.command_line import IndonesianParser, UsageError

if TYPE_CHECKING:
    from datetime import date

    from nagari_kit.services.workspace import Workspace

_NEEDS_RESIDENT = ("hidup", "meninggal")


def add_issuing(inner: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar of `letters`."""
    issuing = add_command(inner, "issue", "terbitkan surat", _issue, shared)
    issuing.add_argument("type", metavar="JENIS", help="misalnya sku; lihat letters types")
    issuing.add_argument("--nik", metavar="NIK", help="NIK warga yang suratnya dibuat")
    _add_repeated(issuing, "--set", "ISIAN=NILAI", "nilai satu isian")
    _add_repeated(
        issuing,
        "--person",
        "PIHAK=NIK|NAMA",
        "orang yang disebut; kolomnya menyusul: PIHAK=NIK;hubungan=Anak",
    )
    _add_repeated(
        issuing, "--paper", "SYARAT[=ALASAN]", "syarat yang ada, atau alasan tidak diminta"
    )
    issuing.add_argument("--signer", metavar="ID", help="penanda tangan; lihat officers list")
    issuing.add_argument("--date", metavar="TANGGAL", help="tanggal surat; baku: hari ini")
    issuing.add_argument("--number", metavar="NOMOR", help="nomor yang ditentukan sendiri")
    issuing.add_argument("--number-reason", default="", metavar="ALASAN")
    issuing.add_argument(
        "--number-later", action="store_true", help="nomor ditulis tangan, dicatat kemudian"
    )
    issuing.add_argument("--replaces", metavar="NOMOR", help="surat yang diganti oleh surat ini")
    issuing.add_argument("--out", required=True, metavar="BERKAS", help="PDF yang ditulis")


def _add_repeated(parser: IndonesianParser, name: str, metavar: str, words: str) -> None:
    parser.add_argument(name, action="append", default=[], metavar=metavar, help=words)


def letter_reply(letter: IssuedLetter, out: Path, sentence: str) -> Reply:
    """What `issue` and `reprint` answer."""
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


def _issue(args: Namespace) -> Reply:
    values = _pairs("--set", args.set, "ISIAN=NILAI")
    choice, day = _number_choice(args), _day(args.date)
    out = prepare_target(Path(args.out))
    with open_office(args) as office:
        kind = office.catalogue.get(args.type)
        _refuse_unknown_fields(kind, values)
        resident = _resident(office, kind, args.nik)
        people = _people(office, args.person)
        proposed = office.previews.defaults(kind.id, resident, as_last=False, people=people)
        wanted = LetterInput(
            kind.id,
            resident,
            proposed | values,
            signer_id=_signer(args.signer),
            issue_date=day,
            people=people,
            number=choice,
            requirements=_papers(args.paper),
            replaces=chosen_letter(office, args.replaces).id if args.replaces else None,
        )
        letter = _issued(office, wanted)
        write_letter(out, office.register.document(letter.id), letter.number)
    return letter_reply(letter, out, f"{called(letter)} terbit: {out}")


def _issued(office: Workspace, wanted: LetterInput) -> IssuedLetter:
    doubt = office.previews.clock_watch().doubt()
    if doubt:
        say(f"Peringatan: {doubt} Tanggal dan nomor surat mengikuti jam itu.")
    for sentence in office.previews.doubts(wanted).values():
        say(f"Peringatan: {sentence}")
    return office.issuing.issue(wanted)


def _pairs(option: str, written: list[str], form: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for pair in written:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise UsageError(f"{option} {pair!r}: tulis {form}", "")
        values[name.strip()] = value
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


def _resident(office: Workspace, kind: LetterType, nik: str | None) -> ResidentId | None:
    if nik is None:
        if kind.subject in _NEEDS_RESIDENT:
            raise UsageError(f"--nik wajib diisi untuk {kind.title}", "")
        return None
    return _known(office, nik)


def _known(office: Workspace, nik: str) -> ResidentId:
    resident = office.residents.find_by_nik(nik)
    if resident is None:
        raise NotFoundError(
            "Tidak ada warga dengan NIK itu. Surat belum dibuat, nomor belum terpakai.",
            hint="Periksa angka NIK, atau cari namanya dengan residents search.",
        )
    return resident.id


def _people(office: Workspace, written: list[str]) -> dict[str, tuple[LetterPerson, ...]]:
    """Whom the options name, in their order; digits are a NIK of the books, other text a name."""
    people: dict[str, tuple[LetterPerson, ...]] = {}
    for text in written:
        role, equals, rest = text.partition("=")
        who, *more = (part.strip() for part in rest.split(";"))
        if not equals or not role or not who:
            raise UsageError(f"--person {text!r}: tulis PIHAK=NIK atau PIHAK=NAMA", "")
        columns = _pairs("--person", more, "PIHAK=NIK;kolom=nilai")
        if who.isdigit() and len(who) == NIK_DIGITS:
            person = LetterPerson(_known(office, who), columns=columns)
        else:
            person = LetterPerson(outsider=Outsider(person_name(who)), columns=columns)
        people[role.strip()] = (*people.get(role.strip(), ()), person)
    return people


def _papers(written: list[str]) -> tuple[RequirementAnswer, ...] | None:
    """The answers, None when the command says nothing of papers."""
    if not written:
        return None
    answers = []
    for text in written:
        name, waived, reason = text.partition("=")
        state = RequirementState.WAIVED if waived else RequirementState.PRESENT
        answers.append(RequirementAnswer(name.strip(), state, reason))
    return tuple(answers)


def _number_choice(args: Namespace) -> NumberChoice:
    if args.number and args.number_later:
        raise UsageError("--number dan --number-later tidak dipakai bersama", "")
    if args.number:
        return NumberChoice(MANUAL, args.number, args.number_reason)
    if args.number_later:
        return NumberChoice(BLANK, reason=args.number_reason)
    return NumberChoice()


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    day = typed_date(text)
    if day is None:
        raise UsageError(f"--date {text!r}: tulis tanggal seperti 24-11-2026", "")
    return day


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


def type_content(kind: LetterType) -> dict[str, Any]:
    """A letter type as `letters types` tells of it."""
    return {
        "id": kind.id,
        "title": kind.title,
        "fields": [
            {"id": f.id, "label": f.label, "required": f.required, "options": list(f.options)}
            for f in kind.fields
        ],
        "code": kind.code,
        "subject": kind.subject,
        "people": [
            {"id": one.id, "label": one.label, "required": one.required} for one in kind.people
        ],
        "lists": [
            {
                "id": one.id,
                "label": one.label,
                "least": one.least,
                "columns": [column.id for column in one.columns],
            }
            for one in kind.people_lists
        ],
        "papers": [
            {"id": one.id, "label": one.label, "required": one.required}
            for one in kind.requirements
        ],
    }
