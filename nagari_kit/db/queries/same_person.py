"""Finds the records that were merged into one, so that what hangs on them is read together.

It goes by the events of the ledger, which are indexed; no list of everybody is read.
"""

from __future__ import annotations

from sqlalchemy import LargeBinary, literal_column

SAME_PERSON = """
    WITH RECURSIVE same(key, id) AS (
        SELECT r.key, r.id FROM resident r WHERE r.id = :wanted
        UNION
        SELECT g.key, g.id FROM same s
        JOIN population_event_person w ON w.resident_key = s.key
        JOIN population_event e ON e.key = w.event_key AND e.kind = 'record_merge'
        JOIN population_event_person o ON o.event_key = e.key
        JOIN resident g ON g.key = o.resident_key AND g.merged_into = s.id)
"""
"""Before a SELECT: `same(key, id)` holds the record `:wanted` and all that were merged into it."""

LIVES_ON_AS = literal_column(
    "(WITH RECURSIVE onward(id, depth) AS (SELECT draft.resident_id, 0 UNION ALL"
    " SELECT r.merged_into, o.depth + 1 FROM onward o JOIN resident r ON r.id = o.id"
    " WHERE r.merged_into IS NOT NULL) SELECT id FROM onward ORDER BY depth DESC LIMIT 1)",
    LargeBinary,
).label("lives_on_as")
"""Beside the columns of `draft`: the record that its resident's was merged into, or that itself."""
