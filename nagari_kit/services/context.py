"""What every service works with, bound together once per open office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nagari_kit.errors import NotFoundError
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.device_identity import DeviceIdentity

if TYPE_CHECKING:
    from nagari_kit.db.store import Store
    from nagari_kit.documents.definition_library import DefinitionLibrary
    from nagari_kit.documents.definitions import LetterDefinition


@dataclass(frozen=True, slots=True)
class ServiceContext:
    """`actor` is the name of the person at the desk, as events and prints record it.

    `definitions` are the letter types of this office. `device` keeps this PC's own keys for the
    exchange with the province.
    """

    store: Store
    clock: Clock
    paths: OfficePaths
    actor: str
    definitions: DefinitionLibrary
    device: DeviceIdentity

    def definition(self, type_id: str) -> LetterDefinition:
        """The definition of a letter type. Raises NotFoundError."""
        found = self.definitions.get(type_id)
        if found is None:
            raise NotFoundError(
                f"Jenis surat “{type_id}” tidak ada. Belum ada yang dibuat.",
                hint="Pilih dari daftar di Buat surat, atau lihat perintah letters types.",
                code="SURAT-09",
            )
        return found
