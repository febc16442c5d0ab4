"""A sub-area's own name, apart from what the office calls its sub-areas."""

from __future__ import annotations

import re

DEFAULT_WORD = "jorong"


def own_name(text: str, area_word: str) -> str:
    """`Koto Tuo` of `JORONG_Koto Tuo` where the word is jorong; `Kampuang Dalam` stays there.

    Blanks and underscores are one; the word alone is a name.
    """
    tidy = " ".join(text.replace("_", " ").split())
    if not area_word.strip():
        return tidy
    return re.sub(rf"^{re.escape(area_word.strip())} +", "", tidy, flags=re.IGNORECASE)
