"""The quality desk: what is doubtful in the books, and how it is settled."""

from nagari_kit.services.data_quality.cases import DoubtCase
from nagari_kit.services.data_quality.mending import Mended, MendService
from nagari_kit.services.data_quality.merging import RecordMergeService
from nagari_kit.services.data_quality.service import DataQualityService

__all__ = ["DataQualityService", "DoubtCase", "MendService", "Mended", "RecordMergeService"]
