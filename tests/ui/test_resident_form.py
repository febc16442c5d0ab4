"""One resident as a form, by keyboard: somebody new, a correction, and what is held against it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.residents import ResidentFilter, Sex
from nagari_kit.ui.record_forms.household_picker import Mode
from nagari_kit.ui.screens.resident_form import build
from nagari_kit.ui.screens.resident_form.field_specs import SECTIONS, SPECS
from nagari_kit.ui.screens.resident_form.form_values import texts_of, written
from nagari_kit.ui.screens.resident_form.reason_step import ARRIVAL, BIRTH, LONG_HERE
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog
from tests.ui.looks import clipped_words, english_buttons, nameless, tab_through

FULL, COMPACT = (1154, 697), (1021, 558)
NIK = "1306994509829917"
KEY = Qt.Key


@pytest.fixture
def screen(demonstration_shell, qtbot):
    made = build(demonstration_shell)
    qtbot.addWidget(made.widget)
    made.widget.resize(*FULL)
    made.widget.show()
    qtbot.waitExposed(made.widget)
    made.widget.activateWindow()
    return made


@pytest.fixture
def somebody(demonstration_shell):
    """A woman with a NIK that fits and a household with a head."""
    residents = demonstration_shell.workspace.residents
    rows = residents.page(ResidentFilter(sex=Sex.FEMALE, family_relation=3), 0, 300).rows
    return residents.record(next(row.id for row in rows if row.nik and row.nomor_kk)).resident


def begin(screen, **arguments):
    screen.enter(**arguments)
    if screen.widget.reasons.isVisible():
        screen.presenter._take_reason(LONG_HERE)
    for _ in SECTIONS:
        QApplication.processEvents()
    return screen.widget.sheet


def field(screen, path):
    return next(
        card.inputs[path].widget
        for card in screen.widget.sheet.cards.values()
        if path in card.inputs
    )


def fill(screen, path, text) -> None:
    widget = field(screen, path)
    widget.setFocus()
    if hasattr(widget, "selectAll"):
        widget.selectAll()
    QTest.keyClicks(widget, text)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.hide()
    QTest.keyClick(widget, KEY.Key_Tab)


def without_household(screen) -> None:
    modes = screen.widget.sheet.picker.modes
    modes.set_current(Mode.NONE)
    modes.current_changed.emit(int(Mode.NONE))


def dialog() -> ReasonDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ReasonDialog)
    return found


def test_somebody_unknown_at_the_counter_goes_into_the_books_and_on_to_the_letter(
    screen, demonstration_shell
) -> None:
    begin(screen, name="nurlis caniago", then="letter_issue", type_id="sku")
    assert QApplication.focusWidget() is field(screen, "nik")
    fill(screen, "nik", NIK)
    assert field(screen, "birth_date").text() == "05-09-1982"
    assert field(screen, "sex").currentText() == "Perempuan"
    fill(screen, "occupation", "Wiraswasta")
    without_household(screen)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_F9)
    made = demonstration_shell.workspace.residents.find_by_nik(NIK)
    assert made.name.name == "Nurlis Caniago"
    assert (made.sex, made.occupation) == (Sex.FEMALE, 88)
    assert demonstration_shell.visits == [
        ("letter_issue", {"resident_id": made.id, "type_id": "sku"})
    ]
    assert screen.unsaved() is None


def test_each_reason_to_be_new_has_its_digit_and_arrows_walk_between_them(screen) -> None:
    step, chosen = screen.widget.reasons, []
    step.chosen.connect(chosen.append)
    screen.presenter.form.let_go()
    screen.widget.show_reasons((BIRTH, ARRIVAL, LONG_HERE))
    step.chosen.disconnect(screen.presenter._take_reason)
    assert step.cards[0].hasFocus()
    QTest.keyClick(step.cards[0], KEY.Key_2)
    for card in step.cards[:2]:
        QTest.keyClick(card, KEY.Key_Down)
    assert step.cards[2].hasFocus()
    QTest.keyClick(step.cards[2], KEY.Key_Return)
    assert chosen == [ARRIVAL, LONG_HERE]
    assert not nameless(step)
    assert not clipped_words(step)


def test_a_new_household_is_opened_with_its_head(screen, demonstration_shell) -> None:
    sheet = begin(screen, name="Nurlis Caniago", nik=NIK)
    sheet.picker.modes.set_current(Mode.NEW)
    sheet.picker.modes.current_changed.emit(int(Mode.NEW))
    sheet.picker.number.setText("1306 9901 0115 0")
    screen.widget.save.click()
    assert "16 angka" in sheet.faults()["household"]
    sheet.picker.number.setText("1306 9901 0115 0099")
    sheet.picker.jorong.setCurrentIndex(1)
    screen.widget.save.click()
    made = demonstration_shell.workspace.residents.find_by_nik(NIK)
    home = demonstration_shell.workspace.residents.record(made.id).household
    assert home.nomor_kk == "1306990101150099"
    assert home.jorong_id is not None
    assert made.family_relation == 1


def test_a_household_is_found_by_its_head_and_has_no_room_for_a_second(
    screen, demonstration_shell, somebody
) -> None:
    home = demonstration_shell.workspace.residents.record(somebody.id).household
    sheet = begin(screen, name="Nurlis Caniago", nik=NIK)
    sheet.picker.search.setFocus()
    sheet.picker.search.setText(home.nomor_kk)
    sheet.picker.search_wanted.emit(home.nomor_kk)
    QTest.keyClick(sheet.picker.search, KEY.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert sheet.picker.hit().household == home
    screen.widget.save.click()
    assert "family_relation" in sheet.faults()
    relation = field(screen, "family_relation")
    relation.setCurrentIndex(relation.findData("1"))
    screen.widget.save.click()
    assert "dikepalai" in sheet.faults()["family_relation"]
    relation.setCurrentIndex(relation.findData("9"))
    assert "family_relation" not in sheet.faults()
    screen.widget.save.click()
    made = demonstration_shell.workspace.residents.find_by_nik(NIK)
    assert made.household_id == home.id


def test_letters_in_a_nik_are_refused_aloud_and_blanks_leave_the_field_empty(screen) -> None:
    sheet = begin(screen)
    nik, row = (
        field(screen, "nik"),
        next(c.rows["nik"] for c in sheet.cards.values() if "nik" in c.rows),
    )
    QTest.keyClicks(nik, " ")
    assert nik.text() == ""
    assert not row.doubt()
    QTest.keyClicks(nik, "13a")
    assert nik.text() == "13"
    assert "hanya angka" in row.doubt()
    QTest.keyClicks(nik, "0")
    assert not row.doubt()
    QApplication.clipboard().setText("'1306 9945 0982 9917")
    nik.clear()
    nik.paste()
    assert nik.text() == "1306 9945 0982 9917"


def test_a_nik_that_somebody_bears_is_told_as_it_is_left_and_leads_to_that_record(
    screen, demonstration_shell, somebody
) -> None:
    sheet = begin(screen)
    fill(screen, "nik", somebody.nik)
    assert somebody.name.full() in sheet.faults()["nik"]
    assert sheet.banner.isVisible()
    sheet.banner.action_requested.emit()
    assert demonstration_shell.visits[-1] == ("resident_record", {"resident_id": somebody.id})
    assert screen.unsaved() is not None
    screen.widget.save.click()
    assert demonstration_shell.workspace.residents.find_by_nik(somebody.nik).id == somebody.id


def test_a_namesake_of_the_same_day_is_told_before_somebody_is_written_down_twice(
    screen, demonstration_shell, somebody
) -> None:
    sheet = begin(screen, name=somebody.name.name.upper())
    fill(screen, "birth_date", f"{somebody.birth_date:%d-%m-%Y}")
    assert sheet.banner.isVisible()
    assert somebody.name.full() in sheet.banner.text()
    assert "tanggal yang sama" in sheet.cards["identity"].rows["name.name"].doubt()
    sheet.banner.action_requested.emit()
    assert demonstration_shell.visits[-1] == ("resident_record", {"resident_id": somebody.id})
    fill(screen, "birth_date", "1-1-1951")
    assert not sheet.banner.isVisible()
    assert sheet.cards["identity"].rows["name.name"].doubt() == ""


def test_each_field_is_judged_when_it_is_left_and_not_before(screen) -> None:
    sheet = begin(screen)
    nik = field(screen, "nik")
    QTest.keyClicks(nik, "1306")
    assert "nik" not in sheet.faults()
    QTest.keyClick(nik, KEY.Key_Tab)
    assert "16 angka" in sheet.faults()["nik"]
    fill(screen, "phone", "0")
    assert set(sheet.faults()) == {"nik", "phone"}
    nik.setText("")
    assert set(sheet.faults()) == {"phone"}


def test_titles_typed_into_the_name_move_to_their_own_fields(screen) -> None:
    begin(screen)
    fill(screen, "name.name", "H. SYAFRIZAL DT. RAJO BASA, S.Pd.")
    assert field(screen, "name.name").text() == "Syafrizal"
    assert field(screen, "name.gelar_depan").text() == "H."
    assert field(screen, "name.gelar_adat").text() == "Dt. Rajo Basa"
    assert field(screen, "name.gelar_belakang").text() == "S.Pd."


def test_what_seems_odd_stays_with_a_reason_that_is_kept(screen, demonstration_shell) -> None:
    begin(screen, name="Nurlis Caniago", nik=NIK)
    fill(screen, "birth_date", "6-9-1982")
    without_household(screen)
    assert "NIK" in " ".join(
        row.doubt() for row in screen.widget.sheet.cards["identity"].rows.values()
    )
    screen.widget.save.click()
    asked = dialog()
    assert not asked.confirm.isEnabled()
    QTest.keyClicks(asked.reason, "KTP-nya tertulis begitu")
    QTest.keyClick(asked.reason, KEY.Key_Return)
    made = demonstration_shell.workspace.residents.find_by_nik(NIK)
    assert "KTP-nya tertulis begitu" in made.note
    assert demonstration_shell.workspace.actor in made.note


def test_a_correction_of_plain_facts_asks_nothing_and_one_of_the_sex_asks_why(
    screen, demonstration_shell, somebody
) -> None:
    begin(screen, resident_id=somebody.id)
    assert QApplication.focusWidget() is field(screen, "name.name")
    fill(screen, "phone", "0812-3456-7890")
    screen.widget.save.click()
    residents = demonstration_shell.workspace.residents
    assert residents.record(somebody.id).resident.phone == "0812-3456-7890"
    assert demonstration_shell.visits[-1] == ("resident_record", {"resident_id": somebody.id})

    begin(screen, resident_id=somebody.id)
    sex = field(screen, "sex")
    sex.setCurrentIndex(sex.findData("1"))
    screen.widget.save.click()
    QTest.keyClicks(dialog().reason, "salah ketik dahulu")
    QTest.keyClick(dialog().reason, KEY.Key_Return)
    assert residents.record(somebody.id).resident.sex is Sex.MALE
    newest = demonstration_shell.workspace.population.timeline(somebody.id)[0]
    assert newest.facts["reason"] == "salah ketik dahulu"


def test_health_facts_are_closed_and_opening_them_is_remembered(
    screen, demonstration_shell, somebody
) -> None:
    sheet = begin(screen, resident_id=somebody.id)
    card = sheet.cards["restricted"]
    assert not card.is_open
    assert not any(path.startswith("restricted.") for path in sheet.texts())
    card.open_button.click()
    assert set(card.inputs) == {spec.path for spec in SECTIONS[-1].fields}
    looks = demonstration_shell.workspace.accesses.of(somebody.id)
    assert [look.purpose for look in looks[:2]] == ["membuka data kesehatan", "memperbaiki data"]
    fill(screen, "restricted.disability", "r")
    screen.widget.save.click()
    record = demonstration_shell.workspace.residents.record(somebody.id)
    assert record.resident.restricted.disability == 3
    sheet = begin(screen, resident_id=somebody.id)
    assert not card.is_open


def test_what_was_typed_waits_until_it_is_saved_or_thrown_away(screen, somebody) -> None:
    begin(screen, name="Nurlis")
    fill(screen, "birth_place", "Koto Contoh")
    screen.leave()
    assert screen.unsaved() is not None
    screen.enter(resident_id=somebody.id)
    assert field(screen, "birth_place").text() == "Koto Contoh"
    assert screen.widget.sheet.held.isVisible()
    screen.widget.sheet.held.action_requested.emit()
    asked = QApplication.activeModalWidget()
    asked.confirm.click()
    assert field(screen, "name.name").text() == somebody.name.name
    assert screen.unsaved() is None


def test_escape_asks_before_typed_text_goes(screen, demonstration_shell) -> None:
    begin(screen, name="Nurlis")
    QTest.keyClick(screen.widget, KEY.Key_Escape)
    assert demonstration_shell.visits == [("residents", {})]
    begin(screen, name="Nurlis")
    fill(screen, "birth_place", "Koto Contoh")
    QTest.keyClick(screen.widget, KEY.Key_Escape)
    asked = QApplication.activeModalWidget()
    QTest.keyClick(asked, KEY.Key_Return)
    assert len(demonstration_shell.visits) == 1
    assert screen.unsaved() is not None


def test_every_fact_of_a_resident_comes_back_from_the_form_as_it_was(demonstration_shell) -> None:
    residents = demonstration_shell.workspace.residents
    for row in residents.page(ResidentFilter(all_statuses=True), 0, 60).rows:
        one = residents.record(row.id).resident
        assert written(one, texts_of(one)) == (one, {})


def test_the_sections_are_reached_with_alt_and_a_digit(screen) -> None:
    sheet = begin(screen)
    for place, section in enumerate(SECTIONS):
        QTest.keyClick(
            QApplication.focusWidget(), KEY(KEY.Key_1 + place), Qt.KeyboardModifier.AltModifier
        )
        card = sheet.cards[section.id]
        assert card.isAncestorOf(QApplication.focusWidget())
        assert sheet.rail.buttons[section.id].isChecked()


@pytest.mark.parametrize("size", [FULL, COMPACT])
def test_the_form_is_named_unclipped_indonesian_and_reached_with_tab(
    screen, somebody, size
) -> None:
    screen.widget.resize(*size)
    screen.set_compact(size is COMPACT)
    sheet = begin(screen, resident_id=somebody.id)
    sheet.cards["restricted"].open_button.click()
    QApplication.processEvents()
    assert not nameless(screen.widget)
    assert not clipped_words(screen.widget)
    assert not english_buttons(screen.widget)
    reached = tab_through(field(screen, "nik"), most=120)
    wanted = {field(screen, path) for path in SPECS}
    assert wanted | {screen.widget.save, screen.widget.cancel} <= set(reached)
