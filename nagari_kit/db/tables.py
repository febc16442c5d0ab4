"""The tables as SQLAlchemy Core sees them; the migrations make them."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _blob(name: str, *, key: bool = False, required: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, primary_key=key, nullable=not (key or required))


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _integer(name: str, *, required: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=not required)


office = Table(
    "office",
    metadata,
    _blob("id", key=True),
    *(_text(name) for name in ("code", "name", "kind", "kecamatan", "kabupaten", "unit")),
    *(_text(name) for name in ("paper", "area_word", "postcode", "kop")),
    _blob("logo"),
)
officer = Table(
    "officer",
    metadata,
    _blob("id", key=True),
    *(_text(name) for name in ("name", "gelar_depan", "gelar_belakang", "gelar_adat")),
    *(_text(name) for name in ("position", "standing", "via", "nip")),
    _integer("is_head", required=True),
    _integer("on_behalf", required=True),
    Column("active_from", Date),
    Column("active_to", Date),
)
jorong = Table("jorong", metadata, _blob("id", key=True), _text("name"))
household = Table(
    "household",
    metadata,
    _blob("id", key=True),
    Column("nomor_kk", Text),
    *(_text(name) for name in ("address", "rw", "rt")),
    _blob("jorong_id"),
    Column("registered_on", Date),
    Column("printed_on", Date),
    _integer("welfare"),
)
resident = Table(
    "resident",
    metadata,
    Column("key", Integer, primary_key=True),
    _blob("id", required=True),
    *(_text(name) for name in ("name", "gelar_depan", "gelar_belakang", "gelar_adat")),
    Column("nik", Text),
    _integer("sex"),
    _text("birth_place"),
    Column("birth_date", Date),
    *(_integer(name) for name in ("religion", "education", "current_education", "occupation")),
    *(_integer(name) for name in ("marital_status", "family_relation", "citizenship")),
    _integer("blood_type"),
    _blob("household_id"),
    *(_text(name) for name in ("current_address", "suku", "phone")),
    _integer("life_status", required=True),
    _integer("recording_status"),
    *(_text(name) for name in ("father_nik", "father_name", "mother_nik", "mother_name")),
    *(_text(name) for name in ("papers", "restricted", "latitude", "longitude")),
    _text("folded_name"),
    _text("changed_at"),
    _text("changed_by"),
    *(_text(name) for name in ("ethnic_group", "kaum", "penghulu")),
    _integer("residency", required=True),
    *(_text(name) for name in ("previous_address", "previous_nomor_kk", "email")),
    _integer("language"),
    *(_text(name) for name in ("note", "origin_country", "birth_facts", "invalid_reason")),
    _blob("merged_into"),
    _blob("jorong_id"),
)
suku = Table("suku", metadata, Column("name", Text, primary_key=True))
population_event = Table(
    "population_event",
    metadata,
    Column("key", Integer, primary_key=True),
    _blob("id", required=True),
    _text("kind"),
    Column("event_date", Date, nullable=False),
    Column("report_date", Date, nullable=False),
    *(_text(name) for name in ("reporter", "facts", "note")),
    _integer("reverses"),
    *(_text(name) for name in ("recorded_at", "recorded_by")),
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
    _blob("household_id", key=True),
    Column("before", Text),
    Column("after", Text),
)
population_posting = Table(
    "population_posting",
    metadata,
    *(_integer(name, required=True) for name in ("event_key", "resident_key", "delta")),
    _text("flow"),
    _blob("jorong_id"),
    _blob("household_id"),
    *(_integer(name) for name in ("sex", "citizenship")),
)
population_standing = Table(
    "population_standing",
    metadata,
    Column("resident_key", Integer, primary_key=True),
    _blob("jorong_id"),
    _blob("household_id"),
    *(_integer(name) for name in ("sex", "citizenship")),
)
resident_document = Table(
    "resident_document",
    metadata,
    _blob("id", key=True),
    _blob("resident_id", required=True),
    *(_text(name) for name in ("kind", "title", "media_type")),
    _blob("content", required=True),
    *(_text(name) for name in ("added_at", "added_by")),
    Column("delete_after", Date),
)
record_access = Table(
    "record_access",
    metadata,
    Column("key", Integer, primary_key=True),
    _blob("resident_id", required=True),
    *(_text(name) for name in ("at", "by", "purpose")),
)
doubt_decision = Table(
    "doubt_decision",
    metadata,
    Column("rule", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    *(_text(name) for name in ("reason", "decided_at", "decided_by")),
)
saved_filter = Table(
    "saved_filter", metadata, _blob("id", key=True), *(_text(name) for name in ("name", "content"))
)
import_mapping = Table(
    "import_mapping",
    metadata,
    Column("headings", Text, primary_key=True),
    *(_text(name) for name in ("content", "used_at")),
)
lineage_node = Table(
    "lineage_node",
    metadata,
    _blob("id", key=True),
    *(_text(name) for name in ("name", "gelar")),
    _integer("sex"),
    _blob("mother_id"),
    _blob("resident_id"),
    *(_text(name) for name in ("kaum", "suku")),
    *(_integer(name) for name in ("birth_year", "death_year")),
    *(_text(name) for name in ("spouse", "note")),
    _integer("removed", required=True),
)
numbering_rule = Table(
    "numbering_rule",
    metadata,
    Column("type_id", Text, primary_key=True),
    *(_text(name) for name in ("pattern", "scope", "reset", "classification")),
    _integer("start", required=True),
)
letter = Table(
    "letter",
    metadata,
    _blob("id", key=True),
    *(_text(name) for name in ("number", "number_key", "series")),
    _integer("year", required=True),
    _integer("sequence", required=True),
    *(_text(name) for name in ("type_id", "title", "short_title")),
    Column("issue_date", Date, nullable=False),
    _text("status"),
    _blob("resident_id", required=True),
    *(_text(name) for name in ("resident_name", "folded_name")),
    Column("resident_nik", Text),
    *(_text(name) for name in ("signer_name", "signer_position", "purpose")),
    Column("valid_until", Date),
    *(_text(name) for name in ("issued_by", "issued_at", "sha256")),
    _integer("pages", required=True),
    _blob("event_inc"),
    _integer("event_seq"),
    *(_text(name) for name in ("void_reason", "voided_by")),
    Column("voided_at", Text),
)
letter_document = Table(
    "letter_document",
    metadata,
    _blob("letter_id", key=True),
    _blob("pdf", required=True),
    _blob("snapshot", required=True),
)
letter_print = Table(
    "letter_print",
    metadata,
    Column("key", Integer, primary_key=True),
    _blob("letter_id", required=True),
    *(_text(name) for name in ("printer", "printed_at", "printed_by")),
    _integer("copies", required=True),
)
draft = Table(
    "draft",
    metadata,
    _blob("id", key=True),
    *(_text(name) for name in ("type_id", "title")),
    _blob("resident_id", required=True),
    *(_text(name) for name in ("resident_name", "field_values", "saved_at")),
    _blob("signer_id"),
)
incarnation = Table(
    "incarnation",
    metadata,
    Column("key", Integer, primary_key=True),
    _blob("inc", required=True),
    _blob("device_id", required=True),
    _blob("parent_inc", required=True),
    _blob("parent_head", required=True),
    _text("started_at"),
)
event_log = Table(
    "event_log",
    metadata,
    _blob("inc", key=True),
    Column("seq", Integer, primary_key=True),
    *(_blob(name, required=True) for name in ("event_hash", "prev_hash", "event_id")),
    _text("type"),
    _integer("sv", required=True),
    _blob("body", required=True),
)
container_out = Table(
    "container_out",
    metadata,
    _blob("cid", key=True),
    _blob("inc", required=True),
    _integer("first", required=True),
    _integer("last", required=True),
    _text("state"),
    _text("made_at"),
    _blob("bytes", required=True),
)
receipt = Table(
    "receipt",
    metadata,
    _blob("hub_epoch", key=True),
    Column("receipt_no", Integer, primary_key=True),
    _blob("cid", required=True),
    _text("level"),
    _blob("body", required=True),
    _blob("sig", required=True),
    _text("received_at"),
)
sync_run = Table(
    "sync_run",
    metadata,
    Column("key", Integer, primary_key=True),
    *(_text(name) for name in ("at", "outcome", "detail")),
)
sync_setting = Table(
    "sync_setting",
    metadata,
    Column("name", Text, primary_key=True),
    _blob("content", required=True),
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
}
"""Tables whose content travels to the province, and the events that must tell of a change."""
