"""Long work of widgets leaves room between its pieces, and a newer one takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QTimer

from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.jobs.pieces import TURN, Pieces
from nagari_kit.ui.jobs.runner import JobRunner

STEPS = 12


def _steps(done: list[str], name: str) -> Iterator[None]:
    for _ in range(STEPS):
        until = perf_counter() + TURN / 2
        while perf_counter() < until:
            pass
        done.append(name)
        yield


def test_the_window_has_its_turn_between_the_pieces(qtbot) -> None:
    runner, done = JobRunner(), []
    seen: list[int] = []
    timer = QTimer()
    timer.setInterval(0)
    timer.timeout.connect(lambda: seen.append(len(done)))
    timer.start()
    Pieces(runner, "test").run(_steps(done, "one"))
    assert 0 < len(done) < STEPS
    qtbot.waitUntil(lambda: len(done) == STEPS)
    timer.stop()
    assert len({count for count in seen if 0 < count < STEPS}) > 1
    qtbot.waitUntil(lambda: not runner.is_busy)


def test_what_was_begun_is_left_for_something_newer_or_dropped(qtbot) -> None:
    runner, done = JobRunner(), []
    pieces = Pieces(runner, "test")
    pieces.run(_steps(done, "one"))
    pieces.run(_steps(done, "two"))
    qtbot.waitUntil(lambda: done.count("two") == STEPS)
    assert done.count("one") < STEPS
    pieces.run(_steps(done, "three"))
    pieces.drop()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert done.count("three") < STEPS


def test_where_work_is_done_on_the_spot_so_is_this() -> None:
    done: list[str] = []
    Pieces(ImmediateRunner(), "test").run(_steps(done, "one"))
    assert len(done) == STEPS
