"""Finds the page images that a form needs, by what they are and not by where they came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nagari_kit.db.form_packs import FormPackQueries
    from nagari_kit.db.store import Store
    from nagari_kit.documents.letter import LetterSnapshot


def page_images(packs: FormPackQueries, snapshot: LetterSnapshot) -> Mapping[str, bytes]:
    """By SHA-256 in hex; one that no pack holds is not there. Most letters need none."""
    from nagari_kit.documents.form_pack import images_of
    from nagari_kit.documents.letter import form_images

    lacking = set(form_images(snapshot))
    found: dict[str, bytes] = {}
    for content in packs.contents(snapshot.definition_id) if lacking else ():
        found |= {key: one for key, one in images_of(content).items() if key in lacking}
        if lacking <= found.keys():
            break
    return found


def stored_page_images(store: Store, snapshot: LetterSnapshot) -> Mapping[str, bytes]:
    """The same outside of a unit of work; the database is asked only for a form with images."""
    from nagari_kit.documents.letter import form_images

    if not form_images(snapshot):
        return {}
    with store.read() as reader:
        return page_images(reader.form_packs, snapshot)
