"""The tables of a population report as forms and rows: ages, LAMPID, and people by a trait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nagari_kit.documents.registers.form import BookForm, Cell, Column, Group, Kind, Row
from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.figures import AgeBand, PopulationFigures, Trait, TraitCount
from nagari_kit.domain.population import Balance, Flow, PeopleCount

TRAIT_WORDS = {
    Trait.EDUCATION: "Pendidikan Terakhir",
    Trait.CURRENT_EDUCATION: "Pendidikan yang Ditempuh",
    Trait.OCCUPATION: "Pekerjaan",
    Trait.RELIGION: "Agama",
    Trait.MARITAL_STATUS: "Status Perkawinan",
    Trait.FAMILY_RELATION: "Kedudukan dalam Keluarga",
    Trait.CITIZENSHIP: "Kewarganegaraan",
    Trait.BLOOD_TYPE: "Golongan Darah",
    Trait.RECORDING: "Perekaman KTP-el",
}
_NUMBER = Column("No.", 12, Kind.NUMBER)
_FLOWS = (
    (Flow.BIRTH, "Lahir"),
    (Flow.DEATH, "Mati"),
    (Flow.ARRIVAL, "Datang"),
    (Flow.DEPARTURE, "Pindah"),
    (Flow.MISSING, "Hilang"),
    (Flow.INTERNAL, "Antar{0}"),
    (Flow.ADJUSTMENT, "Penyesuaian"),
)
_SIGNS = {Flow.DEATH: "−", Flow.DEPARTURE: "−", Flow.MISSING: "−"}
_ALWAYS = frozenset({Flow.BIRTH, Flow.DEATH, Flow.ARRIVAL, Flow.DEPARTURE})


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One table with its sum and remarks."""

    form: BookForm
    rows: list[Row]
    total: Row
    remarks: tuple[str, ...] = ()


def ages_table(figures: PopulationFigures) -> ReportTable:
    """The pyramid in numbers, with the ratios below."""
    everybody = figures.men + figures.women
    rows: list[Row] = [
        (number, _band_words(one), one.men, one.women, one.men + one.women, share)
        for number, (one, share) in enumerate(_shares(figures.bands, everybody), start=1)
    ]
    men, women = (sum(one.men for one in figures.bands), sum(one.women for one in figures.bands))
    total: Row = (None, "Jumlah", men, women, men + women, _percent(men + women, everybody))
    form = _people_form("Penduduk menurut Umur dan Jenis Kelamin", "Umur (tahun)", unknown=False)
    return ReportTable(form, rows, total, _age_remarks(figures))


def trait_table(trait: Trait, area_word: str, counts: Sequence[TraitCount]) -> ReportTable:
    """People by the values of a trait."""
    words = TRAIT_WORDS.get(trait, area_word.capitalize())
    unknown = any(one.unknown for one in counts)
    everybody = sum(one.total for one in counts)

    def cells(one: TraitCount) -> tuple[Cell, ...]:
        nobody_knows = (one.unknown,) if unknown else ()
        share = _percent(one.total, everybody)
        return (one.label, one.men, one.women, *nobody_knows, one.total, share)

    total = TraitCount(
        None,
        "Jumlah",
        sum(one.men for one in counts),
        sum(one.women for one in counts),
        sum(one.unknown for one in counts),
    )
    rows: list[Row] = [(number, *cells(one)) for number, one in enumerate(counts, start=1)]
    form = _people_form(f"Penduduk menurut {words}", words, unknown=unknown)
    return ReportTable(form, rows, (None, *cells(total)))


def lampid_table(
    lines: Sequence[tuple[str, Balance]], total: Balance, area_word: str, first: str
) -> ReportTable:
    """A balance in each line, men and women apart; `first` heads the names."""
    shown = [
        (flow, title.format(area_word))
        for flow, title in _FLOWS
        if flow in _ALWAYS or any(one.flows[flow].total for _, one in (*lines, ("", total)))
    ]
    columns: list[Column | Group] = [_NUMBER, Column(first, 44), _group("Awal")]
    columns += [_group(title) for _, title in shown]
    columns.append(_group("Akhir", heavy=True))
    form = BookForm("", "Laporan LAMPID", tuple(columns), size=8.5, above=4.0, below=4.0)

    def cells(one: Balance) -> tuple[Cell, ...]:
        counts = (one.start, *(one.flows[flow] for flow, _ in shown), one.end)
        return tuple(cell for count in counts for cell in _by_sex(count))

    rows: list[Row] = [
        (number, name, *cells(one)) for number, (name, one) in enumerate(lines, start=1)
    ]
    steps = " ".join(f"{_SIGNS.get(flow, '+')} {title.lower()}" for flow, title in shown)
    remarks = [f"Awal {steps} = akhir."]
    if total.start.unknown or total.end.unknown:
        remarks.append("Yang belum tercatat jenis kelaminnya dihitung di “Jml” saja.")
    return ReportTable(form, rows, (None, "Jumlah", *cells(total)), tuple(remarks))


def _group(title: str, *, heavy: bool = False) -> Group:
    return Group(
        title,
        (
            Column("L", 12, Kind.COUNT, heavy=heavy),
            Column("P", 12, Kind.COUNT),
            Column("Jml", 13, Kind.COUNT),
        ),
    )


def _by_sex(count: PeopleCount) -> tuple[int, int, int]:
    men, women = count.men + count.foreign_men, count.women + count.foreign_women
    return men, women, count.total


def _people_form(title: str, first: str, *, unknown: bool) -> BookForm:
    columns = [_NUMBER, Column(first, 120), _count("Laki-laki"), _count("Perempuan")]
    if unknown:
        columns.append(_count("Tanpa jenis kelamin"))
    columns += [_count("Jumlah"), Column("Persen", 34, Kind.CODE)]
    return BookForm("", title, tuple(columns), size=9.5, above=2.6, below=2.6)


def _count(heading: str) -> Column:
    return Column(heading, 34, Kind.COUNT)


def _shares(bands: Sequence[AgeBand], everybody: int) -> list[tuple[AgeBand, str]]:
    return [(one, _percent(one.men + one.women, everybody)) for one in bands]


def _band_words(band: AgeBand) -> str:
    return f"{band.first}–{band.last}" if band.last is not None else f"{band.first} ke atas"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %".replace(".", ",") if whole else "–"


def _age_remarks(figures: PopulationFigures) -> tuple[str, ...]:
    parts = []
    if figures.sex_ratio is not None:
        parts.append(f"Rasio jenis kelamin {_decimal(figures.sex_ratio)}")
    if figures.dependency is not None:
        parts.append(f"rasio ketergantungan {_decimal(figures.dependency)}")
    recorded = grouped(figures.ktp_recorded)
    parts.append(f"keluarga {grouped(figures.households)}")
    parts.append(f"KTP-el terekam {recorded} dari {grouped(figures.ktp_due)} wajib KTP")
    words = ", ".join(parts)
    remarks = [f"{words[:1].upper()}{words[1:]}."]
    missing = figures.people - sum(one.men + one.women for one in figures.bands)
    if missing:
        remarks.append(
            f"{grouped(missing)} jiwa belum tercatat tanggal lahir atau jenis kelaminnya, jadi "
            f"tidak masuk tabel ini; seluruhnya {grouped(figures.people)} jiwa."
        )
    return tuple(remarks)


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
