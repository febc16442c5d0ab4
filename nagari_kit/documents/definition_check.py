"""What must hold for a definition as a whole: every name known, everything asked is printed."""

from __future__ import annotations

from collections.abc import Sequence

from nagari_kit.documents.definition_blocks import (
    Block,
    Condition,
    DataBlock,
    FormBlock,
    OrderBlock,
)
from nagari_kit.documents.definition_form_check import check_form
from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.definition_names import (
    FIELD,
    LIST,
    ROLE,
    ListNames,
    condition_names,
    lists_of,
    printable_names,
    signing_roles,
)
from nagari_kit.documents.definition_signing_check import check_signatures
from nagari_kit.documents.definition_walk import Piece, lists_used, pieces, roles_used, tables
from nagari_kit.documents.filters import FILTERS
from nagari_kit.documents.templates import Placeholder, parse_template, placeholders
from nagari_kit.documents.toml_source import TomlSource
from nagari_kit.domain.letter_fields import FieldKind, LetterField, PeopleListSpec, RoleSpec
from nagari_kit.domain.letters import SUBJECT_ROLE

TEXT_WIDTH_MM, VALUE_WIDTH_MM = 170, 144
_ROW_NAMES = ("orang.", "kolom.")
_RESERVED = frozenset({SUBJECT_ROLE, "anggota", "semua"})


def check_definition(definition: LetterDefinition, source: TomlSource) -> None:
    """Raises DefinitionError at the first thing that could only fail later, on paper."""
    _check_ids(definition, source)
    _check_age_field(definition, source)
    _Check(definition, source).run()
    if any(isinstance(block, FormBlock) for block in definition.blocks):
        check_form(definition, source)
    else:
        check_signatures(definition, source)


def _check_age_field(definition: LetterDefinition, source: TomlSource) -> None:
    if not definition.age_field:
        return
    field = definition.field(definition.age_field)
    if field is None or field.kind is not FieldKind.DATE:
        line = source.line_of("umur_pada", source.header_line("surat"))
        raise source.error(line, "“umur_pada” harus id isian berjenis tanggal")


def _check_ids(definition: LetterDefinition, source: TomlSource) -> None:
    """Fields, roles and lists share one set of ids: the form names its faults by them."""
    seen: dict[str, str] = {}
    parts: tuple[tuple[str, Sequence[LetterField | RoleSpec | PeopleListSpec]], ...] = (
        ("isian", definition.fields),
        ("pihak", definition.people),
        ("daftar_orang", definition.people_lists),
    )
    for section, items in parts:
        for index, one in enumerate(items):
            line = source.header_line(section, index)
            if one.id in seen:
                words = "" if seen[one.id] == section else f" (juga di [[{seen[one.id]}]])"
                raise source.error(line, f"{section} “{one.id}” ada dua kali{words}")
            if section != "isian" and one.id in _RESERVED:
                raise source.error(line, f"id “{one.id}” dipakai program, pilih id lain")
            seen[one.id] = section


class _Check:
    """One definition while its blocks are looked at; remembers what is printed."""

    def __init__(self, definition: LetterDefinition, source: TomlSource) -> None:
        self.definition = definition
        self.source = source
        self.known = printable_names(definition)
        self.asked = condition_names(definition)
        self.lists = lists_of(definition)
        self.roles = signing_roles(definition)
        self.used: set[str] = set()

    def run(self) -> None:
        """Every default, block, name and list."""
        for index, field in enumerate(self.definition.fields):
            line = self.source.header_line("isian", index)
            for one in placeholders(parse_template(field.default)):
                self._placeholder(one, self.known, line)
        for index, block in enumerate(self.definition.blocks):
            self._block(block, self.source.header_line("blok", index))
        self._everything_is_used()

    def _block(self, block: Block, line: int) -> None:
        if isinstance(block, DataBlock | OrderBlock) and not block.rows:
            raise self.source.error(line, "blok data tidak mempunyai baris")
        self._widths(block, line)
        for name in lists_used(block):
            if name not in self.lists:
                raise self.source.error(
                    self.source.line_of("untuk", line),
                    f"daftar “{name}” tidak dikenal",
                    f"Pakai salah satu: {', '.join(sorted(self.lists))}.",
                )
            self.used.add(name)
        for name in roles_used(block):
            if name not in self.roles:
                raise self.source.error(
                    self.source.line_of(name, line),
                    f"pihak “{name}” tidak dikenal",
                    f"Pakai salah satu: {', '.join(sorted(self.roles))}.",
                )
            self.used.add(name)
        for piece in pieces(block):
            self._piece(piece, line)

    def _widths(self, block: Block, line: int) -> None:
        for table, in_value in tables(block):
            total = sum(column.width for column in table.columns)
            wanted = VALUE_WIDTH_MM if in_value else TEXT_WIDTH_MM
            if total != wanted:
                what = "kolom isi" if in_value else "tulisan surat"
                raise self.source.error(
                    self.source.line_of("kolom", line),
                    f"lebar semua kolom {total} mm",
                    f"Jumlah “lebar” harus {wanted} mm, selebar {what}.",
                )

    def _piece(self, piece: Piece, line: int) -> None:
        rows: ListNames | None = self.lists.get(piece.each) if piece.each else None
        own = rows.row_names if rows else frozenset()
        for template in piece.templates:
            for one in placeholders(template):
                self._placeholder(one, self.known | own, line)
                self._note(one.name)
        for condition in piece.conditions:
            self._condition(condition, self.asked | own, line)
            self._note(condition.variable)

    def _note(self, name: str) -> None:
        """Remembers the field, role or list that a name is of."""
        for group in (FIELD, ROLE, LIST):
            if name.startswith(group):
                self.used.add(name.removeprefix(group).split(".", maxsplit=1)[0])

    def _placeholder(self, one: Placeholder, known: frozenset[str], line: int) -> None:
        at = self.source.line_of("{" + one.name, line)
        if one.name not in known:
            raise self.source.error(
                at, f"nama {one.source} tidak dikenal", self._advice(one.name, known)
            )
        for name in one.filters:
            if name not in FILTERS:
                raise self.source.error(
                    at,
                    f"saringan “{name}” di {one.source} tidak dikenal",
                    f"Pakai salah satu: {', '.join(sorted(FILTERS))}.",
                )

    def _condition(self, condition: Condition, known: frozenset[str], line: int) -> None:
        name = condition.variable
        if name not in known:
            at = self.source.line_of(f"{name} ", line)
            raise self.source.error(
                at, f"syarat memakai “{name}” yang tidak dikenal", self._advice(name, known)
            )

    def _advice(self, name: str, known: frozenset[str]) -> str:
        if name.startswith(_ROW_NAMES) and not any(one.startswith(_ROW_NAMES) for one in known):
            return "Nama orang.… dan kolom.… hanya berlaku di dalam bagian yang memakai “untuk”."
        if self.definition.field(name.removeprefix(FIELD)) is not None:
            return "Tabel dicetak dengan “untuk”, bukan dengan namanya."
        parts = name.split(".")
        for depth in (2, 1):
            group = ".".join(parts[:depth]) + "."
            near = sorted(one for one in known if one.startswith(group))
            if near:
                return f"Perbaiki ejaannya. Yang ada: {', '.join(near)}."
        groups = sorted({one.split(".", maxsplit=1)[0] + ".…" for one in known})
        return f"Perbaiki ejaannya. Yang ada: {', '.join(groups)}."

    def _everything_is_used(self) -> None:
        for index, field in enumerate(self.definition.fields):
            if field.id not in self.used:
                raise self.source.error(
                    self.source.header_line("isian", index),
                    f"isian “{field.id}” ditanyakan tetapi tidak dicetak",
                    f"Pakai {{isian.{field.id}}} di salah satu blok, atau hapus isian itu.",
                )
        for index, role in enumerate(self.definition.people):
            if role.id not in self.used:
                raise self.source.error(
                    self.source.header_line("pihak", index),
                    f"pihak “{role.id}” ditanyakan tetapi tidak dicetak",
                    f"Pakai {{pihak.{role.id}.nama}} di salah satu blok, atau hapus pihak itu.",
                )
        for index, one in enumerate(self.definition.people_lists):
            if one.id not in self.used:
                raise self.source.error(
                    self.source.header_line("daftar_orang", index),
                    f"daftar “{one.id}” ditanyakan tetapi tidak dicetak",
                    f'Pakai untuk = "{one.id}" di salah satu blok, atau hapus daftar itu.',
                )
