"""The office's own look of the pages as a letter's snapshot keeps it."""

from __future__ import annotations

from nagari_kit.documents.snapshot import Body, CarbonCopies, LookText, NextPage, Span
from nagari_kit.documents.wording import clean
from nagari_kit.domain.letter_look import LetterLook


def look_text(look: LetterLook) -> LookText:
    """What the layout needs to know of it."""
    return LookText(
        margin_top=look.margin_top,
        margin_left=look.margin_left,
        margin_right=look.margin_right,
        margin_bottom=look.margin_bottom,
        base_size=look.base_size,
        kop_size=look.kop_size,
    )


def with_usual_copies(body: tuple[Body, ...], copies: tuple[str, ...]) -> tuple[Body, ...]:
    """The office's usual copies under a letter that names none itself."""
    if not copies or any(isinstance(block, CarbonCopies) for block in body):
        return body
    lines = [clean(line).rstrip(";. ") for line in copies]
    ended = (*(f"{line};" for line in lines[:-1]), f"{lines[-1]}.")
    block = CarbonCopies(tuple((Span(line),) for line in ended))
    further = (at for at, one in enumerate(body) if isinstance(one, NextPage))
    at = next(further, len(body))
    return (*body[:at], block, *body[at:])
