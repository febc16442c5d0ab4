"""The office itself: profile, letterhead (kop), officers and who may sign how."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.letter_look import LetterLook
from nagari_kit.domain.names import PersonName

HEAD_POSITIONS = {"nagari": "Wali Nagari", "desa": "Kepala Desa", "kelurahan": "Lurah"}
"""What the head of an office is called, by the office's kind."""


class PaperSize(StrEnum):
    """F4 is 215 x 330 mm, A4 210 x 297 mm."""

    F4 = "F4"
    A4 = "A4"


class Standing(StrEnum):
    """How an officer holds the position."""

    DEFINITIF = "definitif"
    PJ = "Pj."
    PLT = "Plt."
    PLH = "Plh."


@dataclass(frozen=True, slots=True)
class Kop:
    """Letterhead. Lines are capitals as printed; address lines at most two.

    `logo` is PNG or JPEG bytes (the kabupaten's crest), None when not given.
    `rule` is `ganda`, `tunggal` or `tanpa`; `arrangement` is `kiri`, `tengah` or `dua` (the second
    logo, of the look, at the right).
    `preprinted`: the paper already bears the kop, leave its room empty.
    """

    line1: str
    line2: str
    line3: str
    address_lines: tuple[str, ...] = ()
    logo: bytes | None = None
    arrangement: str = "kiri"
    rule: str = "ganda"
    preprinted: bool = False


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """Who the office is. `code` is the Kemendagri code `PP.KK.CC.XXXX`, or empty when it has none.

    `kind` is `nagari`, `desa` or `kelurahan`; `area_word` is the office's word for the sub-area
    (jorong, korong, kampung, dusun). Names are in mixed case ("Koto Contoh", "Batang Contoh",
    "Kabupaten Contoh" for `kabupaten` including the word Kabupaten or Kota).
    `unit` is the office's short code in letter numbers ("KN"). `look` is kept apart from the rest.
    """

    code: str
    name: str
    kind: str
    kecamatan: str
    kabupaten: str
    unit: str
    kop: Kop
    paper: PaperSize = PaperSize.F4
    area_word: str = "jorong"
    postcode: str = ""
    look: LetterLook = field(default_factory=LetterLook)


@dataclass(frozen=True, slots=True)
class Officer:
    """A person of the office who may sign.

    `position` is in mixed case without the office's name ("Wali Nagari", "Sekretaris Nagari",
    "Kepala Seksi Pelayanan"). `is_head`: the position leads the office. `on_behalf`: signs a.n. the
    head; `via`: position named before u.b. ("Sekretaris Nagari") or empty. `nip` 18 digits or "".
    `sk_number` and `sk_date` are those of the decree that appointed the officer.
    """

    id: OfficerId
    name: PersonName
    position: str
    standing: Standing = Standing.DEFINITIF
    is_head: bool = False
    on_behalf: bool = False
    via: str = ""
    nip: str = ""
    active_from: date | None = None
    active_to: date | None = None
    sk_number: str = ""
    sk_date: date | None = None


@dataclass(frozen=True, slots=True)
class OfficeRegion:
    """A village-level row of the shipped region list, with the names of its parents."""

    code: str
    name: str
    kind: str
    kecamatan: str
    kabupaten: str


OFFICIAL, INCOMING = "@dinas", "@masuk"
"""Rules in `NumberingSettings.by_type` for official letters (surat dinas) without a rule of their
own, and for the agenda numbers of incoming letters."""
OF_CODE = "@kode:"
"""With an archive code behind it: a rule of which only the start counts, for the counter of that
code, which several letter types share."""


@dataclass(frozen=True, slots=True)
class NumberRule:
    """How one series of letter numbers is made.

    `pattern` holds tokens in braces: {urut}, {urut:3}, {kode}, {jenis}, {unit}, {wn} (the office's
    short code), {bulan_romawi}, {bulan}, {tahun}, {tahun:2}, {kode_desa}. `scope` is `type` (a
    counter per letter type), `code` (per classification code), `office`, or `group` (shared by
    all types whose `group_name` is the same). `reset` is `year`, `month` or `never`. `start` is
    the first number that this program gives, in `start_year` only (YYYYMM with a monthly reset;
    0: each time that the counter begins). `mode` `blank`: the number is written by hand and
    entered later. `unit`: who keeps the letter, "" for the office's short code.
    """

    pattern: str = "{kode}/{urut:3}/{unit}/{tahun}"
    scope: str = "code"
    reset: str = "year"
    start: int = 1
    classification: str = ""
    group_name: str = ""
    mode: str = "counter"
    unit: str = ""
    start_year: int = 0


@dataclass(frozen=True, slots=True)
class NumberingSettings:
    """The office's rule and the exceptions per letter type id, OFFICIAL, INCOMING and OF_CODE."""

    default: NumberRule = NumberRule()
    by_type: dict[str, NumberRule] = field(default_factory=dict)
