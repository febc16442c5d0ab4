"""Loads each section when it is shown and saves what the officer changed."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import OfficeProfile, Officer
from nagari_kit.errors import InputError, NagariError
from nagari_kit.infra.files import write_atomically
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.doctor import HealthReport
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.screens.settings.areas_presenter import AreasPresenter
from nagari_kit.ui.screens.settings.holidays_presenter import HolidaysPresenter
from nagari_kit.ui.screens.settings.letter_types_section import LetterTypesPresenter
from nagari_kit.ui.screens.settings.look_presenter import LookPresenter
from nagari_kit.ui.screens.settings.neighbours_presenter import NeighboursPresenter
from nagari_kit.ui.screens.settings.numbering_presenter import NumberingPresenter
from nagari_kit.ui.screens.settings.section import EditedSection
from nagari_kit.ui.screens.settings.view import SettingsView
from nagari_kit.ui.shell import Shell


class SettingsPresenter(QObject):
    """One section at a time; a section that is not shown is loaded when it is."""

    def __init__(self, shell: Shell, view: SettingsView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._device = DeviceSettings(shell.workspace.paths.device_dir)
        self.areas = AreasPresenter(shell, view.areas, self)
        self.numbering = NumberingPresenter(shell, view.numbering, self)
        self.look = LookPresenter(shell, view.look, self)
        self.types = LetterTypesPresenter(shell, view.types, self)
        self.neighbours = NeighboursPresenter(shell, view.neighbours, self)
        self.holidays = HolidaysPresenter(shell, view.holidays, self)
        self._loaders: dict[str, Callable[[], None]] = {
            "tampilan": self._load_appearance,
            "kop": self._load_kop,
            "halaman": self.look.load,
            "pejabat": self._load_officers,
            "camat": self.neighbours.load,
            "wilayah": self.areas.load,
            "nomor": self.numbering.load,
            "jenis": self.types.load,
            "libur": self.holidays.load,
            "tentang": self._load_about,
        }
        view.section_chosen.connect(self._load)
        view.kop.discard_requested.connect(self._load_kop)
        view.officers.discard_requested.connect(self._load_officers)
        view.appearance.changed.connect(self._save_appearance)
        view.kop.save_requested.connect(self._save_kop)
        view.kop.test_page_requested.connect(self._save_test_page)
        view.officers.save_requested.connect(self._save_officer)
        view.officers.new_requested.connect(self._new_officer)
        view.about.check_requested.connect(self._check)

    def enter(self, section: str) -> None:
        """Show a section and load it."""
        before = self._view.sections.currentRow()
        self._view.choose(section)
        if before == self._view.sections.currentRow():
            self._load(self._view.current())

    def reload(self, changes: Changes) -> None:
        """Load again what others changed; never over what is being typed."""
        shown = self._view.current()
        counts = Kind.LETTERS in changes.kinds and shown == "nomor"
        if counts or changes.kinds & {Kind.OFFICE, Kind.NUMBERING}:
            self._load(shown)

    def _load(self, name: str) -> None:
        self._loaders[name]()

    def _read(self, name: str, work: Callable[[], Any], show: Callable[[Any], None]) -> None:
        self._shell.runner.start(
            lambda _progress, _token: work(),
            key=f"settings:{name}",
            on_success=show,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _write(
        self,
        work: Callable[[], Changes],
        done: Callable[[], None],
        mark: Callable[[dict[str, str]], None],
    ) -> None:
        def saved(changes: Changes) -> None:
            mark({})
            done()
            self._shell.changed(changes, self)

        def refused(error: NagariError) -> None:
            if isinstance(error, InputError) and error.fields:
                mark(error.fields)
            else:
                self._shell.show_error(error)

        self._shell.runner.start(
            lambda _progress, _token: work(),
            key="settings:save",
            on_success=saved,
            on_error=refused,
            lane="write",
        )

    def _load_appearance(self) -> None:
        self._view.appearance.show_choice(self._device.theme, self._device.font_scale)

    def _save_appearance(self, theme: str, scale: float) -> None:
        self._device.remember(theme=theme, font_scale=scale)
        self._shell.restyle()

    def _load_kop(self) -> None:
        section = self._view.kop
        self._read(
            "kop",
            self._shell.workspace.office.profile,
            _unless_edited(section, section.show_profile),
        )

    def _save_kop(self, profile: OfficeProfile) -> None:
        office, section = self._shell.workspace.office, self._view.kop
        self._write(
            lambda: office.save_profile(profile), section.show_saved, section.form.show_errors
        )

    def _save_test_page(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self._view,
            self.tr("Simpan lembar uji"),
            str(Path.home() / "lembar-uji.pdf"),
            self.tr("PDF (*.pdf)"),
        )
        if not name:
            return

        def work() -> Path:
            target = Path(name)
            write_atomically(target, self._shell.workspace.office.test_page())
            return target

        self._read(
            "test_page",
            work,
            lambda path: self._shell.toast(self.tr("Lembar uji tersimpan"), str(path)),
        )

    def _load_officers(self, saved: OfficerId | None = None) -> None:
        section = self._view.officers

        def show(officers: tuple[Officer, ...]) -> None:
            section.show_officers(officers, saved)
            if saved is not None:
                section.tell_saved()

        self._read("pejabat", self._shell.workspace.office.officers, _unless_edited(section, show))

    def _new_officer(self) -> None:
        fresh = Officer(
            OfficerId(new_uuid7(self._shell.workspace.clock)),
            PersonName(""),
            self.tr("Sekretaris Nagari"),
            on_behalf=True,
        )

        def show(officers: tuple[Officer, ...]) -> None:
            self._view.officers.show_officers((*officers, fresh), fresh.id)
            self._view.officers.form.inputs["name"].setFocus()

        self._read(
            "pejabat",
            self._shell.workspace.office.officers,
            _unless_edited(self._view.officers, show),
        )

    def _save_officer(self, officer: Officer) -> None:
        office, section = self._shell.workspace.office, self._view.officers

        def done() -> None:
            section.show_saved()
            self._load_officers(officer.id)

        self._write(lambda: office.save_officer(officer), done, section.show_errors)

    def _load_about(self) -> None:
        workspace = self._shell.workspace
        self._view.about.show_facts(
            [
                (self.tr("Versi"), version("nagari-kit")),
                (self.tr("Folder data"), str(workspace.paths.data_dir)),
                (self.tr("Petugas"), workspace.actor),
            ]
        )
        self._check()

    def _check(self) -> None:
        from nagari_kit.services.doctor import examine_open

        workspace = self._shell.workspace
        self._view.about.show_busy()

        def work() -> HealthReport:
            return examine_open(workspace)

        self._read("tentang", work, self._view.about.show_report)


def _unless_edited(section: EditedSection, show: Callable[[Any], None]) -> Callable[[Any], None]:
    """Show what was read, unless something unsaved stands there when the answer comes."""

    def guarded(found: Any) -> None:  # noqa: ANN401 - each section its own
        if section.is_edited():
            section.keep_typed()
        else:
            show(found)

    return guarded
