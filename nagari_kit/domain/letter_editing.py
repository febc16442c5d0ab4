"""What the editor of letter types shows and takes: content, faults, comparison, names, files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nagari_kit.domain.letter_definitions import DefinitionVersion
from nagari_kit.domain.letters import FieldBox

Content = Mapping[str, Any]
"""A definition as its TOML reads: `surat` a map, `blok`, `isian`, `pihak`, … lists of maps.

Never changed in place: whoever edits makes another.
"""

SHIPPED, LOCAL, PACK = "bawaan", "lokal", "paket"


@dataclass(frozen=True, slots=True)
class EditFault:
    """One thing that keeps a type from being used.

    `part` and `index` name the place (`blok`, 3), `key` the key there and `item` the line of a
    list, -1 for none; `line` is that of the TOML text.
    """

    part: str
    index: int
    sentence: str
    hint: str
    line: int
    key: str = ""
    item: int = -1


@dataclass(frozen=True, slots=True)
class NameMeaning:
    """A name that a sentence may print: `source` as it is written, without braces."""

    source: str
    meaning: str
    sample: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What came of looking at a content: faults, the page, and who may be named.

    Without faults `pdf` is the page with invented people in the office's own kop; with faults it
    is None, the last good page stays. `changed` are the blocks that differ from what it is based
    on, `lost` how many blocks of that are not there any more. `row_names`: by list, what its rows
    may print besides `names`.
    """

    faults: tuple[EditFault, ...]
    pdf: bytes | None
    boxes: tuple[FieldBox, ...]
    names: tuple[NameMeaning, ...]
    row_names: Mapping[str, tuple[NameMeaning, ...]]
    changed: frozenset[int]
    lost: int
    text: str


@dataclass(frozen=True, slots=True)
class OpenedDefinition:
    """A type in the editor.

    `content` is the draft when there is one (`draft_at`), else what is in use; `base` what it is
    compared with: the shipped one, or what it was begun from, None when that is gone. `origin` is
    that of what is in use, "" for a type that was never used; `version` 0 then. `fault`: why the
    office's own one gave way to the shipped one.
    """

    type_id: str
    content: Content
    base: Content | None
    base_words: str
    origin: str
    version: int
    next_version: int
    versions: tuple[DefinitionVersion, ...]
    is_shipped: bool
    draft_at: datetime | None = None
    fault: str = ""

    @property
    def title(self) -> str:
        """Its name in lists."""
        head = self.content.get("surat", {})
        return str(head.get("judul_pendek") or head.get("judul") or self.type_id)


@dataclass(frozen=True, slots=True)
class EditableType:
    """One line of the list of types. `draft_at`: something waits that is not used yet."""

    type_id: str
    title: str
    abbreviation: str
    code: str
    origin: str
    version: int
    draft_at: datetime | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A definition that came as a file, not used yet.

    `is_signed`: the province signed exactly these bytes. `is_new`: the office has no such type.
    """

    type_id: str
    title: str
    raw: bytes
    is_signed: bool
    is_new: bool
    remark: str
