"""Keeps who the office is: profile and letterhead, officers who sign, sub-areas."""

from __future__ import annotations

from datetime import date

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.neighbours import Neighbours
from nagari_kit.domain.office import OfficeProfile, Officer
from nagari_kit.domain.residents import Jorong
from nagari_kit.domain.signers import is_in_office, rank_signers
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.headship import succession
from nagari_kit.services.office_checks import (
    checked_jorong,
    checked_neighbours,
    checked_officer,
    checked_profile,
)

__all__ = ["OfficeService", "is_in_office", "rank_signers"]


class OfficeService:
    """The office's own data. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def profile(self) -> OfficeProfile:
        """The office as it stands on letters."""
        with self._context.store.read() as reader:
            return reader.office.profile()

    def save_profile(self, profile: OfficeProfile) -> Changes:
        """Replace the profile. Raises InputError.fields (`name`, `unit`, `logo`, ...)."""
        from nagari_kit.domain import events

        checked = checked_profile(profile)
        with self._context.store.write(self._context.actor) as uow:
            uow.office.save_profile(checked)
            uow.record(events.office_configured(checked))
            uow.commit()
        return Changes.of(Kind.OFFICE)

    def officers(self) -> tuple[Officer, ...]:
        """Everybody who signs or signed."""
        with self._context.store.read() as reader:
            return tuple(reader.office.officers())

    def save_officer(self, officer: Officer) -> Changes:
        """Add or replace an officer; a new head ends the term of the one before.

        Raises InputError.fields (`name`, `position`, `nip`, `active_to`, ...).
        """
        from nagari_kit.domain import events

        checked = checked_officer(officer)
        today = self._context.clock.today()
        with self._context.store.write(self._context.actor) as uow:
            coming, former = succession(checked, tuple(uow.office.officers()), today)
            for one in (*former, coming):
                uow.office.save_officer(one)
                uow.record(events.officer_saved(one))
            uow.commit()
        return Changes.of(Kind.OFFICE)

    def signers(self, on: date) -> tuple[Officer, ...]:
        """Officers in office on that day, best first: who leads, then who signs on behalf."""
        return rank_signers(self.officers(), on)

    def proposed_signer(self, on: date) -> Officer | None:
        """Who should sign a letter of that day, None when nobody is in office."""
        return next(iter(self.signers(on)), None)

    def neighbours(self) -> Neighbours:
        """The camat and the adat council, as they stand below letters."""
        with self._context.store.read() as reader:
            return reader.office.neighbours()

    def save_neighbours(self, neighbours: Neighbours) -> Changes:
        """Replace their names. Raises InputError.fields (`camat_nip`)."""
        from nagari_kit.domain import events

        checked = checked_neighbours(neighbours)
        with self._context.store.write(self._context.actor) as uow:
            uow.office.save_neighbours(checked)
            uow.record(events.neighbours_saved(checked))
            uow.commit()
        return Changes.of(Kind.OFFICE)

    def jorong(self) -> tuple[Jorong, ...]:
        """The sub-areas, by name."""
        with self._context.store.read() as reader:
            return tuple(sorted(reader.office.jorong(), key=lambda one: one.name))

    def save_jorong(self, jorong: Jorong) -> Changes:
        """Add or rename a sub-area. Raises InputError.fields (`name`)."""
        from nagari_kit.domain import events

        checked = checked_jorong(jorong)
        with self._context.store.write(self._context.actor) as uow:
            uow.jorong.save(checked)
            uow.record(events.jorong_saved(checked))
            uow.commit()
        return Changes.of(Kind.OFFICE, Kind.RESIDENTS)

    def test_page(self) -> bytes:
        """A PDF of the office's paper with 100 mm rulers, to see whether the printer scales."""
        from nagari_kit.documents.test_page import render_test_page

        return render_test_page(self.profile().paper)
