"""What happens to people and households: shown first, then recorded, and undone if it was wrong."""

from nagari_kit.services.population.service import PopulationService, RecordedEvent

__all__ = ["PopulationService", "RecordedEvent"]
