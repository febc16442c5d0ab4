"""The letter on paper: one page where it fits, every sign inside the page and on nothing else."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from nagari_kit.documents.layout.signature import CODE_SIDE
from nagari_kit.documents.letter import (
    FamilyFacts,
    LetterSnapshot,
    RenderedLetter,
    render,
    resolve,
)
from nagari_kit.documents.test_page import render_test_page
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import PaperSize
from nagari_kit.errors import LetterError
from tests.unit.documents import reading, samples

TYPES = ["sku", "sktm", "domisili"]
PAPERS = {PaperSize.F4: (215, 330), PaperSize.A4: (210, 297)}
EDGE = 8 * reading.MM


def rendered(definitions, type_id: str, logo: bytes | None = None, **changes) -> RenderedLetter:
    snapshot = resolve(definitions[type_id], samples.facts(type_id, **changes))
    return render(LetterSnapshot.from_json(snapshot.to_json()), logo=logo)


def with_values(type_id: str, **typed: str) -> dict[str, str]:
    return {**samples.VALUES[type_id], **typed}


def assert_clean(letter: RenderedLetter, paper: PaperSize = PaperSize.F4) -> None:
    """Nothing over another thing, nothing nearer than 8 mm to an edge, the foot apart."""
    width, height = (side * reading.MM for side in PAPERS[paper])
    for sign in reading.signs(letter.pdf):
        assert sign.left >= EDGE, sign
        assert sign.right <= width - EDGE, sign
        assert sign.top >= EDGE, sign
        assert sign.bottom <= height - EDGE, sign
    assert reading.overlapping(letter.pdf) == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("type_id", TYPES)
def test_every_letter_fits_one_page_of_either_paper(
    definitions, crest, tmp_path, type_id, paper
) -> None:
    office = replace(samples.OFFICE, paper=paper)
    letter = rendered(definitions, type_id, crest, office=office)
    facts = samples.facts(type_id)
    text = reading.running_text(letter.pdf)
    assert letter.pages == 1
    assert reading.page_sizes_mm(letter.pdf) == [PAPERS[paper]]
    assert reading.unembedded_fonts(letter.pdf, tmp_path) == []
    assert facts.number in text
    assert facts.resident.nik in text
    assert facts.resident.name.name in text
    assert "{" not in text
    assert "Halaman" not in text
    assert_clean(letter, paper)


@pytest.mark.parametrize("type_id", TYPES)
def test_a_box_shows_where_each_value_stands(definitions, crest, type_id) -> None:
    letter = rendered(definitions, type_id, crest)
    filled = {name for name, value in samples.VALUES[type_id].items() if value}
    assert {box.field_id for box in letter.boxes} == filled
    found: dict[str, str] = {}
    for box in letter.boxes:
        inside = reading.text_within(
            letter.pdf, box.page, box.x - 0.5, box.y, box.width + 1, box.height
        )
        found[box.field_id] = found.get(box.field_id, "") + inside
    for name, shown in found.items():
        value = samples.VALUES[type_id][name]
        expected = {
            "sejak": "2 Januari 2025",
            "tenaga_kerja": "3 (tiga)",
            "penghasilan_ayah": "Rp900.000 per bulan",
        }.get(name, value)
        assert shown == expected.replace(" ", "")


HOSTILE = "<b>Desi</b> & {isian.keperluan} **x** {{y}} </para> \\ ) ( % $"


def test_hostile_text_is_printed_as_it_is(definitions) -> None:
    name = PersonName(f"{HOSTILE}\x00\u202e\u200b")
    resident = replace(samples.TRADER, name=name)
    letter = rendered(
        definitions, "sku", resident=resident, values=with_values("sku", nama_usaha=HOSTILE)
    )
    assert reading.running_text(letter.pdf).count(HOSTILE) == 2
    assert_clean(letter)


def test_signs_that_the_font_lacks_are_seen_not_dropped(definitions) -> None:
    resident = replace(samples.TRADER, name=PersonName("Desi 😀 عربي"))
    text = reading.running_text(rendered(definitions, "sku", resident=resident).pdf)
    assert "Desi □ □□□□" in text


def test_names_of_sixty_signs_keep_their_place(definitions, crest) -> None:
    long_name = "Siti Nurhaliza Khairunnisa Ramadhani Putri Maharani Sutan Bagindo"
    signer = replace(
        samples.PENJABAT,
        name=PersonName("Muhammad Zulkifli Rahmatullah Abdurrahman", "Drs. H.", "S.Sos., M.Si."),
    )
    resident = replace(samples.TRADER, name=PersonName(long_name))
    letter = rendered(definitions, "sku", crest, resident=resident, signer=signer)
    text = reading.running_text(letter.pdf)
    assert long_name in text
    assert "MUHAMMAD ZULKIFLI RAHMATULLAH ABDURRAHMAN" in text
    assert_clean(letter)


def test_a_word_without_any_break_stays_inside(definitions) -> None:
    letter = rendered(
        definitions, "sku", values=with_values("sku", nama_usaha="W" * 300, keperluan="k" * 500)
    )
    assert letter.pages == 1
    assert_clean(letter)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    ("type_id", "field", "value"),
    [
        ("sku", "keperluan", "pengajuan pinjaman modal usaha kepada lembaga keuangan " * 56),
        ("domisili", "alamat_ktp", "\n".join(f"baris alamat ke-{n}" for n in range(1, 41))),
        ("sktm", "keperluan", "pengajuan keringanan biaya sekolah, " * 60),
    ],
)
def test_a_forty_line_field_goes_on_to_a_clean_second_page(
    definitions, crest, type_id, field, value, paper
) -> None:
    office = replace(samples.OFFICE, paper=paper)
    letter = rendered(
        definitions, type_id, crest, office=office, values=with_values(type_id, **{field: value})
    )
    texts = reading.page_texts(letter.pdf)
    assert letter.pages == len(texts) == 2
    words = [" ".join(text.split()) for text in texts]
    assert "Halaman 1 dari 2" in words[0]
    assert "Halaman 2 dari 2" in words[1]
    assert "PEMERINTAH KABUPATEN" not in words[1]
    signer = samples.facts(type_id).signer.name.name.upper()
    assert signer not in words[0]
    assert signer in words[1]
    assert "Demikian surat keterangan ini" in words[1]
    assert_clean(letter, paper)


def test_a_long_family_breaks_between_rows_under_a_repeated_head(definitions, crest) -> None:
    children = tuple(
        replace(samples.BROTHER, id=samples.person(100 + n, "x").id, name=PersonName(f"Anak {n}"))
        for n in range(30)
    )
    family = replace(samples.FAMILY, members=(*samples.FAMILY.members, *children))
    letter = rendered(definitions, "sktm", crest, family=family)
    first, second = (" ".join(text.split()) for text in reading.page_texts(letter.pdf))
    assert "Pekerjaan / pendidikan" in first
    assert "Pekerjaan / pendidikan" in second
    rows = [number for number in range(30) if f"Anak {number} " in first + " " + second]
    assert rows == list(range(30))
    assert_clean(letter)


def test_a_fuller_letter_gives_up_air_before_type(definitions) -> None:
    steps = []
    for extra in (0, 3, 5, 8):
        children = tuple(
            samples.person(200 + n, f"Anak {n}", family_relation=4, occupation=3)
            for n in range(extra)
        )
        family = replace(samples.FAMILY, members=(*samples.FAMILY.members, *children))
        steps.append(rendered(definitions, "sktm", family=family).step)
    order = ["roomy", "standard", "tight-1", "tight-2", "tight-3", "tight-4"]
    assert [order.index(step) for step in steps] == sorted(order.index(step) for step in steps)
    assert len(set(steps)) >= 3


def test_the_places_of_code_and_cap_stay_free(definitions, crest) -> None:
    letter = rendered(definitions, "sku", crest)
    found = reading.signs(letter.pdf)
    bottom = max(sign.bottom for sign in found)
    left = 25 * reading.MM
    in_code = [s for s in found if s.left < left + CODE_SIDE and s.bottom > bottom - CODE_SIDE]
    assert "".join(s.text for s in in_code).replace(" ", "") == "Tempatkodepemeriksaan"


def test_a_draft_is_the_paper_but_for_its_number(definitions) -> None:
    draft = reading.running_text(rendered(definitions, "sku", number=None).pdf)
    issued = reading.running_text(rendered(definitions, "sku").pdf)
    number = samples.facts("sku").number
    assert draft == issued.replace(f"Nomor : {number}", "Nomor : ···")
    assert "Tempat kode pemeriksaan" in issued


def test_preprinted_paper_keeps_the_room_of_its_kop(definitions, crest) -> None:
    kop = replace(samples.OFFICE.kop, preprinted=True)
    plain = rendered(definitions, "sku", crest)
    bare = rendered(definitions, "sku", crest, office=replace(samples.OFFICE, kop=kop))
    assert "PEMERINTAH" not in reading.running_text(bare.pdf)
    assert bare.boxes == plain.boxes


def test_a_logo_that_is_no_picture_is_refused_in_words(definitions) -> None:
    with pytest.raises(LetterError) as caught:
        rendered(definitions, "sku", b"GIF89a not a picture")
    assert "Logo kop tidak terbaca" in caught.value.user_message


def test_the_same_letter_has_the_same_bytes_in_every_process(definitions, crest) -> None:
    here = hashlib.sha256(rendered(definitions, "sktm", crest).pdf).hexdigest()
    script = (
        "import hashlib\n"
        "from nagari_kit.documents.definitions import load_definitions\n"
        "from nagari_kit.documents.letter import render, resolve\n"
        "from nagari_kit.infra.paths import resource_path\n"
        "from tests.unit.documents import samples\n"
        "definition = load_definitions(resource_path('letters'))['sktm']\n"
        "snapshot = resolve(definition, samples.facts('sktm'))\n"
        "logo = resource_path('demo/crest.png').read_bytes()\n"
        "print(hashlib.sha256(render(snapshot, logo=logo).pdf).hexdigest())\n"
    )
    root = Path(__file__).resolve().parents[3]
    for seed, epoch in (("1", "1"), ("2", "86400")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": epoch}
        output = subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
            cwd=root,
        )
        assert output.stdout.strip() == here


@pytest.mark.parametrize("paper", PAPERS)
def test_the_test_page_is_true_to_size(paper, tmp_path) -> None:
    pdf = render_test_page(paper)
    assert reading.page_sizes_mm(pdf) == [PAPERS[paper]]
    assert reading.unembedded_fonts(pdf, tmp_path) == []
    marks = [sign for sign in reading.signs(pdf) if sign.text == "m"]
    assert marks
    assert f"{paper.value}, {PAPERS[paper][0]} × {PAPERS[paper][1]} mm" in reading.running_text(pdf)


def test_letters_rendered_at_the_same_time_do_not_mix(definitions, crest) -> None:
    alone = {type_id: rendered(definitions, type_id, crest).pdf for type_id in TYPES}
    with ThreadPoolExecutor(4) as pool:
        wanted = TYPES * 12
        together = list(pool.map(lambda name: rendered(definitions, name, crest).pdf, wanted))
    assert together == [alone[name] for name in wanted]


def test_the_first_window_does_not_wait_for_the_pdf_library() -> None:
    script = (
        "import sys, nagari_kit.documents.letter, nagari_kit.documents.test_page\n"
        "print([name for name in sys.modules if name.startswith(('reportlab', 'PIL'))])\n"
    )
    output = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    assert output.stdout.strip() == b"[]"


def sktm_of(definitions, resident, members) -> str:
    family = FamilyFacts(members=members)
    facts = samples.facts(
        "sktm",
        resident=resident,
        family=family,
        values=with_values("sktm", penghasilan_ayah="900000", penghasilan_ibu="600000"),
    )
    return reading.running_text(render(resolve(definitions["sktm"], facts), logo=None).pdf)


def test_an_income_stands_under_the_one_who_earns_it(definitions) -> None:
    couple = (samples.FATHER, samples.MOTHER)
    head = sktm_of(definitions, samples.FATHER, couple)
    assert "Penghasilan rata-rata : Rp900.000 per bulan" in head
    assert "Penghasilan istri : Rp600.000 per bulan" in head
    for other, whose in (
        (samples.MOTHER, "yang bersangkutan"),
        (samples.GRANDMOTHER, "istri kepala keluarga"),
    ):
        said = sktm_of(definitions, other, (*couple, samples.GRANDMOTHER))
        assert "Penghasilan rata-rata" not in said
        assert "Penghasilan kepala keluarga : Rp900.000 per bulan" in said
        assert f"Penghasilan {whose} : Rp600.000 per bulan" in said
        assert "Keluarga yang bersangkutan hidup sederhana" in said
        assert "Anggota keluarga lain yang tercatat" in said


def test_an_income_that_was_given_is_never_left_out(definitions) -> None:
    alone = sktm_of(definitions, samples.NURSE, (samples.NURSE,))
    assert "Penghasilan ibu : Rp600.000 per bulan" in alone


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("untuk pengajuan beasiswa", "untuk keperluan pengajuan beasiswa."),
        ("Untuk keperluan pengajuan beasiswa.", "untuk keperluan pengajuan beasiswa."),
        ("untuk", "untuk keperluan untuk."),
    ],
)
def test_the_purpose_goes_on_with_its_sentence(definitions, typed, printed) -> None:
    letter = rendered(definitions, "sktm", values=with_values("sktm", keperluan=typed))
    assert printed in reading.running_text(letter.pdf)


def test_an_address_breaks_at_its_commas_alone(definitions) -> None:
    office = replace(
        samples.OFFICE,
        name="Koto Tinggi",
        kecamatan="Batang Contoh Utara dan Sekitarnya Hulu",
        kabupaten="Kabupaten Lima Puluh Kota",
    )
    lines = reading.page_texts(rendered(definitions, "domisili", office=office).pdf)[0].split("\n")
    assert any(line.strip().endswith("Kabupaten Lima Puluh Kota") for line in lines)
    assert not any(line.strip().startswith(("Lima", "Puluh", "Kota")) for line in lines)


@pytest.mark.parametrize("typed", ["Jorong Kampuang Tangah", "Kampuang Tangah"])
def test_a_subarea_is_named_once_by_its_kind(definitions, typed) -> None:
    text = reading.running_text(
        rendered(definitions, "domisili", values=with_values("domisili", jorong=typed)).pdf
    )
    assert "Jorong : Kampuang Tangah" in text
