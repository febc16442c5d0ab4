"""How letters are numbered: pattern, counter, what they give, and which numbers are missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.number_gaps import GapReport
from nagari_kit.domain.number_options import NumberExamples
from nagari_kit.domain.office import OF_CODE, OFFICIAL, NumberingSettings, NumberRule
from nagari_kit.ui.screens.settings.counter_card import CounterCard
from nagari_kit.ui.screens.settings.gap_card import GapCard
from nagari_kit.ui.screens.settings.pattern_card import PatternCard
from nagari_kit.ui.screens.settings.rule_form import RuleForm
from nagari_kit.ui.screens.settings.section import EditedSection
from nagari_kit.ui.screens.settings.series_card import SeriesCard
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button

_PAUSE = 250
_NARROW = 760


class NumberingSection(EditedSection):
    """`save_requested` carries NumberingSettings; `example_wanted` the same and a type id."""

    save_requested = Signal(object)
    example_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Penomoran surat",
            "Nomor diberikan saat surat disimpan, tidak pernah dipakai dua kali.",
            parent,
        )
        self.card = PatternCard()
        self.counter = CounterCard()
        self.series = SeriesCard()
        self.gaps = GapCard()
        self.kind, self.pattern = self.card.kind, self.card.pattern
        self.scope, self.start = self.counter.scope, self.counter.start
        self.rows = {"pattern": self.card.row, **self.counter.rows}
        self.form = RuleForm(self.card, self.counter)
        self._settings = NumberingSettings()
        self._types: tuple[LetterType, ...] = ()
        self._place = 0
        self._steady_note = ""
        self._today = date.min
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._ask_example)
        self._build()
        self._connect()

    def show_settings(self, settings: NumberingSettings, types: tuple[LetterType, ...]) -> None:
        """Fill the section; the letter type that was looked at stays chosen."""
        self._settings, self._types = settings, types
        own = settings.by_type
        kinds = [(self.tr("Semua jenis surat"), "")]
        if OFFICIAL in own:
            kinds.append((self.tr("Surat dinas keluar (seri sendiri)"), OFFICIAL))
        for one in types:
            mark = self.tr(" (aturan sendiri)") if one.id in own else ""
            kinds.append((f"{one.title}{mark}", one.id))
        self._place = self.card.show_kinds(kinds, self.card.type_id())
        self._show_rule()

    def show_report(self, report: GapReport, waiting: int, today: date) -> None:
        """The counters of a year; `waiting`: letters whose number is not entered yet."""
        self._today = today
        self.series.show_report(report, waiting)
        given = sum(one.issued + one.voided for one in report.series)
        before = self._steady_note
        self._steady_note = self.tr(
            "Perubahan berlaku untuk surat berikutnya; {0} nomor lama tetap."
        ).format(given)
        if self.footer.note() in {"", before}:
            self.footer.set_note(self._steady_note, "info-circle")

    def content(self) -> object:
        """The rule as it stands here, what was typed for the next number, and what is shared."""
        return self.form.content(self._stored_rule())

    def settings(self) -> NumberingSettings:
        """The stored rules with the one in the form; a type with the office's rule has no own."""
        type_id, rule = self.card.type_id(), self.form.rule(self._stored_rule())
        own = dict(self._settings.by_type)
        if not type_id:
            self.form.share(own, rule)
            return NumberingSettings(rule, own)
        default = self._settings.default
        code = rule.classification or next((o.code for o in self._types if o.id == type_id), "")
        if rule.scope == "code" and self.form.typed_start() and code:
            # Others count in it too: the start is the counter's, not the type's.
            own[f"{OF_CODE}{code}"] = replace(default, start=rule.start, start_year=rule.start_year)
            rule = self.form.rule_without_start(self._stored_rule())
        own[type_id] = rule
        if rule == default:
            own.pop(type_id)
        return NumberingSettings(default, own)

    def show_examples(self, found: NumberExamples) -> None:
        """What the rule gives; the next number is shown where none was typed."""
        self.show_errors({})
        self.card.examples.show_examples(found)
        typed = self.form.typed_start()
        self.form.show_coming(found.sequence)
        if typed.isdigit() and int(typed) < found.sequence:
            self.rows["start"].set_error(
                self.tr("Nomor {0} sudah lewat; paling kecil {1}.").format(typed, found.sequence)
            )

    def show_errors(self, errors: dict[str, str]) -> None:
        """Mark the fields; keys may carry a letter type before a dot."""
        plain = {key.rsplit(".", 1)[-1]: words for key, words in errors.items()}
        for key, row in self.rows.items():
            row.set_error(plain.get(key, ""))
        if errors:
            self.card.examples.show_examples(None)

    def submit(self) -> None:
        """Ask to save."""
        self.note_submitted()
        self.save_requested.emit(self.settings())

    def show_saved(self) -> None:
        """Say that it is kept."""
        self.note_stored()
        self.tell_saved()

    def tell_saved(self) -> None:
        """Say so again, after the section was filled anew."""
        self.footer.set_note(self.tr("Aturan nomor tersimpan."), "circle-check", "ok")

    def note_shown(self) -> None:
        """The fields hold what is stored."""
        super().note_shown()
        if self._steady_note:
            self.footer.set_note(self._steady_note, "info-circle")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The two lower cards under each other where they have no room beside each other."""
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(_NARROW)
        way = QBoxLayout.Direction
        self._lower.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def _stored_rule(self) -> NumberRule:
        own = self._settings.by_type.get(str(self.kind.itemData(self._place) or ""))
        return own or self._settings.default

    def _choose(self, place: int) -> None:
        if self.is_edited():
            self.card.set_kind(self._place)
            self.keep_typed()
        else:
            self._place = place
            self._show_rule()

    def _show_rule(self) -> None:
        self.form.show_rule(self._stored_rule(), dict(self._settings.by_type))
        self.note_shown()
        self._ask_example()

    def _drop_own(self) -> None:
        own = dict(self._settings.by_type)
        own.pop(self.card.type_id(), None)
        self.note_submitted()
        self.save_requested.emit(NumberingSettings(self._settings.default, own))

    def _note_edit(self, _what: object = None) -> None:
        self.form.follow_scope()
        self._timer.start()
        self.discard.setVisible(self.is_edited())

    def _ask_example(self) -> None:
        chosen = self.card.type_id()
        if chosen in {"", OFFICIAL}:
            own = self._settings.by_type
            fitting = (
                one.id
                for one in self._types
                if one.id not in own and (one.group == "dinas") == bool(chosen)
            )
            chosen = next(fitting, self._types[0].id if self._types else "")
        if chosen:
            self.example_wanted.emit(self.settings(), chosen)

    def _build(self) -> None:
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(12)
        self._lower.addWidget(self.series, 55)
        self._lower.addWidget(self.gaps, 45)
        self.column.addWidget(self.card)
        self.column.addWidget(self.counter)
        self.column.addLayout(self._lower)
        self.finish()
        self.discard.setText(self.tr("Kembalikan"))
        self.discard.set_kind("secondary")
        self.save = Button(self.tr("Simpan penomoran"), kind="primary", icon="check", key_hint="F9")
        self.footer.add_button(self.save)

    def _connect(self) -> None:
        self.card.kind_chosen.connect(self._choose)
        self.card.edited.connect(self._note_edit)
        self.card.own_dropped.connect(self._drop_own)
        self.card.model_chosen.connect(self.form.use_model)
        self.card.model_chosen.connect(self._note_edit)
        self.counter.edited.connect(self._note_edit)
        self.series.chosen.connect(lambda one: self.gaps.show_series(one, self._today))
        self.save.clicked.connect(self.submit)
