"""The books of letters, A.7 agenda and A.8 ekspedisi (Permendagri 47/2016): forms and rows."""

from __future__ import annotations

from collections.abc import Iterable

from nagari_kit.documents.registers.form import BookForm, Column, Group, Kind, Row
from nagari_kit.documents.registers.words import short_day
from nagari_kit.documents.wording import DASH
from nagari_kit.domain.correspondence import AgendaEntry, DispatchEntry, OutgoingLetter
from nagari_kit.domain.letter_steps import StepKind

_PERSON_CONCERNED = "Yang bersangkutan"

AGENDA = BookForm(
    "A.7",
    "Buku Agenda",
    (
        Column("Nomor\nurut", 12.5, Kind.NUMBER),
        Column("Tanggal\npenerimaan /\npengiriman", 21, Kind.DATE),
        Group(
            "Surat masuk",
            (
                Column("Nomor", 35),
                Column("Tanggal", 18, Kind.DATE),
                Column("Pengirim", 29),
                Column("Isi singkat", 42),
            ),
        ),
        Group(
            "Surat keluar",
            (
                Column("Nomor", 37),
                Column("Tanggal", 18, Kind.DATE),
                Column("Ditujukan kepada", 36),
                Column("Isi singkat", 39),
            ),
        ),
        Column("Keterangan", 24),
    ),
    head_rows=(6.5, 6.0),
)
EKSPEDISI = BookForm(
    "A.8",
    "Buku Ekspedisi",
    (
        Column("Nomor\nurut", 14, Kind.NUMBER),
        Column("Tanggal\npengiriman", 26, Kind.DATE),
        Column("Tanggal dan nomor surat", 55),
        Column("Isi singkat surat yang dikirim", 95),
        Column("Ditujukan kepada", 68),
        Column("Keterangan", 44),
    ),
    size=9.0,
    head_rows=(10.0,),
)


def agenda_rows(entries: Iterable[AgendaEntry], area_word: str) -> list[Row]:
    """A.7. A cancelled number stays: dashes in its cells, the reason in the last one."""
    return [_agenda_row(one, area_word) for one in entries]


def _agenda_row(one: AgendaEntry, area_word: str) -> Row:
    if one.incoming is not None:
        return (one.position, *_came_in(one))
    if one.outgoing is None:
        return (one.position, None, "", None, "", "", "", None, "", "", "")
    letter = one.outgoing
    if letter.void_reason:
        went: Row = (letter.number, letter.day, DASH, DASH)
        remark = f"Batal: {letter.void_reason}"
    else:
        went = (letter.number, letter.day, _addressee(letter, area_word), summary(letter))
        remark = "" if letter.number else "Nomor ditulis tangan, belum dimasukkan"
    return (one.position, letter.recorded_on, "", None, "", "", *went, remark)


def _came_in(one: AgendaEntry) -> Row:
    letter = one.incoming
    assert letter is not None  # noqa: S101 - asked before
    content = letter.content
    if letter.void_reason:
        cells: Row = (content.number, content.letter_date, DASH, DASH)
        remark = f"Batal: {letter.void_reason}"
    else:
        cells = (content.number, content.letter_date, content.sender, content.subject)
        remark = content.note
    return (content.received_on, *cells, "", None, "", "", remark)


def dispatch_rows(entries: Iterable[DispatchEntry], area_word: str) -> list[Row]:
    """A.8; day over number in the third column, who took the letter in the last."""
    return [
        (
            one.position,
            one.on,
            "\n".join(part for part in (short_day(one.letter.day), one.letter.number) if part),
            _of_whom(one.letter),
            _receiver(one, area_word),
            _taken_by(one),
        )
        for one in entries
    ]


def summary(letter: OutgoingLetter) -> str:
    """`Surat keterangan usaha untuk pembukaan rekening`."""
    title = sentence_case(letter.title)
    return f"{title} untuk {letter.purpose}" if letter.purpose else title


def sentence_case(title: str) -> str:
    """A title as running text: words in capitals (KTP, SKCK, N1) stay, others are lowered."""
    words = [word if _stays(word) else word.lower() for word in title.split()]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _stays(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    return word.isupper() and (len(letters) > 1 or any(sign.isdigit() for sign in word))


def _of_whom(letter: OutgoingLetter) -> str:
    if letter.void_reason:
        return f"{sentence_case(letter.title)} (nomor batal)"
    return (
        f"{sentence_case(letter.title)} a.n. {letter.person}"
        if letter.person
        else (summary(letter))
    )


def _addressee(letter: OutgoingLetter, area_word: str) -> str:
    if letter.addressed_to:
        return letter.addressed_to
    if letter.person and letter.jorong:
        return f"{letter.person} ({area_word.capitalize()} {letter.jorong})"
    return letter.person


def _receiver(one: DispatchEntry, area_word: str) -> str:
    if one.place:
        return one.place
    if one.kind is StepKind.HANDED_OVER and not one.letter.addressed_to:
        return _PERSON_CONCERNED
    return _addressee(one.letter, area_word) or _PERSON_CONCERNED


def _taken_by(one: DispatchEntry) -> str:
    if one.taken_back:
        return f"Dibatalkan: {one.taken_back}"
    if not one.person or one.person == one.letter.person:
        return ""
    return f"Diterima {one.person}" + (f" ({one.note})" if one.note else "")
