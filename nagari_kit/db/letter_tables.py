"""The tables around the letters: people in roles, steps, reservations, own forms, holidays."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, Table, Text

from nagari_kit.db.columns import blob, integer, metadata, text

outsider = Table(
    "outsider",
    metadata,
    blob("id", key=True),
    *(text(name) for name in ("name", "folded_name")),
    Column("nik", Text),
    *(text(name) for name in ("facts", "changed_at", "changed_by")),
)
letter_person = Table(
    "letter_person",
    metadata,
    blob("letter_id", key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    blob("resident_id"),
    *(text(name) for name in ("name", "folded_name")),
    Column("nik", Text),
    text("facts"),
)
letter_step = Table(
    "letter_step",
    metadata,
    Column("key", Integer, primary_key=True),
    blob("letter_id", required=True),
    text("step"),
    Column("on_day", Date, nullable=False),
    *(text(name) for name in ("at", "by", "person", "place", "note")),
)
letter_requirement = Table(
    "letter_requirement",
    metadata,
    blob("letter_id", key=True),
    Column("position", Integer, primary_key=True),
    *(text(name) for name in ("requirement_id", "label", "state", "reason")),
    blob("document_id"),
)
number_reservation = Table(
    "number_reservation",
    metadata,
    blob("id", key=True),
    text("series"),
    integer("year", required=True),
    integer("sequence", required=True),
    *(text(name) for name in ("number", "number_key", "type_id", "reason")),
    *(text(name) for name in ("reserved_at", "reserved_by", "state")),
    Column("closed_at", Text),
    *(text(name) for name in ("closed_by", "closed_reason")),
    blob("letter_id"),
)
number_gap_note = Table(
    "number_gap_note",
    metadata,
    Column("key", Integer, primary_key=True),
    text("series"),
    *(integer(name, required=True) for name in ("year", "first", "last")),
    *(text(name) for name in ("kind", "reason", "at", "by")),
)
incoming_letter = Table(
    "incoming_letter",
    metadata,
    blob("id", key=True),
    integer("agenda_year", required=True),
    integer("agenda_number", required=True),
    Column("received_on", Date, nullable=False),
    text("number"),
    Column("letter_date", Date),
    *(text(name) for name in ("sender", "subject", "note", "void_reason")),
    *(text(name) for name in ("recorded_at", "recorded_by")),
)
letter_definition = Table(
    "letter_definition",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    blob("source", required=True),
    *(text(name) for name in ("origin", "based_on")),
    integer("active", required=True),
    *(text(name) for name in ("made_at", "made_by")),
)
form_pack = Table(
    "form_pack",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    blob("content", required=True),
    *(text(name) for name in ("installed_at", "installed_by")),
)
holiday = Table(
    "holiday",
    metadata,
    Column("day", Date, primary_key=True),
    *(text(name) for name in ("name", "kind")),
)
printer_setting = Table(
    "printer_setting",
    metadata,
    Column("printer", Text, primary_key=True),
    *(integer(name, required=True) for name in ("offset_right", "offset_down", "scale")),
    text("paper"),
)
