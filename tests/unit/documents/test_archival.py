"""Every document keeps what PDF/A-3b promises, and the check that says so sees what breaks it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import pdfa

from nagari_kit.documents.archival.preflight import attached_data, preflight
from nagari_kit.documents.definitions import load_definitions
from nagari_kit.documents.letter import LetterSnapshot, render, resolve
from nagari_kit.documents.lineage import LineageFacts, render_lineage
from nagari_kit.documents.registers.printing import render_register
from nagari_kit.documents.sample_facts import Extent, sample_facts
from nagari_kit.documents.test_page import render_test_page
from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.domain.lineage import LineageSigners
from nagari_kit.domain.office import PaperSize
from nagari_kit.infra.paths import resource_path
from tests.golden.letters import LETTERS
from tests.golden.official_exemplars import EXEMPLARS
from tests.golden.registers import LAST_DAY, REGISTERS
from tests.unit.documents import samples
from tests.unit.documents.test_lineage import kaum_of
from tools.make_icc import profile

CREST = resource_path("demo/crest.png").read_bytes()


def snapshot_of(type_id: str) -> LetterSnapshot:
    definition = load_definitions(resource_path("letters"))[type_id]
    return resolve(definition, samples.facts(type_id))


@pytest.fixture(scope="module")
def letter() -> bytes:
    return render(snapshot_of("sktm"), logo=CREST).pdf


def judged(pdf: bytes) -> list[str]:
    """What our own check finds, and what pikepdf's allowlist of veraPDF's rules does."""
    report = pdfa.validate_written(io.BytesIO(pdf), "3b")
    return [*preflight(pdf), *map(str, report.findings)]


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_fit_for_the_archive(name) -> None:
    type_id, facts = LETTERS[name]
    definition = load_definitions(resource_path("letters"))[type_id]
    pdf = render(resolve(definition, facts()), logo=CREST, missing_ok=True).pdf
    assert judged(pdf) == []


@pytest.mark.parametrize("type_id", sorted(load_definitions(resource_path("letters"))))
def test_every_type_of_letter_is_fit_for_the_archive(type_id) -> None:
    definition = load_definitions(resource_path("letters"))[type_id]
    pdf = render(resolve(definition, sample_facts(definition, Extent.LONGEST)), logo=CREST).pdf
    assert judged(pdf) == []


@pytest.mark.parametrize("name", EXEMPLARS)
def test_every_part_of_a_letter_is_fit_for_the_archive(name) -> None:
    assert judged(render(EXEMPLARS[name], logo=CREST).pdf) == []


@pytest.mark.parametrize("name", REGISTERS)
def test_every_book_is_fit_for_the_archive(name) -> None:
    make, paper = REGISTERS[name]
    assert judged(render_register(make(), paper, LAST_DAY).pdf) == []


def test_a_ranji_is_fit_for_the_archive() -> None:
    kaum = kaum_of([1, 1, 2, 2, 3, 3, 4])
    facts = LineageFacts(kaum, samples.OFFICE, None, LineageSigners(), LAST_DAY)
    assert judged(render_lineage(facts)) == []


def test_a_printer_finds_every_width_in_the_font_itself(letter) -> None:
    with pikepdf.open(io.BytesIO(letter)) as document:
        fonts = list(document.pages[0].resources.Font.values())
        assert len(fonts) == 3
        for font in fonts:
            program = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
            (table,) = program["cmap"].tables
            said = [float(width) for width in font.Widths]
            shown = {code: glyph for code, glyph in table.cmap.items() if glyph != ".notdef"}
            assert len(shown) > 5
            for code, glyph in shown.items():
                own = program["hmtx"][glyph][0] * 1000 / program["head"].unitsPerEm
                assert said[code] == pytest.approx(own, abs=0.5)


def test_the_page_for_printers_is_fit_too() -> None:
    assert judged(render_test_page(PaperSize.F4)) == []


def test_a_letter_carries_its_own_data(letter) -> None:
    snapshot = snapshot_of("sktm")
    data = attached_data(letter)
    assert (data["schema"], data["version"]) == ("nagari-kit/surat", 1)
    assert data["number"] == snapshot.number
    assert data["subject"] == {"name": snapshot.subject_name, "nik": snapshot.subject_nik}
    assert data["values"] == dict(snapshot.values)
    assert data["template"]["sha256"] == snapshot.definition_sha256
    assert date.fromisoformat(data["issue_date"]) <= date.fromisoformat(data["valid_until"])


def test_the_data_is_spelt_so_that_its_hash_can_be_made_again(letter) -> None:
    with pikepdf.open(io.BytesIO(letter)) as document:
        source = document.attachments["surat.json"].get_file().read_bytes()
    assert source == canonical_bytes(json.loads(source))


def test_a_draft_carries_no_data() -> None:
    pdf = render(snapshot_of("sktm"), logo=None, missing_ok=True).pdf
    with pytest.raises(KeyError):
        attached_data(pdf)


def test_the_shipped_colour_profile_is_the_one_that_its_tool_makes() -> None:
    assert resource_path("colour/srgb.icc").read_bytes() == profile()


def _without_intent(document: pikepdf.Pdf) -> None:
    del document.Root.OutputIntents


def _without_xmp(document: pikepdf.Pdf) -> None:
    del document.Root.Metadata


def _with_script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")


def _unrelated_data(document: pikepdf.Pdf) -> None:
    del document.Root.AF


def _meaningless_data(document: pikepdf.Pdf) -> None:
    spec = document.attachments["surat.json"].obj
    del spec["/AFRelationship"]


def _without_fonts(document: pikepdf.Pdf) -> None:
    for font in document.pages[0].resources.Font.values():
        del font.FontDescriptor["/FontFile2"]


def _other_part(document: pikepdf.Pdf) -> None:
    packet = document.Root.Metadata.read_bytes()
    document.Root.Metadata.write(packet.replace(b"part>3<", b"part>1<"))


def _in_cmyk(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(b"0 0 0 1 k", prepend=True)


def _unknown_signs(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(b"BT /F1+0 12 Tf (\x7f) Tj ET")


BREAKS: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "output intent": (_without_intent, "output intent"),
    "xmp": (_without_xmp, "no XMP"),
    "script": (_with_script, "/OpenAction in the catalog"),
    "associated": (_unrelated_data, "associated files"),
    "relationship": (_meaningless_data, "how it belongs"),
    "fonts": (_without_fonts, "is not embedded"),
    "part": (_other_part, "another PDF/A part"),
    "cmyk": (_in_cmyk, "colour operator k"),
    "signs": (_unknown_signs, "lacks"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_breaks_the_promise_is_found(letter, name) -> None:
    change, words = BREAKS[name]
    with pikepdf.open(io.BytesIO(letter)) as document:
        change(document)
        broken = io.BytesIO()
        document.save(broken, deterministic_id=True)
    assert any(words in finding for finding in preflight(broken.getvalue()))


def test_an_encrypted_copy_is_found(letter) -> None:
    with pikepdf.open(io.BytesIO(letter)) as document:
        broken = io.BytesIO()
        document.save(broken, encryption=pikepdf.Encryption(owner="kunci", user=""))
    assert "encrypted" in preflight(broken.getvalue())


def test_a_file_that_is_no_pdf_is_found() -> None:
    assert preflight(b"bukan pdf")[0].startswith("unreadable")
