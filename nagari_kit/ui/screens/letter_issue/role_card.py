"""One person in a role of the letter: found, typed, changed, and what is asked of them besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.dates import age_on
from nagari_kit.domain.letter_fields import ColumnSpec, LetterField, RoleSpec
from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.residents import LifeStatus, Sex
from nagari_kit.ui.record_forms.hit_words import hit_detail
from nagari_kit.ui.record_forms.person_picker import PersonPicker
from nagari_kit.ui.screens.letter_issue.field_inputs import FieldInput, input_for
from nagari_kit.ui.screens.letter_issue.relations import related
from nagari_kit.ui.widgets import Button, IconLabel, LabeledField
from nagari_kit.ui.widgets.fields import announce
from nagari_kit.ui.widgets.line_row import LineRow
from nagari_kit.ui.widgets.painting import initials

_SEXES = {"laki-laki": Sex.MALE, "perempuan": Sex.FEMALE}
_FITTING = {"hidup": "masih hidup", "meninggal": "sudah meninggal"}


class RoleCard(QFrame):
    """`changed` carries the hit in the role, or None. A role that may stay empty begins folded."""

    changed = Signal(object)
    search_wanted = Signal(str)
    outsider_wanted = Signal(str, object)
    entered = Signal()

    def __init__(self, spec: RoleSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._hit: PersonHit | None = None
        self._relatives: tuple[PersonHit, ...] = ()
        self._today = date.min
        self._columns: dict[str, FieldInput] = {}
        self._label = QLabel(spec.label)
        self._label.setObjectName("fieldLabel")
        self._hint = QLabel(fitting_words(spec))
        self._hint.setObjectName("hint")
        self._error = QWidget()
        self._error_words = QLabel()
        self.unfold = Button(
            self.tr("{0} (boleh kosong)").format(spec.label), kind="ghost", icon="plus"
        )
        self.picker = PersonPicker(
            self.tr("Cari nama atau NIK {0}").format(spec.label.lower()), outsiders=spec.outsiders
        )
        self.picker.search.setAccessibleName(spec.label)
        self._chosen = QWidget()
        self._doubt = QLabel()
        self.line = LineRow("", "")
        self.other = Button(self.tr("Ganti"), kind="ghost")
        self.amend = Button(self.tr("Ubah"), kind="ghost")
        self.remove = Button("", kind="ghost", icon="x")
        self._build()
        self._connect()

    def begin(self, hit: PersonHit | None, relatives: Sequence[PersonHit], today: date) -> None:
        """Start with somebody, or with nobody; nobody is told."""
        self._relatives, self._today = tuple(relatives), today
        self._show(hit, folded=hit is None and not self.spec.required)

    def hit(self) -> PersonHit | None:
        """Who stands in the role, with what was asked besides."""
        if self._hit is None or not self._columns:
            return self._hit
        typed = {name: entry.value() for name, entry in self._columns.items()}
        return replace(self._hit, person=replace(self._hit.person, columns=typed))

    def take(self, hit: PersonHit) -> None:
        """Put somebody into the role; the caret goes on."""
        hit = related(self.spec, hit)
        kept = {name: text for name, entry in self._columns.items() if (text := entry.value())}
        person = replace(hit.person, columns={**kept, **hit.person.columns})
        self._show(replace(hit, person=person), folded=False)
        announce(self, f"{self.spec.label}: {hit.name}")
        self.set_error("")
        self.changed.emit(self.hit())
        (next(iter(self._columns.values())).widget if self._columns else self.other).setFocus()

    def set_error(self, text: str) -> None:
        """Say over the role what must be mended; "" takes it away."""
        self._error_words.setText(text)
        self._error.setVisible(bool(text))
        if text and self._hit is None:
            self._show(None, folded=False)

    def focus(self) -> None:
        """The caret where the role is filled."""
        if self._hit is None:
            self._show(None, folded=False)
            self.picker.search.setFocus()
        elif self._columns:
            empty = [one for one in self._columns.values() if not one.value()]
            (empty or list(self._columns.values()))[0].widget.setFocus()
        else:
            self.other.setFocus()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        columns = [entry.widget for entry in self._columns.values()]
        buttons = [self.other, self.amend, self.remove]
        return [self.unfold, self.picker.search, *buttons, *columns]

    def _show(self, hit: PersonHit | None, *, folded: bool) -> None:
        self._hit = hit
        self.unfold.setVisible(folded)
        self.setObjectName("" if folded else "card")
        self.style().unpolish(self)
        self.style().polish(self)
        for part in (self._label, self._hint):
            part.setVisible(not folded and bool(part.text()))
        self.picker.setVisible(hit is None and not folded)
        self._chosen.setVisible(hit is not None)
        self._doubt.hide()
        if hit is None:
            self.picker.begin(self._relatives, self._today)
            return
        self._doubt.setText(odd_words(self.spec, hit, self._today))
        self._doubt.setVisible(bool(self._doubt.text()))
        self.line.show_words(hit.name, hit_detail(hit, self._today), initials(hit.name) or "?")
        self.amend.setVisible(hit.is_outsider)
        self.remove.setVisible(not self.spec.required)
        self._make_columns()
        for name, entry in self._columns.items():
            entry.set_value(hit.person.columns.get(name, ""))

    def _make_columns(self) -> None:
        """When first wanted: many roles stay empty."""
        if self._columns:
            return
        for spec in self.spec.columns:
            entry = input_for(field_of(spec), self)
            entry.changed.connect(lambda _text: self._tell_columns())
            row = LabeledField(
                spec.label if spec.required else f"{spec.label} (boleh kosong)", entry.widget
            )
            row.wrap_label()
            self._columns_box.addWidget(row)
            row.show()
            self._columns[spec.id] = entry

    def _tell_columns(self) -> None:
        if self._hit is not None:
            self.changed.emit(self.hit())

    def _search_again(self) -> None:
        self._show(None, folded=False)
        self.picker.search.setFocus()
        self.changed.emit(None)

    def _empty(self) -> None:
        self._show(None, folded=True)
        self.unfold.setFocus()
        self.changed.emit(None)

    def _connect(self) -> None:
        self.unfold.clicked.connect(self.focus)
        self.picker.search_wanted.connect(self.search_wanted)
        self.picker.picked.connect(self.take)
        self.picker.outsider_wanted.connect(lambda typed: self.outsider_wanted.emit(typed, None))
        self.picker.entered.connect(self.entered)
        self.line.clicked.connect(self._search_again)
        self.other.clicked.connect(self._search_again)
        self.amend.clicked.connect(lambda: self.outsider_wanted.emit("", self._hit))
        self.remove.clicked.connect(self._empty)

    def _build(self) -> None:
        self.remove.setAccessibleName(self.tr("Kosongkan {0}").format(self.spec.label))
        self.other.setAccessibleName(self.tr("Ganti {0}").format(self.spec.label))
        self.amend.setAccessibleName(self.tr("Ubah data {0}").format(self.spec.label))
        self.line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._error_words.setObjectName("errorText")
        self._error_words.setWordWrap(True)
        error = QHBoxLayout(self._error)
        error.setContentsMargins(0, 0, 0, 0)
        error.setSpacing(6)
        error.addWidget(IconLabel("alert-triangle", 16, "err"), 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self._error_words, 1)
        self._error.hide()
        chosen = QHBoxLayout(self._chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(2)
        chosen.addWidget(self.line, 1)
        for button in (self.amend, self.other, self.remove):
            chosen.addWidget(button)
        self._doubt.setObjectName("warnText")
        self._doubt.setWordWrap(True)
        self._doubt.hide()
        self._columns_box = QVBoxLayout()
        self._columns_box.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._label)
        head.addStretch(1)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self._error)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.picker, self._chosen, self._doubt):
            column.addWidget(part)
        column.addLayout(self._columns_box)


def field_of(spec: ColumnSpec) -> LetterField:
    """A column as a field of the form."""
    return LetterField(spec.id, spec.label, spec.kind, spec.required, options=spec.options)


def fitting_words(spec: RoleSpec) -> str:
    """Who usually stands in the role: `laki-laki, paling muda 21 tahun`."""
    age = f"paling muda {spec.least_age} tahun" if spec.least_age else ""
    return ", ".join(part for part in (spec.sex, _FITTING.get(spec.condition, ""), age) if part)


def odd_words(spec: RoleSpec, hit: PersonHit, today: date) -> str:
    """What is unusual about somebody in this role; it never stops a letter."""
    found = []
    dead = hit.life_status is LifeStatus.DEAD
    if spec.condition == "hidup" and dead:
        found.append("Tercatat sudah meninggal.")
    if spec.condition == "meninggal" and not dead and not hit.is_outsider:
        found.append("Belum tercatat meninggal.")
    wanted = _SEXES.get(spec.sex)
    if wanted is not None and hit.sex is not None and hit.sex is not wanted:
        found.append(f"Tercatat bukan {spec.sex}.")
    born = hit.birth_date
    if spec.least_age and born is not None and born <= today:
        age = age_on(born, today)
        if age < spec.least_age:
            found.append(f"Baru {age} tahun, biasanya paling muda {spec.least_age} tahun.")
    return f"{' '.join(found)} Benar orangnya?" if found else ""


def hit_or_none(hits: Mapping[str, Sequence[PersonHit]], role: str) -> PersonHit | None:
    """The first in a role."""
    found = hits.get(role, ())
    return found[0] if found else None
