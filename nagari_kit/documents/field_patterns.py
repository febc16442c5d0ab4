"""Which patterns may be tried against what is typed: those that always answer at once."""

from __future__ import annotations

import re

LONGEST = 200
MOST_OPEN_REPEATS, MOST_OPTIONAL = 3, 8
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|:))?([^()]*)\)([*+]|\{\d*,?\d*\})?")
_OPEN_REPEAT = re.compile(r"[*+]|\{\d*,\d*\}")
_VARIABLE = re.compile(r"[*+?|]|\{\d*,\d*\}")


def fault(pattern: str) -> str:
    """Why a pattern (Python's `re`) is not used, as words without a full stop, or "".

    A group that is repeated and may itself be long or short, such as `(a+)+`, needs years for one
    line of text; so do long rows of open repeats.
    """
    if len(pattern) > LONGEST:
        return f"lebih dari {LONGEST} huruf"
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    plain = _CLASS.sub("x", _ESCAPED.sub("x", pattern))
    while (group := _GROUP.search(plain)) is not None:
        content, repeat = group.groups()
        if repeat and _VARIABLE.search(content):
            return f"kelompok berulang di dalam ulangan: {group.group()}"
        inner = f"x{repeat}" if repeat else content
        plain = plain[: group.start()] + inner + plain[group.end() :]
    if len(_OPEN_REPEAT.findall(plain)) > MOST_OPEN_REPEATS or plain.count("?") > MOST_OPTIONAL:
        return f"lebih dari {MOST_OPEN_REPEATS} ulangan"
    return ""
