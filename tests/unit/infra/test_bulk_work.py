"""The collector sleeps while bulk work runs and wakes when the last of it ends."""

from __future__ import annotations

import gc

import pytest

from nagari_kit.infra.bulk_work import let_go, many_objects


def test_the_collector_wakes_after_the_last_bulk_work():
    with many_objects():
        with many_objects():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_wakes_the_collector():
    with pytest.raises(ZeroDivisionError), many_objects():
        _ = 1 // 0
    assert gc.isenabled()


def test_rows_that_are_let_go_are_all_freed():
    freed: list[bool] = []

    class Row:
        def __del__(self) -> None:
            freed.append(True)

    one, other = [Row() for _ in range(1200)], [Row()]
    let_go(one, other, [])
    assert (one, other) == ([], [])
    assert len(freed) == 1201
