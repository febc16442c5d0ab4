"""Letters of one piece of work are filed together or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nagari_kit.domain.letters import LetterFilter
from nagari_kit.errors import StorageError
from nagari_kit.services.letter_issue import TogetherRefused


def test_a_refusal_among_them_takes_no_number(workspace, sku):
    broken = replace(sku, values={**sku.values, "berdiri_sejak": "dulu"})

    with pytest.raises(TogetherRefused):
        workspace.issuing.issue_together([sku, broken])
    assert workspace.register.page(LetterFilter(), 0, 5).total == 0

    both = workspace.issuing.issue_together([sku, sku])
    assert [one.sequence for one in both] == [1, 2]


def test_a_disk_that_fails_under_them_leaves_none(workspace, sku, monkeypatch):
    issuing = workspace.issuing
    within = issuing._issue_within
    done = []

    def fails_at_the_second(uow, wanted):
        if done:
            raise StorageError("Disk penuh.")
        done.append(within(uow, wanted))
        return done[0]

    monkeypatch.setattr(issuing, "_issue_within", fails_at_the_second)
    with pytest.raises(StorageError):
        issuing.issue_together([sku, sku])
    assert workspace.register.page(LetterFilter(), 0, 5).total == 0
