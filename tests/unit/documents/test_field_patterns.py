"""Patterns of fields: what an office needs is taken, what could hang the desk is not."""

from __future__ import annotations

import re
import time

import pytest

from nagari_kit.documents.checking import MOST_PARAGRAPH_CHARACTERS
from nagari_kit.documents.field_patterns import fault


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        r".*[^\W\d_]{3}.*",
        r".*\b(19|20)\d\d\b.*",
        r"(\d{3}\.){2}\d{3}",
        r"(?:[A-Z]{2})?\s*\d{1,4}(\s[A-Z]+)?",
        r"[()+*]+\)+",
    ],
)
def test_patterns_of_letters_are_taken_and_answer_at_once(pattern):
    assert fault(pattern) == ""
    begun = time.process_time()
    for text in ("a" * MOST_PARAGRAPH_CHARACTERS, "1" * MOST_PARAGRAPH_CHARACTERS):
        re.fullmatch(pattern, text + "!")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"(a|aa)*b",
        r"(?:a?){30}a{30}",
        r"((a)*b?){2,}",
        r"(?P<x>\w{1,9})+",
        r".*.*.*.*!",
        "a?" * 30 + "a" * 30,
        "(" * 30,
        "(" * 120,
        "a" * 500,
        r"a{99999999999}",
    ],
)
def test_patterns_that_may_hang_or_mean_nothing_are_refused(pattern):
    assert fault(pattern)
