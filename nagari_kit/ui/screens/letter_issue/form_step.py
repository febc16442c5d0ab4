"""The form of one letter: person, remarks, fields, signer, and the footer that never scrolls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import QMargins, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.letter_people import ROLE_FIELD
from nagari_kit.domain.office import Officer
from nagari_kit.errors import NagariError
from nagari_kit.services.clock_watch import ClockWatch
from nagari_kit.ui.letter_words import clock_time
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.screens.letter_issue.date_question import ask_about_date
from nagari_kit.ui.screens.letter_issue.form_banners import FormBanners
from nagari_kit.ui.screens.letter_issue.letter_fields import LetterFields
from nagari_kit.ui.screens.letter_issue.people_section import PeopleSection
from nagari_kit.ui.screens.letter_issue.person_card import PersonCard
from nagari_kit.ui.screens.letter_issue.signing_line import SigningLine
from nagari_kit.ui.screens.letter_issue.sitting import Sitting
from nagari_kit.ui.widgets import (
    Button,
    ComboInput,
    ErrorSummary,
    FocusKeeper,
    LabeledField,
    ScrollPage,
    StickyFooter,
)

SIGNER = "signer"
_OTHER_LABELS = {SIGNER: "Ditandatangani oleh", "issue_date": "Tanggal surat"}


class FormStep(QWidget):
    """Emits what the officer does; never decides anything."""

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
        self.person = PersonCard()
        self.summary = ErrorSummary()
        self.fields = LetterFields()
        self.people = PeopleSection()
        self.signer = ComboInput()
        self._signer_row = LabeledField(self.tr("Ditandatangani oleh"), self.signer)
        self.banners = FormBanners()
        self._errors: dict[str, str] = {}
        self._clock: ClockWatch | None = None
        self.footer = StickyFooter()
        self.signing = SigningLine()
        self._focus = FocusKeeper(self)
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.issue = Button(
            self.tr("Beri nomor && cetak"), kind="primary", icon="printer", key_hint="F9"
        )
        self._column = QVBoxLayout()
        self._scroll = ScrollPage(self._column, QMargins(28, 16, 24, 20))
        self._build()
        self._connect()

    def _build(self) -> None:
        self._column.setSpacing(12)
        for part in (self.person, self.banners, self.summary, self.fields, self.people):
            self._column.addWidget(part)
        self._column.addWidget(self._signer_row)
        self._column.addStretch(1)
        self.footer.add_button(self.back)
        self.footer.add_button(self.issue)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.signing)
        layout.addWidget(self.footer)

    def _connect(self) -> None:
        self.person.change_requested.connect(self.change_resident_requested)
        self.banners.restart_requested.connect(self.restart_requested)
        self.fields.changed.connect(self._take_value)
        self.fields.entered.connect(self._enter)
        self.fields.left.connect(self.field_left)
        self.people.changed.connect(self._take_people)
        self.people.entered.connect(self._enter)
        self.summary.link_activated.connect(self.focus_field)
        self.signer.currentIndexChanged.connect(self._tell_signer)
        self.back.clicked.connect(self.back_requested)
        self.issue.clicked.connect(self._ask_to_issue)

    def show_sitting(self, sitting: Sitting, today: date) -> None:
        """Fill the form anew and put the caret where typing goes on."""
        self._clock = sitting.clock
        self._show_person(sitting, today)
        self.clear_errors()
        self.fields.show_fields(sitting.letter_type.fields, sitting.values)
        self.fields.setVisible(bool(sitting.letter_type.fields))
        self.people.clear()
        self._signer_row.setVisible(sitting.letter_type.signed_by_office)
        self.signing.setVisible(sitting.letter_type.signed_by_office)
        self._offer_signers(sitting.signers, sitting.signer_id)
        self.banners.show_restored(sitting.restored_at, today)
        self.banners.show_copied(sitting.copied_from)
        self.banners.show_clock_doubt(sitting.clock.doubt())
        if sitting.restored_at is None:
            self.footer.set_note(self.tr("Disimpan sendiri sebagai draf"), "shield-check")
        else:
            self.show_saved(sitting.restored_at)
        self._scroll.verticalScrollBar().setValue(0)
        self._order_tabs()
        self.set_busy(busy=False)
        self.fields.focus()

    def grow(self, sitting: Sitting, today: date) -> Iterator[None]:
        """What needs more than one turn of the window: everybody in roles."""
        yield from self.people.grow(sitting.letter_type, sitting.hits, sitting.family, today)
        self._order_tabs()
        if not sitting.letter_type.fields and self.people.parts:
            next(iter(self.people.parts.values())).focus()

    def _show_person(self, sitting: Sitting, today: date) -> None:
        """Nobody for surat dinas."""
        if sitting.record is not None:
            self.person.show_record(sitting.record, today)
        elif sitting.outsider is not None:
            self.person.show_outsider(sitting.outsider)
        self.person.setVisible(bool(sitting.person_name()))

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
        """Mark what is wrong, in the summary and at each field; the caret goes to the first."""
        self._errors = dict(errors)
        wrong = (self.fields.set_errors(errors), self.people.set_errors(errors))
        self._signer_row.set_error(errors.get(SIGNER, ""))
        self._list_errors()
        self.focus_field(next(filter(None, wrong), SIGNER))

    def show_refusal(self, error: NagariError) -> None:
        """Say over the fields what happened, what was not lost and what to do."""
        self.banners.show_refusal(error)
        self._scroll.verticalScrollBar().setValue(0)

    def clear_errors(self) -> None:
        """Nothing is wrong (any more)."""
        self.banners.show_refusal(None)
        self.banners.show_doubts(())
        self._errors = {}
        self.summary.clear()
        self.fields.set_errors({})
        self.people.set_errors({})
        self._signer_row.set_error("")

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter
        """While the number is being given nothing may change."""
        if busy:
            self._focus.before_shutting()
        parts = (self.fields, self.people, self._signer_row, self.person, self.back, self.issue)
        for part in parts:
            part.setEnabled(not busy)
        if busy:
            self._focus.after_shutting()
        else:
            self._focus.after_opening()
        self.issue.setText(self.tr("Memberi nomor …") if busy else self.tr("Beri nomor && cetak"))

    def focus_field(self, field_id: str) -> None:
        """Put the caret into one field and bring it into sight."""
        row: QWidget | None
        if field_id == SIGNER:
            row = self._signer_row
            self.signer.setFocus()
        elif part := self.people.part_of(field_id):
            row = part
            part.focus()
        else:
            row = self.fields.row_of(field_id)
            self.fields.focus(field_id)
        if row is not None:
            shown = row
            self._scroll.ensureWidgetVisible(shown, 0, 24)
            # What was said over the fields gets its room a moment later and moves them.
            QTimer.singleShot(0, shown, lambda: self._scroll.ensureWidgetVisible(shown, 0, 24))

    def _list_errors(self) -> None:
        labels = {**self.fields.labels(), **self.people.labels(), **_OTHER_LABELS}
        lines = [
            (field_id, summary_line(label, self._errors[field_id]))
            for field_id, label in labels.items()
            if field_id in self._errors
        ]
        if lines:
            self.summary.show_errors(self.tr("Belum bisa dicetak."), lines)
        else:
            self.summary.clear()

    def _mend(self, field_id: str) -> None:
        """What is being corrected is no longer held against the officer."""
        if self._errors.pop(field_id, None) is not None:
            self._list_errors()

    def _take_value(self, field_id: str, value: str) -> None:
        self._mend(field_id)
        self.value_changed.emit(field_id, value)

    def _take_people(self, role: str, _hits: object) -> None:
        self._mend(ROLE_FIELD + role)
        self._order_tabs()

    def _enter(self, field_id: str) -> None:
        row = self.people.part_of(field_id) or self.fields.row_of(field_id)
        if row is not None:
            self._scroll.ensureWidgetVisible(row, 0, 24)
        self.field_entered.emit(field_id)

    def _ask_to_issue(self) -> None:
        """Ask for the date first when the clock is in doubt; it never stops a letter."""
        watch = self._clock
        doubt = watch.doubt() if watch is not None else ""
        if watch is not None and doubt:
            ask_about_date(self, doubt, watch.clock.today(), self.issue_requested.emit)
        else:
            self.issue_requested.emit()

    def _offer_signers(self, signers: Iterable[Officer], chosen: OfficerId | None) -> None:
        with QSignalBlocker(self.signer):
            self.signer.clear()
            for officer in signers:
                self.signer.addItem(signer_words(officer), officer.id)
            self.signer.setCurrentIndex(self.signer.findData(chosen) if chosen else -1)
        self.signing.show_signer(self.signer.currentText())

    def _tell_signer(self, index: int) -> None:
        self._signer_row.set_error("")
        self._mend(SIGNER)
        self.signing.show_signer(self.signer.currentText())
        if index >= 0:
            self.signer_changed.emit(self.signer.itemData(index))

    def _order_tabs(self) -> None:
        people = self.people.stops()
        chain = [*self.fields.widgets(), *people, self.signer, self.back, self.issue]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)


def summary_line(label: str, sentence: str) -> str:
    """`Berdiri sejak: tahun harus 4 angka`; a sentence that names the field stands alone."""
    if label.casefold() in sentence.casefold():
        return sentence.rstrip(".")
    return f"{label}: {sentence[:1].lower()}{sentence[1:]}".rstrip(".")


def signer_words(officer: Officer) -> str:
    """`Pj. Wali Nagari: H. Syafrizal, S.Pd.`; the capacity first, for a long name is cut short."""
    standing = "" if officer.standing.value == "definitif" else f"{officer.standing.value} "
    behalf = "a.n. " if officer.on_behalf else ""
    return f"{behalf}{standing}{officer.position}: {officer.name.full()}"
