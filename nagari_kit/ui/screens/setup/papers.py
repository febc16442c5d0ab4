"""Puts the sample letter or the page with rulers beside the step that is due."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.office import OfficeProfile, Officer
from nagari_kit.services.setup_preview import KOP_BOX, SamplePaper, SetupPreviewService
from nagari_kit.ui.screens.setup.office import SetupOffice
from nagari_kit.ui.screens.setup.view import KOP, SetupView


class SetupPapers(QObject):
    """The newest wish wins: both papers share one key of the runner."""

    def __init__(self, office: SetupOffice, view: SetupView) -> None:
        super().__init__(view)
        self._office = office
        self._view = view
        self._previews = SetupPreviewService()

    def show_letter(self, profile: OfficeProfile, officers: tuple[Officer, ...]) -> None:
        """The sample letter with what stands in the forms."""
        head = officers[0] if officers else None
        today, previews = self._office.clock.today(), self._previews
        self._office.runner.start(
            lambda _progress, _token: previews.letter(profile, head, today),
            key="setup:preview",
            on_success=self._take_letter,
            on_error=self._view.preview.show_trouble,
            lane="read",
        )

    def show_ruler(self, profile: OfficeProfile) -> None:
        """The page that is printed to see whether the printer scales."""
        previews = self._previews
        self._office.runner.start(
            lambda _progress, _token: previews.test_page(profile),
            key="setup:preview",
            on_success=self._view.preview.show_pdf,
            on_error=self._view.preview.show_trouble,
            lane="read",
        )

    def _take_letter(self, paper: SamplePaper) -> None:
        self._view.preview.show_pdf(paper.pdf, paper.boxes)
        self._view.preview.highlight(KOP_BOX if self._view.current == KOP else "")
