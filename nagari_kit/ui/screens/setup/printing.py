"""Prints the test page in the last step of the set-up."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.office import OfficeProfile
from nagari_kit.errors import NagariError
from nagari_kit.services.setup_preview import SetupPreviewService
from nagari_kit.ui.printing.delivery import Delivered, deliver
from nagari_kit.ui.printing.target import PrintMemory, PrintTarget
from nagari_kit.ui.screens.setup.office import SetupOffice
from nagari_kit.ui.screens.setup.print_step import PrintStep

FILE = "halaman-uji.pdf"


class TestPrint(QObject):
    """The printer that is chosen here is the one that letters go to at first."""

    __test__ = False

    def __init__(self, office: SetupOffice, step: PrintStep, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._step = step
        self._profile: OfficeProfile | None = None
        self._memory = PrintMemory(office.paths.device_dir)
        step.print_requested.connect(self.print)

    def begin(self, profile: OfficeProfile | None) -> None:
        """Offer this PC's printers for the office's paper."""
        self._profile = profile
        self._step.begin(self._memory.proposal(), profile.paper.value if profile else "")

    def print(self, target: PrintTarget) -> None:
        """Deliver the page and remember the printer."""
        profile, memory = self._profile, self._memory
        if profile is None:
            return

        def work(_progress: object, _token: object) -> Delivered:
            memory.remember(target)
            return deliver(SetupPreviewService().test_page(profile), target, FILE)

        self._step.show_busy(busy=True)
        self._office.runner.start(
            work, key="setup:print", on_success=self._done, on_error=self._refuse, lane="read"
        )

    def _done(self, delivered: Delivered) -> None:
        self._step.show_printed(str(delivered.file or delivered.target.printer))

    def _refuse(self, error: NagariError) -> None:
        self._step.show_trouble(error)
