"""Shows a letter as it would be filed, while it is being written."""

from __future__ import annotations

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.letters import LetterInput, LetterPreview
from nagari_kit.services.context import ServiceContext


class LetterPreviewService:
    """Draft pages and proposed values. Thread-safe; writes nothing."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def preview(self, wanted: LetterInput) -> LetterPreview:
        """The pages without number and QR; what is missing stands in `problems`, by field id.

        Raises NotFoundError when resident or type is gone, never for missing values.
        """
        raise NotImplementedError

    def defaults(self, type_id: str, resident_id: ResidentId) -> dict[str, str]:
        """Proposed values: the definition's, over them those of the last such letter."""
        raise NotImplementedError
