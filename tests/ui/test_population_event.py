"""Every kind of event by keyboard: shown before it is saved, seen in the ledger afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.event_reports import GoneReport
from nagari_kit.domain.population import EventKind, Flow
from nagari_kit.domain.residents import LifeStatus, Residency, ResidentFilter, Sex
from nagari_kit.ui.screens.population_event import build
from nagari_kit.ui.screens.population_event.kinds import FORMS, KEYS
from nagari_kit.ui.widgets.dialogs import ConfirmDialog
from tests.ui.event_desk import (
    TODAY,
    choose,
    give_reason,
    newest,
    person,
    planned,
    press,
    relate,
    settle_families,
    tick,
    write,
)
from tests.ui.letter_desk import show
from tests.ui.looks import clipped_words, english_buttons, nameless, tab_through

KEY = Qt.Key


@pytest.fixture
def families(shell):
    return settle_families(shell)


@pytest.fixture
def screen(shell, families, qtbot):
    made = build(shell)
    show(qtbot, made)
    qtbot.waitUntil(made.widget.isActiveWindow)
    return made


def save(screen) -> None:
    press(KEY.Key_F9)
    assert screen.widget.shows(screen.widget.done), screen.widget.form.sheet().faults()


def found(shell, name):
    rows = shell.workspace.residents.page(ResidentFilter(text=name, all_statuses=True), 0, 9).rows
    return shell.workspace.residents.record(rows[0].id).resident


def test_a_birth_takes_its_parents_and_suku_from_the_household(screen, shell, families) -> None:
    screen.enter(kind="birth", household_id=families[0].home.id)
    write(screen, "name", "SITI AISYAH")
    choose(screen, "sex", "Perempuan")
    write(screen, "event_date", "20-11-2026")
    write(screen, "time", "04.30")
    write(screen, "order", "3")
    write(screen, "weight", "3200")
    choose(screen, "helper", "Bidan")
    assert "Anggota KK" in planned(screen)
    assert "4 → 5" in screen.widget.form.pane.words()
    save(screen)
    child = found(shell, "Siti Aisyah")
    assert (child.birth_date, child.family_relation) == (date(2026, 11, 20), 4)
    assert (child.birth.time, child.birth.weight, child.birth.order) == ("04.30", 3200, 3)
    assert (child.parents.mother_name, child.parents.father_name) == ("Yusmaniar", "Syafrial Koto")
    assert child.parents.mother_nik == families[0][1].nik
    assert child.suku == "Koto", "the clan comes through the mother"
    assert newest(shell).kind is EventKind.BIRTH


def test_somebody_who_dies_leaves_with_place_cause_and_reporter(screen, shell, families) -> None:
    screen.enter(kind="death", resident_id=families[0][1].id)
    write(screen, "event_date", "22-11-2026")
    write(screen, "place", "Rumah")
    choose(screen, "cause", "Sakit biasa")
    write(screen, "reporter_name", "Rizki Pratama")
    assert screen.widget.form.sheet().inputs["reporter_relation"].text() == "Anak"
    save(screen)
    event, row = shell.workspace.population.event(newest(shell).id)
    assert person(shell, families[0][1]).life_status is LifeStatus.DEAD
    assert (event.facts["place"], event.facts["cause"]) == ("Rumah", "1")
    assert event.reporter.name == "Rizki Pratama"
    assert event.reporter.nik == families[0][2].nik
    assert (row.event_date, row.report_date) == (date(2026, 11, 22), date(2026, 11, 24))


def test_those_who_are_ticked_move_out_and_the_rest_get_a_head(screen, shell, families) -> None:
    father, mother, son, girl = families[0].people
    screen.enter(kind=EventKind.DEPARTURE, resident_id=girl.id)
    sheet = screen.widget.form.sheet()
    assert sheet.rows_hidden("new_head_id")
    tick(screen, father)
    assert not sheet.rows_hidden("new_head_id")
    assert list(sheet.relations.combos) == [son.id]
    choose(screen, "new_head_id", "Rizki")
    assert list(sheet.relations.combos) == [mother.id]
    relate(screen, mother, "Famili lain")
    write(screen, "destination", "Kota Padang")
    write(screen, "reason", "Pekerjaan")
    said = planned(screen)
    assert "4 → 2" in said
    assert "Rizki Pratama menjadi kepala keluarga" in said
    assert person(shell, girl).life_status is LifeStatus.ALIVE, "shown, not saved"
    save(screen)
    assert "dan 1 orang lain tercatat pindah" in screen.widget.done.title()
    assert {person(shell, one).life_status for one in (father, girl)} == {LifeStatus.MOVED}
    assert person(shell, son).family_relation == 1
    assert person(shell, mother).family_relation == 9
    event, _ = shell.workspace.population.event(newest(shell).id)
    assert (event.facts["destination"], event.facts["scope"]) == ("Kota Padang", "3")


def test_the_missing_and_the_gone_come_back_to_their_household(screen, shell, families) -> None:
    son, mother = families[0][2], families[0][1]
    screen.enter(kind="missing", resident_id=son.id)
    write(screen, "last_seen", "Pasar Balai")
    write(screen, "police_report", "LP/12/2026")
    save(screen)
    screen.enter(kind="gone", resident_id=mother.id)
    write(screen, "destination", "Malaysia")
    save(screen)
    assert person(shell, son).life_status is LifeStatus.MISSING
    assert person(shell, mother).life_status is LifeStatus.GONE
    screen.enter(kind="return", household_id=families[0].home.id)
    ticks = screen.widget.form.sheet().inputs["resident_ids"].ticks
    assert {one.person.id for one in ticks} == {son.id, mother.id}
    tick(screen, son, mother)
    relate(screen, mother, "Istri")
    write(screen, "origin", "Pekanbaru")
    save(screen)
    assert person(shell, son).life_status is LifeStatus.ALIVE
    assert (person(shell, mother).family_relation, newest(shell).kind) == (3, EventKind.RETURN)


def test_people_arrive_into_a_new_household(screen, shell) -> None:
    screen.enter(kind="arrival")
    sheet = screen.widget.form.sheet()
    first = sheet.newcomers.blocks[0]
    QTest.keyClicks(first.name, "Hendri Saputra")
    first.sex.set_text("1")
    QTest.keyClicks(first.born, "5-9-1982")
    first.relation.set_text("1")
    QTest.keyClick(first.name, KEY.Key_T, Qt.KeyboardModifier.AltModifier)
    second = QApplication.focusWidget()
    assert second is sheet.newcomers.blocks[1].name
    QTest.keyClicks(second, "Erni Yunita")
    sheet.newcomers.blocks[1].sex.set_text("2")
    sheet.newcomers.blocks[1].relation.set_text("3")
    sheet.picker.number.setText("1306 9901 0115 0099")
    sheet.picker.jorong.setCurrentIndex(1)
    write(screen, "origin", "Kabupaten Solok")
    assert "Warga nagari: 6 → 8" in planned(screen)
    save(screen)
    head = found(shell, "Hendri Saputra")
    home = shell.workspace.residents.record(head.id).household
    assert home.nomor_kk == "1306990101150099"
    assert (head.birth_date, head.sex, head.family_relation) == (date(1982, 9, 5), Sex.MALE, 1)
    assert found(shell, "Erni Yunita").household_id == home.id
    assert newest(shell).count == 2


def test_a_guest_stays_for_a_time_and_is_counted_nowhere(screen, shell, families) -> None:
    screen.enter(kind="arrival", household_id=families[1].home.id)
    sheet = screen.widget.form.sheet()
    assert sheet.rows_hidden("host")
    sheet.inputs["residency"].set_text("2")
    sheet.edited.emit("residency")
    QTest.keyClicks(sheet.newcomers.blocks[0].name, "Tamu Jauh")
    sheet.newcomers.blocks[0].sex.set_text("1")
    sheet.newcomers.blocks[0].relation.set_text("11")
    write(screen, "origin", "Jakarta")
    write(screen, "host", "Zulfadhli Caniago")
    write(screen, "purpose", "Penelitian")
    said = planned(screen)
    assert "Buku penduduk sementara (B.4), 1 baris" in said
    assert "Warga nagari" not in said
    save(screen)
    assert found(shell, "Tamu Jauh").residency is Residency.TEMPORARY
    event, _ = shell.workspace.population.event(newest(shell).id)
    assert (event.facts["host"], event.facts["purpose"]) == ("Zulfadhli Caniago", "Penelitian")


def test_some_open_a_household_of_their_own(screen, shell, families) -> None:
    father, mother, son, _girl = families[0].people
    screen.enter(kind="household_split", household_id=families[0].home.id)
    tick(screen, son)
    write(screen, "household", "1306990101150077")
    write(screen, "address", "Jalan Baru 3")
    assert "Anggota KK 1306 99•• •••• 0001: 4 → 3" in planned(screen)
    save(screen)
    head = person(shell, son)
    home = shell.workspace.residents.record(son.id).household
    assert (head.family_relation, home.nomor_kk, home.address) == (
        1,
        "1306990101150077",
        "Jalan Baru 3",
    )
    assert home.jorong_id == families[0].home.jorong_id
    assert person(shell, father).household_id == person(shell, mother).household_id


def test_a_household_joins_another_under_its_head(screen, shell, families) -> None:
    screen.enter(kind="household_merge", household_id=families[1].home.id)
    picker = screen.widget.form.sheet().picker
    QTest.keyClicks(picker.search, "syafrial")
    picker.search_wanted.emit("syafrial")
    press(KEY.Key_Down, picker.search)
    press(KEY.Key_Return)
    relate(screen, families[1][1], "Menantu")
    assert "0001: 4 → 6" in planned(screen)
    save(screen)
    joined = [person(shell, one) for one in families[1].people]
    assert {one.household_id for one in joined} == {families[0].home.id}
    assert [one.family_relation for one in joined] == [9, 5]


def test_another_member_becomes_head(screen, shell, families) -> None:
    father, mother, son, girl = families[0].people
    screen.enter(kind="head_change", household_id=families[0].home.id)
    assert list(screen.widget.form.sheet().relations.combos) == [father.id, son.id, girl.id]
    write(screen, "reason", "Kepala bekerja di rantau")
    save(screen)
    assert person(shell, mother).family_relation == 1
    assert person(shell, father).family_relation == 2


def test_a_household_moves_within_the_nagari(screen, shell, families) -> None:
    screen.enter(kind="household_move", household_id=families[0].home.id)
    assert "sama dengan yang lama" in planned(screen)
    choose(screen, "jorong", "Balai Ahad")
    write(screen, "rt", "005")
    said = planned(screen)
    assert "Warga Koto Tangah: 4 → 0" in said
    assert "Warga Balai Ahad: 2 → 6" in said
    save(screen)
    home = shell.workspace.residents.record(families[0][0].id).household
    assert (home.jorong_id, home.rt) == (families[1].home.jorong_id, "005")


def test_a_record_that_was_never_right_is_marked_with_its_reason(screen, shell, families) -> None:
    girl = families[0][3]
    screen.enter(kind="invalidation", resident_id=girl.id)
    press(KEY.Key_F9)
    assert screen.widget.form.sheet().faults() == {"reason": "Tulis mengapa data ini tidak valid."}
    write(screen, "reason", "Tercatat dua kali")
    save(screen)
    marked = person(shell, girl)
    assert (marked.life_status, marked.invalid_reason) == (LifeStatus.INVALID, "Tercatat dua kali")


def test_refusals_stand_beside_their_fields_and_nothing_is_saved(screen, shell, families) -> None:
    before = newest(shell)
    screen.enter(kind="departure", household_id=families[0].home.id)
    write(screen, "event_date", "31-02-2026")
    write(screen, "report_date", "25-11-2026")
    press(KEY.Key_F9)
    sheet = screen.widget.form.sheet()
    assert set(sheet.faults()) == {"resident_ids", "event_date", "destination"}
    assert sheet.summary.isVisible()
    assert QApplication.focusWidget() is sheet.inputs["resident_ids"].ticks[0]
    tick(screen, families[0][2])
    write(screen, "event_date", "20-11-2026")
    write(screen, "destination", "Padang")
    press(KEY.Key_F9)
    assert sheet.faults() == {"report_date": "Tanggal lapor belum tiba."}
    assert newest(shell).id == before.id
    write(screen, "report_date", "21-11-2026")
    save(screen)


def test_a_number_that_is_taken_is_told_beside_the_person_who_bears_it(
    screen, shell, families
) -> None:
    screen.enter(kind="arrival", household_id=families[1].home.id)
    sheet = screen.widget.form.sheet()
    block = sheet.newcomers.blocks[0]
    QTest.keyClicks(block.name, "Erni Yunita")
    QTest.keyClicks(block.number, families[0][1].nik)
    block.sex.set_text("2")
    block.relation.set_text("9")
    write(screen, "origin", "Solok")
    press(KEY.Key_F9)
    assert "Yusmaniar" in block.rows[1].error()
    assert screen.widget.shows(screen.widget.form)


def test_the_cards_are_taken_by_their_keys_and_lead_to_a_search(screen, families) -> None:
    screen.enter()
    assert list(screen.widget.choose.cards) == list(FORMS)
    press(Qt.Key(ord(KEYS[1])))
    assert screen.widget.shows(screen.widget.finder)
    QTest.keyClicks(QApplication.focusWidget(), "nabila")
    press(KEY.Key_Return)
    assert screen.presenter.form.sitting.start.person.id == families[0][3].id
    assert screen.presenter.form.sitting.form.kind is EventKind.DEATH
    press(KEY.Key_Escape)
    assert screen.widget.shows(screen.widget.choose)


def test_only_what_can_happen_is_offered_to_a_person(screen, shell, families) -> None:
    son = families[0][2]
    screen.enter(kind="gone", resident_id=son.id)
    save(screen)
    screen.enter(resident_id=son.id)
    offered = set(screen.widget.choose.cards)
    assert EventKind.RETURN in offered
    assert not offered & {EventKind.DEATH, EventKind.DEPARTURE, EventKind.MISSING}


def test_relations_that_come_up_are_reached_where_they_stand(screen, shell, families) -> None:
    screen.enter(kind="death", resident_id=families[0][0].id)
    choose(screen, "new_head_id", "Yusmaniar")
    sheet = screen.widget.form.sheet()
    reached = tab_through(sheet.inputs["new_head_id"].widget, most=40)
    assert reached[1:3] == list(sheet.relations.combos.values())


def test_typed_text_waits_until_it_is_saved_or_thrown_away(screen, shell, families) -> None:
    screen.enter(kind="death", resident_id=families[0][1].id)
    assert screen.unsaved() is None
    write(screen, "place", "Rumah sakit")
    screen.leave()
    assert "Kematian" in screen.unsaved().words
    screen.enter(**screen.unsaved().way)
    assert not screen.widget.form.sheet().held.isVisible(), "this way leads back to it"
    screen.enter(kind="birth", household_id=families[1].home.id)
    sheet = screen.widget.form.sheet()
    assert sheet.inputs["place"].text() == "Rumah sakit"
    assert sheet.held.isVisible()
    sheet.held.action_requested.emit()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, ConfirmDialog)
    asked.confirm.click()
    assert screen.presenter.form.sitting.form.kind is EventKind.BIRTH
    assert screen.unsaved() is None


def test_escape_leads_back_to_the_person_and_asks_before_typing_goes(
    screen, shell, families
) -> None:
    one = families[0][1]
    screen.enter(kind="death", resident_id=one.id)
    press(KEY.Key_Escape)
    assert shell.visits == [("resident_record", {"resident_id": one.id})]
    screen.enter(kind="death", resident_id=one.id)
    write(screen, "place", "Rumah")
    press(KEY.Key_Escape)
    QTest.keyClick(QApplication.activeModalWidget(), KEY.Key_Return)
    assert len(shell.visits) == 1
    assert screen.unsaved() is not None


@pytest.mark.parametrize("kind", list(FORMS))
@pytest.mark.parametrize("compact", [False, True])
def test_every_form_is_named_unclipped_indonesian_and_reached_with_tab(
    screen, shell, families, kind, compact
) -> None:
    if kind is EventKind.RETURN:
        screen.enter(kind="gone", resident_id=families[0][0].id)
        save(screen)
    screen.widget.resize(*((1029, 558) if compact else (1154, 697)))
    screen.enter(kind=kind, resident_id=families[0][0].id)
    for _ in range(4):
        QApplication.processEvents()
    assert not nameless(screen.widget)
    assert not clipped_words(screen.widget)
    assert not english_buttons(screen.widget)
    sheet = screen.widget.form.sheet()
    sheet.focus(sheet.first())
    reached = tab_through(QApplication.focusWidget(), most=90)
    wanted = {
        entry.widget
        for name, entry in sheet.inputs.items()
        if not sheet.rows_hidden(name) and name not in {"resident_ids", "scope"}
        if name not in {"kept_nomor_kk", "residency"}
    }
    assert wanted | {screen.widget.form.save} <= set(reached)


def test_undo_asks_why_and_gives_back_what_was(screen, shell, families) -> None:
    son = families[0][2]
    screen.enter(kind="gone", resident_id=son.id)
    save(screen)
    screen.widget.done.undo.click()
    give_reason("Salah orang")
    assert person(shell, son).life_status is LifeStatus.ALIVE
    assert screen.widget.done.title().startswith("Diurungkan")
    assert newest(shell).kind is EventKind.UNDO
    assert not screen.widget.done.undo.isVisible()


def test_quick_fingers_on_the_saving_key_stay_with_what_was_saved(screen, shell, families) -> None:
    screen.enter(kind="gone", resident_id=families[0][2].id)
    press(KEY.Key_F9)
    press(KEY.Key_F9)
    assert screen.widget.shows(screen.widget.done)
    assert screen.widget.done.title() == "Rizki Pratama tercatat pergi"


def test_what_cannot_be_read_or_is_odd_is_told_before_saving(screen, families) -> None:
    screen.enter(kind="birth", household_id=families[0].home.id)
    assert "dua kata" not in planned(screen), "nothing is held against an empty name"
    write(screen, "name", "Aisyah")
    choose(screen, "sex", "Perempuan")
    write(screen, "time", "25.99")
    press(KEY.Key_F9)
    assert screen.widget.form.sheet().faults() == {"time": "Tulis jam seperti 04.30."}
    write(screen, "time", "0430")
    write(screen, "nik", "1306990103150001")
    assert "Aisyah:" in planned(screen), "a NIK that does not fit is a doubt"
    save(screen)


def test_a_newcomer_to_a_known_household_says_what_he_is_to_its_head(
    screen, shell, families
) -> None:
    screen.enter(kind="arrival", household_id=families[1].home.id)
    sheet = screen.widget.form.sheet()
    block = sheet.newcomers.blocks[0]
    QTest.keyClicks(block.name, "Erni Yunita")
    block.sex.set_text("2")
    write(screen, "origin", "Solok")
    press(KEY.Key_F9)
    assert "hubungannya" in block.rows[4].error()
    block.relation.set_text("1")
    press(KEY.Key_F9)
    assert "dua kepala keluarga" in sheet.faults()["people"]
    block.relation.set_text("9")
    save(screen)


def test_who_returns_may_live_in_another_household(screen, shell, families) -> None:
    father = families[0][0]
    screen.enter(kind="gone", resident_id=father.id)
    save(screen)
    screen.enter(kind="return", resident_id=father.id)
    sheet = screen.widget.form.sheet()
    assert sheet.inputs["resident_ids"].text() == str(father.id)
    sheet.picker.modes.set_current(1)
    sheet.picker.modes.current_changed.emit(1)
    QTest.keyClicks(sheet.picker.search, "zulfadhli")
    sheet.picker.search_wanted.emit("zulfadhli")
    press(KEY.Key_Return, sheet.picker.search)
    assert "0002: 2 → 3" in planned(screen)
    save(screen)
    back = person(shell, father)
    assert (back.household_id, back.family_relation) == (families[1].home.id, 9)


def test_a_record_of_somebody_who_left_can_be_marked_too(screen, shell, families) -> None:
    son = families[0][2]
    screen.enter(kind="gone", resident_id=son.id)
    save(screen)
    screen.enter(resident_id=son.id)
    screen.widget.choose.cards[EventKind.INVALIDATION].click()
    write(screen, "reason", "Tercatat dua kali")
    save(screen)
    assert person(shell, son).life_status is LifeStatus.INVALID


def test_registration_and_correction_are_the_residents_own_form(screen, shell, families) -> None:
    one = families[0][1].id
    screen.enter(kind="registration")
    screen.enter(kind="correction", resident_id=one)
    assert shell.visits == [("resident_form", {}), ("resident_form", {"resident_id": one})]


def test_an_untouched_form_follows_the_books_and_a_typed_one_keeps_its_words(
    screen, shell, families
) -> None:
    screen.enter(kind="household_split", household_id=families[0].home.id)
    done = shell.workspace.population.record(
        GoneReport(resident_id=families[0][2].id, event_date=TODAY, report_date=TODAY)
    )
    screen.reload(done.changes)
    ticks = screen.widget.form.sheet().inputs["resident_ids"].ticks
    assert families[0][2].id not in {one.person.id for one in ticks}
    write(screen, "reason", "Anak sudah menikah")
    screen.reload(done.changes)
    assert screen.widget.form.sheet().inputs["reason"].text() == "Anak sudah menikah"


def test_the_counts_of_the_pane_are_those_of_the_ledger_afterwards(screen, shell, families) -> None:
    screen.enter(kind="departure", resident_id=families[0][2].id)
    write(screen, "destination", "Padang")
    assert "Pindah keluar, LAMPID November 2026: 0 → 1" in planned(screen)
    save(screen)
    balance = shell.workspace.population.balance(date(2026, 11, 1), date(2026, 11, 30))
    assert sum(one.flows[Flow.DEPARTURE].total for one in balance) == 1
    assert sum(one.end.total for one in balance) == 5
