"""The citizen's receipt: every paper on one small page, nothing over its edge, no NIK."""

from __future__ import annotations

import subprocess
from datetime import date

import pypdfium2

from nagari_kit.documents.layout.marks import MM
from nagari_kit.documents.requirement_receipt import render_receipt
from nagari_kit.domain.letter_requirements import (
    RequirementLine,
    RequirementReceipt,
    RequirementState,
)

_LINES = (
    RequirementLine("ktp", "KTP-el", RequirementState.PRESENT),
    RequirementLine("kk", "Kartu keluarga", RequirementState.SCANNED),
    RequirementLine(
        "akta",
        "Akta atau surat keterangan kematian pewaris yang dikeluarkan pejabat berwenang",
        RequirementState.WAIVED,
        "sudah diserahkan pada pengurusan bulan lalu",
    ),
    RequirementLine("foto", "Pasfoto", RequirementState.UNCHECKED),
)


def receipt(**changed) -> RequirementReceipt:
    facts = {
        "office_name": "Nagari Koto Contoh",
        "number": "400.10.2.2/016/KN/2026",
        "title": "Surat Keterangan Ahli Waris",
        "issue_date": date(2026, 11, 24),
        "subject_name": "Muhammad Zulfadhli Rahmatullah Paninggahan Sutan Bandaro Kayo",
        "subject_nik": "1306 99•• •••• 0003",
        "lines": _LINES,
        "received_by": "Rina Marlina",
    }
    return RequirementReceipt(**{**facts, **changed})


def said(pdf: bytes) -> str:
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return " ".join(text.stdout.decode().split())


def test_every_paper_stands_on_a_quarter_of_an_f4_and_no_nik() -> None:
    pdf = render_receipt(receipt())
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width / MM, 1), round(height / MM, 1)) == (107.5, 165.0)
    words = said(pdf)
    for line in _LINES:
        assert line.label in words
    assert "tidak diminta: sudah diserahkan" in words
    assert "Gratis" in words
    assert "1306" not in words


def test_the_longest_words_stay_within_the_edges() -> None:
    pdf = render_receipt(receipt(number="400.10.2.2/0016/WN-KOTO CONTOH TUO/XI/2026"))
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    boxes = [text.get_rect(place) for place in range(text.count_rects())]
    width, height = page.get_size()
    assert min(box[0] for box in boxes) >= 7 * MM
    assert max(box[2] for box in boxes) <= width - 7 * MM
    assert min(box[1] for box in boxes) >= 4 * MM
    assert max(box[3] for box in boxes) <= height - 4 * MM


def test_many_papers_make_the_page_longer_and_run_into_nothing() -> None:
    many = tuple(
        RequirementLine(f"p{place}", _LINES[2].label, RequirementState.WAIVED, _LINES[2].reason)
        for place in range(9)
    )
    page = pypdfium2.PdfDocument(render_receipt(receipt(lines=many)))[0]
    assert page.get_size()[1] > 165 * MM
    text = page.get_textpage()
    boxes = sorted(text.get_rect(place) for place in range(text.count_rects()))
    assert min(box[1] for box in boxes) >= 4 * MM
