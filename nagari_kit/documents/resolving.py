"""Fills a definition with the facts of one letter; the result needs neither of them any more."""

from __future__ import annotations

import hashlib
import re

from nagari_kit.documents.definition_blocks import (
    Block,
    KopBlock,
    ListSignatureBlock,
    OfficialHeadBlock,
    RowBlock,
    SignatureBlock,
    TitleBlock,
)
from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.definition_signing_check import is_office_signature
from nagari_kit.documents.facts import LetterFacts
from nagari_kit.documents.look import look_text, with_usual_copies
from nagari_kit.documents.people import PersonFacts
from nagari_kit.documents.resolving_blocks import text_bodies
from nagari_kit.documents.resolving_scope import Scope
from nagari_kit.documents.resolving_signatures import list_signatures, signature_rows
from nagari_kit.documents.resolving_text import filled, plain
from nagari_kit.documents.signing import signature_text
from nagari_kit.documents.snapshot import Body, KopText, LetterSnapshot, SnapshotPerson
from nagari_kit.documents.templates import parse_template
from nagari_kit.documents.wording import NO_BREAK, clean, person_name
from nagari_kit.domain.office import OfficeProfile


def resolve(definition: LetterDefinition, facts: LetterFacts) -> LetterSnapshot:
    """The letter with every placeholder filled; what has no usable value is marked missing."""
    scope = Scope.of(definition, facts)
    blocks = [block for block in definition.blocks if scope.holds(block.conditions)]
    title = next((block for block in blocks if isinstance(block, TitleBlock)), None)
    wants_kop = any(isinstance(block, KopBlock) for block in blocks)
    official = any(isinstance(block, OfficialHeadBlock) for block in blocks)
    signs_last = definition.coded and not official and _signs_last(blocks)
    subject = scope.facts.subject
    until = facts.valid_until
    return LetterSnapshot(
        definition_id=definition.id,
        definition_version=definition.version,
        definition_sha256=definition.sha256,
        paper=definition.paper or facts.office.paper.value,
        kop=_kop(facts.office) if wants_kop else None,
        title=definition.title,
        short_title=definition.short_title,
        number=clean(facts.number) if facts.number else None,
        issue_date=facts.issue_date.isoformat(),
        valid_until=until.isoformat() if until else None,
        subject_name=person_name(subject.name) if subject else "",
        subject_nik=subject.nik if subject else "",
        values=dict(scope.values),
        body=with_usual_copies(
            _body(blocks[:-1] if signs_last else blocks, scope),
            facts.office.look.copies if definition.signed_by_office else (),
        ),
        signature=signature_text(facts) if signs_last else None,
        title_lines=title.lines if title else (),
        title_note=title.note if title else "",
        title_shown=title is not None,
        number_shown=definition.numbered and (title.numbered if title else official),
        classification=definition.code,
        old_classification=definition.old_code,
        people=_people(scope),
        smallest_size=definition.smallest_size,
        signed_by_office=definition.signed_by_office,
        look=look_text(facts.office.look),
        office_code=facts.office.code,
        office_name=facts.office.name,
    )


def default_values(definition: LetterDefinition, facts: LetterFacts) -> dict[str, str]:
    """Values that the definition proposes for this resident; only fields that have one."""
    scope = Scope.without_values(definition, facts)
    proposed = {}
    for field in definition.fields:
        spans = filled(parse_template(field.default), scope)
        text = plain(tuple(span for span in spans if not span.missing)).strip()
        complete = not any(span.missing for span in spans)
        if text and complete:
            proposed[field.id] = text.replace(NO_BREAK, " ")
    return proposed


def _signs_last(blocks: list[Block]) -> bool:
    """Whether the office's signature is the plain one at the end of an ordinary letter."""
    offices = [block for block in blocks if is_office_signature(block)]
    last = blocks[-1] if blocks else None
    plain_one = isinstance(last, SignatureBlock) and not last.in_row and last.dated
    return plain_one and len(offices) == 1


def _body(blocks: list[Block], scope: Scope) -> tuple[Body, ...]:
    found: list[Body] = []
    signing: list[RowBlock] = []
    coded = scope.definition.coded
    for block in [*blocks, None]:
        if isinstance(block, RowBlock):
            signing.append(block)
            continue
        if signing:
            has_office = any(is_office_signature(one) for one in signing)
            found += signature_rows(signing, scope, coded=coded and has_office)
            coded = coded and not has_office
            signing = []
        if isinstance(block, ListSignatureBlock):
            found.append(list_signatures(block, scope))
        elif block is not None:
            found += text_bodies(block, scope)
    return tuple(found)


def _people(scope: Scope) -> tuple[SnapshotPerson, ...]:
    """Everybody named, in the order of the definition."""
    people = scope.facts.people
    return tuple(
        _named(one.id, person)
        for one in scope.definition.asked
        for person in people.get(one.id, ())
    )


def _named(role: str, person: PersonFacts) -> SnapshotPerson:
    known = person.resident_id.hex if person.resident_id else ""
    return SnapshotPerson(role, person_name(person.name), person.nik, known)


def _kop(office: OfficeProfile) -> KopText:
    kop = office.kop
    return KopText(
        lines=tuple(clean(line) for line in (kop.line1, kop.line2, kop.line3) if clean(line)),
        address=tuple(_address_line(line) for line in kop.address_lines if clean(line)),
        arrangement=kop.arrangement,
        rule=kop.rule,
        preprinted=kop.preprinted,
        logo_sha256=_hash(kop.logo),
        second_logo_sha256=_hash(office.look.second_logo) if kop.arrangement == "dua" else "",
    )


def _hash(picture: bytes | None) -> str:
    return hashlib.sha256(picture).hexdigest() if picture else ""


def _address_line(line: str) -> str:
    """Parts that the office set apart with several spaces stay four spaces apart."""
    parts = (clean(part) for part in re.split(r"\s{2,}", line.strip()))
    return "    ".join(part for part in parts if part)
