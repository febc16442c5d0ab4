"""Parts in any order and with any text find their places, on as many pages as they need."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nagari_kit.documents.archival.preflight import preflight
from nagari_kit.documents.layout.overlaps import findings
from nagari_kit.documents.letter import render
from nagari_kit.documents.snapshot import (
    Body,
    CarbonCopies,
    DataLine,
    DataTable,
    LookText,
    ModelMark,
    NextPage,
    NumberedList,
    OfficialHead,
    OrderTable,
    ParagraphText,
    RuledTable,
    SectionHead,
    SignatureCell,
    SignatureLines,
    SignatureRow,
    Span,
    Spans,
    WitnessLine,
    WitnessRow,
)
from tests.golden.exemplars import BASE

ALPHABET = "abcdefghij klmnop WXYZ 0123 ,.-/()\u00a0–éž"
SHORT = st.text(ALPHABET, max_size=24).map(str.strip)
LONG = st.text(ALPHABET, max_size=160).map(str.strip)
NAME = st.text("ABCDEFGHI klmno,.", min_size=1, max_size=70).map(str.strip)
SPANS: st.SearchStrategy[Spans] = st.lists(
    st.builds(Span, LONG, st.booleans()), min_size=1, max_size=3
).map(tuple)
PEOPLE = st.lists(st.builds(WitnessLine, NAME, SHORT), min_size=1, max_size=14).map(tuple)


def lists_of(one: st.SearchStrategy, most: int, least: int = 1) -> st.SearchStrategy:
    return st.lists(one, min_size=least, max_size=most).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> RuledTable:
    count = draw(st.integers(1, 5))
    rows = draw(lists_of(st.lists(SPANS, min_size=count, max_size=count).map(tuple), 9))
    return RuledTable(
        tuple(draw(SHORT) for _ in range(count)),
        tuple([170 // count] * count),
        tuple(draw(st.sampled_from(["kiri", "tengah", "kanan"])) for _ in range(count)),
        rows,
        draw(st.sampled_from([0, 9, 12])),
    )


@st.composite
def rows_of_signatures(draw: st.DrawFn) -> SignatureRow:
    sides = draw(st.sampled_from([("kanan",), ("kiri", "kanan"), ("kiri", "tengah", "kanan")]))
    cells = [
        SignatureCell(
            side,
            draw(SHORT),
            draw(st.none() | SHORT),
            draw(st.none() | SHORT),
            draw(SHORT),
            draw(st.sampled_from(["", "a.n."])),
            draw(lists_of(SHORT.filter(bool), 2, 0)),
            draw(NAME),
            draw(st.none() | st.sampled_from(["", "19860421 201001 2 015"])),
            draw(st.booleans()),
        )
        for side in sides
    ]
    return SignatureRow(tuple(cells), draw(st.booleans()))


LINES = lists_of(
    st.builds(DataLine, SPANS, SPANS)
    | st.builds(DataLine, SPANS, st.just(()), lists_of(SPANS, 4))
    | st.builds(DataLine, SPANS, st.just(()), st.just(()), tables()),
    9,
)
BODIES: st.SearchStrategy[Body] = st.one_of(
    st.builds(ParagraphText, SPANS, st.booleans(), st.booleans()),
    st.builds(DataTable, LINES),
    st.builds(OrderTable, st.booleans(), LINES),
    tables(),
    st.builds(SectionHead, st.sampled_from(["", "I", "III"]), SPANS),
    st.builds(NumberedList, lists_of(SPANS, 5)),
    rows_of_signatures(),
    st.builds(WitnessRow, SHORT, PEOPLE, st.booleans()),
    st.builds(SignatureLines, PEOPLE, st.booleans(), SHORT, SHORT),
    st.builds(CarbonCopies, lists_of(SPANS, 4)),
    st.builds(NextPage, lists_of(SHORT, 3), SHORT),
)
HEADS = st.just(()) | st.one_of(
    st.builds(ModelMark, SHORT),
    st.builds(
        OfficialHead,
        lists_of(st.tuples(st.sampled_from(["Nomor", "Lampiran"]), SPANS), 4),
        SHORT,
        lists_of(SPANS, 3),
    ),
).map(lambda one: (one,))


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    head=HEADS,
    body=st.lists(BODIES, max_size=7).map(tuple),
    signed=st.booleans(),
    paper=st.sampled_from(["F4", "A4"]),
    look=st.sampled_from([LookText(), LookText(margin_left=40, margin_right=35, base_size=130)]),
)
def test_parts_in_any_order_stand_apart(*, head, body, signed, paper, look) -> None:
    letter = replace(
        BASE,
        body=(*head, *body),
        paper=paper,
        look=look,
        title_shown=not (head and isinstance(head[0], OfficialHead)),
        signature=BASE.signature if signed else None,
    )
    drawn = render(letter, logo=None)
    assert findings(drawn.laid) == ()
    assert preflight(drawn.pdf) == ()
