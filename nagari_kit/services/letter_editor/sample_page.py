"""Draws an edited letter with invented people in the office's own kop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nagari_kit.domain.letters import FieldBox
from nagari_kit.domain.signers import rank_signers
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.form_images import stored_page_images

if TYPE_CHECKING:
    from nagari_kit.documents.definitions import LetterDefinition


@dataclass(frozen=True, slots=True)
class SamplePage:
    """The PDF, and where the values of fields stand."""

    pdf: bytes
    boxes: tuple[FieldBox, ...]


def sample_page(context: ServiceContext, definition: LetterDefinition, extent: str) -> SamplePage:
    """Never refuses a definition that was accepted. `extent` as in `documents.sample_facts`."""
    from nagari_kit.documents.letter import render, resolve
    from nagari_kit.documents.sample_facts import SAMPLE_DAY, Extent, sample_facts

    with context.store.read() as reader:
        office = reader.office.profile()
        officers = rank_signers(tuple(reader.office.officers()), SAMPLE_DAY)
    facts = replace(sample_facts(definition, Extent(extent or Extent.USUAL)), office=office)
    if officers:
        facts = replace(facts, signer=officers[0])
    snapshot = resolve(definition, facts)
    rendered = render(
        snapshot,
        logo=office.kop.logo,
        second_logo=office.look.second_logo,
        missing_ok=True,
        page_images=stored_page_images(context.store, snapshot),
    )
    return SamplePage(rendered.pdf, rendered.boxes)
