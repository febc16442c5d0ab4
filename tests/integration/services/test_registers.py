"""The population books: B.1, B.2 and B.3 of one day agree, and a file is whole or not there."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from nagari_kit.documents.registers.form import Register
from nagari_kit.documents.registers.recapitulation_rows import WITHOUT_AREA
from nagari_kit.domain import events
from nagari_kit.domain.event_reports import (
    ArrivalReport,
    BirthReport,
    DeathReport,
    DepartureReport,
    HouseholdMoveReport,
    InvalidationReport,
    MissingReport,
)
from nagari_kit.domain.identity import HouseholdId, JorongId, PopulationEventId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import DayRule, EventKind, PersonChange, PopulationEvent
from nagari_kit.domain.registers import BookId, RegisterPeriod, RegisterWish
from nagari_kit.domain.residents import Household, LifeStatus, Residency, Resident, Sex
from nagari_kit.errors import Cancelled, ConflictError, InputError, NotFoundError, StorageError
from nagari_kit.infra.clock import FixedClock
from nagari_kit.services.registers import BookService
from nagari_kit.services.registers.filling import filled
from tests.integration.services import drawn_events
from tests.integration.services.sample_office import officers, profile
from tests.integration.services.test_population_ledger import (
    AREAS,
    LAST,
    Village,
    by_name,
    village,
)
from tests.unit.documents import reading

OPENED = datetime(2026, 7, 1, 2, 41, tzinfo=UTC)
TODAY = datetime(2026, 11, 24, 2, 41, tzinfo=UTC)
NOVEMBER = RegisterPeriod.month(2026, 11)
ON = {"event_date": date(2026, 11, 5), "report_date": date(2026, 11, 7)}
JIWA_AT_START, JIWA_AT_END = 8, 31
ADDED, TAKEN = slice(9, 17), slice(17, 25)


def opened_village(clock: FixedClock, where: Village) -> None:
    """The books were filled on 1 July; since then it became 24 November."""
    with where.store.write("Penguji") as uow:
        uow.office.save_profile(profile())
        uow.record(events.office_configured(profile()))
        for officer in officers():
            uow.office.save_officer(officer)
            uow.record(events.officer_saved(officer))
        uow.commit()
    clock.moment = TODAY


@pytest.fixture
def where():
    clock = FixedClock(OPENED)
    with village(clock) as made:
        opened_village(clock, made)
        yield made


@pytest.fixture
def books(where) -> BookService:
    return BookService(where.population._context)


def book(where: Village, wish: RegisterWish) -> Register:
    with where.store.read() as reader:
        return filled(reader, wish, date(2026, 11, 24))


def of(book_id: BookId, period: RegisterPeriod = NOVEMBER, **more) -> RegisterWish:
    return RegisterWish(book_id, period, **more)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.data())
def test_whatever_happens_the_books_of_one_day_agree(data) -> None:
    clock = FixedClock(OPENED)
    with village(clock) as where:
        opened_village(clock, where)
        done = []
        days = data.draw(st.lists(st.integers(1, 145), min_size=1, max_size=7))
        for day in sorted(days):
            try:
                report = dated(
                    drawn_events.report(data, where), date(2026, 7, 1) + timedelta(days=day)
                )
                done.append(where.population.record(report).event.id)
            except (InputError, ConflictError):
                continue
        if done and data.draw(st.booleans()):
            where.population.undo(done[-1], "Keliru dicatat")
        start = date(2026, 5, 1) + timedelta(days=data.draw(st.integers(0, 200)))
        period = RegisterPeriod(start, start + timedelta(days=data.draw(st.integers(0, 40))))
        for rule in DayRule:
            _agree(where, period, rule)


def dated(report, day: date):
    """The report moved to a day; told on LAST."""
    if isinstance(report, BirthReport):
        report = replace(report, child=replace(report.child, birth_date=day))
    return replace(report, event_date=day)


def _agree(where: Village, period: RegisterPeriod, rule: DayRule) -> None:
    induk = book(where, of(BookId.INDUK, period, rule=rule)).rows
    recap = book(where, of(BookId.REKAPITULASI, period, rule=rule))
    mutations = book(where, of(BookId.MUTASI, period, rule=rule)).rows
    total = recap.total
    assert total[JIWA_AT_END] == len(induk)
    assert sum(1 for row in mutations if row[7]) - sum(
        1 for row in mutations if row[9] or row[11]
    ) == (total[JIWA_AT_END] - total[JIWA_AT_START])
    for row in recap.rows:
        there = [one for one in induk if _lives_in(one[11] or "", row[1])]
        assert row[JIWA_AT_END] == len(there)
        # Foreigners first, then citizens.
        assert row[25] + row[27] == sum(1 for one in there if one[2] == "L")
        assert row[26] + row[28] == sum(1 for one in there if one[2] == "P")
    for area in AREAS:
        alone = book(where, of(BookId.REKAPITULASI, period, rule=rule, jorong_id=area.id)).total
        moved = book(where, of(BookId.MUTASI, period, rule=rule, jorong_id=area.id)).rows
        net = sum(1 if row[7] else -1 for row in moved)
        assert alone[JIWA_AT_END] - alone[JIWA_AT_START] == net


def _lives_in(address: str, area: str) -> bool:
    if area == WITHOUT_AREA:
        return "Jorong" not in address
    return address.endswith(f"Jorong {area}")


def _record(where: Village, *reports) -> None:
    for report in reports:
        where.population.record(report)


def _arrival(where: Village, name: str, **facts) -> ArrivalReport:
    person = Resident(
        ResidentId(where.new_id()),
        PersonName(name),
        sex=Sex.MALE,
        birth_date=date(1990, 1, 1),
        **facts,
    )
    home = Household(HouseholdId(where.new_id()), "1306990201260009", jorong_id=AREAS[1].id)
    return ArrivalReport(
        people=(person,),
        household=home,
        origin="Kota Solok",
        host="Rumah Yusmaniar",
        purpose="Meneliti surau",
        **ON,
    )


def test_mutations_say_where_from_and_where_to(where) -> None:
    son, girl = by_name(where, "Rizki"), by_name(where, "Nabila")
    other = by_name(where, "Rizki", where.homes[1])
    mother = by_name(where, "Yusmaniar", where.homes[2])
    baby = replace(
        girl, id=ResidentId(where.new_id()), name=PersonName("Alya"), birth_date=ON["event_date"]
    )
    _record(
        where,
        BirthReport(child=baby, household_id=where.homes[0].id, **ON),
        _arrival(where, "Dedi Pendatang"),
        DepartureReport(resident_ids=(son.id,), destination="Kota Padang", **ON),
        DeathReport(resident_id=mother.id, place="RSUD Contoh", **ON),
        MissingReport(resident_id=other.id, **ON),
        InvalidationReport(resident_ids=(girl.id,), reason="Ganda", **ON),
    )

    rows = book(where, of(BookId.MUTASI)).rows

    day = ON["event_date"]
    assert [(row[1], *row[6:12]) for row in rows] == [
        ("Alya", "Lahir", day, "", None, "", None),
        ("Dedi Pendatang", "Kota Solok", day, "", None, "", None),
        ("Rizki", "", None, "Kota Padang", day, "", None),
        ("Yusmaniar", "", None, "", None, "RSUD Contoh", day),
        ("Rizki", "", None, "Hilang", day, "", None),
        ("Nabila", "", None, "Data tidak valid", day, "", None),
    ]


def test_a_move_between_jorong_stands_in_the_books_of_both_and_not_in_the_nagaris(where) -> None:
    moved = replace(where.homes[0], jorong_id=AREAS[1].id)
    _record(where, HouseholdMoveReport(household=moved, **ON))

    assert book(where, of(BookId.MUTASI)).rows == []
    left = book(where, of(BookId.MUTASI, jorong_id=AREAS[0].id)).rows
    joined = book(where, of(BookId.MUTASI, jorong_id=AREAS[1].id)).rows
    assert {row[8] for row in left} == {"Jorong Balai Ahad"}
    assert {row[6] for row in joined} == {"Jorong Koto Tangah"}
    recap = book(where, of(BookId.REKAPITULASI))
    assert "antarjorong" in recap.rows[0][32]
    assert any("perpindahan di dalam nagari" in remark for remark in recap.remarks)


def test_what_was_taken_back_stands_in_no_book(where) -> None:
    death = where.population.record(DeathReport(resident_id=by_name(where, "Rizki").id, **ON))
    assert len(book(where, of(BookId.MUTASI)).rows) == 1

    where.population.undo(death.event.id, "Keliru")

    assert book(where, of(BookId.MUTASI)).rows == []
    assert len(book(where, of(BookId.INDUK)).rows) == 16


def test_a_late_report_is_counted_by_either_date(where) -> None:
    late = {"event_date": date(2026, 10, 30), "report_date": date(2026, 11, 3)}
    _record(where, DeathReport(resident_id=by_name(where, "Rizki").id, **late))
    october = RegisterPeriod.month(2026, 10)

    def deaths(period: RegisterPeriod, rule: DayRule) -> int:
        return len(book(where, of(BookId.MUTASI, period, rule=rule)).rows)

    assert (deaths(october, DayRule.EVENT), deaths(NOVEMBER, DayRule.EVENT)) == (1, 0)
    assert (deaths(october, DayRule.REPORT), deaths(NOVEMBER, DayRule.REPORT)) == (0, 1)


def test_a_temporary_resident_is_in_b4_alone_while_here(where) -> None:
    guest = _arrival(where, "Dedi Tamu", residency=Residency.TEMPORARY, nik="1371010101900009")
    _record(where, guest)
    leaving = {"event_date": date(2026, 11, 20), "report_date": date(2026, 11, 20)}
    _record(
        where,
        DepartureReport(resident_ids=(guest.people[0].id,), destination="Kota Solok", **leaving),
    )

    (row,) = book(where, of(BookId.SEMENTARA, **FULL)).rows
    assert row[1:5] == ("Dedi Tamu", "V", "", "1371010101900009")
    assert row[9:14] == (
        "Kota Solok", "Meneliti surau", "Rumah Yusmaniar", date(2026, 11, 5), date(2026, 11, 20),
    )  # fmt: skip
    assert len(book(where, of(BookId.INDUK)).rows) == 16
    for day, expected in ((date(2026, 11, 4), 0), (date(2026, 11, 5), 1), (date(2026, 11, 21), 0)):
        found = book(where, of(BookId.SEMENTARA, RegisterPeriod(day, day))).rows
        assert len(found) == expected, day


def test_events_told_out_of_order_are_pointed_out(where) -> None:
    father = by_name(where, "Syafrial")
    moved = replace(where.homes[0], jorong_id=AREAS[1].id)
    _record(
        where,
        HouseholdMoveReport(household=moved, event_date=date(2026, 10, 10), report_date=LAST),
    )
    # The form refuses it; another PC of the office may still bring it.
    early = PopulationEvent(
        PopulationEventId(where.new_id()), EventKind.DEATH, date(2026, 10, 1), LAST
    )
    dead = replace(father, life_status=LifeStatus.DEAD)
    mother = by_name(where, "Yusmaniar")
    leading = replace(mother, family_relation=1)
    with where.store.write("Penguji") as uow:
        uow.ledger.enter(early, [PersonChange(father, dead), PersonChange(mother, leading)])
        uow.commit()

    on_the_fifth = RegisterPeriod(date(2026, 10, 5), date(2026, 10, 5))
    induk = book(where, of(BookId.INDUK, on_the_fifth))
    assert len(induk.rows) == book(where, of(BookId.REKAPITULASI, on_the_fifth)).total[31] == 15
    assert "Syafrial" not in [row[1] for row in induk.rows if row[14].endswith("0000")]
    assert "1 orang" in induk.remarks[0]
    assert "tidak berurutan" in induk.remarks[0]
    assert book(where, of(BookId.INDUK)).remarks == ()


def test_the_book_of_a_past_day_shows_who_was_there_then(where) -> None:
    father = by_name(where, "Syafrial")
    _record(where, DeathReport(resident_id=father.id, **ON))

    before = book(where, of(BookId.INDUK, RegisterPeriod.month(2026, 10))).rows
    after = book(where, of(BookId.INDUK)).rows
    assert (len(before), len(after)) == (16, 15)


@pytest.mark.parametrize("rule", DayRule)
def test_days_before_the_books_were_filled_are_counted_back_and_say_so(where, rule) -> None:
    father, mother = by_name(where, "Syafrial"), by_name(where, "Yusmaniar", where.homes[1])
    spring = {"event_date": date(2026, 5, 5), "report_date": date(2026, 5, 5)}
    _record(where, DeathReport(resident_id=father.id, **spring))
    _record(where, MissingReport(resident_id=mother.id, **ON))
    counted_back = "sebelum buku diisi dihitung mundur"
    with where.store.read() as reader:
        for period, here in (
            (RegisterPeriod.month(2026, 4), 16),
            (RegisterPeriod.month(2026, 6), 15),
            (RegisterPeriod.month(2026, 7), 15),
        ):
            end = sum(
                one.end.total for one in reader.ledger.balance(period.start, period.end, rule)
            )
            induk = book(where, of(BookId.INDUK, period, rule=rule))
            recap = book(where, of(BookId.REKAPITULASI, period, rule=rule))
            assert len(induk.rows) == recap.total[JIWA_AT_END] == end == here
            for made in (induk, recap, book(where, of(BookId.KTP_KK, period, rule=rule))):
                said = any(counted_back in remark for remark in made.remarks)
                assert said == (period.end < date(2026, 7, 1)), made.remarks
    year = book(where, of(BookId.REKAPITULASI, RegisterPeriod.year(2026), rule=rule))
    assert any(counted_back in remark for remark in year.remarks), "it begins before the books"
    events_of_may = book(where, of(BookId.MUTASI, RegisterPeriod.month(2026, 5), rule=rule))
    assert len(events_of_may.rows) == 1
    assert "hanya ada bila dicatat kemudian" in events_of_may.remarks[0]


def test_those_sign_who_were_in_office_on_the_last_day_or_today(where) -> None:
    made = book(where, of(BookId.INDUK))
    assert made.left.office_lines == ("Pj. WALI NAGARI KOTO CONTOH,",)
    assert (made.left.name, made.right.name) == ("DEFRIZAL, S.Sos.", "MARDALENA, S.E.")
    assert made.right.first_line.replace("\u00a0", " ") == "Koto Contoh, 24 November 2026"

    past = book(where, of(BookId.INDUK, RegisterPeriod.year(2023)))
    assert (past.left.name, past.right.name) == ("NASRUL", "")
    assert past.right.office_lines == ("SEKRETARIS NAGARI,",)


FULL = {"full": True, "reason": "Buku resmi bulan ini"}


def test_books_hide_nik_and_kk_unless_full(where) -> None:
    masked = book(where, of(BookId.INDUK))
    whole = book(where, of(BookId.INDUK, **FULL))
    assert all("•" in row[14] for row in masked.rows)
    assert whole.rows[0][14].startswith("130699010315000")
    assert masked.foot.endswith("nomor disamarkan")
    assert "disamarkan" not in whole.foot


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
@pytest.mark.parametrize("kind", [BookId.INDUK, BookId.SEMENTARA, BookId.KTP_KK])
def test_a_book_without_reason_holds_no_whole_number(where, books, tmp_path, kind, suffix) -> None:
    _record(
        where,
        _arrival(where, "Dedi Tamu", residency=Residency.TEMPORARY, nik="1371010101900009"),
    )
    masked, full = tmp_path / f"samar{suffix}", tmp_path / f"utuh{suffix}"
    books.write(of(kind), masked)
    books.write(of(kind, **FULL), full)

    cells = [cell for row in book(where, of(kind, **FULL)).rows for cell in row]
    numbers = [cell for cell in cells if re.fullmatch(r"\d{16}", str(cell))]
    assert numbers
    assert all(number in _words(full) for number in numbers)
    assert not any(number in _words(masked) for number in numbers)


def _words(path: Path) -> str:
    """Everything that a reader finds in the file, without spaces."""
    if path.suffix == ".pdf":
        return "".join("".join(reading.page_texts(path.read_bytes())).split())
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return "|".join("".join(str(cell).split()) for row in rows for cell in row)


def _exports(where: Village) -> list[dict[str, object]]:
    with where.store.read() as reader:
        logged = reader.events.after(reader.events.incarnation().inc, 0, 500)
    return [json.loads(one.body)["d"] for one in logged if one.type == "export.made"]


def test_every_book_that_leaves_is_recorded_without_names(where, books, tmp_path) -> None:
    books.look(of(BookId.INDUK))
    books.write(of(BookId.REKAPITULASI), tmp_path / "rekap.pdf")
    assert _exports(where) == [], "a look and sums take nobody's data away"

    books.write(of(BookId.INDUK), tmp_path / "samar.xlsx")
    books.pdf(of(BookId.KTP_KK, full=True, reason=f" {FULL['reason']} "))

    said = {
        "form": "buku", "from": "2026-11-01", "to": "2026-11-30",
        "chosen": 0, "people": 16, "households": 0,
    }  # fmt: skip
    assert _exports(where) == [
        {**said, "book": "B.1", "full": 0, "reason": ""},
        {**said, "book": "B.5", "full": 1, "reason": FULL["reason"]},
    ]


@pytest.mark.parametrize("reason", ["", "  pendek   "])
def test_a_full_book_without_a_reason_that_says_something_is_refused(
    where, books, tmp_path, reason
) -> None:
    wish = of(BookId.INDUK, full=True, reason=reason)
    path = tmp_path / "buku.xlsx"
    for make in (books.look, books.pdf, lambda one: books.write(one, path)):
        with pytest.raises(InputError) as refused:
            make(wish)
        assert "alasan" in refused.value.fields["reason"]
    assert not path.exists()
    assert _exports(where) == []


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_a_file_is_whole_with_its_hash_and_for_this_user_alone(books, tmp_path, suffix) -> None:
    path = tmp_path / "laporan" / f"buku{suffix}"
    made = books.write(of(BookId.INDUK), path)

    content = path.read_bytes()
    assert made.sha256 == hashlib.sha256(content).hexdigest()
    assert (made.rows, made.path) == (16, path)
    assert (made.pages is None) == (suffix == ".xlsx")
    assert path.stat().st_mode & 0o077 == 0
    assert [one.name for one in path.parent.iterdir()] == [path.name]


class _Stop:
    """Cancels at the n-th time that it is asked."""

    def __init__(self, at: int) -> None:
        self.left = at

    def raise_if_cancelled(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
@pytest.mark.parametrize("at", [0, 1])
def test_a_cancelled_book_leaves_the_older_file_alone(books, tmp_path, suffix, at) -> None:
    path = tmp_path / f"buku{suffix}"
    path.write_bytes(b"yang lama")
    with pytest.raises(Cancelled):
        books.write(of(BookId.INDUK), path, token=_Stop(at))

    assert path.read_bytes() == b"yang lama"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_progress_tells_pages_done(books, tmp_path) -> None:
    told = []
    books.write(of(BookId.INDUK), tmp_path / "buku.pdf", progress=lambda *news: told.append(news))
    assert told[0] == (0, 0, "Membaca data")
    assert told[-1] == (1, 2, "Menyusun buku")


def test_a_wish_that_cannot_be_met_is_refused_in_words(books, tmp_path) -> None:
    with pytest.raises(InputError) as wrong:
        books.write(of(BookId.INDUK), tmp_path / "buku.doc")
    assert ".pdf" in wrong.value.fields["out"]
    with pytest.raises(InputError) as turned:
        books.look(of(BookId.INDUK, RegisterPeriod(LAST, LAST - timedelta(days=1))))
    assert "end" in turned.value.fields
    with pytest.raises(NotFoundError):
        books.look(of(BookId.INDUK, jorong_id=JorongId(ResidentId(where_nobody()))))
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(StorageError) as refused:
        books.write(of(BookId.INDUK), tmp_path / "berkas" / "buku.pdf")
    assert "tidak berubah" in refused.value.user_message


def where_nobody():
    from uuid import UUID

    return UUID(int=999)


def test_files_are_named_after_book_and_days(books) -> None:
    assert books.file_name(of(BookId.REKAPITULASI), ".pdf") == (
        "B3 Rekapitulasi Jumlah Penduduk November 2026.pdf"
    )
    assert books.file_name(of(BookId.KTP_KK, RegisterPeriod.year(2026)), ".xlsx") == (
        "B5 KTP dan KK 2026.xlsx"
    )


def test_what_happened_before_the_books_were_filled_is_no_disorder(where) -> None:
    father = by_name(where, "Syafrial")
    spring = date(2026, 5, 5)
    _record(where, DeathReport(resident_id=father.id, event_date=spring, report_date=LAST))

    made = book(where, of(BookId.REKAPITULASI, RegisterPeriod.month(2026, 7)))

    assert made.remarks == ()
    assert (made.total[JIWA_AT_START], made.total[JIWA_AT_END]) == (15, 15)
