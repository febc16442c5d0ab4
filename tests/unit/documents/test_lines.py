"""Line breaking: the best breaks for the paragraph as a whole, never wider than the text."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from nagari_kit.documents.layout import lines
from nagari_kit.documents.layout.data_lines import data_strips
from nagari_kit.documents.layout.steps import STEPS, sheet
from nagari_kit.documents.snapshot import DataLine, DataTable, Span
from nagari_kit.domain.office import PaperSize

WORDS = st.lists(
    st.text(alphabet="abdegiklmnoprstu", min_size=1, max_size=9), min_size=1, max_size=11
)


def cost(words: list[lines.Word], cuts: tuple[int, ...], width: float, indent: float) -> float:
    """What a choice of breaks costs by the rule of the layout, from first principles."""
    total = 0.0
    edges = (0, *cuts, len(words))
    for begin, end in pairwise(edges):
        room = width - (indent if begin == 0 else 0.0)
        natural = sum(word.width for word in words[begin:end]) + lines.SPACE * (end - begin - 1)
        spaces = max(end - begin - 1, 1) * lines.SPACE
        ratio = (room - natural) / spaces
        if ratio < -0.05 and end - begin > 1:
            return float("inf")
        if end < len(words):
            total += ratio**2
        elif end - begin == 1:
            total += 7
        else:
            total += min(ratio, 0) ** 2 + (3 if natural < 0.22 * width else 0)
    return total


@settings(max_examples=150, deadline=None)
@given(WORDS, st.floats(8, 14), st.floats(0, 2))
def test_no_other_choice_of_breaks_is_cheaper(texts, width, indent) -> None:
    words = lines.words_of((Span(" ".join(texts)),), width - indent)
    chosen = lines.justified_lines((Span(" ".join(texts)),), width, indent)
    cuts = []
    for line in chosen[:-1]:
        cuts.append((cuts[-1] if cuts else 0) + len(line.words))
    best = min(
        cost(words, cut, width, indent)
        for count in range(len(words))
        for cut in combinations(range(1, len(words)), count)
    )
    assert cost(words, tuple(cuts), width, indent) <= best + 1e-6


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.floats(6, 40), st.booleans())
def test_no_line_is_wider_than_the_text_whatever_it_says(text, width, bold) -> None:
    spans = (Span(text, bold=bold), Span("ekor", field_id="x"))
    for made in (lines.justified_lines(spans, width, 2.0), lines.ragged_lines(spans, width)):
        assert all(line.width <= width + 1e-6 for line in made)


@settings(max_examples=100, deadline=None)
@given(WORDS, st.floats(8, 14))
def test_no_word_is_lost(texts, width) -> None:
    made = lines.justified_lines((Span(" ".join(texts)),), width, 0.0)
    written = ["".join(piece.text for piece in word.pieces) for line in made for word in line.words]
    assert written == texts


def test_every_line_but_the_last_ends_at_the_margin() -> None:
    text = "Yang bertanda tangan di bawah ini menerangkan dengan sebenarnya bahwa ia ada. " * 3
    made = lines.justified_lines((Span(text),), 36.0, 3.0)
    assert len(made) > 2
    widths = [round(line.width, 6) for line in made]
    assert widths[:-1] == [33.0] + [36.0] * (len(made) - 2)


def test_fixed_spaces_part_only_when_the_column_is_too_narrow() -> None:
    whole = "Kecamatan\u00a0Batang\u00a0Contoh"
    wide = lines.ragged_lines((Span(f"Nagari, {whole}"),), 12.0)
    assert [len(line.words) for line in wide] == [1, 1]
    narrow = lines.ragged_lines((Span(whole),), 6.0)
    assert len(narrow) > 1


def test_a_value_never_leaves_one_part_alone_on_its_last_line() -> None:
    address = (
        "Jalan\u00a0Raya, Jorong\u00a0Satu, Nagari\u00a0Dua, Kecamatan\u00a0Tiga, Kabupaten\u00a0C"
    )
    whole = sum(word.width for word in lines.words_of((Span(address),), 99.0)) + 4 * lines.SPACE
    broken = lines.balanced_lines((Span(address),), whole - 3.0)
    assert len(broken) == 2
    assert len(broken[1].words) >= 2
    assert len(lines.balanced_lines((Span(address),), whole + 1.0)) == 1


def test_the_lines_of_one_value_stand_evenly() -> None:
    value = (Span("kata " * 60),)
    table = DataTable((DataLine((Span("Alamat"),), value), DataLine((Span("NIK"),), (Span("1"),))))
    for step in STEPS:
        strips = data_strips(table, sheet(PaperSize.F4, with_kop=True), step, 120.0)
        assert len(strips) >= 4
        assert len({strip.height for strip in strips[:-2]}) == 1
        assert strips[-2].height == strips[-1].height > strips[0].height
