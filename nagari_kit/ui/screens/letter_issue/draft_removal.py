"""Throws a draft away, and brings it back when the officer says so."""

from __future__ import annotations

from collections.abc import Callable

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import LetterDraft
from nagari_kit.ui.shell import Shell


def remove_draft(shell: Shell, draft_id: DraftId, then: Callable[[], None]) -> None:
    """Delete without asking; a toast offers to undo it. `then` runs after either."""
    drafts = shell.workspace.drafts

    def work(_progress: object, _token: object) -> LetterDraft:
        draft = drafts.get(draft_id)
        drafts.delete(draft_id)
        return draft

    def done(draft: LetterDraft) -> None:
        shell.toast(
            f"Draf {draft.title} untuk {draft.resident_name} dibuang",
            "Belum ada nomor yang terpakai.",
            lambda: _restore(shell, draft, then),
        )
        _tell(shell, then)

    shell.runner.start(
        work,
        key=f"draft:remove:{draft_id}",
        on_success=done,
        on_error=shell.show_error,
        lane="write",
    )


def _restore(shell: Shell, draft: LetterDraft, then: Callable[[], None]) -> None:
    drafts = shell.workspace.drafts

    def work(_progress: object, _token: object) -> None:
        drafts.restore(draft)

    shell.runner.start(
        work,
        key=f"draft:remove:{draft.id}",
        on_success=lambda _nothing: _tell(shell, then),
        on_error=shell.show_error,
        lane="write",
    )


def _tell(shell: Shell, then: Callable[[], None]) -> None:
    shell.changed(Changes.of(Kind.DRAFTS), then)
    then()
