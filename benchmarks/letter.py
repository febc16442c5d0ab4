"""Rendering a letter (snapshot to PDF bytes) against the same page drawn by hand on a tuned canvas.

The peer knows every string, place and word space beforehand: it measures and breaks nothing. It
uses reportlab as its best hands would: fonts cut beforehand and registered once, no ASCII85, one
compressed content stream. Both draw without a crest.
"""

from __future__ import annotations

import io
from datetime import date
from uuid import UUID

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.figures import Figure, interleaved, median_ms
from nagari_kit.documents.definitions import load_definitions
from nagari_kit.documents.layout.lines import justified_lines, ragged_lines
from nagari_kit.documents.layout.marks import FillMark, LineMark, TextMark
from nagari_kit.documents.layout.pages import lay_out
from nagari_kit.documents.letter import (
    FamilyFacts,
    LetterFacts,
    LetterSnapshot,
    render,
    resolve,
)
from nagari_kit.domain.identity import OfficerId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Kop, OfficeProfile, Officer
from nagari_kit.domain.residents import Parents, Resident, Sex
from nagari_kit.infra.paths import resource_path

LETTERS = 65
ROUNDS = 60
LIMIT = 1.25
GIVEN = ("Ramadhani", "Alhamdi", "Khairunnisa", "Maulana", "Aulia", "Yusniar", "Hidayat")
PEER_FONTS = {
    "Tinos": "Tinos-Regular.ttf",
    "Tinos-Bold": "Tinos-Bold.ttf",
    "Arimo": "Arimo-Regular.ttf",
}


def snapshot(index: int) -> LetterSnapshot:
    """A SKTM of one full page: two ruled tables, seven rows of identity, two closing paragraphs.

    Every index is another family with another purpose, as at a front desk.
    """
    definition = load_definitions(resource_path("letters"))["sktm"]
    kop = Kop(
        "PEMERINTAH KABUPATEN CONTOH",
        "KECAMATAN BATANG CONTOH",
        "NAGARI KOTO CONTOH",
        ("Jalan Balai Adat Nomor 12, Jorong Koto Tangah, Nagari Koto Contoh 26499",),
    )
    office = OfficeProfile(
        "", "Koto Contoh", "nagari", "Batang Contoh", "Kabupaten Contoh", "KN", kop
    )
    family = tuple(
        Resident(
            ResidentId(UUID(int=number)),
            PersonName(f"{name} {GIVEN[index % len(GIVEN)]}"),
            nik=f"130699{index * 10 + number:010d}",
            sex=Sex.FEMALE,
            birth_place="Koto Contoh",
            birth_date=date(1980 + 8 * number, 5, 17),
            religion=1,
            occupation=3,
            family_relation=relation,
            parents=Parents(father_name="Syafrial", mother_name="Yusmaniar"),
        )
        for number, (name, relation) in enumerate(
            [("Syafrial", 1), ("Yusmaniar", 3), ("Nabila Putri Ramadhani", 4), ("Fikri", 4)]
        )
    )
    signer = Officer(OfficerId(UUID(int=9)), PersonName("Armen"), "Wali Nagari", is_head=True)
    facts = LetterFacts(
        office=office,
        resident=family[2],
        jorong="Parik Dalam",
        household=None,
        family=FamilyFacts(family[0], family[1], family),
        signer=signer,
        head=signer,
        values={
            "keperluan": f"pengajuan keringanan biaya pendidikan di SMP Negeri {index + 1} Contoh",
            "penghasilan_ayah": str(900_000 + index * 1000),
        },
        issue_date=date(2026, 11, 24),
        valid_until=date(2027, 2, 24),
        number=f"400.10.2.2/{index:03d}/KN/2026",
    )
    return resolve(definition, facts)


def register_peer_fonts() -> None:
    """The peer's own fonts: reportlab takes two of one face for the same and would mix them up."""
    for name, file in PEER_FONTS.items():
        font = TTFont(f"Peer-{name}", str(resource_path(f"fonts/letters/{file}")))
        font.face.name = b"Peer" + font.face.name
        pdfmetrics.registerFont(font)


def forget_lines() -> None:
    """Empties what laying out the peer's pages has left in memory."""
    justified_lines.cache_clear()
    ragged_lines.cache_clear()


class HandDrawn:
    """The page as a list of calls that somebody wrote down by hand."""

    def __init__(self, letter: LetterSnapshot) -> None:
        laid = lay_out(letter)
        height = laid.sheet.height
        self.size = (laid.sheet.width, height)
        self.texts: list[tuple[str, float, float, float, float, str]] = []
        self.lines: list[tuple[float, float, float, float, float]] = []
        self.fills: list[tuple[float, float, float, float, float]] = []
        for top, strip in laid.pages[0].placed:
            for mark in strip.marks:
                if isinstance(mark, TextMark):
                    y = round(height - top - mark.y, 2)
                    face = f"Peer-{mark.face.value}"
                    space = round(mark.word_space, 3)
                    self.texts.append((face, mark.size, round(mark.x, 2), y, space, mark.text))
                elif isinstance(mark, LineMark):
                    ends = (mark.x1, height - top - mark.y1, mark.x2, height - top - mark.y2)
                    self.lines.append((mark.width, *(round(end, 2) for end in ends)))
                elif isinstance(mark, FillMark):
                    y = height - top - mark.y - mark.height
                    self.fills.append((mark.gray, mark.x, y, mark.width, mark.height))

    def draw(self) -> bytes:
        """PDF bytes."""
        rl_config.useA85 = 0
        buffer = io.BytesIO()
        canvas = Canvas(
            buffer, self.size, pageCompression=1, invariant=1, initialFontName="Peer-Tinos"
        )
        for gray, *box in self.fills:
            canvas.setFillGray(gray)
            canvas.rect(*box, stroke=0, fill=1)
        canvas.setFillGray(0)
        for width, *ends in self.lines:
            canvas.setLineWidth(width)
            canvas.line(*ends)
        block = canvas.beginText()
        for face, size, x, y, space, text in self.texts:
            block.setFont(face, size)
            block.setTextOrigin(x, y)
            block.setWordSpace(space)
            block.textOut(text)
        canvas.drawText(block)
        canvas.showPage()
        canvas.save()
        return buffer.getvalue()


def measure() -> list[Figure]:
    """Ratio of medians of single letters, no two alike, drawn in turn; and the size of the file."""
    register_peer_fonts()
    letters = [snapshot(index) for index in range(LETTERS)]
    peers = iter([HandDrawn(letter) for letter in letters])
    waiting = iter(letters)
    forget_lines()
    mine, theirs = interleaved(
        lambda: render(next(waiting), logo=None),
        lambda: next(peers).draw(),
        rounds=ROUNDS,
        warm_up=LETTERS - ROUNDS,
    )
    own, other = median_ms(mine), median_ms(theirs)
    own_size = len(render(letters[0], logo=None).pdf)
    other_size = len(HandDrawn(letters[0]).draw())
    return [
        Figure("letter rendering", own / other, LIMIT, f"{own:.2f} ms against {other:.2f} ms"),
        Figure("letter bytes", own_size / other_size, 1.1, f"{own_size:,} against {other_size:,}"),
    ]
