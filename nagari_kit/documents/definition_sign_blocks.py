"""Reads the blocks of a definition that somebody signs: office, citizens, witnesses, others."""

from __future__ import annotations

from nagari_kit.documents.definition_blocks import (
    Block,
    Conditions,
    ConfirmationBlock,
    ListSignatureBlock,
    PersonSignatureBlock,
    SignatureBlock,
    WitnessBlock,
)
from nagari_kit.documents.definition_reading import MOST_IN_A_LINE, count, one_of
from nagari_kit.documents.toml_source import Section

OFFICE = "kantor"
CONFIRMING = ("camat", "kan", "mkw", "wali_jorong", "penghulu", "kua", OFFICE)
_NUMBERED = frozenset({"camat", "kan", OFFICE})
"""Who writes a number and a day above the signature, unless the definition says otherwise."""
_WORDS = (
    "Mengetahui", "Dikuatkan oleh", "Dibenarkan oleh", "Diketahui oleh", "Disetujui oleh",
    "Disaksikan oleh",
)  # fmt: skip
_SIDES = ("kiri", "tengah", "kanan")
_MOST_WITNESSES = 6


def signature(section: Section, when: Conditions) -> Block:
    """`ttd`."""
    return SignatureBlock(
        side=one_of(section, "sisi", _SIDES, "kanan"),
        in_row=section.flag("sebaris", default=False),
        dated=section.flag("tempat_tanggal", default=True),
        conditions=when,
    )


def witnesses(section: Section, when: Conditions) -> Block:
    """`saksi`."""
    roles = section.texts("pihak")
    number = count(section, "jumlah", most=_MOST_WITNESSES)
    if bool(roles) == bool(number):
        raise section.error("blok saksi memerlukan “pihak” atau “jumlah”, salah satu saja")
    return WitnessBlock(
        roles=roles,
        count=number,
        title=section.text("judul", "Saksi-saksi:", most=MOST_IN_A_LINE),
        side_by_side=section.flag("berdampingan", default=False),
        in_row=section.flag("sebaris", default=False),
        side=one_of(section, "sisi", _SIDES, "kiri"),
        conditions=when,
    )


def person_signature(section: Section, when: Conditions) -> Block:
    """`ttd_pihak`."""
    return PersonSignatureBlock(
        role=section.text("pihak", most=MOST_IN_A_LINE),
        caption=section.text("sebutan", "", most=MOST_IN_A_LINE),
        stamp_duty=section.flag("meterai", default=False),
        dated=section.flag("tempat_tanggal", default=False),
        side=one_of(section, "sisi", ("", *_SIDES), ""),
        in_row=section.flag("sebaris", default=True),
        conditions=when,
    )


def list_signature(section: Section, when: Conditions) -> Block:
    """`ttd_daftar`."""
    return ListSignatureBlock(
        each=section.text("untuk", most=MOST_IN_A_LINE),
        title=section.text("judul", "", most=MOST_IN_A_LINE),
        stamp_duty=section.flag("meterai", default=False),
        conditions=when,
    )


def confirmation(section: Section, when: Conditions) -> Block:
    """`mengetahui`."""
    who = one_of(section, "siapa", CONFIRMING)
    return ConfirmationBlock(
        who=who,
        word=one_of(section, "kata", _WORDS, _WORDS[0]),
        numbered=section.flag("nomor", default=who in _NUMBERED),
        role=section.text("pihak", "", most=MOST_IN_A_LINE),
        side=one_of(section, "sisi", _SIDES, "kanan" if who == OFFICE else "kiri"),
        in_row=section.flag("sebaris", default=False),
        conditions=when,
    )
