"""Words for the codes of the population books."""

from __future__ import annotations

from collections.abc import Mapping

SEX: Mapping[int, str] = {1: "Laki-laki", 2: "Perempuan"}
RELIGION: Mapping[int, str] = {
    1: "Islam",
    2: "Kristen",
    3: "Katolik",
    4: "Hindu",
    5: "Buddha",
    6: "Khonghucu",
    7: "Kepercayaan terhadap Tuhan Yang Maha Esa",
}
MARITAL_STATUS: Mapping[int, str] = {
    1: "Belum kawin",
    2: "Kawin",
    3: "Cerai hidup",
    4: "Cerai mati",
}
RELATION: Mapping[int, str] = {
    1: "Kepala keluarga",
    2: "Suami",
    3: "Istri",
    4: "Anak",
    5: "Menantu",
    6: "Cucu",
    7: "Orang tua",
    8: "Mertua",
    9: "Famili lain",
    10: "Pembantu",
    11: "Lainnya",
}
OCCUPATION: Mapping[int, str] = {
    1: "Belum/tidak bekerja",
    2: "Mengurus rumah tangga",
    3: "Pelajar/mahasiswa",
}


def label_of(labels: Mapping[int, str], code: int | None) -> str:
    """The word for a code, "" when it is not known."""
    return labels.get(code, "") if code is not None else ""
