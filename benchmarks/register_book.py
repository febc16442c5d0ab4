"""A population book of 1,000 people on paper, against reportlab's own long table."""

from __future__ import annotations

import io
import statistics
from datetime import date

from reportlab.lib.pagesizes import landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from benchmarks.figures import Figure, interleaved
from nagari_kit.documents.registers import books
from nagari_kit.documents.registers.cells import cell_text
from nagari_kit.documents.registers.form import Register, Row, Signatory
from nagari_kit.documents.registers.headings import headings
from nagari_kit.documents.registers.population_rows import Manner, inhabitant_rows
from nagari_kit.documents.registers.printing import render_register
from nagari_kit.domain.office import PaperSize
from nagari_kit.domain.registers import Inhabitant
from nagari_kit.services.synthetic_population import generate_population

PEOPLE = 1000
DAY = date(2026, 11, 30)
ROUNDS = 5
WRAPPED = {1, 4, 7, 8, 11, 12}
"""Columns whose words need lines."""


def measure() -> list[Figure]:
    """Median of one whole PDF each."""
    register = book(PEOPLE)
    mine, theirs = interleaved(
        lambda: render_register(register, PaperSize.F4, DAY),
        lambda: platypus(register),
        rounds=ROUNDS,
        warm_up=1,
    )
    ours, peer = statistics.median(mine), statistics.median(theirs)
    detail = f"{PEOPLE} rows: {ours:.2f} s, platypus LongTable {peer:.2f} s"
    return [Figure("population book as PDF", ours / peer, 0.25, detail)]


def book(people: int) -> Register:
    """B.1 of an invented nagari."""
    side = Signatory("Mengetahui", ("WALI NAGARI KOTO CONTOH,",), "ARMEN SUTAN MANGKUTO, S.Pd.")
    rows = inhabitant_rows(_inhabitants(people), Manner("jorong"))
    return Register(
        books.INDUK, "Nagari Koto Contoh", "Bulan November 2026", "B.1", rows, None, side, side
    )


def _inhabitants(count: int) -> list[Inhabitant]:
    return [
        Inhabitant(
            name=one.name.full(),
            sex=one.sex,
            marital_status=one.marital_status,
            birth_place=one.birth_place,
            birth_date=one.birth_date,
            religion=one.religion,
            education=one.education,
            occupation=one.occupation,
            language=1,
            citizenship=one.citizenship,
            address="Jalan Balai Adat Nomor 12",
            rt="001",
            rw="002",
            jorong="Koto Tangah",
            family_relation=one.family_relation,
            nik=one.nik,
            nomor_kk="1306990101200001",
            blood_type=one.blood_type,
            father=one.parents.father_name,
            mother=one.parents.mother_name,
            ktp_place="",
            ktp_date=None,
            resident_since=None,
        )
        for one in generate_population(count).residents
    ]


def platypus(register: Register) -> bytes:
    """The same columns and rows with repeated heads, as the library's manual does it."""
    style = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=9.6)
    columns = register.form.leaves()
    head = [one.plain for one in headings(register.form) if one.first == one.last]

    def cells(row: Row) -> list[object]:
        texts = [cell_text(cell, one.kind) for cell, one in zip(row, columns, strict=True)]
        return [
            Paragraph(text, style) if place in WRAPPED else text for place, text in enumerate(texts)
        ]

    table = LongTable(
        [head, *(cells(row) for row in register.rows)],
        colWidths=[one.width * mm for one in columns],
        repeatRows=1,
        style=[("GRID", (0, 0), (-1, -1), 0.4, (0, 0, 0)), ("FONTSIZE", (0, 0), (-1, -1), 8)],
    )
    buffer = io.BytesIO()
    SimpleDocTemplate(
        buffer, pagesize=landscape((215 * mm, 330 * mm)), leftMargin=15 * mm, rightMargin=12 * mm
    ).build([table])
    return buffer.getvalue()
