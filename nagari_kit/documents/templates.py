"""The inline language of definitions: `{name|filter}`, `**bold**`, `{{` and `}}` for braces.

Only definitions are parsed. What a placeholder brings in is text and is never parsed again, so a
value may hold any character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|\*\*|[{}]")
_NAME = re.compile(r"[a-z_]+(\.[a-z_0-9]+){0,2}\Z")


class TemplateError(ValueError):
    """A template cannot be read; the text is Indonesian, `fragment` stands in the source."""

    def __init__(self, message: str, fragment: str) -> None:
        super().__init__(message)
        self.fragment = fragment


@dataclass(frozen=True, slots=True)
class Literal:
    """Text as it stands in the definition."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A named value and the filters that it goes through, left to right."""

    name: str
    filters: tuple[str, ...] = ()
    bold: bool = False

    @property
    def source(self) -> str:
        """As it was written, for messages."""
        return "{" + "|".join((self.name, *self.filters)) + "}"


Template = tuple[Literal | Placeholder, ...]


def parse_template(text: str) -> Template:
    """Parts of a template in order. Raises TemplateError for a brace or `**` without its pair."""
    parts: list[Literal | Placeholder] = []
    bold = False
    position = 0
    for match in _TOKEN.finditer(text):
        if match.start() > position:
            parts.append(Literal(text[position : match.start()], bold))
        position = match.end()
        found = match.group()
        if found == "**":
            bold = not bold
        elif found in {"{{", "}}"}:
            parts.append(Literal(found[0], bold))
        elif match.group(1) is None:
            raise TemplateError(f"kurung “{found}” tidak punya pasangan", text)
        else:
            parts.append(_placeholder(match.group(1), bold=bold))
    if position < len(text):
        parts.append(Literal(text[position:], bold))
    if bold:
        raise TemplateError("tanda tebal “**” tidak punya pasangan", text)
    return tuple(parts)


def _placeholder(inside: str, *, bold: bool) -> Placeholder:
    name, *filters = (piece.strip() for piece in inside.split("|"))
    if not _NAME.match(name):
        raise TemplateError(f"“{{{inside}}}” bukan nama isian yang sah", "{" + inside)
    return Placeholder(name, tuple(filters), bold)


def placeholders(template: Template) -> tuple[Placeholder, ...]:
    """The placeholders of a template, in order."""
    return tuple(part for part in template if isinstance(part, Placeholder))
