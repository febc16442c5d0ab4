"""The door of this room: a register as PDF, whole or its first pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from nagari_kit.documents.registers.form import Register
from nagari_kit.documents.registers.pages import RegisterPages, Step
from nagari_kit.domain.office import PaperSize

__all__ = ["PrintedRegister", "Step", "render_register", "render_registers"]


@dataclass(frozen=True, slots=True)
class PrintedRegister:
    """PDF bytes; `shown` of the `pages` that the whole register has."""

    pdf: bytes
    pages: int
    shown: int


def render_register(
    register: Register,
    paper: PaperSize,
    day: date,
    *,
    step: Step | None = None,
    most: int | None = None,
) -> PrintedRegister:
    """The register on landscape paper; the same register and day give the same bytes.

    `most` pages are drawn at most: the first ones, and the last, where the signatures stand.
    `step` hears of pages done and their number, and may raise to stop the work.
    """
    from nagari_kit.documents.pdf_writer import DocumentFacts, write_pdf

    pages = RegisterPages(register, paper, step)
    numbers = list(range(len(pages)))
    if most is not None and len(numbers) > most:
        numbers = [*numbers[: most - 1], numbers[-1]]
    facts = DocumentFacts(
        f"{register.form.title}, {register.period}", register.place, register.form.code, day
    )
    size = (pages.sheet.width, pages.sheet.height)
    pdf = write_pdf(pages.drawn(numbers, step), size, facts)
    return PrintedRegister(pdf, len(pages), len(numbers))


def render_registers(
    registers: Sequence[Register], paper: PaperSize, day: date, *, step: Step | None = None
) -> PrintedRegister:
    """Several registers one after the other, each with its own head, pages and signatures."""
    from nagari_kit.documents.pdf_writer import DocumentFacts, write_pdf

    made = [RegisterPages(register, paper, step) for register in registers]
    first = registers[0]
    facts = DocumentFacts(f"{first.form.title}, {first.period}", first.place, first.form.code, day)
    sheets = chain.from_iterable(pages.drawn(range(len(pages)), step) for pages in made)
    size = (made[0].sheet.width, made[0].sheet.height)
    count = sum(len(pages) for pages in made)
    return PrintedRegister(write_pdf(sheets, size, facts), count, count)
