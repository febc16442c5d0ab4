"""The parts of all screens: reachable by key, named for ears, never clipped, never English."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionComboBox, QVBoxLayout, QWidget

from nagari_kit.errors import NotFoundError
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.ui.errors import ErrorDialog
from nagari_kit.ui.style.fonts import SCALES
from nagari_kit.ui.style.sheet import apply_style
from nagari_kit.ui.style.tokens import DARK, LIGHT, Theme
from nagari_kit.ui.widgets import (
    Banner,
    Button,
    Card,
    CheckRow,
    ColumnPlan,
    ComboInput,
    ConfirmDialog,
    DataTable,
    DateInput,
    DropZone,
    EmptyState,
    ErrorSummary,
    KeyValueList,
    LabeledField,
    PageHead,
    PassphraseInput,
    SearchInput,
    SegmentedControl,
    StickyFooter,
    Tabs,
    TextArea,
    TextInput,
    Toast,
)
from tests.ui.looks import clipped_words, english_buttons, nameless, tab_through

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot):
    """A page with one of everything, shown."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    head = PageHead("Penduduk")
    head.set_subtitle("4.812 jiwa")
    head.add_widget(Button("Impor", icon="file-import"))
    card = Card("Isian")
    for label, field in (
        ("Nama usaha", TextInput("Dapur Randang")),
        ("Keterangan", TextArea("Dekat balai nagari")),
        ("Jenis usaha", ComboInput()),
        ("Sejak", DateInput()),
        ("Kata sandi", PassphraseInput()),
        ("Susunan", SegmentedControl(["Logo kiri", "Logo tengah"])),
    ):
        card.body.addWidget(LabeledField(label, field, "Boleh kosong"))
    footer = StickyFooter()
    footer.set_note("Draf tersimpan 09.43", "circle-check", "ok")
    footer.add_button(Button("Kembali"))
    footer.add_button(Button("Beri nomor && cetak", kind="primary", icon="printer", key_hint="F9"))
    tabs = Tabs(["Semua warga", "Kepala keluarga"])
    tabs.set_count(0, 4812)
    parts = (
        head,
        tabs,
        SearchInput("Nama, NIK, No. KK"),
        Banner("warn", "NIK tidak cocok.", "Tanggal lahir berbeda.", action="Periksa"),
        card,
        CheckRow("Kertas sudah berkop dari percetakan, jangan cetak kop"),
        KeyValueList([("Terakhir", "hari ini 07.00"), ("Hub", "sumbarprov.example")]),
        DropZone("Tarik berkas ke sini", "XLSX atau CSV", "Pilih berkas"),
        EmptyState("inbox", "Belum ada surat", "Ketik nama warga.", "Cari warga"),
        footer,
    )
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(widget)
    widget.resize(760, 1500)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def test_everything_that_takes_the_focus_has_a_name(page) -> None:
    assert nameless(page) == []


def test_every_input_and_button_is_reached_with_tab(page) -> None:
    reached = {type(widget) for widget in tab_through(page.findChild(SearchInput))}

    assert reached >= {
        Button, CheckRow, ComboInput, DateInput, DropZone, PassphraseInput, SearchInput, Tabs,
        TextArea, TextInput,
    }  # fmt: skip


@pytest.mark.parametrize("scale", SCALES)
def test_no_word_is_clipped_at_any_size_of_letters(qtbot, restyled, scale, request) -> None:
    restyled(LIGHT, scale)
    page = request.getfixturevalue("page")

    assert clipped_words(page) == []
    assert english_buttons(page) == []


def test_a_wrong_field_says_over_the_input_what_to_do(qtbot) -> None:
    field = LabeledField("Tahun", TextInput("19"))
    qtbot.addWidget(field)
    field.show()

    field.set_error("Tahun harus 4 angka, contoh 2019")

    assert field.error() == "Tahun harus 4 angka, contoh 2019"
    assert field.field.accessibleDescription() == "Tahun harus 4 angka, contoh 2019"
    assert field.field.property("wrong") is True


def test_the_summary_leads_to_the_field(qtbot) -> None:
    summary = ErrorSummary()
    qtbot.addWidget(summary)
    summary.show_errors("Belum bisa dicetak.", [("tahun", "Tahun <harus> 4 angka")])

    with qtbot.waitSignal(summary.link_activated) as told:
        summary._words.linkActivated.emit("tahun")

    assert told.args == ["tahun"]
    assert "Tahun <harus> 4 angka" in summary.accessibleName()


def test_the_wheel_over_a_choice_changes_nothing_while_one_scrolls_by(qtbot, page) -> None:
    combo = page.findChild(ComboInput)
    combo.addItems(["satu", "dua"])
    page.findChild(SearchInput).setFocus()
    middle = combo.mapTo(page, combo.rect().center())

    QTest.wheelEvent(page.windowHandle(), middle, QPoint(0, -120))

    assert combo.currentIndex() == 0
    combo.setFocus()
    QTest.wheelEvent(page.windowHandle(), middle, QPoint(0, -120))
    assert combo.currentIndex() == 1


def test_a_choice_without_room_ends_in_dots(qtbot) -> None:
    choice = ComboInput()
    qtbot.addWidget(choice)
    choice.addItem("Semua jenis kelamin")
    choice.resize(120, 40)
    narrow, wide = QStyleOptionComboBox(), QStyleOptionComboBox()

    choice.initStyleOption(narrow)
    choice.resize(400, 40)
    choice.initStyleOption(wide)

    assert narrow.currentText.startswith("Semua")
    assert narrow.currentText.endswith("…")
    assert wide.currentText == choice.currentText() == "Semua jenis kelamin"


def test_arrows_move_through_tabs_and_segments(qtbot) -> None:
    tabs = Tabs(["Semua", "Kepala"])
    segments = SegmentedControl(["F4", "A4", "Folio"])
    for widget in (tabs, segments):
        qtbot.addWidget(widget)
        widget.show()

    with qtbot.waitSignal(tabs.current_changed):
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    with qtbot.waitSignal(segments.current_changed):
        QTest.keyClick(segments._group.button(0), Qt.Key.Key_Right)

    assert (tabs.current(), segments.current()) == (1, 1)


def test_enter_opens_the_current_row_of_a_table(qtbot) -> None:
    model = QStandardItemModel()
    model.appendRow([QStandardItem("Yusmaniar"), QStandardItem("44")])
    table = DataTable()
    table.setModel(model)
    qtbot.addWidget(table)
    table.show()
    table.selectRow(0)

    with qtbot.waitSignal(table.activated):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_a_grave_dialog_leads_back_with_enter_and_escape(qtbot, page) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = ConfirmDialog(
            page, title="Hapus tiket?", text="Tidak bisa diurungkan.", confirm="Hapus tiket"
        )
        qtbot.addWidget(dialog)
        answers: list[bool] = []
        dialog.finished.connect(lambda result, answers=answers: answers.append(bool(result)))
        dialog.open()
        qtbot.waitExposed(dialog)

        QTest.keyClick(dialog, key)

        assert answers == [False]


def test_undo_is_called_once_and_the_toast_goes(qtbot, page) -> None:
    toast, undone = Toast(page), []
    toast.say("Draf dihapus", undo=lambda: undone.append("draf"))

    toast.take_back()
    toast.take_back()

    assert undone == ["draf"]
    assert toast.text() == ""


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_stands_out_from_its_ground(theme: Theme) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1; borders of inputs 3 to 1 (1.4.11)."""
    texts = [
        (theme.ink3, theme.surface), (theme.ink3, theme.bg), (theme.ink2, theme.sunken),
        (theme.on_pri, theme.pri), (theme.pri_ink, theme.pri_soft), (theme.nav_ink2, theme.nav),
        (theme.on_gold, theme.gold), (theme.gold_ink, theme.gold_soft),
        (theme.err, theme.err_soft), (theme.err, theme.surface), (theme.ok, theme.ok_soft),
        (theme.warn, theme.warn_soft), (theme.info, theme.info_soft),
        (theme.clay, theme.clay_soft),
    ]  # fmt: skip
    lines = [(theme.border_strong, theme.surface), (theme.focus, theme.bg)]

    assert [pair for pair in texts if _contrast(*pair) < 4.5] == []
    assert [pair for pair in lines if _contrast(*pair) < 3] == []


def test_every_theme_fills_the_sheet(qapp, restyled) -> None:
    for theme in (DARK, LIGHT):
        restyled(theme)
        assert "$" not in qapp.styleSheet()
        assert QApplication.palette().window().color().name().upper() == theme.bg


def _contrast(one: str, other: str) -> float:
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_columns_give_way_in_their_order_before_the_names_are_cut() -> None:
    plan = ColumnPlan({1: 100, 2: 80, 3: 60}, stretch=0, least=200, yielding=((2, 50), (3, 0)))

    assert plan.shared(500) == {1: 100, 2: 80, 3: 60}
    assert plan.shared(420) == {1: 100, 2: 60, 3: 60}
    assert plan.shared(380) == {1: 100, 2: 50, 3: 0}


@pytest.mark.parametrize("scale", SCALES)
def test_a_dialog_is_as_high_as_what_it_asks(qtbot, qapp, scale: float) -> None:
    """A screen of 768 lines squeezed what was asked into the two thirds that Qt allows."""
    apply_style(qapp, LIGHT, scale)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    dialog = ConfirmDialog(window, title="Batalkan?", text="Nomor tetap.", confirm="Batalkan")
    fields = [LabeledField("Keterangan", TextInput()) for _ in range(6)]
    for field in fields:
        dialog.body.addWidget(field)

    dialog.show()

    assert dialog.height() > QApplication.primaryScreen().size().height() * 0.5
    assert all(field.height() >= field.sizeHint().height() for field in fields)
    dialog.hide()
    apply_style(qapp, LIGHT)


def test_the_line_of_counts_gives_up_a_count_rather_than_cut_it(qtbot) -> None:
    head = PageHead("Penduduk")
    qtbot.addWidget(head)
    head.resize(1100, 50)
    head.show()
    head.set_subtitle("1.200 jiwa, 575 laki-laki, 625 perempuan", "1.200 jiwa")
    line = head.findChild(QLabel, "counts")
    assert line.text() == "1.200 jiwa, 575 laki-laki, 625 perempuan"

    head.resize(380, 50)

    assert line.text() == "1.200 jiwa"


def test_a_choice_that_has_room_is_shown_whole(qtbot, page) -> None:
    combo = ComboInput()
    qtbot.addWidget(combo)
    combo.addItem("Semua jenis surat")
    combo.setFixedWidth(182)
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    assert option.currentText == "Semua jenis surat"


def test_a_combo_finds_an_equal_value_that_is_another_object(qtbot) -> None:
    combo = ComboInput()
    qtbot.addWidget(combo)
    for value in (new_uuid7(SystemClock()), new_uuid7(SystemClock())):
        combo.addItem("orang", value)
    assert combo.findData(UUID(str(combo.itemData(1)))) == 1
    assert combo.findData(new_uuid7(SystemClock())) == -1


def test_a_dialog_without_a_window_is_as_tall_as_its_words(qtbot) -> None:
    dialog = ErrorDialog(NotFoundError("Kata yang panjang sekali " * 8 + "habis. Sisanya."), None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert clipped_words(dialog) == []
