"""Residents, letters and their numbers, the event log and the exchange with the province."""

from alembic import op

revision = "0001"
down_revision = None

_TABLES = (
    """
    CREATE TABLE office(
        id BLOB PRIMARY KEY CHECK(length(id) = 16),
        code TEXT NOT NULL DEFAULT '', name TEXT NOT NULL, kind TEXT NOT NULL,
        kecamatan TEXT NOT NULL, kabupaten TEXT NOT NULL, unit TEXT NOT NULL,
        paper TEXT NOT NULL, area_word TEXT NOT NULL, postcode TEXT NOT NULL DEFAULT '',
        kop TEXT NOT NULL, logo BLOB)
    """,
    """
    CREATE TABLE officer(
        id BLOB PRIMARY KEY CHECK(length(id) = 16),
        name TEXT NOT NULL, gelar_depan TEXT NOT NULL DEFAULT '',
        gelar_belakang TEXT NOT NULL DEFAULT '', gelar_adat TEXT NOT NULL DEFAULT '',
        position TEXT NOT NULL, standing TEXT NOT NULL, via TEXT NOT NULL DEFAULT '',
        nip TEXT NOT NULL DEFAULT '', is_head INTEGER NOT NULL, on_behalf INTEGER NOT NULL,
        active_from DATE, active_to DATE)
    """,
    "CREATE TABLE jorong(id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL)",
    """
    CREATE TABLE household(
        id BLOB PRIMARY KEY CHECK(length(id) = 16), nomor_kk TEXT UNIQUE,
        address TEXT NOT NULL DEFAULT '',
        rw TEXT NOT NULL DEFAULT '', rt TEXT NOT NULL DEFAULT '',
        jorong_id BLOB REFERENCES jorong(id))
    """,
    """
    CREATE TABLE resident(
        key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
        name TEXT NOT NULL, gelar_depan TEXT NOT NULL DEFAULT '',
        gelar_belakang TEXT NOT NULL DEFAULT '', gelar_adat TEXT NOT NULL DEFAULT '',
        nik TEXT, sex INTEGER, birth_place TEXT NOT NULL DEFAULT '', birth_date DATE,
        religion INTEGER, education INTEGER, current_education INTEGER, occupation INTEGER,
        marital_status INTEGER, family_relation INTEGER, citizenship INTEGER, blood_type INTEGER,
        household_id BLOB REFERENCES household(id),
        current_address TEXT NOT NULL DEFAULT '', suku TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '', life_status INTEGER NOT NULL, recording_status INTEGER,
        father_nik TEXT NOT NULL DEFAULT '', father_name TEXT NOT NULL DEFAULT '',
        mother_nik TEXT NOT NULL DEFAULT '', mother_name TEXT NOT NULL DEFAULT '',
        papers TEXT NOT NULL DEFAULT '', restricted TEXT NOT NULL DEFAULT '',
        latitude TEXT NOT NULL DEFAULT '', longitude TEXT NOT NULL DEFAULT '',
        folded_name TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL)
    """,
    "CREATE UNIQUE INDEX resident_nik ON resident(nik) WHERE nik IS NOT NULL",
    "CREATE INDEX resident_household ON resident(household_id)",
    "CREATE INDEX resident_name ON resident(name COLLATE NOCASE)",
    """
    CREATE INDEX resident_living ON resident(
        name COLLATE NOCASE, key, birth_date, sex, family_relation, household_id)
        WHERE life_status = 1
    """,
    "CREATE INDEX resident_sound ON resident(folded_name)",
    """
    CREATE VIRTUAL TABLE resident_search USING fts5(
        words, content='', contentless_delete=1, detail=none,
        prefix='1 2 3 4 5 6', tokenize='ascii')
    """,
    """
    CREATE TABLE numbering_rule(
        type_id TEXT PRIMARY KEY, pattern TEXT NOT NULL, scope TEXT NOT NULL, reset TEXT NOT NULL,
        classification TEXT NOT NULL DEFAULT '', start INTEGER NOT NULL)
    """,
    """
    CREATE TABLE letter(
        id BLOB PRIMARY KEY CHECK(length(id) = 16), number TEXT NOT NULL,
        number_key TEXT NOT NULL UNIQUE, series TEXT NOT NULL, year INTEGER NOT NULL,
        sequence INTEGER NOT NULL CHECK(sequence >= 1), type_id TEXT NOT NULL, title TEXT NOT NULL,
        short_title TEXT NOT NULL, issue_date DATE NOT NULL, status TEXT NOT NULL,
        resident_id BLOB NOT NULL REFERENCES resident(id), resident_name TEXT NOT NULL,
        folded_name TEXT NOT NULL, resident_nik TEXT, signer_name TEXT NOT NULL,
        signer_position TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT '', valid_until DATE,
        issued_by TEXT NOT NULL, issued_at TEXT NOT NULL, sha256 TEXT NOT NULL,
        pages INTEGER NOT NULL, event_inc BLOB, event_seq INTEGER,
        void_reason TEXT NOT NULL DEFAULT '',
        voided_by TEXT NOT NULL DEFAULT '', voided_at TEXT,
        UNIQUE(series, year, sequence))
    """,
    "CREATE INDEX letter_resident ON letter(resident_id)",
    "CREATE INDEX letter_day ON letter(issue_date, issued_at)",
    """
    CREATE TABLE letter_document(
        letter_id BLOB PRIMARY KEY REFERENCES letter(id),
        pdf BLOB NOT NULL, snapshot BLOB NOT NULL)
    """,
    """
    CREATE TABLE letter_print(
        key INTEGER PRIMARY KEY, letter_id BLOB NOT NULL REFERENCES letter(id),
        printer TEXT NOT NULL, copies INTEGER NOT NULL CHECK(copies >= 1),
        printed_at TEXT NOT NULL, printed_by TEXT NOT NULL)
    """,
    "CREATE INDEX letter_print_letter ON letter_print(letter_id)",
    """
    CREATE TABLE draft(
        id BLOB PRIMARY KEY CHECK(length(id) = 16), type_id TEXT NOT NULL, title TEXT NOT NULL,
        resident_id BLOB NOT NULL REFERENCES resident(id), resident_name TEXT NOT NULL,
        field_values TEXT NOT NULL, saved_at TEXT NOT NULL, signer_id BLOB)
    """,
    """
    CREATE TABLE incarnation(
        key INTEGER PRIMARY KEY, inc BLOB NOT NULL UNIQUE CHECK(length(inc) = 16),
        device_id BLOB NOT NULL CHECK(length(device_id) = 16),
        parent_inc BLOB NOT NULL CHECK(length(parent_inc) = 16),
        parent_head BLOB NOT NULL CHECK(length(parent_head) = 32), started_at TEXT NOT NULL)
    """,
    """
    CREATE TABLE event_log(
        inc BLOB NOT NULL REFERENCES incarnation(inc), seq INTEGER NOT NULL CHECK(seq >= 1),
        event_hash BLOB NOT NULL UNIQUE CHECK(length(event_hash) = 32),
        prev_hash BLOB NOT NULL CHECK(length(prev_hash) = 32),
        event_id BLOB NOT NULL, type TEXT NOT NULL, sv INTEGER NOT NULL,
        body BLOB NOT NULL CHECK(typeof(body) = 'blob'),
        PRIMARY KEY(inc, seq))
    """,
    """
    CREATE TABLE container_out(
        cid BLOB PRIMARY KEY, inc BLOB NOT NULL REFERENCES incarnation(inc),
        first INTEGER NOT NULL CHECK(first >= 1), last INTEGER NOT NULL CHECK(last >= first),
        state TEXT NOT NULL, made_at TEXT NOT NULL, bytes BLOB NOT NULL)
    """,
    "CREATE UNIQUE INDEX container_range ON container_out(inc, first)",
    """
    CREATE TABLE receipt(
        hub_epoch BLOB NOT NULL, receipt_no INTEGER NOT NULL, cid BLOB NOT NULL,
        level TEXT NOT NULL, body BLOB NOT NULL, sig BLOB NOT NULL, received_at TEXT NOT NULL,
        PRIMARY KEY(hub_epoch, receipt_no))
    """,
    "CREATE INDEX receipt_container ON receipt(cid)",
    """
    CREATE TABLE sync_run(
        key INTEGER PRIMARY KEY, at TEXT NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL)
    """,
    "CREATE TABLE sync_setting(name TEXT PRIMARY KEY, content BLOB NOT NULL)",
)
_PERMANENT = {
    "incarnation": ("UPDATE", "DELETE"),
    "event_log": ("UPDATE", "DELETE"),
    "letter": ("DELETE",),
    "letter_document": ("UPDATE", "DELETE"),
    "letter_print": ("UPDATE", "DELETE"),
    "receipt": ("UPDATE", "DELETE"),
}
_CONTAINER_IS_FROZEN = """
    CREATE TRIGGER container_is_frozen BEFORE UPDATE OF
        cid, inc, first, last, made_at, bytes ON container_out
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
"""
_VOID_STAYS = """
    CREATE TRIGGER letter_void_stays BEFORE UPDATE OF status ON letter
    WHEN OLD.status = 'voided' AND NEW.status <> 'voided'
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
"""
_NUMBER_STAYS = """
    CREATE TRIGGER letter_number_stays BEFORE UPDATE OF
        id, number, number_key, series, year, sequence, type_id, issue_date, resident_id, sha256,
        issued_by, issued_at ON letter
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
"""


def upgrade() -> None:
    for statement in _TABLES:
        op.execute(statement)
    for table, actions in _PERMANENT.items():
        for action in actions:
            op.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            )
    op.execute(_NUMBER_STAYS)
    op.execute(_VOID_STAYS)
    op.execute(_CONTAINER_IS_FROZEN)
