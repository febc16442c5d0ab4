"""Invented residents of the demonstration nagari: seeded, plausible, nobody real."""

from nagari_kit.services.synthetic_population.households import (
    SyntheticPopulation,
    generate_population,
    invent_families,
)
from nagari_kit.services.synthetic_population.spreadsheet import (
    PlantedFault,
    write_opensid_xlsx,
)

__all__ = [
    "PlantedFault",
    "SyntheticPopulation",
    "generate_population",
    "invent_families",
    "write_opensid_xlsx",
]
