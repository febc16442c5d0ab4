"""Puts the signatures at the foot of a letter into rows, each with its words."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from nagari_kit.documents.definition_blocks import (
    ConfirmationBlock,
    ListSignatureBlock,
    PersonSignatureBlock,
    RowBlock,
    SignatureBlock,
    WitnessBlock,
)
from nagari_kit.documents.definition_sign_blocks import OFFICE
from nagari_kit.documents.definition_signing_check import is_office_signature
from nagari_kit.documents.people import PersonFacts
from nagari_kit.documents.resolving_scope import Scope
from nagari_kit.documents.resolving_text import lacking_list
from nagari_kit.documents.signing import confirming_office, signature_text
from nagari_kit.documents.snapshot_bodies import (
    Body,
    Side,
    SignatureCell,
    SignatureLines,
    SignatureRow,
    WitnessLine,
    WitnessRow,
)
from nagari_kit.documents.wording import (
    DRAFT_NUMBER,
    clean,
    long_date,
    person_name,
    signer_name,
)
from nagari_kit.domain.letters import SUBJECT_ROLE

_ORDER = {"kiri": 0, "tengah": 1, "kanan": 2}
CAPACITY = "sebagai"
"""The column of a role that says who a witness is."""


def list_signatures(block: ListSignatureBlock, scope: Scope) -> SignatureLines:
    """A line for everybody of a list."""
    people = tuple(
        WitnessLine(person_name(row.person.name))
        for row in scope.rows(block.each)
        if row.person is not None
    )
    lack = lacking_list(scope, block.each, empty_is_lack=True)
    if lack:
        people = (*people, WitnessLine("", missing=lack))
    return SignatureLines(people, block.stamp_duty, block.title, _place_date(scope))


def signature_rows(blocks: list[RowBlock], scope: Scope, *, coded: bool) -> list[Body]:
    """Rows for blocks that follow each other; `coded`: the first of the office has the code.

    A row goes from the left to the right: a block that does not stand further right than the one
    before begins the next row.
    """
    found: list[Body] = []
    row: list[tuple[RowBlock, str]] = []
    for block, side in _with_sides(blocks):
        if row and not (block.in_row and row[-1][0].in_row and _follows(row[-1][1], side)):
            found += _row(row, scope)
            row = []
        row.append((block, side))
    if row:
        found += _row(row, scope)
    return _with_code(found, blocks) if coded else found


def _with_sides(blocks: list[RowBlock]) -> list[tuple[RowBlock, str]]:
    """A citizen without a side stands right, or left of another one who follows."""
    found: list[tuple[RowBlock, str]] = []
    for number, block in enumerate(blocks):
        side = block.side
        if not side:
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            before = found[-1][1] if found and found[-1][0].in_row else ""
            joins = after is not None and after.in_row and after.side in {"", "kanan"}
            side = "kiri" if joins and before != "kiri" else "kanan"
        found.append((block, side))
    return found


def _follows(before: str, side: str) -> bool:
    return _ORDER[side] > _ORDER[before]


def _row(row: list[tuple[RowBlock, str]], scope: Scope) -> list[Body]:
    first, _ = row[0]
    if len(row) == 1 and isinstance(first, WitnessBlock):
        return [WitnessRow(first.title, _witnesses(first, scope), first.side_by_side)]
    cells = tuple(_cell(block, cast("Side", side), scope) for block, side in row)
    return [SignatureRow(cells)]


def _with_code(found: list[Body], blocks: list[RowBlock]) -> list[Body]:
    """Marks the row in which the first signature of the office stands."""
    before = next(n for n, block in enumerate(blocks) if is_office_signature(block))
    passed = 0
    marked: list[Body] = []
    for body in found:
        size = len(body.cells) if isinstance(body, SignatureRow) else 1
        if isinstance(body, SignatureRow) and passed <= before < passed + size:
            marked.append(replace(body, code_place=True))
        else:
            marked.append(body)
        passed += size
    return marked


def _cell(block: RowBlock, side: Side, scope: Scope) -> SignatureCell:
    match block:
        case WitnessBlock():
            people = _witnesses(block, scope)
            return SignatureCell(side, block.title, witnesses=people)
        case PersonSignatureBlock():
            return _citizen(block, side, scope)
        case ConfirmationBlock():
            return _confirmation(block, side, scope)
        case SignatureBlock():
            return _office(side, scope, dated=block.dated)


def _office(side: Side, scope: Scope, *, dated: bool) -> SignatureCell:
    text = signature_text(scope.facts)
    return SignatureCell(
        side=side,
        place_date=text.place_date if dated else "",
        prefix=text.prefix,
        office_lines=text.office_lines,
        name=text.name,
        nip=text.nip or None,
    )


def _confirmation(block: ConfirmationBlock, side: Side, scope: Scope) -> SignatureCell:
    facts = scope.facts
    if block.who == OFFICE:
        number = clean(facts.number) if facts.number else DRAFT_NUMBER
        return replace(
            _office(side, scope, dated=False),
            caption=block.word,
            number=number if block.numbered else None,
            day=long_date(facts.issue_date) if block.numbered else None,
        )
    person = scope.person(block.role) if block.role else None
    office = confirming_office(block.who, facts, person)
    dotted = "" if block.numbered else None
    return SignatureCell(
        side=side,
        caption=block.word,
        number=dotted,
        day=dotted,
        office_lines=(office.line,),
        name=office.name,
        nip=office.nip,
        missing=_lack(block.role, scope) if block.role else "",
    )


def _citizen(block: PersonSignatureBlock, side: Side, scope: Scope) -> SignatureCell:
    person = _signer(block.role, scope)
    return SignatureCell(
        side=side,
        caption=block.caption,
        place_date=_place_date(scope) if block.dated else "",
        name=signer_name(person.name) if person else "",
        stamp_duty=block.stamp_duty,
        missing=_lack(block.role, scope),
    )


def _witnesses(block: WitnessBlock, scope: Scope) -> tuple[WitnessLine, ...]:
    if not block.roles:
        return (WitnessLine(""),) * block.count
    return tuple(_witness(role, scope) for role in block.roles)


def _witness(role: str, scope: Scope) -> WitnessLine:
    person = _signer(role, scope)
    if person is None:
        return WitnessLine("", missing=_lack(role, scope))
    return WitnessLine(person_name(person.name), clean(person.columns.get(CAPACITY, "")))


def _signer(role: str, scope: Scope) -> PersonFacts | None:
    return scope.facts.subject if role == SUBJECT_ROLE else scope.person(role)


def _lack(role_id: str, scope: Scope) -> str:
    if _signer(role_id, scope) is not None:
        return ""
    if role_id == SUBJECT_ROLE:
        return "Nama warga"
    role = scope.definition.role(role_id)
    return role.label if role and role.required else ""


def _place_date(scope: Scope) -> str:
    return f"{clean(scope.facts.office.name)}, {long_date(scope.facts.issue_date)}"
