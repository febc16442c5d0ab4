"""How the page says which book is shown and how long it is."""

from __future__ import annotations

from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.dates import SHORT_MONTHS
from nagari_kit.domain.registers import RegisterPeriod, RegisterWish
from nagari_kit.services.registers import BookPages


def title_words(wish: RegisterWish | None) -> str:
    """`B.3, November 2026`; short for a bar."""
    if wish is None:
        return "Pratinjau"
    period = wish.period
    if period.span == "masa":
        words = _short_days(period)
    else:
        words = period.words.removeprefix("Bulan ").replace("Tahun", "tahun")
    return f"{wish.book.value}, {words}"


def page_words(made: BookPages) -> str:
    """`1.200 baris, 95 halaman`."""
    if not made.rows:
        return "Belum ada catatan"
    return f"{grouped(made.rows)} baris, {grouped(made.pages)} halaman"


def part_words(made: BookPages) -> str:
    """Which pages of a long book the desk shows, "" when it shows all."""
    if made.shown >= made.pages:
        return ""
    return (
        f"Yang tampak {made.shown - 1} halaman pertama dan halaman {grouped(made.pages)}. "
        "Dicetak dan disimpan seluruhnya."
    )


def _short_days(period: RegisterPeriod) -> str:
    """`1–24 Nov 2026`, `1 Okt – 24 Nov 2026`."""
    start, end = period.start, period.end
    last = f"{end.day} {SHORT_MONTHS[end.month - 1]} {end.year}"
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    year = f" {start.year}" if start.year != end.year else ""
    return f"{start.day} {SHORT_MONTHS[start.month - 1]}{year} – {last}"
