"""The demonstration nagari: Koto Contoh, for the window, for pictures and tests, and as a story."""

from nagari_kit.services.demonstration.headless import (
    HeadlessRequest,
    HeadlessSummary,
    run_headless,
)
from nagari_kit.services.demonstration.office import (
    DEMONSTRATION_ACTOR,
    DEMONSTRATION_CODE,
    DEMONSTRATION_PASSPHRASE,
    demonstration_officers,
    demonstration_profile,
)
from nagari_kit.services.demonstration.preparation import DEFAULT_RESIDENTS, prepare_demonstration

__all__ = [
    "DEFAULT_RESIDENTS",
    "DEMONSTRATION_ACTOR",
    "DEMONSTRATION_CODE",
    "DEMONSTRATION_PASSPHRASE",
    "HeadlessRequest",
    "HeadlessSummary",
    "demonstration_officers",
    "demonstration_profile",
    "prepare_demonstration",
    "run_headless",
]
