"""How an office's letters look: what it may change of the pages, and how far."""

from __future__ import annotations

from dataclasses import dataclass, fields

from nagari_kit.errors import InputError

USUAL_SIZE = 120
"""Tenths of a point: the size of type of the letters."""
RANGES = {
    "margin_top": (10, 45),
    "margin_left": (20, 40),
    "margin_right": (15, 35),
    "margin_bottom": (12, 40),
    "base_size": (110, 130),
    "kop_size": (80, 115),
}
"""Lowest and highest value: mm, tenths of a point, per cent. A letter stays legible and whole."""
MOST_COPIES, LONGEST_COPY = 6, 80
_WORDS = {
    "base_size": "Ukuran huruf",
    "kop_size": "Ukuran huruf kop",
}
_UNITS = {"base_size": "pt", "kop_size": "%"}


@dataclass(frozen=True, slots=True)
class LetterLook:
    """What the office changed; 0 is the program's own measure.

    Margins in mm, `base_size` in tenths of a point, `kop_size` in per cent of the names' usual
    size. `copies` stand under every letter that names nobody else who gets one. `second_logo` is
    PNG or JPEG bytes, shown at the right when the kop's arrangement is `dua`.
    """

    margin_top: int = 0
    margin_left: int = 0
    margin_right: int = 0
    margin_bottom: int = 0
    base_size: int = 0
    kop_size: int = 0
    copies: tuple[str, ...] = ()
    second_logo: bytes | None = None


def checked_look(look: LetterLook) -> LetterLook:
    """The look without blank lines. Raises InputError.fields by the names of LetterLook."""
    copies = tuple(line for line in (" ".join(one.split()) for one in look.copies) if line)
    faults = {
        name: _out_of_range(name, lowest, highest)
        for name, (lowest, highest) in RANGES.items()
        if (value := getattr(look, name)) and not lowest <= value <= highest
    }
    if len(copies) > MOST_COPIES:
        faults["copies"] = f"Tembusan tetap paling banyak {MOST_COPIES} baris."
    elif any(len(line) > LONGEST_COPY for line in copies):
        faults["copies"] = f"Satu baris tembusan paling panjang {LONGEST_COPY} huruf."
    if faults:
        raise InputError(
            "Tampilan surat belum bisa disimpan. Tampilan yang lama tidak berubah.", faults
        )
    kept = {one.name: getattr(look, one.name) for one in fields(look)}
    return LetterLook(**{**kept, "copies": copies})


def third_lines(kind: str, name: str) -> tuple[str, ...]:
    """How the largest line of the kop may read, the usual one first; capitals as printed."""
    office, place = kind.upper(), name.upper()
    head = {"nagari": "WALI NAGARI", "desa": "KEPALA DESA", "kelurahan": "LURAH"}.get(kind, office)
    lines = (
        f"{office} {place}",
        f"{head} {place}",
        f"PEMERINTAH {office} {place}",
        f"KANTOR {head} {place}",
    )
    return tuple(dict.fromkeys(lines))


def _out_of_range(name: str, lowest: int, highest: int) -> str:
    unit = _UNITS.get(name, "mm")
    if name == "base_size":
        return f"{_WORDS[name]}: isi antara {lowest // 10} dan {highest // 10} {unit}."
    if unit == "mm":
        return f"Isi antara {lowest} dan {highest} mm."
    return f"{_WORDS[name]}: isi antara {lowest} dan {highest} {unit}."
