"""Health of one office on this PC: each check says in a sentence whether all is well."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.infra.clock import Clock
from nagari_kit.infra.paths import OfficePaths


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """One checked thing; `detail` is an Indonesian sentence without personal data."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class HealthReport:
    """All checks; `ok` when every one is."""

    checks: tuple[HealthCheck, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing needs attention."""
        return all(check.ok for check in self.checks)


def examine(paths: OfficePaths, passphrase: str | None, *, clock: Clock) -> HealthReport:
    """Check program, disk, data folder and, with the passphrase, the database and its log."""
    raise NotImplementedError
