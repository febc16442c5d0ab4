"""Who signs, from the command line: titles in their own spelling, one head at a time."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium

from nagari_kit.domain.residents import Resident
from tests.integration.cli.conftest import Run
from tests.integration.cli.test_commands import SKU


def words_of(pdf: Path) -> str:
    document = pdfium.PdfDocument(pdf)
    try:
        return " ".join(document[0].get_textpage().get_text_bounded().split())
    finally:
        document.close()


def test_titles_of_a_signer_keep_their_own_spelling(
    run: Run, office: Path, grown_up: Resident, tmp_path: Path
) -> None:
    base = ("--data-dir", office, "--json")
    name = "Dr. H. Syafrizal Dt. Rajo Basa, S.Sos., M.Si., Ph.D."
    added = run("officers", "add", "--name", name, "--position", "Wali Nagari", "--head", *base)
    assert added.code == 0, added.err
    out = tmp_path / "surat.pdf"
    issued = run("letters", "issue", "sku", "--nik", grown_up.nik, *SKU, "--out", out, *base)
    assert issued.code == 0, issued.err
    assert "Dr. H. SYAFRIZAL DT. RAJO BASA, S.Sos., M.Si., Ph.D." in words_of(out)


def test_a_new_head_signs_from_today_and_the_former_no_longer(
    run: Run, office: Path, grown_up: Resident, tmp_path: Path
) -> None:
    base = ("--data-dir", office, "--json")
    head = ("--position", "Wali Nagari", "--head", "--standing", "Pj.")
    (former,) = run("officers", "list", *base).json["officers"]
    added = run("officers", "add", "--name", "Yuliarni, A.Md.", *head, *base).json
    listed = {one["id"]: one for one in run("officers", "list", *base).json["officers"]}
    assert (former["standing"], former["until"]) == ("definitif", None)
    assert listed[former["id"]]["until"] is not None
    assert (listed[added["id"]]["standing"], listed[added["id"]]["until"]) == ("Pj.", None)
    said = run("officers", "list", "--data-dir", office).out
    assert "Yuliarni, A.Md., Pj. Wali Nagari" in said

    out = tmp_path / "surat.pdf"
    letter = ("letters", "issue", "sku", "--nik", grown_up.nik, *SKU, "--out", out, *base)
    assert run(*letter).code == 0
    assert "YULIARNI, A.Md." in words_of(out)
    assert "Penjabat" in words_of(out)
    assert run(*letter, "--signer", former["id"]).code == 1


def test_an_officer_whose_term_was_ended_signs_no_more(
    run: Run, office: Path, grown_up: Resident, tmp_path: Path
) -> None:
    base = ("--data-dir", office, "--json")
    (head,) = run("officers", "list", *base).json["officers"]
    assert run("officers", "end", head["id"], *base).code == 0
    out = tmp_path / "surat.pdf"
    letter = ("letters", "issue", "sku", "--nik", grown_up.nik, *SKU, "--out", out, *base)
    assert run(*letter).code == 1
    assert run("officers", "end", "tiada", *base).code == 1


def test_a_sign_of_the_office_with_strange_marks_makes_no_office(run: Run, tmp_path: Path) -> None:
    words = ("--office", "13.06.99.2001", "--name", "Koto Contoh", "--unit", "<b>/&")
    assert run("init", *words, "--data-dir", tmp_path / "baru").code != 0
    assert not (tmp_path / "baru" / "nagari.db").exists()
