"""What a letter definition asks of the officer: fields, people in roles, lists, requirements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """Kinds of an input field; values always travel as text.

    ISO date, `HH:MM`, `ya`/`tidak`, digits, free text; a TABLE is a JSON list of objects whose
    values are texts, by column id.
    """

    TEXT = "text"
    PARAGRAPH = "paragraf"
    CHOICE = "pilihan"
    DATE = "tanggal"
    NUMBER = "angka"
    MONEY = "uang"
    TIME = "jam"
    YES_NO = "ya_tidak"
    TABLE = "tabel"


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column of a table field or of a list of people; `options` of a CHOICE are offered."""

    id: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    options: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class LetterField:
    """One thing that the officer is asked. `pattern` is a full-match regular expression or "".

    `options` of a CHOICE are offered; other text is allowed when `free` is set. `default` may
    use the placeholders of the definition. `half`: may stand beside the next half field.
    `latest` "surat": no day after the letter's; `earliest` "lahir": none before the resident's
    birth. `least`: the smallest number, or fewest rows. `free_kind`: what own text of a free
    CHOICE must be. `area_name`: the name of a sub-area, kept without the office's word for it.
    `usual_most` (0: no bound) and `usual_earliest` "lahir" say beyond what the officer is asked to
    look again. `columns` are those of a TABLE.
    """

    id: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    default: str = ""
    help: str = ""
    pattern: str = ""
    pattern_message: str = ""
    options: tuple[str, ...] = ()
    free: bool = False
    half: bool = False
    latest: str = ""
    earliest: str = ""
    least: int = 0
    free_kind: FieldKind = FieldKind.TEXT
    area_name: bool = False
    usual_most: int = 0
    usual_earliest: str = ""
    columns: tuple[ColumnSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """A person whom the letter names in a role.

    `outsiders`: somebody who is no resident may be typed. `proposed_from` the subject's household:
    `ayah`, `ibu`, `pasangan`, `anak`, `kepala` or "". `condition` (`hidup`, `meninggal`, ""), `sex`
    (`laki-laki`, `perempuan`, "") and `least_age` warn and never refuse. `columns` are asked of
    this person besides.
    """

    id: str
    label: str
    required: bool = False
    outsiders: bool = True
    proposed_from: str = ""
    condition: str = ""
    sex: str = ""
    least_age: int = 0
    columns: tuple[ColumnSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleListSpec:
    """A list of people of any length: heirs, dependants, followers.

    `proposed_from` the subject's household: `anggota`, `anak` or "".
    """

    id: str
    label: str
    least: int = 0
    most: int = 60
    proposed_from: str = ""
    columns: tuple[ColumnSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class RequirementSpec:
    """A paper that the citizen brings; `document` is the kind of scan that fulfils it, or ""."""

    id: str
    label: str
    required: bool = False
    document: str = ""
