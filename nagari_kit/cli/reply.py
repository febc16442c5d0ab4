"""What a command answers: one JSON object for scripts, sentences for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nagari_kit.errors import InputError, NagariError


@dataclass(frozen=True, slots=True)
class Reply:
    """`content` is printed with --json, `lines` without; `exit_code` as the process ends."""

    content: Mapping[str, Any]
    lines: Sequence[str] = ()
    exit_code: int = 0


def print_reply(reply: Reply, *, as_json: bool) -> None:
    """Write the answer to standard output."""
    if as_json:
        print_json(reply.content)
        return
    sys.stdout.write("".join(f"{line}\n" for line in reply.lines))
    sys.stdout.flush()


def print_json(content: Mapping[str, Any]) -> None:
    """One object, one line."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def print_refusal(error: NagariError, *, as_json: bool) -> None:
    """The sentence on standard error; with --json the object on standard output too."""
    fields = error.fields if isinstance(error, InputError) else {}
    if as_json:
        content: dict[str, Any] = {
            "code": error.code,
            "message": error.user_message,
            "hint": error.hint or "",
        }
        if fields:
            content["fields"] = dict(fields)
        print_json({"error": content})
    details = "".join(f" {sentence}" for sentence in fields.values())
    hint = f" {error.hint}" if error.hint else ""
    say(f"{error.user_message}{details}{hint} ({error.code})")


def say(sentence: str) -> None:
    """A message for the person, never part of the answer."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
