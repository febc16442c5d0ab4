"""What the first screen asks a person to attend to."""

from __future__ import annotations

from nagari_kit.infra.disk_space import ENOUGH_BYTES
from nagari_kit.services.home import space_attention


def test_a_disk_that_is_nearly_full_is_told_before_a_letter_fails() -> None:
    (told,) = space_attention(ENOUGH_BYTES - 1)

    assert told.kind == "disk"
    assert told.title == "Ruang disk tinggal 499 MB"
    assert not list(space_attention(ENOUGH_BYTES))
