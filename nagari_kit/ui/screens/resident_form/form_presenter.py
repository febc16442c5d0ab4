"""Checks the sheet while it is filled in, and saves it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain import nik
from nagari_kit.domain.changes import Changes
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.residents import Household, Resident
from nagari_kit.errors import ConflictError, InputError, NagariError
from nagari_kit.ui.screens.resident_form.field_specs import RESTRICTED
from nagari_kit.ui.screens.resident_form.form_values import said_by_nik, texts_of, titles_apart
from nagari_kit.ui.screens.resident_form.known_people import BIRTH_DATE, NAME, NIK, KnownPeople
from nagari_kit.ui.screens.resident_form.sitting import (
    HOUSEHOLD,
    HouseholdChoice,
    Sitting,
    Verdict,
    labels,
)
from nagari_kit.ui.screens.resident_form.view import ResidentFormView
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog

_LONG_HERE = "Sudah lama tinggal, belum tercatat"


class FormPresenter(QObject):
    """Owns the sitting. `saved` carries it with the record, as long as it is on the sheet."""

    saved = Signal(object, object)

    def __init__(self, shell: Shell, view: ResidentFormView, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self.sitting: Sitting | None = None
        self._is_saving = False
        sheet = view.sheet
        sheet.edited.connect(self._edited)
        sheet.left.connect(self._left)
        sheet.picker.search_wanted.connect(self._search)
        sheet.restricted_requested.connect(self._open_restricted)
        self._known = KnownPeople(shell, sheet, self)
        self._known.found.connect(self._mark)
        view.save_requested.connect(self.save)

    def open(self, sitting: Sitting) -> None:
        """Fill the sheet and put the caret where typing begins."""
        self.sitting = sitting
        self._known.begin(sitting)
        sheet = self._view.sheet
        sheet.begin(
            sitting.first_texts(), sitting.start.home, sitting.start.jorong, sitting.first_mode()
        )
        sheet.propose_suku(sitting.start.suku)
        sheet.picker.name_areas(sitting.start.area_word)
        self.show()
        if sitting.base.nik and sitting.is_new:
            self._fill_from_nik()
            self._known.look_up(NIK)
        first = NIK if not sitting.base.nik and sitting.is_new else NAME
        sheet.focus(first)

    def show(self) -> None:
        """Show the sheet as it stands."""
        sitting = self.sitting
        if sitting is None:
            return
        if sitting.is_new:
            title = self.tr("Tambah warga baru")
            line = self.tr("Sudah lama tinggal, belum tercatat. Wajib: nama dan jenis kelamin.")
        else:
            title = self.tr("Ubah data warga")
            line = sitting.base.name.full()
        self._view.show_form(title, line, self.tr("Tersimpan sesudah tombol Simpan ditekan"))
        if sitting.is_typed:
            self._view.show_typing()

    def let_go(self) -> None:
        """Forget what was typed."""
        self.sitting = None
        self._known.begin(None)

    def save(self) -> None:
        """Check all of it, ask about what seems odd, and write it."""
        sitting = self.sitting
        if sitting is None or self._is_saving:
            return
        verdict = self._verdict(sitting)
        if verdict.faults:
            sitting.touched |= {*verdict.faults}
            self._mark()
            self._view.show_faults(verdict.faults)
            self._view.sheet.focus(next(path for path in labels() if path in verdict.faults))
        elif verdict.all_doubts or sitting.counted_changes(verdict.resident):
            self._ask_why(sitting, verdict)
        else:
            self._write(sitting, verdict.resident, verdict.household, "")

    def _verdict(self, sitting: Sitting) -> Verdict:
        picker = self._view.sheet.picker
        choice = HouseholdChoice(
            picker.mode(), picker.hit(), picker.new_household(), picker.fault()
        )
        return sitting.judge(self._view.sheet.texts(), choice)

    def _mark(self) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        verdict = self._verdict(sitting)
        shown = {path: words for path, words in verdict.faults.items() if path in sitting.touched}
        self._view.sheet.show_remarks(shown, verdict.doubts)

    def _edited(self, path: str) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        sitting.is_typed = True
        self._view.show_typing()
        if path in {NIK, NAME, BIRTH_DATE}:
            self._view.sheet.banner.hide()
        if path in self._view.sheet.faults():
            # What is being mended is no longer held against the officer.
            sitting.touched.discard(path)
            self._mark()

    def _left(self, path: str) -> None:
        sitting = self.sitting
        if sitting is None or not sitting.is_typed:
            return
        if path == NIK:
            self._fill_from_nik()
        elif path == NAME:
            self._view.sheet.put(titles_apart(self._view.sheet.texts()))
        self._known.look_up(path)
        texts = self._view.sheet.texts()
        if texts.get(path) or path == HOUSEHOLD:
            sitting.touched.add(path)
        self._mark()

    def _fill_from_nik(self) -> None:
        sitting = self.sitting
        if sitting is not None and sitting.is_new:
            texts = self._view.sheet.texts()
            found = said_by_nik(nik.compact(texts[NIK]), texts, sitting.today)
            self._view.sheet.put(found)

    def _search(self, text: str) -> None:
        if not text:
            self._view.sheet.picker.show_hits("", ())
            return
        entry, picker = self._shell.workspace.entry, self._view.sheet.picker

        def done(hits: tuple[HouseholdHit, ...]) -> None:
            if picker.search.text().strip() == text:
                picker.show_hits(text, hits)

        self._shell.runner.start(
            lambda _progress, _token: entry.households(text, 6),
            key="resident_form:household",
            on_success=done,
            on_error=self._shell.show_error,
        )

    def _open_restricted(self) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        texts = {
            path: text
            for path, text in texts_of(sitting.base).items()
            if path.startswith(f"{RESTRICTED}.")
        }
        if sitting.is_new:
            self._view.sheet.open_restricted(texts)
            return
        accesses, resident_id = self._shell.workspace.accesses, sitting.base.id

        def done(_nothing: None) -> None:
            if sitting is self.sitting:
                self._view.sheet.open_restricted(texts)

        self._shell.runner.start(
            lambda _progress, _token: accesses.note(resident_id, "membuka data kesehatan"),
            key=f"resident_form:restricted:{resident_id}",
            on_success=done,
            on_error=self._shell.show_error,
            lane="write",
        )

    def _ask_why(self, sitting: Sitting, verdict: Verdict) -> None:
        named = labels()
        doubts = verdict.all_doubts
        counted = sitting.counted_changes(verdict.resident)
        lines = [
            ("alert-triangle", f"{named[path].split(' (')[0]}: {sentence}")
            for path, sentence in doubts
        ]
        if counted:
            lines.append(("book", self.tr("Perbaikan ini tercatat di buku mutasi penduduk.")))
        dialog = ReasonDialog(
            self._view,
            title=self.tr("Tetap pakai isian ini?") if doubts else self.tr("Mengapa diperbaiki?"),
            subtitle=verdict.resident.name.full(),
            lines=lines,
            confirm=self.tr("Tetap pakai dan simpan") if doubts else self.tr("Simpan perbaikan"),
            back=self.tr("Kembali ke isian"),
        )

        def go_on() -> None:
            resident = verdict.resident
            if doubts:
                resident = replace(
                    resident, note=self._noted(resident.note, doubts, dialog.words())
                )
            self._write(sitting, resident, verdict.household, dialog.words())

        dialog.accepted.connect(go_on)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _noted(self, note: str, doubts: tuple[tuple[str, str], ...], reason: str) -> str:
        what = " ".join(sentence for _path, sentence in doubts)
        workspace = self._shell.workspace
        signed = f"({workspace.actor}, {workspace.clock.today():%d-%m-%Y})"
        line = f"{what} Tetap dipakai: {reason} {signed}"
        return f"{note}\n{line}" if note else line

    def _write(
        self, sitting: Sitting, resident: Resident, home: Household | None, reason: str
    ) -> None:
        entry, known = self._shell.workspace.entry, sitting.start.known
        self._is_saving = True
        self._view.set_busy(busy=True)

        def work(_progress: object, _token: object) -> Changes:
            if known is None:
                return entry.register(resident, home, _LONG_HERE)
            return entry.correct(resident, known, home, reason)

        def done(changes: Changes) -> None:
            self._is_saving = False
            self._view.set_busy(busy=False)
            self._shell.changed(changes, self)
            if sitting is self.sitting:
                self.sitting = None
            self.saved.emit(sitting, resident)

        def failed(error: NagariError) -> None:
            self._is_saving = False
            self._view.set_busy(busy=False)
            self._refuse(sitting, error)

        self._shell.runner.start(
            work,
            key=f"resident_form:save:{resident.id}",
            on_success=done,
            on_error=failed,
            lane="write",
        )

    def _refuse(self, sitting: Sitting, error: NagariError) -> None:
        """What stands on the sheet stays there."""
        known = {path: words for path, words in _fields(error).items() if path in labels()}
        if sitting is not self.sitting or not known:
            self._shell.show_error(error, self._view)
        if sitting is self.sitting:
            self._view.sheet.show_remarks(known, {})
            self._view.show_faults(known or {"": error.user_message})
            if known:
                self._view.sheet.focus(next(iter(known)))
            if isinstance(error, ConflictError):
                self._known.forget()


def _fields(error: NagariError) -> dict[str, str]:
    return error.fields if isinstance(error, InputError) else {}
