"""The nagari-kit command: thin over the services.

`nagari_kit.__main__` asks `needs_window(argv)`: when true it opens the window on
`window_request(argv)`, else the exit code is `main(argv)`.
"""

from nagari_kit.cli.main import main
from nagari_kit.cli.window import WindowRequest, needs_window, window_request

__all__ = ["WindowRequest", "main", "needs_window", "window_request"]
