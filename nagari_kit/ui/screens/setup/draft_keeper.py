"""Brings the draft of the set-up to disk off the window's thread, and back."""

from __future__ import annotations

from collections.abc import Callable

from nagari_kit.errors import NagariError, StorageError
from nagari_kit.services.setup_draft import SetupDraft, SetupDraftService
from nagari_kit.ui.screens.setup.office import SetupOffice


class SetupDraftKeeper:
    """One writer at a time, in the order of the wishes."""

    def __init__(self, office: SetupOffice) -> None:
        self._office = office
        self.drafts = SetupDraftService(office.paths)

    def load(self, then: Callable[[SetupDraft], None]) -> None:
        """`then` gets what was kept, or an empty draft."""
        self._office.runner.start(
            lambda _progress, _token: self.drafts.load(),
            key="setup:load",
            on_success=then,
            on_error=self._office.show_error,
            lane="read",
        )

    def save(
        self,
        draft: SetupDraft,
        then: Callable[[], None],
        refuse: Callable[[NagariError], None],
    ) -> None:
        """`then` comes when the draft is on disk, `refuse` when the disk says no."""
        drafts = self.drafts

        def work(_progress: object, _token: object) -> None:
            try:
                drafts.save(draft)
            except OSError as error:
                raise StorageError(
                    "Isian belum bisa disimpan di komputer ini. Yang diketik masih ada di layar.",
                    hint="Periksa apakah disk penuh, lalu coba lagi.",
                    code="SIMPAN-06",
                    detail=f"{type(error).__name__}: errno {error.errno}",
                ) from error

        self._office.runner.start(
            work,
            key="setup:save",
            on_success=lambda _done: then(),
            on_error=refuse,
            lane="write",
        )

    def save_quietly(self, draft: SetupDraft) -> None:
        """As `save`; a failure shows at the next step, where it can be answered."""
        self.save(draft, lambda: None, lambda _error: None)
