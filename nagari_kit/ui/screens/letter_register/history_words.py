"""How the panel tells the way of a letter, who is named in it, and which letters it is tied to."""

from __future__ import annotations

from nagari_kit.domain.letter_history import LetterHistory
from nagari_kit.domain.letter_steps import LetterStep, StepKind
from nagari_kit.ui.letter_words import long_day, masked_number

_SAID = {
    StepKind.CHECKED: "Diperiksa",
    StepKind.SIGNED: "Diteken",
    StepKind.HANDED_OVER: "Diserahkan",
    StepKind.SENT: "Dikirim",
    StepKind.ARCHIVED: "Diarsipkan",
    StepKind.TAKEN_BACK: "Langkah diurungkan",
}


def history_facts(history: LetterHistory) -> list[tuple[str, str]]:
    """Pairs of key and value, in the order in which an officer asks for them."""
    facts = []
    if history.replaced_by:
        facts.append(("Diganti oleh", history.replaced_by))
    if history.replaces:
        facts.append(("Mengganti", history.replaces))
    for label, one in history.people:
        number = f", {masked_number(one.nik)}" if one.nik else ""
        facts.append((label, f"{one.name}{number}"))
    facts += [(_SAID[step.kind], step_words(step)) for step in history.steps]
    return facts


def step_words(step: LetterStep) -> str:
    """`24 November 2026, kepada Yusmaniar (istri), dicatat Rina`."""
    parts = [long_day(step.on)]
    if step.place:
        parts.append(f"ke {step.place}")
    if step.person:
        relation = f" ({step.note})" if step.note and step.kind is StepKind.HANDED_OVER else ""
        parts.append(f"diterima {step.person}{relation}")
    elif step.note:
        parts.append(step.note)
    parts.append(f"dicatat {step.by}")
    return ", ".join(parts)
