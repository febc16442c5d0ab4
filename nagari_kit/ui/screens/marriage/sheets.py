"""Draws the pages of the set as pictures, beside the window."""

from __future__ import annotations

from nagari_kit.domain.marriage import MarriageCase
from nagari_kit.services.marriage import MarriageService
from nagari_kit.ui.preview.pdf_raster import render_page
from nagari_kit.ui.screens.marriage.sheet_desk import THUMB_PIXELS, Sheet


def drawn_sheets(marriages: MarriageService, case: MarriageCase) -> tuple[Sheet, ...]:
    """Every form of the case; those that cannot be drawn have no picture."""
    return tuple(
        Sheet(
            one.need,
            render_page(one.pdf, 0, THUMB_PIXELS).image if one.pdf else None,
            one.pdf,
            is_complete=bool(one.pdf) and not one.problems,
        )
        for one in marriages.pages(case)
    )
