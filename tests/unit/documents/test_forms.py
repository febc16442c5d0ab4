"""A form's values stand at their places, or the letter says which one has no room."""

from __future__ import annotations

import tomllib

import pytest

from nagari_kit.documents.definition_reader import parse_definition
from nagari_kit.documents.definition_writer import write_definition
from nagari_kit.documents.layout.form_fit import TENTH
from nagari_kit.documents.layout.marks import LineMark, TextMark
from nagari_kit.documents.layout.overlaps import findings, text_boxes
from nagari_kit.documents.layout.pages import lay_out
from nagari_kit.documents.letter import LetterSnapshot, render, resolve
from nagari_kit.documents.sample_facts import sample_facts
from nagari_kit.documents.snapshot import FormPage
from nagari_kit.errors import DefinitionError, LetterError
from nagari_kit.infra.paths import resource_path

HEAD = """[surat]
id = "borang"
versi = 1
judul = "Borang"
judul_pendek = "Borang"
singkatan = "BORANG"
klasifikasi = "400"
nomor = "tidak"
kode = "tidak"
penanda_tangan = "pihak"
kertas = "A4"

[[isian]]
id = "kata"
label = "Kata"
jenis = "paragraf"

[[blok]]
jenis = "borang"
"""
PLACE = (
    'tempat = [{{ isi = "{{isian.kata}}", x = 20, y = 20, lebar = 40, tinggi = {height}{more} }}]\n'
)


def placed(value: str, more: str = "", height: float = 6) -> LetterSnapshot:
    source = HEAD + PLACE.format(height=height, more=more)
    definition = parse_definition(source.encode(), "borang", "lokal")
    return resolve(definition, sample_facts(definition, values={"kata": value}))


def page(snapshot: LetterSnapshot) -> FormPage:
    (form,) = snapshot.body
    assert isinstance(form, FormPage)
    return form


def test_a_text_shrinks_to_eight_points_and_is_then_missing_never_cut() -> None:
    sizes = []
    for letters in range(4, 60, 2):
        snapshot = placed("n" * letters)
        if snapshot.missing():
            assert snapshot.missing() == ("Kata (terlalu panjang untuk tempatnya)",)
            continue
        sizes.append(page(snapshot).texts[0].size)
        (box,) = text_boxes(lay_out(snapshot))
        assert box.text == "n" * letters
        assert box.right <= 600 * TENTH + 1e-6
    assert sizes[0] == 110
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 80
    assert placed("n" * 58).missing()
    with pytest.raises(LetterError) as refused:
        render(placed("n" * 58), logo=None)
    assert "Kata (terlalu panjang" in refused.value.user_message


def test_a_text_takes_the_lines_that_it_may_have_and_no_more() -> None:
    words = "kata yang panjang sekali untuk satu baris saja"
    assert placed(words).missing()
    assert not placed(words, ", baris = 3", 14).missing()
    assert placed(words, ", baris = 3", 4).missing(), "three lines have no room in 4 mm"


def test_a_comb_has_one_sign_in_each_box_and_no_more_signs_than_boxes() -> None:
    laid = lay_out(placed("12345", ", kotak = 8"))
    signs = text_boxes(laid)
    assert [box.text for box in signs] == list("12345")
    for number, box in enumerate(signs):
        middle = (box.left + box.right) / 2
        assert middle == pytest.approx((200 + 50 * number + 25) * TENTH)
    assert placed("123456789", ", kotak = 8").missing()


def test_a_place_without_a_value_stays_free_unless_it_is_required() -> None:
    assert page(placed("")).texts == ()
    more = ' }, { isi = "{warga.telepon}", x = 20, y = 40, lebar = 40, tinggi = 6'
    assert placed("", more).missing() == ()
    assert placed("", more + ", wajib = true").missing() == ("Nomor telepon",)


def test_a_cross_stands_only_in_the_box_that_was_chosen() -> None:
    more = (
        ' }, { cawang = "isian.kata == ya", x = 20, y = 40, lebar = 6, tinggi = 6'
        ' }, { cawang = "isian.kata == tidak", x = 30, y = 40, lebar = 6, tinggi = 6'
    )
    laid = lay_out(placed("ya", more))
    crosses = [box for box in text_boxes(laid) if box.text == "X"]
    assert len(crosses) == 1
    assert 200 * TENTH < crosses[0].left < crosses[0].right < 260 * TENTH


def test_rules_and_frames_stand_where_they_were_drawn() -> None:
    source = HEAD + PLACE.format(height=6, more="") + (
        "garis = [{ x1 = 20.5, y1 = 90, x2 = 100, y2 = 90 }]\n"
        "kotak = [{ x = 20, y = 100, lebar = 30, tinggi = 10, sel = 3 }]\n"
    )  # fmt: skip
    definition = parse_definition(source.encode(), "borang", "lokal")
    laid = lay_out(resolve(definition, sample_facts(definition)))
    lines = [one for one in laid.pages[0].placed[0][1].marks if isinstance(one, LineMark)]
    assert len(lines) == 1 + 2 + 4
    assert lines[-1].x1 == pytest.approx(205 * TENTH)
    assert findings(laid) == ()


def test_a_filed_form_is_drawn_again_as_it_was() -> None:
    snapshot = placed("Kata", ', rata = "kanan"')
    again = LetterSnapshot.from_json(snapshot.to_json())
    assert again == snapshot
    assert render(again, logo=None).pdf == render(snapshot, logo=None).pdf
    texts = [one for one in lay_out(again).pages[0].placed[0][1].marks if isinstance(one, TextMark)]
    assert [one.text for one in texts] == ["Kata"]


def test_the_editor_writes_a_form_as_it_reads_it() -> None:
    raw = resource_path("letters/permohonan.toml").read_bytes()
    values = tomllib.loads(raw.decode())
    written = write_definition(values)
    assert tomllib.loads(written.decode()) == values
    one, other = (parse_definition(each, "permohonan", "lokal") for each in (raw, written))
    assert one.blocks == other.blocks


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("x = 20", "x = 205"), "terlalu dekat ke tepi"),
        (("x = 20", "x = 20.25"), "satu angka di belakang koma"),
        (("x = 20", "x = nan"), "satu angka di belakang koma"),
        (("lebar = 40", "lebar = 40, ukuran = 7"), "paling kecil 8"),
        (('kertas = "A4"', 'kertas = ""'), "memerlukan “kertas”"),
        (('kode = "tidak"', 'kode = "ya"'), "kode periksa"),
        (('jenis = "borang"\n', 'jenis = "borang"\nlatar = "a.png"\n'), "harus ada berdua"),
        (('jenis = "borang"\n', 'jenis = "borang"\nlatar = "../a.png"\n'), "tidak sah"),
        (("{isian.kata}", "{isian.lain}"), "tidak dikenal"),
        (("[[blok]]", '[[blok]]\njenis = "kop"\n\n[[blok]]'), "tidak dapat dicampur"),
    ],
)  # fmt: skip
def test_a_form_that_could_not_be_printed_whole_is_refused(change, told) -> None:
    source = (HEAD + PLACE.format(height=6, more="")).replace(*change)
    with pytest.raises(DefinitionError) as refused:
        parse_definition(source.encode(), "borang", "lokal")
    assert told in refused.value.user_message
