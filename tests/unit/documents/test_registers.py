"""Registers on paper and as spreadsheets: nothing cut, heads repeated, signatures never alone."""

from __future__ import annotations

import io
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from nagari_kit.documents.definitions import load_definitions
from nagari_kit.documents.fonts import Face, text_width
from nagari_kit.documents.letter import render, resolve
from nagari_kit.documents.registers import books
from nagari_kit.documents.registers.cells import cell_text, fitted
from nagari_kit.documents.registers.form import BookForm, Column, Group, Kind, Register
from nagari_kit.documents.registers.headings import headings
from nagari_kit.documents.registers.pages import RegisterPages
from nagari_kit.documents.registers.printing import render_register
from nagari_kit.documents.registers.recapitulation_rows import recapitulation_rows
from nagari_kit.documents.registers.spreadsheet import FIRST_HEAD_ROW, register_workbook
from nagari_kit.domain.office import PaperSize
from nagari_kit.domain.population import Balance, Flow, PeopleCount
from nagari_kit.errors import Cancelled
from nagari_kit.infra.paths import resource_path
from tests.golden.letters import LETTERS
from tests.golden.registers import LAST_DAY, REGISTERS, balance, induk, recapitulation
from tests.unit.documents import reading

FORMS = (
    (books.INDUK, 16), (books.MUTASI, 13), (books.recapitulation("korong", "tahun"), 33),
    (books.SEMENTARA, 15), (books.KTP_DAN_KK, 19),
)  # fmt: skip
AGENDA = BookForm(
    "A.7",
    "Buku Agenda",
    (
        Column("Nomor\nurut", 12.5, Kind.NUMBER),
        Column("Tanggal penerimaan / pengiriman", 21, Kind.DATE),
        Group("Surat masuk", (Column("Nomor", 35), Column("Isi singkat", 42))),
        Group("Surat keluar", (Column("Nomor", 37), Column("Isi singkat", 39))),
        Column("Keterangan", 24),
    ),
)


@pytest.mark.parametrize(("form", "columns"), FORMS, ids=lambda one: getattr(one, "code", one))
def test_a_book_has_the_columns_of_the_law(form, columns) -> None:
    assert len(form.leaves()) == columns


@pytest.mark.parametrize("form", [form for form, _ in FORMS] + [AGENDA], ids=lambda one: one.code)
def test_headings_cover_the_head_without_gap_or_overlap(form) -> None:
    placed = headings(form)
    depth = max(one.bottom for one in placed) + 1
    cells = [
        (row, column)
        for one in placed
        for row in range(one.top, one.bottom + 1)
        for column in range(one.first, one.last + 1)
    ]
    assert sorted(cells) == [(r, c) for r in range(depth) for c in range(len(form.leaves()))]


@pytest.mark.parametrize("name", REGISTERS)
def test_nothing_on_a_page_lies_on_something_else_or_off_the_paper(name, tmp_path) -> None:
    make, paper = REGISTERS[name]
    pdf = render_register(make(), paper, LAST_DAY).pdf

    upright_apart = [
        pair
        for pair in reading.overlapping(pdf)
        if all(sign.right - sign.left < sign.bottom - sign.top for sign in pair)
    ]
    assert upright_apart == []
    width, height = (330, 215) if paper is PaperSize.F4 else (297, 210)
    assert set(reading.page_sizes_mm(pdf)) == {(width, height)}
    for sign in reading.signs(pdf):
        assert sign.left > 8 * reading.MM
        assert sign.right < (width - 8) * reading.MM
        assert sign.bottom < (height - 7) * reading.MM
    assert reading.unembedded_fonts(pdf, tmp_path) == []


def test_head_and_numbers_stand_on_each_page_and_the_title_on_the_first_alone() -> None:
    texts = reading.page_texts(render_register(induk(90), PaperSize.F4, LAST_DAY).pdf)

    assert len(texts) >= 4
    for number, text in enumerate(texts, start=1):
        assert ("BUKU INDUK PENDUDUK" in text) == (number == 1)
        assert "Alamat lengkap" in text
        assert f"Halaman {number} dari {len(texts)}" in text
        assert ("SEKRETARIS NAGARI" in text) == (number == len(texts))


@pytest.mark.parametrize("count", range(14, 44))
def test_whoever_signs_signs_below_rows(count) -> None:
    texts = reading.page_texts(render_register(induk(count), PaperSize.F4, LAST_DAY).pdf)
    niks = [re.findall(r"\b13069\d{11}\b", text) for text in texts]

    assert len(niks[-1]) >= 4, "two rows, each with NIK and KK"
    assert sum(len(found) for found in niks) == 2 * count, "no row is lost or doubled"


@given(st.text(st.characters(codec="latin-1", exclude_categories=["C"]), max_size=90))
@settings(max_examples=150, deadline=None)
def test_a_cell_keeps_every_sign_within_its_column(text) -> None:
    shown = cell_text(text, Kind.TEXT)
    room = 46.0
    cell = fitted(shown, room, 8.0, Face.SANS)

    assert "".join("".join(cell.lines).split()) == "".join(shown.split())
    assert cell.size >= 5.5
    for line in cell.lines:
        assert len(line) == 1 or text_width(line, Face.SANS, cell.size) <= room + 0.01


def test_a_word_is_made_smaller_before_it_is_cut() -> None:
    assert fitted("Padangsidimpuan", 55.0, 8.0, Face.SANS).lines == ("Padangsidimpuan",)
    assert fitted("Padangsidimpuan", 55.0, 8.0, Face.SANS).size >= 6.5
    assert fitted("Belum/tidak bekerja", 45.0, 8.0, Face.SANS).lines == (
        "Belum/tidak", "bekerja",
    )  # fmt: skip


def test_a_row_taller_than_a_page_goes_on_on_the_next() -> None:
    story = " ".join(f"kata{number}" for number in range(1500))
    form = BookForm("A.2", "Buku Keputusan", (Column("Tentang", 40), Column("Ket.", 263)))
    made = render_register(replace(induk(1), form=form, rows=[(story, "")]), PaperSize.F4, LAST_DAY)

    words = reading.running_text(made.pdf)
    assert made.pages > 2
    assert all(f"kata{number} " in words for number in (0, 700, 1499))


def test_the_same_book_gives_the_same_bytes() -> None:
    first, again = (render_register(induk(60), PaperSize.F4, LAST_DAY).pdf for _ in range(2))
    assert first == again


def test_a_letter_made_while_books_are_made_is_the_same_letter() -> None:
    kind, facts = LETTERS["sktm"]
    snapshot = resolve(load_definitions(resource_path("letters"))[kind], facts())

    def letter(_number: int) -> bytes:
        return render(snapshot, logo=None, missing_ok=True).pdf

    def large_book(_number: int) -> bytes:
        return render_register(induk(400), PaperSize.F4, LAST_DAY).pdf

    alone = letter(0), large_book(0)
    with ThreadPoolExecutor(3) as threads:
        made = threads.map(large_book, range(3)), threads.map(letter, range(40))
        assert (set(made[0]), set(made[1])) == ({alone[1]}, {alone[0]})


def test_a_look_shows_the_first_pages_and_the_last() -> None:
    look = render_register(induk(400), PaperSize.F4, LAST_DAY, most=4)
    texts = reading.page_texts(look.pdf)

    assert (look.shown, len(texts)) == (4, 4)
    assert f"Halaman 3 dari {look.pages}" in texts[2]
    assert f"Halaman {look.pages} dari {look.pages}" in texts[3]


def test_work_on_a_book_can_be_stopped_while_measuring_and_while_drawing() -> None:
    register = induk(600)
    pages = len(RegisterPages(register, PaperSize.F4))
    for stop_at in ((0, 0), (5, pages)):

        def step(done: int, total: int, stop_at=stop_at) -> None:
            if (done, total) == stop_at:
                raise Cancelled

        with pytest.raises(Cancelled):
            render_register(register, PaperSize.F4, LAST_DAY, step=step)


@pytest.mark.parametrize("name", REGISTERS)
def test_the_spreadsheet_holds_what_the_paper_says(name) -> None:
    make, paper = REGISTERS[name]
    register = make()
    content = register_workbook(register, paper, LAST_DAY)
    pdf_words = "".join(
        reading.running_text(render_register(register, paper, LAST_DAY).pdf).split()
    )

    assert _data(content, register) == [
        [_plain(cell) for cell in row]
        for row in [*register.rows, *([register.total] if register.total else [])]
    ]
    for row in register.rows:
        for cell, column in zip(row, register.form.leaves(), strict=True):
            assert "".join(cell_text(cell, column.kind).split()) in pdf_words


def test_nik_stay_text_and_days_are_days() -> None:
    register = induk(3)
    rows = _sheet(register_workbook(register, PaperSize.F4, LAST_DAY))
    first = next(row for row in rows if row[0] == 1.0 and row[1] == "Zulkifli")

    assert first[13] == "1306991402710001"
    assert first[5] == date(1971, 2, 14)


def test_the_spreadsheet_prints_landscape_with_its_head_on_each_page() -> None:
    content = register_workbook(recapitulation(), PaperSize.F4, LAST_DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        book = archive.read("xl/workbook.xml").decode()

    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert 'state="frozen"' in sheet
    assert "Halaman &amp;P dari &amp;N" in sheet
    assert f"$${FIRST_HEAD_ROW + 1}:$${FIRST_HEAD_ROW + 5}".replace("$$", "$") in book
    assert '<mergeCell ref="C5:I5"/>' in sheet, "the heading over columns 3 to 9"


def test_a_formula_in_a_name_stays_a_name() -> None:
    register = induk(1)
    evil = ('=HYPERLINK("http://contoh")', "+1", "@x", "-2")
    row = (1, *evil, date(2000, 1, 1), *register.rows[0][6:])
    rows = _sheet(register_workbook(replace(register, rows=[row]), PaperSize.F4, LAST_DAY))

    assert next(found for found in rows if found[0] == 1.0 and found[1] == evil[0])[1:5] == [*evil]


@st.composite
def _balances(draw) -> Balance:
    numbers = st.integers(-9, 9)
    counts = st.builds(
        PeopleCount, foreign_men=numbers, foreign_women=numbers, men=numbers, women=numbers
    )
    flows = draw(
        st.dictionaries(
            st.sampled_from([flow.value for flow in Flow if flow is not Flow.OPENING]), counts
        )
    )
    return balance(1, "Koto Tuo", (500, 500, 99, 99, 20), **flows)


@given(st.lists(_balances(), max_size=5))
def test_the_end_is_the_start_with_additions_less_reductions_in_every_row(found) -> None:
    rows, total = recapitulation_rows(found, "jorong")
    for row in (*rows, total):
        start, born, came, died, went, end = (
            row[2:6], row[9:13], row[13:17], row[17:21], row[21:25], row[25:29],
        )  # fmt: skip
        assert all(number >= 0 for number in (*born, *came, *died, *went))
        for place in range(4):
            balanced = start[place] + born[place] + came[place] - died[place] - went[place]
            assert balanced == end[place]
        assert row[8] == row[6] + row[7] == sum(row[2:6])
        assert row[31] == row[29] + row[30] == sum(row[25:29])


def _sheet(content: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_object(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def _data(content: bytes, register: Register) -> list[list[object]]:
    """The rows below the column numbers, totals included."""
    rows = _sheet(content)
    numbers = [float(number) for number in range(1, len(register.form.leaves()) + 1)]
    first = rows.index(numbers) + 1
    count = len(register.rows) + (register.total is not None)
    return [[_plain(cell) for cell in row] for row in rows[first : first + count]]


def _plain(cell: object) -> object:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, int | float):
        return float(cell)
    if isinstance(cell, str):
        return cell.replace("\u00a0", " ")
    return "" if cell is None else cell
