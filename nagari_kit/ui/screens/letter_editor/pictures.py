"""The states of the editor for `tools/render_screens.py`."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from nagari_kit.errors import StorageError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.letter_editor import LetterEditorScreen, editing
from nagari_kit.ui.screens.letter_editor.item_dialog import ItemDialog
from nagari_kit.ui.screens.letter_editor.presenter import EditorPresenter
from nagari_kit.ui.widgets import SearchInput

_LONG = (
    "Nama tersebut di atas adalah benar penduduk {kantor.nama_lengkap}, {kantor.kecamatan}, dan "
    "menurut pengetahuan kami **memiliki usaha {isian.nama_usaha|kapital}** yang dijalankan "
    "bersama anggota keluarganya sejak lama, di {isian.tempat_usaha}, untuk {warga.alamat_lengkap}:"
)


def pictures() -> tuple[Picture, ...]:
    """From a type as it is shipped to one that is full of faults."""
    return (
        Picture("bawaan", _shipped),
        Picture("draf", _draft),
        Picture("salah", _faulty),
        Picture("ditanyakan", _asked),
        Picture("surat-ini", _head),
        Picture("tabel", _table),
        Picture("isian", _field),
        Picture("sisipkan", _names),
        Picture("pulihkan", _restore),
        Picture("bandingkan", _compare),
        Picture("riwayat", _history),
        Picture("baru", _new),
        Picture("nama-panjang", _long),
        Picture("kosong", _bare),
        Picture("menunggu", _waiting),
        Picture("galat", _trouble),
        Picture("daftar", _list),
    )


def _opened(open_shell: OpenShell, type_id: str = "sku") -> tuple[MainWindow, EditorPresenter]:
    window = open_shell(DEMONSTRATION)
    window.navigate("letter_editor", type_id=type_id)
    screen = cast("LetterEditorScreen", shown_screen(window))
    return window, screen.presenter


def _row(desk: EditorPresenter, kind: str) -> int:
    blocks = desk.history.now.content["blok"]
    place = next(n for n, one in enumerate(blocks) if one["jenis"] == kind)
    return editing.FIRST_BLOCK + place


def _with(desk: EditorPresenter, row: int, **values: Any) -> None:  # noqa: ANN401 - any keys
    content = desk.history.now.content
    former = editing.form_values(content, row)
    desk.change(editing.with_form(content, row, {**former, **values}), row)
    desk.examine()


def _shipped(open_shell: OpenShell) -> QWidget:
    window, _desk = _opened(open_shell)
    return window


def _changed(open_shell: OpenShell) -> tuple[MainWindow, EditorPresenter]:
    window, desk = _opened(open_shell)
    _with(desk, _row(desk, "paragraf"), teks=_LONG)
    content = desk.history.now.content
    last = max(n for n, one in enumerate(content["blok"]) if one["jenis"] == "paragraf")
    _with(desk, editing.FIRST_BLOCK + last, teks="Demikian surat ini dibuat untuk {warga.nama}.")
    desk.choose(_row(desk, "paragraf"))
    return window, desk


def _draft(open_shell: OpenShell) -> QWidget:
    window, desk = _changed(open_shell)
    desk.view.pane.take_focus()
    return window


def _faulty(open_shell: OpenShell) -> QWidget:
    window, desk = _opened(open_shell)
    first = _row(desk, "paragraf")
    _with(desk, first, teks="Nama {warga.namaa} adalah benar penduduk {kantor.nama|besar}.")
    rows = list(editing.form_values(desk.history.now.content, _row(desk, "data"))["baris"])
    rows[1] = {"label": "NIK", "isi": "{warga.nikk}"}
    _with(desk, _row(desk, "data"), baris=rows)
    content = desk.history.now.content
    field = {"id": "luas", "label": "Luas tempat usaha", "jenis": "angka"}
    desk.change(editing.with_field(content, field), first)
    desk.examine()
    desk.choose(first)
    return window


def _asked(open_shell: OpenShell) -> QWidget:
    window, desk = _opened(open_shell, "ahli_waris")
    desk.choose(editing.ASKED_ROW)
    return window


def _head(open_shell: OpenShell) -> QWidget:
    window, desk = _opened(open_shell)
    desk.choose(editing.HEAD_ROW)
    return window


def _table(open_shell: OpenShell) -> QWidget:
    window, desk = _opened(open_shell, "ahli_waris")
    desk.choose(_row(desk, "tabel"))
    return window


def _field(open_shell: OpenShell) -> QWidget:
    window, desk = _changed(open_shell)
    desk.view.pane.fields.add.click()
    dialog = desk.view.findChildren(ItemDialog)[-1]
    dialog.save.click()
    return window


def _names(open_shell: OpenShell) -> QWidget:
    window, desk = _changed(open_shell)
    desk.view.pane.insert.click()
    return window


def _restore(open_shell: OpenShell) -> QWidget:
    window, desk = _changed(open_shell)
    desk.view.restore.click()
    return window


def _compare(open_shell: OpenShell) -> QWidget:
    window, desk = _changed(open_shell)
    desk.view.bar.compare.click()
    return window


def _history(open_shell: OpenShell) -> QWidget:
    window, desk = _changed(open_shell)
    desk.view.publish.click()
    _with(desk, _row(desk, "paragraf"), teks="Menerangkan bahwa:")
    desk.view.publish.click()
    desk.view.bar.history.click()
    return window


def _new(open_shell: OpenShell) -> QWidget:
    window, desk = _opened(open_shell)
    desk.versions.ask_new()
    return window


def _long(open_shell: OpenShell) -> QWidget:
    window, desk = _changed(open_shell)
    title = "Surat Keterangan Usaha Perdagangan Hasil Bumi dan Anyaman Pandan Anak Nagari"
    _with(desk, editing.HEAD_ROW, judul=title, judul_pendek=title)
    desk.view.show_editor(title)
    desk.choose(_row(desk, "paragraf"))
    desk.view.extent.setCurrentIndex(2)
    return window


def _bare(open_shell: OpenShell) -> QWidget:
    window, desk = _opened(open_shell)
    content = desk.history.now.content
    bare = {"surat": content["surat"], "blok": [{"jenis": "kop"}, {"jenis": "ttd"}]}
    desk.change(bare, editing.ASKED_ROW)
    desk.examine()
    return window


def _waiting(open_shell: OpenShell) -> QWidget:
    window, desk = _opened(open_shell)
    desk.view.show_waiting()
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window, desk = _opened(open_shell)
    desk.view.show_trouble(
        StorageError("Jenis surat tidak terbaca. Datanya tidak berubah.", hint="Coba lagi nanti.")
    )
    return window


def _list(open_shell: OpenShell) -> QWidget:
    window, desk = _changed(open_shell)
    desk.view.publish.click()
    window.navigate("settings", section="jenis")
    window.findChildren(SearchInput, "typeSearch")[0].setText("usaha")
    return window
