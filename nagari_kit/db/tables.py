"""The tables as SQLAlchemy Core sees them; the migrations make them."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, Table, Text

from nagari_kit.db.columns import blob, integer, metadata, text

office = Table(
    "office",
    metadata,
    blob("id", key=True),
    *(text(name) for name in ("code", "name", "kind", "kecamatan", "kabupaten", "unit")),
    *(text(name) for name in ("paper", "area_word", "postcode", "kop")),
    blob("logo"),
    *(text(name) for name in ("letter_look", "neighbours")),
    blob("second_logo"),
)
officer = Table(
    "officer",
    metadata,
    blob("id", key=True),
    *(text(name) for name in ("name", "gelar_depan", "gelar_belakang", "gelar_adat")),
    *(text(name) for name in ("position", "standing", "via", "nip")),
    integer("is_head", required=True),
    integer("on_behalf", required=True),
    Column("active_from", Date),
    Column("active_to", Date),
    text("sk_number"),
    Column("sk_date", Date),
)
jorong = Table("jorong", metadata, blob("id", key=True), text("name"))
household = Table(
    "household",
    metadata,
    blob("id", key=True),
    Column("nomor_kk", Text),
    *(text(name) for name in ("address", "rw", "rt")),
    blob("jorong_id"),
    Column("registered_on", Date),
    Column("printed_on", Date),
    integer("welfare"),
)
resident = Table(
    "resident",
    metadata,
    Column("key", Integer, primary_key=True),
    blob("id", required=True),
    *(text(name) for name in ("name", "gelar_depan", "gelar_belakang", "gelar_adat")),
    Column("nik", Text),
    integer("sex"),
    text("birth_place"),
    Column("birth_date", Date),
    *(integer(name) for name in ("religion", "education", "current_education", "occupation")),
    *(integer(name) for name in ("marital_status", "family_relation", "citizenship")),
    integer("blood_type"),
    blob("household_id"),
    *(text(name) for name in ("current_address", "suku", "phone")),
    integer("life_status", required=True),
    integer("recording_status"),
    *(text(name) for name in ("father_nik", "father_name", "mother_nik", "mother_name")),
    *(text(name) for name in ("papers", "restricted", "latitude", "longitude")),
    text("folded_name"),
    text("changed_at"),
    text("changed_by"),
    *(text(name) for name in ("ethnic_group", "kaum", "penghulu")),
    integer("residency", required=True),
    *(text(name) for name in ("previous_address", "previous_nomor_kk", "email")),
    integer("language"),
    *(text(name) for name in ("note", "origin_country", "birth_facts", "invalid_reason")),
    blob("merged_into"),
    blob("jorong_id"),
)
suku = Table("suku", metadata, Column("name", Text, primary_key=True))
population_event = Table(
    "population_event",
    metadata,
    Column("key", Integer, primary_key=True),
    blob("id", required=True),
    text("kind"),
    Column("event_date", Date, nullable=False),
    Column("report_date", Date, nullable=False),
    *(text(name) for name in ("reporter", "facts", "note")),
    integer("reverses"),
    *(text(name) for name in ("recorded_at", "recorded_by")),
)
population_event_person = Table(
    "population_event_person",
    metadata,
    Column("event_key", Integer, primary_key=True),
    Column("resident_key", Integer, primary_key=True),
    Column("before", Text),
    Column("after", Text),
)
population_event_household = Table(
    "population_event_household",
    metadata,
    Column("event_key", Integer, primary_key=True),
    blob("household_id", key=True),
    Column("before", Text),
    Column("after", Text),
)
population_posting = Table(
    "population_posting",
    metadata,
    *(integer(name, required=True) for name in ("event_key", "resident_key", "delta")),
    text("flow"),
    blob("jorong_id"),
    blob("household_id"),
    *(integer(name) for name in ("sex", "citizenship")),
)
population_standing = Table(
    "population_standing",
    metadata,
    Column("resident_key", Integer, primary_key=True),
    blob("jorong_id"),
    blob("household_id"),
    *(integer(name) for name in ("sex", "citizenship")),
)
resident_document = Table(
    "resident_document",
    metadata,
    blob("id", key=True),
    blob("resident_id", required=True),
    *(text(name) for name in ("kind", "title", "media_type")),
    blob("content", required=True),
    *(text(name) for name in ("added_at", "added_by")),
    Column("delete_after", Date),
)
record_access = Table(
    "record_access",
    metadata,
    Column("key", Integer, primary_key=True),
    blob("resident_id", required=True),
    *(text(name) for name in ("at", "by", "purpose")),
)
doubt_decision = Table(
    "doubt_decision",
    metadata,
    Column("rule", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    *(text(name) for name in ("reason", "decided_at", "decided_by")),
)
saved_filter = Table(
    "saved_filter", metadata, blob("id", key=True), *(text(name) for name in ("name", "content"))
)
import_mapping = Table(
    "import_mapping",
    metadata,
    Column("headings", Text, primary_key=True),
    *(text(name) for name in ("content", "used_at")),
)
lineage_node = Table(
    "lineage_node",
    metadata,
    blob("id", key=True),
    *(text(name) for name in ("name", "gelar")),
    integer("sex"),
    blob("mother_id"),
    blob("resident_id"),
    *(text(name) for name in ("kaum", "suku")),
    *(integer(name) for name in ("birth_year", "death_year")),
    *(text(name) for name in ("spouse", "note")),
    integer("removed", required=True),
)
numbering_rule = Table(
    "numbering_rule",
    metadata,
    Column("type_id", Text, primary_key=True),
    *(text(name) for name in ("pattern", "scope", "reset", "classification")),
    integer("start", required=True),
    *(text(name) for name in ("group_name", "mode", "unit")),
    Column("start_year", Integer, nullable=False, server_default="0"),
)
letter = Table(
    "letter",
    metadata,
    blob("id", key=True),
    text("number"),
    Column("number_key", Text),
    text("series"),
    integer("year", required=True),
    integer("sequence"),
    *(text(name) for name in ("type_id", "title", "short_title")),
    Column("issue_date", Date, nullable=False),
    text("status"),
    blob("resident_id"),
    *(text(name) for name in ("resident_name", "folded_name")),
    Column("resident_nik", Text),
    *(text(name) for name in ("signer_name", "signer_position", "purpose")),
    Column("valid_until", Date),
    *(text(name) for name in ("issued_by", "issued_at", "sha256")),
    integer("pages", required=True),
    blob("event_inc"),
    integer("event_seq"),
    *(text(name) for name in ("void_reason", "voided_by")),
    Column("voided_at", Text),
    *(text(name) for name in ("classification", "number_mode", "number_reason", "progress")),
    text("addressed_to"),
    blob("replaces"),
    blob("set_id"),
)
letter_document = Table(
    "letter_document",
    metadata,
    blob("letter_id", key=True),
    blob("pdf", required=True),
    blob("snapshot", required=True),
)
letter_print = Table(
    "letter_print",
    metadata,
    Column("key", Integer, primary_key=True),
    blob("letter_id", required=True),
    *(text(name) for name in ("printer", "printed_at", "printed_by")),
    integer("copies", required=True),
    text("kind"),
)
draft = Table(
    "draft",
    metadata,
    blob("id", key=True),
    *(text(name) for name in ("type_id", "title")),
    blob("resident_id"),
    *(text(name) for name in ("resident_name", "field_values", "saved_at")),
    blob("signer_id"),
    *(text(name) for name in ("people", "requirements", "number_choice")),
    Column("issue_date", Date),
    blob("replaces"),
    *(text(name) for name in ("stage", "stage_at", "stage_by", "stage_note")),
)
incarnation = Table(
    "incarnation",
    metadata,
    Column("key", Integer, primary_key=True),
    blob("inc", required=True),
    blob("device_id", required=True),
    blob("parent_inc", required=True),
    blob("parent_head", required=True),
    text("started_at"),
)
event_log = Table(
    "event_log",
    metadata,
    blob("inc", key=True),
    Column("seq", Integer, primary_key=True),
    *(blob(name, required=True) for name in ("event_hash", "prev_hash", "event_id")),
    text("type"),
    integer("sv", required=True),
    blob("body", required=True),
)
container_out = Table(
    "container_out",
    metadata,
    blob("cid", key=True),
    blob("inc", required=True),
    integer("first", required=True),
    integer("last", required=True),
    text("state"),
    text("made_at"),
    blob("bytes", required=True),
)
receipt = Table(
    "receipt",
    metadata,
    blob("hub_epoch", key=True),
    Column("receipt_no", Integer, primary_key=True),
    blob("cid", required=True),
    text("level"),
    blob("body", required=True),
    blob("sig", required=True),
    text("received_at"),
)
sync_run = Table(
    "sync_run",
    metadata,
    Column("key", Integer, primary_key=True),
    *(text(name) for name in ("at", "outcome", "detail")),
)
sync_setting = Table(
    "sync_setting",
    metadata,
    Column("name", Text, primary_key=True),
    blob("content", required=True),
)

EVENTS_OF_TABLE = {
    "office": "office.",
    "officer": "officer.",
    "jorong": "jorong.",
    "household": "household.",
    "resident": "resident.",
    "population_event": "population.",
    "lineage_node": "lineage.",
    "numbering_rule": "numbering.",
    "letter": "letter.",
    "incoming_letter": "correspondence.",
    "letter_definition": "definition.",
}
"""Tables whose content travels to the province, and the events that must tell of a change."""
