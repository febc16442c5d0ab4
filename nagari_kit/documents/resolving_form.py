"""Fills the places of a form: chooses a size in which each value fits, or says that none does."""

from __future__ import annotations

from nagari_kit.documents.definition_blocks import FormBlock, FormPlace
from nagari_kit.documents.definition_form_blocks import SMALLEST_SIZE
from nagari_kit.documents.definition_names import FIELD, ROLE
from nagari_kit.documents.layout.form_fit import fits
from nagari_kit.documents.person_attributes import ATTRIBUTES
from nagari_kit.documents.resolving_scope import Scope
from nagari_kit.documents.resolving_text import filled, is_blank
from nagari_kit.documents.snapshot_bodies import FormPage, FormText, Span, Spans
from nagari_kit.documents.templates import placeholders
from nagari_kit.documents.variables import VARIABLES

_CROSS = (Span("X", bold=True),)
_STEP = 5
"""Half a point."""


def form_page(block: FormBlock, scope: Scope) -> FormPage:
    """The page with what is printed on it; a place without anything stays free to be written in."""
    texts = (_text(place, scope) for place in block.places if scope.holds(place.conditions))
    return FormPage(
        rules=block.rules,
        frames=block.frames,
        texts=tuple(text for text in texts if text is not None),
        background=block.background,
    )


def _text(place: FormPlace, scope: Scope) -> FormText | None:
    if place.ticked:
        return _fitted(place, _CROSS) if scope.holds(place.ticked) else None
    spans = filled(place.template, scope, optional=not place.required)
    if is_blank(spans):
        return None
    if any(span.missing for span in spans):
        return _placed(place, spans, place.size)
    return _fitted(place, spans) or _placed(place, (_too_long(place, scope, spans),), place.size)


def _fitted(place: FormPlace, spans: Spans) -> FormText | None:
    """In the largest size that fits, None when even the smallest does not."""
    for size in range(place.size, SMALLEST_SIZE - 1, -_STEP):
        text = _placed(place, spans, size)
        if fits(text, place.lines):
            return text
    return None


def _placed(place: FormPlace, spans: Spans, size: int) -> FormText:
    return FormText(
        place.x, place.y, place.width, place.height, spans, size, place.align, place.comb
    )


def _too_long(place: FormPlace, scope: Scope, spans: Spans) -> Span:
    names = [one.name for one in placeholders(place.template)]
    what = _label(names[0], scope) if names else "Tulisan borang"
    source = next((span.field_id for span in spans if span.field_id), "")
    return Span(f"{what} (terlalu panjang untuk tempatnya)", field_id=source, missing=True)


def _label(name: str, scope: Scope) -> str:
    """What the officer calls a value."""
    definition = scope.definition
    if name.startswith(FIELD):
        field = definition.field(name.removeprefix(FIELD))
        return field.label if field else name
    if name.startswith(ROLE):
        role_id, part = name.removeprefix(ROLE).split(".", maxsplit=1)
        role = definition.role(role_id)
        known = ATTRIBUTES.get(part)
        return f"{known.label if known else part} {role.label if role else role_id}"
    known_name = VARIABLES.get(name)
    return known_name.label if known_name else name
