"""Step 4: the passphrase that opens the office's data, typed twice, with a plain warning."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from nagari_kit.errors import InputError, NagariError
from nagari_kit.services.workspace import SHORTEST_PASSPHRASE
from nagari_kit.ui.screens.setup.passphrase_strength import judge
from nagari_kit.ui.screens.setup.steps import Step
from nagari_kit.ui.widgets import (
    Banner,
    CapsLockLine,
    CheckRow,
    Chip,
    LabeledField,
    TextInput,
)


class PassphraseStep(Step):
    """Never stored, never logged; the fields are emptied once the office stands."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Kata sandi",
            "Data nagari disimpan tersandi. Kata sandi ini diminta setiap kali program dibuka.",
            parent,
        )
        self.actor = TextInput()
        self.first, self.second = TextInput(), TextInput()
        for line in (self.first, self.second):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.textChanged.connect(self._judge)
        self.rows = {
            "actor": LabeledField(
                self.tr("Nama petugas di meja ini"),
                self.actor,
                self.tr("Tercatat pada surat yang dibuat. Bisa diganti setiap kali masuk."),
            ),
            "passphrase": LabeledField(self.tr("Kata sandi"), self.first),
            "again": LabeledField(self.tr("Ulangi kata sandi"), self.second),
        }
        self.caps_lock = CapsLockLine(self.first, self.second)
        self.show_it = CheckRow(self.tr("Tampilkan yang diketik"))
        self.written = CheckRow(self.tr("Sudah saya tulis di kertas dan simpan di tempat aman"))
        self._chips = QHBoxLayout()
        self._trouble = Banner("err", "", "")
        self._trouble.hide()
        self.warning = Banner(
            "warn",
            self.tr("Bila lupa, tidak ada yang bisa membuka data ini."),
            self.tr("Juga bukan kami, bukan provinsi. Tulis di kertas, simpan di brankas kantor."),
        )
        self._build()
        self.show_it.toggled.connect(self._reveal)
        self.second.returnPressed.connect(self.confirmed)
        self.actor.textEdited.connect(lambda _text: self.rows["actor"].set_error(""))
        self._judge()

    def passphrase(self) -> str:
        """What was typed first."""
        return self.first.text()

    def officer(self) -> str:
        """Who works at this desk."""
        return " ".join(self.actor.text().split())

    def missing(self) -> dict[str, str]:
        """What keeps the office from being made, field by field."""
        found = {}
        if not self.officer():
            found["actor"] = self.tr("Isi nama Anda: tercatat di surat.")
        strength = judge(self.first.text())
        if strength.level == 0:
            found["passphrase"] = self.tr(
                "Paling sedikit {0} huruf. Empat kata yang tidak berkaitan mudah diingat."
            ).format(SHORTEST_PASSPHRASE)
        elif strength.level == 1:
            found["passphrase"] = self.tr(
                "Terlalu mudah ditebak. Tulis empat kata yang tidak berkaitan, dengan spasi."
            )
        elif self.second.text() != self.first.text():
            found["again"] = self.tr("Belum sama dengan yang di atas. Ketik sekali lagi.")
        elif not self.written.isChecked():
            found["written"] = self.tr("Tulis dulu di kertas, lalu beri tanda di bawah.")
        return found

    def show_errors(self, errors: dict[str, str]) -> None:
        """Mark the fields; the caret goes to the first wrong one."""
        for key, row in self.rows.items():
            row.set_error(errors.get(key, ""))
        self._show_trouble(shown="written" in errors and "actor" not in errors)
        if "actor" in errors:
            self.actor.setFocus()
        elif "written" in errors:
            self._trouble.show_words("warn", errors["written"], "")
            self.written.setFocus()
        elif "passphrase" in errors:
            self.first.setFocus()
        elif "again" in errors:
            self.second.setFocus()
            self.second.selectAll()

    def show_trouble(self, error: NagariError) -> None:
        """The office could not be made."""
        faults = error.fields.values() if isinstance(error, InputError) else ()
        words = " ".join(part for part in (*faults, error.hint, f"({error.code})") if part)
        self._trouble.show_words("err", error.user_message, words)
        self._show_trouble(shown=True)

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def focus_first(self) -> None:
        """The first field that is empty."""
        (self.first if self.officer() else self.actor).setFocus()

    def _show_trouble(self, *, shown: bool) -> None:
        """One banner at a time: what keeps the officer from going on comes first."""
        self._trouble.setVisible(shown)
        self.warning.setHidden(shown)

    def _reveal(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for line in (self.first, self.second):
            line.setEchoMode(mode)

    def _judge(self, _text: str = "") -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self.first.text():
            strength = judge(self.first.text())
            self._chips.addWidget(Chip(strength.words, strength.kind, "shield-check"))
        if self.second.text() and self.second.text() == self.first.text():
            self._chips.addWidget(Chip(self.tr("Sama"), "ok", "check"))
        self._chips.addStretch(1)

    def _build(self) -> None:
        strength = QWidget()
        strength.setLayout(self._chips)
        strength.setFixedHeight(28)
        self._chips.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.warning,
            self._trouble,
            self.rows["actor"],
            self.rows["passphrase"],
            strength,
            self.rows["again"],
            self.caps_lock,
            self.show_it,
            self.written,
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)
