"""Typed identities of everything that has a life of its own; values are UUIDv7, ids only."""

from __future__ import annotations

from typing import NewType
from uuid import UUID

ResidentId = NewType("ResidentId", UUID)
HouseholdId = NewType("HouseholdId", UUID)
JorongId = NewType("JorongId", UUID)
OfficerId = NewType("OfficerId", UUID)
LetterId = NewType("LetterId", UUID)
DraftId = NewType("DraftId", UUID)
PopulationEventId = NewType("PopulationEventId", UUID)
ResidentDocumentId = NewType("ResidentDocumentId", UUID)
LineageNodeId = NewType("LineageNodeId", UUID)
SavedFilterId = NewType("SavedFilterId", UUID)
OutsiderId = NewType("OutsiderId", UUID)
LetterSetId = NewType("LetterSetId", UUID)
IncomingLetterId = NewType("IncomingLetterId", UUID)
