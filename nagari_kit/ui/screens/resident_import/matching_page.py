"""Step 2: what each column of a sheet of no known form holds, proposed and put right."""

from __future__ import annotations

import dataclasses
from collections import Counter

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.importing import ColumnMatching
from nagari_kit.services.resident_import.heading_words import PLACE_AND_DATE
from nagari_kit.services.resident_import.known_columns import COLUMN, KEYS
from nagari_kit.ui.widgets import (
    Banner,
    Button,
    Card,
    ComboInput,
    ElidedLabel,
    ScrollPage,
    StickyFooter,
)

NEEDED = ("nik", "nama")
_FIRST = (
    "nik", "nama", "no_kk", "kk_level", "sex", "tempatlahir", "tanggallahir", PLACE_AND_DATE,
    "agama_id", "pendidikan_kk_id", "pekerjaan_id", "status_kawin", "alamat", "dusun", "rt", "rw",
    "nama_ayah", "nama_ibu",
)  # fmt: skip
"""What lists mostly hold comes first in the choice."""


class MatchingPage(QWidget):
    """`matched` carries the officer's ColumnMatching."""

    matched = Signal(object)
    restart_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matching: ColumnMatching | None = None
        self.choices: list[ComboInput] = []
        self._title = QLabel()
        self._title.setObjectName("screenTitle")
        self._title.setWordWrap(True)
        self._words = QLabel(
            self.tr(
                "Bentuk berkas ini belum dikenal. Periksa isi tiap kolom; pilihan Anda diingat "
                "untuk berkas berikutnya dengan judul yang sama."
            )
        )
        self._words.setObjectName("secondary")
        self._words.setWordWrap(True)
        self._banner = Banner("warn", "", "")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._grid_home = QWidget()
        self._page = QVBoxLayout()
        self.footer = StickyFooter()
        self.back = Button(self.tr("Berkas lain"), kind="secondary")
        self.go = Button(self.tr("Periksa baris"), kind="primary", icon="check", key_hint="F9")
        self._build()
        self.back.clicked.connect(self.restart_requested)
        self.go.clicked.connect(self._tell)

    def show_matching(self, file_name: str, matching: ColumnMatching) -> None:
        """Fill the page with a proposal."""
        self._matching = matching
        self._title.setText(self.tr("Apa isi kolom-kolom {0}?").format(file_name))
        home = QWidget()
        grid = QGridLayout(home)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(2, 4)
        heads = (self.tr("Judul di berkas"), self.tr("Contoh isi"), self.tr("Berisi"))
        for column, words in enumerate(heads):
            label = QLabel(words)
            label.setObjectName("hint")
            grid.addWidget(label, 0, column)
        self.choices = []
        for place, heading in enumerate(matching.headings):
            self._add_row(grid, place, heading, matching)
        self._rows.replaceWidget(self._grid_home, home)
        self._grid_home.hide()
        self._grid_home.deleteLater()
        self._grid_home = home
        self._check()
        (self.go if self.go.isEnabled() else self.choices[0]).setFocus()

    def set_compact(self, *, compact: bool) -> None:
        """Smaller margins."""
        self._scroll.set_margins(QMargins(20, 10, 20, 10) if compact else QMargins(24, 18, 18, 18))

    def _add_row(
        self, grid: QGridLayout, place: int, heading: str, matching: ColumnMatching
    ) -> None:
        shown = heading or self.tr("(kolom {0}, tanpa judul)").format(place + 1)
        title = ElidedLabel(shown)
        title.setObjectName("rowTitle")
        samples = ElidedLabel("  ·  ".join(matching.samples[place]) or self.tr("(kosong)"))
        samples.setObjectName("secondary")
        choice = ComboInput()
        choice.setAccessibleName(self.tr("Isi kolom {0}").format(shown))
        choice.addItem(self.tr("(tidak dipakai)"), "")
        for key in dict.fromkeys((*_FIRST, *KEYS)):
            choice.addItem(_name(key), key)
        choice.setCurrentIndex(max(0, choice.findData(matching.keys[place])))
        choice.currentIndexChanged.connect(self._check)
        self.choices.append(choice)
        for column, widget in enumerate((title, samples, choice)):
            grid.addWidget(widget, place + 1, column, Qt.AlignmentFlag.AlignVCenter)

    def _keys(self) -> tuple[str, ...]:
        return tuple(str(choice.currentData() or "") for choice in self.choices)

    def _check(self) -> None:
        counts = Counter(key for key in self._keys() if key)
        twice = [_name(key) for key, times in counts.items() if times > 1]
        missing = [_name(key) for key in NEEDED if key not in counts]
        if missing:
            words = self.tr("Pilih kolom yang berisi {0}.").format(self.tr(" dan ").join(missing))
        elif twice:
            words = self.tr("{0} dipilih dua kali; sisakan satu.").format(", ".join(twice))
        else:
            words = ""
        self._banner.setVisible(bool(words))
        if words:
            self._banner.show_words(
                "warn", words, self.tr("Tanpa itu baris tidak dapat diperiksa.")
            )
        self.go.setEnabled(not words)

    def _tell(self) -> None:
        if self._matching is not None and self.go.isEnabled():
            self.matched.emit(dataclasses.replace(self._matching, keys=self._keys()))

    def _build(self) -> None:
        card = Card()
        self._rows.addWidget(self._grid_home)
        card.body.addLayout(self._rows)
        page = self._page
        page.setSpacing(12)
        for part in (self._title, self._words, self._banner, card):
            page.addWidget(part)
        page.addStretch(1)
        self._scroll = ScrollPage(page, QMargins(24, 18, 18, 18))
        self.footer.set_note(self.tr("Hanya dibaca; data nagari tidak berubah."), "info-circle")
        self.footer.add_button(self.back)
        self.footer.add_button(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.footer)


def _name(key: str) -> str:
    if key == PLACE_AND_DATE:
        return "Tempat dan tanggal lahir"
    return COLUMN[key].title
