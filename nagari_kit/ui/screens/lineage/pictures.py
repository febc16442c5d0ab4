"""The states of the ranji page for `tools/render_screens.py`."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.lineage import DIED_ONCE, LineageNode
from nagari_kit.domain.lineage_entry import LineageEntry
from nagari_kit.domain.residents import Sex
from nagari_kit.errors import StorageError
from nagari_kit.services.lineage import LineageService
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.lineage.node_dialog import NodeDialog
from nagari_kit.ui.screens.lineage.view import LineageView

_KAUM = "Dt. Paduko Alam"
_NAMES = ("Rahmat Hidayat", "Silvia Maharani", "Dewi", "Muhammad Fauzan", "Nur Aini", "Yulia")
_LONG = "Siti Nurhalizah Rahmawati Binti Sutan Bagindo Alam Syah Nan Panjang"


def pictures() -> tuple[Picture, ...]:
    """From nothing at all to a kaum of sixty."""
    return (
        Picture("normal", _normal),
        Picture("contoh", _as_demonstrated),
        Picture("enam-puluh", _sixty),
        Picture("melebar", _wide),
        Picture("orang", _person),
        Picture("kosong", _empty),
        Picture("isian", _form),
        Picture("isian-salah", _refused),
        Picture("keluarkan", _remove),
        Picture("tautkan", _link),
        Picture("cetak", _paper),
        Picture("nama-panjang", _long),
        Picture("menunggu", _waiting),
        Picture("galat", _trouble),
    )


def _view(window: MainWindow) -> LineageView:
    view = shown_screen(window).widget
    if not isinstance(view, LineageView):
        msg = "the ranji is not shown"
        raise TypeError(msg)
    return view


def _added(
    ranji: LineageService, name: str, mother: LineageNode | None = None, **facts: object
) -> LineageNode:
    usual: dict[str, object] = {"sex": Sex.FEMALE, "suku": "Piliang", **facts}
    mother_id = mother.id if mother else None
    entry = LineageEntry(name, mother_id=mother_id, **usual)  # type: ignore[arg-type]  # any fact of a person
    return ranji.add(_KAUM, entry).after[0]


def _fill(ranji: LineageService) -> LineageNode:
    """Nineteen people in four generations; returns one of the third."""
    men = {"sex": Sex.MALE}
    rabiah = _added(ranji, "Siti Rabiah", birth_year=1900, death_year=DIED_ONCE)
    nurani = _added(ranji, "Nurani", rabiah, birth_year=1925, death_year=1987)
    _added(ranji, "Marah Udin", rabiah, **men, birth_year=1928, gelar=_KAUM, death_year=1999)
    saniah = _added(ranji, "Saniah", rabiah, birth_year=1932, death_year=DIED_ONCE)
    asnimar = _added(ranji, "Asnimar", nurani, birth_year=1964, spouse="Jamaris")
    _added(ranji, "Basri", nurani, **men, gelar=_KAUM, birth_year=1966)
    nurbaiti = _added(ranji, "Nurbaiti", nurani, birth_year=1969)
    _added(ranji, "Jusmar", saniah, **men, birth_year=1955, gelar="Malin Sati")
    rosna = _added(ranji, "Rosna", saniah, birth_year=1958, death_year=2001)
    ramlah = _added(ranji, "Ramlah", saniah, birth_year=1966)
    for mother, names in (
        (asnimar, "Yulfa Rido Wulan"),
        (nurbaiti, "Silvi Dona"),
        (rosna, "Fauzan Mira"),
        (ramlah, "Tika Rahmi"),
    ):
        for number, name in enumerate(names.split()):
            sex = Sex.MALE if name in {"Rido", "Fauzan"} else Sex.FEMALE
            _added(ranji, name, mother, birth_year=1987 + 3 * number, sex=sex)
    return asnimar


def _shown(open_shell: OpenShell) -> MainWindow:
    window = open_shell(DEMONSTRATION)
    asnimar = _fill(window.workspace.lineage)
    window.navigate("lineage", kaum=_KAUM)
    view = _view(window)
    view.tree_card.tree.set_current(asnimar.id)
    view.tree_card.tree.setFocus()
    return window


def _normal(open_shell: OpenShell) -> QWidget:
    return _shown(open_shell)


def _sixty(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    ranji = window.workspace.lineage
    _fill(ranji)
    grown = [one for one in ranji.tree(_KAUM).nodes if one.name in {"Nurani", "Saniah"}]
    for number in range(8):
        name = f"{_NAMES[number % len(_NAMES)]} Sari"
        _added(ranji, name, grown[number % 2], birth_year=1971 + number)
    lineage = ranji.tree(_KAUM)
    mothers = [one for one in lineage.nodes if one.may_have_children and lineage.depth(one.id) == 3]
    for number in range(33):
        mother = mothers[number % len(mothers)]
        sex = Sex.MALE if number % 3 == 0 else Sex.FEMALE
        name = _NAMES[number % len(_NAMES)]
        _added(ranji, name, mother, sex=sex, birth_year=1996 + number // 4)
    window.navigate("lineage", kaum=_KAUM)
    return window


def _wide(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    card = _view(window).tree_card
    card.form.set_current(1 - card.form.current())
    card.form.current_changed.emit(card.form.current())
    return window


def _person(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    _view(window)._tabs.set_current(1)  # noqa: SLF001 - the picture of a small window
    return window


def _as_demonstrated(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.navigate("lineage")
    return window


def _empty(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    window.navigate("lineage")
    return window


def _form(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    _view(window).panel.child.click()
    return window


def _refused(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    view = _view(window)
    view.panel.edit.click()
    dialog = view.findChildren(NodeDialog)[-1]
    dialog.name.setText("")
    dialog.birth_year.setText("1864")
    dialog.dead.setChecked(True)
    dialog.death_year.setText("1850")
    dialog.save.click()
    return window


def _remove(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    _view(window).panel.remove.click()
    return window


def _link(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    _view(window).panel.link.click()
    return window


def _paper(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    _view(window).print.click()
    return window


def _long(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    ranji = window.workspace.lineage
    top = _added(ranji, _LONG, gelar="Bundo Kanduang Nan Gadang", death_year=1950)
    for word in ("Satu", "Dua", "Tiga"):
        _added(ranji, f"{_LONG} {word}", top, gelar="Dt. Rajo Nan Panjang Sakali", note=_LONG)
    window.navigate("lineage", kaum=_KAUM)
    return window


def _waiting(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    _view(window).show_waiting()
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    _view(window).show_trouble(
        StorageError("Ranji tidak terbaca. Datanya tidak berubah.", hint="Coba lagi sebentar lagi.")
    )
    return window
