"""What every description of an event form is held to."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import get_type_hints
from uuid import UUID

import pytest

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.infra.paths import resource_path
from nagari_kit.ui.screens.population_event.choose_step import ChooseStep
from nagari_kit.ui.screens.population_event.field_specs import Entry
from nagari_kit.ui.screens.population_event.kinds import FORMS, KEY_OF, KEYS, answering
from nagari_kit.ui.screens.population_event.succession import _spouse_of

NEVER_REFUSED = {"reporter", "note", "relations"}
OF_THE_WHOLE_FORM = {"resident_id"}
"""Who the form is about is chosen before it: such a refusal stands over the fields."""


@pytest.mark.parametrize("kind", list(FORMS))
def test_a_refusal_of_any_field_of_the_report_finds_its_place_in_the_form(kind) -> None:
    form = FORMS[kind]
    report = get_type_hints(form.compose)["return"]
    for one in fields(report):
        if one.name in NEVER_REFUSED:
            continue
        named, loose = answering(form, {one.name: "Tidak bisa."})
        if one.name in OF_THE_WHOLE_FORM:
            assert loose == ["Tidak bisa."]
        else:
            assert named, f"{report.__name__}.{one.name}"
            assert set(named) <= {field.name for field in form.fields}


@pytest.mark.parametrize("kind", list(FORMS))
def test_a_form_asks_both_days_who_told_it_and_fits_twelve_columns(kind) -> None:
    form = FORMS[kind]
    names = [field.name for field in form.fields]
    assert {"event_date", "report_date", "reporter_name", "reporter_relation", "note"} <= {*names}
    assert len(names) == len(set(names))
    assert all(1 <= field.span <= 12 for field in form.fields)
    assert resource_path(f"icons/{form.icon}.svg").is_file()


def test_every_head_that_is_chosen_comes_with_the_relations_to_it() -> None:
    for form in FORMS.values():
        entries = {field.entry for field in form.fields}
        if Entry.PERSON in entries:
            assert Entry.RELATIONS in entries, form.kind


def test_every_event_that_an_officer_reports_has_a_form_and_a_key() -> None:
    others = {
        EventKind.OPENING,
        EventKind.IMPORT,
        EventKind.REGISTRATION,
        EventKind.CORRECTION,
        EventKind.RECORD_MERGE,
        EventKind.UNDO,
    }
    assert {*FORMS} == {*EventKind} - others
    assert len(KEYS) >= len(FORMS)
    assert len(set(KEYS)) == len(KEYS)


def test_a_key_means_the_same_event_wherever_it_is_offered(qtbot) -> None:
    step = ChooseStep()
    qtbot.addWidget(step)
    chosen = []
    step.chosen.connect(chosen.append)
    step.offer([FORMS[EventKind.MISSING], FORMS[EventKind.GONE]], "Apa yang terjadi?")

    assert step.take_key(KEY_OF[EventKind.GONE])
    assert not step.take_key(KEY_OF[EventKind.BIRTH])
    assert chosen == [EventKind.GONE]


def test_a_husband_who_comes_back_to_his_wifes_kk_is_her_husband() -> None:
    wife = Resident(
        ResidentId(UUID(int=1)),
        PersonName("Zuraida"),
        sex=Sex.FEMALE,
        family_relation=1,
        marital_status=2,
    )
    husband = replace(wife, id=ResidentId(UUID(int=2)), sex=Sex.MALE)

    assert _spouse_of(wife, husband) == 2
    assert _spouse_of(husband, wife) == 3
    assert _spouse_of(wife, replace(husband, marital_status=1)) is None
    assert _spouse_of(None, husband) is None
