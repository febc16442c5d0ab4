"""A list on paper or as a spreadsheet holds whom the screen shows, with numbers masked."""

from __future__ import annotations

import json

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from nagari_kit.domain.resident_columns import COLUMNS, FIRST_COLUMNS, ListColumn, in_order
from nagari_kit.domain.residents import ResidentFilter, Sex
from nagari_kit.errors import NotFoundError
from nagari_kit.services.resident_lists import ListWish

WOMEN = ResidentFilter(sex=Sex.FEMALE)


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(
            document[at].get_textpage().get_text_range() for at in range(len(document))
        )
    finally:
        document.close()


def test_a_printed_list_names_everybody_of_the_filter_and_shows_no_whole_nik(workspace):
    made = workspace.lists.printed(ListWish(WOMEN, FIRST_COLUMNS, "perempuan"))
    page = workspace.residents.page(WOMEN, 0, 100)
    words = _text(made.pdf)

    assert made.people == page.total == len(page.rows)
    assert all(row.name in words for row in page.rows)
    assert not [row for row in page.rows if row.nik and row.nik in words.replace(" ", "")]
    assert "DAFTAR WARGA" in words
    assert "Perempuan, keadaan" in words
    assert "Buku" not in words


def test_a_list_of_chosen_people_keeps_their_order_and_leaves_a_record(workspace, tmp_path):
    everybody = workspace.lists.ids(ResidentFilter())
    chosen = (everybody[2], everybody[0])
    out = tmp_path / "daftar.xlsx"
    wish = ListWish(ResidentFilter(), tuple(ListColumn), "2 warga yang dipilih", chosen)
    assert workspace.lists.write(wish, out) == 2

    names = {row.id: row.name for row in workspace.residents.page(ResidentFilter(), 0, 9).rows}
    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    cells = [row[1] for row in rows if row[1] in names.values()]
    assert cells == [names[one] for one in chosen]
    with workspace.context.store.read() as reader:
        head = reader.events.head()[0]
        (logged,) = reader.events.after(reader.events.incarnation().inc, head - 1, 5)
    assert json.loads(logged.body)["d"] == {
        "form": "daftar", "full": 0, "chosen": 1, "people": 2, "households": 0, "reason": ""
    }  # fmt: skip


def test_rows_of_a_filter_can_be_cut_out_by_their_place(workspace):
    everybody = workspace.lists.ids(ResidentFilter())
    assert workspace.lists.ids(ResidentFilter(), 1, 3) == everybody[1:3]
    shown = [row.id for row in workspace.residents.page(ResidentFilter(), 0, 99).rows]
    assert list(everybody) == shown


def test_a_list_of_nobody_is_refused_in_words(workspace, tmp_path):
    with pytest.raises(NotFoundError):
        workspace.lists.printed(ListWish(ResidentFilter(age_from=140), FIRST_COLUMNS))


def test_columns_stand_in_one_order_however_they_were_chosen():
    assert in_order(frozenset({ListColumn.KTP, ListColumn.NIK})) == (
        ListColumn.NAME,
        ListColumn.NIK,
        ListColumn.KTP,
    )
    assert set(COLUMNS) == set(ListColumn)
