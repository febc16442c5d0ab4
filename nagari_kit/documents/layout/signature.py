"""The office's one signature at the right, the free place of the check code at the left."""

from __future__ import annotations

from nagari_kit.documents.fonts import Face
from nagari_kit.documents.layout.marks import MM, Mark, Strip
from nagari_kit.documents.layout.places import CODE_SIDE, cap_place, code_place
from nagari_kit.documents.layout.signing_rows import (
    SMALLEST,
    Fit,
    draw_prefix,
    draw_rows,
    fitted,
    nip_rows,
    of_one_size,
)
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.snapshot import SignatureText

__all__ = ["CODE_SIDE", "WIDTH", "signature_strip"]

WIDTH = 78 * MM


def signature_strip(text: SignatureText, sheet: Sheet, step: Step, *, coded: bool = True) -> Strip:
    """One strip; its space for pen and cap stays free, and so does the marked place of the code.

    `coded`: whether the code has its place here, at the left margin.
    """
    axis = sheet.text_right - WIDTH / 2
    fit = Fit(WIDTH, smallest=step.at_least(SMALLEST))
    marks: list[Mark] = []
    first, offices, closing = of_one_size(
        fitted(text.place_date, Face.REGULAR, fit) if text.place_date else [],
        [row for line in text.office_lines for row in fitted(line, Face.REGULAR, fit)],
        [*fitted(text.name, Face.BOLD, fit, underlined=True), *nip_rows(text.nip, fit)],
    )
    y = draw_rows(first, axis, 0.0, marks)
    if text.prefix and offices:
        draw_prefix(text.prefix, offices[0], axis, y, marks)
    space_top = draw_rows(offices, axis, y, marks)
    y = draw_rows(closing, axis, space_top + step.signature_space, marks)
    if coded:
        marks += code_place(sheet.left, y, step.smallest)
    cap = cap_place(axis, space_top, step.signature_space, WIDTH)
    return Strip(y, marks, [], space_before=step.paragraph_gap + step.signature_air, caps=[cap])
