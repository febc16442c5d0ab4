"""The number of a kartu keluarga: sixteen digits, the date in it is that of the first issue."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"[0-9]{16}\Z")


def fault(nomor_kk: str) -> str:
    """Why this cannot be a KK number, as a sentence, or ""."""
    if not _DIGITS.match(nomor_kk):
        return "Nomor KK harus 16 angka."
    if len(set(nomor_kk)) == 1:
        return "Nomor KK tidak mungkin terdiri dari satu angka yang sama."
    return ""
