"""Numbers beyond the counter: typed, kept, written by hand, back-dated, shared, missing."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest

from nagari_kit.domain.correspondence import IncomingReport
from nagari_kit.domain.letters import LetterFilter, LetterInput
from nagari_kit.domain.number_gaps import GapKind
from nagari_kit.domain.number_models import MODELS
from nagari_kit.domain.number_reservations import ReservationWish
from nagari_kit.domain.numbering import NumberChoice, Series
from nagari_kit.domain.office import INCOMING, OF_CODE, NumberingSettings, NumberRule
from nagari_kit.errors import ConflictError, InputError, NotFoundError
from tests.integration.services.sample_office import SKTM

TODAY = date(2026, 11, 24)
OFFICE = NumberingSettings(NumberRule("{urut:3}/{wn}/{tahun}", scope="office"))


@pytest.fixture
def sktm(child) -> LetterInput:
    return LetterInput("sktm", child, SKTM)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def gaps_of(workspace, name: str, year: int = 2026):
    report = workspace.number_gaps.report(year)
    found = next(one for one in report.series if one.series.name == name)
    return [(gap.first, gap.last, gap.kind.name) for gap in found.gaps]


def events_of(workspace, kind: str) -> list[dict]:
    with workspace.context.store.read() as reader:
        inc = reader.events.incarnation().inc
        stored = reader.events.after(inc, 0, 1000)
    return [json.loads(one.body)["d"] for one in stored if one.type == kind]


def typed(number: str, reason: str = "agenda kertas") -> NumberChoice:
    return NumberChoice("manual", number, reason)


def test_an_office_in_midyear_begins_once_and_at_one_in_the_next_year(workspace, clock, sku):
    rule = replace(OFFICE.default, start=146)
    workspace.numbering.save(NumberingSettings(rule))
    assert workspace.numbering.settings().default.start_year == 2026
    assert workspace.issuing.issue(sku).number == "146/KN/2026"
    assert gaps_of(workspace, "office") == [(1, 145, "START")]

    clock.moment = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)
    assert workspace.issuing.issue(sku).number == "001/KN/2027"
    assert gaps_of(workspace, "office", 2027) == []


def test_a_start_of_a_shared_code_counts_for_whichever_type_comes_first(workspace, sku, sktm):
    code = NumberRule(classification="470")
    begun = {f"{OF_CODE}470": NumberRule(start=219)}
    workspace.numbering.save(NumberingSettings(code, begun))
    assert [workspace.issuing.issue(one).number.split("/")[1] for one in (sku, sktm)] == [
        "219", "220",
    ]  # fmt: skip


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.place)
def test_each_pattern_to_begin_from_serves_the_whole_catalogue(workspace, sku, model):
    workspace.numbering.save(NumberingSettings(model.rule))
    letter = workspace.issuing.issue(sku)
    assert bool(letter.number) is (model.rule.mode == "counter")


def test_a_counter_of_the_month_begins_anew_and_goes_back_for_a_back_dated_letter(
    workspace, clock, sku
):
    rule = NumberRule("{urut}/{jenis}/{bulan_romawi}/{tahun}", scope="type", reset="month")
    workspace.numbering.save(NumberingSettings(rule))
    assert [workspace.issuing.issue(sku).number for _ in range(2)] == [
        "1/SKU/XI/2026", "2/SKU/XI/2026",
    ]  # fmt: skip
    clock.moment = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    assert workspace.issuing.issue(sku).number == "1/SKU/XII/2026"
    late = workspace.issuing.issue(replace(sku, issue_date=date(2026, 11, 30)))
    assert (late.number, late.series) == ("3/SKU/XI/2026", "type:sku#11")
    titles = {one.title for one in workspace.number_gaps.report(2026).series}
    assert titles == {"Keterangan Usaha, November", "Keterangan Usaha, Desember"}


def test_a_counter_that_never_resets_goes_on_in_the_next_year(workspace, clock, sku):
    rule = NumberRule("{urut}/{wn}", scope="office", reset="never", start=7)
    workspace.numbering.save(NumberingSettings(rule))
    assert workspace.issuing.issue(sku).number == "7/KN"
    clock.moment = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)
    found = workspace.issuing.issue(sku)
    assert (found.number, found.year) == ("8/KN", 0)
    assert gaps_of(workspace, "office", 2027) == [(1, 6, "START")]
    shown = workspace.numbering.examples(NumberingSettings(rule), "sku", date(2027, 1, 4))
    assert (shown.next_number, shown.other, shown.first_of_year) == ("9/KN", "10/KN", "9/KN")
    assert shown.blank == "······/KN"


def test_types_of_a_group_share_one_counter_and_others_do_not(workspace, sku, sktm, father):
    shared = NumberRule("{urut:3}/{jenis}/{tahun}", scope="group", group_name="Umum")
    workspace.numbering.save(NumberingSettings(NumberRule(), {"sku": shared, "sktm": shared}))
    numbers = [workspace.issuing.issue(one).number for one in (sku, sktm, sku)]
    assert numbers == ["001/SKU/2026", "002/SKTM/2026", "003/SKU/2026"]
    assert workspace.numbering.next_number("domisili", TODAY).split("/")[1] == "001"


def test_a_typed_number_needs_a_reason_and_the_counter_goes_on_behind_it(workspace, sku):
    workspace.numbering.save(OFFICE)
    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(sku, number=typed("5", "")))
    assert set(refusal.value.fields) == {"number_reason"}

    letter = workspace.issuing.issue(replace(sku, number=typed("5")))
    assert (letter.number, letter.sequence, letter.number_mode) == ("005/KN/2026", 5, "manual")
    assert letter.number_reason == "agenda kertas"
    assert workspace.issuing.issue(sku).sequence == 6
    assert gaps_of(workspace, "office") == [(1, 4, "MANUAL")]
    filled = workspace.issuing.issue(replace(sku, number=typed(" 002 / kn / 2026 ")))
    assert filled.sequence == 2
    assert gaps_of(workspace, "office") == [(1, 1, "MANUAL"), (3, 4, "MANUAL")]


def test_an_unknown_way_to_number_is_refused(workspace, sku):
    with pytest.raises(InputError):
        workspace.issuing.issue(replace(sku, number=NumberChoice("undian")))
    assert workspace.issuing.issue(sku).sequence == 1


def test_a_typed_number_of_another_form_stands_beside_the_counter(workspace, sku):
    workspace.numbering.save(OFFICE)
    letter = workspace.issuing.issue(replace(sku, number=typed("470/17/CAMAT/2026")))
    assert (letter.number, letter.sequence) == ("470/17/CAMAT/2026", None)
    assert workspace.issuing.issue(sku).sequence == 1


@pytest.mark.parametrize(
    ("number", "word"),
    [
        ("", "Isi nomor"),
        ("12<b>", "Isi nomor"),
        ("x" * 81, "80 huruf"),
        ("1", "sudah dipakai Keterangan Usaha untuk Syafrial Alamsyah"),
        ("001 / kn/2026", "sudah dipakai"),
        ("504", "jauh melewati"),
        ("3", "sedang dipesan: undangan rapat"),
    ],
)
def test_a_number_that_cannot_be_given_is_refused_and_nothing_is_taken(
    workspace, sku, number, word
):
    workspace.numbering.save(OFFICE)
    workspace.issuing.issue(sku)
    workspace.reservations.reserve(ReservationWish("sku", 2, "undangan rapat"))
    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(sku, number=typed(number)))
    assert word in refusal.value.fields["number"]
    assert workspace.register.page(LetterFilter(), 0, 10).total == 1
    assert workspace.issuing.issue(sku).sequence == 4


def test_one_place_of_a_counter_bears_one_number_whatever_its_month(workspace, clock, sku):
    rule = NumberRule("{urut}/{bulan_romawi}/{tahun}", scope="office")
    workspace.numbering.save(NumberingSettings(rule))
    workspace.issuing.issue(sku)
    clock.moment = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(sku, number=typed("1/XII/2026")))
    assert "Urut 1 sudah dipakai nomor 1/XI/2026" in refusal.value.fields["number"]


def test_kept_numbers_are_used_once_by_their_type_or_let_go_with_a_reason(workspace, sku, sktm):
    workspace.numbering.save(OFFICE)
    first, second, third = workspace.reservations.reserve(ReservationWish("sku", 3, "undangan"))
    assert [one.number for one in (first, second, third)] == [
        "001/KN/2026", "002/KN/2026", "003/KN/2026",
    ]  # fmt: skip
    assert workspace.issuing.issue(sktm).sequence == 4

    choice = NumberChoice("reserved", reservation_id=second.id)
    with pytest.raises(InputError):
        workspace.issuing.issue(replace(sktm, number=choice))
    letter = workspace.issuing.issue(replace(sku, number=choice))
    assert (letter.number, letter.sequence, letter.number_mode) == ("002/KN/2026", 2, "reserved")
    with pytest.raises(ConflictError):
        workspace.issuing.issue(replace(sku, number=choice))

    with pytest.raises(InputError):
        workspace.reservations.release(third.id, "tak")
    workspace.reservations.release(third.id, "rapat batal")
    with pytest.raises(ConflictError):
        workspace.reservations.release(third.id, "rapat batal")
    with pytest.raises(NotFoundError):
        workspace.reservations.release(UUID(int=7), "rapat batal")
    assert workspace.reservations.open() == (first,) == workspace.reservations.open("sku")
    assert workspace.reservations.open("sktm") == ()
    assert gaps_of(workspace, "office") == [(1, 1, "RESERVED"), (3, 3, "RELEASED")]
    assert events_of(workspace, "number.reserved")[0]["sequences"] == [1, 2, 3]
    assert events_of(workspace, "number.released")[0]["number"] == "003/KN/2026"


@pytest.mark.parametrize(
    ("wish", "fields"),
    [
        (ReservationWish("sku", 0, "rapat nagari"), {"count"}),
        (ReservationWish("sku", 51, "x"), {"count", "reason"}),
    ],
)
def test_numbers_are_not_kept_without_a_count_and_a_reason(workspace, wish, fields):
    with pytest.raises(InputError) as refusal:
        workspace.reservations.reserve(wish)
    assert set(refusal.value.fields) == fields
    with pytest.raises(NotFoundError):
        workspace.reservations.reserve(replace(wish, type_id="surat-sakti"))


def test_a_number_for_the_hand_leaves_room_and_is_entered_once(workspace, sku):
    rule = NumberRule("{kode}/{urut}/{unit}/{wn}/{tahun}", unit="Kesra", mode="blank")
    workspace.numbering.save(NumberingSettings(rule))
    first, second = workspace.issuing.issue(sku), workspace.issuing.issue(sku)
    assert (first.number, first.sequence, first.number_mode) == ("", None, "blank")
    words = " ".join(text_of(workspace.register.document(first.id)).split())
    assert "500.3/ /Kesra/KN/2026" in words
    assert [one.id for one in workspace.hand_numbers.waiting()] == [first.id, second.id]

    workspace.hand_numbers.enter(second.id, "3")
    assert workspace.register.find("500.3/3/Kesra/KN/2026").id == second.id
    assert gaps_of(workspace, "code:500.3") == [(1, 2, "UNEXPLAINED")]
    with pytest.raises(ConflictError):
        workspace.hand_numbers.enter(second.id, "4")
    with pytest.raises(InputError) as refusal:
        workspace.hand_numbers.enter(first.id, "500.3/3/Kesra/KN/2026")
    assert "sudah dipakai" in refusal.value.fields["number"]
    odd = workspace.issuing.issue(sku)
    workspace.hand_numbers.enter(odd.id, "470/17/CAMAT")
    assert workspace.register.find("470/17/CAMAT").sequence is None
    workspace.hand_numbers.enter(first.id, "500.3/ 001 /Kesra/KN/2026")
    assert gaps_of(workspace, "code:500.3") == [(2, 2, "UNEXPLAINED")]
    told = events_of(workspace, "letter.numbered")
    assert [(one["number"], one["sequence"]) for one in told] == [
        ("500.3/3/Kesra/KN/2026", 3), ("470/17/CAMAT", None), ("500.3/ 001 /Kesra/KN/2026", 1),
    ]  # fmt: skip
    workspace.verify_log()


def test_a_letter_that_was_voided_before_its_number_came_takes_none(workspace, sku):
    letter = workspace.issuing.issue(replace(sku, number=NumberChoice("blank")))
    workspace.register.void(letter.id, "warga urung")
    assert workspace.hand_numbers.waiting() == ()
    with pytest.raises(ConflictError):
        workspace.hand_numbers.enter(letter.id, "7")


def test_a_back_dated_letter_shows_its_neighbours_and_moves_nobody(workspace, sku):
    workspace.numbering.save(OFFICE)
    days = (date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 20))
    for day in days:
        workspace.issuing.issue(replace(sku, issue_date=day))

    assert workspace.numbering.options("sku", TODAY).back_dating is None
    warning = workspace.numbering.options("sku", date(2026, 11, 5)).back_dating
    assert (warning.number, warning.issue_date) == ("004/KN/2026", date(2026, 11, 5))
    assert (warning.before.number, warning.before.issue_date) == ("001/KN/2026", days[0])
    assert (warning.after.number, warning.after.issue_date) == ("002/KN/2026", days[1])
    first = workspace.numbering.options("sku", date(2026, 11, 1)).back_dating
    assert first.before is None

    workspace.issuing.issue(replace(sku, issue_date=date(2026, 11, 5)))
    numbers = {
        one.number: one.issue_date for one in workspace.register.page(LetterFilter(), 0, 9).rows
    }
    assert numbers["002/KN/2026"] == days[1]
    assert numbers["004/KN/2026"] == date(2026, 11, 5)


def test_the_choices_of_a_letter_are_told_before_it_is_issued(workspace):
    rule = NumberRule(mode="blank")
    workspace.numbering.save(NumberingSettings(NumberRule(), {"sktm": rule}))
    kept = workspace.reservations.reserve(ReservationWish("sku", 1, "undangan rapat"))
    usual = workspace.numbering.options("sku", TODAY)
    assert (usual.next_number, usual.by_hand, usual.reserved) == ("500.3/002/KN/2026", False, kept)
    by_hand = workspace.numbering.options("sktm", TODAY)
    assert (by_hand.next_number, by_hand.by_hand, by_hand.back_dating) == ("", True, None)


def test_a_gap_is_explained_once_and_stays(workspace, sku):
    workspace.numbering.save(NumberingSettings(replace(OFFICE.default, mode="blank")))
    letter = workspace.issuing.issue(sku)
    workspace.hand_numbers.enter(letter.id, "4")
    series = Series("office", 2026)
    with pytest.raises(InputError):
        workspace.number_gaps.explain(series, 1, 3, "?")
    for first, last in ((1, 4), (0, 1), (3, 2)):
        with pytest.raises(ConflictError):
            workspace.number_gaps.explain(series, first, last, "kertas rusak")
    workspace.number_gaps.explain(series, 1, 2, "kertas rusak di printer")
    assert gaps_of(workspace, "office") == [(1, 2, "NOTED"), (3, 3, "UNEXPLAINED")]
    with pytest.raises(ConflictError):
        workspace.number_gaps.explain(series, 2, 2, "kertas rusak lagi")
    with pytest.raises(ConflictError):
        workspace.number_gaps.explain(Series("office", 2020), 1, 1, "kertas rusak lagi")
    gap = workspace.number_gaps.report(2026).series[0].gaps[0]
    assert (gap.reason, gap.by) == ("kertas rusak di printer", "Rina Marlina")
    assert events_of(workspace, "number.explained")[0]["reason"] == "kertas rusak di printer"


def test_a_voided_number_and_a_changed_rule_are_told_in_the_gap_report(workspace, sku, sktm):
    for one in (sku, sktm, sktm):
        workspace.issuing.issue(one)
    workspace.register.void(workspace.issuing.issue(sku).id, "salah nama warga")
    workspace.numbering.save(OFFICE)
    assert workspace.issuing.issue(sku).sequence == 3
    assert gaps_of(workspace, "code:500.3") == [(2, 2, "VOIDED")]
    assert gaps_of(workspace, "office") == [(1, 2, "RULE")]
    report = workspace.number_gaps.report()
    assert (report.year, report.years, report.unexplained()) == (2026, (2026,), 0)
    titles = {one.title: (one.last, one.issued, one.voided) for one in report.series}
    assert titles["Kode 500.3"] == (2, 1, 1)
    assert titles["Semua surat kantor"] == (3, 1, 0)
    assert all(one.gaps[0].kind is not GapKind.UNEXPLAINED for one in report.series if one.gaps)


def test_a_number_that_another_counter_has_printed_is_passed_over(workspace, sku, sktm):
    plain = NumberRule("{urut:3}/{wn}/{tahun}", scope="type")
    rest = NumberRule("{urut:3}/{jenis}/{tahun}", scope="type")
    workspace.numbering.save(NumberingSettings(rest, {"sku": plain}))
    for _ in range(2):
        workspace.issuing.issue(sku)
    workspace.numbering.save(NumberingSettings(rest, {"sktm": plain}))

    assert workspace.issuing.issue(sktm).number == "003/KN/2026"
    assert gaps_of(workspace, "type:sktm") == [(1, 2, "TAKEN")]


def test_incoming_letters_count_along_when_the_office_wants_it(workspace, clock, sku):
    shared = OFFICE.default
    workspace.numbering.save(NumberingSettings(shared, {INCOMING: shared}))
    workspace.issuing.issue(sku)
    report = IncomingReport(TODAY, "Camat Batang Contoh", "Undangan rapat")
    came = [workspace.incoming.receive(report)[0].agenda_number for _ in range(2)]
    assert came == [2, 3]
    assert workspace.issuing.issue(sku).sequence == 4
    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(sku, number=typed("3")))
    assert "agenda 3" in refusal.value.fields["number"]
    assert gaps_of(workspace, "office") == []

    later = replace(shared, start=40)
    workspace.numbering.save(NumberingSettings(later, {INCOMING: later}))
    assert workspace.incoming.receive(report)[0].agenda_number == 40
    assert gaps_of(workspace, "office") == [(5, 39, "START")]
    workspace.numbering.save(OFFICE)
    assert workspace.incoming.receive(report)[0].agenda_number == 41
    assert workspace.issuing.issue(sku).sequence == 5


def test_the_report_of_missing_numbers_is_a_sheet_to_be_signed(workspace, sku):
    workspace.numbering.save(NumberingSettings(replace(OFFICE.default, start=146)))
    workspace.register.void(workspace.issuing.issue(sku).id, "salah nama warga")
    workspace.reservations.reserve(ReservationWish("sku", 1, "undangan rapat"))
    text = text_of(workspace.number_gaps.pdf())
    for word in ("Laporan Sela Nomor Surat", "1 sampai 145", "salah nama warga", "147/KN/2026"):
        assert word.casefold() in text.casefold()
    assert "Semua nomor sudah dijelaskan." in text
    assert "DEFRIZAL" in text
    empty = text_of(workspace.number_gaps.pdf(2019))
    assert "Tidak ada sela" in empty


ISSUER = """
import sys
from pathlib import Path
from nagari_kit.domain.correspondence import IncomingReport
from nagari_kit.domain.letters import LetterInput
from nagari_kit.domain.number_reservations import ReservationWish
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.workspace import open_workspace
from tests.integration.services.sample_office import FATHER, PASSPHRASE, SKU
office = open_workspace(OfficePaths(Path(sys.argv[1])), PASSPHRASE, clock=SystemClock())
wanted = LetterInput("sku", office.residents.find_by_nik(FATHER).id, SKU)
for place in range(15):
    if place % 5 == 4:
        for one in office.reservations.reserve(ReservationWish("sku", 2, "undangan rapat")):
            print(one.number)
    print(office.issuing.issue(wanted).number)
office.close()
"""


def test_two_programs_at_once_never_give_one_number(workspace, paths):
    workspace.numbering.save(OFFICE)
    root = Path(__file__).resolve().parents[3]
    command = [sys.executable, "-c", ISSUER, str(paths.data_dir)]
    running = [
        subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    numbers = [line for one in running for line in one.communicate(timeout=120)[0].split()]

    assert [one.returncode for one in running] == [0, 0]
    assert len(numbers) == len(set(numbers)) == 42
    assert {int(one.split("/")[0]) for one in numbers} == set(range(1, 43))
