"""Keeps per printer what is put right before printing; it concerns this office alone."""

from __future__ import annotations

import dataclasses

from sqlalchemy import Connection, delete, select

from nagari_kit.db.letter_tables import printer_setting
from nagari_kit.db.repositories.residents import upsert
from nagari_kit.domain.printing import PrinterSetting


class PrinterQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def setting(self, printer: str) -> PrinterSetting:
        """What is known of that printer; nothing to put right while it was never measured."""
        wanted = select(printer_setting).where(printer_setting.c.printer == printer)
        row = self._connection.execute(wanted).one_or_none()
        return PrinterSetting(*row) if row else PrinterSetting(printer)

    def all(self) -> tuple[PrinterSetting, ...]:
        """Every measured printer, by name."""
        wanted = select(printer_setting).order_by(printer_setting.c.printer)
        return tuple(PrinterSetting(*row) for row in self._connection.execute(wanted))


class PrinterRepository(PrinterQueries):
    """Writes within a unit of work."""

    def save(self, setting: PrinterSetting) -> None:
        """Add or replace what is known of a printer."""
        row = dataclasses.asdict(setting)
        self._connection.execute(upsert(printer_setting, "printer"), row)

    def remove(self, printer: str) -> None:
        """Forget what was measured."""
        self._connection.execute(
            delete(printer_setting).where(printer_setting.c.printer == printer)
        )
