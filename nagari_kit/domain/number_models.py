"""Number patterns as nagari offices of Sumatera Barat use them, to begin from."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.domain.office import NumberRule


@dataclass(frozen=True, slots=True)
class NumberModel:
    """`example` is a number as it was seen; `place` the kabupaten where."""

    place: str
    example: str
    rule: NumberRule


MODELS = (
    NumberModel(
        "Lima Puluh Kota",
        "400.10.2.2/001/TUU/2026",
        NumberRule("{kode}/{urut:3}/{unit}/{tahun}", scope="code", unit="TUU"),
    ),
    NumberModel(
        "Pasaman Barat",
        "400.7.22/55/WN-KA-UG/IV/2026",
        NumberRule("{kode}/{urut}/{wn}/{bulan_romawi}/{tahun}", scope="office"),
    ),
    NumberModel(
        "Solok Selatan",
        "400/   /Kesra/WN.TSK/2021",
        NumberRule("{kode}/{urut}/{unit}/{wn}/{tahun}", scope="office", unit="Kesra", mode="blank"),
    ),
    NumberModel(
        "Pangkalan",
        "475 / 123 / NGR-Pkl / 2025",
        NumberRule("{kode} / {urut} / {wn} / {tahun}", scope="office"),
    ),
    NumberModel(
        "Koto Alam",
        "001/SKTM/WN-KA/2025",
        NumberRule("{urut:3}/{jenis}/{wn}/{tahun}", scope="type"),
    ),
)
"""The archive code and the office's short code are the office's own."""
