"""A ranji on paper: everybody is found, no sheet is too full, and the way goes on."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nagari_kit.documents.lineage import LineageFacts, render_lineage
from nagari_kit.documents.lineage_sheets import parted
from nagari_kit.domain.identity import LineageNodeId
from nagari_kit.domain.lineage import Lineage, LineageNode, LineageSigners
from nagari_kit.domain.office import Kop, OfficeProfile, PaperSize
from nagari_kit.domain.residents import Sex
from nagari_kit.errors import LetterError

KOP = Kop("PEMERINTAH KABUPATEN CONTOH", "KECAMATAN BATANG CONTOH", "NAGARI KOTO CONTOH")
OFFICE = OfficeProfile(
    "13.06.99.2001", "Koto Contoh", "nagari", "Batang Contoh", "Kabupaten Contoh", "KN", KOP
)
DAY = date(2026, 11, 24)


def identity(number: int) -> LineageNodeId:
    return LineageNodeId(UUID(int=number))


def kaum_of(mothers: list[int], **facts) -> Lineage:
    """`mothers` gives for each person from the second on the number of the mother (0: none)."""
    nodes = [LineageNode(identity(1), "Orang 1", sex=Sex.FEMALE, **facts)]
    for number, mother in enumerate(mothers, start=2):
        mother_id = identity(mother) if mother else None
        nodes.append(
            LineageNode(identity(number), f"Orang {number}", sex=Sex.FEMALE, mother_id=mother_id)
        )
    return Lineage("Dt. Paduko Alam", tuple(nodes))


def facts_of(lineage: Lineage, **more) -> LineageFacts:
    return LineageFacts(lineage, OFFICE, None, LineageSigners(**more), DAY)


@st.composite
def kaum(draw) -> Lineage:
    count = draw(st.integers(0, 70))
    return kaum_of([draw(st.integers(0, number)) for number in range(1, count + 1)])


@given(kaum())
@settings(max_examples=150, deadline=None)
def test_everybody_stands_on_a_sheet_that_is_not_too_full_and_the_way_goes_on(lineage) -> None:
    sheets = parted(lineage)
    shown = {node.id for sheet in sheets for node in sheet.lineage.nodes}
    assert shown == set(lineage.by_id)
    for sheet in sheets:
        own = sheet.lineage
        assert own.generations <= 4
        assert sum(not own.children(node.id) for node in own.nodes) <= 12
        for node in own.nodes:
            here = len(own.children(node.id))
            if here < len(lineage.children(node.id)) and node not in sheet.tops:
                onward = sheets[sheet.onward[node.id] - 1]
                assert node in onward.tops
                assert onward.lineage.children(node.id)


@pytest.mark.parametrize("paper", list(PaperSize))
def test_a_wide_kaum_is_printed_on_several_landscape_sheets(paper) -> None:
    mothers = [1] * 3 + [2 + number // 4 for number in range(12)]
    mothers += [5 + number % 12 for number in range(45)]
    facts = facts_of(kaum_of(mothers), mamak="Basri Dt. Paduko Alam, S.Pd.")
    office = OfficeProfile(**{
        **{name: getattr(OFFICE, name) for name in OfficeProfile.__slots__}, "paper": paper
    })  # fmt: skip
    pdf = render_lineage(LineageFacts(facts.lineage, office, None, facts.signers, DAY))
    document = pypdfium2.PdfDocument(pdf)
    assert 4 <= len(document) <= 7
    words = [page.get_textpage().get_text_bounded() for page in document]
    assert all("RANJI KAUM DT. PADUKO ALAM" in page for page in words)
    assert "4 generasi, 61 anggota" in words[0]
    assert f"Lembar 2 dari {len(document)}" in words[1]
    assert "BASRI DT. PADUKO ALAM, S.Pd." in words[0]
    whole = "\n".join(words)
    assert all(f"Orang {number}" in whole for number in range(1, 62))
    width, height = document[0].get_size()
    assert width > height
    document.close()


def test_a_name_that_no_box_can_hold_ends_in_dots_and_the_dead_are_said(tmp_path) -> None:
    long = "Siti Nurhalizah Rahmawati Binti Sutan Bagindo Alam Syah Nan Panjang Sakali"
    lineage = Lineage(
        "Dt. Paduko Alam",
        (LineageNode(identity(1), long, sex=Sex.FEMALE, gelar="Hajah", death_year=0),),
    )
    document = pypdfium2.PdfDocument(render_lineage(facts_of(lineage)))
    words = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "…" in words
    assert "almarhumah" in words
    assert "Hajah" in words


def test_the_same_ranji_gives_the_same_bytes_and_an_empty_one_is_refused() -> None:
    facts = facts_of(kaum_of([1, 1, 2]))
    assert render_lineage(facts) == render_lineage(facts)
    with pytest.raises(LetterError):
        render_lineage(facts_of(Lineage("Kosong")))
