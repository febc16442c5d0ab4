"""The papers of a letter: ticked, scanned or waived with a reason, and frozen with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import DatabaseError

from nagari_kit.domain.letter_requirements import RequirementAnswer, RequirementState
from nagari_kit.domain.letters import LetterInput, LetterPerson
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.resident_documents import DocumentKind
from nagari_kit.errors import InputError
from tests.integration.services.sample_office import CHILD
from tests.integration.services.test_letter_people import mother  # noqa: F401 - a fixture

PRESENT, SCANNED, WAIVED = (
    RequirementState.PRESENT,
    RequirementState.SCANNED,
    RequirementState.WAIVED,
)
VALUES = {"status_nikah": "Perawan", "tempat_pencatatan": "KUA Kecamatan Batang Contoh"}


@pytest.fixture
def wish(workspace, child, father, mother) -> LetterInput:  # noqa: F811 - the fixture above
    people = {
        "ayah": (LetterPerson(father),),
        "ibu": (LetterPerson(mother),),
        "calon": (LetterPerson(outsider=Outsider(PersonName("Rizki Ananda"))),),
    }
    return LetterInput("n1", child, VALUES, people=people)


@pytest.fixture
def scan(workspace, child, tmp_path):
    from PIL import Image

    path = tmp_path / "ktp.jpg"
    Image.new("RGB", (640, 400), "white").save(path)
    return workspace.scans.add(child, DocumentKind.KTP, path)


def test_the_checklist_knows_which_scans_are_kept_already(workspace, child, scan):
    found = {one.requirement_id: one for one in workspace.requirements.proposed("n1", child)}

    assert list(found)[:2] == ["ktp", "kk"]
    assert found["ktp"].document_id == scan.id
    assert found["kk"].document_id is None
    assert (found["akta_lahir"].required, found["ktp"].required) == (True, False)


def test_answers_are_filed_with_the_letter_and_stand_on_the_receipt(workspace, wish, scan):
    answers = (
        RequirementAnswer("ktp", SCANNED, document_id=scan.id),
        RequirementAnswer("kk", PRESENT),
        RequirementAnswer("akta_lahir", WAIVED, "  akta hilang,  ada surat polisi "),
        RequirementAnswer("ktp_kk_calon", PRESENT),
    )
    letter = workspace.issuing.issue(replace(wish, requirements=answers))

    receipt = workspace.requirements.receipt(letter.id)
    assert (receipt.number, receipt.subject_name) == (letter.number, "Nabila Putri")
    assert CHILD not in receipt.subject_nik
    lines = {one.requirement_id: one for one in receipt.lines}
    assert lines["ktp"].document_id == scan.id
    assert lines["akta_lahir"].reason == "akta hilang, ada surat polisi"
    assert lines["akta_cerai"].state is RequirementState.UNCHECKED
    workspace.scans.delete(scan.id, "sudah tidak perlu")
    assert workspace.requirements.of(letter.id) == receipt.lines


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ((RequirementAnswer("ktp_kk_calon", PRESENT),), "syarat.akta_lahir"),
        (
            (
                RequirementAnswer("ktp_kk_calon", PRESENT),
                RequirementAnswer("akta_lahir", WAIVED, "ya"),
            ),
            "syarat.akta_lahir",
        ),
        (
            (
                RequirementAnswer("ktp_kk_calon", PRESENT),
                RequirementAnswer("akta_lahir", PRESENT),
                RequirementAnswer("ktp", SCANNED),
            ),
            "syarat.ktp",
        ),
        (
            (
                RequirementAnswer("ktp_kk_calon", PRESENT),
                RequirementAnswer("akta_lahir", PRESENT),
                RequirementAnswer("sertipikat", PRESENT),
            ),
            "syarat.sertipikat",
        ),
    ],
)
def test_what_is_not_met_is_told_in_place_and_no_number_is_taken(workspace, wish, answers, field):
    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(wish, requirements=answers))

    assert set(refusal.value.fields) == {field}
    assert workspace.issuing.issue(wish).sequence == 1


def test_where_nobody_was_asked_the_letter_says_so(workspace, sku):
    letter = workspace.issuing.issue(sku)

    states = {one.state for one in workspace.requirements.of(letter.id)}
    assert states == {RequirementState.UNCHECKED}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE letter_requirement SET state = 'present'",
        "DELETE FROM letter_requirement",
        "UPDATE letter_person SET name = 'x'",
        "DELETE FROM letter_person",
    ],
)
def test_what_was_filed_of_papers_and_people_cannot_be_rewritten(workspace, wish, statement):
    workspace.issuing.issue(wish)

    store = workspace.context.store
    with store._engine.connect() as forced, pytest.raises(DatabaseError, match="append-only"):
        forced.exec_driver_sql(statement)
