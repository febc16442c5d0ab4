"""Every form by its kind, in the order of the cards, and where refusals belong in it."""

from __future__ import annotations

from collections.abc import Mapping

from nagari_kit.domain.population import EventKind
from nagari_kit.ui.screens.population_event.form_kind import FormKind
from nagari_kit.ui.screens.population_event.forms_coming import COMING
from nagari_kit.ui.screens.population_event.forms_households import WITHIN
from nagari_kit.ui.screens.population_event.forms_leaving import LEAVING

_KINDS = (*COMING, *LEAVING, *WITHIN)
_ORDER = (
    EventKind.BIRTH,
    EventKind.DEATH,
    EventKind.DEPARTURE,
    EventKind.ARRIVAL,
    EventKind.RETURN,
    EventKind.MISSING,
    EventKind.GONE,
    EventKind.HOUSEHOLD_SPLIT,
    EventKind.HOUSEHOLD_MERGE,
    EventKind.HEAD_CHANGE,
    EventKind.HOUSEHOLD_MOVE,
    EventKind.INVALIDATION,
)
FORMS: Mapping[EventKind, FormKind] = {
    kind: next(one for one in _KINDS if one.kind is kind) for kind in _ORDER
}
KEYS = "1234567890AB"
"""The keys of the cards, in the order of `FORMS`."""
KEY_OF: Mapping[EventKind, str] = dict(zip(FORMS, KEYS, strict=False))
"""A key means the same event on every page, whichever events are offered there."""


def answering(form: FormKind, faults: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Refusals of a report beside the fields of its form, and those that have none."""
    named: dict[str, str] = {}
    loose: list[str] = []
    for name, sentence in faults.items():
        field = next((one for one in form.fields if name.split(".")[0] == one.name), None) or next(
            (one for one in form.fields if name in one.answers), None
        )
        if field is None:
            loose.append(sentence)
        elif "." in name:
            named.setdefault(name, sentence)
        else:
            named.setdefault(field.name, sentence)
    return named, loose
