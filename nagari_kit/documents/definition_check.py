"""What must hold for a definition as a whole: every name known, every field used, one signature."""

from __future__ import annotations

from nagari_kit.documents.definition_model import (
    Block,
    Condition,
    DataBlock,
    LetterDefinition,
    SignatureBlock,
    TableBlock,
    block_conditions,
    block_placeholders,
)
from nagari_kit.documents.filters import FILTERS
from nagari_kit.documents.templates import Placeholder, parse_template, placeholders
from nagari_kit.documents.toml_source import TomlSource
from nagari_kit.documents.variables import LISTS, PERSON_VARIABLES, VARIABLES

TEXT_WIDTH_MM = 170
_PERSON = "orang."
_FIELD = "isian."


def check_definition(definition: LetterDefinition, source: TomlSource) -> None:
    """Raises DefinitionError at the first thing that could only fail later, on paper."""
    known = _known_names(definition)
    _check_fields(definition, source, known)
    used: set[str] = set()
    for index, block in enumerate(definition.blocks):
        line = source.header_line("blok", index)
        _check_block(block, source, line)
        with_person = isinstance(block, TableBlock) and bool(block.each)
        names = known | set(PERSON_VARIABLES) if with_person else known
        for one in block_placeholders(block):
            _check_placeholder(one, names, source, line)
            used.add(one.name)
        for condition in block_conditions(block):
            _check_condition(condition, known, source, line)
            used.add(condition.variable)
    _check_use(definition, source, used)
    signatures = sum(isinstance(block, SignatureBlock) for block in definition.blocks)
    if signatures != 1:
        raise source.error(
            source.header_line("surat"),
            f"ada {signatures} blok ttd",
            'Surat memerlukan tepat satu blok jenis = "ttd".',
        )


def _known_names(definition: LetterDefinition) -> set[str]:
    return set(VARIABLES) | {_FIELD + field.id for field in definition.fields}


def _check_fields(definition: LetterDefinition, source: TomlSource, known: set[str]) -> None:
    seen: set[str] = set()
    for index, field in enumerate(definition.fields):
        line = source.header_line("isian", index)
        if field.id in seen:
            raise source.error(line, f"isian “{field.id}” ada dua kali")
        seen.add(field.id)
        for one in placeholders(parse_template(field.default)):
            _check_placeholder(one, known, source, line)


def _check_block(block: Block, source: TomlSource, line: int) -> None:
    if isinstance(block, DataBlock) and not block.rows:
        raise source.error(line, "blok data tidak mempunyai baris")
    if not isinstance(block, TableBlock):
        return
    total = sum(column.width for column in block.columns)
    if total != TEXT_WIDTH_MM:
        raise source.error(
            source.line_of("kolom", line),
            f"lebar semua kolom {total} mm",
            f"Jumlah “lebar” harus {TEXT_WIDTH_MM} mm, selebar tulisan surat.",
        )
    if block.each and block.each not in LISTS:
        raise source.error(
            source.line_of("untuk", line),
            f"daftar “{block.each}” tidak dikenal",
            f"Pakai salah satu: {', '.join(LISTS)}.",
        )


def _check_placeholder(one: Placeholder, known: set[str], source: TomlSource, line: int) -> None:
    at = source.line_of("{" + one.name, line)
    if one.name not in known:
        raise source.error(at, f"nama {one.source} tidak dikenal", _advice(one.name, known))
    for name in one.filters:
        if name not in FILTERS:
            raise source.error(
                at,
                f"saringan “{name}” di {one.source} tidak dikenal",
                f"Pakai salah satu: {', '.join(sorted(FILTERS))}.",
            )


def _check_condition(condition: Condition, known: set[str], source: TomlSource, line: int) -> None:
    if condition.variable not in known:
        at = source.line_of(f"{condition.variable} ", line)
        name = condition.variable
        raise source.error(at, f"syarat memakai “{name}” yang tidak dikenal", _advice(name, known))


def _advice(name: str, known: set[str]) -> str:
    group = name.split(".", maxsplit=1)[0] + "."
    near = sorted(one for one in known if one.startswith(group))
    if name.startswith(_PERSON):
        return "Nama orang.… hanya berlaku di dalam tabel yang memakai “untuk”."
    if not near:
        near = sorted({one.split(".", maxsplit=1)[0] + ".…" for one in known})
    return f"Perbaiki ejaannya. Yang ada: {', '.join(near)}."


def _check_use(definition: LetterDefinition, source: TomlSource, used: set[str]) -> None:
    for index, field in enumerate(definition.fields):
        if _FIELD + field.id not in used:
            raise source.error(
                source.header_line("isian", index),
                f"isian “{field.id}” ditanyakan tetapi tidak dicetak",
                f"Pakai {{isian.{field.id}}} di salah satu blok, atau hapus isian itu.",
            )
