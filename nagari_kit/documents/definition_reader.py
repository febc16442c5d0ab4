"""From one TOML file to a validated definition; nothing wrong is left for the day of printing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from nagari_kit.documents import definition_form_blocks as forms
from nagari_kit.documents import definition_sign_blocks as signs
from nagari_kit.documents import definition_text_blocks as texts
from nagari_kit.documents.definition_blocks import Block, Conditions
from nagari_kit.documents.definition_check import check_definition
from nagari_kit.documents.definition_fields import (
    MOST_YEARS,
    read_field,
    read_people_list,
    read_requirement,
    read_role,
)
from nagari_kit.documents.definition_model import (
    ALIVE,
    GROUPS,
    LAST,
    MONTHS,
    SHIPPED,
    SUBJECTS,
    UNITS,
    LetterDefinition,
)
from nagari_kit.documents.definition_reading import (
    MOST_IN_A_LINE,
    conditions,
    count,
    is_id,
    one_of,
)
from nagari_kit.documents.toml_source import Section, TomlSource

_Read = TypeVar("_Read")
_PARTS = ("surat", "isian", "pihak", "daftar_orang", "syarat", "blok")
_MOST_VALIDITY, _LARGEST_LEAST_SIZE = 120, 12

_BLOCKS: dict[str, Callable[[Section, Conditions], Block]] = {
    "kop": texts.kop,
    "judul": texts.title,
    "model": texts.model,
    "kepala_dinas": texts.official_head,
    "subjudul": texts.section_head,
    "paragraf": texts.paragraph,
    "data": texts.data,
    "tabel": texts.table,
    "daftar": texts.numbered_list,
    "perintah": texts.order,
    "saksi": signs.witnesses,
    "ttd_pihak": signs.person_signature,
    "ttd_daftar": signs.list_signature,
    "mengetahui": signs.confirmation,
    "ttd": signs.signature,
    "tembusan": texts.copies,
    "halaman_baru": texts.next_page,
    "borang": forms.form_page,
}


def read_definition(path: Path) -> LetterDefinition:
    """The definition in this file. Raises DefinitionError with file, line and what to do."""
    return _definition(TomlSource.of_file(path), path.stem, SHIPPED)


def parse_definition(raw: bytes, type_id: str, origin: str) -> LetterDefinition:
    """The definition in these bytes, which must bear this id; `origin` is `lokal` or `paket`.

    Raises DefinitionError as `read_definition` does; `toml_source.line_of_refusal` tells the line.
    """
    return _definition(TomlSource(f"{type_id}.toml", raw), type_id, origin)


def _definition(source: TomlSource, name: str, origin: str) -> LetterDefinition:
    head = _head(source)
    identity = head.text("id")
    if not is_id(identity) or identity != name:
        raise head.error(f"id “{identity}” harus sama dengan nama berkas {name}", "id")
    definition = LetterDefinition(
        id=identity,
        version=head.number("versi"),
        title=head.text("judul", most=MOST_IN_A_LINE),
        short_title=head.text("judul_pendek", most=MOST_IN_A_LINE),
        abbreviation=head.text("singkatan", most=MOST_IN_A_LINE),
        code=head.text("klasifikasi", most=MOST_IN_A_LINE),
        fields=_all(source, "isian", read_field),
        validity=count(head, "masa_berlaku", most=_MOST_VALIDITY) or None,
        blocks=_all(source, "blok", _block),
        sha256=hashlib.sha256(source.raw).hexdigest(),
        usual_age=count(head, "wajar_umur", most=MOST_YEARS),
        validity_unit=one_of(head, "masa_satuan", UNITS, MONTHS),
        people=_all(source, "pihak", read_role),
        people_lists=_all(source, "daftar_orang", read_people_list),
        requirements=_all(source, "syarat", read_requirement),
        old_code=head.text("klasifikasi_lama", "", most=MOST_IN_A_LINE),
        group=one_of(head, "golongan", GROUPS, GROUPS[0]),
        frequency=count(head, "frekuensi", most=LAST, default=LAST),
        subject=one_of(head, "pokok", SUBJECTS, ALIVE),
        bundle=head.text("paket", "", most=MOST_IN_A_LINE),
        numbered=one_of(head, "nomor", ("ya", "tidak"), "ya") == "ya",
        signed_by_office=one_of(head, "penanda_tangan", ("kantor", "pihak"), "kantor") == "kantor",
        demonstrated=head.flag("contoh", default=True),
        paper=one_of(head, "kertas", ("", "F4", "A4"), ""),
        coded=one_of(head, "kode", ("ya", "tidak"), "ya") == "ya",
        age_field=head.text("umur_pada", "", most=MOST_IN_A_LINE),
        origin=origin,
        smallest_size=count(head, "huruf_minimal", most=_LARGEST_LEAST_SIZE),
    )
    head.done()
    check_definition(definition, source)
    return definition


def _head(source: TomlSource) -> Section:
    for key in source.values:
        if key not in _PARTS:
            line = source.header_line(key)
            advice = f"Pakai {', '.join(_PARTS)}."
            raise source.error(line, f"bagian “{key}” tidak dikenal", advice)
    values = source.values.get("surat")
    if not isinstance(values, dict):
        raise source.error(1, "bagian [surat] tidak ada")
    return Section(source, values, source.header_line("surat"), "[surat]")


def _all(source: TomlSource, name: str, read: Callable[[Section], _Read]) -> tuple[_Read, ...]:
    return tuple(
        read(Section(source, values, source.header_line(name, index), name))
        for index, values in enumerate(_list(source, name))
    )


def _list(source: TomlSource, name: str) -> list[dict[str, Any]]:
    values = source.values.get(name, [])
    if not isinstance(values, list) or not all(isinstance(item, dict) for item in values):
        raise source.error(source.header_line(name), f"tulis [[{name}]], bukan [{name}]")
    return values


def _block(section: Section) -> Block:
    kind = one_of(section, "jenis", tuple(_BLOCKS))
    block = _BLOCKS[kind](section, conditions(section))
    section.done()
    return block
