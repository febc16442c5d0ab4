"""The states of a resident's record for `tools/render_screens.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from nagari_kit.domain.event_reports import DeathReport
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.resident_documents import DocumentKind
from nagari_kit.domain.residents import LifeStatus, Resident, Sex
from nagari_kit.errors import NotFoundError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.resident_record.document_dialog import DocumentDialog
from nagari_kit.ui.screens.resident_record.purpose_dialog import PurposeDialog
from nagari_kit.ui.screens.resident_record.view import ResidentRecordView

_LONG = "Muhammad Rizki Ramadhan Al Ghifari Kurniawan Datuak Rajo Nan Panjang Bagindo Sutan"


def pictures() -> tuple[Picture, ...]:
    """From the ordinary page to what can come up."""
    return (
        Picture("normal", _normal),
        Picture("keperluan", _asked),
        Picture("nik-tampil", _revealed),
        Picture("ragu", _doubtful),
        Picture("meninggal", _dead),
        Picture("ditinggal", _bereaved),
        Picture("tidak-valid", _invalid),
        Picture("digabung", _merged),
        Picture("nama-panjang", _long_name),
        Picture("diperbaiki", _corrected),
        Picture("baru", _bare),
        Picture("tambah-dokumen", _adding),
        Picture("hapus-dokumen", _removing),
        Picture("galat", _trouble),
    )


def _shown(window: MainWindow, resident_id: ResidentId) -> ResidentRecordView:
    window.navigate("resident_record", resident_id=resident_id)
    view = shown_screen(window).widget
    if not isinstance(view, ResidentRecordView):
        msg = "the record is not shown"
        raise TypeError(msg)
    return view


def _served(window: MainWindow) -> Resident:
    """Somebody who was given a letter, so that the record has one."""
    letter = window.workspace.home.overview().today[0]
    if letter.resident_id is None:
        raise LookupError("the first letter of the day is nobody's")
    return window.workspace.residents.record(letter.resident_id).resident


def _with_papers(window: MainWindow) -> Resident:
    """The same person with a photo, two scans and people who looked."""
    somebody = _served(window)
    with TemporaryDirectory() as folder:
        for kind, colours in (
            (DocumentKind.KTP, ("#cfe3f5", "#7aa6cc")),
            (DocumentKind.KK, ("#f4efe3", "#c9b98f")),
            (DocumentKind.PHOTO, ("#c65f4c", "#f1d3b5")),
        ):
            path = Path(folder) / f"{kind.value}.png"
            _drawn(colours).save(str(path))
            window.workspace.scans.add(somebody.id, kind, path)
    for purpose in ("mencari NIK", "periksa surat", "perbaikan data"):
        window.workspace.accesses.note(somebody.id, purpose)
    return somebody


def _drawn(colours: tuple[str, str]) -> QImage:
    """Stands for a photograph: a figure before a wall."""
    ground, figure = colours
    image = QImage(600, 720, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(figure))
    painter.drawEllipse(200, 150, 200, 240)
    painter.drawEllipse(90, 430, 420, 500)
    painter.end()
    return image


def _normal(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _shown(window, _with_papers(window).id)
    return window


def _asked(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _shown(window, _with_papers(window).id).head.reveal.click()
    return window


def _revealed(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _shown(window, _with_papers(window).id).head.reveal.click()
    dialog = window.findChild(PurposeDialog)
    if dialog is not None:
        dialog.buttons[0].click()
    return window


def _changed(window: MainWindow, changed: Resident) -> QWidget:
    view = _shown(window, changed.id)
    page = window.workspace.pages.read(changed.id)
    lives_on = "Yusmaniar Koto" if changed.merged_into else ""
    page = replace(page, record=replace(page.record, resident=changed), lives_on_as=lives_on)
    view.show_page(page, window.clock.today())
    return window


def _doubtful(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    somebody = _served(window)
    born = somebody.birth_date.replace(day=1) if somebody.birth_date else None
    nik = (somebody.nik or "1306990509820003")[:6] + "290282" + "0003"
    return _changed(window, replace(somebody, nik=nik, birth_date=born))


def _dead(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    somebody = _served(window)
    _bury(window, somebody)
    _shown(window, somebody.id)
    return window


def _bereaved(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    somebody = _served(window)
    spouse = window.workspace.residents.record(somebody.id).members[0]
    _bury(window, somebody)
    _shown(window, spouse.id)
    return window


def _bury(window: MainWindow, somebody: Resident) -> None:
    today = window.clock.today()
    window.workspace.population.record(
        DeathReport(
            event_date=today - timedelta(days=40),
            report_date=today,
            resident_id=somebody.id,
            place="RSUD Batang Contoh",
            cause=1,
        )
    )


def _invalid(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    reason = "tertulis dua kali waktu impor pertama"
    gone = replace(_served(window), life_status=LifeStatus.INVALID, invalid_reason=reason)
    return _changed(window, gone)


def _merged(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    somebody = _served(window)
    gone = replace(somebody, life_status=LifeStatus.INVALID, merged_into=somebody.id)
    return _changed(window, gone)


def _long_name(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    somebody = _with_papers(window)
    named = replace(somebody.name, name=_LONG)
    address = "Jalan Surau Gadang Simpang Ampek Nomor 117 B, dekat Mushalla Nurul Iman, Jorong Koto"
    return _changed(window, replace(somebody, name=named, current_address=address))


def _corrected(open_shell: OpenShell) -> QWidget:
    """Two corrections stand in the timeline, of one fact and of many."""
    window = open_shell(DEMONSTRATION)
    entry, known = window.workspace.entry, _served(window)
    once = replace(known, phone="081234567890")
    entry.correct(once, known, None, "")
    again = replace(
        once, current_address="Jalan Surau Gadang", suku="Tanjuang", occupation=3, note="Rajin"
    )
    entry.correct(again, once, None, "sesuai kartu keluarga yang dibawa anaknya pagi ini")
    _shown(window, known.id)
    return window


def _bare(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    entry = window.workspace.entry
    one = Resident(entry.new_resident_id(), PersonName("Nurlis"), sex=Sex.FEMALE)
    entry.register(one, None, "belum tercatat")
    _shown(window, one.id)
    return window


def _adding(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _shown(window, _with_papers(window).id).documents.add.click()
    dialog = window.findChild(DocumentDialog)
    if dialog is not None:
        dialog.keep.click()
    return window


def _removing(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    somebody = _with_papers(window)
    view = _shown(window, somebody.id)
    view.documents.removal_requested.emit(window.workspace.scans.of(somebody.id)[1])
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _shown(window, _served(window).id).show_trouble(
        NotFoundError(
            "Warga ini tidak ada lagi di data nagari.", hint="Cari lagi di daftar penduduk."
        )
    )
    return window
