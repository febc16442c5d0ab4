"""Asks before several approved letters are numbered and printed in one go: which, and where to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.letters import LetterDraft
from nagari_kit.ui.printing.print_form import PrintForm
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.widgets import Button, FormDialog

_NAMED = 6


class BatchDialog(FormDialog):
    """Enter numbers and prints."""

    def __init__(
        self, parent: QWidget, drafts: Sequence[LetterDraft], proposal: PrintTarget
    ) -> None:
        super().__init__(
            parent,
            icon="printer",
            kind="info",
            title=f"Beri nomor & cetak {len(drafts)} surat",
            subtitle="Tiap surat diberi nomor sendiri. Yang tertahan tidak menahan yang lain.",
        )
        lines = [("file-text", _called(one)) for one in drafts[:_NAMED]]
        if len(drafts) > _NAMED:
            lines.append(("files", self.tr("dan {0} surat lagi").format(len(drafts) - _NAMED)))
        self.add_consequences(lines)
        self.form = PrintForm()
        self.form.show_target(proposal)
        self.body.addWidget(self.form)
        self.confirm = Button(self.tr("Beri nomor && cetak"), kind="primary", icon="printer")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self.confirm.setFocus()

    def target(self) -> PrintTarget:
        """Where to, and how many of each."""
        return self.form.target()


def _called(draft: LetterDraft) -> str:
    return f"{draft.title}, {draft.resident_name}" if draft.resident_name else draft.title
