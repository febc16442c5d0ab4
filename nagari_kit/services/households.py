"""Shows one household whole: members, tree, what is missing, what happened; prints its sheet."""

from __future__ import annotations

from nagari_kit.domain.family_tree import read_family
from nagari_kit.domain.household_checks import check_household
from nagari_kit.domain.household_record import HouseholdRecord
from nagari_kit.domain.identity import HouseholdId
from nagari_kit.errors import NotFoundError
from nagari_kit.services.context import ServiceContext

_EVENTS_SHOWN = 20


class HouseholdService:
    """Kartu keluarga as the officer looks at them. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def record(self, household_id: HouseholdId) -> HouseholdRecord:
        """Everything that the page shows, of one moment. Raises NotFoundError."""
        with self._context.store.read() as reader:
            found = reader.household_records.people(household_id)
            family = read_family(found.members, found.others)
            outside = [
                one.resident.id for one in family.people if one.resident and not one.is_member
            ]
            return HouseholdRecord(
                household=found.household,
                jorong=found.jorong,
                members=found.members,
                family=family,
                died=reader.household_records.deaths(outside),
                checks=check_household(found.household, found.members, self._context.clock.today()),
                events=reader.ledger.household_timeline(household_id, _EVENTS_SHOWN),
            )

    def sheet(self, household_id: HouseholdId) -> bytes:
        """The data sheet as PDF, and the look at whole NIK remembered for every member.

        Raises NotFoundError, LetterError.
        """
        from nagari_kit.documents.household_sheet import SheetFacts, render_household_sheet
        from nagari_kit.services.record_access import note_access

        record = self.record(household_id)
        if not record.members:
            raise NotFoundError(
                "KK ini belum punya anggota. Tidak ada yang dicetak.",
                hint="Tambahkan anggotanya dulu.",
                code="KK-02",
            )
        with self._context.store.read() as reader:
            office = reader.office.profile()
        pdf = render_household_sheet(
            SheetFacts(record, office, self._context.clock.today(), self._context.actor)
        )
        with self._context.store.write(self._context.actor) as uow:
            for one in record.members:
                note_access(uow, self._context, one.id, "Mencetak lembar data keluarga")
            uow.commit()
        return pdf
