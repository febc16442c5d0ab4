"""How hard a passphrase is to guess, judged roughly and said plainly."""

from __future__ import annotations

from dataclasses import dataclass

_OFTEN_GUESSED = ("password", "sandi", "rahasia", "nagari", "qwerty", "12345", "admin", "bismillah")
_STEPS = ("Terlalu pendek", "Mudah ditebak", "Cukup", "Kuat")
_KINDS = ("neutral", "warn", "info", "ok")


@dataclass(frozen=True, slots=True)
class Strength:
    """`level` 0 (too short) to 3 (strong); a chip's kind and words."""

    level: int
    words: str
    kind: str


def judge(passphrase: str) -> Strength:
    """Length counts most; one word that everybody tries counts as short."""
    level = _level(passphrase.strip())
    return Strength(level, _STEPS[level], _KINDS[level])


def _level(passphrase: str) -> int:
    from nagari_kit.services.workspace import SHORTEST_PASSPHRASE

    if len(passphrase) < SHORTEST_PASSPHRASE:
        return 0
    folded = passphrase.casefold()
    common = any(word in folded for word in _OFTEN_GUESSED)
    if common or len(set(folded)) < 6 or folded.isdigit():
        return 1
    words = [word for word in passphrase.split() if len(word) > 2]
    if len(words) >= 4 or len(passphrase) >= 18:
        return 3
    return 2
