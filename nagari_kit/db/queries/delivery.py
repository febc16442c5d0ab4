"""How far an event came on its way to the province, as a piece of SQL that lists share."""

from __future__ import annotations

BUILT, SENT, STORED, APPLIED = "built", "sent", "stored", "applied"
"""How far a container came; `built` is frozen on disk and not yet sent."""


def state_of_event(inc: str, seq: str) -> str:
    """SQL expression: the state of the container that holds the event, `built` when none does.

    `inc` and `seq` are column expressions. Ranges of one incarnation do not overlap, so that the
    last one that begins at or before `seq` decides: one step in the index per row.
    """
    return (
        f"coalesce((SELECT CASE WHEN c.last >= {seq} THEN c.state END FROM container_out c"
        f" WHERE c.inc = {inc} AND c.first <= {seq} ORDER BY c.first DESC LIMIT 1), '{BUILT}')"
    )
