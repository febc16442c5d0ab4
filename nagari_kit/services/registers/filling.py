"""Fills the forms of the books from the office's data at one moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from nagari_kit.documents.registers import books, letter_books
from nagari_kit.documents.registers.form import BookForm, Register, Row
from nagari_kit.documents.registers.population_rows import (
    Manner,
    card_rows,
    inhabitant_rows,
    mutation_rows,
    visitor_rows,
)
from nagari_kit.documents.registers.recapitulation_rows import (
    recapitulation_remarks,
    recapitulation_rows,
)
from nagari_kit.documents.wording import office_name
from nagari_kit.domain.book_remarks import (
    before_the_books,
    events_before_the_books,
    out_of_order,
)
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.office import OfficeProfile
from nagari_kit.domain.registers import BookId, RegisterPeriod, RegisterWish
from nagari_kit.errors import NotFoundError
from nagari_kit.services.registers.signing import signatories

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader

_OF_EVENTS = frozenset({BookId.MUTASI, BookId.SEMENTARA})
"""Books of what happened; the others tell who was there on a day."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What one book has of its own."""

    form: BookForm
    rows: list[Row]
    total: Row | None = None
    remarks: tuple[str, ...] = ()


def filled(reader: Reader, wish: RegisterWish, today: date) -> Register:
    """The book as it is to be printed. Raises NotFoundError when the jorong is not there any more.

    It is signed on the last day of its period, or today while that is still to come.
    """
    office = reader.office.profile()
    signed_on = min(wish.period.end, today)
    content = _CONTENTS[wish.book](reader, wish, office)
    area = _area_words(reader, wish, office)
    left, right = signatories(reader, office, signed_on)
    return Register(
        form=content.form,
        place=_place(office, area),
        period=_period_words(wish),
        foot=_foot(content.form, office, area, wish),
        rows=content.rows,
        total=content.total,
        left=left,
        right=right,
        remarks=(*content.remarks, *_doubts(reader, wish)),
    )


def _inhabitants(reader: Reader, wish: RegisterWish, office: OfficeProfile) -> _Content:
    people = reader.registers.inhabitants(wish.period.end, wish.rule, wish.jorong_id)
    return _Content(books.INDUK, inhabitant_rows(people, _manner(wish, office)))


def _cards(reader: Reader, wish: RegisterWish, office: OfficeProfile) -> _Content:
    people = reader.registers.inhabitants(wish.period.end, wish.rule, wish.jorong_id)
    return _Content(books.KTP_DAN_KK, card_rows(people, _manner(wish, office)))


def _mutations(reader: Reader, wish: RegisterWish, office: OfficeProfile) -> _Content:
    found = reader.registers.mutations(wish.period, wish.rule, wish.jorong_id)
    return _Content(books.MUTASI, mutation_rows(found, _manner(wish, office)))


def _visitors(reader: Reader, wish: RegisterWish, office: OfficeProfile) -> _Content:
    found = reader.registers.visitors(wish.period, wish.rule, wish.jorong_id)
    rows = visitor_rows(found, _manner(wish, office), wish.period.end)
    return _Content(books.SEMENTARA, rows)


def _recapitulation(reader: Reader, wish: RegisterWish, office: OfficeProfile) -> _Content:
    balances = [
        one
        for one in reader.ledger.balance(wish.period.start, wish.period.end, wish.rule)
        if wish.jorong_id is None or one.jorong_id == wish.jorong_id
    ]
    rows, total = recapitulation_rows(balances, office.area_word)
    form = books.recapitulation(office.area_word, wish.period.span)
    return _Content(form, rows, total, recapitulation_remarks(balances, office.area_word))


def _agenda(reader: Reader, wish: RegisterWish, office: OfficeProfile) -> _Content:
    entries = [
        one
        for year in _years(wish.period)
        for one in reader.correspondence.agenda(year)
        if wish.period.start <= one.recorded_on <= wish.period.end
    ]
    return _Content(letter_books.AGENDA, letter_books.agenda_rows(entries, office.area_word))


def _dispatches(reader: Reader, wish: RegisterWish, office: OfficeProfile) -> _Content:
    entries = [
        one
        for year in _years(wish.period)
        for one in reader.correspondence.dispatches(year)
        if wish.period.start <= one.recorded_on <= wish.period.end
    ]
    return _Content(letter_books.EKSPEDISI, letter_books.dispatch_rows(entries, office.area_word))


def _years(period: RegisterPeriod) -> range:
    return range(period.start.year, period.end.year + 1)


_CONTENTS: dict[BookId, Callable[[Reader, RegisterWish, OfficeProfile], _Content]] = {
    BookId.INDUK: _inhabitants,
    BookId.MUTASI: _mutations,
    BookId.REKAPITULASI: _recapitulation,
    BookId.SEMENTARA: _visitors,
    BookId.KTP_KK: _cards,
    BookId.AGENDA: _agenda,
    BookId.EKSPEDISI: _dispatches,
}


def _manner(wish: RegisterWish, office: OfficeProfile) -> Manner:
    return Manner(office.area_word, masked=not wish.full)


def _period_words(wish: RegisterWish) -> str:
    if wish.book in {BookId.INDUK, BookId.KTP_KK} and wish.period.span == "masa":
        return f"Keadaan {long_date(wish.period.end)}"
    return wish.period.words


def _area_words(reader: Reader, wish: RegisterWish, office: OfficeProfile) -> str:
    if wish.jorong_id is None:
        return ""
    for area in reader.jorong.all():
        if area.id == wish.jorong_id:
            return f"{office.area_word.capitalize()} {area.name}"
    raise NotFoundError(
        f"{office.area_word.capitalize()} itu tidak ada lagi. Buku belum dibuat.",
        hint=f"Pilih {office.area_word} lain, lalu ulangi.",
        code="BUKU-01",
    )


def _place(office: OfficeProfile, area: str) -> str:
    district = f"Kecamatan {office.kecamatan}" if office.kecamatan else ""
    parts = (area, office_name(office), district, office.kabupaten)
    return ", ".join(part for part in parts if part)


def _foot(form: BookForm, office: OfficeProfile, area: str, wish: RegisterWish) -> str:
    words = _period_words(wish)
    whose = f"{area}, {office_name(office)}" if area else office_name(office)
    hidden = wish.book.has_numbers and not wish.full
    told = ", nomor disamarkan" if hidden else ""
    return f"{form.title} {whose}, {words[:1].lower()}{words[1:]}{told}"


def _doubts(reader: Reader, wish: RegisterWish) -> tuple[str, ...]:
    """What must be known of days before the books, and of people whose days are not in order."""
    if wish.book.is_of_letters:
        return ()
    begun = reader.registers.begun_on()
    first, last = wish.period.start, wish.period.end
    if wish.book in _OF_EVENTS:
        return events_before_the_books(first, begun)
    if wish.book is not BookId.REKAPITULASI:
        first = last
    days = {last, first - timedelta(days=1)} if first < last else {last}
    people = max(reader.registers.unordered(day, wish.rule) for day in days)
    return (*before_the_books(first, begun), *out_of_order(people))
