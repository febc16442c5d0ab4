"""The shipped definitions, loaded once."""

from __future__ import annotations

import pytest

from nagari_kit.documents.definitions import LetterDefinition, load_definitions
from nagari_kit.infra.paths import resource_path


@pytest.fixture(scope="session")
def definitions() -> dict[str, LetterDefinition]:
    return load_definitions(resource_path("letters"))


@pytest.fixture(scope="session")
def crest() -> bytes:
    return resource_path("demo/crest.png").read_bytes()
