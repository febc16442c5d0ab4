"""Writes residents to spreadsheets: OpenSID's form, the program's own, or one block per KK."""

from nagari_kit.services.resident_export.service import ResidentExportService

__all__ = ["ResidentExportService"]
