"""Reads what a definition asks: fields, people in roles, lists of people, papers to bring."""

from __future__ import annotations

from nagari_kit.documents import field_patterns
from nagari_kit.documents.definition_reading import (
    MOST_IN_A_LINE,
    count,
    identifier,
    one_of,
    template_of,
)
from nagari_kit.documents.plausible_dates import AT_BIRTH, ON_LETTER
from nagari_kit.documents.toml_source import MOST_NUMBER, Section
from nagari_kit.domain.letter_fields import (
    ColumnSpec,
    FieldKind,
    LetterField,
    PeopleListSpec,
    RequirementSpec,
    RoleSpec,
)

MOST_ROWS, MOST_YEARS = 60, 120
_KINDS = tuple(kind.value for kind in FieldKind)
_COLUMN_KINDS = tuple(
    kind.value for kind in FieldKind if kind not in {FieldKind.TABLE, FieldKind.PARAGRAPH}
)
_FREE_KINDS = (FieldKind.TEXT.value, FieldKind.MONEY.value)
_COUNTED = frozenset({FieldKind.NUMBER, FieldKind.TABLE})
_RELATIVES = ("", "ayah", "ibu", "pasangan", "anak", "kepala")


def read_field(section: Section) -> LetterField:
    """One `[[isian]]`. Raises DefinitionError."""
    field = LetterField(
        id=identifier(section),
        label=section.text("label", most=MOST_IN_A_LINE),
        kind=FieldKind(one_of(section, "jenis", _KINDS, FieldKind.TEXT.value)),
        required=section.flag("wajib", default=False),
        default=section.text("bawaan", ""),
        help=section.text("bantuan", ""),
        pattern=section.text("pola", ""),
        pattern_message=section.text("pola_pesan", ""),
        options=section.texts("pilihan"),
        free=section.flag("bebas", default=False),
        half=section.flag("separuh", default=False),
        latest=one_of(section, "paling_akhir", ("", ON_LETTER), ""),
        earliest=one_of(section, "paling_awal", ("", AT_BIRTH), ""),
        least=count(section, "minimal", most=MOST_NUMBER),
        free_kind=FieldKind(one_of(section, "bebas_jenis", _FREE_KINDS, _FREE_KINDS[0])),
        area_name=section.flag("nama_wilayah", default=False),
        usual_most=count(section, "wajar_sampai", most=MOST_NUMBER),
        usual_earliest=one_of(section, "wajar_sejak", ("", AT_BIRTH), ""),
        columns=_columns(section),
    )
    section.done()
    _check_field(section, field)
    return field


def _check_field(section: Section, field: LetterField) -> None:
    template_of(section, field.default)
    reason = field_patterns.fault(field.pattern)
    if reason:
        raise section.error(f"pola isian “{field.id}” keliru ({reason})", "pola")
    if field.pattern and not field.pattern_message:
        raise section.error(f"isian “{field.id}” memakai pola tanpa pola_pesan", "pola")
    if (field.kind is FieldKind.CHOICE) != bool(field.options):
        raise section.error(
            f'isian “{field.id}”: “pilihan” dan jenis = "pilihan" harus sejalan', "pilihan"
        )
    if field.least and field.kind not in _COUNTED:
        raise section.error(
            f'isian “{field.id}”: “minimal” hanya untuk jenis = "angka" atau "tabel"', "minimal"
        )
    if field.free_kind is not FieldKind.TEXT and not field.free:
        raise section.error(
            f"isian “{field.id}”: “bebas_jenis” memerlukan bebas = true", "bebas_jenis"
        )
    if (field.kind is FieldKind.TABLE) != bool(field.columns):
        raise section.error(
            f'isian “{field.id}”: “kolom” dan jenis = "tabel" harus sejalan', "kolom"
        )


def _columns(section: Section) -> tuple[ColumnSpec, ...]:
    if not section.has("kolom"):
        return ()
    found: list[ColumnSpec] = []
    for one in section.tables("kolom", "kolom"):
        column = ColumnSpec(
            id=identifier(one),
            label=one.text("label", most=MOST_IN_A_LINE),
            kind=FieldKind(one_of(one, "jenis", _COLUMN_KINDS, FieldKind.TEXT.value)),
            options=one.texts("pilihan"),
            required=one.flag("wajib", default=False),
        )
        one.done()
        if (column.kind is FieldKind.CHOICE) != bool(column.options):
            raise one.error(
                f'kolom “{column.id}”: “pilihan” dan jenis = "pilihan" harus sejalan', column.id
            )
        if column.id in {other.id for other in found}:
            raise one.error(f"kolom “{column.id}” ada dua kali", column.id)
        found.append(column)
    return tuple(found)


def read_role(section: Section) -> RoleSpec:
    """One `[[pihak]]`. Raises DefinitionError."""
    role = RoleSpec(
        id=identifier(section),
        label=section.text("label", most=MOST_IN_A_LINE),
        required=section.flag("wajib", default=False),
        outsiders=section.flag("boleh_luar", default=True),
        proposed_from=one_of(section, "keluarga", _RELATIVES, ""),
        condition=one_of(section, "keadaan", ("", "hidup", "meninggal"), ""),
        sex=one_of(section, "jenis_kelamin", ("", "laki-laki", "perempuan"), ""),
        least_age=count(section, "umur_min", most=MOST_YEARS),
        columns=_columns(section),
    )
    section.done()
    return role


def read_people_list(section: Section) -> PeopleListSpec:
    """One `[[daftar_orang]]`. Raises DefinitionError."""
    found = PeopleListSpec(
        id=identifier(section),
        label=section.text("label", most=MOST_IN_A_LINE),
        least=count(section, "minimal", most=MOST_ROWS),
        most=count(section, "maksimal", most=MOST_ROWS, default=MOST_ROWS),
        proposed_from=one_of(section, "keluarga", ("", "anggota", "anak"), ""),
        columns=_columns(section),
    )
    section.done()
    if found.least > found.most:
        raise section.error(f"daftar “{found.id}”: minimal lebih dari maksimal", "minimal")
    return found


def read_requirement(section: Section) -> RequirementSpec:
    """One `[[syarat]]`. Raises DefinitionError."""
    found = RequirementSpec(
        id=identifier(section),
        label=section.text("label", most=MOST_IN_A_LINE),
        required=section.flag("wajib", default=False),
        document=section.text("dokumen", "", most=MOST_IN_A_LINE),
    )
    section.done()
    return found
