"""Runs the form: autosave, live preview, warnings, and the one issuing on F9."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.letters import DraftStage, IssuedLetter, LetterPreview
from nagari_kit.errors import InputError, NagariError
from nagari_kit.ui.jobs.pieces import Pieces
from nagari_kit.ui.screens.letter_issue.cautions import cautions
from nagari_kit.ui.screens.letter_issue.desk_presenter import DeskPresenter
from nagari_kit.ui.screens.letter_issue.draft_keeper import DraftKeeper
from nagari_kit.ui.screens.letter_issue.draft_removal import remove_draft
from nagari_kit.ui.screens.letter_issue.filing_presenter import FilingPresenter
from nagari_kit.ui.screens.letter_issue.form_step import FormStep
from nagari_kit.ui.screens.letter_issue.people_presenter import PeoplePresenter
from nagari_kit.ui.screens.letter_issue.sitting import Request, Sitting
from nagari_kit.ui.shell import Shell, Unsaved

PREVIEW_AFTER_MS = 250
SAME_PRESS_MS = 600
"""A key that is pressed again so soon answers nothing."""
_PREVIEW = "letter_issue:preview"
_ISSUE = "letter_issue:issue"


class FormPresenter(QObject):
    """Holds the sitting. `issued` carries the letter, once per sitting; `left`: it went to a desk.

    The officer may walk on while a letter is being numbered: each answer belongs to its sitting.
    """

    issued = Signal(object)
    left = Signal()

    def __init__(self, shell: Shell, view: FormStep, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self.sitting: Sitting | None = None
        self._issuing: list[Sitting] = []
        self._asked = QElapsedTimer()
        self._keeper = DraftKeeper(shell, self)
        self._keeper.saved.connect(view.show_saved)
        self._keeper.failed.connect(view.show_unsaved)
        self._preview_timer = QTimer(self)
        self._preview_timer.setSingleShot(True)
        self._preview_timer.setInterval(PREVIEW_AFTER_MS)
        self._preview_timer.timeout.connect(self._refresh_preview)
        self._pieces = Pieces(shell.runner, "letter_issue:grow")
        self.people = PeoplePresenter(shell, view.people, self)
        self.people.changed.connect(self._changed)
        self.filing = FilingPresenter(shell, view, self)
        self.filing.changed.connect(self._changed)
        self.desk = DeskPresenter(shell, view, self)
        self.desk.left.connect(self.left)
        view.value_changed.connect(self._take_value)
        view.signer_changed.connect(self._take_signer)
        view.field_entered.connect(view.preview.highlight)
        view.field_left.connect(self._keeper.flush)
        view.issue_requested.connect(self.issue)

    def open(self, sitting: Sitting) -> None:
        """Show a new sitting; the former one's draft is saved."""
        self.sitting = sitting
        self._keeper.watch(sitting)
        if sitting.replaces:
            # The letter that takes a void one's place is a draft from the start.
            self._keeper.touch()
        self._view.set_busy(False)
        today = self._shell.workspace.clock.today()
        self._view.show_sitting(sitting, today)
        for part in (self.people, self.filing, self.desk):
            part.open(sitting)
        self._pieces.run(self._view.grow(sitting, today))
        remarks = (
            cautions(sitting.record, sitting.letter_type, today)
            if sitting.record is not None
            else ()
        )
        self._view.banners.show_cautions(remarks)
        self._refresh_preview()

    def close(self) -> None:
        """Save and let go of the sitting."""
        self._preview_timer.stop()
        self._pieces.drop()
        self._keeper.watch(None)
        self._let_go()
        self.sitting = None

    def _let_go(self) -> None:
        for part in (self.people, self.filing, self.desk):
            part.open(None)

    def save_now(self) -> None:
        """Do not wait for a pause in typing."""
        self._keeper.flush()

    def held(self, request: Request) -> Sitting | None:
        """What was typed for this request and is not on disk yet."""
        return self._keeper.held(request)

    def unsaved(self) -> Unsaved | None:
        """What the disk has not taken."""
        sittings = self._keeper.unsaved()
        if not sittings:
            return None
        content = sittings[0].letter_input()
        way = {
            "resident_id": content.resident_id,
            "type_id": content.type_id,
            "outsider": sittings[0].outsider,
        }
        return Unsaved("; ".join(one.name() for one in sittings), way)

    def give_up(self) -> None:
        """Let go of what the disk has not taken; the officer said so."""
        self._keeper.give_up()

    def abandon(self) -> None:
        """Let go of the sitting and its draft; one click brings the draft back."""
        sitting = self.sitting
        self._preview_timer.stop()
        self._keeper.flush()
        if sitting is not None:
            self._keeper.forget(sitting)
        self.sitting = None
        self._let_go()
        if sitting is None or sitting.draft_id is None:
            return
        remove_draft(self._shell, sitting.draft_id, lambda: None)

    def issue(self) -> None:
        """Give the number and file the letter; a second call while it runs does nothing.

        What can be true but seldom is, is asked about first; issuing again is the answer.
        """
        sitting = self.sitting
        if sitting is None or sitting in self._issuing or self._has_just_asked():
            return
        self._issuing.append(sitting)
        self._preview_timer.stop()
        self._keeper.flush()
        self._view.clear_errors()
        self._view.set_busy(True)
        workspace = self._shell.workspace

        def work(_progress: object, _token: object) -> IssuedLetter | dict[str, str]:
            content = sitting.letter_input()
            doubts = workspace.previews.doubts(content)
            if doubts and doubts != sitting.asked:
                return doubts
            return workspace.issuing.issue(content)

        self._shell.runner.start(
            work,
            key=f"{_ISSUE}:{id(sitting):x}",
            on_success=lambda answer: self._answered(sitting, answer),
            on_error=lambda error: self._not_issued(sitting, error),
            lane="write",
        )

    def _take_value(self, field_id: str, value: str) -> None:
        if self.sitting is None or self.sitting.values.get(field_id, "") == value:
            return
        self.sitting.values[field_id] = value
        self._changed()

    def _take_signer(self, signer_id: OfficerId) -> None:
        if self.sitting is None or self.sitting.signer_id == signer_id:
            return
        self.sitting.signer_id = signer_id
        self._changed()

    def _changed(self) -> None:
        self._view.show_saving()
        if self.sitting is not None and self.sitting.stage is not DraftStage.DRAFT:
            # What was checked is no longer what it says; saving it takes it off the desk.
            self.sitting.stage = DraftStage.DRAFT
            self._view.body.desk.show_stage(DraftStage.DRAFT, "", "")
        self._keeper.touch()
        self._preview_timer.start()

    def _refresh_preview(self) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        content = sitting.letter_input()
        previews = self._shell.workspace.previews

        def work(_progress: object, _token: object) -> LetterPreview:
            return previews.preview(content)

        self._shell.runner.start(
            work,
            key=_PREVIEW,
            on_success=lambda preview: self._show_preview(sitting, preview),
            on_error=self._view.preview.show_trouble,
            lane="read",
        )

    def _show_preview(self, sitting: Sitting, preview: LetterPreview) -> None:
        if sitting is self.sitting:
            self._view.preview.show_pdf(preview.pdf, preview.boxes)

    def _answered(self, sitting: Sitting, answer: IssuedLetter | dict[str, str]) -> None:
        if isinstance(answer, IssuedLetter):
            self._filed(sitting, answer)
            return
        self._issuing.remove(sitting)
        sitting.asked = answer
        if sitting is self.sitting:
            self._asked.start()
            self._view.set_busy(False)
            self._ask_again(answer)

    def _ask_again(self, doubts: dict[str, str]) -> None:
        """Name what should be looked at twice; the caret goes to the first such field."""
        view = self._view
        view.banners.show_doubts(tuple(doubts.values()))
        view.footer.set_note("Benar? Tekan F9 sekali lagi", "alert-triangle", "warn")
        first = next((name for name in view.body.labels() if name in doubts), "")
        if first:
            view.focus_field(first)

    def _has_just_asked(self) -> bool:
        return self._asked.isValid() and self._asked.elapsed() < SAME_PRESS_MS

    def _filed(self, sitting: Sitting, letter: IssuedLetter) -> None:
        self._issuing.remove(sitting)
        self._keeper.forget(sitting)
        if sitting is self.sitting:
            self.sitting = None
            self._let_go()
            self._view.set_busy(False)
            self.issued.emit(letter)
        else:
            called = letter.number or letter.short_title
            whose = f" untuk {letter.resident_name}" if letter.resident_name else ""
            state = "sudah bernomor" if letter.number else "sudah tersimpan"
            self._shell.toast(
                f"Surat {called}{whose} {state}",
                "Belum dicetak. Buka Register surat untuk mencetaknya.",
            )
        self._shell.changed(Changes.of(Kind.LETTERS, Kind.DRAFTS, Kind.SYNC), self.parent())

    def _not_issued(self, sitting: Sitting, error: NagariError) -> None:
        self._issuing.remove(sitting)
        if sitting is not self.sitting:
            # Its draft is on disk; the form that is shown now belongs to another letter.
            self._shell.show_error(error)
            return
        self._view.set_busy(False)
        if isinstance(error, InputError) and error.fields:
            self._view.show_errors(error.fields)
        else:
            self._view.show_refusal(error)
