"""The one door of the program: the window when it is wanted and possible, else the commands."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence


def main(
    argv: Sequence[str] | None = None, *, after_first_paint: Callable[[], object] | None = None
) -> int:
    """Run for `argv` without the program's name (that of the process by default).

    Without a display a demonstration is told as a story on the terminal, and says so.
    `after_first_paint`: see `app.run_window`.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    from nagari_kit.ui.plain_start import plain_office

    if plain_office(words) is not None or _wants_window(words):
        # Loading makes no garbage: the collector sleeps until the window is painted.
        gc.disable()
        from nagari_kit.app import run_window

        return run_window(words, after_first_paint=after_first_paint)
    from nagari_kit.cli.main import main as run_command

    return run_command(words)


def _wants_window(words: Sequence[str]) -> bool:
    from nagari_kit.cli.window import has_display, needs_window

    return needs_window(words) and has_display()


if __name__ == "__main__":
    sys.exit(main())
