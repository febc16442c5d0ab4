"""Forms of people who cease to be counted: dead, moved, missing, gone, never right."""

from __future__ import annotations

from nagari_kit.domain.population import EventKind
from nagari_kit.ui.screens.population_event import compose
from nagari_kit.ui.screens.population_event.field_specs import (
    TELLING,
    Entry,
    FieldSpec,
    dates,
    proposals,
)
from nagari_kit.ui.screens.population_event.form_kind import (
    LEAVING_REASONS,
    NEW_RELATIONS,
    SUCCESSION,
    About,
    FormKind,
    code_field,
    who_field,
)

LEAVING = (
    FormKind(
        EventKind.DEATH,
        "Kematian",
        "Meninggal",
        "Kepala baru diusulkan bila perlu",
        "circle-x",
        About.PERSON,
        "{0} tercatat meninggal",
        (
            *dates("Tanggal meninggal"),
            FieldSpec(
                "place",
                "Tempat meninggal",
                8,
                Entry.OPTION,
                options=proposals("Rumah", "Rumah sakit", "Puskesmas", "Perjalanan"),
            ),
            FieldSpec("time", "Jam", 4, example="17.20"),
            code_field("cause", "Sebab kematian", 6, "cause_of_death"),
            code_field("helper", "Yang menerangkan", 6, "death_helper"),
            *SUCCESSION,
            FieldSpec("certificate", "Nomor akta kematian (bila sudah ada)"),
            *TELLING,
        ),
        compose.death,
    ),
    FormKind(
        EventKind.DEPARTURE,
        "Pindah keluar",
        "Pindah keluar",
        "Sendiri, bersama, atau seisi KK",
        "logout",
        About.PERSON,
        "{0} tercatat pindah",
        (
            who_field("Siapa yang pindah?"),
            *dates("Tanggal pindah"),
            *SUCCESSION,
            FieldSpec(
                "scope",
                "Pindah ke luar",
                entry=Entry.CHOICE,
                options=(
                    ("1", "Nagari"),
                    ("2", "Kecamatan"),
                    ("3", "Kabupaten/kota"),
                    ("4", "Provinsi"),
                ),
            ),
            FieldSpec("destination", "Tujuan", 7, example="Kecamatan, kabupaten/kota"),
            FieldSpec("reason", "Alasan pindah", 5, Entry.OPTION, options=LEAVING_REASONS),
            FieldSpec("address", "Alamat tujuan"),
            FieldSpec(
                "kept_nomor_kk",
                "KK di tempat baru",
                entry=Entry.CHOICE,
                options=(("0", "KK baru atau menumpang"), ("1", "Nomor KK tetap")),
            ),
            *TELLING,
        ),
        compose.departure,
    ),
    FormKind(
        EventKind.MISSING,
        "Hilang",
        "Hilang",
        "Tidak diketahui lagi keberadaannya",
        "user-search",
        About.PERSON,
        "{0} tercatat hilang",
        (
            *dates("Tanggal hilang"),
            FieldSpec("last_seen", "Terakhir terlihat di"),
            FieldSpec("police_report", "Nomor laporan polisi (bila ada)"),
            *SUCCESSION,
            *TELLING,
        ),
        compose.missing,
    ),
    FormKind(
        EventKind.GONE,
        "Pergi tanpa pindah",
        "Pergi",
        "Pergi tanpa surat pindah",
        "send",
        About.PERSON,
        "{0} tercatat pergi",
        (
            *dates("Tanggal pergi"),
            FieldSpec("destination", "Pergi ke (bila diketahui)"),
            FieldSpec(
                "reason", "Sebab (boleh kosong)", entry=Entry.OPTION, options=LEAVING_REASONS
            ),
            *SUCCESSION,
            *TELLING,
        ),
        compose.gone,
    ),
    FormKind(
        EventKind.INVALIDATION,
        "Tandai tidak valid",
        "Data tidak valid",
        "Data yang mestinya tidak pernah ada",
        "file-x",
        About.PERSON,
        "{0} ditandai tidak valid",
        (
            who_field("Data siapa yang tidak valid?"),
            FieldSpec(
                "reason",
                "Mengapa tidak valid?",
                entry=Entry.OPTION,
                options=proposals("Tercatat dua kali", "Bukan warga nagari ini", "Salah ketik"),
            ),
            NEW_RELATIONS,
            *dates("Tanggal diketahui"),
            *TELLING,
        ),
        compose.invalidation,
    ),
)
