"""A family to whom things happen, and hands for the forms of events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from nagari_kit.domain.event_reports import RegistrationReport
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household, Jorong, Resident, Sex
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog

TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Family:
    """One household and its people, the head first."""

    home: Household
    people: tuple[Resident, ...]

    def __getitem__(self, place: int) -> Resident:
        return self.people[place]


def settle_families(shell) -> tuple[Family, Family]:
    """A family of four in Koto Tangah and a couple in Balai Ahad, through the ledger."""
    workspace = shell.workspace
    areas = [Jorong(JorongId(workspace.entry.new_household_id()), "Koto Tangah")]
    areas.append(Jorong(JorongId(workspace.entry.new_household_id()), "Balai Ahad"))
    for area in areas:
        workspace.office.save_jorong(area)
    big = (
        ("Syafrial Koto", Sex.MALE, 1970, 1, 2),
        ("Yusmaniar", Sex.FEMALE, 1974, 3, 2),
        ("Rizki Pratama", Sex.MALE, 2001, 4, 1),
        ("Nabila Putri", Sex.FEMALE, 2014, 4, 1),
    )
    small = (
        ("Zulfadhli Caniago", Sex.MALE, 1980, 1, 2),
        ("Mardiana", Sex.FEMALE, 1985, 3, 2),
    )
    return (
        _settle(workspace, areas[0], "1306990103150001", big),
        _settle(workspace, areas[1], "1306990103150002", small),
    )


def _settle(workspace, area, nomor_kk, members) -> Family:
    home = Household(
        workspace.entry.new_household_id(), nomor_kk, "Jalan Balai", area.id, "001", "002"
    )
    people = tuple(
        Resident(
            workspace.entry.new_resident_id(),
            PersonName(name),
            nik=_nik(sex, born, int(nomor_kk[-1]), place),
            sex=sex,
            birth_place="Koto Contoh",
            birth_date=date(born, 3, 2),
            religion=1,
            family_relation=relation,
            marital_status=marital,
            suku="Koto" if sex is Sex.FEMALE else "Caniago",
            household_id=home.id,
        )
        for place, (name, sex, born, relation, marital) in enumerate(members)
    )
    workspace.population.record(
        RegistrationReport(
            event_date=TODAY, report_date=TODAY, people=people, household=home, reason="Uji"
        )
    )
    return Family(home, people)


def _nik(sex: Sex, born: int, house: int, place: int) -> str:
    day = 2 if sex is Sex.MALE else 42
    return f"130699{day:02d}03{born % 100:02d}{house}{place:03d}"


def person(shell, one: Resident) -> Resident:
    """How the books have somebody now."""
    return shell.workspace.residents.record(one.id).resident


def write(screen, name: str, text: str) -> None:
    """Type into a line of the form, as fingers would."""
    widget = screen.widget.form.sheet().inputs[name].widget
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.hide()
    QTest.keyClick(widget, Qt.Key.Key_Tab)


def choose(screen, name: str, words: str) -> None:
    """Choose a line of a closed list by its beginning."""
    widget = screen.widget.form.sheet().inputs[name].widget
    assert isinstance(widget, QComboBox)
    _choose(widget, words)


def _choose(widget: QComboBox, words: str) -> None:
    widget.setFocus()
    place = next(spot for spot in range(widget.count()) if widget.itemText(spot).startswith(words))
    key = Qt.Key.Key_Down if place > widget.currentIndex() else Qt.Key.Key_Up
    for _ in range(abs(place - widget.currentIndex())):
        QTest.keyClick(widget, key)


def relate(screen, one: Resident, words: str) -> None:
    """Choose what somebody is to the head."""
    _choose(screen.widget.form.sheet().relations.combos[one.id], words)


def tick(screen, *people: Resident) -> None:
    """Tick people with the space bar."""
    ticks = screen.widget.form.sheet().inputs["resident_ids"].ticks
    for one in people:
        mark = next(spot for spot in ticks if spot.person.id == one.id)
        mark.setFocus()
        QTest.keyClick(mark, Qt.Key.Key_Space)


def press(key: Qt.Key, widget: QWidget | None = None) -> None:
    """A key where the caret is."""
    target = widget or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


def give_reason(words: str) -> None:
    """Answer the question why."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    QTest.keyClicks(dialog.reason, words)
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)


def planned(screen) -> str:
    """What the pane says would happen, recalculated now."""
    screen.presenter.form._timer.stop()
    screen.presenter.form._plan()
    return screen.widget.form.pane.words()


def newest(shell):
    """The event that was recorded last."""
    return shell.workspace.population.recent(1)[0]
