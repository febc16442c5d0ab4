"""Remembers what the last lists of residents counted, as long as nothing was written since.

Who scrolls asks for page after page of one filter; counting half a million people for each would
take longer than reading the page.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from nagari_kit.db.engine import WRITING

KEPT = 24
"""Answers of each office, more than it may have tabs; half a million keys are held in 4 MB."""

_STATE = "SELECT max(rowid) FROM event_log"
"""Residents change with an event, or not at all."""

_T = TypeVar("_T")
_lock = Lock()


class _Answers:
    def __init__(self, state: int | None) -> None:
        self.state = state
        self.by_question: OrderedDict[Hashable, object] = OrderedDict()


_offices: WeakKeyDictionary[Engine, _Answers] = WeakKeyDictionary()


def kept(connection: Connection, question: Hashable, answer: Callable[[], _T]) -> _T:
    """What `answer` says, or said before to the same question about the same data."""
    if connection.get_execution_options().get(WRITING):
        return answer()
    state = connection.exec_driver_sql(_STATE).scalar_one()
    with _lock:
        answers = _offices.get(connection.engine)
        if answers is None or answers.state != state:
            answers = _offices[connection.engine] = _Answers(state)
        elif question in answers.by_question:
            answers.by_question.move_to_end(question)
            return answers.by_question[question]  # type: ignore[return-value] # as it was put in
    found = answer()
    with _lock:
        answers.by_question[question] = found
        while len(answers.by_question) > KEPT:
            answers.by_question.popitem(last=False)
    return found
