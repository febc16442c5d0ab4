"""The refused rows as a spreadsheet of the same form, to be mended and imported again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from nagari_kit.domain.importing import ImportPlan
from nagari_kit.errors import DiskFullError, ImportFileError, StorageError
from nagari_kit.infra.files import write_atomically
from nagari_kit.services.resident_import.columns import HEADINGS, REASON_HEADING

REASON_WIDTH = 60


def write_refused_rows(plan: ImportPlan, out: Path) -> Path:
    """Write 43 columns as text, wrong cells marked, and the reasons in a last column.

    The rows hold whole NIKs: nothing goes through the folder of temporary files, the file is for
    this user alone and appears whole or not at all. Raises DiskFullError, ImportFileError when the
    file cannot be written.
    """
    try:
        write_atomically(out, _sheet(plan))
    except DiskFullError:
        raise
    except StorageError as error:
        raise ImportFileError(
            f"Daftar baris yang ditolak tidak dapat ditulis ke {out.name}.",
            hint="Tutup berkas itu bila sedang terbuka, atau pilih folder lain.",
            code="IMPOR-09",
        ) from error
    return out


def _sheet(plan: ImportPlan) -> bytes:
    import xlsxwriter

    content = BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(content, settings) as book:
        sheet = book.add_worksheet("Data Penduduk")
        head = book.add_format({"bold": True})
        # Text format, so that a NIK typed over a wrong one stays whole.
        text = book.add_format({"num_format": "@"})
        wrong = book.add_format({"num_format": "@", "bg_color": "#FDE3E1"})
        for column, heading in enumerate((*HEADINGS, REASON_HEADING)):
            sheet.write_string(0, column, heading, head)
        sheet.set_column(0, len(HEADINGS) - 1, 16, text)
        sheet.set_column(len(HEADINGS), len(HEADINGS), REASON_WIDTH)
        sheet.freeze_panes(1, 0)
        refused = [row for row in plan.rows if row.verdict == "refused"]
        for line, row in enumerate(refused, start=1):
            faulty = {finding.column for finding in row.findings}
            for column, heading in enumerate(HEADINGS):
                look = wrong if heading in faulty else text
                sheet.write_string(line, column, row.cells.get(heading, ""), look)
            reasons = "; ".join(finding.reason for finding in row.findings)
            sheet.write_string(line, len(HEADINGS), f"Baris {row.row}: {reasons}")
    return content.getvalue()
