"""The refused rows as a spreadsheet of the same form, to be mended and imported again."""

from __future__ import annotations

from pathlib import Path

from nagari_kit.domain.importing import ImportPlan
from nagari_kit.errors import ImportFileError
from nagari_kit.services.resident_import.columns import HEADINGS, REASON_HEADING

REASON_WIDTH = 60


def write_refused_rows(plan: ImportPlan, out: Path) -> Path:
    """Write 43 columns as text, wrong cells marked, and the reasons in a last column.

    Raises ImportFileError when the file cannot be written.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    try:
        with xlsxwriter.Workbook(str(out), {"strings_to_formulas": False}) as book:
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
    except (FileCreateError, OSError) as error:
        raise ImportFileError(
            f"Daftar baris yang ditolak tidak dapat ditulis ke {out.name}.",
            hint="Tutup berkas itu bila sedang terbuka, atau pilih folder lain.",
            code="IMPOR-09",
        ) from error
    return out
