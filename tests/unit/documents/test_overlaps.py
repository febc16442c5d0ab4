"""Nothing on a letter stands over something else, at the edge, too small or under the cap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nagari_kit.documents.archival.preflight import preflight
from nagari_kit.documents.fonts import Face
from nagari_kit.documents.layout.marks import MM, Page, Strip, TextMark
from nagari_kit.documents.layout.overlaps import findings, smallest_size, text_boxes
from nagari_kit.documents.layout.pages import LaidOut, lay_out
from nagari_kit.documents.letter import render
from nagari_kit.documents.snapshot import (
    DataTable,
    LookText,
    ParagraphText,
    SignatureCell,
    SignatureRow,
    WitnessLine,
)
from tests.golden.exemplars import (
    AHLI_WARIS,
    BASE,
    CAMAT,
    CONFIRMED,
    N1,
    SPORADIK,
    lines,
    para,
)
from tests.golden.official_exemplars import EXEMPLARS

LONG_NAME = "Siti Rahmawati Khairunnisa Putri Ramadhani binti Sutan Mangkuto"


@pytest.mark.parametrize("name", EXEMPLARS)
@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_every_kind_of_part_finds_its_place(name, paper) -> None:
    letter = render(replace(EXEMPLARS[name], paper=paper), logo=None)
    assert findings(letter.laid) == ()
    assert preflight(letter.pdf) == ()


def test_no_type_of_a_marriage_form_is_smaller_than_ten_points() -> None:
    assert smallest_size(lay_out(N1, crest_shape=0.8)) >= 10.0
    assert smallest_size(lay_out(replace(N1, smallest_size=0), crest_shape=0.8)) < 10.0


@pytest.mark.parametrize("count", [1, 2, 12, 30, 60])
def test_heirs_of_any_number_sign_on_whole_lines(count) -> None:
    people = tuple(WitnessLine(f"{LONG_NAME} {number}") for number in range(count))
    body = tuple(
        replace(block, people=people) if hasattr(block, "stamp_duty") else block
        for block in AHLI_WARIS.body
    )
    laid = lay_out(replace(AHLI_WARIS, body=body))
    assert findings(laid) == ()


def signature_pages(laid: LaidOut, words: str) -> set[int]:
    return {box.page for box in text_boxes(laid) if words in box.text}


@pytest.mark.parametrize("rows", range(1, 75, 3))
def test_no_page_holds_a_signature_without_text_of_the_letter(rows) -> None:
    block = DataTable(lines(*((f"Hal {number}", "isi") for number in range(rows))))
    closing = para("Demikian surat ini dibuat dengan sebenarnya. " * 4, closing=True)
    letter = replace(BASE, body=(para("Pembuka " * 40), block, closing))
    laid = lay_out(letter)
    assert findings(laid) == ()
    assert signature_pages(laid, "ARMEN") == signature_pages(laid, "Demikian")


@pytest.mark.parametrize("rows", range(1, 75, 3))
def test_witnesses_and_camat_move_with_their_text(rows) -> None:
    block = DataTable(lines(*((f"Hal {number}", "isi") for number in range(rows))))
    opening, *ending = [one for one in SPORADIK.body if not isinstance(one, DataTable)]
    laid = lay_out(replace(SPORADIK, body=(opening, block, *ending)))
    assert findings(laid) == ()
    together = ("Pernyataan ini", "Saksi-saksi:", "ASNIMAR", "KETUA KAN", "ARMEN")
    assert len({tuple(sorted(signature_pages(laid, words))) for words in together}) == 1


def test_a_letter_without_closing_words_still_takes_four_lines_along() -> None:
    for count in range(20, 60):
        text = ParagraphText(
            lines(("", "Kalimat yang sama lagi. " * count * 2))[0].value, True, False
        )
        laid = lay_out(replace(BASE, body=(text,)))
        page = max(signature_pages(laid, "ARMEN"))
        body = {
            round(box.top) for box in text_boxes(laid) if box.page == page and "Kalimat" in box.text
        }
        assert len(body) >= 4, count


@pytest.mark.parametrize("sides", [("kiri",), ("tengah",), ("kiri", "tengah"), ("tengah", "kanan")])
def test_signatures_stand_beside_each_other_wherever_they_are_asked_for(sides) -> None:
    cells = tuple(replace(CONFIRMED, side=side) for side in sides)
    row = SignatureRow(cells, code_place=True)
    laid = lay_out(replace(BASE, signature=None, body=(para("Isi surat."), row)))
    assert findings(laid) == ()
    names = [box for box in text_boxes(laid) if "ARMEN" in box.text]
    assert len(names) == len(sides)


def test_witnesses_may_stand_alone_in_a_row() -> None:
    witnesses = SignatureCell("kiri", "Saksi:", witnesses=(WitnessLine("Syamsuar"),))
    body = (para("Isi surat."), SignatureRow((witnesses,)))
    laid = lay_out(replace(BASE, signature=None, body=body))
    assert findings(laid) == ()
    assert laid.pages[0].placed[-1][1].height < 30 * MM


def test_margins_and_size_of_the_office_are_kept() -> None:
    look = LookText(margin_top=20, margin_left=30, margin_right=25, margin_bottom=20, base_size=125)
    laid = lay_out(replace(BASE, look=look, body=(para("Isi surat yang agak panjang. " * 9),)))
    body = [box for box in text_boxes(laid) if "Isi" in box.text]
    assert {box.size for box in body} == {12.5}
    assert min(box.left for box in body) == pytest.approx(30 * MM)
    assert max(box.right for box in body) <= laid.sheet.width - 25 * MM + 0.01
    assert findings(laid) == ()


def laid_with(*marks: TextMark) -> LaidOut:
    laid = lay_out(replace(BASE, body=(para("Isi."),)))
    return LaidOut(laid.sheet, [Page([(0.0, Strip(0.0, list(marks), []))])], laid.step)


def test_what_stands_over_something_else_is_found() -> None:
    one = TextMark(100, 100, "satu kata", Face.REGULAR, 12)
    assert "over each other" in findings(laid_with(one, replace(one, x=110, y=106)))[0]
    assert findings(laid_with(one, replace(one, y=114))) == ()


def test_what_stands_at_the_edge_is_found() -> None:
    assert "edge" in findings(laid_with(TextMark(20, 100, "kata", Face.REGULAR, 12)))[0]


def test_what_stands_under_the_cap_is_found() -> None:
    row = SignatureRow((CAMAT, CONFIRMED))
    laid = lay_out(replace(BASE, signature=None, body=(para("Isi."), row)))
    _top, strip = laid.pages[0].placed[-1]
    cap = strip.caps[-1]
    strip.marks.append(TextMark(cap.x - 30, cap.y, "tercetak " * 6, Face.REGULAR, 12))
    assert any("under a cap" in words for words in findings(laid))
