"""The letters whole: people in roles, steps after issue, requirements, reservations, own forms."""

from alembic import op

revision = "0003"
down_revision = "0002"

_LETTER_COLUMNS = (
    "id, number, number_key, series, year, sequence, type_id, title, short_title, issue_date, "
    "status, resident_id, resident_name, folded_name, resident_nik, signer_name, "
    "signer_position, purpose, valid_until, issued_by, issued_at, sha256, pages, event_inc, "
    "event_seq, void_reason, voided_by, voided_at"
)
# SQLite cannot loosen a column in place, and children must find their parent when this commits.
_LETTER = (
    "PRAGMA defer_foreign_keys = ON",
    f"CREATE TABLE letter_of_before AS SELECT {_LETTER_COLUMNS} FROM letter",  # noqa: S608
    "DROP TABLE letter",
    """
    CREATE TABLE letter(
        id BLOB PRIMARY KEY CHECK(length(id) = 16), number TEXT NOT NULL,
        number_key TEXT UNIQUE, series TEXT NOT NULL, year INTEGER NOT NULL,
        sequence INTEGER CHECK(sequence >= 1), type_id TEXT NOT NULL, title TEXT NOT NULL,
        short_title TEXT NOT NULL, issue_date DATE NOT NULL, status TEXT NOT NULL,
        resident_id BLOB REFERENCES resident(id), resident_name TEXT NOT NULL,
        folded_name TEXT NOT NULL, resident_nik TEXT, signer_name TEXT NOT NULL,
        signer_position TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT '', valid_until DATE,
        issued_by TEXT NOT NULL, issued_at TEXT NOT NULL, sha256 TEXT NOT NULL,
        pages INTEGER NOT NULL, event_inc BLOB, event_seq INTEGER,
        void_reason TEXT NOT NULL DEFAULT '',
        voided_by TEXT NOT NULL DEFAULT '', voided_at TEXT,
        classification TEXT NOT NULL DEFAULT '', number_mode TEXT NOT NULL DEFAULT 'counter',
        number_reason TEXT NOT NULL DEFAULT '', progress TEXT NOT NULL DEFAULT 'issued',
        addressed_to TEXT NOT NULL DEFAULT '', replaces BLOB REFERENCES letter(id),
        set_id BLOB,
        UNIQUE(series, year, sequence),
        CHECK((number = '') = (number_key IS NULL)))
    """,
    f"INSERT INTO letter({_LETTER_COLUMNS}) SELECT {_LETTER_COLUMNS} FROM letter_of_before",  # noqa: S608
    "DROP TABLE letter_of_before",
    "CREATE INDEX letter_resident ON letter(resident_id)",
    "CREATE INDEX letter_day ON letter(issue_date, issued_at)",
    # The highest number that letters of one type got in a year, asked with every letter.
    "CREATE INDEX letter_type ON letter(type_id, issue_date, sequence)",
    "CREATE UNIQUE INDEX letter_replaces ON letter(replaces) WHERE replaces IS NOT NULL",
    "CREATE INDEX letter_set ON letter(set_id) WHERE set_id IS NOT NULL",
)
_DRAFT = (
    "CREATE TABLE draft_of_before AS SELECT * FROM draft",
    "DROP TABLE draft",
    """
    CREATE TABLE draft(
        id BLOB PRIMARY KEY CHECK(length(id) = 16), type_id TEXT NOT NULL, title TEXT NOT NULL,
        resident_id BLOB REFERENCES resident(id), resident_name TEXT NOT NULL,
        field_values TEXT NOT NULL, saved_at TEXT NOT NULL, signer_id BLOB,
        people TEXT NOT NULL DEFAULT '', requirements TEXT NOT NULL DEFAULT '',
        number_choice TEXT NOT NULL DEFAULT '', issue_date DATE, replaces BLOB,
        stage TEXT NOT NULL DEFAULT 'draft', stage_at TEXT NOT NULL DEFAULT '',
        stage_by TEXT NOT NULL DEFAULT '', stage_note TEXT NOT NULL DEFAULT '')
    """,
    """
    INSERT INTO draft(id, type_id, title, resident_id, resident_name, field_values, saved_at,
        signer_id)
    SELECT id, type_id, title, resident_id, resident_name, field_values, saved_at, signer_id
    FROM draft_of_before
    """,
    "DROP TABLE draft_of_before",
)
_COLUMNS = {
    "officer": ("sk_number TEXT NOT NULL DEFAULT ''", "sk_date DATE"),
    # Look of the letters and names of the camat, the KAN and other neighbours, as JSON.
    "office": (
        "letter_look TEXT NOT NULL DEFAULT ''",
        "neighbours TEXT NOT NULL DEFAULT ''",
        "second_logo BLOB",
    ),
    "numbering_rule": (
        "group_name TEXT NOT NULL DEFAULT ''",
        "mode TEXT NOT NULL DEFAULT 'counter'",
        "unit TEXT NOT NULL DEFAULT ''",
        # The year in which `start` counts; 0 for every year.
        "start_year INTEGER NOT NULL DEFAULT 0",
    ),
    "letter_print": ("kind TEXT NOT NULL DEFAULT 'letter'",),
}
_TABLES = (
    # People of other places, as they were typed, to be offered again.
    """
    CREATE TABLE outsider(
        id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL,
        folded_name TEXT NOT NULL, nik TEXT, facts TEXT NOT NULL,
        changed_at TEXT NOT NULL, changed_by TEXT NOT NULL)
    """,
    "CREATE INDEX outsider_name ON outsider(folded_name)",
    "CREATE INDEX outsider_nik ON outsider(nik) WHERE nik IS NOT NULL",
    """
    CREATE TABLE letter_person(
        letter_id BLOB NOT NULL REFERENCES letter(id), role TEXT NOT NULL,
        position INTEGER NOT NULL, resident_id BLOB REFERENCES resident(id),
        name TEXT NOT NULL, folded_name TEXT NOT NULL, nik TEXT,
        facts TEXT NOT NULL DEFAULT '',
        PRIMARY KEY(letter_id, role, position)) WITHOUT ROWID
    """,
    "CREATE INDEX letter_person_of ON letter_person(resident_id) WHERE resident_id IS NOT NULL",
    """
    CREATE TABLE letter_step(
        key INTEGER PRIMARY KEY, letter_id BLOB NOT NULL REFERENCES letter(id),
        step TEXT NOT NULL, on_day DATE NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
        person TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '')
    """,
    "CREATE INDEX letter_step_of ON letter_step(letter_id)",
    "CREATE INDEX letter_step_day ON letter_step(step, on_day)",
    """
    CREATE TABLE letter_requirement(
        letter_id BLOB NOT NULL REFERENCES letter(id), position INTEGER NOT NULL,
        requirement_id TEXT NOT NULL, label TEXT NOT NULL, state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '', document_id BLOB,
        PRIMARY KEY(letter_id, position)) WITHOUT ROWID
    """,
    """
    CREATE TABLE number_reservation(
        id BLOB PRIMARY KEY CHECK(length(id) = 16), series TEXT NOT NULL, year INTEGER NOT NULL,
        sequence INTEGER NOT NULL CHECK(sequence >= 1), number TEXT NOT NULL,
        number_key TEXT NOT NULL UNIQUE, type_id TEXT NOT NULL, reason TEXT NOT NULL,
        reserved_at TEXT NOT NULL, reserved_by TEXT NOT NULL, state TEXT NOT NULL,
        closed_at TEXT, closed_by TEXT NOT NULL DEFAULT '',
        closed_reason TEXT NOT NULL DEFAULT '', letter_id BLOB REFERENCES letter(id),
        UNIQUE(series, year, sequence))
    """,
    """
    CREATE TABLE number_gap_note(
        key INTEGER PRIMARY KEY, series TEXT NOT NULL, year INTEGER NOT NULL,
        first INTEGER NOT NULL, last INTEGER NOT NULL CHECK(last >= first),
        kind TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL)
    """,
    """
    CREATE TABLE incoming_letter(
        id BLOB PRIMARY KEY CHECK(length(id) = 16), agenda_year INTEGER NOT NULL,
        agenda_number INTEGER NOT NULL CHECK(agenda_number >= 1), received_on DATE NOT NULL,
        number TEXT NOT NULL DEFAULT '', letter_date DATE, sender TEXT NOT NULL,
        subject TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
        void_reason TEXT NOT NULL DEFAULT '', recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL, UNIQUE(agenda_year, agenda_number))
    """,
    "CREATE INDEX incoming_letter_day ON incoming_letter(received_on)",
    """
    CREATE TABLE letter_definition(
        id TEXT NOT NULL, version INTEGER NOT NULL, source BLOB NOT NULL,
        origin TEXT NOT NULL, based_on TEXT NOT NULL DEFAULT '', active INTEGER NOT NULL,
        made_at TEXT NOT NULL, made_by TEXT NOT NULL,
        PRIMARY KEY(id, version)) WITHOUT ROWID
    """,
    """
    CREATE TABLE form_pack(
        id TEXT NOT NULL, version INTEGER NOT NULL, content BLOB NOT NULL,
        installed_at TEXT NOT NULL, installed_by TEXT NOT NULL,
        PRIMARY KEY(id, version)) WITHOUT ROWID
    """,
    "CREATE TABLE holiday(day DATE PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL)",
    # Tenths of a millimetre; `scale` in hundredths of a percent.
    """
    CREATE TABLE printer_setting(
        printer TEXT PRIMARY KEY, offset_right INTEGER NOT NULL DEFAULT 0,
        offset_down INTEGER NOT NULL DEFAULT 0, scale INTEGER NOT NULL DEFAULT 10000,
        paper TEXT NOT NULL DEFAULT '')
    """,
)
_PERMANENT = {
    "letter": ("DELETE",),
    "letter_person": ("UPDATE", "DELETE"),
    "letter_step": ("UPDATE", "DELETE"),
    "letter_requirement": ("UPDATE", "DELETE"),
    "number_reservation": ("DELETE",),
    "number_gap_note": ("UPDATE", "DELETE"),
    "incoming_letter": ("DELETE",),
}
_RULES = (
    """
    CREATE TRIGGER letter_stays BEFORE UPDATE OF
        id, type_id, issue_date, resident_id, sha256, issued_by, issued_at, replaces ON letter
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    # A number that the office writes by hand is entered once, later.
    """
    CREATE TRIGGER letter_number_stays BEFORE UPDATE OF
        number, number_key, series, year, sequence ON letter WHEN OLD.number <> ''
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER letter_void_stays BEFORE UPDATE OF status ON letter
    WHEN OLD.status = 'voided' AND NEW.status <> 'voided'
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER number_reservation_stays BEFORE UPDATE OF
        id, series, year, sequence, number, number_key, type_id, reason, reserved_at,
        reserved_by ON number_reservation
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)


def upgrade() -> None:
    for statement in (*_LETTER, *_DRAFT):
        op.execute(statement)
    for table, columns in _COLUMNS.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for statement in (*_TABLES, *_RULES):
        op.execute(statement)
    for table, actions in _PERMANENT.items():
        for action in actions:
            op.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            )
