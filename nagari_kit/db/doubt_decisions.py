"""Keeps what officers decided about doubts, and that one was mended."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert

from nagari_kit.db.queries.doubts import DoubtQueries
from nagari_kit.db.tables import doubt_decision
from nagari_kit.domain.doubts import DoubtDecision, DoubtRule

MENDED = ""
"""The reason of a doubt whose facts were put right: it hides nothing, it only counts as done."""


class DoubtRepository(DoubtQueries):
    """Decisions within a unit of work."""

    def decide(self, decision: DoubtDecision) -> None:
        """It is right as it stands, as long as the facts are these."""
        self._keep(
            decision.rule,
            decision.subject,
            decision.reason,
            decision.decided_at,
            decision.decided_by,
        )

    def mended(self, rule: DoubtRule, subject: str, at: datetime, by: str) -> None:
        """The facts that raised it were put right."""
        self._keep(rule, subject, MENDED, at, by)

    def withdraw(self, rule: DoubtRule, subject: str) -> None:
        """Ask again."""
        self._connection.execute(
            delete(doubt_decision).where(
                doubt_decision.c.rule == rule.value, doubt_decision.c.subject == subject
            )
        )

    def _keep(self, rule: DoubtRule, subject: str, reason: str, at: datetime, by: str) -> None:
        told = {"reason": reason, "decided_at": at.isoformat(), "decided_by": by}
        statement = insert(doubt_decision).values(rule=rule.value, subject=subject, **told)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["rule", "subject"], set_=told)
        )
