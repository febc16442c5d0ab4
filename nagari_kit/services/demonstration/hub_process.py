"""A hub of the demonstration's own, as a child process that never outlives it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread, current_thread, main_thread
from types import TracebackType
from typing import IO, Any, Self

from nagari_kit.errors import HubError

START_SECONDS = 90.0
COMMAND_SECONDS = 60.0
STOP_SECONDS = 20.0


class HubProcess:
    """`python -m nagari_kit.hub serve` on a free loopback port; a context manager.

    `listen` is HOST:PORT, port 0 for any free one. Its log goes to `hub.log` beside `folder`.
    Raises HubError when it does not come up.
    """

    def __init__(self, folder: Path, *, listen: str = "127.0.0.1:0") -> None:
        self._folder = folder
        self._listen = listen
        self._log = folder.with_name("hub.log")
        self._process: subprocess.Popen[str] | None = None
        self.url = ""
        self.ca = Path()

    def __enter__(self) -> Self:
        try:
            with self._log.open("w", encoding="utf-8") as log, _interrupts_wait():
                self._process = subprocess.Popen(  # noqa: S603 - our own command, no shell
                    [*_command("serve", self._folder), "--listen", self._listen],
                    stdout=subprocess.PIPE,
                    stderr=log,
                    stdin=subprocess.DEVNULL,
                    text=True,
                    encoding="utf-8",
                    # Ctrl-C reaches this process alone, which then stops the hub in order.
                    start_new_session=os.name == "posix",
                )
            greeting = self._greeting(self._process)
        except BaseException:
            self._stop()
            raise
        self.url, self.ca = str(greeting["url"]), Path(str(greeting["ca"]))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop()

    def run(self, *words: str) -> dict[str, Any]:
        """One command of nagari-hub on the same data folder; its JSON answer."""
        process: subprocess.Popen[str] | None = None
        try:
            with _interrupts_wait():
                process = subprocess.Popen(  # noqa: S603 - our own command, no shell
                    [*_command(words[0], self._folder, *words[1:]), "--json"],
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                    encoding="utf-8",
                )
            said, _ = process.communicate(timeout=COMMAND_SECONDS)
        except BaseException:
            if process is not None:
                process.kill()
                process.communicate()
            raise
        answer = _json_object(said)
        if process.returncode != 0 or answer is None:
            raise self._failure(answer)
        return answer

    def _greeting(self, process: subprocess.Popen[str]) -> dict[str, Any]:
        lines: list[str] = []
        assert process.stdout is not None  # noqa: S101 - PIPE was asked for
        reader = Thread(target=_first_line, args=(process.stdout, lines), daemon=True)
        reader.start()
        reader.join(START_SECONDS)
        answer = _json_object(lines[0]) if lines else None
        if answer is None or "url" not in answer:
            raise self._failure(answer)
        return answer

    def _failure(self, answer: dict[str, Any] | None) -> HubError:
        said = (answer or {}).get("error") or {}
        return HubError(
            str(
                said.get("message")
                or "Hub contoh tidak dapat dijalankan. Data kantor tidak hilang."
            ),
            hint=str(said.get("hint") or f"Sebabnya tertulis di {self._log}."),
            code=str(said.get("code") or "HUB-09"),
        )

    def _stop(self) -> None:
        process = self._process
        if process is None:
            return
        self._process = None
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """A Ctrl-C while a child is being started comes after it: else nobody would know the child."""
    if current_thread() is not main_thread():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


def _command(word: str, folder: Path, *rest: str) -> list[str]:
    return [sys.executable, "-m", "nagari_kit.hub", word, *rest, "--data-dir", str(folder)]


def _first_line(stream: IO[str], lines: list[str]) -> None:
    line = stream.readline()
    if line:
        lines.append(line)


def _json_object(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
