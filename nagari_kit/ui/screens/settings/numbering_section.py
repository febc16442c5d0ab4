"""How letters are numbered: pattern, counter, reset, start, with a live example."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.office import NumberingSettings, NumberRule
from nagari_kit.ui.office_forms.choice import Choice
from nagari_kit.ui.screens.settings.number_words import part_words
from nagari_kit.ui.screens.settings.pattern_input import PatternInput
from nagari_kit.ui.screens.settings.section import EditedSection
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, Card, ComboInput, LabeledField, TextInput

TOKENS = ("kode", "urut:3", "jenis", "unit", "bulan_romawi", "tahun")
_PAUSE = 250
_PILL_HEIGHT = 32


class NumberingSection(EditedSection):
    """`save_requested` carries NumberingSettings; `example_wanted` the same and a type id."""

    save_requested = Signal(object)
    example_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Penomoran",
            "Berlaku untuk surat berikutnya. Nomor lama tetap.",
            parent,
        )
        self.kind = ComboInput()
        self.pattern = PatternInput()
        self.scope = Choice(
            self.tr("Penghitung"),
            (
                ("type", self.tr("Tiap jenis surat")),
                ("code", self.tr("Tiap kode arsip")),
                ("office", self.tr("Satu untuk kantor")),
            ),
        )
        self.reset = Choice(
            self.tr("Ulang dari satu"),
            (("year", self.tr("Tiap tahun")), ("never", self.tr("Tidak pernah"))),
        )
        self.start = TextInput()
        self.classification = TextInput()
        self.rows = {
            "kind": LabeledField(self.tr("Berlaku untuk"), self.kind),
            "pattern": LabeledField(
                self.tr("Pola nomor"),
                self.pattern,
                self.tr("Pilih bagiannya di bawah; garis miring dan titik diketik."),
            ),
            "scope": LabeledField(self.tr("Penghitung"), self.scope),
            "reset": LabeledField(self.tr("Ulang dari satu"), self.reset),
            "start": LabeledField(self.tr("Nomor mulai"), self.start),
            "classification": LabeledField(
                self.tr("Kode arsip sendiri (boleh kosong)"), self.classification
            ),
        }
        self.example = QLabel()
        self.example.setObjectName("cardTitle")
        self.example.setWordWrap(True)
        self._settings = NumberingSettings()
        self._place = 0
        self._types: tuple[LetterType, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._ask_example)
        self._build()
        self._connect()

    def show_settings(self, settings: NumberingSettings, types: tuple[LetterType, ...]) -> None:
        """Fill the section; the letter type that was looked at stays chosen."""
        chosen = self.kind.currentData()
        self._settings, self._types = settings, types
        self.kind.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.kind.clear()
        self.kind.addItem(self.tr("Semua jenis surat"), "")
        for one in types:
            self.kind.addItem(one.title, one.id)
        self._place = max(0, self.kind.findData(chosen))
        self.kind.setCurrentIndex(self._place)
        self.kind.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._show_rule()

    def content(self) -> object:
        """The rule as it stands here, and the start as it was typed."""
        return self.rule(), self.start.text().strip()

    def rule(self) -> NumberRule:
        """What stands in the form; a start that is no number counts as 0."""
        start = self.start.text().strip()
        return NumberRule(
            pattern=self.pattern.pattern(),
            scope=self.scope.value(),
            reset=self.reset.value(),
            start=int(start) if start.isascii() and start.isdigit() else 0,
            classification=self.classification.text().strip(),
        )

    def submit(self) -> None:
        """Ask to save."""
        self.note_submitted()
        self.save_requested.emit(self.settings())

    def settings(self) -> NumberingSettings:
        """The stored rules with the one in the form; a type with the office's rule has no own."""
        type_id = str(self.kind.currentData() or "")
        rule = self.rule()
        if not type_id:
            return NumberingSettings(rule, dict(self._settings.by_type))
        own = {**self._settings.by_type, type_id: rule}
        if rule == self._settings.default:
            own.pop(type_id)
        return NumberingSettings(self._settings.default, own)

    def show_example(self, number: str) -> None:
        """The next number by this rule."""
        self.example.setText(number)
        self.show_errors({})

    def show_errors(self, errors: dict[str, str]) -> None:
        """Mark the fields; keys may carry a letter type before a dot."""
        plain = {key.rsplit(".", 1)[-1]: words for key, words in errors.items()}
        for key, row in self.rows.items():
            row.set_error(plain.get(key, ""))
        if errors:
            self.example.setText("–")

    def show_saved(self) -> None:
        """Say that it is kept."""
        self.note_stored()
        self.tell_saved()

    def tell_saved(self) -> None:
        """Say so again, after the section was filled anew."""
        self.footer.set_note(self.tr("Aturan nomor tersimpan."), "circle-check", "ok")

    def _choose(self, place: int) -> None:
        if self.is_edited():
            self.kind.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.kind.setCurrentIndex(self._place)
            self.kind.blockSignals(False)  # noqa: FBT003 - Qt's signature
            self.keep_typed()
        else:
            self._place = place
            self._show_rule()

    def _show_rule(self) -> None:
        type_id = str(self.kind.currentData() or "")
        rule = self._settings.by_type.get(type_id, self._settings.default)
        self.pattern.set_pattern(rule.pattern)
        self.scope.set_value(rule.scope)
        self.reset.set_value(rule.reset)
        self.start.setText(str(rule.start))
        self.classification.setText(rule.classification)
        self.note_shown()
        self._ask_example()

    def _ask_example(self) -> None:
        type_id = str(self.kind.currentData() or "") or (self._types[0].id if self._types else "")
        if type_id:
            self.example_wanted.emit(self.settings(), type_id)

    def _insert(self, token: str) -> None:
        self.pattern.insert_part(token)
        self.pattern.setFocus()
        self._timer.start()

    def _build(self) -> None:
        card = Card()
        card.body.setSpacing(12)
        card.body.addWidget(self.rows["kind"])
        card.body.addWidget(self.rows["pattern"])
        card.body.addLayout(self._token_pills())
        told = QLabel(self.tr("Nomor berikutnya"))
        told.setObjectName("secondary")
        card.body.addWidget(told)
        card.body.addWidget(self.example)
        counting = Card(self.tr("Urutan nomor"))
        counting.body.setSpacing(12)
        counting.body.addWidget(self.rows["scope"])
        counting.body.addWidget(self.rows["reset"])
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self.rows["start"], 1)
        pair.addWidget(self.rows["classification"], 2)
        counting.body.addLayout(pair)
        self.column.addWidget(card)
        self.column.addWidget(counting)
        self.finish()
        self.save = Button(self.tr("Simpan aturan"), kind="primary", icon="check", key_hint="F9")
        self.footer.add_button(self.save)

    def _token_pills(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        in_row = len(TOKENS) if scaled(_PILL_HEIGHT) == _PILL_HEIGHT else len(TOKENS) // 2
        for place, token in enumerate(TOKENS):
            words = part_words(token)
            button = Button(words, kind="soft")
            button.setFixedHeight(scaled(_PILL_HEIGHT))
            button.setAccessibleName(self.tr("Sisipkan {0}").format(words))
            button.clicked.connect(lambda _on=False, text=token: self._insert(f"{{{text}}}"))
            grid.addWidget(button, *divmod(place, in_row))
        grid.setColumnStretch(in_row, 1)
        return grid

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._choose)
        for line in (self.pattern, self.start, self.classification):
            line.textEdited.connect(self._timer.start)
        for choice in (self.scope, self.reset):
            choice.changed.connect(self._timer.start)
        self.save.clicked.connect(self.submit)
