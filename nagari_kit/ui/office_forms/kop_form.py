"""The letterhead as a form: three lines, address, logo, arrangement, rule, paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letter_look import third_lines
from nagari_kit.domain.office import Kop, OfficeProfile, PaperSize
from nagari_kit.ui.office_forms.choice import Choice
from nagari_kit.ui.office_forms.logo_row import LogoRow
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import CheckRow, LabeledField, OptionLine, TextInput

_LINES = (
    ("line1", "Baris 1"),
    ("line2", "Baris 2"),
    ("line3", "Baris 3 (paling besar)"),
)
_ADDRESS = (("address", "Alamat dan kode pos"), ("contact", "Telepon, surel, laman"))
_WIDEST_IN_ONE_ROW = 115
"""Per cent of the usual size of letters; larger ones need two rows for the choices."""
_UNIT = ("unit", "Kode kantor di nomor surat")


class KopForm(QWidget):
    """`changed` fires with every edit; `profile()` is the profile with what stands here.

    `wide`: there is room for long lines, and for all choices side by side.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        self._profile: OfficeProfile | None = None
        self._quiet = False
        self.inputs = {key: TextInput() for key, _label in (*_LINES, *_ADDRESS, _UNIT)}
        self._third = OptionLine(())
        self.inputs["line3"] = self._third
        self.rows = {
            key: LabeledField(self.tr(label), self.inputs[key])
            for key, label in (*_LINES, *_ADDRESS, _UNIT)
        }
        self.logo = LogoRow()
        self.arrangement = Choice(
            self.tr("Susunan logo"),
            (
                ("kiri", self.tr("Kiri")),
                ("tengah", self.tr("Tengah")),
                ("dua", self.tr("Dua")),
            ),
        )
        self.rule = Choice(
            self.tr("Garis bawah"),
            (
                ("ganda", self.tr("Ganda")),
                ("tunggal", self.tr("Tunggal")),
                ("tanpa", self.tr("Tanpa")),
            ),
        )
        self.paper = Choice(self.tr("Kertas"), (("F4", "F4"), ("A4", "A4")))
        self.preprinted = CheckRow(self.tr("Kertas sudah berkop dari percetakan, jangan cetak kop"))
        self._build(wide=wide)
        for line in self.inputs.values():
            line.textEdited.connect(self._tell)
        for choice in (self.arrangement, self.rule, self.paper):
            choice.changed.connect(self._tell)
        self.preprinted.toggled.connect(self._tell)
        self.logo.changed.connect(self._tell)

    def show_profile(self, profile: OfficeProfile) -> None:
        """Fill the form; tells nobody."""
        self._quiet = True
        self._profile = profile
        kop = profile.kop
        address = (*kop.address_lines, "", "")
        texts = {
            "line1": kop.line1,
            "line2": kop.line2,
            "line3": kop.line3,
            "address": address[0],
            "contact": address[1],
            "unit": profile.unit,
        }
        for key, text in texts.items():
            self.inputs[key].setText(text)
            self.inputs[key].setCursorPosition(0)
        self._third.offer(third_lines(profile.kind, profile.name))
        self.logo.set_logo(kop.logo)
        self.arrangement.set_value(kop.arrangement)
        self.rule.set_value(kop.rule)
        self.paper.set_value(profile.paper.value)
        self.preprinted.setChecked(kop.preprinted)
        self.show_errors({})
        self._quiet = False

    def profile(self) -> OfficeProfile:
        """The profile that was shown, with what stands in the form now."""
        if self._profile is None:
            msg = "no profile was shown"
            raise RuntimeError(msg)
        text = {key: " ".join(line.text().split()) for key, line in self.inputs.items()}
        kop = Kop(
            line1=text["line1"],
            line2=text["line2"],
            line3=text["line3"],
            address_lines=tuple(line for line in (text["address"], text["contact"]) if line),
            logo=self.logo.logo(),
            arrangement=self.arrangement.value(),
            rule=self.rule.value(),
            preprinted=self.preprinted.isChecked(),
        )
        paper = PaperSize(self.paper.value())
        return replace(self._profile, unit=text["unit"], paper=paper, kop=kop)

    def missing(self) -> dict[str, str]:
        """Fields that cannot stay empty, each with a sentence."""
        needed = {
            "line3": self.tr("Isi nama kantor seperti tercetak di kop."),
            "unit": self.tr("Isi singkatan, misalnya KN."),
        }
        return {key: words for key, words in needed.items() if not self.inputs[key].text().strip()}

    @property
    def judged(self) -> frozenset[str]:
        """The fields of which this form can say what is wrong."""
        return frozenset({*self.rows, "logo"})

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields; the caret goes to the first wrong one."""
        for key, row in self.rows.items():
            row.set_error(errors.get(key, ""))
        self.logo.show_error(errors.get("logo", ""))
        for key, line in self.inputs.items():
            if key in errors:
                line.setFocus()
                return
        if "logo" in errors:
            self.logo.choose.setFocus()

    def _tell(self, *_change: object) -> None:
        if not self._quiet:
            self.changed.emit()

    def _build(self, *, wide: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10 if wide else 12)
        for key, _label in _LINES:
            column.addWidget(self.rows[key])
        if wide:
            for key, _label in _ADDRESS:
                column.addWidget(self.rows[key])
        else:
            column.addLayout(_beside((self.rows["address"], 58), (self.rows["contact"], 42)))
        column.addWidget(_labelled(self.tr("Logo"), self.logo))
        arrangement = _labelled(self.tr("Susunan logo"), self.arrangement)
        rule = _labelled(self.tr("Garis bawah"), self.rule)
        paper = _labelled(self.tr("Kertas"), self.paper)
        if wide and scaled(100) <= _WIDEST_IN_ONE_ROW:
            choices = _beside((arrangement, 0), (rule, 0), (paper, 0), (self.rows["unit"], 1))
            column.addLayout(choices)
        else:
            column.addLayout(_beside((arrangement, 1), (rule, 1)))
            column.addLayout(_beside((self.rows["unit"], 1), (paper, 1)))
        column.addWidget(self.preprinted)


def _beside(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    """Parts with their shares of the room."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for part, share in parts:
        row.addWidget(part, share)
    return row


def _labelled(words: str, widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5)
    label = QLabel(words)
    label.setObjectName("fieldLabel")
    column.addWidget(label)
    column.addWidget(widget)
    return holder
