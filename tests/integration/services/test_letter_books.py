"""The agenda and the ekspedisi: one running number that never moves, nothing left out."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from nagari_kit.domain.correspondence import IncomingReport
from nagari_kit.domain.letter_steps import Progress, StepKind
from nagari_kit.domain.registers import BookId, RegisterPeriod, RegisterWish
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.services.registers.filling import filled

NOVEMBER = RegisterPeriod.month(2026, 11)
CAMAT = IncomingReport(
    date(2026, 11, 23),
    "Camat Batang Contoh",
    "Undangan bimbingan teknis",
    "400.10.2/112/PEM/2026",
    date(2026, 11, 19),
    "Disposisi Sekretaris",
)


def rows(workspace, book: BookId, period: RegisterPeriod = NOVEMBER):
    with workspace.context.store.read() as reader:
        return filled(reader, RegisterWish(book, period), workspace.clock.today()).rows


def dispatch(workspace, letter, kind: StepKind, **facts: str) -> None:
    from nagari_kit.domain import events
    from nagari_kit.domain.letter_steps import LetterStep

    step = LetterStep(kind, workspace.clock.today(), workspace.clock.now(), "Rina", **facts)
    with workspace.context.store.write("Rina") as uow:
        uow.letter_steps.add(letter.id, step, Progress.HANDED_OVER)
        uow.record(events.letter_stepped(letter, kind, step.on, Progress.HANDED_OVER))
        uow.commit()


def test_letters_that_came_and_went_share_one_running_number(workspace, sku, clock):
    first = workspace.issuing.issue(sku)
    clock.moment += timedelta(minutes=1)
    came, _ = workspace.incoming.receive(CAMAT)
    clock.moment += timedelta(minutes=1)
    second = workspace.issuing.issue(sku)

    made = rows(workspace, BookId.AGENDA)
    assert [row[0] for row in made] == [1, 2, 3]
    assert came.agenda_number == 2
    assert [row[6] for row in made] == [first.number, "", second.number]
    assert made[1][1:6] == (
        date(2026, 11, 23),
        CAMAT.number,
        CAMAT.letter_date,
        CAMAT.sender,
        CAMAT.subject,
    )
    assert made[0][9].startswith("Surat keterangan usaha")


def test_a_stamped_number_stays_when_the_clock_was_set_back(workspace, sku, clock):
    workspace.issuing.issue(sku)
    came, _ = workspace.incoming.receive(CAMAT)
    clock.moment -= timedelta(hours=2)
    workspace.issuing.issue(sku)
    again, _ = workspace.incoming.receive(CAMAT)

    made = rows(workspace, BookId.AGENDA)
    assert [row[0] for row in made] == [1, 2, 3, 4]
    assert [row[0] for row in made if row[4]] == [came.agenda_number, again.agenda_number] == [2, 4]


def test_a_cancelled_letter_keeps_its_line_with_the_reason(workspace, sku):
    letter = workspace.issuing.issue(sku)
    workspace.register.void(letter.id, "salah ketik nama usaha")
    came, _ = workspace.incoming.receive(CAMAT)
    workspace.incoming.void(came.id, "tercatat dua kali")

    went, entered = rows(workspace, BookId.AGENDA)
    assert went[6] == letter.number
    assert went[8:] == ("–", "–", "Batal: salah ketik nama usaha")
    assert entered[4:6] == ("–", "–")
    assert entered[10] == "Batal: tercatat dua kali"
    with pytest.raises(ConflictError, match="sudah dibatalkan"):
        workspace.incoming.amend(came.id, CAMAT)


def test_a_letter_in_the_night_of_the_new_year_belongs_to_the_year_at_the_office(
    workspace, sku, clock
):
    clock.moment = clock.moment.replace(month=12, day=31, hour=17, minute=30)
    letter = workspace.issuing.issue(sku)

    assert letter.issue_date == date(2027, 1, 1)
    assert rows(workspace, BookId.AGENDA, RegisterPeriod.year(2026)) == []
    (line,) = rows(workspace, BookId.AGENDA, RegisterPeriod.year(2027))
    assert line[0] == 1


def test_the_ekspedisi_tells_who_took_a_letter_and_what_was_taken_back(workspace, sku):
    kept, mistaken = workspace.issuing.issue(sku), workspace.issuing.issue(sku)
    dispatch(workspace, kept, StepKind.HANDED_OVER, person="Nurlaila", note="istri")
    dispatch(workspace, mistaken, StepKind.SENT, person="Yanti", place="RSUD Kabupaten Contoh")
    dispatch(workspace, mistaken, StepKind.TAKEN_BACK, note="belum jadi dikirim")

    first, second = rows(workspace, BookId.EKSPEDISI)
    assert first[0] == 1
    assert kept.number in first[2]
    assert first[3] == f"Surat keterangan usaha a.n. {kept.resident_name}"
    assert first[4:] == ("Yang bersangkutan", "Diterima Nurlaila (istri)")
    assert second[4:] == ("RSUD Kabupaten Contoh", "Dibatalkan: belum jadi dikirim")


def test_what_is_not_readable_is_refused_in_words_and_nothing_is_entered(workspace):
    wrong = IncomingReport(date(2026, 11, 23), " ", "x" * 301, letter_date=date(2026, 11, 24))
    with pytest.raises(InputError) as refused:
        workspace.incoming.receive(wrong)

    assert set(refused.value.fields) == {"sender", "subject", "letter_date"}
    assert refused.value.code == "MASUK-01"
    assert workspace.incoming.of_year(2026) == ()


def test_the_agenda_of_a_month_goes_on_counting_and_is_written_to_a_sheet(
    workspace, sku, clock, tmp_path: Path
):
    workspace.issuing.issue(sku)
    clock.moment += timedelta(days=10)
    letter = workspace.issuing.issue(sku)

    december = RegisterWish(BookId.AGENDA, RegisterPeriod.month(2026, 12))
    written = workspace.books.write(december, tmp_path / "agenda.xlsx")
    assert written.rows == 1
    cells = CalamineWorkbook.from_path(str(written.path)).get_sheet_by_index(0).to_python()
    line = next(row for row in cells if letter.number in row)
    assert 2 in line
    printed = workspace.books.pdf(RegisterWish(BookId.EKSPEDISI, NOVEMBER))
    assert printed.pages == 1
