"""Forms of people who begin to be counted: born, arrived, back."""

from __future__ import annotations

from nagari_kit.domain.population import EventKind
from nagari_kit.ui.screens.population_event import compose
from nagari_kit.ui.screens.population_event.field_specs import (
    HOUSEHOLD,
    NEWCOMERS,
    RELATIONS,
    TELLING,
    Entry,
    FieldSpec,
    dates,
)
from nagari_kit.ui.screens.population_event.form_kind import (
    LEAVING_REASONS,
    About,
    FormKind,
    code_field,
    who_field,
)

COMING = (
    FormKind(
        EventKind.BIRTH,
        "Kelahiran",
        "Lahir",
        "Bayi masuk ke KK orang tuanya",
        "user-plus",
        About.HOUSEHOLD,
        "{0} tercatat lahir",
        (
            FieldSpec("name", "Nama anak", 8, answers=("child", "household_id")),
            code_field("sex", "Jenis kelamin", 4, "sex"),
            *dates("Tanggal lahir"),
            FieldSpec("birth_place", "Tempat lahir", 6, example="Kota atau kabupaten"),
            FieldSpec("time", "Jam lahir", 3, example="04.30"),
            FieldSpec("order", "Anak ke", 3, Entry.NUMBER),
            FieldSpec("mother_name", "Ibu", 7, Entry.OPTION, example="Ketik, atau ↓"),
            FieldSpec("mother_nik", "NIK ibu", 5, Entry.DIGITS),
            FieldSpec("father_name", "Ayah", 7, Entry.OPTION, example="Ketik, atau ↓"),
            FieldSpec("father_nik", "NIK ayah", 5, Entry.DIGITS),
            code_field("place_kind", "Tempat dilahirkan", 6, "birth_place_kind"),
            code_field("helper", "Penolong kelahiran", 6, "birth_helper"),
            code_field("birth_kind", "Jenis kelahiran", 4, "birth_kind"),
            FieldSpec("weight", "Berat (gram)", 4, Entry.NUMBER, example="3200"),
            FieldSpec("length", "Panjang (cm)", 4, Entry.NUMBER, example="49"),
            code_field("child_relation", "Hubungan dalam KK", 6, "family_relation"),
            FieldSpec("nik", "NIK anak (bila sudah ada)", 6, Entry.DIGITS),
            *TELLING,
        ),
        compose.birth,
    ),
    FormKind(
        EventKind.ARRIVAL,
        "Pindah masuk",
        "Pindah masuk",
        "Menetap, atau tinggal sementara",
        "login",
        About.NOBODY,
        "{0} tercatat datang",
        (
            FieldSpec(
                "residency",
                "Tinggal",
                entry=Entry.CHOICE,
                options=(("1", "Menetap"), ("2", "Sementara, tamu")),
            ),
            FieldSpec(
                NEWCOMERS, "Siapa yang datang?", entry=Entry.NEWCOMERS, answers=("name", "nik")
            ),
            FieldSpec(HOUSEHOLD, "Masuk ke KK", entry=Entry.HOUSEHOLD, answers=("household_id",)),
            *dates("Tanggal datang"),
            FieldSpec("origin", "Datang dari", 7, example="Nagari, kabupaten/kota"),
            FieldSpec("reason", "Alasan datang", 5, Entry.OPTION, options=LEAVING_REASONS),
            FieldSpec("host", "Yang dikunjungi", 6),
            FieldSpec("purpose", "Maksud kedatangan", 6),
            *TELLING,
        ),
        compose.arrival,
    ),
    FormKind(
        EventKind.RETURN,
        "Kembali",
        "Kembali",
        "Yang pergi atau hilang, pulang",
        "arrow-back-up",
        About.AWAY,
        "{0} tercatat kembali",
        (
            who_field("Siapa yang kembali?"),
            *dates("Tanggal kembali"),
            FieldSpec(HOUSEHOLD, "Tinggal di KK", entry=Entry.HOUSEHOLD),
            FieldSpec(
                RELATIONS,
                "Hubungan dengan kepala keluarga",
                entry=Entry.RELATIONS,
                answers=("family_relation",),
            ),
            FieldSpec("origin", "Kembali dari (boleh kosong)"),
            *TELLING,
        ),
        compose.return_home,
    ),
)
