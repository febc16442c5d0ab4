"""Work beside the window: answered on the GUI side, once, and only while somebody wants it."""

from __future__ import annotations

import gc
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from nagari_kit.errors import Cancelled, RuleError
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.jobs.job import Job, UnexpectedError
from nagari_kit.ui.jobs.runner import JobRunner


@pytest.fixture
def runner(qapp):
    made = JobRunner()
    yield made
    made.stop(5_000)


def test_results_come_back_on_the_side_of_the_window(qtbot, runner) -> None:
    where: list[tuple[int, int]] = []

    runner.start(
        lambda _progress, _token: threading.get_ident(),
        key="ask",
        on_success=lambda worked: where.append((worked, threading.get_ident())),
    )

    qtbot.waitUntil(lambda: bool(where))
    worked, answered = where[0]
    assert worked != threading.get_ident()
    assert answered == threading.get_ident()


def test_a_later_search_drops_the_result_of_the_earlier_one(qtbot, runner) -> None:
    gate, results = threading.Event(), []

    def slow(_progress, _token):
        gate.wait(5)
        return "y"

    runner.start(slow, key="search", on_success=results.append)
    runner.start(lambda _progress, _token: "yus", key="search", on_success=results.append)
    qtbot.waitUntil(lambda: results == ["yus"])
    gate.set()

    qtbot.waitUntil(lambda: not runner.is_busy)
    assert results == ["yus"]


def test_whoever_wrote_is_answered_though_another_asked_after(qtbot, runner) -> None:
    told: list[object] = []
    gate = threading.Event()

    def first(_progress, _token):
        gate.wait(5)
        return "first"

    runner.start(first, key="write", on_success=told.append, lane="write")
    runner.start(lambda _p, _t: "second", key="write", on_success=told.append, lane="write")
    gate.set()

    qtbot.waitUntil(lambda: told == ["first", "second"])


def test_an_error_reaches_the_screen_that_asked(qtbot, runner) -> None:
    told: list[object] = []

    def refuse(_progress, _token):
        raise RuleError("Tidak boleh.")

    runner.start(refuse, key="rule", on_success=told.append, on_error=told.append)

    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], RuleError)


def test_an_error_that_no_screen_takes_up_reaches_the_window(qtbot, runner) -> None:
    told: list[object] = []
    runner.failed.connect(told.append)

    def refuse(_progress, _token):
        raise RuleError("Tidak boleh.")

    runner.start(refuse, key="rule", on_success=told.append)

    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], RuleError)


def test_a_bug_becomes_a_sentence_that_says_what_was_not_lost(qtbot, runner) -> None:
    told: list[object] = []

    runner.start(
        lambda _progress, _token: 1 / 0, key="bug", on_success=told.append, on_error=told.append
    )

    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], UnexpectedError)
    assert "tidak hilang" in told[0].user_message
    assert isinstance(told[0].__cause__, ZeroDivisionError)


def test_cancelled_work_tells_neither_result_nor_error(qtbot, runner) -> None:
    started, told = threading.Event(), []

    def endless(_progress, token):
        started.set()
        while True:
            token.raise_if_cancelled()

    job = runner.start(endless, key="import", on_success=told.append, on_error=told.append)
    with qtbot.waitSignal(job.cancelled):
        started.wait(5)
        job.cancel()

    assert told == []


def test_writers_queue_on_one_thread_in_their_order(qtbot, runner) -> None:
    order: list[tuple[int, int]] = []

    def write(number: int):
        return lambda _progress, _token: order.append((number, threading.get_ident()))

    done: list[object] = []
    for number in range(8):
        runner.start(write(number), key=f"write:{number}", on_success=done.append, lane="write")

    qtbot.waitUntil(lambda: len(done) == 8)
    assert [number for number, _ident in order] == list(range(8))
    assert len({ident for _number, ident in order}) == 1


def test_the_last_word_of_progress_always_arrives(qtbot, runner) -> None:
    seen: list[tuple[int, int, str]] = []
    done: list[object] = []

    def count(progress, _token):
        for number in range(1, 501):
            progress(number, 500, "Membaca")

    runner.start(
        count,
        key="count",
        on_success=done.append,
        on_progress=lambda *words: seen.append(words),
    )

    qtbot.waitUntil(lambda: bool(done))
    assert seen[-1] == (500, 500, "Membaca")
    assert len(seen) < 100


def test_nothing_of_a_finished_job_stays_behind(qtbot, runner) -> None:
    class Result:
        pass

    refs: list[weakref.ref[Result]] = []

    def make(_progress, _token):
        result = Result()
        refs.append(weakref.ref(result))
        return result

    for number in range(20):
        runner.start(make, key=f"make:{number}", on_success=lambda _result: None)
    qtbot.waitUntil(lambda: not runner.is_busy)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()

    assert len(refs) == 20
    assert [ref for ref in refs if ref() is not None] == []
    assert runner.findChildren(Job) == []


def test_the_immediate_runner_has_answered_when_start_returns(qapp) -> None:
    told: list[object] = []

    def wish_to_stop(_progress, _token):
        raise Cancelled

    runner = ImmediateRunner()
    runner.start(lambda _progress, _token: 7, key="a", on_success=told.append)
    runner.start(wish_to_stop, key="b", on_success=told.append, on_error=told.append)

    assert told == [7]


class _Bell(QObject):
    rung = Signal(bool, object)


def test_signals_take_no_references_from_true_and_none(qapp) -> None:
    """PySide6 6.12.0 on CPython 3.11 loses one at each emit and ends the process."""
    bell = _Bell()
    heard: list[object] = []
    bell.rung.connect(lambda loud, what: heard.append((loud, what)) if not loud else None)
    before = sys.getrefcount(True), sys.getrefcount(None)

    for _ in range(2_000):
        bell.rung.emit(True, None)

    after = sys.getrefcount(True), sys.getrefcount(None)
    assert all(now > then - 200 for now, then in zip(after, before, strict=True))
