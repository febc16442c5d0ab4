"""Rendering a letter (snapshot to PDF bytes) against the same page drawn by hand on a tuned canvas.

The peer knows every string, place and word space beforehand: it measures and breaks nothing. It
uses reportlab as its best hands would: fonts cut beforehand and registered once, no ASCII85, one
compressed content stream. Both draw without a crest.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.figures import Figure, interleaved, median_ms
from nagari_kit.documents.definitions import load_definitions
from nagari_kit.documents.layout.lines import justified_lines, ragged_lines
from nagari_kit.documents.layout.marks import FillMark, LineMark, Mark, TextMark
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
MOST_BYTES = 0.5
WHOLE_FONTS = Path("/usr/share/fonts/truetype/croscore")
GIVEN = ("Ramadhani", "Alhamdi", "Khairunnisa", "Maulana", "Aulia", "Yusniar", "Hidayat")
PEER_FONTS = {
    "Tinos": "Tinos-Regular.ttf",
    "Tinos-Bold": "Tinos-Bold.ttf",
    "Tinos-Italic": "Tinos-Italic.ttf",
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


@dataclass(slots=True)
class DrawnPage:
    """What stands on one page, in reportlab's coordinates."""

    texts: list[tuple[str, float, float, float, float, str]] = field(default_factory=list)
    lines: list[tuple[float, tuple[float, ...], float, float, float, float]] = field(
        default_factory=list
    )
    fills: list[tuple[float, float, float, float, float]] = field(default_factory=list)


class HandDrawn:
    """The pages as a list of calls that somebody wrote down by hand."""

    def __init__(self, letter: LetterSnapshot) -> None:
        laid = lay_out(letter)
        height = laid.sheet.height
        self.size = (laid.sheet.width, height)
        self.pages = [DrawnPage() for _ in laid.pages]
        for page, drawn in zip(laid.pages, self.pages, strict=True):
            for top, strip in page.placed:
                for mark in strip.marks:
                    self._take(mark, height - top, drawn)

    @staticmethod
    def _take(mark: Mark, base: float, drawn: DrawnPage) -> None:
        if isinstance(mark, TextMark):
            face = f"Peer-{mark.face.value}"
            space = round(mark.word_space, 3)
            place = (round(mark.x, 2), round(base - mark.y, 2))
            drawn.texts.append((face, mark.size, *place, space, mark.text))
        elif isinstance(mark, LineMark):
            ends = (mark.x1, base - mark.y1, mark.x2, base - mark.y2)
            drawn.lines.append((mark.width, mark.dash, *(round(end, 2) for end in ends)))
        elif isinstance(mark, FillMark):
            y = base - mark.y - mark.height
            drawn.fills.append((mark.gray, mark.x, y, mark.width, mark.height))

    def draw(self, prefix: str = "Peer") -> bytes:
        """PDF bytes, by reportlab's best settings; `prefix` names the registered fonts."""
        rl_config.useA85 = 0
        buffer = io.BytesIO()
        canvas = Canvas(
            buffer, self.size, pageCompression=1, invariant=1, initialFontName=f"{prefix}-Tinos"
        )
        self.onto(canvas, prefix)
        canvas.save()
        return buffer.getvalue()

    def onto(self, canvas: Canvas, prefix: str) -> None:
        """Every page by reportlab's own calls."""
        for page in self.pages:
            for gray, *box in page.fills:
                canvas.setFillGray(gray)
                canvas.rect(*box, stroke=0, fill=1)
            canvas.setFillGray(0)
            for width, dash, *ends in page.lines:
                canvas.setLineWidth(width)
                canvas.setDash(list(dash))
                canvas.line(*ends)
            block = canvas.beginText()
            for face, size, x, y, space, text in page.texts:
                block.setFont(face.replace("Peer", prefix), size)
                block.setTextOrigin(x, y)
                block.setWordSpace(space)
                block.textOut(text)
            canvas.drawText(block)
            canvas.showPage()


def default_bytes(letter: LetterSnapshot) -> int:
    """Size of the same letter by reportlab as it comes, its fonts as they are distributed.

    Where the whole fonts are not installed, with the cut ones: then the figure flatters reportlab.
    """
    folder = WHOLE_FONTS if WHOLE_FONTS.exists() else resource_path("fonts/letters")
    for name, file in PEER_FONTS.items():
        font = TTFont(f"Whole-{name}", str(folder / file))
        font.face.name = b"Whole" + font.face.name
        pdfmetrics.registerFont(font)
    rl_config.useA85 = 1
    buffer = io.BytesIO()
    canvas = Canvas(buffer, HandDrawn(letter).size)
    HandDrawn(letter).onto(canvas, "Whole")
    canvas.save()
    return len(buffer.getvalue())


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
    default = default_bytes(letters[0])
    return [
        Figure("letter rendering", own / other, LIMIT, f"{own:.2f} ms against {other:.2f} ms"),
        Figure("letter bytes", own_size / other_size, 1.1, f"{own_size:,} against {other_size:,}"),
        Figure(
            "letter bytes, reportlab as it comes",
            own_size / default,
            MOST_BYTES,
            f"{own_size:,} against {default:,}",
        ),
    ]
