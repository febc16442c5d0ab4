"""Whatever stands in the register or is typed, the letter is made and stays on its paper."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nagari_kit.documents.letter import LetterSnapshot, render, resolve
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import PaperSize
from tests.unit.documents import reading, role_samples, samples
from tests.unit.documents.samples import changed

TEXT = st.text(max_size=90) | st.text(alphabet="<b>{}*&|\\()%\n\t\u00a0 aW", max_size=200)
EDGE = 8 * reading.MM


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    type_id=st.sampled_from(["sku", "sktm", "domisili"]),
    paper=st.sampled_from(PaperSize),
    name=TEXT,
    place=TEXT,
    number=st.none() | TEXT,
    typed=st.lists(TEXT, min_size=6, max_size=6),
    office=st.lists(TEXT, min_size=4, max_size=4),
)
def test_any_text_makes_a_letter_that_stays_on_its_paper(
    *, definitions, type_id, paper, name, place, number, typed, office
) -> None:
    kop = changed(
        samples.OFFICE.kop, line1=office[0], line3=office[1], address_lines=(office[2], office[3])
    )
    profile = changed(samples.OFFICE, kop=kop, paper=paper, name=office[1] or "X")
    person = changed(samples.CHILD, name=PersonName(name, gelar_adat=place), birth_place=place)
    values = dict(zip(samples.VALUES[type_id], typed, strict=False))
    signer = changed(samples.KASI, name=PersonName(name, gelar_belakang=place))
    facts = samples.facts(
        type_id,
        office=profile,
        resident=person,
        jorong=place,
        signer=signer,
        number=number,
        values=values,
    )
    snapshot = resolve(definitions[type_id], facts)
    letter = render(LetterSnapshot.from_json(snapshot.to_json()), logo=None, missing_ok=True)
    assert letter.pdf.startswith(b"%PDF")
    width, height = {
        PaperSize.F4: (215 * reading.MM, 330 * reading.MM),
        PaperSize.A4: (210 * reading.MM, 297 * reading.MM),
    }[paper]
    for sign in reading.signs(letter.pdf):
        assert sign.left > EDGE
        assert sign.right < width - EDGE
        assert sign.top > EDGE
        assert sign.bottom < height - EDGE


TYPES = ("kematian", "ahli_waris", "n1", "sporadik", "undangan", "surat_tugas")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    type_id=st.sampled_from(TYPES),
    name=TEXT,
    address=TEXT,
    typed=st.lists(TEXT, min_size=12, max_size=12),
)
def test_any_person_and_table_makes_a_letter_that_stays_on_its_paper(
    *, definitions, type_id, name, address, typed
) -> None:
    definition = definitions[type_id]
    texts = iter(typed)
    values = {
        field.id: json.dumps([{one.id: next(texts, "") for one in field.columns}] * 3)
        if field.columns
        else next(texts, "")
        for field in definition.fields
    }
    somebody = role_samples.outsider(name, address=address, father_name=name, birth_place=address)
    people = {one.id: (somebody,) for one in definition.people}
    people |= {one.id: (somebody,) * 5 for one in definition.people_lists}
    facts = role_samples.facts(type_id, values=values, people=people)
    snapshot = resolve(definition, facts)
    letter = render(LetterSnapshot.from_json(snapshot.to_json()), logo=None, missing_ok=True)
    for sign in reading.signs(letter.pdf):
        assert EDGE < sign.left < sign.right < 215 * reading.MM - EDGE
        assert EDGE < sign.top < sign.bottom < 330 * reading.MM - EDGE
