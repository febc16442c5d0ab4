"""Keeps what is being changed of a letter type in files of this PC; they name no citizen."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nagari_kit.domain.letter_editing import Content
from nagari_kit.infra.files import write_atomically

FOLDER = "draf-jenis-surat"


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """`based_on` as in DefinitionVersion."""

    type_id: str
    raw: bytes
    based_on: str
    at: datetime

    @property
    def content(self) -> Content:
        """Its values."""
        return tomllib.loads(self.raw.decode("utf-8"))


class DraftFiles:
    """One file a type, replaced as a whole: whatever is cut off leaves the former one."""

    def __init__(self, device_dir: Path) -> None:
        self._folder = device_dir / FOLDER

    def save(self, draft: KeptDraft) -> None:
        """Keep it in place of a former one. Raises StorageError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        kept = {"toml": draft.raw.decode("utf-8"), "from": draft.based_on}
        body = json.dumps({**kept, "at": draft.at.isoformat()}, ensure_ascii=False)
        write_atomically(self._path(draft.type_id), body.encode("utf-8"))

    def get(self, type_id: str) -> KeptDraft | None:
        """The draft; a file that cannot be read counts as none."""
        try:
            found = json.loads(self._path(type_id).read_bytes())
            draft = KeptDraft(
                type_id,
                found["toml"].encode("utf-8"),
                str(found["from"]),
                datetime.fromisoformat(found["at"]),
            )
            tomllib.loads(found["toml"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return draft

    def all(self) -> dict[str, KeptDraft]:
        """Every draft by type."""
        found = (self.get(path.stem) for path in sorted(self._folder.glob("*.json")))
        return {one.type_id: one for one in found if one is not None}

    def discard(self, type_id: str) -> None:
        """Throw it away; nothing happens when there is none."""
        self._path(type_id).unlink(missing_ok=True)

    def _path(self, type_id: str) -> Path:
        return self._folder / f"{type_id}.json"
