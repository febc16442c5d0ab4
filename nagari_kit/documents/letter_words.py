"""The names that speak of the office, its signer, its neighbours and the letter itself."""

from __future__ import annotations

from nagari_kit.documents.facts import LetterFacts
from nagari_kit.documents.variable import Variable
from nagari_kit.documents.wording import (
    DRAFT_NUMBER,
    PROVINCE,
    clean,
    counted,
    head_position,
    long_date,
    nip_groups,
    office_name,
    office_word,
    position_in_text,
)
from nagari_kit.domain.dates import WEEKDAYS
from nagari_kit.infra.hijri import hijri_words

YES = "ya"
NO = "tidak"


def yes(*, holds: bool) -> str:
    """`ya` or `tidak`, as conditions compare them."""
    return YES if holds else NO


def _validity(facts: LetterFacts) -> str:
    until = facts.valid_until
    if until is None:
        return ""
    months = (until.year - facts.issue_date.year) * 12 + until.month - facts.issue_date.month
    lengths = {"hari": (until - facts.issue_date).days, "tahun": months // 12}
    length = lengths.get(facts.validity_unit, months)
    return f"{counted(max(length, 1))} {facts.validity_unit}"


def _head(facts: LetterFacts) -> str:
    if facts.head:
        return position_in_text(facts.head, facts.office)
    return f"{head_position(None, facts.office)} {clean(facts.office.name)}"


def _opening(facts: LetterFacts) -> str:
    """Who signs, with kecamatan and kabupaten: the letter opens in the words of its signer."""
    office = facts.office
    place = f"Kecamatan {clean(office.kecamatan)}, {clean(office.kabupaten)},"
    signer = f"{position_in_text(facts.signer, office)}, {place}"
    return f"{signer} atas nama {_head(facts)}" if facts.signer.on_behalf else signer


LETTER_VARIABLES: dict[str, Variable] = {
    "kantor.nama": Variable("Nama nagari", "Koto Contoh", lambda f: clean(f.office.name)),
    "kantor.sebutan": Variable(
        "Nagari, Desa, atau Kelurahan", "Nagari", lambda f: office_word(f.office)
    ),
    "kantor.nama_lengkap": Variable(
        "Sebutan dan nama", "Nagari Koto Contoh", lambda f: office_name(f.office)
    ),
    "kantor.sebutan_wilayah": Variable(
        "Jorong, korong, kampung", "jorong", lambda f: clean(f.office.area_word)
    ),
    "kantor.kecamatan": Variable(
        "Nama kecamatan", "Batang Contoh", lambda f: clean(f.office.kecamatan)
    ),
    "kantor.kabupaten": Variable(
        "Kabupaten atau kota, lengkap", "Kabupaten Contoh", lambda f: clean(f.office.kabupaten)
    ),
    "kantor.provinsi": Variable("Provinsi, lengkap", PROVINCE, lambda _f: PROVINCE),
    "penandatangan.nama": Variable(
        "Nama penanda tangan", "Armen Sutan Mangkuto, S.Pd.", lambda f: clean(f.signer.name.full())
    ),
    "penandatangan.jabatan": Variable(
        "Jabatan penanda tangan dalam kalimat",
        "Wali Nagari Koto Contoh",
        lambda f: position_in_text(f.signer, f.office),
    ),
    "penandatangan.atas_nama": Variable(
        "Apakah ditandatangani atas nama", NO, lambda f: yes(holds=f.signer.on_behalf)
    ),
    "kepala.jabatan": Variable("Jabatan kepala dalam kalimat", "Wali Nagari Koto Contoh", _head),
    "surat.nomor": Variable(
        "Nomor surat",
        "400.12.3.1/045/KN/2026",
        lambda f: clean(f.number) if f.number else DRAFT_NUMBER,
    ),
    "surat.pembuka": Variable(
        "Penanda tangan dengan kecamatan dan kabupaten, setelah “di bawah ini”",
        "Wali Nagari Koto Contoh, Kecamatan Batang Contoh, Kabupaten Contoh,",
        _opening,
    ),
    "surat.tanggal": Variable(
        "Tanggal surat", "24 November 2026", lambda f: long_date(f.issue_date)
    ),
    "surat.hari": Variable("Hari surat", "Selasa", lambda f: WEEKDAYS[f.issue_date.weekday()]),
    "surat.tahun": Variable("Tahun surat", "2026", lambda f: str(f.issue_date.year)),
    "surat.hijriah": Variable(
        "Tanggal Hijriah surat", "14 Jumadilakhir 1448 H", lambda f: hijri_words(f.issue_date)
    ),
    "surat.berlaku_sampai": Variable(
        "Hari terakhir berlaku",
        "24 Februari 2027",
        lambda f: long_date(f.valid_until) if f.valid_until else "",
    ),
    "surat.masa_berlaku": Variable("Lama berlaku", "3 (tiga) bulan", _validity),
    "camat.jabatan": Variable(
        "Jabatan camat dalam kalimat",
        "Camat Batang Contoh",
        lambda f: f"{clean(f.neighbours.camat.position)} {clean(f.office.kecamatan)}",
    ),
    "camat.nama": Variable("Nama camat", "Drs. Afrizal", lambda f: clean(f.neighbours.camat.name)),
    "camat.nip": Variable(
        "NIP camat", "19700101 199503 1 001", lambda f: nip_groups(f.neighbours.camat.nip)
    ),
    "kan.nama": Variable(
        "Nama Kerapatan Adat Nagari",
        "KAN Koto Contoh",
        lambda f: clean(f.neighbours.kan.name) or f"KAN {clean(f.office.name)}",
    ),
    "kan.ketua": Variable(
        "Ketua KAN dengan gelarnya",
        "M. Nasir Dt. Rajo Pangulu",
        lambda f: clean(f.neighbours.kan.chair),
    ),
}
