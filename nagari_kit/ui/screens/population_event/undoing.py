"""Takes an event back, after asking why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.identity import PopulationEventId
from nagari_kit.errors import NagariError
from nagari_kit.services.population import RecordedEvent
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog


def ask_to_undo(
    shell: Shell,
    parent: QWidget,
    event_id: PopulationEventId,
    words: str,
    ended: Callable[[bool], None],
) -> None:
    """Ask for the reason and undo the event; `ended` is told whether it was undone.

    `words` say what happened. The answer names the event: the officer may have walked on.
    """
    dialog = ReasonDialog(
        parent,
        title="Urungkan peristiwa ini?",
        subtitle=words,
        lines=(
            ("arrow-back-up", "Orang dan KK kembali seperti sebelum peristiwa itu."),
            ("ledger", "Peristiwa baliknya dicatat; tidak ada yang dihapus dari buku."),
        ),
        confirm="Urungkan",
    )

    def go() -> None:
        _undo(shell, event_id, dialog.words(), words, ended)

    dialog.accepted.connect(go)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _undo(
    shell: Shell,
    event_id: PopulationEventId,
    reason: str,
    words: str,
    ended: Callable[[bool], None],
) -> None:
    population = shell.workspace.population

    def done(recorded: RecordedEvent) -> None:
        shell.changed(recorded.changes, ended)
        shell.toast("Peristiwa sudah diurungkan", words)
        ended(True)  # noqa: FBT003 - whether it was

    def failed(error: NagariError) -> None:
        shell.show_error(error)
        ended(False)  # noqa: FBT003 - whether it was

    shell.runner.start(
        lambda _progress, _token: population.undo(event_id, reason),
        key=f"population_event:undo:{event_id}",
        on_success=done,
        on_error=failed,
        lane="write",
    )
