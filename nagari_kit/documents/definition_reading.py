"""Reads what all parts of a definition share: ids, words, templates, conditions."""

from __future__ import annotations

import re

from nagari_kit.documents.definition_blocks import Condition, Conditions
from nagari_kit.documents.templates import Template, TemplateError, parse_template
from nagari_kit.documents.toml_source import Section

MOST_IN_A_LINE = 120
_ID = re.compile(r"[a-z][a-z0-9_]*\Z")
_CONDITION = re.compile(r"([a-z_.0-9]+)\s+(?:(ada|kosong)|(==|!=)\s*([^=]*[^\s=]))\Z")


def is_id(text: str) -> bool:
    """Whether a text may name something: small letters, digits, `_`."""
    return _ID.match(text) is not None


def identifier(section: Section) -> str:
    """The section's `id`. Raises DefinitionError for anything that is none."""
    found = section.text("id", most=MOST_IN_A_LINE)
    if not is_id(found):
        raise section.error(f"id “{found}” hanya boleh huruf kecil, angka, _", found)
    return found


def one_of(section: Section, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
    """A word of the closed list, or its default."""
    value = section.text(key, default)
    if value not in allowed:
        words = ", ".join(word for word in allowed if word)
        raise section.error(
            f"“{key}” tidak mengenal “{value}”", value, f"Pakai salah satu: {words}."
        )
    return value


def count(section: Section, key: str, *, most: int, default: int = 0) -> int:
    """A whole number from 1 to `most`, or the default when the key is not there."""
    return section.number(key, most=most) if section.has(key) else default


def template(section: Section, key: str, default: str | None = None) -> Template:
    """The parsed text of a key; () for an empty one that may be left out."""
    return template_of(section, section.text(key, default))


def templates(section: Section, key: str) -> tuple[Template, ...]:
    """The parsed texts of a list."""
    return tuple(template_of(section, text) for text in section.texts(key))


def template_of(section: Section, text: str) -> Template:
    """A parsed text. Raises DefinitionError at its line."""
    try:
        return parse_template(text)
    except TemplateError as error:
        raise section.error(str(error), error.fragment) from error


def conditions(section: Section, key: str = "jika") -> Conditions:
    """`jika`: one condition or a list of which all must hold; () when there is none."""
    lines = section.text_or_texts(key)
    return tuple(_condition(section, line) for line in lines if line)


def _condition(section: Section, line: str) -> Condition:
    match = _CONDITION.match(line)
    if match is None:
        raise section.error(
            f"syarat “{line}” tidak terbaca",
            line,
            "Tulis seperti “isian.nama ada”, “isian.nama kosong”, atau “warga.agama == Islam”.",
        )
    variable, word, operator, value = match.groups()
    return Condition(variable, word or operator, value or "")
