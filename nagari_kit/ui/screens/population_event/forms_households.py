"""Forms of what happens to households within the nagari."""

from __future__ import annotations

from nagari_kit.domain.population import EventKind
from nagari_kit.ui.screens.population_event import compose
from nagari_kit.ui.screens.population_event.field_specs import (
    HOUSEHOLD,
    RELATIONS,
    TELLING,
    Entry,
    FieldSpec,
    dates,
)
from nagari_kit.ui.screens.population_event.form_kind import (
    NEW_RELATIONS,
    PLACE,
    REASON,
    About,
    FormKind,
    who_field,
)

WITHIN = (
    FormKind(
        EventKind.HOUSEHOLD_SPLIT,
        "Pecah KK",
        "Pecah KK",
        "Sebagian membuat KK sendiri",
        "arrows-split-2",
        About.HOUSEHOLD,
        "KK baru dibuat untuk {0}",
        (
            who_field("Siapa yang membuat KK sendiri?"),
            FieldSpec("head_id", "Kepala KK baru", 6, Entry.PERSON),
            FieldSpec(
                "household",
                "Nomor KK baru (boleh kosong dulu)",
                6,
                Entry.DIGITS,
                example="16 angka",
                answers=("nomor_kk",),
            ),
            FieldSpec("new_head_of_rest_id", "Kepala keluarga di KK lama", 12, Entry.PERSON),
            FieldSpec(
                RELATIONS,
                "Hubungan dengan kepala keluarga masing-masing",
                entry=Entry.RELATIONS,
                answers=("family_relation",),
            ),
            *dates("Tanggal pecah KK"),
            *PLACE,
            REASON,
            *TELLING,
        ),
        compose.split,
    ),
    FormKind(
        EventKind.HOUSEHOLD_MERGE,
        "Gabung KK",
        "Gabung KK",
        "Semua anggota masuk ke KK lain",
        "git-merge",
        About.HOUSEHOLD,
        "{0} masuk ke KK lain",
        (
            FieldSpec(
                HOUSEHOLD,
                "Masuk ke KK",
                entry=Entry.HOUSEHOLD,
                answers=("into_id", "from_id", "household_id"),
            ),
            FieldSpec(
                RELATIONS,
                "Hubungan dengan kepala keluarga di KK itu",
                entry=Entry.RELATIONS,
                answers=("family_relation",),
            ),
            *dates("Tanggal gabung"),
            REASON,
            *TELLING,
        ),
        compose.merge,
    ),
    FormKind(
        EventKind.HEAD_CHANGE,
        "Ganti kepala keluarga",
        "Ganti kepala",
        "Anggota lain menjadi kepala keluarga",
        "refresh",
        About.HOUSEHOLD,
        "Kepala keluarga diganti",
        (
            FieldSpec(
                "head_id",
                "Kepala keluarga baru",
                entry=Entry.PERSON,
                answers=("household_id", "new_head_id"),
            ),
            NEW_RELATIONS,
            *dates("Tanggal diganti"),
            REASON,
            *TELLING,
        ),
        compose.head_change,
    ),
    FormKind(
        EventKind.HOUSEHOLD_MOVE,
        "Pindah rumah dalam nagari",
        "Pindah bersama",
        "Pindah rumah di dalam nagari",
        "truck",
        About.HOUSEHOLD,
        "KK dicatat di tempat baru",
        (
            *PLACE[:3],
            FieldSpec("address", "Alamat baru", answers=("household", "household_id")),
            *dates("Tanggal pindah"),
            REASON,
            *TELLING,
        ),
        compose.household_move,
    ),
)
