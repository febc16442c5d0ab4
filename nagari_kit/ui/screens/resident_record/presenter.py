"""Reads one person's page and shows the NIK in full only for a while, on request and with why."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.event_reports import InvalidationReport
from nagari_kit.domain.identity import LetterId, ResidentId
from nagari_kit.domain.person_page import PersonPage
from nagari_kit.services.population import RecordedEvent
from nagari_kit.ui.screens.resident_record.documents_presenter import DocumentsPresenter
from nagari_kit.ui.screens.resident_record.purpose_dialog import PurposeDialog
from nagari_kit.ui.screens.resident_record.view import ResidentRecordView
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog

REVEALED_MS = 60_000
_OPENED = "membuka data"
_CONCERNED = frozenset({Kind.RESIDENTS, Kind.LETTERS, Kind.POPULATION})


class ResidentRecordPresenter(QObject):
    """`_wanted` is the resident on the page; a late answer for another one is dropped."""

    def __init__(self, shell: Shell, view: ResidentRecordView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._wanted: ResidentId | None = None
        self._page: PersonPage | None = None
        self.documents = DocumentsPresenter(shell, view, self.read)
        self._hide_again = QTimer(self)
        self._hide_again.setSingleShot(True)
        self._hide_again.setInterval(REVEALED_MS)
        self._hide_again.timeout.connect(self.hide_nik)
        self._connect(view)

    def _connect(self, view: ResidentRecordView) -> None:
        view.back_requested.connect(lambda: self._shell.navigate("residents"))
        view.retry_requested.connect(self.read)
        view.successor_requested.connect(self._open_successor)
        view.head.letter_requested.connect(self._write_letter)
        view.head.reveal_requested.connect(self._toggle_nik)
        view.head.event_requested.connect(self._record_event)
        view.head.invalidation_requested.connect(self._ask_to_invalidate)
        for wish in (
            view.head.change_requested,
            view.identity.change_requested,
            view.family.home_wanted,
        ):
            wish.connect(self._change)
        for wish in (view.head.document_requested, view.documents.add_requested):
            wish.connect(self._add_document)
        view.family.resident_chosen.connect(self.enter)
        view.family.household_requested.connect(self._open_household)
        view.letters.letter_chosen.connect(self._open_letter)

    def enter(self, resident_id: ResidentId) -> None:
        """Show this resident, from the top and with a masked NIK; that it was opened is kept."""
        self._wanted, self._page = resident_id, None
        self._hide_again.stop()
        self._view.show_waiting()
        self.read()
        accesses = self._shell.workspace.accesses
        self._shell.runner.start(
            lambda _progress, _token: accesses.note(resident_id, _OPENED),
            key=f"resident_record:opened:{resident_id}",
            on_success=lambda _nothing: None,
            on_error=self._shell.show_error,
            lane="write",
        )

    def leave(self) -> None:
        """The next person at the desk must not see the number."""
        self.hide_nik()

    def reload(self, changes: Changes) -> None:
        """Read again when something of the person may have changed."""
        if self._wanted is not None and changes.kinds & _CONCERNED:
            self.read()

    def read(self) -> None:
        """Read the page."""
        wanted, pages = self._wanted, self._shell.workspace.pages
        if wanted is not None:
            self._shell.runner.start(
                lambda _progress, _token: pages.read(wanted),
                key="resident_record",
                on_success=self._show,
                on_error=self._view.show_trouble,
            )

    def hide_nik(self) -> None:
        """Mask the number again."""
        self._hide_again.stop()
        self._view.show_nik(revealed=False)

    def _show(self, page: PersonPage) -> None:
        if page.record.resident.id == self._wanted:
            self._page = page
            self._view.show_page(page, self._shell.workspace.clock.today())
            if self._hide_again.isActive():
                self._view.show_nik(revealed=True)

    def _toggle_nik(self) -> None:
        wanted = self._wanted
        if self._hide_again.isActive():
            self.hide_nik()
        elif wanted is not None:
            dialog = PurposeDialog(self._view)
            dialog.chosen.connect(lambda purpose: self._reveal(wanted, purpose))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _reveal(self, resident_id: ResidentId, purpose: str) -> None:
        accesses = self._shell.workspace.accesses

        def done(_nothing: None) -> None:
            if resident_id == self._wanted:
                self._view.show_nik(revealed=True)
                self._hide_again.start()
                self.read()

        self._shell.runner.start(
            lambda _progress, _token: accesses.note(resident_id, f"melihat NIK: {purpose}"),
            key=f"resident_record:nik:{resident_id}",
            on_success=done,
            on_error=self._shell.show_error,
            lane="write",
        )

    def _write_letter(self) -> None:
        if self._wanted is not None:
            self._shell.navigate("letter_issue", resident_id=self._wanted)

    def _change(self) -> None:
        if self._wanted is not None:
            self._shell.navigate("resident_form", resident_id=self._wanted)

    def _record_event(self) -> None:
        if self._wanted is not None:
            self._shell.navigate("population_event", resident_id=self._wanted)

    def _open_household(self) -> None:
        home = self._page.record.household if self._page is not None else None
        if home is not None:
            self._shell.navigate("household", household_id=home.id)

    def _open_successor(self) -> None:
        into = self._page.record.resident.merged_into if self._page is not None else None
        if into is not None:
            self.enter(into)

    def _open_letter(self, letter_id: LetterId) -> None:
        self._shell.navigate("letter_register", letter_id=letter_id)

    def _add_document(self) -> None:
        if self._page is not None:
            one = self._page.record.resident
            self.documents.ask_to_add(one.id, one.name.full())

    def _ask_to_invalidate(self) -> None:
        if self._page is None:
            return
        one = self._page.record.resident
        dialog = ReasonDialog(
            self._view,
            title=self.tr("Tandai catatan ini tidak valid?"),
            subtitle=one.name.full(),
            lines=(
                ("history", self.tr("Catatan dan suratnya tetap tersimpan, tidak dihapus")),
                ("users", self.tr("Tidak dihitung lagi sebagai warga; masuk buku mutasi")),
                ("arrow-back-up", self.tr("Bisa diurungkan dari daftar peristiwa")),
            ),
            confirm=self.tr("Tandai tidak valid"),
        )
        dialog.accepted.connect(lambda: self._invalidate(one.id, dialog.words()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _invalidate(self, resident_id: ResidentId, reason: str) -> None:
        population, today = self._shell.workspace.population, self._shell.workspace.clock.today()
        report = InvalidationReport(
            event_date=today, report_date=today, resident_ids=(resident_id,), reason=reason
        )

        def done(recorded: RecordedEvent) -> None:
            self._shell.toast(self.tr("Catatan ditandai tidak valid"))
            self._shell.changed(recorded.changes, self)
            self.read()

        self._shell.runner.start(
            lambda _progress, _token: population.record(report),
            key=f"resident_record:invalid:{resident_id}",
            on_success=done,
            on_error=self._shell.show_error,
            lane="write",
        )
