"""How the page says which book is shown and how long it is."""

from __future__ import annotations

from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.registers import RegisterWish
from nagari_kit.services.registers import BookPages


def title_words(wish: RegisterWish | None) -> str:
    """`B.3, bulan November 2026`."""
    if wish is None:
        return "Pratinjau"
    words = wish.period.words
    return f"{wish.book.value}, {words[:1].lower()}{words[1:]}"


def page_words(made: BookPages) -> str:
    """`1.200 baris, 95 halaman`."""
    if not made.rows:
        return "Belum ada catatan pada masa ini"
    return f"{grouped(made.rows)} baris, {grouped(made.pages)} halaman"


def part_words(made: BookPages) -> str:
    """Which pages of a long book the desk shows, "" when it shows all."""
    if made.shown >= made.pages:
        return ""
    return (
        f"Yang tampak {made.shown - 1} halaman pertama dan halaman {grouped(made.pages)}. "
        "Dicetak dan disimpan seluruhnya."
    )
