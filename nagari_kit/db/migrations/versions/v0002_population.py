"""The population: more facts of a person, the ledger of events, scans, doubts and lineage."""

from alembic import op

revision = "0002"
down_revision = "0001"

_COLUMNS = {
    "resident": (
        "ethnic_group TEXT NOT NULL DEFAULT ''",
        "kaum TEXT NOT NULL DEFAULT ''",
        "penghulu TEXT NOT NULL DEFAULT ''",
        "residency INTEGER NOT NULL DEFAULT 1",
        "previous_address TEXT NOT NULL DEFAULT ''",
        "previous_nomor_kk TEXT NOT NULL DEFAULT ''",
        "email TEXT NOT NULL DEFAULT ''",
        "language INTEGER",
        "note TEXT NOT NULL DEFAULT ''",
        "origin_country TEXT NOT NULL DEFAULT ''",
        "birth_facts TEXT NOT NULL DEFAULT ''",
        "invalid_reason TEXT NOT NULL DEFAULT ''",
        "merged_into BLOB",
        # That of the household: lists of half a million are narrowed by it.
        "jorong_id BLOB",
    ),
    "household": ("registered_on DATE", "printed_on DATE", "welfare INTEGER"),
}
_TABLES = (
    """
    UPDATE resident SET jorong_id =
        (SELECT h.jorong_id FROM household h WHERE h.id = resident.household_id)
    """,
    """
    CREATE TRIGGER household_area AFTER UPDATE OF jorong_id ON household
    WHEN OLD.jorong_id IS NOT NEW.jorong_id
    BEGIN UPDATE resident SET jorong_id = NEW.jorong_id WHERE household_id = NEW.id; END
    """,
    *(f"DROP INDEX resident_{name}" for name in ("living", "name", "household", "sound")),
    # Everything that a list is narrowed by, in the order in which it is shown.
    """
    CREATE INDEX resident_listed ON resident(
        name COLLATE NOCASE, key, life_status, residency, birth_date, sex, family_relation,
        marital_status, religion, education, occupation, recording_status,
        suku COLLATE NOCASE, jorong_id, nik)
    """,
    # What sorts the hits of a search, without reading whole rows.
    """
    CREATE INDEX resident_hit
        ON resident(key, life_status, name COLLATE NOCASE, folded_name)
    """,
    """
    CREATE INDEX resident_household
        ON resident(household_id, life_status, residency, family_relation, sex)
    """,
    "DROP INDEX resident_nik",
    # A record that was marked invalid keeps its NIK, beside the one that is right.
    """
    CREATE UNIQUE INDEX resident_nik
        ON resident(nik, (CASE life_status WHEN 9 THEN key ELSE 0 END)) WHERE nik IS NOT NULL
    """,
    """
    CREATE VIRTUAL TABLE resident_surroundings USING fts5(
        words, content='', contentless_delete=1, detail=none,
        prefix='2 3 4 5 6 7', tokenize='ascii')
    """,
    "CREATE TABLE search_word(key INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)",
    # Empty: the search index is made when the file is opened.
    "CREATE TABLE search_state(folding INTEGER NOT NULL)",
    "CREATE TABLE suku(name TEXT PRIMARY KEY COLLATE NOCASE)",
    """
    CREATE TABLE population_event(
        key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
        kind TEXT NOT NULL, event_date DATE NOT NULL, report_date DATE NOT NULL,
        reporter TEXT NOT NULL DEFAULT '', facts TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '', reverses INTEGER UNIQUE REFERENCES population_event(key),
        recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL)
    """,
    "CREATE INDEX population_event_day ON population_event(event_date)",
    "CREATE INDEX population_report_day ON population_event(report_date)",
    """
    CREATE TABLE population_event_person(
        event_key INTEGER NOT NULL REFERENCES population_event(key),
        resident_key INTEGER NOT NULL REFERENCES resident(key),
        before TEXT, after TEXT,
        PRIMARY KEY(event_key, resident_key)) WITHOUT ROWID
    """,
    "CREATE INDEX population_event_of_person ON population_event_person(resident_key, event_key)",
    """
    CREATE TABLE population_event_household(
        event_key INTEGER NOT NULL REFERENCES population_event(key),
        household_id BLOB NOT NULL REFERENCES household(id),
        before TEXT, after TEXT,
        PRIMARY KEY(event_key, household_id)) WITHOUT ROWID
    """,
    """
    CREATE INDEX population_event_of_household
        ON population_event_household(household_id, event_key)
    """,
    """
    CREATE TABLE population_posting(
        event_key INTEGER NOT NULL REFERENCES population_event(key),
        resident_key INTEGER NOT NULL REFERENCES resident(key),
        delta INTEGER NOT NULL CHECK(delta IN (-1, 1)), flow TEXT NOT NULL,
        jorong_id BLOB, household_id BLOB, sex INTEGER, citizenship INTEGER)
    """,
    "CREATE INDEX population_posting_event ON population_posting(event_key)",
    "CREATE INDEX population_posting_resident ON population_posting(resident_key)",
    # Without the filling of the books, which is nearly all of it and no step of a household.
    """
    CREATE INDEX population_posting_household ON population_posting(household_id)
        WHERE flow <> 'opening'
    """,
    """
    CREATE TABLE population_standing(
        resident_key INTEGER PRIMARY KEY REFERENCES resident(key),
        jorong_id BLOB, household_id BLOB, sex INTEGER, citizenship INTEGER)
    """,
    "CREATE INDEX population_standing_place ON population_standing(jorong_id, household_id)",
    """
    CREATE TABLE resident_document(
        id BLOB PRIMARY KEY CHECK(length(id) = 16),
        resident_id BLOB NOT NULL REFERENCES resident(id), kind TEXT NOT NULL,
        title TEXT NOT NULL, media_type TEXT NOT NULL, content BLOB NOT NULL,
        added_at TEXT NOT NULL, added_by TEXT NOT NULL, delete_after DATE)
    """,
    "CREATE INDEX resident_document_of ON resident_document(resident_id)",
    """
    CREATE TABLE record_access(
        key INTEGER PRIMARY KEY, resident_id BLOB NOT NULL REFERENCES resident(id),
        at TEXT NOT NULL, by TEXT NOT NULL, purpose TEXT NOT NULL)
    """,
    "CREATE INDEX record_access_of ON record_access(resident_id, key)",
    """
    CREATE TABLE doubt_decision(
        rule TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
        decided_at TEXT NOT NULL, decided_by TEXT NOT NULL, PRIMARY KEY(rule, subject))
    """,
    """
    CREATE TABLE saved_filter(
        id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        content TEXT NOT NULL)
    """,
    """
    CREATE TABLE import_mapping(
        headings TEXT PRIMARY KEY, content TEXT NOT NULL, used_at TEXT NOT NULL)
    """,
    """
    CREATE TABLE lineage_node(
        id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL,
        gelar TEXT NOT NULL DEFAULT '', sex INTEGER, mother_id BLOB REFERENCES lineage_node(id),
        resident_id BLOB REFERENCES resident(id), kaum TEXT NOT NULL DEFAULT '',
        suku TEXT NOT NULL DEFAULT '', birth_year INTEGER, death_year INTEGER,
        spouse TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
        removed INTEGER NOT NULL DEFAULT 0)
    """,
    "CREATE INDEX lineage_node_mother ON lineage_node(mother_id)",
    "CREATE INDEX lineage_node_kaum ON lineage_node(kaum)",
)
_PERMANENT = {
    "population_event": ("UPDATE", "DELETE"),
    "population_event_person": ("UPDATE", "DELETE"),
    "population_event_household": ("UPDATE", "DELETE"),
    "population_posting": ("UPDATE", "DELETE"),
    "record_access": ("UPDATE", "DELETE"),
    "resident": ("DELETE",),
    "household": ("DELETE",),
}
_OPENING = """
    INSERT INTO population_event(
        key, id, kind, event_date, report_date, recorded_at, recorded_by)
    SELECT 1, randomblob(16), 'opening', date('now', 'localtime'), date('now', 'localtime'),
        strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now'), 'Nagari Kit'
    WHERE EXISTS (SELECT 1 FROM resident WHERE life_status = 1)
"""
_STANDING = """
    INSERT INTO population_standing(resident_key, jorong_id, household_id, sex, citizenship)
    SELECT r.key, h.jorong_id, r.household_id, r.sex, r.citizenship
    FROM resident r LEFT JOIN household h ON h.id = r.household_id WHERE r.life_status = 1
"""
_POSTINGS = """
    INSERT INTO population_posting(
        event_key, resident_key, delta, flow, jorong_id, household_id, sex, citizenship)
    SELECT 1, resident_key, 1, 'opening', jorong_id, household_id, sex, citizenship
    FROM population_standing
"""


def upgrade() -> None:
    for table, columns in _COLUMNS.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for statement in (*_TABLES, _OPENING, _STANDING, _POSTINGS):
        op.execute(statement)
    for table, actions in _PERMANENT.items():
        for action in actions:
            op.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            )
