"""Numbers that the officer chose: typed by hand, kept beforehand, or entered after the writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nagari_kit.domain.number_patterns import MAX_PATTERN, is_plain_text
from nagari_kit.domain.number_reservations import OPEN, Skip
from nagari_kit.domain.numbering import (
    MANUAL,
    RESERVED,
    GivenNumber,
    NumberChoice,
    NumberFacts,
    render_number,
    sequence_in,
)
from nagari_kit.domain.office import NumberRule
from nagari_kit.errors import ConflictError, InputError

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader, UnitOfWork
    from nagari_kit.services.letter_numbers import NextNumber

FURTHEST = 500
"""A typed number so far ahead of the counter is more likely a slip of the finger."""
SHORTEST_REASON = 3


def manual_number(
    uow: UnitOfWork,
    rule: NumberRule,
    facts: NumberFacts,
    coming: NextNumber,
    choice: NumberChoice,
) -> GivenNumber:
    """A number as typed, with its place when it is one of this counter. Raises InputError."""
    reason = choice.reason.strip()
    if len(reason) < SHORTEST_REASON:
        raise InputError(
            "Nomor yang diketik sendiri perlu alasan. Nomor belum dipakai.",
            {"number_reason": "Tulis mengapa nomornya tidak dari penghitung."},
        )
    number, sequence = placed(uow.queries, rule, facts, coming, choice.number)
    if sequence is not None:
        uow.numbering.note_skips(coming.series, _skips_to(coming, sequence, reason))
    return GivenNumber(coming.series, sequence, number, MANUAL, reason, number)


def placed(
    reader: Reader, rule: NumberRule, facts: NumberFacts, coming: NextNumber, typed: str
) -> tuple[str, int | None]:
    """A typed number as it is filed, and its place in the counter if it has one.

    Digits alone are completed by the pattern. Raises InputError for `number` when it is empty, not
    writable, taken, kept for another letter, or far ahead of the counter.
    """
    number = " ".join(typed.split())
    if not number or len(number) > MAX_PATTERN or not is_plain_text(number):
        raise _refused(
            f"Isi nomor dengan huruf, angka, titik dan garis, paling panjang {MAX_PATTERN} huruf."
        )
    sequence = sequence_in(rule.pattern, number, facts)
    if sequence is not None and number.isdigit():
        number = render_number(rule.pattern, sequence, facts)
    _refuse_taken(reader, number)
    if sequence is None:
        return number, None
    other = reader.numbering.at_place(coming.series, sequence)
    if other is not None:
        raise _refused(f"Urut {sequence} sudah dipakai nomor {other}.")
    if sequence >= coming.sequence + FURTHEST:
        raise _refused(
            f"Urut {sequence} jauh melewati nomor berikut, {coming.sequence}. Bila memang benar, "
            "ubah “Nomor berikut” di Pengaturan, bagian Penomoran."
        )
    return number, sequence


def reserved_number(uow: UnitOfWork, choice: NumberChoice, type_id: str) -> GivenNumber:
    """A number that was kept for this type of letter. Raises InputError, ConflictError."""
    kept = choice.reservation_id and uow.numbering.reservation(choice.reservation_id)
    if not kept or kept.type_id != type_id:
        raise InputError(
            "Nomor pesanan belum dipilih. Nomor belum dipakai.",
            {"reservation": "Pilih satu nomor yang dipesan untuk jenis surat ini."},
        )
    if kept.state != OPEN:
        raise ConflictError(
            f"Nomor pesanan {kept.number} sudah tidak menunggu lagi. Surat belum diterbitkan.",
            hint="Pilih nomor pesanan lain, atau nomor dari penghitung.",
            code="NOMOR-01",
        )
    uow.numbering.use_reservation(kept.id)
    return GivenNumber(kept.series, kept.sequence, kept.number, RESERVED, kept.reason, kept.number)


def skips_before(coming: NextNumber, sequence: int) -> tuple[Skip, ...]:
    """What the counter itself would have passed over before that place."""
    return tuple(
        Skip(one.kind, one.first, min(one.last, sequence - 1), one.reason)
        for one in coming.skips
        if one.first < sequence
    )


def _skips_to(coming: NextNumber, sequence: int, reason: str) -> tuple[Skip, ...]:
    skips = skips_before(coming, sequence)
    if sequence > coming.sequence:
        skips += (Skip(MANUAL, coming.sequence, sequence - 1, reason),)
    return skips


def _refuse_taken(reader: Reader, number: str) -> None:
    for letter in reader.letters.find_by_number(number):
        raise _refused(
            f"Nomor {letter.number} sudah dipakai {letter.short_title} untuk "
            f"{letter.resident_name or 'surat lain'}."
        )
    kept = reader.numbering.reservation_at(number)
    if kept is not None and kept.state == OPEN:
        raise _refused(f"Nomor {kept.number} sedang dipesan: {kept.reason}.")


def _refused(sentence: str) -> InputError:
    return InputError("Nomor itu tidak bisa dipakai. Belum ada yang berubah.", {"number": sentence})
