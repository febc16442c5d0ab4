"""Finds the jorong that a command names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nagari_kit.domain.identity import JorongId
from nagari_kit.errors import NotFoundError

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace


def named_jorong(office: Workspace, name: str, kept: str, code: str) -> JorongId:
    """The jorong of that name, however it is capitalised.

    `kept` says what was not done when there is none; raises NotFoundError with `code`.
    """
    wanted = " ".join(name.casefold().split())
    known = office.office.jorong()
    for one in known:
        if one.name.casefold() == wanted:
            return one.id
    raise NotFoundError(
        f"Jorong “{name}” tidak ada. {kept}",
        hint=f"Yang ada: {', '.join(one.name for one in known) or 'belum satu pun'}.",
        code=code,
    )
