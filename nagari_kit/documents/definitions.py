"""Loads the letter types of a folder; every file is validated before any letter is made."""

from __future__ import annotations

from pathlib import Path

from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.definition_reader import parse_definition, read_definition
from nagari_kit.documents.toml_source import line_of_refusal
from nagari_kit.errors import DefinitionError

__all__ = ["LetterDefinition", "line_of_refusal", "load_definitions", "parse_definition"]


def load_definitions(folder: Path) -> dict[str, LetterDefinition]:
    """All `*.toml` of the folder by id, validated.

    Raises DefinitionError, which names file and line and says what to do.
    """
    found = [read_definition(path) for path in sorted(folder.glob("*.toml"))]
    if not found:
        raise DefinitionError(
            "Jenis surat tidak ditemukan di pemasangan program ini. Data kantor tidak berubah.",
            hint="Pasang ulang program, lalu buka lagi.",
            detail="no letter definition",
        )
    return {definition.id: definition for definition in found}
