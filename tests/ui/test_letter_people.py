"""People in the letter: relatives by one key, strangers typed, lists in order, nothing lost."""

from __future__ import annotations

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nagari_kit.domain import events
from nagari_kit.domain.identity import HouseholdId
from nagari_kit.domain.letters import DraftStage, LetterInput, LetterPerson
from nagari_kit.domain.residents import Household, LifeStatus, Sex
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.ui.record_forms.outsider_dialog import OutsiderDialog
from nagari_kit.ui.screens import letter_issue
from tests.ui.letter_desk import press, serve, show, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def screen(qtbot, shell):
    made = letter_issue.build(shell)
    show(qtbot, made)
    yield made
    made.leave()


@pytest.fixture
def family(shell):
    """A dead head of a household, his wife and two children."""
    home = Household(HouseholdId(new_uuid7(shell.workspace.clock)), "1306990101150099")
    with shell.workspace.context.store.write("uji") as uow:
        uow.households.save(home)
        uow.record(events.household_saved(home))
        uow.commit()
    common = {"nik": None, "household_id": home.id}
    head = serve(shell, "Syafrial Tuo", family_relation=1, life_status=LifeStatus.DEAD, **common)
    wife = serve(shell, "Nurhayati", family_relation=3, sex=Sex.FEMALE, **common)
    children = [serve(shell, f"Rahmi {place}", family_relation=4, **common) for place in ("A", "B")]
    return head, wife, children


def opened(qtbot, screen, type_id, resident_id=None):
    screen.enter(resident_id=resident_id, type_id=type_id)
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    return screen.widget.form.people.parts


def names(hits) -> list[str]:
    return [hit.name for hit in hits]


def test_heirs_are_proposed_from_the_household_with_their_relation(qtbot, screen, family) -> None:
    head, _wife, _children = family
    heirs = opened(qtbot, screen, "ahli_waris", head.id)["ahli_waris"]

    assert set(names(heirs.hits())) == {"Nurhayati", "Rahmi A", "Rahmi B"}
    said = {hit.name: hit.person.columns["hubungan"] for hit in heirs.hits()}
    assert said == {"Nurhayati": "Istri", "Rahmi A": "Anak", "Rahmi B": "Anak"}
    sitting = screen.presenter.form.sitting
    assert len(sitting.letter_input().people["ahli_waris"]) == 3


def test_a_tick_takes_an_heir_out_and_back_and_keys_order_the_rest(qtbot, screen, family) -> None:
    head, *_ = family
    heirs = opened(qtbot, screen, "ahli_waris", head.id)["ahli_waris"]
    first, *others = names(heirs.hits())
    next(tick for tick in heirs._ticks if tick.text() == first).click()
    assert names(heirs.hits()) == others

    heirs.table.setFocus()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(heirs.hits()) == others[::-1]
    press(Qt.Key.Key_Delete)
    assert len(heirs.hits()) == 1
    kept = screen.presenter.form.sitting.people["ahli_waris"]
    assert [one.resident_id for one in kept] == [heirs.hits()[0].person.resident_id]


def test_one_key_takes_a_relative_and_letters_find_anybody(qtbot, shell, screen, family) -> None:
    head, *_ = family
    serve(shell, "Zulkarnain Saksi")
    parts = opened(qtbot, screen, "ahli_waris", head.id)
    witness = parts["saksi1"]
    witness.focus()
    assert witness.picker.rows, "relatives are offered before anything is typed"
    press(Qt.Key.Key_Return)
    assert witness.hit().name in {"Nurhayati", "Rahmi A", "Rahmi B"}

    second = parts["saksi2"]
    second.focus()
    type_text("zulkar")
    qtbot.waitUntil(lambda: len(second.picker.rows) == 2)
    press(Qt.Key.Key_Return)
    assert second.hit().name == "Zulkarnain Saksi"
    type_text("tetangga")
    assert screen.presenter.form.sitting.people["saksi2"][0].columns == {"sebagai": "tetangga"}


def test_somebody_of_another_place_is_typed_by_name_alone(qtbot, screen, family) -> None:
    head, *_ = family
    witness = opened(qtbot, screen, "ahli_waris", head.id)["saksi1"]
    witness.focus()
    type_text("marlis")
    qtbot.waitUntil(lambda: len(witness.picker.rows) == 1)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OutsiderDialog)
    assert dialog.name.text() == "Marlis"
    dialog.nik.setText("12")
    dialog.save.click()
    assert dialog.isVisible(), "a NIK of two figures is called wrong"
    dialog.nik.clear()
    dialog.save.click()

    assert witness.hit().is_outsider
    kept = screen.presenter.form.sitting.people["saksi1"][0].outsider
    assert (kept.name.full(), kept.nik) == ("Marlis", None)


def test_people_and_tables_come_back_with_the_draft(qtbot, shell, screen, family) -> None:
    head, *_ = family
    parts = opened(qtbot, screen, "ahli_waris", head.id)
    parts["saksi1"].focus()
    press(Qt.Key.Key_Return)
    wanted = parts["saksi1"].hit().name
    screen.presenter.form.save_now()
    (draft,) = shell.workspace.drafts.all()
    assert draft.people["saksi1"][0].resident_id is not None

    screen.leave()
    parts = opened(qtbot, screen, "ahli_waris", head.id)
    assert parts["saksi1"].hit().name == wanted
    assert screen.presenter.form.sitting.restored_at is not None


def test_a_table_is_typed_with_enter_alone(qtbot, screen, shell) -> None:
    opened(qtbot, screen, "beda_identitas", serve(shell).id)
    fields = screen.widget.form.fields
    table = fields._inputs["perbedaan"].table
    table.cells.begin([{}])
    table.setFocus()
    for words in ("Nama", "Zul", "Zulfadhli"):
        if QApplication.focusWidget() is table:
            press(Qt.Key.Key_Return)
        type_text(words)
        press(Qt.Key.Key_Return)
    rows = json.loads(fields.values()["perbedaan"])
    assert list(rows[0].values())[:3] == ["Nama", "Zul", "Zulfadhli"]
    assert table.cells.rowCount() == 2, "a new row waits"


def test_who_is_missing_is_said_at_the_role_and_the_caret_goes_there(qtbot, screen, family) -> None:
    head, *_ = family
    parts = opened(qtbot, screen, "ahli_waris", head.id)
    form = screen.widget.form
    form.show_errors({"pihak.saksi2": "Saksi kedua belum dipilih."})
    assert QApplication.focusWidget() is parts["saksi2"].picker.search
    assert parts["saksi2"]._error.isVisible()


def test_anybody_may_be_the_person_of_a_letter_that_allows_it(qtbot, screen) -> None:
    screen.enter(type_id="penduduk_sementara")
    qtbot.waitUntil(screen.widget.residents.search.hasFocus)
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    dialog.name.setText("Bujang Rantau")
    dialog.save.click()

    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    sitting = screen.presenter.form.sitting
    assert sitting.person_name() == "Bujang Rantau"
    assert "Bujang Rantau" in screen.widget.form.person.accessibleName()


def test_who_seldom_stands_in_a_role_is_remarked_upon_and_kept(
    qtbot, shell, screen, family
) -> None:
    head, *_ = family
    child = serve(shell, "Zahra Kecil", nik=None, birth_date=date(2020, 1, 1))
    witness = opened(qtbot, screen, "ahli_waris", head.id)["saksi1"]
    witness.focus()
    type_text("zahra")
    qtbot.waitUntil(lambda: len(witness.picker.rows) == 2)
    press(Qt.Key.Key_Return)
    assert "paling muda 21 tahun" in witness._doubt.text()
    assert screen.presenter.form.sitting.people["saksi1"][0].resident_id == child.id


def test_an_approved_draft_with_people_is_as_it_was_checked(qtbot, shell, screen, family) -> None:
    head, wife, children = family
    draft = shell.workspace.drafts.save(
        LetterInput(
            "ahli_waris",
            head.id,
            {
                "tanggal_meninggal": "2026-11-01",
                "tempat_meninggal": "Koto Contoh",
                "riwayat": "Menikah satu kali.",
                "keperluan": "pengurusan tabungan",
            },
            people={
                "ahli_waris": (LetterPerson(wife.id, columns={"hubungan": "Istri"}),),
                "saksi1": (LetterPerson(children[0].id),),
                "saksi2": (LetterPerson(children[1].id),),
            },
        )
    )
    shell.workspace.desk.submit(draft.id)
    shell.workspace.desk.approve(draft.id)
    screen.enter(draft_id=draft.id)
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    form = screen.widget.form
    assert form.body.desk.isVisible()
    form.fields.focus("keperluan")
    screen.presenter.form.save_now()
    assert shell.workspace.drafts.get(draft.id).stage is DraftStage.READY
