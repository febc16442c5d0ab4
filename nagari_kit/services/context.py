"""What every service works with, bound together once per open office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nagari_kit.infra.clock import Clock
from nagari_kit.infra.paths import OfficePaths

if TYPE_CHECKING:
    from nagari_kit.db.store import Store
    from nagari_kit.documents.definitions import LetterDefinition


@dataclass(frozen=True, slots=True)
class ServiceContext:
    """`actor` is the name of the person at the desk, as events and prints record it."""

    store: Store
    clock: Clock
    paths: OfficePaths
    actor: str
    definitions: Mapping[str, LetterDefinition]
