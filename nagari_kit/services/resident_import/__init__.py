"""Residents from a spreadsheet: a dry run that names every doubt, then one transaction."""

from nagari_kit.services.resident_import.service import ResidentImportService

__all__ = ["ResidentImportService"]
