"""Asks the books, while a form is filled in, whether they know the person already."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain import nik
from nagari_kit.domain.dates import typed_date
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Resident, ResidentRow
from nagari_kit.ui.letter_words import long_day
from nagari_kit.ui.screens.resident_form.sheet import FormSheet
from nagari_kit.ui.screens.resident_form.sitting import Sitting
from nagari_kit.ui.shell import Shell

NIK, NAME, BIRTH_DATE = "nik", "name.name", "birth_date"


class KnownPeople(QObject):
    """Answers go into the sitting; `found` says that it must be judged anew."""

    found = Signal()

    def __init__(self, shell: Shell, sheet: FormSheet, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._sheet = sheet
        self._sitting: Sitting | None = None
        self._named: ResidentId | None = None
        sheet.banner.action_requested.connect(self._open)

    def begin(self, sitting: Sitting | None) -> None:
        """Another form; answers to the one before are dropped."""
        self._sitting = sitting
        self._named = None

    def look_up(self, path: str) -> None:
        """Ask what the field of this path may tell, as far as it was not asked yet."""
        if path == NIK:
            self._look_up_nik()
        if path in {NIK, NAME, BIRTH_DATE}:
            self._look_up_name()

    def forget(self) -> None:
        """The books changed: ask again."""
        if self._sitting is not None:
            self._sitting.bearers.clear()
            self._sitting.namesakes.clear()
            self.look_up(NIK)

    def _look_up_nik(self) -> None:
        sitting = self._sitting
        number = nik.compact(self._sheet.texts()[NIK])
        if sitting is None or nik.fault(number) or number in sitting.bearers:
            return
        entry, own = self._shell.workspace.entry, sitting.base.id

        def done(bearer: Resident | None) -> None:
            name = bearer.name.full() if bearer is not None else ""
            sitting.bearers[number] = (name, bearer.id if bearer is not None else None)
            if bearer is not None and sitting is self._sitting:
                sitting.touched.add(NIK)
                self._say(
                    bearer.id,
                    "err",
                    self.tr("NIK ini sudah ada: {0}.").format(name),
                    self.tr("Bila orangnya sama, buka datanya. Bila bukan, lapor ke Dukcapil."),
                )

        self._shell.runner.start(
            lambda _progress, _token: entry.bearer(number, own),
            key="resident_form:nik",
            on_success=done,
            on_error=self._shell.show_error,
        )

    def _look_up_name(self) -> None:
        sitting, texts = self._sitting, self._sheet.texts()
        name, born = " ".join(texts[NAME].split()), typed_date(texts[BIRTH_DATE])
        if sitting is None or not sitting.is_new or not name or born is None:
            return
        if (name, born) in sitting.namesakes:
            return
        entry = self._shell.workspace.entry

        def done(row: ResidentRow | None) -> None:
            sitting.namesakes[name, born] = row.name if row is not None else ""
            if row is not None and sitting is self._sitting:
                self._say(
                    row.id,
                    "warn",
                    self.tr("Mungkin sudah ada: {0}, lahir {1}.").format(row.name, long_day(born)),
                    self.tr("Buka datanya dahulu bila orangnya sama."),
                )

        self._shell.runner.start(
            lambda _progress, _token: entry.namesake(name, born),
            key="resident_form:name",
            on_success=done,
            on_error=self._shell.show_error,
        )

    def _say(self, resident_id: ResidentId, kind: str, title: str, text: str) -> None:
        self._named = resident_id
        self._sheet.banner.show_words(kind, title, text)
        self._sheet.banner.show()
        self.found.emit()

    def _open(self) -> None:
        if self._named is not None:
            self._shell.navigate("resident_record", resident_id=self._named)
