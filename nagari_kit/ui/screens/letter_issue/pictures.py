"""The states of writing a letter for `tools/render_screens.py`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtWidgets import QApplication, QWidget

from nagari_kit.domain.letters import LetterInput
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.residents import LifeStatus, ResidentFilter, ResidentRow
from nagari_kit.errors import DiskFullError, PrintError
from nagari_kit.services.letter_people import outsider_hit, row_hit
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.letter_issue.filing_dialog import FilingDialog
from nagari_kit.ui.screens.letter_issue.role_card import RoleCard
from nagari_kit.ui.screens.letter_issue.view import LetterIssueView

_SKU = {
    "nama_usaha": "Dapur Randang Uni Yus",
    "jenis_usaha": "Industri makanan rumahan",
    "tempat_usaha": "Jorong Koto Tuo, dekat Balai Adat",
    "berdiri_sejak": "Maret 2019",
    "keperluan": "pengajuan kredit usaha rakyat",
}
_LONG = {
    **_SKU,
    "nama_usaha": "Usaha Bersama Pengolahan Randang, Dendeng dan Karak Kaliang Saiyo Sakato",
    "tempat_usaha": "Jorong Pincuran Tujuah, simpang tiga dekat Surau Baitul Makmur, sebelah pasar",
}
_SKTM = {
    "keperluan": "pengajuan beasiswa",
    "penghasilan_ayah": "900000",
    "penghasilan_ibu": "tidak tetap",
}
_MUCH = {**_SKTM, "penghasilan_ayah": "99999999999999"}
_DOMISILI = {
    "alamat_ktp": "Jalan Batang Agam Nomor 12, Kelurahan Contoh, Kota Contoh",
    "sejak": "2015-03-01",
    "jorong": "Koto Tuo",
    "alamat": "Jalan Balai Adat, rumah keluarga Uni Yus",
    "keperluan": "pembukaan rekening tabungan",
}
_REFUSED_PLACE = 3
_UNTRUE_DAY = {**_DOMISILI, "sejak": "2031-01-01", "keperluan": ""}


def pictures() -> tuple[Picture, ...]:
    """From choosing the resident to the filed letter."""
    return (
        Picture("mulai", _begun),
        Picture("warga", lambda open_shell: _residents(open_shell, "sya")),
        Picture("warga-kosong", lambda open_shell: _residents(open_shell, "xqzvw")),
        Picture("jenis", _types),
        Picture("isian", lambda open_shell: _form(open_shell, _SKU)),
        Picture("isian-panjang", lambda open_shell: _form(open_shell, _LONG)),
        Picture("isian-sktm", lambda open_shell: _form(open_shell, _SKTM, "sktm")),
        Picture("isian-domisili", lambda open_shell: _form(open_shell, _DOMISILI, "domisili")),
        Picture("jenis-cari", _types_found),
        Picture("jenis-meninggal", lambda open_shell: _types(open_shell, dead=True)),
        Picture("orang-kematian", lambda open_shell: _about(open_shell, "kematian")),
        Picture("orang-ahli-waris", _heirs),
        Picture("orang-n1", lambda open_shell: _about(open_shell, "n1")),
        Picture("orang-cari", _person_search),
        Picture("orang-luar", _outsider),
        Picture("orang-galat", lambda open_shell: _wrong(open_shell, "ahli_waris")),
        Picture("tanpa-undangan", lambda open_shell: _nobodys(open_shell, "undangan")),
        Picture("bebas-sporadik", lambda open_shell: _about(open_shell, "sporadik")),
        Picture("tabel-beda-identitas", lambda open_shell: _about(open_shell, "beda_identitas")),
        Picture("syarat", _papers),
        Picture("nomor", lambda open_shell: _filing(open_shell, back=False)),
        Picture("nomor-mundur", lambda open_shell: _filing(open_shell, back=True)),
        Picture("diperiksa", lambda open_shell: _on_desk(open_shell, "submit")),
        Picture("siap", _ready),
        Picture("dikembalikan", lambda open_shell: _on_desk(open_shell, "refuse")),
        Picture("galat", _refused),
        Picture("galat-sktm", lambda open_shell: _refused_as(open_shell, {}, "sktm")),
        Picture(
            "galat-domisili", lambda open_shell: _refused_as(open_shell, _UNTRUE_DAY, "domisili")
        ),
        Picture("tanya-lagi", lambda open_shell: _refused_as(open_shell, _MUCH, "sktm")),
        Picture("sibuk", _busy),
        Picture("draf-gagal", _unsaved),
        Picture("terbit", _issued),
        Picture("cetak-gagal", _unprinted),
    )


def _view(window: MainWindow) -> LetterIssueView:
    view = shown_screen(window).widget
    if not isinstance(view, LetterIssueView):
        msg = "the letter is not shown"
        raise TypeError(msg)
    return view


def _begun(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.navigate("letter_issue")
    return window


def _residents(open_shell: OpenShell, typed: str) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.navigate("letter_issue")
    _view(window).residents.search.setText(typed)
    return window


def _types(open_shell: OpenShell, *, dead: bool = False) -> MainWindow:
    window = open_shell(DEMONSTRATION)
    found = _somebody(window, dead=dead)
    window.navigate("letter_issue", resident_id=found.id)
    return window


def _types_found(open_shell: OpenShell) -> QWidget:
    window = _types(open_shell)
    _view(window).types.search.setText("nikah")
    return window


def _somebody(window: MainWindow, *, dead: bool = False) -> ResidentRow:
    """Of a household with several others; one who died, when that is wanted."""
    if not dead:
        return window.workspace.residents.search("sya", 1)[0]
    wanted = ResidentFilter(life_status=LifeStatus.DEAD)
    return window.workspace.residents.page(wanted, 0, 1).rows[0]


def _about(open_shell: OpenShell, type_id: str) -> MainWindow:
    """The form as it opens, with whom the books propose."""
    window = open_shell(DEMONSTRATION)
    dead = window.workspace.catalogue.get(type_id).subject == "meninggal"
    found = _somebody(window, dead=dead)
    window.navigate("letter_issue", resident_id=found.id, type_id=type_id)
    return window


def _nobodys(open_shell: OpenShell, type_id: str) -> MainWindow:
    window = open_shell(DEMONSTRATION)
    window.navigate("letter_issue", type_id=type_id)
    return window


def _heirs(open_shell: OpenShell) -> QWidget:
    """Twelve heirs, one of them from far away with a long name."""
    window = _about(open_shell, "ahli_waris")
    heirs = _view(window).form.people.parts["ahli_waris"]
    for row in window.workspace.residents.search("a", 11):
        heirs.take(row_hit(row))
    far = Outsider(
        PersonName("Muhammad Zulfadhli Rahmatullah Paninggahan Sutan Bandaro Kayo"),
        address="Jalan Merdeka Nomor 12, Kota Contoh, Provinsi Contoh",
    )
    heirs.take(outsider_hit(far))
    _view(window).form.focus_field("pihak.ahli_waris")
    return window


def _person_search(open_shell: OpenShell) -> QWidget:
    window = _about(open_shell, "kematian")
    form = _view(window).form
    role = next(part for part in form.people.parts.values() if isinstance(part, RoleCard))
    form.focus_field("pihak." + role.spec.id)
    role.picker.search.setText("nur")
    return window


def _outsider(open_shell: OpenShell) -> QWidget:
    window = _about(open_shell, "kematian")
    parts = _view(window).form.people.parts
    name = next(iter(parts))
    _view(window).form.people.outsider_wanted.emit(name, "marlis piliang", None)
    return window


def _papers(open_shell: OpenShell) -> QWidget:
    window = _about(open_shell, "ahli_waris")
    form = _view(window).form
    form.requirements.all.click()
    first = next(iter(form.requirements.rows.values()))
    first.waive("sudah diserahkan pada pengurusan bulan lalu")
    form.focus_field("signer")
    form.body.verticalScrollBar().setValue(form.body.verticalScrollBar().maximum())
    return window


def _filing(open_shell: OpenShell, *, back: bool) -> QWidget:
    window = _form(open_shell, _SKU)
    _view(window).form.filing.change.click()
    dialog = QApplication.activeModalWidget()
    if back and isinstance(dialog, FilingDialog):
        dialog.day.set_date(window.workspace.clock.today() - timedelta(days=5))
    return window


def _on_desk(open_shell: OpenShell, act: str) -> QWidget:
    window = _form(open_shell, _SKU)
    desk = window.workspace.desk
    draft = next(one for one in window.workspace.drafts.all() if one.type_id == "sku")
    desk.submit(draft.id)
    if act == "refuse":
        desk.refuse(draft.id, "Alamat usaha bukan di jorong itu. Periksa lagi dengan warganya.")
    window.navigate("home")
    window.navigate("letter_issue", draft_id=draft.id)
    return window


def _ready(open_shell: OpenShell) -> QWidget:
    """Drafts in every stage, two of them approved."""
    window = open_shell(DEMONSTRATION)
    workspace = window.workspace
    for place, row in enumerate(workspace.residents.search("sya", 4)):
        draft = workspace.drafts.save(LetterInput("sku", row.id, _SKU))
        if place:
            workspace.desk.submit(draft.id)
        if place in {1, 2}:
            workspace.desk.approve(draft.id)
        if place == _REFUSED_PLACE:
            workspace.desk.refuse(draft.id, "Alamat usaha bukan di jorong itu. Periksa lagi.")
    window.navigate("letter_issue")
    return window


def _wrong(open_shell: OpenShell, type_id: str) -> QWidget:
    window = _about(open_shell, type_id)
    _view(window).form.issue.click()
    return window


def _form(open_shell: OpenShell, values: Mapping[str, str], type_id: str = "sku") -> MainWindow:
    window = open_shell(DEMONSTRATION)
    found = window.workspace.residents.search("sya", 1)[0]
    draft = window.workspace.drafts.save(LetterInput(type_id, found.id, values))
    window.navigate("letter_issue", draft_id=draft.id)
    return window


def _refused(open_shell: OpenShell) -> QWidget:
    return _refused_as(open_shell, {**_SKU, "berdiri_sejak": "dulu", "keperluan": ""}, "sku")


def _refused_as(open_shell: OpenShell, values: Mapping[str, str], type_id: str) -> QWidget:
    window = _form(open_shell, values, type_id)
    _view(window).form.issue.click()
    return window


def _busy(open_shell: OpenShell) -> QWidget:
    window = _form(open_shell, _SKU)
    _view(window).form.set_busy(True)
    return window


def _unsaved(open_shell: OpenShell) -> QWidget:
    window = _form(open_shell, _SKU)
    _view(window).form.show_unsaved(
        DiskFullError("Ruang disk habis. Isian masih ada di layar.", hint="Kosongkan disk.")
    )
    return window


def _unprinted(open_shell: OpenShell) -> QWidget:
    window = _form(open_shell, _SKU)
    _view(window).form.issue.click()
    _view(window).result.show_print_error(
        PrintError(
            "Printer tidak menjawab. Surat tetap tersimpan.", hint="Periksa kabelnya, lalu ulangi."
        )
    )
    return window


def _issued(open_shell: OpenShell) -> QWidget:
    window = _form(open_shell, _SKU)
    _view(window).form.issue.click()
    return window
