"""A file of the second release moves on with its letters, prints and drafts as they were."""

from __future__ import annotations

import hashlib
import os
from uuid import UUID

import pytest
from alembic import command
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from nagari_kit.db import migrate as migration
from nagari_kit.db.engine import WRITING, open_engine
from nagari_kit.db.store import Store
from nagari_kit.domain.identity import LetterId, ResidentId
from nagari_kit.domain.letter_steps import Progress
from nagari_kit.domain.letters import DraftStage, LetterFilter, LetterStatus
from nagari_kit.domain.numbering import NumberChoice
from nagari_kit.domain.search_folding import folded

LIFE, PERSON, DRAFT = UUID(int=1 << 64), UUID(int=2 << 64), UUID(int=3 << 64)
LETTERS = tuple(UUID(int=(10 + count) << 64) for count in range(3))
PDF = b"%PDF-1.7 as it was filed"
_LETTER = (
    "INSERT INTO letter(id, number, number_key, series, year, sequence, type_id, title,"
    " short_title, issue_date, status, resident_id, resident_name, folded_name, resident_nik,"
    " signer_name, signer_position, purpose, valid_until, issued_by, issued_at, sha256, pages,"
    " event_inc, event_seq, void_reason, voided_by, voided_at) VALUES (?, ?, ?, 'type:sku', 2026,"
    " ?, 'sku', 'Surat Keterangan Usaha', 'Keterangan Usaha', '2026-10-05', ?, ?, 'Yusmaniar',"
    f" '{folded('Yusmaniar')}', '1306995208820002', 'Defrizal, S.Sos.', 'Wali Nagari', 'kredit',"
    " '2027-01-05', 'Rina', '2026-10-05T02:00:00+00:00', ?, 1, ?, ?, ?, ?, ?)"
)
_KEPT = ("letter", "letter_document", "letter_print", "draft", "event_log", "officer", "office")


def content(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables that a letter is kept in, by the columns of the second release."""
    found = {}
    with engine.connect() as connection:
        for table in _KEPT:
            columns = COLUMNS.get(table) or [
                row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")
            ]
            COLUMNS[table] = columns
            named = ", ".join(columns)
            rows = connection.exec_driver_sql(f"SELECT {named} FROM {table} ORDER BY 1, 2")
            found[table] = [tuple(row) for row in rows]
    return found


COLUMNS: dict[str, list[str]] = {}


@pytest.fixture
def older(tmp_path):
    engine = open_engine(tmp_path / "nagari.db", os.urandom(32))
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        config = migration._config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        run = connection.exec_driver_sql
        run(
            "INSERT INTO resident(key, id, name, nik, sex, life_status, folded_name, changed_at,"
            " changed_by) VALUES (1, ?, 'Yusmaniar', '1306995208820002', 2, 1, 'X', '', '')",
            (PERSON.bytes,),
        )
        run(
            "INSERT INTO incarnation(key, inc, device_id, parent_inc, parent_head, started_at)"
            " VALUES (1, ?, ?, ?, ?, '2026-01-01T00:00:00+00:00')",
            (LIFE.bytes, b"d" * 16, bytes(16), bytes(32)),
        )
        for count, letter in enumerate(LETTERS, start=1):
            number, void = f"500.3/{count:03}/KN/2026", count == 2
            told = {
                "letter_id": letter.hex, "number": number, "series": "type:sku", "year": 2026,
                "sequence": count, "type_id": "sku", "issue_date": "2026-10-05",
                "resident_id": PERSON.hex, "resident_name": "Yusmaniar",
                "signer": "Defrizal, S.Sos., Wali Nagari",
                "pdf_sha256": hashlib.sha256(PDF).hexdigest(),
                "snapshot_sha256": hashlib.sha256(b"{}").hexdigest(),
            }  # fmt: skip
            _log(run, count, "letter.issued", told)
            run(
                _LETTER,
                (
                    letter.bytes, number, number.casefold(), count,
                    "voided" if void else "issued", PERSON.bytes,
                    hashlib.sha256(PDF).hexdigest(), LIFE.bytes, count,
                    "salah nama" if void else "", "Rina" if void else "",
                    "2026-10-06T02:00:00+00:00" if void else None,
                ),
            )  # fmt: skip
            run("INSERT INTO letter_document VALUES (?, ?, ?)", (letter.bytes, PDF, b"{}"))
        void = {"letter_id": LETTERS[1].hex, "number": "x", "reason": "salah nama"}
        _log(run, 4, "letter.voided", void)
        for copies in (1, 2):
            run(
                "INSERT INTO letter_print(letter_id, printer, copies, printed_at, printed_by)"
                " VALUES (?, 'Epson', ?, '2026-10-05T03:00:00+00:00', 'Rina')",
                (LETTERS[0].bytes, copies),
            )
        run(
            "INSERT INTO draft(id, type_id, title, resident_id, resident_name, field_values,"
            " saved_at, signer_id) VALUES (?, 'sktm', 'Surat Keterangan Tidak Mampu', ?,"
            " 'Yusmaniar', '{\"keperluan\": \"beasiswa\"}', '2026-10-07T02:00:00+00:00', NULL)",
            (DRAFT.bytes, PERSON.bytes),
        )
    COLUMNS.clear()
    yield engine
    engine.dispose()


def _log(run, seq: int, kind: str, data: dict[str, object]) -> None:
    from nagari_kit.domain.canonical_json import canonical_bytes

    own = UUID(int=seq)
    body = canonical_bytes({"at": "x", "by": "Rina", "d": data, "id": own.hex, "sv": 1, "t": kind})
    run(
        "INSERT INTO event_log(inc, seq, event_hash, prev_hash, event_id, type, sv, body)"
        " VALUES (?, ?, ?, ?, ?, ?, 1, ?)",
        (LIFE.bytes, seq, hashlib.sha256(body).digest(), bytes(32), own.bytes, kind, body),
    )


@pytest.fixture
def upgraded(older, tmp_path, clock):
    before = content(older)
    migration.migrate(older, tmp_path / "nagari.db", tmp_path / "cadangan", clock)
    return older, before


def test_nothing_that_was_written_is_changed_by_the_upgrade(upgraded):
    engine, before = upgraded

    assert content(engine) == before
    assert [len(before[table]) for table in ("letter", "letter_print", "draft")] == [3, 2, 1]
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE letter SET number = 'x', number_key = 'x'",
        "UPDATE letter SET sequence = 99",
        "UPDATE letter SET resident_id = NULL",
        "UPDATE letter SET status = 'issued'",
        "DELETE FROM letter",
        "DELETE FROM letter_document",
        "UPDATE letter_document SET pdf = x'00'",
        "DELETE FROM letter_print",
        "UPDATE event_log SET body = x'00'",
        "REPLACE INTO letter SELECT * FROM letter",
    ],
)
def test_what_was_permanent_is_permanent_still(upgraded, statement):
    engine, before = upgraded

    with engine.connect() as forced, pytest.raises(DatabaseError, match="append-only"):
        forced.exec_driver_sql(statement)

    assert content(engine) == before


def test_a_letter_of_nobody_in_the_books_is_refused_still(upgraded):
    engine, _before = upgraded
    stranger = UUID(int=99 << 64)
    values = (stranger.bytes, "9", "9", 9, "issued", stranger.bytes, "", None, None, "", "", None)
    with engine.connect() as forced, pytest.raises(DatabaseError, match="FOREIGN KEY"):
        forced.exec_driver_sql(_LETTER, values)


def test_the_program_reads_the_older_letters_as_it_did(upgraded, clock):
    engine, _before = upgraded
    store = Store(engine, clock)

    with store.read() as reader:
        first, void = (reader.letters.get(LetterId(one)) for one in LETTERS[:2])
        assert (first.number, first.sequence, first.print_count) == ("500.3/001/KN/2026", 1, 3)
        assert first.resident_id == ResidentId(PERSON)
        assert (first.progress, first.number_mode) == (Progress.ISSUED, "counter")
        assert (void.status, void.void_reason) == (LetterStatus.VOIDED, "salah nama")
        assert reader.letters.document(first.id) == PDF
        assert reader.letters.at_odds() == ()
        assert reader.letters.page(LetterFilter(text="yusmaniar"), 0, 9).total == 3
        (draft,) = reader.drafts.all()
        assert (draft.values, draft.stage) == ({"keperluan": "beasiswa"}, DraftStage.DRAFT)
        assert (draft.people, draft.requirements, draft.number) == ({}, None, NumberChoice())
