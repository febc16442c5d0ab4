"""The quality desk by keyboard: walk, choose sides, join, mend, say that it is right, take back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from nagari_kit.domain import events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.doubts import DoubtRule
from nagari_kit.domain.event_reports import RegistrationReport
from nagari_kit.domain.identity import HouseholdId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household, LifeStatus, Papers, Resident, ResidentFilter, Sex
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.ui.screens import data_quality, home, resident_import
from nagari_kit.ui.screens.data_quality.list_model import Group, Line
from nagari_kit.ui.screens.data_quality.merge_model import MergeRole
from nagari_kit.ui.style.fonts import SCALES
from nagari_kit.ui.style.tokens import DARK, LIGHT
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog
from tests.ui.letter_desk import press, show
from tests.ui.looks import clipped_words, english_buttons, nameless

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
BORN = date(1991, 2, 3)
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(qtbot, shell):
    made = data_quality.build(shell)
    show(qtbot, made)
    return made


def add(shell, name: str, **facts) -> Resident:
    workspace = shell.workspace
    usual = {"sex": Sex.MALE, "birth_date": BORN}
    one = Resident(workspace.entry.new_resident_id(), PersonName(name), **(usual | facts))
    return workspace.residents.register(one)


def stored(shell, one: Resident) -> Resident:
    return shell.workspace.residents.record(one.id).resident


def shown(screen) -> str:
    case = screen.widget.case.case
    return case.item.doubt.title if case is not None else ""


def both(title: str) -> list[str]:
    """The names of a pair, whichever record is the older."""
    return sorted(title.split(" / "))


def lines(screen) -> list[str]:
    model = screen.widget.model
    rows = [model.line(row) for row in range(model.rowCount())]
    return [
        one.title if isinstance(one, Group) else f"  {one.item.doubt.title}"
        for one in rows
        if isinstance(one, Group) or (isinstance(one, Line) and one.item is not None)
    ]


def results(screen) -> dict[str, str]:
    model = screen.widget.case.merge.model_of_merge
    rows = [model.index(row, 0).data(MergeRole) for row in range(model.rowCount())]
    return {row.label: row.result for row in rows}


def twins(shell) -> tuple[Resident, Resident]:
    first = add(shell, "Sahril", nik="1306990302910001", phone="0812-0000-0001")
    return first, add(shell, "Syahril", phone="0812-0000-0045", occupation=88)


def test_nothing_to_doubt_is_said_with_the_time_of_the_check(screen) -> None:
    screen.enter()
    assert "Tidak ada keraguan. Data rapi." in screen.widget._nothing.accessibleName()
    assert "24 Nov 2026 09.41" in screen.widget._nothing.accessibleName()
    assert screen.widget._nothing.isVisible()


def test_the_desk_opens_on_the_rule_that_was_asked_for_and_else_on_what_is_pressing(
    shell, screen
) -> None:
    add(shell, "Budi", sex=None, birth_date=None)
    screen.enter(rule="missing_sex")
    assert lines(screen) == [
        "Warga tanpa KK",
        "Tanggal lahir kosong",
        "Jenis kelamin kosong",
        "  Budi",
    ]
    fresh = data_quality.build(shell)
    fresh.enter()
    assert lines(fresh)[:2] == ["Warga tanpa KK", "  Budi"]
    fresh.widget.deleteLater()


def test_arrows_choose_a_side_line_by_line_and_f9_joins(shell, screen) -> None:
    a, b = twins(shell)
    screen.enter(rule=DoubtRule.SAME_PERSON)
    press(Key.Key_Return)
    assert screen.widget.case.merge.hasFocus()
    assert results(screen)["Nama"] == "Sahril"
    press(Key.Key_Right)
    assert results(screen)["Nama"] == "Syahril"
    press(Key.Key_Left)
    assert results(screen)["Nama"] == "Sahril"
    press(Key.Key_B, ALT)
    assert (results(screen)["Nama"], results(screen)["NIK"]) == ("Syahril", "kosong")
    press(Key.Key_A, ALT)
    assert results(screen)["Telepon"] == "0812-0000-0001"
    for _ in range(screen.widget.case.merge.model().rowCount()):
        press(Key.Key_Down)
        row = screen.widget.case.merge.currentIndex().data(MergeRole)
        if row.label == "Telepon":
            break
    press(Key.Key_Right)
    assert results(screen)["Surat terbit"] == "disatukan: 0 surat"

    press(Key.Key_F9)
    kept, gone = stored(shell, a), stored(shell, b)
    assert (kept.phone, kept.name.name, kept.nik) == ("0812-0000-0045", "Sahril", a.nik)
    assert (gone.life_status, gone.merged_into) == (LifeStatus.INVALID, a.id)
    assert shell.told[-1].kinds >= {Kind.RESIDENTS, Kind.DOUBTS}
    text, detail, undo = shell.toasts[-1]
    assert (text, both(detail)) == ("Dua catatan digabungkan", ["Sahril", "Syahril"])

    undo()
    assert (stored(shell, a), stored(shell, b)) == (a, b)
    assert both(shown(screen)) == ["Sahril", "Syahril"]


def test_page_down_walks_from_doubt_to_doubt_from_anywhere(shell, screen) -> None:
    for name in ("Ani", "Budi", "Cici"):
        add(shell, name, sex=None)
    screen.enter(rule=DoubtRule.MISSING_SEX)
    assert shown(screen) == "Ani"
    press(Key.Key_PageDown)
    assert shown(screen) == "Budi"
    press(Key.Key_Return)
    press(Key.Key_PageDown)
    assert shown(screen) == "Cici"
    assert screen.widget.case.facts.rows["0.sex"].field.hasFocus()
    press(Key.Key_PageDown)
    assert shown(screen) == "Ani"
    press(Key.Key_PageUp)
    assert shown(screen) == "Cici"


def test_a_form_mends_and_the_next_doubt_slides_in(shell, screen) -> None:
    ani, _ = add(shell, "Ani", sex=None), add(shell, "Budi", sex=None)
    screen.enter(rule=DoubtRule.MISSING_SEX)
    press(Key.Key_Return)
    combo = screen.widget.case.facts.rows["0.sex"].field
    combo.setCurrentIndex(combo.findData(2))
    press(Key.Key_F9)
    assert stored(shell, ani).sex is Sex.FEMALE
    assert shown(screen) == "Budi"
    assert screen.widget.case.facts.rows["0.sex"].field.hasFocus()
    shell.toasts[-1][2]()
    assert stored(shell, ani).sex is None
    assert shown(screen) == "Ani"


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_saved(shell, screen) -> None:
    one = add(shell, "Marlina", nik="1306994302910001")
    screen.enter(rule=DoubtRule.NIK_SEX)
    form = screen.widget.case.facts
    press(Key.Key_F9)
    assert "Belum ada isian yang diganti." in screen.widget.case.trouble.text()
    form.rows["0.nik"].field.setText("1306 9943")
    press(Key.Key_F9)
    assert form.rows["0.nik"].error() == "NIK harus 16 angka."
    assert stored(shell, one).nik == "1306994302910001"
    assert screen.widget.case.save.isEnabled()


def test_a_date_that_is_none_is_said_before_anything_is_asked(shell, screen) -> None:
    add(shell, "Marlina", birth_date=None)
    screen.enter(rule=DoubtRule.MISSING_BIRTH_DATE)
    field = screen.widget.case.facts.rows["0.birth_date"]
    field.field.setText("31-02-1990")
    press(Key.Key_F9)
    assert field.error() == "Tulis tanggal seperti 5-9-1982."


def test_that_it_is_right_needs_a_reason_and_can_be_asked_again(qtbot, shell, screen) -> None:
    twins(shell)
    screen.enter(rule=DoubtRule.SAME_PERSON)
    screen.widget.case.confirm.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    assert dialog.confirm.text() == "Memang dua orang"
    assert not dialog.confirm.isEnabled()
    dialog.reason.setText("Kakak beradik, orang tuanya ditanya")
    dialog.confirm.click()
    assert shell.workspace.quality.overview().decided == 1
    assert DoubtRule.SAME_PERSON not in {
        line.rule for row in range(9) if isinstance(line := screen.widget.model.line(row), Group)
    }
    screen.widget.list.show_decided.click()
    assert both(shown(screen)) == ["Sahril", "Syahril"]
    assert screen.widget.case.save.text() == "Tanyakan lagi"
    press(Key.Key_F9)
    assert shell.workspace.quality.overview().decided == 0
    assert "Orang kembar" in lines(screen)


def test_a_kk_is_searched_and_somebody_written_into_it(qtbot, demonstration_shell) -> None:
    shell = demonstration_shell
    one = add(shell, "Zulfikar Tandikek")
    screen = data_quality.build(shell)
    show(qtbot, screen)
    screen.enter(rule=DoubtRule.WITHOUT_HOUSEHOLD)
    head = shell.workspace.residents.page(ResidentFilter(family_relation=1), 0, 1).rows[0]
    form = screen.widget.case.household
    qtbot.waitUntil(screen.widget.list.list.hasFocus)
    press(Key.Key_F9)
    assert form.search_row.error() == "Cari dan pilih KK-nya."
    form.search.setText(str(head.nomor_kk))
    form.search.setFocus()
    press(Key.Key_Return)
    assert form.hits
    press(Key.Key_Return)
    assert form.relation.hasFocus()
    form.relation.setCurrentIndex(form.relation.findData(9))
    press(Key.Key_F9)
    after = stored(shell, one)
    assert after.family_relation == 9
    assert shell.workspace.residents.record(one.id).household.nomor_kk == head.nomor_kk


def test_a_group_is_folded_and_opened_by_keys(shell, screen) -> None:
    add(shell, "Budi", sex=None)
    screen.enter(rule=DoubtRule.MISSING_SEX)
    press(Key.Key_Left)
    press(Key.Key_Left)
    assert lines(screen) == ["Warga tanpa KK", "Jenis kelamin kosong"]
    press(Key.Key_Up)
    press(Key.Key_Right)
    assert lines(screen) == ["Warga tanpa KK", "  Budi", "Jenis kelamin kosong"]


def test_long_groups_come_page_by_page(shell, screen) -> None:
    for number in range(130):
        add(shell, f"Warga {chr(65 + number // 26)}{chr(65 + number % 26)}", sex=None)
    screen.enter(rule=DoubtRule.MISSING_SEX)
    model = screen.widget.model
    assert model.total() == 130
    screen.widget.list.list.scrollToBottom()
    QApplication.processEvents()
    QApplication.processEvents()
    last = model.line(model.row_of(129))
    assert last.item is not None
    assert last.item.doubt.title == "Warga EZ"


def test_others_changes_are_read_and_a_look_is_remembered(shell, screen) -> None:
    one = add(shell, "Budi", sex=None)
    screen.enter(rule=DoubtRule.MISSING_SEX)
    looks = shell.workspace.accesses.of(one.id)
    assert [look.purpose for look in looks] == ["Memeriksa data"]
    known = stored(shell, one)
    shell.workspace.entry.correct(replace(known, sex=Sex.MALE), known, None, "dari KTP")
    screen.reload(Changes.of(Kind.RESIDENTS))
    assert "Jenis kelamin kosong" not in lines(screen)


def test_the_record_can_be_opened(shell, screen) -> None:
    one = add(shell, "Budi", sex=None)
    screen.enter(rule=DoubtRule.MISSING_SEX)
    screen.widget.case.look.click()
    assert shell.visits == [("resident_record", {"resident_id": one.id})]


def test_home_tells_of_what_is_more_than_a_hint_and_leads_there(qtbot, shell) -> None:
    screen = home.build(shell)
    show(qtbot, screen)
    add(shell, "Budi", sex=None)
    screen.enter()
    rows = screen.widget.attention.findChildren(QAbstractButton)
    row = next(one for one in rows if one.isVisible())
    assert row.accessibleName() == (
        "2 keraguan pada data warga. Dibetulkan satu per satu di Periksa data."
    )
    row.click()
    assert shell.visits == [("data_quality", {})]


def test_an_import_leads_to_the_doubts_that_it_brought(qtbot, shell) -> None:
    screen = resident_import.build(shell)
    show(qtbot, screen)
    done = screen.widget.done
    done.offer_doubts(2)
    assert done.doubts.text() == "Periksa 2 keraguan"
    done.doubts.click()
    assert shell.visits == [("data_quality", {})]
    done.offer_doubts(0)
    assert not done.doubts.isVisibleTo(done)


def household(shell, *people: tuple[str, date, int]) -> list[Resident]:
    """A KK as an old file brings it: past the checks of every form."""
    workspace = shell.workspace
    home = Household(HouseholdId(new_uuid7(workspace.clock)), None, "Jalan Balai 1", None)
    members = [
        Resident(
            workspace.entry.new_resident_id(),
            PersonName(name),
            sex=Sex.MALE,
            birth_date=born,
            family_relation=1 if place == 0 else relation,
        )
        for place, (name, born, relation) in enumerate(people)
    ]
    today = workspace.clock.today()
    workspace.population.record(
        RegistrationReport(
            event_date=today, report_date=today, people=tuple(members), household=home
        )
    )
    head = replace(workspace.residents.record(members[0].id).resident, family_relation=people[0][2])
    with workspace.context.store.write(workspace.actor) as uow:
        uow.residents.save(head)
        uow.record(events.resident_changed(head, None))
        uow.commit()
    return [head, *members[1:]]


def test_a_head_is_chosen_among_the_grown_ones_and_never_by_a_key_too_many(shell, screen) -> None:
    child, uncle = household(
        shell, ("Bayi Baru", date(2026, 11, 1), 9), ("Paman Datuk", date(1970, 5, 5), 9)
    )
    screen.enter(rule=DoubtRule.WITHOUT_HEAD)
    form = screen.widget.case.head
    offered = [form.head.itemData(place) for place in range(form.head.count())]
    assert offered == [None, uncle.id]
    assert form.head.currentData() is None
    press(Key.Key_F9)
    assert form.head_row.error()
    assert [stored(shell, one).family_relation for one in (child, uncle)] == [9, 9]
    form.head.setCurrentIndex(1)
    press(Key.Key_F9)
    assert [stored(shell, one).family_relation for one in (child, uncle)] == [9, 1]


def test_for_a_family_of_children_nobody_is_proposed_and_a_way_is_shown(shell, screen) -> None:
    children = household(shell, ("Ani", date(2015, 5, 5), 4), ("Budi", date(2019, 5, 5), 4))
    screen.enter(rule=DoubtRule.WITHOUT_HEAD)
    card = screen.widget.case
    assert card.head.nobody is not None
    assert "Gabung KK" in card.head.nobody.text()
    assert not card.save.isVisibleTo(card)
    press(Key.Key_F9)
    assert [stored(shell, one).family_relation for one in children] == [4, 4]
    card.head.nobody.action_requested.emit()
    assert shell.visits == [("household", {"household_id": children[0].household_id})]


def test_home_desk_and_import_give_one_number(qtbot, shell, screen) -> None:
    add(shell, "Budi", sex=None)
    household(shell, ("Ketua", date(1970, 5, 5), 1))
    with shell.workspace.context.store.read() as reader:
        head = next(one for one in reader.residents.by_keys(range(1, 9)).values() if one.sex)
    unrecorded = replace(head, papers=Papers(recording_status=1))
    with shell.workspace.context.store.write("Rina") as uow:
        uow.residents.save(unrecorded)
        uow.record(events.resident_changed(unrecorded, None))
        uow.commit()
    screen.enter()
    overview = shell.workspace.quality.overview()
    assert (overview.pressing, overview.hints) == (shell.workspace.quality.pressing(), 1)
    assert screen.widget.head._subtitle.text().startswith("2 keraguan  ·  1 perlu dikerjakan")


def test_what_is_typed_stays_when_something_else_changes(shell, screen) -> None:
    one = add(shell, "Marlina", nik="1306994302910001")
    screen.enter(rule=DoubtRule.NIK_SEX)
    field = screen.widget.case.facts.rows["0.nik"].field
    field.setText("1306990302910001")
    add(shell, "Budi", sex=None)
    screen.reload(Changes.of(Kind.RESIDENTS))
    assert screen.widget.case.facts.rows["0.nik"].field is field
    press(Key.Key_F9)
    assert stored(shell, one).nik == "1306990302910001"
    shell.toasts[-1][2]()
    assert screen.widget.case.facts.rows["0.nik"].field.text() == "1306994302910001"


@pytest.mark.parametrize("rule", [DoubtRule.SAME_PERSON, DoubtRule.NIK_SEX, "without_household"])
@pytest.mark.parametrize(
    "look", [(LIGHT, 1.0, False), (LIGHT, 1.0, True), (DARK, SCALES[-1], False)]
)
def test_everything_has_a_name_and_room(qtbot, shell, restyled, rule, look) -> None:
    theme, scale, compact = look
    restyled(theme, scale)
    twins(shell)
    add(shell, "Marlina Nan Panjang Sekali Namanya", nik="1306994302910001")
    screen = data_quality.build(shell)
    show(qtbot, screen, compact)
    screen.enter(rule=rule)
    qtbot.waitUntil(screen.widget.list.list.hasFocus)
    assert nameless(screen.widget) == []
    assert clipped_words(screen.widget) == []
    assert english_buttons(screen.widget) == []
