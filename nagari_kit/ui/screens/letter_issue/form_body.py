"""What is asked of a letter, from its person to its number, and where each fault is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from PySide6.QtCore import QMargins, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.letter_people import ROLE_FIELD
from nagari_kit.domain.letter_requirements import RequirementAnswer, RequirementState
from nagari_kit.domain.office import Officer
from nagari_kit.ui.screens.letter_issue.desk_bar import DeskBar
from nagari_kit.ui.screens.letter_issue.filing_line import FilingLine
from nagari_kit.ui.screens.letter_issue.form_banners import FormBanners
from nagari_kit.ui.screens.letter_issue.letter_fields import LetterFields
from nagari_kit.ui.screens.letter_issue.people_section import PeopleSection
from nagari_kit.ui.screens.letter_issue.person_card import PersonCard
from nagari_kit.ui.screens.letter_issue.requirements_card import (
    REQUIREMENT_FIELD,
    RequirementsCard,
)
from nagari_kit.ui.screens.letter_issue.sitting import Sitting
from nagari_kit.ui.widgets import ComboInput, ErrorSummary, LabeledField, ScrollPage

SIGNER = "signer"
FILING = ("number", "number_reason", "reservation", "issue_date")
_OTHER_LABELS = {
    SIGNER: "Ditandatangani oleh",
    "number": "Nomor surat",
    "number_reason": "Alasan nomor",
    "reservation": "Nomor pesanan",
    "issue_date": "Tanggal surat",
    "resident": "Orang yang diterangkan",
}


class FormBody(ScrollPage):
    """`value_changed` carries field and value, `signer_chosen` an OfficerId and how it is called.

    `entered` carries the field that has the caret, `reordered` comes when Tab stops changed.
    """

    value_changed = Signal(str, str)
    signer_chosen = Signal(object)
    entered = Signal(str)
    reordered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._column = QVBoxLayout()
        super().__init__(self._column, QMargins(28, 16, 24, 20), parent)
        self.person = PersonCard()
        self.banners = FormBanners()
        self.desk = DeskBar()
        self.summary = ErrorSummary()
        self.fields = LetterFields()
        self.people = PeopleSection()
        self.requirements = RequirementsCard()
        self.signer = ComboInput()
        self.signer_row = LabeledField(self.tr("Ditandatangani oleh"), self.signer)
        self.filing = FilingLine()
        self._errors: dict[str, str] = {}
        self._build()
        self._connect()

    def show_sitting(self, sitting: Sitting, today: date) -> None:
        """Fill all that is there at once; `grow` brings the rest."""
        kind = sitting.letter_type
        _show_person(self.person, sitting, today)
        self.clear_errors()
        self.fields.show_fields(kind.fields, sitting.values)
        self.fields.setVisible(bool(kind.fields))
        self.people.clear()
        self.requirements.begin((), (), ())
        self.signer_row.setVisible(kind.signed_by_office)
        self.show_filing(sitting, today)
        self.desk.show_stage(sitting.stage, sitting.stage_by, sitting.stage_note)
        self.banners.show_restored(sitting.restored_at, today)
        self.banners.show_copied(sitting.copied_from)
        self.banners.show_clock_doubt(sitting.clock.doubt())
        self.verticalScrollBar().setValue(0)

    def grow(self, sitting: Sitting, today: date) -> Iterator[None]:
        """What needs more than one turn of the window: people and papers."""
        yield from self.people.grow(sitting.letter_type, sitting.hits, sitting.family, today)
        self.requirements.begin(sitting.papers, sitting.requirements or (), sitting.scans)
        self.reordered.emit()
        if not sitting.letter_type.fields and self.people.parts:
            next(iter(self.people.parts.values())).focus()

    def show_filing(self, sitting: Sitting, today: date) -> None:
        """Number, date, and who signs on that date."""
        day = sitting.issue_date or today
        self.filing.show_filing(sitting.options, sitting.number, day, today=day == today)
        _offer_signers(self.signer, sitting.signers, sitting.signer_id)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark what is wrong, in the summary and at each field; the caret goes to the first."""
        self._errors = dict(errors)
        first = self._set_part_errors(errors)
        filing = [errors[key] for key in FILING if key in errors]
        last = SIGNER if SIGNER in errors or not filing else FILING[0]
        self._list_errors()
        self.focus_field(first or last)

    def clear_errors(self) -> None:
        """Nothing is wrong (any more)."""
        self.banners.show_refusal(None)
        self.banners.show_doubts(())
        self._errors = {}
        self.summary.clear()
        self._set_part_errors({})

    def set_open(self, *, is_open: bool) -> None:
        """Whether anything may change now."""
        asked = (self.fields, self.people, self.requirements, self.signer_row, self.filing)
        for part in (*asked, self.person, self.desk):
            part.setEnabled(is_open)

    def focus_field(self, field_id: str) -> None:
        """Put the caret into one field and bring it into sight."""
        row = self._focused(field_id)
        if row is not None:
            self.ensureWidgetVisible(row, 0, 24)
            # What was said over the fields gets its room a moment later and moves them.
            QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row, 0, 24))

    def labels(self) -> dict[str, str]:
        """What everything asked is called, by the key of its faults, in order."""
        labels = {**self.fields.labels(), **self.people.labels()}
        return {**labels, **self.requirements.labels(), **_OTHER_LABELS}

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        asked = [*self.fields.widgets(), *self.people.stops(), *self.requirements.stops()]
        return [*asked, self.signer, self.filing.change, *self.desk.stops()]

    def _focused(self, field_id: str) -> QWidget | None:
        """Where the caret is now, with its label."""
        row: QWidget | None
        if field_id == SIGNER:
            row = self.signer_row
            self.signer.setFocus()
        elif part := self.people.part_of(field_id):
            row = part
            part.focus()
        elif paper := self.requirements.row_of(field_id):
            row = paper
            paper.tick.setFocus()
        elif field_id in FILING:
            row = self.filing
            self.filing.change.setFocus()
        else:
            row = self.fields.row_of(field_id)
            self.fields.focus(field_id)
        return row

    def _set_part_errors(self, errors: Mapping[str, str]) -> str:
        """To each part what is its own; the key of the first wrong one, or ""."""
        parts = (self.fields, self.people, self.requirements)
        found = [part.set_errors(errors) for part in parts]
        self.signer_row.set_error(errors.get(SIGNER, ""))
        self.filing.set_error(" ".join(errors[key] for key in FILING if key in errors))
        return next(filter(None, found), "")

    def _list_errors(self, *mended: str) -> None:
        """What is being corrected (`mended`) is no longer held against the officer."""
        known = len(self._errors)
        for field_id in mended:
            self._errors.pop(field_id, None)
        if mended and len(self._errors) == known:
            return
        lines = [
            (field_id, summary_line(label, self._errors[field_id]))
            for field_id, label in self.labels().items()
            if field_id in self._errors
        ]
        if lines:
            self.summary.show_errors(self.tr("Belum bisa dicetak."), lines)
        else:
            self.summary.clear()

    def _take_value(self, field_id: str, value: str) -> None:
        self._list_errors(field_id)
        self.value_changed.emit(field_id, value)

    def _take_people(self, role: str, _hits: object) -> None:
        self._list_errors(ROLE_FIELD + role)
        self.reordered.emit()

    def _take_papers(self, answers: Iterable[RequirementAnswer]) -> None:
        given = (one for one in answers if one.state is not RequirementState.UNCHECKED)
        self._list_errors(*(REQUIREMENT_FIELD + one.requirement_id for one in given))

    def _take_signer(self, index: int) -> None:
        self.signer_row.set_error("")
        self._list_errors(SIGNER)
        if index >= 0:
            self.signer_chosen.emit(self.signer.itemData(index))

    def _enter(self, field_id: str) -> None:
        row = self.people.part_of(field_id) or self.fields.row_of(field_id)
        if row is not None:
            self.ensureWidgetVisible(row, 0, 24)
        self.entered.emit(field_id)

    def _build(self) -> None:
        self._column.setSpacing(12)
        over = (self.person, self.banners, self.desk, self.summary)
        asked = (self.fields, self.people, self.requirements, self.signer_row, self.filing)
        parts: tuple[QWidget, ...] = (*over, *asked, self.desk.wish)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.fields.changed.connect(self._take_value)
        self.fields.entered.connect(self._enter)
        self.people.changed.connect(self._take_people)
        self.people.entered.connect(self._enter)
        self.requirements.changed.connect(self._take_papers)
        self.summary.link_activated.connect(self.focus_field)
        self.signer.currentIndexChanged.connect(self._take_signer)


def _show_person(card: PersonCard, sitting: Sitting, today: date) -> None:
    """Nobody for surat dinas."""
    if sitting.record is not None:
        card.show_record(sitting.record, today)
    elif sitting.outsider is not None:
        card.show_outsider(sitting.outsider)
    card.setVisible(bool(sitting.person_name()))


def _offer_signers(combo: ComboInput, signers: Iterable[Officer], chosen: OfficerId | None) -> None:
    with QSignalBlocker(combo):
        combo.clear()
        for officer in signers:
            combo.addItem(signer_words(officer), officer.id)
        combo.setCurrentIndex(combo.findData(chosen) if chosen else -1)


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
