"""Measures the office's printers by a page, and remembers what each prints beside the truth."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.printing import Measured, PrinterSetting, calibrated
from nagari_kit.services.context import ServiceContext


class PrinterService:
    """Thread-safe. Printers bear the names that the system gives them."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def setting(self, printer: str) -> PrinterSetting:
        """What is put right before that printer prints; nothing while it was never measured."""
        with self._context.store.read() as reader:
            return reader.printers.setting(printer)

    def settings(self) -> tuple[PrinterSetting, ...]:
        """Every measured printer, by name."""
        with self._context.store.read() as reader:
            return reader.printers.all()

    def calibration_page(self) -> bytes:
        """A PDF page on the office's paper with 100 mm rulers and a frame 8 mm from the edges."""
        from nagari_kit.documents.test_page import render_test_page

        with self._context.store.read() as reader:
            paper = reader.office.profile().paper
        return render_test_page(paper)

    def calibrate(self, printer: str, measured: Measured) -> tuple[PrinterSetting, Changes]:
        """Put right what was measured on a page printed with the present setting.

        Raises InputError.fields (`ruler`, `left`, `top`).
        """
        with self._context.store.write(self._context.actor) as uow:
            paper = uow.office.profile().paper.value
            setting = calibrated(uow.printers.setting(printer), measured, paper)
            uow.printers.save(setting)
            uow.commit()
        return setting, Changes.of(Kind.OFFICE)

    def forget(self, printer: str) -> Changes:
        """Print on that printer as it comes again."""
        with self._context.store.write(self._context.actor) as uow:
            uow.printers.remove(printer)
            uow.commit()
        return Changes.of(Kind.OFFICE)
