"""Judges what is entered about the office before it is stored."""

from __future__ import annotations

import re
from dataclasses import replace

from nagari_kit.domain import names
from nagari_kit.domain.name_titles import person_name
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.neighbours import AdatCouncil, Camat, Neighbours
from nagari_kit.domain.office import OfficeProfile, Officer
from nagari_kit.domain.residents import Jorong
from nagari_kit.errors import InputError, LetterError

LONGEST_NAME = 100
LONGEST_SK = 60
KINDS = ("nagari", "desa", "kelurahan")
_CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}")
_UNIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .\-]{0,19}")
_NIP = re.compile(r"\d{18}")


def checked_profile(profile: OfficeProfile) -> OfficeProfile:
    """The profile with surrounding blanks gone. Raises InputError with `fields`."""
    tidy = replace(
        profile,
        code=profile.code.strip(),
        name=_tidy(profile.name),
        kecamatan=_tidy(profile.kecamatan),
        kabupaten=_tidy(profile.kabupaten),
        unit=_tidy(profile.unit),
    )
    faults: dict[str, str] = {}
    if not tidy.name:
        faults["name"] = "Nama kantor belum diisi."
    if tidy.code and not _CODE.fullmatch(tidy.code):
        faults["code"] = "Kode wilayah ditulis seperti 13.06.01.2001, atau dikosongkan."
    if tidy.kind not in KINDS:
        faults["kind"] = f"Jenis kantor: pilih {', '.join(KINDS)}."
    if tidy.unit and not _UNIT.fullmatch(tidy.unit):
        faults["unit"] = (
            "Kode kantor di nomor surat: huruf, angka, titik, strip; paling panjang 20. Contoh KN."
        )
    if tidy.kop.logo is not None and (sentence := logo_fault(tidy.kop.logo)):
        faults["logo"] = sentence
    if len(tidy.kop.address_lines) > 2:
        faults["address_lines"] = "Alamat pada kop paling banyak dua baris."
    if faults:
        raise InputError("Data kantor belum bisa disimpan. Data yang lama tidak berubah.", faults)
    return tidy


def checked_officer(officer: Officer) -> Officer:
    """The officer with surrounding blanks gone, titles apart. Raises InputError with `fields`."""
    tidy = replace(
        officer,
        name=titles_apart(officer.name),
        position=_tidy(officer.position),
        via=_tidy(officer.via),
        nip=re.sub(r"\s+", "", officer.nip),
        sk_number=_tidy(officer.sk_number),
    )
    faults: dict[str, str] = {}
    if sentence := names.fault(tidy.name.name):
        faults["name"] = sentence
    elif len(tidy.name.full()) > LONGEST_NAME:
        faults["name"] = f"Nama dengan gelar paling panjang {LONGEST_NAME} huruf."
    if not tidy.position:
        faults["position"] = "Jabatan belum diisi."
    if tidy.nip and not _NIP.fullmatch(tidy.nip):
        faults["nip"] = "NIP terdiri dari 18 angka; kosongkan bila bukan PNS."
    if tidy.is_head and tidy.on_behalf:
        faults["on_behalf"] = "Pimpinan kantor menandatangani sendiri, bukan atas nama."
    if tidy.via and not tidy.on_behalf:
        faults["via"] = "Jabatan sebelum u.b. hanya diisi untuk pejabat yang menandatangani a.n."
    if len(tidy.sk_number) > LONGEST_SK:
        faults["sk_number"] = f"Nomor SK paling panjang {LONGEST_SK} huruf."
    if tidy.active_from and tidy.active_to and tidy.active_to < tidy.active_from:
        faults["active_to"] = "Tanggal akhir jabatan lebih dahulu daripada tanggal mulainya."
    if faults:
        raise InputError("Data pejabat belum bisa disimpan. Data yang lama tidak berubah.", faults)
    return tidy


def checked_neighbours(neighbours: Neighbours) -> Neighbours:
    """The names with surrounding blanks gone. Raises InputError with `fields`."""
    camat, kan = neighbours.camat, neighbours.kan
    tidy = Neighbours(
        Camat(_tidy(camat.name), _tidy(camat.position) or "Camat", re.sub(r"\s+", "", camat.nip)),
        AdatCouncil(_tidy(kan.name), _tidy(kan.chair)),
    )
    if tidy.camat.nip and not _NIP.fullmatch(tidy.camat.nip):
        raise InputError(
            "Nama camat dan KAN belum bisa disimpan. Data yang lama tidak berubah.",
            {"camat_nip": "NIP terdiri dari 18 angka; kosongkan bila belum tahu."},
        )
    return tidy


def titles_apart(name: PersonName) -> PersonName:
    """Titles that were typed into the name join those in their own places, each once."""
    written = _tidy(name.name)
    found = person_name(written)
    if found.full() == found.name:
        return replace(name, name=written)
    return PersonName(
        found.name,
        gelar_depan=_joined(" ", name.gelar_depan, found.gelar_depan),
        gelar_belakang=_joined(", ", found.gelar_belakang, name.gelar_belakang),
        gelar_adat=_joined(" ", found.gelar_adat, name.gelar_adat),
    )


def _joined(between: str, *parts: str) -> str:
    return between.join(dict.fromkeys(part for part in map(_tidy, parts) if part))


def checked_jorong(jorong: Jorong) -> Jorong:
    """The sub-area with surrounding blanks gone. Raises InputError with `fields`."""
    tidy = replace(jorong, name=_tidy(jorong.name))
    if not tidy.name:
        raise InputError(
            "Nama wilayah belum diisi. Data yang lama tidak berubah.", {"name": "Nama belum diisi."}
        )
    return tidy


def _tidy(text: str) -> str:
    return " ".join(text.split())


def logo_fault(logo: bytes) -> str:
    """Why a picture cannot be a logo, "" when it can."""
    from nagari_kit.documents.logo import prepared_logo

    try:
        prepared_logo(logo)
    except LetterError:
        return "Logo tidak terbaca atau terlalu besar. Pilih gambar PNG atau JPEG yang lain."
    return ""
