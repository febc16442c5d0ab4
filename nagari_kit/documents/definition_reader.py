"""From one TOML file to a validated definition; nothing wrong is left for the day of printing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nagari_kit.documents import field_patterns
from nagari_kit.documents.definition_check import check_definition
from nagari_kit.documents.definition_model import (
    Block,
    Condition,
    DataBlock,
    DataRow,
    KopBlock,
    LetterDefinition,
    ParagraphBlock,
    SignatureBlock,
    TableBlock,
    TableColumn,
    TableRow,
    TitleBlock,
)
from nagari_kit.documents.plausible_dates import AT_BIRTH, ON_LETTER
from nagari_kit.documents.templates import Template, TemplateError, parse_template
from nagari_kit.documents.toml_source import Section, TomlSource
from nagari_kit.domain.letters import FieldKind, LetterField

_ID = re.compile(r"[a-z][a-z0-9_]*\Z")
_CONDITION = re.compile(r"([a-z_.0-9]+)\s+(?:(ada|kosong)|(==|!=)\s*([^\s=]+))\Z")
_ALIGNMENTS = ("kiri", "tengah", "kanan")
_FREE_KINDS = (FieldKind.TEXT.value, FieldKind.MONEY.value)
_EMPTY = ("tanda", "hapus", "wajib")
_MOST_IN_A_LINE, _MOST_MONTHS, _MOST_YEARS = 120, 120, 120


def read_definition(path: Path) -> LetterDefinition:
    """The definition in this file. Raises DefinitionError with file, line and what to do."""
    source = TomlSource(path)
    head = _head(source)
    identity = head.text("id")
    if not _ID.match(identity) or identity != path.stem:
        raise head.error(f"id “{identity}” harus sama dengan nama berkas {path.stem}", "id")
    fields = tuple(
        _field(Section(source, values, source.header_line("isian", index), "isian"))
        for index, values in enumerate(_list(source, "isian"))
    )
    blocks = tuple(
        _block(Section(source, values, source.header_line("blok", index), "blok"))
        for index, values in enumerate(_list(source, "blok"))
    )
    definition = LetterDefinition(
        id=identity,
        version=head.number("versi"),
        title=head.text("judul", most=_MOST_IN_A_LINE),
        short_title=head.text("judul_pendek", most=_MOST_IN_A_LINE),
        abbreviation=head.text("singkatan", most=_MOST_IN_A_LINE),
        code=head.text("klasifikasi", most=_MOST_IN_A_LINE),
        fields=fields,
        validity_months=(
            head.number("masa_berlaku", most=_MOST_MONTHS) if head.has("masa_berlaku") else None
        ),
        blocks=blocks,
        sha256=hashlib.sha256(source.raw).hexdigest(),
        usual_age=head.number("wajar_umur", most=_MOST_YEARS) if head.has("wajar_umur") else 0,
    )
    head.done()
    check_definition(definition, source)
    return definition


def _head(source: TomlSource) -> Section:
    for key in source.values:
        if key not in {"surat", "isian", "blok"}:
            line = source.header_line(key)
            raise source.error(line, f"bagian “{key}” tidak dikenal", "Pakai surat, isian, blok.")
    values = source.values.get("surat")
    if not isinstance(values, dict):
        raise source.error(1, "bagian [surat] tidak ada")
    return Section(source, values, source.header_line("surat"), "[surat]")


def _list(source: TomlSource, name: str) -> list[dict[str, Any]]:
    values = source.values.get(name, [])
    if not isinstance(values, list) or not all(isinstance(item, dict) for item in values):
        raise source.error(source.header_line(name), f"tulis [[{name}]], bukan [{name}]")
    return values


def _field(section: Section) -> LetterField:
    identity = section.text("id")
    if not _ID.match(identity):
        raise section.error(f"id isian “{identity}” hanya boleh huruf kecil, angka, _", identity)
    kind = _one_of(section, "jenis", tuple(kind.value for kind in FieldKind), FieldKind.TEXT.value)
    field = LetterField(
        id=identity,
        label=section.text("label", most=_MOST_IN_A_LINE),
        kind=FieldKind(kind),
        required=section.flag("wajib", default=False),
        default=section.text("bawaan", ""),
        help=section.text("bantuan", ""),
        pattern=section.text("pola", ""),
        pattern_message=section.text("pola_pesan", ""),
        options=section.texts("pilihan"),
        free=section.flag("bebas", default=False),
        half=section.flag("separuh", default=False),
        latest=_one_of(section, "paling_akhir", ("", ON_LETTER), ""),
        earliest=_one_of(section, "paling_awal", ("", AT_BIRTH), ""),
        least=section.number("minimal") if section.has("minimal") else 0,
        free_kind=FieldKind(_one_of(section, "bebas_jenis", _FREE_KINDS, _FREE_KINDS[0])),
        area_name=section.flag("nama_wilayah", default=False),
        usual_most=section.number("wajar_sampai") if section.has("wajar_sampai") else 0,
        usual_earliest=_one_of(section, "wajar_sejak", ("", AT_BIRTH), ""),
    )
    section.done()
    _check_field(section, field)
    return field


def _check_field(section: Section, field: LetterField) -> None:
    _template_of(section, field.default)
    reason = field_patterns.fault(field.pattern)
    if reason:
        raise section.error(f"pola isian “{field.id}” keliru ({reason})", "pola")
    if field.pattern and not field.pattern_message:
        raise section.error(f"isian “{field.id}” memakai pola tanpa pola_pesan", "pola")
    if (field.kind is FieldKind.CHOICE) != bool(field.options):
        raise section.error(
            f'isian “{field.id}”: “pilihan” dan jenis = "pilihan" harus sejalan', "pilihan"
        )
    if field.least and field.kind is not FieldKind.NUMBER:
        raise section.error(f'isian “{field.id}”: “minimal” hanya untuk jenis = "angka"', "minimal")
    if field.free_kind is not FieldKind.TEXT and not field.free:
        raise section.error(
            f"isian “{field.id}”: “bebas_jenis” memerlukan bebas = true", "bebas_jenis"
        )


def _block(section: Section) -> Block:
    kind = _one_of(section, "jenis", tuple(_READERS))
    condition = _condition(section)
    block = _READERS[kind](section, condition)
    section.done()
    return block


def _paragraph(section: Section, condition: Condition | None) -> Block:
    return ParagraphBlock(
        template=_template(section, "teks"),
        indent=section.flag("inden", default=True),
        closing=section.flag("penutup", default=False),
        condition=condition,
    )


def _data(section: Section, condition: Condition | None) -> Block:
    rows = []
    for row in section.tables("baris", "baris data"):
        rows.append(
            DataRow(
                label=_template(row, "label"),
                value=_template(row, "isi"),
                empty=_one_of(row, "kosong", _EMPTY, _EMPTY[0]),
                condition=_condition(row),
            )
        )
        row.done()
    return DataBlock(tuple(rows), condition)


def _table(section: Section, condition: Condition | None) -> Block:
    columns = []
    for column in section.tables("kolom", "kolom tabel"):
        columns.append(
            TableColumn(
                title=column.text("judul", ""),
                width=column.number("lebar"),
                align=_one_of(column, "rata", _ALIGNMENTS, _ALIGNMENTS[0]),
            )
        )
        column.done()
    rows = []
    for row in section.tables("baris", "baris tabel"):
        cells = tuple(_template_of(row, text) for text in row.texts("sel"))
        if len(cells) != len(columns):
            raise row.error(f"baris tabel berisi {len(cells)} sel, kolomnya {len(columns)}", "sel")
        rows.append(TableRow(cells, _condition(row)))
        row.done()
    return TableBlock(tuple(columns), tuple(rows), section.text("untuk", ""), condition)


def _kop(section: Section, condition: Condition | None) -> Block:
    del section
    return KopBlock(condition)


def _title(section: Section, condition: Condition | None) -> Block:
    del section
    return TitleBlock(condition)


def _signature(section: Section, condition: Condition | None) -> Block:
    del section
    return SignatureBlock(condition)


_READERS: dict[str, Callable[[Section, Condition | None], Block]] = {
    "kop": _kop,
    "judul": _title,
    "paragraf": _paragraph,
    "data": _data,
    "tabel": _table,
    "ttd": _signature,
}


def _template(section: Section, key: str) -> Template:
    return _template_of(section, section.text(key))


def _template_of(section: Section, text: str) -> Template:
    try:
        return parse_template(text)
    except TemplateError as error:
        raise section.error(str(error), error.fragment) from error


def _condition(section: Section) -> Condition | None:
    text = section.text("jika", "")
    if not text:
        return None
    match = _CONDITION.match(text)
    if match is None:
        raise section.error(
            f"syarat “{text}” tidak terbaca",
            text,
            "Tulis seperti “isian.nama ada”, “isian.nama kosong”, atau “warga.agama == Islam”.",
        )
    variable, word, operator, value = match.groups()
    return Condition(variable, word or operator, value or "")


def _one_of(
    section: Section, key: str, allowed: tuple[str, ...], default: str | None = None
) -> str:
    value = section.text(key, default)
    if value not in allowed:
        raise section.error(
            f"“{key}” tidak mengenal “{value}”", value, f"Pakai salah satu: {', '.join(allowed)}."
        )
    return value
