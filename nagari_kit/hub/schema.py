"""The hub's tables. Ingest tables hold no business uniqueness: a clash is a row in `conflict`.

Read at every start; a column that came later is added to the tables of an older hub.
"""

from __future__ import annotations

SCHEMA = """
CREATE TABLE IF NOT EXISTS hub_setting(name text PRIMARY KEY, content bytea NOT NULL);
CREATE SEQUENCE IF NOT EXISTS receipt_number;
CREATE TABLE IF NOT EXISTS office(
  office_id text PRIMARY KEY, downlink_n bigint NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS ticket(
  ticket_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id text NOT NULL REFERENCES office, code_key bytea NOT NULL UNIQUE,
  auto_approve boolean NOT NULL, wrong_tries int NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL, used_by bytea, name text NOT NULL DEFAULT '');
ALTER TABLE ticket ADD COLUMN IF NOT EXISTS name text NOT NULL DEFAULT '';
CREATE TABLE IF NOT EXISTS device(
  device_id bytea PRIMARY KEY, office_id text NOT NULL REFERENCES office,
  sign_key bytea NOT NULL, seal_key bytea NOT NULL, fingerprint text NOT NULL,
  state text NOT NULL CHECK (state IN ('pending','approved','revoked')),
  enrolled_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE IF NOT EXISTS stream(
  stream_id bytea PRIMARY KEY, device_id bytea NOT NULL REFERENCES device,
  office_id text NOT NULL REFERENCES office, parent_stream bytea NOT NULL,
  parent_hash bytea NOT NULL, genesis bytea NOT NULL);
CREATE TABLE IF NOT EXISTS container(
  container_id bytea PRIMARY KEY, stream_id bytea NOT NULL REFERENCES stream,
  device_id bytea NOT NULL REFERENCES device,
  first_seq bigint NOT NULL, last_seq bigint NOT NULL, prev bytea NOT NULL, head bytea NOT NULL,
  bytes bytea NOT NULL, stored_at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL CHECK (state IN ('stored','gap','applied','fork','quarantined')));
CREATE INDEX IF NOT EXISTS container_unopened ON container(stream_id, first_seq)
  WHERE state IN ('stored','gap');
CREATE TABLE IF NOT EXISTS receipt(
  container_id bytea NOT NULL REFERENCES container, level text NOT NULL,
  receipt_no bigint NOT NULL UNIQUE, stream_id bytea NOT NULL,
  body bytea NOT NULL, sig bytea NOT NULL, PRIMARY KEY(container_id, level));
CREATE INDEX IF NOT EXISTS receipt_of_stream ON receipt(stream_id, receipt_no);
CREATE TABLE IF NOT EXISTS event(
  stream_id bytea NOT NULL REFERENCES stream, event_hash bytea NOT NULL,
  prev_hash bytea NOT NULL, seq bigint NOT NULL, event_id bytea, type text NOT NULL,
  sv int NOT NULL, office_id text NOT NULL, payload bytea NOT NULL,
  recv timestamptz NOT NULL DEFAULT now(), PRIMARY KEY(stream_id, event_hash));
CREATE INDEX IF NOT EXISTS event_prev ON event(prev_hash);
CREATE INDEX IF NOT EXISTS event_seq ON event(stream_id, seq);
CREATE INDEX IF NOT EXISTS event_identity ON event(event_id);
CREATE TABLE IF NOT EXISTS letter(
  letter_id uuid PRIMARY KEY, office_id text NOT NULL, series text NOT NULL, year int NOT NULL,
  sequence bigint, number text NOT NULL, type_id text NOT NULL, issue_date date NOT NULL,
  status text NOT NULL, event_hash bytea NOT NULL);
ALTER TABLE letter ALTER COLUMN sequence DROP NOT NULL;
CREATE TABLE IF NOT EXISTS letter_number_later(
  letter_id uuid PRIMARY KEY, office_id text NOT NULL, series text NOT NULL, year int NOT NULL,
  sequence bigint, number text NOT NULL, event_hash bytea NOT NULL);
CREATE INDEX IF NOT EXISTS letter_number ON letter(office_id, series, year, sequence);
CREATE TABLE IF NOT EXISTS letter_void(
  letter_id uuid PRIMARY KEY, office_id text NOT NULL, event_hash bytea NOT NULL);
CREATE TABLE IF NOT EXISTS letter_step(
  event_hash bytea PRIMARY KEY, letter_id uuid NOT NULL, office_id text NOT NULL,
  step text NOT NULL, progress text NOT NULL, day date NOT NULL);
CREATE INDEX IF NOT EXISTS letter_step_of ON letter_step(letter_id);
CREATE TABLE IF NOT EXISTS resident(
  resident_id uuid PRIMARY KEY, office_id text NOT NULL, event_hash bytea NOT NULL);
CREATE TABLE IF NOT EXISTS conflict(
  conflict_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL,
  office_id text NOT NULL, a_hash bytea NOT NULL, b_hash bytea NOT NULL,
  state text NOT NULL DEFAULT 'open', UNIQUE(kind, a_hash, b_hash));
CREATE TABLE IF NOT EXISTS downlink(
  office_id text NOT NULL REFERENCES office, n bigint NOT NULL, kind text NOT NULL,
  detail text NOT NULL, PRIMARY KEY(office_id, n));
CREATE TABLE IF NOT EXISTS quarantine(
  container_id bytea PRIMARY KEY REFERENCES container, code text NOT NULL,
  detail text NOT NULL, released_by text);
"""
