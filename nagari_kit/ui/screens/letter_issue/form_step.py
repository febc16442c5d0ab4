"""The form of one letter: what is asked, in whose name, and the footer that never scrolls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.errors import NagariError
from nagari_kit.services.clock_watch import ClockWatch
from nagari_kit.ui.letter_words import clock_time
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.screens.letter_issue.date_question import ask_about_date
from nagari_kit.ui.screens.letter_issue.form_body import FormBody
from nagari_kit.ui.screens.letter_issue.signing_line import SigningLine
from nagari_kit.ui.screens.letter_issue.sitting import Sitting
from nagari_kit.ui.widgets import Button, FocusKeeper, StickyFooter


class FormStep(QWidget):
    """Emits what the officer does; never decides anything. What is asked stands in `body`."""

    value_changed = Signal(str, str)
    signer_changed = Signal(object)
    field_entered = Signal(str)
    field_left = Signal()
    issue_requested = Signal()
    back_requested = Signal()
    change_resident_requested = Signal()
    restart_requested = Signal()

    def __init__(self, preview: PreviewPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = preview
        self.body = FormBody()
        self.person, self.banners, self.summary = (
            self.body.person,
            self.body.banners,
            self.body.summary,
        )
        self.fields, self.people = self.body.fields, self.body.people
        self.requirements, self.filing = self.body.requirements, self.body.filing
        self.signer = self.body.signer
        self._clock: ClockWatch | None = None
        self._numbered = True
        self.footer = StickyFooter()
        self.signing = SigningLine()
        self._focus = FocusKeeper(self)
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.issue = Button(
            self.tr("Beri nomor && cetak"), kind="primary", icon="printer", key_hint="F9"
        )
        self._build()
        self._connect()

    def show_sitting(self, sitting: Sitting, today: date) -> None:
        """Fill the form anew and put the caret where typing goes on."""
        self._clock = sitting.clock
        self._numbered = sitting.letter_type.numbered
        self.body.show_sitting(sitting, today)
        self.signing.setVisible(sitting.letter_type.signed_by_office)
        self.signing.show_signer(self.signer.currentText())
        if sitting.restored_at is None:
            self.footer.set_note(self.tr("Draf disimpan sendiri"), "shield-check")
        else:
            self.show_saved(sitting.restored_at)
        self._order_tabs()
        self.set_busy(busy=False)
        self.fields.focus()

    def grow(self, sitting: Sitting, today: date) -> Iterator[None]:
        """What needs more than one turn of the window."""
        return self.body.grow(sitting, today)

    def show_filing(self, sitting: Sitting, today: date) -> None:
        """Number, date, and who signs on that date."""
        self.body.show_filing(sitting, today)
        self.signing.show_signer(self.signer.currentText())

    def show_saving(self) -> None:
        """Something changed and is not on disk yet."""
        self.footer.set_note(self.tr("Menyimpan draf …"), "pencil")

    def show_saved(self, moment: datetime) -> None:
        """The draft is on disk."""
        self.footer.set_note(
            self.tr("Draf tersimpan {0}").format(clock_time(moment)), "circle-check", "ok"
        )

    def show_unsaved(self, error: NagariError) -> None:
        """The draft could not be saved; what is typed still stands in the form."""
        self.footer.set_note(self.tr("Draf belum tersimpan"), "alert-triangle", "err")
        self.show_refusal(error)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark what is wrong; the caret goes to the first."""
        self.body.show_errors(errors)

    def show_refusal(self, error: NagariError) -> None:
        """Say over the fields what happened, what was not lost and what to do."""
        self.banners.show_refusal(error)
        self.body.verticalScrollBar().setValue(0)

    def clear_errors(self) -> None:
        """Nothing is wrong (any more)."""
        self.body.clear_errors()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter
        """While the number is being given nothing may change."""
        if busy:
            self._focus.before_shutting()
        self.body.set_open(is_open=not busy)
        for button in (self.back, self.issue):
            button.setEnabled(not busy)
        if busy:
            self._focus.after_shutting()
        else:
            self._focus.after_opening()
        words = self.tr("Beri nomor && cetak") if self._numbered else self.tr("Simpan && cetak")
        said = self.tr("Memberi nomor …") if self._numbered else self.tr("Menyimpan …")
        self.issue.setText(said if busy else words)

    def focus_field(self, field_id: str) -> None:
        """Put the caret into one field and bring it into sight."""
        self.body.focus_field(field_id)

    def _take_signer(self, signer_id: object) -> None:
        self.signing.show_signer(self.signer.currentText())
        self.signer_changed.emit(signer_id)

    def _ask_to_issue(self) -> None:
        """Ask for the date first when the clock is in doubt; it never stops a letter."""
        watch = self._clock
        doubt = watch.doubt() if watch is not None else ""
        if watch is not None and doubt:
            ask_about_date(self, doubt, watch.clock.today(), self.issue_requested.emit)
        else:
            self.issue_requested.emit()

    def _order_tabs(self) -> None:
        for first, second in pairwise([*self.body.stops(), self.back, self.issue]):
            QWidget.setTabOrder(first, second)

    def _build(self) -> None:
        self.footer.add_button(self.back)
        self.footer.add_button(self.issue)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.signing)
        layout.addWidget(self.footer)

    def _connect(self) -> None:
        body = self.body
        self.person.change_requested.connect(self.change_resident_requested)
        self.banners.restart_requested.connect(self.restart_requested)
        body.value_changed.connect(self.value_changed)
        body.signer_chosen.connect(self._take_signer)
        body.entered.connect(self.field_entered)
        body.reordered.connect(self._order_tabs)
        body.fields.left.connect(self.field_left)
        self.back.clicked.connect(self.back_requested)
        self.issue.clicked.connect(self._ask_to_issue)
