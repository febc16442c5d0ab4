"""Says which blocks of a definition differ from what it is based on."""

from __future__ import annotations

import json
from difflib import SequenceMatcher

from nagari_kit.domain.letter_editing import Content


def changed_blocks(content: Content, base: Content | None) -> tuple[frozenset[int], int]:
    """Places of the blocks that are new or different, and how many of the base are gone."""
    if base is None:
        return frozenset(), 0
    ours, theirs = _keys(content), _keys(base)
    changed: set[int] = set()
    lost = 0
    for tag, first, last, start, end in SequenceMatcher(
        None, theirs, ours, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            changed.update(range(start, end))
            lost += max(0, (last - first) - (end - start))
    return frozenset(changed), lost


def _keys(content: Content) -> list[str]:
    return [json.dumps(one, sort_keys=True, ensure_ascii=False) for one in content.get("blok", ())]
