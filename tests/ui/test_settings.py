"""Settings: what is saved holds for the next letter, what cannot be is refused at its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.screens.settings import build


@pytest.fixture
def screen(shell, qtbot):
    made = build(shell)
    qtbot.addWidget(made.widget)
    made.widget.resize(1154, 697)
    made.widget.show()
    return made


def test_a_new_number_pattern_holds_for_the_next_letter(screen, shell):
    screen.enter("nomor")
    section = screen.widget.numbering
    section.pattern.setText("{urut:4}/{jenis}/{unit}/{bulan_romawi}/{tahun}")
    QTest.keyClick(screen.widget, Qt.Key.Key_F9)

    number = shell.workspace.numbering.next_number("sku", date(2026, 11, 24))
    assert number.endswith("/XI/2026")
    assert "SKU" in number
    assert "tersimpan" in section.footer.note()


def test_a_pattern_that_repeats_numbers_is_refused_at_its_field(screen, shell):
    before = shell.workspace.numbering.settings()
    screen.enter("nomor")
    section = screen.widget.numbering
    section.pattern.setText("{kode}/{tahun}")
    section.submit()

    assert "nomor urut" in section.rows["pattern"].error()
    assert shell.workspace.numbering.settings() == before


def test_a_pattern_is_read_and_put_together_in_words(screen, shell):
    screen.enter("nomor")
    section = screen.widget.numbering
    words = "[kode klasifikasi]/[urut · 3 angka]/[unit / kasi]/[tahun]"
    assert section.pattern.text() == words

    QTest.keyClick(section.pattern, Qt.Key.Key_End)
    QTest.keyClick(section.pattern, Qt.Key.Key_Backspace)
    assert section.pattern.text().endswith("/[unit / kasi]/")
    section.card._insert("bulan_romawi")
    QTest.keyClicks(section.pattern, "/[tahun]")
    section.submit()

    stored = shell.workspace.numbering.settings().default.pattern
    assert stored == "{kode}/{urut:3}/{unit}/{bulan_romawi}/{tahun}"
    assert section.pattern.text().endswith("/[bulan romawi]/[tahun]")


def test_a_part_is_changed_by_keys_and_copied_as_words(screen, qtbot):
    screen.enter("nomor")
    pattern = screen.widget.numbering.pattern
    pattern.set_pattern("{urut:3}/{tahun}")
    QTest.keyClick(pattern, Qt.Key.Key_Home)
    QTest.keyClick(pattern, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = pattern.findChildren(QMenu)[-1]
    next(one for one in menu.actions() if one.text() == "urut · 4 angka").trigger()
    menu.close()
    assert pattern.pattern() == "{urut:4}/{tahun}"

    QTest.keyClick(pattern, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pattern, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert pattern.pattern() == ""
    QTest.keyClick(pattern, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pattern.pattern() == "{urut:4}/{tahun}"


@pytest.mark.parametrize(
    "text", ["[nomor surat]/[tahun]", "[kode klasifikasi]/[tahun]", "[urut/[tahun]"]
)
def test_no_fault_of_a_pattern_is_told_in_code(screen, text):
    screen.enter("nomor")
    section = screen.widget.numbering
    section.pattern.setText(text)
    section.submit()

    assert section.rows["pattern"].error()
    assert not set("{}_") & set(section.rows["pattern"].error())


def test_a_pattern_that_cannot_tell_counters_apart_is_refused_until_they_are_one(screen, shell):
    before = shell.workspace.numbering.settings()
    screen.enter("nomor")
    section = screen.widget.numbering
    section.pattern.setText("{urut:3}/{unit}/{tahun}")
    section.submit()
    assert "mendapat nomor yang sama, misalnya 001/KN/2026" in section.rows["pattern"].error()
    assert shell.workspace.numbering.settings() == before

    section.scope.setCurrentIndex(section.scope.findData("office"))
    section.submit()
    assert section.rows["pattern"].error() == ""
    assert shell.workspace.numbering.settings().default.scope == "office"


def test_a_rule_of_one_letter_type_leaves_the_others(screen, shell):
    screen.enter("nomor")
    section = screen.widget.numbering
    section.kind.setCurrentIndex(section.kind.findData("sktm"))
    section.start.setText("219")
    section.submit()

    settings = shell.workspace.numbering.settings()
    (begun,) = settings.by_type.values()
    assert set(settings.by_type) == {"@kode:400.10.2.2"}
    assert (begun.start, begun.start_year, settings.default.start) == (219, 2026, 1)
    assert shell.workspace.numbering.next_number("sktm", date(2026, 11, 24)).split("/")[1] == "219"
    assert section.start.text() == "219"

    section.counter.unit.setText("PEL")
    section.submit()
    assert shell.workspace.numbering.settings().by_type["sktm"].unit == "PEL"
    section.card.drop.click()
    assert set(shell.workspace.numbering.settings().by_type) == {"@kode:400.10.2.2"}


def test_an_officer_is_added_and_can_sign(screen, shell):
    screen.enter("pejabat")
    section = screen.widget.officers
    section.add.click()
    section.form.inputs["name"].setText("Zulkarnain")
    section.submit()

    names = [one.name.name for one in shell.workspace.office.signers(date(2026, 11, 24))]
    assert "Zulkarnain" in names
    section.form.inputs["nip"].setText("123")
    section.submit()
    assert "18 angka" in section.form.rows["nip"].error()


def test_an_officer_whose_term_ends_signs_no_more(screen, shell):
    screen.enter("pejabat")
    section = screen.widget.officers
    place = next(n for n, one in enumerate(section._officers) if one.is_head)
    section.list.setCurrentRow(place)
    head = section.form.officer()
    section.form.appointment.until.setText("kemarin")
    section.save.click()
    assert "31-12-2026" in section.form.rows["active_to"].error()

    yesterday = shell.workspace.clock.today() - timedelta(days=1)
    section.form.appointment.until.set_date(yesterday)
    section.save.click()
    today = shell.workspace.clock.today()
    assert head.id not in [one.id for one in shell.workspace.office.signers(today)]


def test_a_plh_is_entered_with_the_days_of_absence_and_the_decree(screen, shell):
    screen.enter("pejabat")
    section = screen.widget.officers
    section.add.click()
    form = section.form
    form.inputs["name"].setText("Zulkarnain")
    form.inputs["position"].setText("Wali Nagari")
    form.standing.set_value("Plh.")
    form.appointment.way.set_value("pimpinan")
    today = shell.workspace.clock.today()
    form.appointment.since.set_date(today)
    form.appointment.until.set_date(today + timedelta(days=2))
    form.appointment.decree.setText("141/9/2026")
    form.appointment.decided.setText("kemarin")
    section.submit()
    assert "31-12-2026" in form.rows["sk_date"].error()
    form.appointment.decided.set_date(today - timedelta(days=1))
    section.submit()

    signer = shell.workspace.office.proposed_signer(today)
    assert (signer.name.name, signer.sk_number) == ("Zulkarnain", "141/9/2026")
    assert shell.workspace.office.proposed_signer(today + timedelta(days=3)).id != signer.id


def test_who_signs_in_a_chain_names_the_position_before(screen, shell):
    screen.enter("pejabat")
    section = screen.widget.officers
    section.add.click()
    form = section.form
    assert form.appointment.rows["via"].isHidden()
    form.inputs["name"].setText("Gusnadi")
    form.inputs["position"].setText("Kepala Seksi Pelayanan")
    form.appointment.way.set_value("ub")
    form.appointment.via.setText("Sekretaris Nagari")
    section.submit()

    kept = next(o for o in shell.workspace.office.officers() if o.name.name == "Gusnadi")
    assert (kept.on_behalf, kept.via, kept.is_head) == (True, "Sekretaris Nagari", False)


def test_the_camat_and_the_kan_are_named_for_the_letters(screen, shell):
    screen.enter("camat")
    section = screen.widget.neighbours
    section.inputs["camat_name"].setText("Drs. Hendri Yanto")
    section.inputs["camat_nip"].setText("123")
    QTest.keyClick(screen.widget, Qt.Key.Key_F9)
    assert "18 angka" in section.rows["camat_nip"].error()

    section.inputs["camat_nip"].setText("197001011995031001")
    section.inputs["kan_chair"].setText("H. Syafrizal Dt. Rajo Basa")
    section.save.click()
    kept = shell.workspace.office.neighbours()
    assert (kept.camat.name, kept.camat.nip) == ("Drs. Hendri Yanto", "197001011995031001")
    assert kept.kan.chair == "H. Syafrizal Dt. Rajo Basa"


def test_the_letterhead_is_changed_for_the_next_letter(screen, shell):
    screen.enter("kop")
    section = screen.widget.kop
    section.form.inputs["address"].setText("Jalan Baru Nomor 1")
    QTest.keyClick(screen.widget, Qt.Key.Key_F9)

    assert shell.workspace.office.profile().kop.address_lines[0] == "Jalan Baru Nomor 1"


def test_the_looks_are_kept_on_this_pc(screen, shell):
    screen.enter("tampilan")
    screen.widget.appearance.theme.set_value("gelap")
    screen.widget.appearance.theme.changed.emit("gelap")

    assert DeviceSettings(shell.workspace.paths.device_dir).theme == "gelap"


def test_the_health_of_the_office_is_told(screen):
    screen.enter("tentang")

    assert screen.widget.about.again.isEnabled()
    assert screen.widget.about._lines.count() >= 4


def _typed(screen, name):
    """The field of a section in which the officer types."""
    view = screen.widget
    return {
        "kop": view.kop.form.inputs["address"],
        "pejabat": view.officers.form.inputs["name"],
        "nomor": view.numbering.pattern,
    }[name]


@pytest.mark.parametrize("name", ["kop", "pejabat", "nomor"])
def test_nothing_is_loaded_over_what_is_typed_until_it_is_dropped(screen, name):
    screen.enter(name)
    field = _typed(screen, name)
    stored = field.text()
    field.setText("Belum disimpan")

    screen.reload(Changes.of(Kind.OFFICE, Kind.NUMBERING, Kind.RESIDENTS))
    assert field.text() == "Belum disimpan"
    screen.enter("tampilan")
    screen.enter(name)
    assert field.text() == "Belum disimpan"
    section = {"kop": "kop", "pejabat": "officers", "nomor": "numbering"}[name]
    section = getattr(screen.widget, section)
    assert "belum disimpan" in section.footer.note()

    section.discard.click()
    assert field.text() == stored
    assert not section.discard.isVisible()


def test_what_others_changed_is_shown_once_nothing_unsaved_stands_there(screen, shell):
    screen.enter("kop")
    field = _typed(screen, "kop")
    field.setText("Jalan Baru Nomor 2")
    screen.widget.kop.submit()
    profile = shell.workspace.office.profile()
    other = replace(profile.kop, address_lines=("Jalan Lain Nomor 3",))
    shell.workspace.office.save_profile(replace(profile, kop=other))

    screen.reload(Changes.of(Kind.OFFICE))

    assert field.text() == "Jalan Lain Nomor 3"


def test_another_officer_or_letter_type_is_not_shown_over_what_is_typed(screen):
    screen.enter("pejabat")
    officers = screen.widget.officers
    officers.form.inputs["name"].setText("Belum Disimpan")
    officers.list.setCurrentRow(1)
    assert officers.list.currentRow() == 0
    assert officers.form.inputs["name"].text() == "Belum Disimpan"
    officers.add.click()
    assert officers.form.inputs["name"].text() == "Belum Disimpan"

    screen.enter("nomor")
    numbering = screen.widget.numbering
    numbering.pattern.setText("{urut:4}/{tahun}")
    numbering.kind.setCurrentIndex(2)
    assert numbering.kind.currentIndex() == 0
    assert numbering.pattern.pattern() == "{urut:4}/{tahun}"


def test_the_shown_section_is_marked_in_the_list(qtbot, screen) -> None:
    view = screen.widget
    view.sections.setFocus()
    view.choose("")
    assert [item.text() for item in view.sections.selectedItems()] == ["Tampilan"]
