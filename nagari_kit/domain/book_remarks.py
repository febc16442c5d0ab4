"""What stands beneath figures that are less certain than they look: one sentence for all pages."""

from __future__ import annotations

from datetime import date

from nagari_kit.domain.dates import long_date


def before_the_books(first: date, begun: date | None) -> tuple[str, ...]:
    """For a state or a balance from the day `first`, when the books were filled later.

    Whoever stood in the books when they were filled counts as having been there before: every
    day before is that filling, with what was recorded of those days taken back.
    """
    if begun is None or first >= begun:
        return ()
    sentence = (
        f"Catatan: buku penduduk di program ini mulai diisi {long_date(begun)}; keadaan sebelum "
        "buku diisi dihitung mundur dari isi pertama."
    )
    return (sentence,)


def events_before_the_books(first: date, begun: date | None) -> tuple[str, ...]:
    """The same for a list of what happened from the day `first` on."""
    if begun is None or first >= begun:
        return ()
    sentence = (
        f"Catatan: buku penduduk di program ini mulai diisi {long_date(begun)}; peristiwa sebelum "
        "itu hanya ada bila dicatat kemudian."
    )
    return (sentence,)


def out_of_order(people: int) -> tuple[str, ...]:
    """When that many people have events that are dated in another order than they were told."""
    if not people:
        return ()
    sentence = (
        f"Catatan: {people} orang punya peristiwa yang tanggalnya tidak berurutan; jumlah pada "
        "masa ini belum pasti. Periksa riwayatnya."
    )
    return (sentence,)
