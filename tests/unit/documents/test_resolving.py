"""A letter says what is known of the people it names, and what it lacks holds it back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from nagari_kit.documents.letter import LetterFacts, default_values, render, resolve
from nagari_kit.documents.snapshot import (
    DataTable,
    LetterSnapshot,
    ParagraphText,
    RuledTable,
    SignatureRow,
    WitnessRow,
)
from nagari_kit.domain.residents import Sex
from nagari_kit.errors import LetterError
from tests.unit.documents import language, reading, role_samples, samples
from tests.unit.documents.language import SIGNATURE, changed, signed
from tests.unit.documents.role_samples import of, outsider

REPORTER = outsider("Hendri", columns={"sebagai": "anak"})
FOLLOWER = of(samples.BROTHER, hubungan="Adik")
GOODS = json.dumps(
    [{"nama": "meja", "jumlah": "2"}, {"nama": "kursi"}, {"nama": "lampu", "jumlah": "3"}]
)


def facts(**changes: object) -> LetterFacts:
    base = samples.facts(
        "sku",
        values={"guna": "pindah", "barang": GOODS},
        people={"pelapor": (REPORTER,), "pengikut": (FOLLOWER,)},
    )
    return replace(base, **changes)


def resolved(folder, text: str = language.SOURCE, **changes: object) -> LetterSnapshot:
    return resolve(language.loaded(folder, text), facts(**changes))


def words(snapshot: LetterSnapshot, kind: type) -> list[list[str]]:
    """The cells or values of all tables of a kind, row by row."""
    found = []
    for body in snapshot.body:
        if isinstance(body, kind) and isinstance(body, RuledTable):
            found += [["".join(span.text for span in cell) for cell in row] for row in body.rows]
        elif isinstance(body, kind) and isinstance(body, DataTable):
            found += [["".join(span.text for span in line.value)] for line in body.lines]
    return found


def test_people_and_tables_stand_where_the_definition_names_them(tmp_path) -> None:
    snapshot = resolved(tmp_path)
    assert snapshot.missing() == ()
    first = next(body for body in snapshot.body if isinstance(body, ParagraphText))
    text = "".join(span.text for span in first.spans).replace("\u00a0", " ")
    assert text == "Hendri melaporkan pindah 1 (satu) orang."
    assert words(snapshot, DataTable) == [["Hendri anak"], ["–"]]
    assert words(snapshot, RuledTable) == [
        ["1", "Fikri Alhamdi\n1306990000000004", "Adik"],
        ["meja", "2"],
        ["kursi", ""],
        ["lampu", "3"],
        ["Jumlah", "5"],
    ]
    named = [(one.role, one.name, bool(one.resident_id)) for one in snapshot.people]
    assert named == [("pelapor", "Hendri", False), ("pengikut", "Fikri Alhamdi", True)]


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        ({"people": {"pengikut": (FOLLOWER,)}}, ("Pelapor",)),
        ({"people": {"pelapor": (REPORTER,)}}, ("Pengikut",)),
        ({"people": {"pelapor": (REPORTER,), "pengikut": (of(samples.BROTHER),)}}, ("Hubungan",)),
        ({"values": {"guna": "", "barang": ""}}, ("Guna",)),
        ({"values": {"guna": "x", "barang": '[{"jumlah":"2"}]'}}, ("Nama barang", "Barang")),
        ({"values": {"guna": "x", "barang": "[{"}}, ("Barang",)),
    ],
)
def test_what_is_asked_and_missing_holds_the_letter_back(tmp_path, changes, lacks) -> None:
    snapshot = resolved(tmp_path, **changes)
    assert snapshot.missing() == lacks
    with pytest.raises(LetterError) as caught:
        render(snapshot, logo=None)
    assert caught.value.code == "SURAT-02"
    assert render(snapshot, logo=None, missing_ok=True).pages


def test_somebody_who_may_be_left_out_leaves_a_dash_and_an_empty_list_no_table(tmp_path) -> None:
    snapshot = resolved(tmp_path, values={"guna": "x", "barang": ""})
    assert snapshot.missing() == ()
    assert ["Jumlah", "–"] not in words(snapshot, RuledTable)
    assert len(words(snapshot, RuledTable)) == 1


def test_what_was_typed_is_printed_and_never_read(tmp_path) -> None:
    sly = "{warga.nik} **x** {{"
    people = {
        "pelapor": (outsider(sly, columns={"sebagai": sly}),),
        "pengikut": (outsider("Bo", columns={"hubungan": sly}),),
    }
    values = {"guna": sly, "barang": json.dumps([{"nama": sly}])}
    snapshot = resolved(tmp_path, people=people, values=values)
    text = reading.running_text(render(snapshot, logo=None).pdf)
    assert text.count("{warga.nik} **x** {{") == 6
    assert samples.TRADER.nik not in text


def test_the_age_counts_on_the_day_that_the_definition_names(definitions) -> None:
    late = samples.changed(role_samples.LATE, birth_date=role_samples.date(1952, 11, 22))
    snapshot = resolve(definitions["kematian"], role_samples.facts("kematian", resident=late))
    assert ["73\u00a0tahun"] in words(snapshot, DataTable)


@pytest.mark.parametrize(
    ("condition", "printed"),
    [
        ('["isian.guna == pindah", "pihak.saksi.nama kosong"]', True),
        ('["isian.guna == pindah", "pihak.saksi.nama ada"]', False),
        ('"pihak.pelapor.nama ada"', True),
        ('"daftar.pengikut.jumlah == 1"', True),
        ('"isian.barang ada"', True),
        ('"isian.guna == pindah ke rantau"', False),
    ],
)
def test_all_conditions_of_a_row_must_hold(tmp_path, condition, printed) -> None:
    row = f'{{ label = "Lain", isi = "tercetak", jika = {condition} }},\n    {{ label = "Saksi"'
    snapshot = resolved(tmp_path, changed('{ label = "Saksi"', row))
    assert (["tercetak"] in words(snapshot, DataTable)) is printed


def test_lines_of_a_value_become_items_with_their_ends(tmp_path) -> None:
    text = changed('label = "Guna"', 'label = "Guna"\njenis = "paragraf"')
    text = changed(
        '{ label = "Saksi"',
        '{ label = "Guna", isi = "{isian.guna}", daftar = true },\n{ label = "Saksi"',
        text,
    )
    values = {"guna": "satu.\n\ndua;\ntiga", "barang": ""}
    table = next(
        b for b in resolved(tmp_path, text, values=values).body if isinstance(b, DataTable)
    )
    items = next(line.items for line in table.lines if line.items)
    assert [item[0].text for item in items] == ["satu;", "dua; dan", "tiga."]
    one = resolved(tmp_path, text, values={"guna": "satu", "barang": ""})
    assert ["satu"] in words(one, DataTable)


def sides(snapshot: LetterSnapshot) -> list[object]:
    rows = [body for body in snapshot.body if isinstance(body, SignatureRow | WitnessRow)]
    return [
        [cell.side for cell in row.cells] if isinstance(row, SignatureRow) else "saksi"
        for row in rows
    ]


CITIZEN = '[[blok]]\njenis = "ttd_pihak"\npihak = "warga"\n'
CAMAT = '[[blok]]\njenis = "mengetahui"\nsiapa = "camat"\nsebaris = true\n'
OFFICE = '[[blok]]\njenis = "ttd"\nsebaris = true\n'
WITNESS = '[[blok]]\njenis = "saksi"\njumlah = 2\n'


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (CITIZEN + CITIZEN + SIGNATURE, [["kiri", "kanan"]]),
        (CITIZEN + SIGNATURE, [["kanan"]]),
        (CAMAT + OFFICE, [["kiri", "kanan"]]),
        (WITNESS + CAMAT + OFFICE, ["saksi", ["kiri", "kanan"]]),
        (WITNESS + "sebaris = true\n" + CITIZEN + CAMAT + OFFICE, [["kiri", "kanan"]] * 2),
        (CAMAT + 'pihak = "pelapor"\n' + CAMAT + OFFICE, [["kiri"], ["kiri", "kanan"]]),
        (CAMAT + CAMAT + 'sisi = "tengah"\n' + OFFICE, [["kiri", "tengah", "kanan"]]),
    ],
)
def test_signatures_stand_in_rows_from_the_left_to_the_right(tmp_path, blocks, expected) -> None:
    assert sides(resolved(tmp_path, signed(blocks))) == expected


def test_the_check_code_stands_once_with_the_first_signature_of_the_office(tmp_path) -> None:
    page = '[[blok]]\njenis = "halaman_baru"\nteks = "Lampiran"\n'
    snapshot = resolved(tmp_path, signed(CITIZEN + CAMAT + OFFICE + page + OFFICE))
    rows = [body for body in snapshot.body if isinstance(body, SignatureRow)]
    assert [row.code_place for row in rows] == [False, True, False]
    assert snapshot.signature is None
    plain = resolved(tmp_path)
    assert plain.signature is not None


def test_what_the_camat_writes_is_left_to_the_camat(tmp_path) -> None:
    snapshot = resolved(tmp_path, signed(CAMAT + OFFICE))
    cell = next(b for b in snapshot.body if isinstance(b, SignatureRow)).cells[0]
    assert (cell.number, cell.day, cell.name, cell.nip) == ("", "", "", "")
    assert cell.office_lines == ("CAMAT BATANG CONTOH,",)


def test_who_must_sign_and_is_not_named_holds_the_letter_back(tmp_path) -> None:
    sign = '[[blok]]\njenis = "ttd_pihak"\npihak = "pelapor"\n'
    text = signed(sign + SIGNATURE)
    assert resolved(tmp_path, text, people={"pengikut": (FOLLOWER,)}).missing() == ("Pelapor",)
    free = signed(sign.replace("pelapor", "saksi") + SIGNATURE)
    assert resolved(tmp_path, free).missing() == ()


def test_an_outsider_can_be_the_person_of_a_letter(tmp_path) -> None:
    text = changed("versi = 1", 'versi = 1\npokok = "bebas"')
    rows = (
        '{ label = "Nama", isi = "{warga.nama} {warga.bin}" },\n'
        '{ label = "Alamat", isi = "{warga.alamat_lengkap}" },\n{ label = "Saksi"'
    )
    text = changed('{ label = "Saksi"', rows, text)
    people = {
        "warga": (outsider("Siti", sex=Sex.FEMALE, father_name="Budi", address="Kota Padang"),),
        "pelapor": (REPORTER,),
        "pengikut": (FOLLOWER,),
    }
    snapshot = resolved(tmp_path, text, resident=None, jorong="", household=None, people=people)
    assert snapshot.subject_name == "Siti"
    assert ["Siti binti Budi"] in words(snapshot, DataTable)
    assert ["Kota Padang"] in words(snapshot, DataTable)


@pytest.mark.parametrize("type_id", role_samples.TYPES)
def test_a_letter_of_many_people_is_whole_and_comes_back_the_same(definitions, type_id) -> None:
    snapshot = resolve(definitions[type_id], role_samples.facts(type_id))
    assert snapshot.missing() == ()
    assert LetterSnapshot.from_json(snapshot.to_json()) == snapshot
    text = reading.running_text(render(snapshot, logo=None).pdf)
    assert not {"{", "None", "[]", "isian."} & set(text)
    assert "None" not in text
    assert not any(sign in text for sign in "{}[]")


@pytest.mark.parametrize("type_id", role_samples.TYPES)
def test_an_empty_form_still_has_a_preview_that_names_all_that_is_missing(
    definitions, type_id
) -> None:
    definition = definitions[type_id]
    snapshot = resolve(definition, role_samples.facts(type_id, values={}, people={}, number=None))
    asked = {one.label for one in definition.asked if getattr(one, "required", False)}
    asked |= {one.label for one in definition.people_lists if one.least}
    assert asked <= set(snapshot.missing())
    assert render(snapshot, logo=None, missing_ok=True).pages >= 1


def test_each_value_tells_the_form_where_it_was_entered(tmp_path) -> None:
    letter = render(resolved(tmp_path), logo=None)
    keys = {box.field_id for box in letter.boxes}
    assert keys >= {"guna", "barang", "pihak.pelapor", "pihak.pengikut"}
    empty = render(resolved(tmp_path, people={}), logo=None, missing_ok=True)
    assert {"pihak.pelapor", "pihak.pengikut"} <= {box.field_id for box in empty.boxes}


def test_a_table_may_be_proposed_with_its_first_column_filled(definitions) -> None:
    proposed = default_values(definitions["sporadik"], role_samples.facts("sporadik"))
    rows = json.loads(proposed["batas"])
    assert [row["arah"] for row in rows] == ["Utara", "Timur", "Selatan", "Barat"]
