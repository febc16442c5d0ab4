"""Says in words what a filter narrows down: the tags under the filters, the title of a print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from nagari_kit.domain import code_lists
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.residents import KtpStanding, Residency, ResidentFilter, Sex
from nagari_kit.ui.code_words import code_words

KTP_WORDS: Mapping[KtpStanding, str] = {
    KtpStanding.RECORDED: "Sudah rekam KTP",
    KtpStanding.NOT_RECORDED: "Wajib KTP, belum rekam",
    KtpStanding.NOT_REQUIRED: "Belum wajib KTP",
}
RESIDENCY_WORDS: Mapping[Residency, str] = {
    Residency.PERMANENT: "Warga tetap",
    Residency.TEMPORARY: "Warga sementara",
}
SEX_WORDS: Mapping[Sex, str] = {Sex.MALE: "Laki-laki", Sex.FEMALE: "Perempuan"}
_LISTS = (
    ("family_relation", code_lists.FAMILY_RELATION),
    ("marital_status", code_lists.MARITAL_STATUS),
    ("religion", code_lists.RELIGION),
    ("education", code_lists.EDUCATION),
    ("occupation", code_lists.OCCUPATION),
)
_OPEN = ResidentFilter()


@dataclass(frozen=True, slots=True)
class FilterTag:
    """One thing that a filter asks, and the fields that ask it."""

    words: str
    fields: tuple[str, ...]


def tags(
    wanted: ResidentFilter, jorong: Mapping[JorongId, str], *, is_guess: bool = False
) -> tuple[FilterTag, ...]:
    """What the filter asks, one tag each; `jorong` are the sub-areas as the office calls them.

    `is_guess`: nobody fits the text, the list has who may be meant.
    """
    found = [*_text(wanted, is_guess=is_guess), *_place_and_age(wanted, jorong)]
    found += [*_person(wanted), *_standing(wanted)]
    return tuple(FilterTag(words, tuple(names)) for words, *names in found if words)


def without(wanted: ResidentFilter, tag: FilterTag) -> ResidentFilter:
    """The filter that no longer asks it."""
    return replace(wanted, **{name: getattr(_OPEN, name) for name in tag.fields})


def is_open(wanted: ResidentFilter) -> bool:
    """Whether it asks nothing."""
    return all(getattr(wanted, one.name) == getattr(_OPEN, one.name) for one in fields(wanted))


@dataclass(frozen=True, slots=True)
class NoMatch:
    """What is said when nobody fits, and the wider filter that is offered."""

    title: str
    sentence: str
    action: str
    wider: ResidentFilter


def no_match(wanted: ResidentFilter) -> NoMatch:
    """The next wider question: the text among everybody, then whatever became of them."""
    if not wanted.text:
        return NoMatch(
            "Tidak ada warga yang cocok",
            "Tidak ada yang memenuhi semua saringan ini sekaligus.",
            "Hapus semua saringan",
            _OPEN,
        )
    title = f"Tidak ada yang cocok dengan “{wanted.text}”"
    everywhere = ResidentFilter(text=wanted.text, all_statuses=wanted.all_statuses)
    if wanted != everywhere:
        return NoMatch(
            title,
            "Saringan lain masih aktif. Mungkin orangnya ada di luar saringan itu.",
            "Cari di semua warga",
            everywhere,
        )
    if not wanted.all_statuses:
        return NoMatch(
            title,
            "Periksa ejaan nama atau nomornya. Yang meninggal, pindah, dan hilang belum ikut"
            " dicari.",
            "Cari juga yang meninggal dan pindah",
            replace(wanted, all_statuses=True),
        )
    return NoMatch(
        title,
        "Periksa ejaan nama atau nomornya, atau coba nama ibu, nama ayah, atau alamatnya.",
        "Hapus semua saringan",
        _OPEN,
    )


def age_words(low: int | None, high: int | None) -> str:
    """`17–25 tahun`, `65 tahun ke atas`, `Sampai 16 tahun`; "" when any age will do."""
    if low is None and high is None:
        return ""
    if high is None:
        return f"{low} tahun ke atas"
    if low is None or low == 0:
        return f"Sampai {high} tahun"
    return f"{low} tahun" if low == high else f"{low}–{high} tahun"


def _text(wanted: ResidentFilter, *, is_guess: bool) -> list[list[str]]:
    if not wanted.text:
        return []
    exact = f"“{wanted.text}”"
    return [[f"Mirip {exact}, tidak ada yang persis" if is_guess else exact, "text"]]


def _place_and_age(wanted: ResidentFilter, jorong: Mapping[JorongId, str]) -> list[list[str]]:
    found: list[list[str]] = []
    if wanted.jorong_id is not None:
        name = jorong.get(wanted.jorong_id, "Wilayah yang sudah tidak ada")
        found.append([name, "jorong_id"])
    age = age_words(wanted.age_from, wanted.age_to)
    found.append([f"Umur {age[:1].lower()}{age[1:]}" if age else "", "age_from", "age_to"])
    return found


def _person(wanted: ResidentFilter) -> list[list[str]]:
    found = [[SEX_WORDS.get(wanted.sex, "") if wanted.sex else "", "sex"]]
    for name, labels in _LISTS:
        found.append([code_words(labels, getattr(wanted, name)), name])
    found.append([f"Suku {wanted.suku}" if wanted.suku else "", "suku"])
    return found


def _standing(wanted: ResidentFilter) -> list[list[str]]:
    life = code_words(code_lists.LIFE_STATUS, wanted.life_status)
    return [
        [KTP_WORDS[wanted.ktp] if wanted.ktp else "", "ktp"],
        ["Tanpa NIK" if wanted.without_nik else "", "without_nik"],
        ["Tanpa KK" if wanted.without_kk else "", "without_kk"],
        [RESIDENCY_WORDS[wanted.residency] if wanted.residency else "", "residency"],
        [f"Status {life.lower()}" if life else "", "life_status"],
        ["Semua status" if wanted.all_statuses else "", "all_statuses"],
    ]
