"""Lays residents out as a KK does: the household above, its members in a numbered table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nagari_kit.domain.identity import HouseholdId
from nagari_kit.services.resident_export.cells import Sheet, hidden

if TYPE_CHECKING:
    from nagari_kit.db.queries.resident_lists import ListedPerson
    from nagari_kit.services.resident_export.workbook import SheetWriter

NO_KK = "belum tercatat"


class HouseholdBlocks:
    """Takes people household by household; who belongs to none stands in the last block.

    `area_title` is what the office calls a sub-area.
    """

    def __init__(self, writer: SheetWriter, sheet: Sheet, area_title: str, *, full: bool) -> None:
        self._writer = writer
        self._sheet = sheet
        self._area_title = area_title
        self._full = full
        self._open: tuple[HouseholdId | None] | None = None
        self._number = 0
        self.people = 0
        self.households = 0

    def add(self, person: ListedPerson) -> None:
        """One more person; another household than the last one's begins a block."""
        home = person.resident.household_id
        if self._open != (home,):
            self._begin(person)
            self._open = (home,)
        self._number += 1
        self.people += 1
        self._writer.row([self._number, *self._sheet.cells(person)])

    def _begin(self, person: ListedPerson) -> None:
        if self._open is not None:
            self._writer.row([])
        self._number = 0
        home = person.household
        if home is None:
            self._writer.title(["Belum punya KK"])
        else:
            self.households += 1
            number = home.nomor_kk or NO_KK
            shown = number if self._full or not home.nomor_kk else hidden(number)
            self._writer.title(["No. KK", shown, self._area_title, person.jorong])
            self._writer.title(["Alamat", home.address, "RT/RW", f"{home.rt}/{home.rw}".strip("/")])
        self._writer.title(["No", *self._sheet.headings])
