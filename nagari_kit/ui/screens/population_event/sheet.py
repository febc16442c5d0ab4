"""The form itself, built from its description: fields in twelve columns that scroll."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QMargins, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from nagari_kit.domain.identity import ResidentId
from nagari_kit.services.event_forms import EventStart
from nagari_kit.ui.record_forms.field_inputs import FieldInput
from nagari_kit.ui.record_forms.form_field import FormField
from nagari_kit.ui.record_forms.household_picker import HouseholdPicker, Mode, PickerWords
from nagari_kit.ui.screens.population_event.beginnings import offered_people
from nagari_kit.ui.screens.population_event.event_inputs import (
    ChoiceInput,
    JorongInput,
    PeopleInput,
    PersonInput,
    code_for,
    combo,
    focus_target,
    line_for,
)
from nagari_kit.ui.screens.population_event.field_specs import (
    COLUMNS,
    HOUSEHOLD,
    NEWCOMERS,
    RELATIONS,
    Entry,
    FieldSpec,
)
from nagari_kit.ui.screens.population_event.form_kind import FormKind
from nagari_kit.ui.screens.population_event.form_values import FormValues, HouseholdChoice
from nagari_kit.ui.screens.population_event.newcomers import NewcomerList
from nagari_kit.ui.screens.population_event.relation_table import RelationTable
from nagari_kit.ui.screens.population_event.succession import Succession
from nagari_kit.ui.widgets import Banner, ErrorSummary, ScrollPage

_GAP, _ROW_GAP = 16, 12
_LEADER_FIELDS = ("head_id",)
_HEAD_FIELDS = ("new_head_id", "new_head_of_rest_id")


class EventSheet(QWidget):
    """Signals carry the name of a field. `held` and `summary` stand over the fields.

    Without fields until it has grown.
    """

    edited = Signal(str)
    left = Signal(str)
    search_wanted = Signal(str)

    def __init__(
        self,
        form: FormKind,
        start: EventStart,
        picker_words: PickerWords | None,
        new_id: Callable[[], ResidentId],
    ) -> None:
        super().__init__()
        self.form = form
        self._start = start
        self._picker_words = picker_words
        self._new_id = new_id
        self._fills = False
        self.inputs: dict[str, FieldInput] = {}
        self.rows: dict[str, FormField] = {}
        self.relations = RelationTable()
        self.newcomers: NewcomerList | None = None
        self.picker: HouseholdPicker | None = None
        self._faults: dict[str, str] = {}
        self.held = Banner("info", "", action=self.tr("Buang isian"))
        self.summary = ErrorSummary()
        self._lines = QVBoxLayout()
        self._column = QVBoxLayout()
        self._scroll = ScrollPage(self._column, QMargins(28, 14, 24, 20))
        self._build()

    def values(self, home: HouseholdChoice | None) -> FormValues:
        """Everything as it stands, what is hidden left out; `home` is what `picker` says."""
        texts = {
            name: entry.text()
            for name, entry in self.inputs.items()
            if not self.rows[name].isHidden()
        }
        relations = {} if self.rows_hidden(RELATIONS) else self.relations.relations()
        people = self.newcomers.texts() if self.newcomers is not None else ()
        return FormValues(texts, relations, home, people)

    def put(self, texts: Mapping[str, str]) -> None:
        """Fill fields without telling."""
        self._fills = True
        for name, text in texts.items():
            if name in self.inputs:
                self.inputs[name].set_text(text)
        self._fills = False

    def show_succession(self, found: Succession) -> None:
        """Ask about heads and relations where they change, and only there."""
        self._fills = True
        for names, people in ((_HEAD_FIELDS, found.heads), (_LEADER_FIELDS, found.leaders)):
            for name in names:
                entry = self.inputs.get(name)
                if isinstance(entry, PersonInput):
                    entry.offer(people, self._start.today)
                    self.rows[name].setVisible(bool(people))
        if RELATIONS in self.rows:
            self.relations.offer(found.relations, self._start.today)
            self.rows[RELATIONS].setVisible(bool(found.relations))
        self._fills = False

    def show_only_if(self, names: Iterable[str], *, shown: bool) -> None:
        """Fields that some other field makes needless."""
        for name in names:
            if name in self.rows:
                self.rows[name].setVisible(shown)

    def rows_hidden(self, name: str) -> bool:
        """Whether the field is not asked now, or not at all."""
        return name not in self.rows or self.rows[name].isHidden()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Mark these fields and no others; people of an arrival as `people.0`."""
        self._faults = dict(faults)
        for name, row in self.rows.items():
            row.set_error(faults.get(name, ""))
        if self.picker is not None:
            self.picker.show_fault(faults.get(HOUSEHOLD, ""))
            self.rows[HOUSEHOLD].set_error("")
        if self.newcomers is not None:
            prefix = f"{NEWCOMERS}."
            places = {
                int(name.removeprefix(prefix)): words
                for name, words in faults.items()
                if name.startswith(prefix)
            }
            self.newcomers.show_faults(places)

    def faults(self) -> dict[str, str]:
        """What is marked now."""
        return dict(self._faults)

    def focus(self, name: str) -> None:
        """Put the caret into a field and bring it into sight."""
        outer = name.split(".", maxsplit=1)[0]
        if outer == HOUSEHOLD and self.picker is not None:
            self.picker.first().setFocus()
        elif outer == NEWCOMERS and self.newcomers is not None:
            place = int(name.partition(".")[2] or 0)
            self.newcomers.blocks[place].name.setFocus()
        elif outer == RELATIONS and self.relations.combos:
            next(iter(self.relations.combos.values())).setFocus()
        elif outer in self.inputs:
            target = focus_target(self.inputs[outer])
            target.setFocus()
            if isinstance(target, QLineEdit):
                target.selectAll()
        if outer in self.rows:
            self._show(self.rows[outer])

    def first(self) -> str:
        """Where typing begins."""
        return next(one.name for one in self.form.fields if not self.rows[one.name].isHidden())

    def to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def label(self, name: str) -> str:
        """What a field is called in sentences."""
        outer = name.split(".", maxsplit=1)[0]
        spec = next((one for one in self.form.fields if one.name == outer), None)
        return spec.label.split(" (")[0].rstrip("?") if spec else ""

    def _show(self, part: QWidget) -> None:
        self._scroll.ensureWidgetVisible(part, 0, 24)
        # A sentence over it gets its room a moment later and moves it.
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, 24))

    def _tell(self, name: str) -> None:
        if not self._fills:
            self.edited.emit(name)

    def _build(self) -> None:
        self._column.setSpacing(12)
        self._column.addWidget(self.held)
        self.held.hide()
        self._column.addWidget(self.summary)
        self._lines.setSpacing(_ROW_GAP)
        self._column.addLayout(self._lines)
        self._column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self.summary.link_activated.connect(self.focus)

    def grow(self) -> Iterator[None]:
        """Add the fields, a step each: a long form would hold the window up."""
        line, used = QHBoxLayout(), COLUMNS
        for spec in self.form.fields:
            if used + spec.span > COLUMNS:
                line, used = QHBoxLayout(), 0
                line.setSpacing(_GAP)
                self._lines.addLayout(line)
            field = self._field(spec)
            self.rows[spec.name] = field
            line.addWidget(field, spec.span)
            used += spec.span
            yield

    def _field(self, spec: FieldSpec) -> FormField:
        widget = self._part(spec)
        if widget is None:
            entry = self._input(spec)
            entry.changed.connect(lambda: self._tell(spec.name))
            entry.left.connect(lambda: self.left.emit(spec.name))
            self.inputs[spec.name] = entry
            widget = entry.widget
        label = spec.label
        if spec.entry is Entry.JORONG:
            label = self._start.area_word.capitalize()
        field = FormField(label, widget, spec.help)
        field.wrap_label()
        # The line is shared by spans, whatever the inputs would like.
        field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return field

    def _part(self, spec: FieldSpec) -> QWidget | None:
        """The parts that are more than one input."""
        if spec.entry is Entry.RELATIONS:
            self.relations.changed.connect(lambda: self._tell(spec.name))
            return self.relations
        if spec.entry is Entry.NEWCOMERS:
            self.newcomers = NewcomerList(self._new_id)
            self.newcomers.changed.connect(lambda: self._tell(spec.name))
            return self.newcomers
        if spec.entry is Entry.HOUSEHOLD:
            words = self._picker_words or PickerWords()
            self.picker = HouseholdPicker(words)
            self.picker.jorong_row.set_label(self._start.area_word.capitalize())
            self.picker.begin(None, self._start.jorong, words.choices[0][0])
            self.picker.edited.connect(lambda: self._tell(spec.name))
            self.picker.left.connect(lambda: self.left.emit(spec.name))
            self.picker.search_wanted.connect(self.search_wanted)
            return self.picker
        return None

    def _input(self, spec: FieldSpec) -> FieldInput:
        start = self._start
        if spec.entry is Entry.CODE:
            return code_for(spec)
        if spec.entry is Entry.CHOICE:
            return ChoiceInput(spec.label, spec.options)
        if spec.entry is Entry.PERSON:
            return PersonInput(combo())
        if spec.entry is Entry.JORONG:
            return JorongInput(combo(), start.jorong)
        if spec.entry is Entry.PEOPLE:
            return PeopleInput(spec.label, offered_people(self.form, start), start.today)
        return line_for(spec, [one.name.full() for one in start.members], start.area_word)


def picked(picker: HouseholdPicker | None) -> HouseholdChoice | None:
    """What the picker says now, without who lives there."""
    if picker is None:
        return None
    mode = picker.mode()
    new = picker.new_household() if mode is Mode.NEW else None
    return HouseholdChoice(mode, picker.hit(), new, picker.fault())
